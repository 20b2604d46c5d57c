"""Captions and picture credits: whole lines, and those that run into the first sentence of the story."""

import re

from tasks.clean import byline, glued_captions
from tasks.clean.facts import Caption
from tasks.clean.glued_captions import NAME, OWNERS, SOUNDS_FILED

_PLAYER = re.compile(
    r"media playback is (?:unsupported|not supported) on (?:your|this) device|"
    r"(?:sorry, )?your browser (?:does not|doesn['’]t|cannot) (?:support|play)[^.\n]{0,80}\.?|"
    r"this video (?:is|can) ?not (?:be )?(?:available|played)[^.\n]{0,60}\.?|"
    r"(?:video|audio) player (?:is )?loading\.?|play video|watch (?:live|video)(?=$|[\s:])|"
    r"listen to (?:this|the) (?:article|story)[^.\n]{0,40}|(?:embed )?<iframe[^\n]{0,300}",
    re.I,
)
_IMAGE_CAPTION = re.compile(
    r"image (?:copyright|source|credit)[:,]?\s(?P<credit>.{1,80}?)\s?(?:(?:image|media) caption[:,]?\s(?P<text>.{1,500}))?$",
    re.I,
)
_CAPTION_ONLY = re.compile(r"(?:image|media|photo|picture|video)? ?caption[:,]?\s(?P<text>.{3,500})$", re.I)
_CREDIT_ONLY = re.compile(  # "Image via Getty Images"
    r"(?:photo|image|picture|graphic|video)s? (?:via|provided by|supplied by) (?P<credit>(?-i:[A-Z])[\w .,&/'’-]{1,60})$",
    re.I,
)
_DASHED = re.compile(  # the credit on a line of its own: "— Courtesy Ministry of Works", "— X/@jane"
    r"[—–-]{1,2}\s?(?P<credit>(?:[Cc]ourtesy|(?:X|Twitter|Facebook|Instagram|YouTube)\s?/|@\w{2,20}\s?/)[^.\n]{1,60})$"
)
# Of the words below a figure only: they end with the photographer, also where the page sets him apart by style alone.
_FIGURE_CREDIT = re.compile(r"(?<=[.!?”\"])\s?(?P<credit>[A-Z][\w.'’ -]{2,40}\s?/\s?[A-Z][\w .'’/-]{1,40})$")
_FIGURE_OWNER = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}\s?/\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}")
_SHARE_WORDS = re.compile(r"^(?:(?:Facebook|Twitter|Pinterest|WhatsApp|Email|Share|Tweet)\s){2,}")
_CREDIT_FIRST = re.compile(  # "AFP   Wreck: The car after the crash"
    r"(?P<credit>(?-i:[A-Z]{2,6}|Facebook|Twitter|Instagram|YouTube|Getty(?: Images)?|Reuters|Rex(?: Features)?|Alamy))\s{2,8}"
    r"(?P<text>(?-i:[A-Z])(?=.*(?-i:\s[a-z]{2})).{5,250}[^.!?”\"])$"
)
_OWNED = re.compile(r"©\s?(?P<credit>[A-Z][\w.'’ -]{1,40}\s?/\s?[A-Z][\w.'’ /-]{2,60})$")  # "© Agency / Jane Doe"
_VIA = re.compile(
    r"(?P<credit>[A-Z][\w.&'’ -]{1,40}\s(?:via|/)\s"
    r"(?:YouTube|Getty Images|AP|AFP|Reuters|Twitter|Facebook|Instagram|EPA|Shutterstock))$"
)
_BARE = re.compile(
    r"(?:(?:image|media|photo) caption|caption|screen\s?(?:shot|grab)|(?:file|handout|stock) (?:photo|image|picture)|"
    r"(?:afp/)?getty images)[.:]?$",
    re.I,
)
_FILE_PHOTO = re.compile(
    r"(?:file|handout|archive|stock) (?:photo|picture|image)s?\s?[:–—-]\s?(?P<text>.{10,500})$|"
    r"(?P<credit>(?:AFP|AP|EPA|Reuters) photo\b.{0,80})$|"
    r"(?-i:(?P<owner>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}/(?:Staff|File|Freelance|Pool|AP|AFP|Reuters|EPA|Getty Images)))$",
    re.I,
)
_SLIDE = re.compile(
    r"hide caption\s(?P<text>.{10,600}?)(?:\s?previous next\s?(?P<credit>.{0,100}?))(?:\s?\d{1,3} of \d{1,3}\b.{0,30})?$|"
    r"hide caption\s(?P<words>.{10,600}?[.!?]['\"”’]?)(?P<owner>\s[^.!?]{0,80})?$",
    re.I,
)
_TOGGLE = re.compile(
    r"(?:enlarge this image\s*)?(?:toggle caption|hide caption|enlarge this image)\b(?P<credit>.{0,160})$", re.I
)
_CREDIT_WORD = (
    r"(?:photo(?:graph|s|graphs|grapher|graphers|\s?illustration)?|picture|pic|images?|illustration|graphic|video|credits?|courtesy|"
    r"file photo|screengrab|"
    r"representational image)"
)
_CREDIT_LINE = re.compile(
    rf"[(\[]?(?:(?:featured?|header|main|cover|top|lead|hero|banner) )?{_CREDIT_WORD}"
    r"(?:\s(?:credits?|courtesy|source|copyright|by))?\s?(?::|\.\.\.|…|by\b|©|/|\|)\s?(?P<credit>[^\n]{2,120})$",
    re.I,
)
_PHOTO_TAIL = re.compile(
    r"[.!?”)]\s(?:P(?:HOTO|hoto)(?:graph|s|S)?|Picture|Image|Credit)(?: by)?\s?[:/|]\s?(?P<credit>[A-Z][^\n.]{1,60})\.?$"
)
_PHOTOGRAPHER = re.compile(r"\sPhotographers?\s?:\s?(?P<credit>[A-Z][^\n]{1,60})$")
_PHOTO_BY = re.compile(
    r"(?:\s?[—–|]\s?|\s-\s|[.!?”]\s|\s?[(\[])"
    r"(?P<credit>(?:[Ff]ile )?(?:[Pp]hoto(?:graph)?s?|[Pp]ictures?|[Ii]mages?|PHOTOS?) "
    r"(?:by|BY|courtesy(?: of)?) [A-Z][^\n.()\[\]]{1,60})"
    r"[)\]]?\.?$"
)
_TRAILING_CREDIT = re.compile(
    rf"(?:\s?[—–]|\s-|\s?[|])\s?(?P<credit>(?:{OWNERS}|{NAME}(?=/|\sphoto))(?:[/\s,]+(?:{OWNERS}|[A-Z@][\w.]+)){{0,5}})[.)\]]?$"
)
_DESKS = r"(?:AP|AFP|Reuters|EPA|Getty|TNS|Bloomberg|dpa|Anadolu|Al Jazeera|Shutterstock|NurPhoto)"
_BRACKET_CREDIT = re.compile(
    r"[(\[](?P<credit>(?:AP|AFP|AA|APP|PTI|ANI|WAFA|IRNA|SANA|Anadolu|Xinhua|Reuters|EPA|Getty|File|Photo|Image|Courtesy|Picture|Credit|Screengrab|Photograph)\b[^()\[\]\n]{0,100})"
    rf"[)\]]\.?$|[(\[](?P<owner>[^()\[\]\n]{{2,60}}/\s?{_DESKS}\b[^()\[\]\n]{{0,40}})[)\]]\.?$"
)
_PERSON_CREDIT = re.compile(
    r"[(\[](?P<credit>[A-Z][a-z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}"
    r"(?:\sfor\s(?:the\s|The\s)?|\s?/\s?)[A-Z][\w.&'’/ -]{1,40})[)\]]\.?"
    r"(?:\s\d{4}\s[A-Z]{2,4})?$|"
    r"\((?P<agency>[A-Z]\w{2,20}(?: [A-Z]\w+)?/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})\)\.?$|"
    r"\[(?P<owner>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}, [A-Z][\w.&’' -]{2,30})\]\.?$"
)  # "(Jane Doe for The Post)", "(Jane Doe/WXYZ)", "(Agency/Jane Doe)", "[Jane Doe, Post]"
_PERSON = (
    r"(?:[A-Z][\w'’-]+|(?<!\.)[A-Z]\.)(?:\s(?:(?:[a-z]{1,3}[-’'])?[A-Z][\w'’-]*\.?|al|bin|de|van|von|der|la)){0,3}"
)
_SLASH_CREDIT = re.compile(
    rf"\s(?P<credit>REUTERS/{_PERSON}(?:/(?:File Photo|Pool|Files))?|"
    rf"{_PERSON}\s?/\s?(?:Getty Images|AFP|AP|Reuters|EPA)(?:(?:\s[-–—]\s|\s?/\s?)[A-Z][\w ]{{1,20}})?)(?:\s-)?$"
)
# What a line must hold to be asked: looking for a letter costs next to nothing.
_TAILS = (
    (_BRACKET_CREDIT, ")]"),
    (_PERSON_CREDIT, ")]"),
    (_PHOTO_TAIL, ":/|"),
    (_SLASH_CREDIT, "/"),
    (_PHOTOGRAPHER, ("Photographer",)),
    (_PHOTO_BY, ("hoto", "icture", "mage", "PHOTO")),
    (_TRAILING_CREDIT, "—–-|"),
)
_SENTENCE_MARKS = (".", "!", "?", "”", '"', "’")
_SIGNATURES = (_BRACKET_CREDIT, _TRAILING_CREDIT)  # by which stories are signed too
_SIGNED = re.compile(r"[—–(\[-]\s?[A-Z][\w/ ]*[)\]]?\.?$")  # a cheap look at the end
_CREDITED = ("credit", "owner", "agency")
_MAX_CAPTION = 420  # characters; longer lines with a credit at the end are stories
_MAX_SIGNED_WORDS = 30  # of a caption above the story that ends as a sentence and is signed by an agency alone


