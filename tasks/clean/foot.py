"""The foot of a document: credits, copyright, promotion and agency marks at the very end, also on the last paragraph's line.

A cursor stands at the end of the last unit; each rule may take a tail of it. The foot ends where no rule takes anything.
"""

import re
from dataclasses import dataclass, field

from tasks.clean import author_notes, byline, credit_tails, outlets
from tasks.clean.date_words import scan
from tasks.clean.facts import Credit, Note
from tasks.clean.lines import Label, Unit, part
from tasks.clean.rules import LineRule, Taken, label, whole

_TAIL_CHARS = 700  # from the end; a footer glued to the last paragraph is at most this long
_MAX_LABELS = 40  # a foot of more pieces is a list of something else
_PUBLISHED_IN = re.compile(
    r"(?:(?:[Ff]irst |[Oo]riginally )?(?:[Pp]ublished|[Aa]ppeared|[Pp]rinted)(?: first| originally)? (?:in|on|by|at)|from) "
    r"(?:the )?(?P<outlet>[A-Z][\w.&'’ -]{1,50}?)\s?(?:,|\bon\b|\bdated?\b)\s?(?:the )?(?=[A-Z\d])"
)
_OPENING_BRACKET = re.compile(r"[(\[]\s?$")
_SUPPLEMENT = re.compile(r"[A-Z][\w&'’ ]{1,40}?\s?,\s?")
_OUTLET_DATE = re.compile(
    r"(?P<outlet>(?:The )?[A-Z][\w.&'’-]*(?:\s[A-Z&][\w.&'’-]*){0,5}),\s(?=[A-Z][a-z]{2,8}\.? \d|\d{1,2})"
)
_PAPER = re.compile(  # of names that no list knows
    r"^The .*\b(?:Post|Times|News|Tribune|Herald|Journal|Express|Gazette|Observer|Chronicle|Nation|Mirror|Star|Mail|Standard|"
    r"Telegraph|Courier|Daily|Guardian|Independent)$"
)
_SENTENCE_START = r"(?:^|(?<=[.!?…”\"'’)\]])\s{0,4}|\s{2,6})"
_SENTENCE_MARKS = (".", "!", "?", "”", '"')
_COPYRIGHT = re.compile(
    _SENTENCE_START
    + r"(?:©|\([cC]\)\s(?=\d{4}|[A-Z])|Copyright\b(?=\s?(?:©|\(c\)|\d{4}|by\b|\d))|All rights reserved|Provided by SyndiGate)"
)
_PROMOTION = re.compile(
    _SENTENCE_START
    + r"(?:Follow [@\w ]{2,60}(?: on [A-Z][\w, ]{2,60})?[:.]?$|Read (?:[Mm]ore|[Aa]lso|[Nn]ext)\b|Also [Rr]ead\b|"
    r"READ (?:MORE|ALSO|NEXT)\b|ALSO READ\b|Read or Share this story\b|Continue [Rr]eading\b|Click here\b|"
    r"(?:Sign up|Subscribe|Register)\s(?:to|for|here|now|today)\b|On a mobile phone\b|Get the [\w ]{2,30} [Aa]pp\b|Download the\b|"
    r"(?:Like|Join) us on\b|Related (?:Topics|Articles|Stories|News)\b|More (?:on|from) (?:this|the|our)\b|Share this\b|Tags?:|"
    r"Topics?:|Filed [Uu]nder\b|Comments? (?:are )?closed|Post a [Cc]omment|Leave a [Cc]omment)"
)
_AGENCY_TAIL = re.compile(
    r"(?:(?:^|\s)[—–-]{1,2}\s?|\s?[(\[]|\s{2,}|(?<=[.”\"])\s)(?P<names>[A-Z][\w.]{1,12}(?:[/,&\s]{1,3}[A-Z][\w.]{1,12}){0,3})[)\]]?\.?$"
)
_SOURCE = re.compile(r"[(\[]?\s?(?:Sources?|Via|Courtesy)\s?:\s?[A-Z][^\n.]{1,80}[)\]]?\.?(?:\s(?:Twitter|Facebook))?$")
_WITH_FILES = re.compile(r"(?:The )?[A-Z][\w.& ]{1,40}, with files from (?:the )?[A-Z][^\n]{2,100}")
_END_WORD = re.compile(r"\s(?:ENDS?|REUTER|Reuter|###|-30-|\(END\)|XXX)\.?$")
_SHARE = r"(?:Twitter|Facebook|Linked[Ii]n|Mail|Email|Whats[Aa]pp|Share|Tweet|Print)"
_SHARE_TAIL = re.compile(rf"{_SHARE}(?:\s{_SHARE}){{0,7}}$")
_CUT_OFF = re.compile(
    r"\s?(?:\.{2,3}|…)?\s?(?:\[\+?\d{1,6} (?:more )?char(?:acter)?s\]|"
    r"[\[(]?(?:continue reading|read more|more)[\])]?\s?(?:\.{3}|…|»|→|>)?)$",
    re.I,
)


