"""The start of a dateline -> its places: `KABUL/PESHAWAR, Afghanistan`, `HAILEY, Idaho, U.S.`, `Mexico City`."""

import re
from dataclasses import dataclass, field

from tasks.clean import outlets, places
from tasks.clean.date_words import DAY_AND_MONTH
from tasks.clean.facts import PrintedDate

_WORD = r"[^\W\d_][\w.'’ʿʻ`-]*"
_PLACE = re.compile(rf"(?:{_WORD}(?:\s(?:de|del|la|al|el|of|on|the|upon|and|aboard)(?=\s))?)(?:\s{_WORD}){{0,4}}")
_WITH_COUNTRY = re.compile(rf"(?P<place>{_PLACE.pattern})\s\((?P<country>[A-Z][\w ]{{2,30}})\)(?=\s?[(—–:-])")
_GLUE = re.compile(r"\s*(?:/|&|,?\sand\s)\s*(?=[A-Z])")
COMMA = re.compile(r"\s*,\s*")
_DAY_BEHIND = re.compile(rf"\s?,\s?{DAY_AND_MONTH.pattern}", re.I)
_LABEL_WORDS = """
fact facts check checked myth recap
update updated watch breaking exclusive opinion analysis editorial editor note correction related read review video
photo photos live interview comment factbox explainer timeline poll question answer q a summary highlights background
advisory warning corrected corrects notice news report feature special profile obituary letter letters column story
charts agencies worldwide bush obama rubio castro lopez garcia kim ali
name location venue age title subject price status
image caption source credit by the a an is it this that what why how who when where in on at for from
"""
_NOT_PLACES = frozenset(_LABEL_WORDS.split())


@dataclass
class Reading:
    """What has been read of a dateline so far."""

    end: int = 0
    places: list[str] = field(default_factory=list)
    region: str | None = None
    agencies: list[str] = field(default_factory=list)
    dates: list[PrintedDate] = field(default_factory=list)
    has_day: bool = False
    has_paren: bool = False


def read_places(head: str, reading: Reading, is_lower_case: bool) -> None:
    """Read `KABUL/PESHAWAR, Afghanistan`: capitals, a name the gazetteer knows, or any whose country stands in brackets."""
    if (bracketed := _WITH_COUNTRY.match(head)) and (country := places.region_country(bracketed["country"])):
        reading.places.append(bracketed["place"])
        reading.region, reading.end = country, bracketed.end()
        return
    while match := _PLACE.match(head, reading.end):
        name = _cut_at_dash(match.group())
        if not _looks_like_a_place(name, is_lower_case):
            name = _known_start(name, is_lower_case)
        if not name:
            return
        reading.places.append(name)
        reading.end = match.start() + len(name)
        if not (glue := _GLUE.match(head, reading.end)):
            break
        reading.end = glue.end()
    for _ in range(2):  # "HAILEY, Idaho, U.S."
        comma = COMMA.match(head, reading.end)
        if not comma or DAY_AND_MONTH.match(head, comma.end()) or not (region := _PLACE.match(head, comma.end())):
            return
        words = _cut_at_dash(_before_day(head, region))
        country = places.region_country(words)
        if outlets.agency(words) or not (
            country or _is_place_case(words) or places.find(words) or _DAY_BEHIND.match(head, comma.end() + len(words))
        ):
            return
        reading.region = reading.region or country
        reading.end = comma.end() + len(words)


def _cut_at_dash(name: str) -> str:
    """Return `name` up to a dash that ends the dateline: "Srinagar-" of "Srinagar- A rider", "TEHRAN--"."""
    return re.split(r"-(?:-|$|\s)", name, maxsplit=1)[0].rstrip(" .'’") if "-" in name else name.rstrip("'’")


def _before_day(head: str, name: re.Match[str]) -> str:
    """Return `name` up to a month that no comma parts from it: "Calif." of "Calif. March 3"."""
    last = name.group().rfind(" ") + 1
    return name.group()[: last - 1] if last and DAY_AND_MONTH.match(head, name.start() + last) else name.group()


def _looks_like_a_place(name: str, is_lower_case: bool) -> bool:
    if is_lower_case:
        return places.find(name) is not None
    return bool(name) and _is_place_case(name) and not (set(name.casefold().split()) & _NOT_PLACES)


def _is_place_case(name: str) -> bool:
    """Tell whether `name` is printed in capitals, but for particles ("RIO de JANEIRO")."""
    words = name.split()
    capitals = [word for word in words if word.isupper()]
    return bool(capitals) and all(
        word.isupper() or word in ("de", "del", "la", "al", "el", "of", "the", "aboard") for word in words
    )


def _known_start(name: str, is_lower_case: bool) -> str:
    """Return the longest start of `name` that the gazetteer knows, in title case or (if all is) lower case."""
    words = name.split(" ")
    for size in range(len(words), 0, -1):
        start = " ".join(words[:size])
        if (start[0].isupper() or is_lower_case) and start.casefold() not in _NOT_PLACES and places.find(start):
            return start
    return ""