def player_text(line: str) -> int:
    """Return how many characters of `line` are the words of a player that could not play."""
    found = _PLAYER.match(line) if len(line) < 700 else None
    return found.end() if found else 0


def read_line(line: str) -> Caption | None:
    """Return the caption or credit that a whole line is."""
    if len(line) > _MAX_CAPTION + 120:
        return None
    for pattern in (
        _IMAGE_CAPTION,
        _CAPTION_ONLY,
        _BARE,
        _FILE_PHOTO,
        _SLIDE,
        _TOGGLE,
        _CREDIT_ONLY,
        _CREDIT_LINE,
        _CREDIT_FIRST,
        _VIA,
        _OWNED,
        _DASHED,
    ):
        if found := pattern.match(line):
            groups = found.groupdict()
            text, credit = groups.get("text") or groups.get("words"), groups.get("credit") or groups.get("owner")
            tail = (
                _SLASH_CREDIT.search(text) if text and not credit and "/" in text else None
            )  # "FILE PHOTO: … REUTERS/Jane Doe"
            return _caption(text[: tail.start()], tail["credit"]) if text and tail else _caption(text, credit)
    if len(line) > _MAX_CAPTION:
        return None
    for pattern, marks in _TAILS:
        if not any(mark in line for mark in marks):
            continue
        if (found := pattern.search(line)) and _is_caption(line, found.start(), pattern):
            groups = found.groupdict()
            return _caption(line[: found.start()], next((groups[name] for name in _CREDITED if groups.get(name)), None))
    return None