@dataclass
class Foot:
    """The labels of the foot and the units that remain."""

    labels: list[Label] = field(default_factory=list)
    rest: list[Unit] = field(default_factory=list)


def read_foot(units: list[Unit], authors: tuple[str, ...] = ()) -> Foot:
    """Label the foot of `units`; `authors`, in small letters, are known to have written the story."""
    foot = Foot(rest=list(units))
    while foot.rest and len(foot.labels) < _MAX_LABELS:
        last = foot.rest[-1]
        taken = next((found for rule in FOOT_RULES if (found := rule(last.text))), None)
        taken = taken or _about_author(last.text, authors)
        if taken is None:
            break
        foot.labels.append(label(last, taken))
        foot.rest.pop()
        foot.rest.extend(unit for unit in (part(last, 0, taken.start), part(last, taken.end, len(last.text))) if unit)
    return foot


def _about_author(text: str, authors: tuple[str, ...]) -> Taken | None:
    """Take what the page says of a known author, or the name alone, behind the last sentence ("… the mayor said. Jane Doe")."""
    if author_notes.is_about(text, authors):
        return whole(text, "metadata_line", "note_on_author")
    folded = text.casefold()
    name = next((name for name in authors if folded.endswith(name)), "") if len(folded) == len(text) else ""
    before = text[: len(text) - len(name)]
    is_behind = name and before.endswith(" ") and before.rstrip().endswith(_SENTENCE_MARKS)
    return Taken(len(before), len(text), "byline", "author_tail") if is_behind else None


def credit_line(text: str) -> Taken | None:
    """Take `Published in Dawn, February 3rd, 2022` with what stands behind it, and `The Star, February 4th, 2022.`"""
    start = max(len(text) - _TAIL_CHARS, 0)
    tail = text[start:]
    for found in _PUBLISHED_IN.finditer(tail):
        if taken := _credit(tail, found, start, len(text), "published_in"):
            return taken
    for found in _OUTLET_DATE.finditer(tail):
        opens = found.start() == 0 and start == 0
        is_paper = outlets.by_name(found["outlet"]) or _PAPER.search(found["outlet"])
        if (opens or (is_paper and tail[: found.start()].rstrip().endswith((".", "”", '"', "!", "?")))) and (
            taken := _credit(tail, found, start, len(text), "outlet_and_date")
        ):
            return taken
    return None


def _credit(tail: str, found: re.Match[str], start: int, length: int, rule: str) -> Taken | None:
    dates = scan(tail, found.end())
    if not dates.dates and (
        supplement := _SUPPLEMENT.match(tail, found.end())
    ):  # "Published in Dawn, EOS, December 27th"
        dates = scan(tail, supplement.end())
    rest = tail[dates.meaning_end :].strip(" .,)(")
    if not any(printed.day or printed.month for printed in dates.dates):
        return None
    is_outlet_and_date = rule == "outlet_and_date"
    if rest and (
        is_outlet_and_date
        or len(rest) > 250
        or not (_PROMOTION.match(rest) or _COPYRIGHT.match(rest) or len(rest) < 60)
    ):
        return None
    outlet = outlets.by_name(found["outlet"])
    publisher = outlet.name if outlet else found["outlet"].strip()
    bracket = _OPENING_BRACKET.search(tail, 0, found.start())
    opens = bracket.start() if bracket else found.start()
    return Taken(start + opens, length, "credit_line", rule, Credit(publisher, dates=dates.dates))


