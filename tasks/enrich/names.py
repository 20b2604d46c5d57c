"""A name where it stands, and how a span of the language model becomes one: trimmed of everything that is not the name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.enrich import honorifics
from tasks.enrich.honorifics import leading_honorific
from tasks.enrich.labels import PLACES, type_of
from tasks.enrich.language_model import Span
from tasks.enrich.roles import HEADS, leading_role
from tasks.enrich.word_lists import words


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `[start, end)` of the passage with this number. `extractor`: 'model', or the rule that found it."""

    passage: int
    start: int
    end: int
    surface: str
    type: str
    extractor: str
    honorific: str | None = None
    role: str | None = None


# "northern Syria", "interior Sindh": a direction written small is no part of the name.
DIRECTION: Final = (
    r"(?-i:(?:north|south|east|west)(?:[- ]?(?:east|west|central))?(?:ern)?|central|downtown|greater|upper|lower|"
    r"interior|rural|inner|nearby|far)[\s-]+(?=[A-Z])"
)
# A number glued to the name by a lost space: "9,619.12.Taiwan", "NZ$2.97.-- Manila".
GLUED: Final = r"\S*\d\S*?\.(?:--)?\s?(?=[A-Z][a-z])"
LEADING: Final = re.compile(
    DIRECTION
    + "|"
    + GLUED
    + r"|(?!(?-i:The\sHague\b))(?:the|an?)\s+(?=\S)"
    + r"|(?:anti|pro|non|ex|post|pre|mid|then)[-‑–](?=\w)|[\s\"'“”‘’«»(\[,.:;*|/<>•·=+~&®¿✓✔✳❌–—-]+",
    re.I,
)
# "2016 Norland": a day or page number that a page printed before the text.
NUMBER: Final = re.compile(r"(?:\d[\d.,:]*\s+)+(?=[A-Z])")
STARTS_WITH_NO_NUMBER: Final = frozenset({"PERSON", "GPE", "LOC", "NORP"})
# "Venn 21 percent", "Norland 51%-45", "Harbour Hall March 2": a share, a score or a day behind the name is no part of it.
TRAILING: Final = re.compile(
    r"\s\d[\d.,]*\s?(?:%.*|per\s?cent)$|\s(?:January|February|March|April|June|July|August|September|October|November|"
    r"December)\s\d{1,2}\b.*$|\sHide\sCaption\b.*$|\sand\s[Aa]gencies$|\s[–—-]\s[a-z].*$|['’`´]s?$|[\s\"“”‘«»\],:;*|/&+<>✓✔–—-]+$"
)
# "London-based", "Modi-led": what follows the name is no part of it.
COMPOUND: Final = re.compile(
    r"[-‑–](?:based|led|backed|controlled|held|run|born|occupied|administered|funded|affiliated|linked|aligned|style|"
    r"sponsored|ruled|era|dominated|owned|supported|trained|made|wide|allied|inspired|brokered|mediated|imposed|"
    r"affected|friendly|bound|listed|educated|governed|besieged|speaking|turned|type|size|like|sized|designated)\b.*$",
    re.S,
)
# A preposition with a capital stands in no name but that of a body.
PREPOSITION_INSIDE: Final = re.compile(
    r"\b[A-Z][a-z]{2,}(?:\s[A-Z][a-z]{2,})?\s(?:Across|Without|Beyond|Against|Towards?|Before)\s(?:the\s)?[A-Z][a-z]+\b(?:\s[A-Z][a-z]+\b)?"
)
OFFICE_BEHIND: Final = re.compile(r"\s(?:Adviser|Advisor|Minister|Secretary|Attorney|Ambassador|Coordinator)\b")
DOMAINS: Final = words(
    "national security foreign interior defence defense finance home homeland prime health education law information trade "
    "energy water justice economic affairs labour agriculture culture environment planning petroleum railways religious human "
    "rights social welfare commerce transport oil climate press deputy vice external chief parliamentary cabinet us u.s. and"
)
LONE_TITLES: Final = frozenset(title.casefold() for title in (*honorifics.WORDS, *HEADS.split("|"), "Amir", "Lecturer"))
DETERMINERS: Final = (
    " the ",
    " a ",
    " an ",
    " his ",
    " her ",
    " their ",
    " our ",
    " its ",
    " that ",
    " this ",
    " mr ",
    " mr. ",
    " madam ",
)
REACH: Final = 7  # characters of the longest determiner, with its spaces
FIRST_WORD: Final = re.compile(r"([\w’'-]+)[,:]?\s+")
LAST_WORD: Final = re.compile(r"[,:]?\s+([\w’'-]+)$")
ABBREVIATION: Final = re.compile(r"(?:(?<![-‑–])\b\w|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|Bros|St|Mt|No|etc))\.$")
WITH_ARTICLE: Final = "The Hague"
NOT_NAMES: Final = words(
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december mr mrs ms dr sir he she it they we i you his her this that these those "
    "there here today yesterday tomorrow spring summer autumn winter am pm est gmt pst utc ist update read also "
    "photo image file source click video watch breaking news but and the however meanwhile new old covid share ad "
    "advertisement updated published regrettably tags topic enlarge caption related"
)
# Of these, the ones that do begin or end a name: "New Jersey", "Old City", "Winter Palace", "Sunday Times", "USA Today",
# "Geo News", "World War I".
BORDER_OF_NAMES: Final = words("new old spring summer autumn winter today tomorrow sunday friday breaking news i")
STRAY: Final = NOT_NAMES - BORDER_OF_NAMES


