"""Where the credit of a caption stands that runs into the first sentence of the story: `… on Monday — X/@jane The council …`.

Agencies and picture desks may be followed by any capital. A photographer's or an account's name has no end of its own: it
ends where a word follows that opens sentences, or a dateline; running text has no capital "The" behind a name.
"""

import re
from collections.abc import Iterator

from tasks.clean import byline

# Who is named behind a picture: agencies, picture desks, accounts, and the word "file".
OWNERS = (
    r"(?:AFP|AP|Reuters|REUTERS|EPA|EFE|Getty(?:\sImages)?|PTI|ANI|APP|INP|NNI|Online|Xinhua|Anadolu|AA|PPI|Bernama|Bloomberg|"
    r"DPA|dpa|WAFA|SANA|IRNA|Shutterstock|Wikimedia(?:\sCommons)?|File|FILE|file|Twitter|Facebook|Instagram|YouTube|Dawn|"
    r"White\sStar|[Ss]creengrab|[Cc]ourtesy|[Hh]andout|ISPR|PID|Photo|photo|[Ss]upplied|(?:Reuters|AFP|AP)\sphoto)"
)
NAME = r"[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,3}"
_OPENERS = (
    r"(?:The|An?|In|On|At|Its?|He|She|They|His|Her|Their|We|Our|I|This|These|That|Those|There|After|As|Before|When|While|With|For|"
    r"From|By|To|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|More|Most|Many|Some|Several|Nearly|All|"
    r"Both|Over|Around|About|According|Despite|During|Following|Since|If|But|However|Meanwhile|What|Why|How|Police|Officials|"
    r"Authorities|People|Residents|Former|President|Prime)\s"
)
_DATELINE = r"[A-Z]{3,}(?:[ /][A-Z]{3,}){0,3}(?:\s?:|\s?[—–]|\s-|\s\(|,\s[A-Z][a-z]{2,8}\.?\s\d)"
_STORY = rf"\s{{0,3}}(?=[“\"‘]|{_OPENERS}|{_DATELINE})"
_WORD = r"(?:Mc|O['’])?[A-Z][a-z'’-]+"
_PERSON = rf"{_WORD}(?:\s(?:{_WORD}|[A-Z]\.|(?:al|bin|de|van|ul|ur)\b)){{1,3}}?"
_NAMED = r"(?:[A-Z][\w.&'’-]*?(?:\s(?:[A-Z][\w.&'’-]*?|of|the|for|and)){0,5}?)"
_NETWORK = r"(?:X|Twitter|Facebook|Instagram|YouTube|TikTok|Telegram)"
_PICTURE = r"(?:[Ff]ile )?(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Pp]ictures?|[Ii]mages?)"
_DASH = r"(?:\s?[—–]|\s-)\s?"
# "LAHORE (Reuters) — Facebook said": a lone network's name begins a sentence as often as it ends a caption.
_LONE = r"(?:[Cc]ourtesy|Facebook|Twitter|YouTube|Instagram|Online|Dawn|Bloomberg|X)"
_AFTER_DASH = re.compile(
    rf"{_DASH}(?P<credit>"
    rf"(?:{_NETWORK}\s?/\s?(?:@\w{{2,20}}?|{_PERSON})|@\w{{2,20}}?\s?/\s?{_NETWORK}|"
    rf"{_PICTURE}\s?(?:by\b|BY\b|courtesy\b(?: of)?)\s?{_NAMED}(?:\s?/\s?{_NAMED})?|[Cc]ourtesy:?\s(?:of )?{_NAMED}|"
    rf"[A-Z]{{2,4}} [Pp]hoto|{_PERSON}|{_LONE})){_STORY}"
)
_PICTURE_COLON = re.compile(
    rf"(?:{_DASH}|(?<=[.!?”])|\s)\s?(?:PHOTOS?|Photos?|Picture|Image)\s?:\s?(?P<credit>{_NAMED}(?:\s?/\s?{_NAMED})?){_STORY}"
)
_SLASHED = re.compile(rf"\s(?P<credit>REUTERS/{_PERSON}|{_PERSON}\s?/\s?(?:Getty Images|AFP|AP|Reuters|EPA)){_STORY}")
_BRACKETED = re.compile(
    r"\s?[(\[](?P<credit>(?:Photo|File|Image|Picture|Courtesy|Credit|Handout|Screengrab)\b[^()\[\]\n]{0,80}|"
    rf"[A-Z][^()\[\]\n]{{1,50}}?\s?/\s?[A-Z@][^()\[\]\n]{{1,40}}|[A-Z][\w ]{{1,20}})[)\]]{_STORY}"
)
_OWNED = re.compile(
    rf"{_DASH}(?P<credit>{OWNERS}(?:[/\s]{{1,2}}(?:{OWNERS}))*|{NAME}/{OWNERS})(?:\s{{1,3}}(?=[A-Z“\"‘])|(?=[A-Z][a-z]+\s|[“\"]))"
)
_BARRED = re.compile(  # "The mayor on Monday. | AP Photo Council to repair bridge"
    r"[^|\n]{20,330}(?P<bar> \| )(?P<credit>(?:AP|AFP|Reuters|REUTERS|EPA|Getty|"
    rf"{NAME}/ ?(?:for )?[A-Z]\w+)(?: (?:[Pp]hotos?|Images))?) (?=[A-Z])"
)
_MAX_CHARS = 330  # from the start in which a caption's credit may end
_MIN_CHARS = 120  # of a caption and the first sentence together
_MIN_WORDS, _MAX_WORDS = 4, 45  # of a caption; a longer one is a story with an agency in it
_MIN_SMALL = 3  # words in small letters: a dateline with its agency has none, or one
SOUNDS_FILED = re.compile(r"\b(?:said|says|told|announced)\b")
# Captions say what is seen; a sentence that tells what was done or will be is the story's.
_TELLS = re.compile(
    r"\b(?:said|says|told|announced|added|reported|according|was|were|had|has|have|will|would|should|could|may|might|expected|"
    r"likely|approved|\w{2,}ed (?:an?|the|that|to|his|her|its|their|it|him|them))\b|[“\"][^”\"]{15,}[,.]?[”\"]$"
)