def _copyright(text: str) -> Taken | None:
    return _tail(text, _COPYRIGHT, "site_footer", "copyright_tail", 450)


def _promotion(text: str) -> Taken | None:
    return _tail(text, _PROMOTION, "promo_line", "promotion_tail", 250)


def _tail(text: str, pattern: re.Pattern[str], kind: str, rule: str, max_chars: int) -> Taken | None:
    start = max(len(text) - max_chars, 0)
    found = pattern.search(text, start)
    return Taken(found.start(), len(text), kind, rule) if found else None


def _agency_tail(text: str) -> Taken | None:
    """Take the agency that sent the story: `… he said. — AFP`, `(Reuters)`."""
    start = max(len(text) - 60, 0)
    found = _AGENCY_TAIL.search(text, start)
    if not found:
        return None
    read = byline.agencies_in(found["names"].removesuffix(" Staff"))
    return Taken(found.start(), len(text), "credit_line", "agency_tail", Credit(agencies=read)) if read else None


def _agency_mark(text: str) -> Taken | None:
    """Take a last line that is one code in capitals: an agency we do not know by name."""
    return (
        Taken(0, len(text), "credit_line", "agency_mark")
        if re.fullmatch(r"(?!N[AU]|NONE|TB|TEST)[A-Z]{3,6}", text)
        else None
    )


def _source(text: str) -> Taken | None:
    start = max(len(text) - 120, 0)
    found = _SOURCE.search(text, start)
    if not found or (found.start() > 0 and text[found.start() - 1] not in ' .)"”'):
        return None
    return Taken(
        found.start(),
        len(text),
        "credit_line",
        "source_tail",
        Credit(agencies=byline.agencies_in(found.group().partition(":")[2])),
    )


def _with_files(text: str) -> Taken | None:
    """Take `The Canadian Press, with files from …`."""
    if "with files from" not in text or not _WITH_FILES.fullmatch(text):
        return None
    first = text.partition(", with")[0].removeprefix("The ")
    return whole(text, "credit_line", "with_files", Credit(agencies=byline.agencies_in(first)))


def _author_note(text: str) -> Taken | None:
    """Take what the page says of its author below the last paragraph: "The writer is a lecturer at …"."""
    return (
        whole(text, "metadata_line", "author_note", author_notes.named_in(text)) if author_notes.is_note(text) else None
    )


def _end_word(text: str) -> Taken | None:
    found = _END_WORD.search(text, max(len(text) - 12, 0))
    agencies = ("Reuters",) if found and "reuter" in found.group().lower() else ()
    return Taken(found.start(), len(text), "credit_line", "end_word", Credit(agencies=agencies)) if found else None


def _share_tail(text: str) -> Taken | None:
    """Take names of networks behind the last sentence: the labels of a share bar."""
    found = _SHARE_TAIL.search(text, max(len(text) - 80, 0))
    if not found or not text[: found.start()].rstrip().endswith((".", "!", "?", "”", '"', ")")):
        return None
    return Taken(found.start(), len(text), "share_bar", "share_tail")


def _cut_off(text: str) -> Taken | None:
    """Take `[+1234 chars]` and `… Continue reading`: the scraper was given the start of the story only."""
    found = _CUT_OFF.search(text, max(len(text) - 40, 0))
    if not found or len(found.group().strip()) < 4 or not re.search(r"[\[.…]|continue|read", found.group(), re.I):
        return None
    return Taken(found.start(), len(text), "promo_line", "cut_off_mark", Note(("text_truncated",)))


FOOT_RULES: tuple[LineRule, ...] = (
    credit_line,
    _cut_off,
    _copyright,
    _promotion,
    _share_tail,
    _agency_tail,
    credit_tails.read,
    _agency_mark,
    _source,
    _end_word,
    _with_files,
    _author_note,
)