def names_of(passage: int, text: str, spans: list[Span]) -> list[Name]:
    """Return the names that the model's spans of a text hold, trimmed; a span that is no name is left out."""
    names = []
    for span in spans:
        kind = type_of(span.label)
        if kind is not None:
            start, end = trimmed(text, span.start, span.end)
            start, end = without_stray_words(text, start, end, is_place=kind in PLACES)
            if kind in STARTS_WITH_NO_NUMBER and (number := NUMBER.match(text, start, end)):
                start = number.end()
            start, end = trimmed(text, start, end)  # "Read also: FBI" leaves ": FBI"
            if is_name(text[start:end]) and not is_office(text, start, end):
                names.append(titled_name(passage, text, start, end, kind))
    return names


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without article, marks, prefix, possessive and the rest of a compound; one line only."""
    if text[start:end].isalpha():
        return start, end  # a single word: nearly half of the names
    if (line_end := text.find("\n", start, end)) > start:
        end = line_end
    if compound := COMPOUND.search(text[start:end]):
        end = start + compound.start()
    while start < end and (lead := LEADING.match(text, start, end)):
        start = lead.end()
    while start < end and (tail := TRAILING.search(text[start:end])):
        end = start + tail.start()
    return start, trimmed_end(text, start, end)


def without_stray_words(text: str, start: int, end: int, *, is_place: bool) -> tuple[int, int]:
    """Return the span without words of every day at its borders and, for a place, small words at its end ('Idlib province')."""
    while (first := FIRST_WORD.match(text, start, end)) is not None and first[1].casefold() in STRAY:
        if text.startswith(WITH_ARTICLE, start):
            break
        start = first.end()
    while (last := LAST_WORD.search(text[start:end])) is not None and (
        last[1].casefold() in STRAY or (is_place and last[1].islower())
    ):
        end = start + last.start()
    return start, end


def trimmed_end(text: str, start: int, end: int) -> int:
    """Return the end without a full stop that is the sentence's and a bracket that the span does not open."""
    surface = text[start:end]
    if surface.endswith(")") and "(" not in surface:
        return end - 1
    if surface.endswith("(") or (surface.endswith(".") and not ABBREVIATION.search(surface)):
        return start + len(surface[:-1].rstrip())
    if "(" in surface and ")" not in surface:
        return start + len(surface[: surface.index("(")].rstrip())
    return end


def is_name(surface: str) -> bool:
    """Return whether the words can be a name: a capital somewhere, more than an initial, no word of every day."""
    return (
        len(surface.rstrip(".")) > 1
        and not surface.startswith("@")  # an account: whose, and what they are, it does not say
        and any(c.isupper() for c in surface)
        and surface.casefold().rstrip(".") not in NOT_NAMES
    )


def is_office(text: str, start: int, end: int) -> bool:
    """Return whether the words are a title alone ('the Imam'), or only say which office follows ('National Security Adviser')."""
    surface = text[start:end].casefold()
    if surface in LONE_TITLES and text[max(0, start - REACH) : start].casefold().endswith(DETERMINERS):
        return True
    return OFFICE_BEHIND.match(text, end) is not None and DOMAINS.issuperset(surface.split())


def with_prepositions(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names with 'Doctors Without Borders' and 'Hands Across the Neelab' as one name each, of an organisation."""
    bodies = [(m.start(), m.end()) for m in PREPOSITION_INSIDE.finditer(text)]
    if not names or not bodies:
        return list(names)
    inside = [[n for n in names if n.start < end and start < n.end] for start, end in bodies]
    merged = {id(name) for found in inside for name in found}
    bodies = [body for body, found in zip(bodies, inside, strict=True) if found]
    number = names[0].passage
    whole = [Name(number, start, end, text[start:end], "ORG", "preposition_inside") for start, end in bodies]
    return sorted([name for name in names if id(name) not in merged] + whole, key=lambda name: name.start)


def titled_name(passage: int, text: str, start: int, end: int, kind: str) -> Name:
    """Return the name of a trimmed span, with honorific and role at its front moved to their own fields."""
    role, honorific = None, None
    if kind == "PERSON":
        role_end = leading_role(text[start:end])
        if role_end > leading_honorific(text[start:end]):  # an Air Chief Marshal is no air chief
            role = text[start : start + role_end].strip()
            start += role_end
        if title_end := leading_honorific(text[start:end]):
            honorific = text[start : start + title_end].strip()
            start += title_end
    return Name(passage, start, end, text[start:end], kind, "model", honorific, role)