def read_figure(line: str) -> Caption:
    """Return the caption that a line below a figure of a page is, with or without a credit."""
    if found := read_line(line):
        return found
    if _FIGURE_OWNER.fullmatch(line):
        return Caption(None, line)
    credit = _FIGURE_CREDIT.search(line) if len(line) <= _MAX_CAPTION else None
    return _caption(line[: credit.start()], credit["credit"]) if credit else Caption(line, None)


def ends_with_photographer(line: str) -> bool:
    """Tell whether a line names who took the picture it describes; such a line may stand twice, as headlines do."""
    return any(pattern.search(line) for pattern in (_PHOTO_TAIL, _PHOTO_BY))


def _is_caption(line: str, credit_start: int, pattern: re.Pattern[str]) -> bool:
    """Tell a caption from the last paragraph of an agency's story, which ends with a credit too ("… he said. (AFP)")."""
    words = line[:credit_start].rstrip()
    by_dash = pattern is _TRAILING_CREDIT
    is_agency = pattern in _SIGNATURES and _is_agency(line[credit_start:])
    if is_agency and words.endswith(_SENTENCE_MARKS):
        return False
    return len(words) < 30 or not (SOUNDS_FILED.search(words) and (by_dash or is_agency))


def _is_agency(credit: str) -> bool:
    return bool(byline.agencies_in(credit.strip(" —–-|.)]([").removesuffix(" Staff")))


def _caption(text: str | None, credit: str | None) -> Caption:
    clean_text = _SHARE_WORDS.sub("", text or "", count=1).strip(" -–—|:") or None
    clean_credit = (credit or "").strip(" -–—|:()[].…") or None
    if clean_credit:
        half = len(clean_credit) // 2
        if (
            clean_credit[:half].strip() == clean_credit[half:].strip()
        ):  # NPR prints it once for each size of the picture
            clean_credit = clean_credit[:half].strip()
    return Caption(clean_text, clean_credit)


def read_glued(text: str) -> tuple[int, Caption] | None:
    """Return the end of a caption above the story, also of one that runs into it on the same line, and the caption."""
    if found := glued_captions.find(text):
        start, end, credit = found
        return end, _caption(text[:start], credit)
    signed = read_signed(text)
    return (len(text), signed) if signed else None


def read_signed(line: str) -> Caption | None:
    """Return the caption that is a sentence signed by an agency alone: the last such line is the story's end."""
    if len(line) > _MAX_CAPTION or not _SIGNED.search(line, max(len(line) - 30, 0)):
        return None
    for pattern in _SIGNATURES:
        found = pattern.search(line)
        words = line[: found.start()].rstrip() if found else ""
        if found and _is_agency(line[found.start() :]) and words.endswith(_SENTENCE_MARKS):
            is_short = 4 <= len(words.split()) <= _MAX_SIGNED_WORDS
            return _caption(words, found["credit"]) if is_short and not glued_captions.tells(words) else None
    return None
