"""The start of a story -> its dateline: `QUETTA, Feb 17 (APP):`, `LONDON (Reuters) —`, `Muscat -`, `new delhi:`.

Read from left to right: places, then days and agencies in any order, then the mark that ends it. What only looks like one
("TRUMP: I said so", "UPDATE: …", "Question: …") is told apart by the gazetteer, and by what else stands in the dateline.
"""

import re

from tasks.clean import outlets, places
from tasks.clean.date_words import DAY_AND_MONTH, scan
from tasks.clean.dateline_places import COMMA, Reading, read_places
from tasks.clean.facts import Dateline

_MAX_CHARS = 130  # "BANDAR SERI BEGAWAN, Brunei, July 25, 2022 (Borneo Bulletin/ANN):" has 66
_MAX_ALONE_CHARS = 40
_MAX_UNKNOWN_WORDS = 4  # of a place no gazetteer knows; "PORT SUBSIDY TO END JULY 1 -" is a headline
_MIN_UNKNOWN_CHARS = 5  # and without a day; shorter ones are companies and the like ("KFC: …")
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
    r"(?:-{2}\s?)?\((?:BUSINESS WIRE|GLOBE NEWSWIRE|PRNewswire|ACCESSWIRE)\))\s?[-–—]{0,2}\s?"
)
_TIGHT_END = re.compile(r"\s+-(?=[A-Z])")  # "LOS ANGELES, March 18 -The council": behind a day it is no hyphen
_TIGHT_COLON = re.compile(r"\s?:(?=[a-z])")  # "shimla:the council": in a text without capitals
_AGENCY = re.compile(r"\s*,\s*([A-Z]\w{1,12})(?=\s?[-–—])")  # "ROME, March 13, Reuter -"
_SLASHED = re.compile(r"\s?[.,]?\s?/([A-Z][\w. ]{1,20})/[.,]?")  # "MOSCOW, March 12. /TASS/. The council"
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday", re.I)


def read(text: str, is_lower_case: bool, others_have_labels: bool) -> tuple[int, Dateline] | None:
    """Return where the dateline at the start of `text` ends, and what it says; None when there is none.

    `is_lower_case`: the whole document is printed without capitals. `others_have_labels`: other paragraphs start with a
    capitalised word and a colon too, as in a transcript.
    """
    head = text[:_MAX_CHARS]
    if not _may_start(head):
        return None
    reading = Reading()
    read_places(head, reading, is_lower_case)
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
    return any(mark in head for mark in ("—", "–", "―", "-", ":", "_", "(", "|", " /")) and (
        head[0].isalpha() or head[0] in "(["
    )


def _read_days_and_agencies(head: str, reading: Reading) -> None:
    for _ in range(4):
        comma = COMMA.match(head, reading.end)
        start = comma.end() if comma else reading.end + (len(head[reading.end :]) - len(head[reading.end :].lstrip()))
        if paren := _PAREN.match(head, comma.end() if comma else reading.end):
            if not _read_paren(paren.group(1), reading):
                return
            reading.end = paren.end()
        elif (
            reading.places
            and (slashed := _SLASHED.match(head, reading.end))
            and (agency := outlets.agency(slashed.group(1)))
        ):
            reading.agencies.append(agency)
            reading.end = slashed.end()
        elif (named := _AGENCY.match(head, reading.end)) and (agency := outlets.agency(named.group(1))):
            reading.agencies.append(agency)
            reading.end = named.end()
        elif (comma or reading.places or not reading.end) and (day_end := _day_end(head, start, reading)):
            reading.end = day_end
            reading.has_day = True
        else:
            return


def _know_outlets(reading: Reading) -> None:
    """Tell an outlet from a place: "NPR — The council"."""
    printed = reading.places[0] if len(reading.places) == 1 else ""
    if printed.isupper() and (outlet := outlets.by_name(printed)) and not places.find(printed):
        reading.places.clear()
        reading.agencies.append(outlet.name)


def _day_end(head: str, start: int, reading: Reading) -> int | None:
    found = scan(head, start)
    if found.dates:
        reading.dates.extend(found.dates)
        return found.meaning_end
    if match := DAY_AND_MONTH.match(head, start):
        return match.end()
    if match := _WEEKDAY.match(head, start):
        return match.end()
    return None


def _read_paren(words: str, reading: Reading) -> bool:
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


def _read_end(head: str, reading: Reading) -> int | None:
    """Return where the text goes on after the mark that ends the dateline; a day may stand behind a first mark."""
    is_known = reading.agencies or (reading.places and (reading.region or places.find(reading.places[0])))
    if is_known and (bar := _OUTLET_BAR.match(head, reading.end)):  # not "JANE DOE | Madrid"
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
    paren = _PAREN.match(head, mark.end()) if reading.places else None
    if paren and (agency := outlets.agency(paren.group(1))):  # "ISLAMABAD: (Online) The board"
        reading.agencies.append(agency)
        return paren.end() + len(paren.string[paren.end() :]) - len(paren.string[paren.end() :].lstrip())
    return mark.end()


def _read_end_without_mark(head: str, reading: Reading) -> int | None:
    """Return where brackets end a dateline ("ISLAMABAD (APP) The board", "(CNN)The board"), or the stop behind a whole date."""
    is_bracketed = reading.agencies or (reading.has_paren and reading.dates)
    if is_bracketed and (text := _TEXT.match(head, reading.end)):
        return text.end()
    stop = _STOP.match(head, reading.end) if reading.dates else None
    return stop.end() if stop else None


def _is_believable(head: str, reading: Reading, others_have_labels: bool) -> bool:
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


def _dateline(text: str, reading: Reading, found: places.Place | None) -> Dateline:
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
