"""The start of a story -> its dateline: `QUETTA, Feb 17 (APP):`, `LONDON (Reuters) —`, `Muscat -`, `new delhi:`.

Read from left to right: places, then days and agencies in any order, then the mark that ends it. What only looks like one
("TRUMP: I said so", "UPDATE: …", "Question: …") is told apart by the gazetteer, and by what else stands in the dateline.
"""

import re
from dataclasses import dataclass, field

from tasks.clean import outlets, places
from tasks.clean.date_words import DAY_AND_MONTH, scan
from tasks.clean.facts import Dateline, PrintedDate

_MAX_CHARS = 130  # "BANDAR SERI BEGAWAN, Brunei, July 25, 2022 (Borneo Bulletin/ANN):" has 66
_MAX_ALONE_CHARS = 40
_MAX_UNKNOWN_WORDS = 4  # of a place no gazetteer knows; "PORT SUBSIDY TO END JULY 1 -" is a headline
_MIN_UNKNOWN_CHARS = 5  # and without a day; shorter ones are companies and the like ("KFC: …")
_WORD = r"[^\W\d_][\w.'’ʿʻ`-]*"
_PLACE = re.compile(rf"(?:{_WORD}(?:\s(?:de|del|la|al|el|of|on|the|upon|and|aboard)(?=\s))?)(?:\s{_WORD}){{0,4}}")
_WITH_COUNTRY = re.compile(rf"(?P<place>{_PLACE.pattern})\s\((?P<country>[A-Z][\w ]{{2,30}})\)(?=\s?[(—–:-])")
_GLUE = re.compile(r"\s*(?:/|&|,?\sand\s)\s*(?=[A-Z])")
_COMMA = re.compile(r"\s*,\s*")
_PAREN = re.compile(r"\s*[(\[]([^()\[\]\n]{2,50})[)\]]")
_OUTLET_BAR = re.compile(
    r"\s*\|\s*(?:(?P<outlet>[A-Z][A-Z. ]{1,30}?)\s?\|\s*)?(?=[A-Z“\"‘'])"
)  # "KAMPALA, Uganda | THE POST | The council"
_END = re.compile(
    r"\s*,?\s*(?:—|–|―|-{2,3}(?=\s|[A-Z“\"‘'])|-(?=\s|$|<)|_(?=\s)|:\s?[-–—]?(?=\s|$|[A-Z“\"‘'])|\.\s?[—–-]{1,2}\s?)\s*"
)
_TEXT = re.compile(r"\s*(?=[A-Z“\"‘'])")
_STOP = re.compile(r"\s?[.:]\s+(?=[A-Z“\"‘'])")
_PRESS_WIRE = re.compile(
    r"\s?(?:/(?:PRNewswire|CNW|EINPresswire)[^/\n]{0,30}/|"
    r"-{2}\s?\((?:BUSINESS WIRE|GLOBE NEWSWIRE|PRNewswire|ACCESSWIRE)\))\s?-{0,2}\s?"
)
_TIGHT_END = re.compile(r"\s+-(?=[A-Z])")  # "LOS ANGELES, March 18 -The council": behind a day it is no hyphen
_TIGHT_COLON = re.compile(r"\s?:(?=[a-z])")  # "shimla:the council": in a text without capitals
_AGENCY = re.compile(r"\s*,\s*([A-Z]\w{1,12})(?=\s?[-–—])")  # "ROME, March 13, Reuter -"
_DAY_BEHIND = re.compile(rf"\s?,\s?{DAY_AND_MONTH.pattern}", re.I)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday", re.I)
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
class _Reading:
    """What has been read of a dateline so far."""

    end: int = 0
    places: list[str] = field(default_factory=list)
    region: str | None = None
    agencies: list[str] = field(default_factory=list)
    dates: list[PrintedDate] = field(default_factory=list)
    has_day: bool = False
    has_paren: bool = False


def read(text: str, is_lower_case: bool, others_have_labels: bool) -> tuple[int, Dateline] | None:
    """Return where the dateline at the start of `text` ends, and what it says; None when there is none.

    `is_lower_case`: the whole document is printed without capitals. `others_have_labels`: other paragraphs start with a
    capitalised word and a colon too, as in a transcript.
    """
    head = text[:_MAX_CHARS]
    if not _may_start(head):
        return None
    reading = _Reading()
    _read_places(head, reading, is_lower_case)
    _read_days_and_agencies(head, reading)
    _know_outlets(reading)
    end = _read_end(head, reading)
    if end is None and is_lower_case and (tight := _TIGHT_COLON.match(head, reading.end)):
        end = tight.end()
    if end is None or not _is_believable(head, reading, others_have_labels):
        return None
    found = places.find(reading.places[0]) if reading.places else None
    if text.isupper() and len(text) > 25 and not (reading.has_day and found):  # a line all in capitals is a headline
        return None
    after = text[end:]
    if not after and len(text) > 60:
        return None
    return end, _dateline(text[:end].strip(), reading, found)


def read_alone(line: str) -> Dateline | None:
    """Read a place in capitals on a line of its own, as some print it above the story: `BAAR, SWITZERLAND`, `KARACHI`."""
    name, comma, region = line.partition(", ")
    if not line.isupper() or len(line) > _MAX_ALONE_CHARS or not (found := places.find(name)):
        return None
    country = places.region_country(region) if comma else None
    if country is None and (comma or found.may_be_a_name):
        return None
    return Dateline(line, places.without_marks(found.name), country or found.country)