def tells(words: str) -> bool:
    """Tell whether `words` report what happened rather than say what a picture shows."""
    return bool(_TELLS.search(words.rstrip()))


def find(text: str) -> tuple[int, int, str] | None:
    """Return where the credit's mark starts and the story begins, and the credit; None when no caption runs into `text`."""
    if barred := _BARRED.match(text[: _MAX_CHARS + 60]):
        return barred.start("bar"), barred.end(), barred["credit"]
    if len(text) < _MIN_CHARS:
        return None
    return next(_credits(text[:_MAX_CHARS]), None)


def _credits(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (_PICTURE_COLON, _OWNED, _AFTER_DASH, _SLASHED, _BRACKETED):
        for found in pattern.finditer(text):
            if _is_below_picture(text[: found.start()], found["credit"], pattern):
                yield found.start(), found.end(), found["credit"]


def _is_below_picture(words: str, credit: str, pattern: re.Pattern[str]) -> bool:
    n_small = sum(word[0].islower() for word in words.split())
    if not _MIN_WORDS <= len(words.split()) <= _MAX_WORDS or n_small < _MIN_SMALL:
        return False
    is_agency = bool(byline.agencies_in(credit))
    if pattern is _OWNED:
        is_sentence = words.rstrip().endswith((".", "”", '"'))
        return not re.fullmatch(_LONE, credit) and not (is_agency and is_sentence and SOUNDS_FILED.search(words))
    if pattern is _BRACKETED and " " not in credit and "/" not in credit and not is_agency:
        return credit in ("Photo", "File", "Courtesy", "Handout", "Screengrab")  # "(UNHCR)" is a name's short form
    return not (tells(words) if is_agency else SOUNDS_FILED.search(words))