def _may_start(head: str) -> bool:
    return any(mark in head for mark in ("—", "–", "―", "-", ":", "_", "(", "|")) and (
        head[0].isalpha() or head[0] in "(["
    )


def _read_places(head: str, reading: _Reading, is_lower_case: bool) -> None:
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
        comma = _COMMA.match(head, reading.end)
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


def _read_days_and_agencies(head: str, reading: _Reading) -> None:
    for _ in range(4):
        comma = _COMMA.match(head, reading.end)
        start = comma.end() if comma else reading.end + (len(head[reading.end :]) - len(head[reading.end :].lstrip()))
        if paren := _PAREN.match(head, reading.end):
            if not _read_paren(paren.group(1), reading):
                return
            reading.end = paren.end()
        elif (named := _AGENCY.match(head, reading.end)) and (agency := outlets.agency(named.group(1))):
            reading.agencies.append(agency)
            reading.end = named.end()
        elif (comma or reading.places) and (day_end := _day_end(head, start, reading)):
            reading.end = day_end
            reading.has_day = True
        else:
            return


def _know_outlets(reading: _Reading) -> None:
    """Tell an outlet from a place: "NPR — The council"."""
    printed = reading.places[0] if len(reading.places) == 1 else ""
    if printed.isupper() and (outlet := outlets.by_name(printed)) and not places.find(printed):
        reading.places.clear()
        reading.agencies.append(outlet.name)


def _day_end(head: str, start: int, reading: _Reading) -> int | None:
    found = scan(head, start)
    if found.dates:
        reading.dates.extend(found.dates)
        return found.meaning_end
    if match := DAY_AND_MONTH.match(head, start):
        return match.end()
    if match := _WEEKDAY.match(head, start):
        return match.end()
    return None


def _read_paren(words: str, reading: _Reading) -> bool:
    """Read `(Reuters)`, `(APP)`, `(Borneo Bulletin/ANN)`; False when the brackets hold something else."""
    names = [name.strip() for name in re.split(r"[/,&]| and |\s-\s", words) if name.strip()]
    known = [found.name for name in names if (found := outlets.by_name(name))]
    whole_dates = [printed for printed in scan(words).dates if printed.day]
    day = DAY_AND_MONTH.match(words) or _WEEKDAY.match(words)
    if (
        not known
        and not day
        and not whole_dates
        and not re.fullmatch(r"[A-Z]{2,6}", words)
        and not re.search(r"(?i)\bnews\b|agency|agencies|web desk|report", words)
    ):
        return False
    reading.agencies.extend(known)
    reading.dates.extend(whole_dates)
    reading.has_paren = True
    return True


def _read_end(head: str, reading: _Reading) -> int | None:
    """Return where the text goes on after the mark that ends the dateline; a day may stand behind a first mark."""
    if (reading.places or reading.agencies) and (bar := _OUTLET_BAR.match(head, reading.end)):
        reading.agencies += [name for name in [outlets.agency(bar["outlet"] or "")] if name]
        return bar.end()
    if reading.places and (wire := _PRESS_WIRE.match(head, reading.end)):
        reading.has_day = True
        return wire.end()
    mark = _END.match(head, reading.end) or (_TIGHT_END.match(head, reading.end) if reading.has_day else None)
    if not mark:
        return _read_end_without_mark(head, reading)
    day_end = _day_end(head, mark.end(), reading)
    if day_end and (second := _END.match(head, day_end)):
        reading.has_day = True
        return second.end()
    return mark.end()


def _read_end_without_mark(head: str, reading: _Reading) -> int | None:
    """Return where brackets end a dateline ("ISLAMABAD (APP) The board", "(CNN)The board"), or the stop behind a whole date."""
    is_bracketed = reading.agencies or (reading.has_paren and reading.dates)
    if is_bracketed and (text := _TEXT.match(head, reading.end)):
        return text.end()
    stop = _STOP.match(head, reading.end) if reading.dates else None
    return stop.end() if stop else None


def _is_believable(head: str, reading: _Reading, others_have_labels: bool) -> bool:
    ends_with_colon = ":" in head[reading.end : reading.end + 3]
    if not reading.places:
        return bool(reading.agencies) and (reading.has_paren or not ends_with_colon)
    first = reading.places[0]
    place = places.find(first)
    known = place is not None or reading.region is not None
    if reading.has_day or reading.has_paren:
        return known or len(first.split()) <= _MAX_UNKNOWN_WORDS
    if known and ends_with_colon and not first.isupper():  # "Moore: It is time", "Warren: No"
        return not others_have_labels and not (place and place.may_be_a_name)
    if known:
        return True
    return first.isupper() and len(first) >= _MIN_UNKNOWN_CHARS and not others_have_labels and len(first.split()) <= 3


def _dateline(text: str, reading: _Reading, found: places.Place | None) -> Dateline:
    name = None
    if reading.places:
        printed = reading.places[0]
        is_usual = found and places.fold(found.name) == places.fold(printed)
        name = places.without_marks(found.name) if found and is_usual else _title(printed)
    country = reading.region or (found.country if found else None)
    return Dateline(text, name, country, tuple(dict.fromkeys(reading.agencies)), tuple(reading.dates))


def _title(name: str) -> str:
    """Return a name printed in capitals or lower case in title case; particles stay small."""
    if not (name.isupper() or name.islower()):
        return name
    words = [
        word.capitalize() if "-" not in word else "-".join(p.capitalize() for p in word.split("-"))
        for word in name.split()
    ]
    return " ".join(
        word.lower() if number and word.lower() in ("of", "the", "de", "and") else word
        for number, word in enumerate(words)
    )
