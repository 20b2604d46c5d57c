"""Text -> dates: one scanner that eats dates, times, zones, weekdays, labels and separators from a given place on."""

import re
from dataclasses import dataclass, replace
from datetime import date, time

from tasks.clean.facts import PrintedDate

_MONTH_WORD = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_TOKEN = re.compile(
    rf"""
      (?P<ymd>(?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?:(?!\d)|(?<=(?:19|20)\d\d-[01]\d-[0-3]\d)))
    | (?P<dmy>(?P<d2>\d{{1,2}}){_ORDINAL}(?:\s?of)?[\s,.\-]{{0,3}}(?P<m2>{_MONTH_WORD})[\s,\-]{{0,3}}(?P<y2>\d{{4}}|'\d{{2}})(?!\d))
    | (?P<mdy>(?P<m3>{_MONTH_WORD})[\s\-]{{0,2}}(?P<d3>\d{{1,2}}){_ORDINAL}\s?,?[\s\-]{{0,2}}(?P<y3>\d{{4}})(?!\d))
    | (?P<ywd>(?P<y4>\d{{4}})[\s,\-]{{1,2}}(?P<m4>{_MONTH_WORD})[\s\-]{{1,2}}(?P<d4>\d{{1,2}})(?!\d))
    | (?P<eastern>(?P<y7>\d{{4}})\s?[年년]\s?(?P<m7>\d{{1,2}})\s?[月월]\s?(?P<d7>\d{{1,2}})\s?[日일])
    | (?P<num>(?P<n1>\d{{1,2}})[-/.](?P<n2>\d{{1,2}})[-/.](?P<y5>\d{{4}}|\d{{2}})(?![\d:]))
    | (?P<my>(?P<m6>{_MONTH_WORD}),?\s(?P<y6>\d{{4}})(?!\d))
    | (?P<time>(?P<h>[01]?\d|2[0-3])(?:[:.h時时](?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d{{1,9}})?)?(?![\d:])
        (?:\s?(?P<ap>[ap])\.?\s?m\b\.?)?|\s?(?P<ap2>[ap])\.?m\b\.?)(?:\s?(?:hrs|hours)\b)?)
    | (?P<military>(?P<h3>[01]\d|2[0-3])(?P<mi3>[0-5]\d)(?=\s?(?:GMT|UTC|IST|PKT|HKT|hrs)\b)(?:\s?hrs\b)?)
    | (?P<zone>(?:GMT|UTC|PKT|PST|IST|BST|EST|EDT|E\.?T|CST|CDT|MST|MDT|PDT|PT|CET|CEST|EET|EEST|MSK|KSA|JST|KST|HKT|SGT|AEST|
        AEDT|NZST|NZDT|WAT|EAT|CAT|SAST|PHT|WIB|NPT|Z)\b\.?(?:\s?[+-]\s?\d{{1,2}}(?::?\d{{2}})?)?|[+-]\d{{2}}:?\d{{2}}(?![\d-]))
    | (?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs|r)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])\.?)
    | (?P<label>(?:(?:this\ (?:story|article)\ (?:is\ from|was\ (?:first\ )?published)|(?:date|day)(?:\ of\ (?:publication|issue))?|
        (?:(?:first|originally)\ )?(?:published|posted|issued|uploaded|created|added)(?:\ date)?|publish\ date|release\ date|
        pub(?:lished)?\.?\ date|(?:last\ |article\ )?(?P<update>updated?|modified|revised|edited)|time|web\ posted|dated)
        (?:\ (?:on|at|in))?)(?![a-z]))
    | (?P<relative>(?:\d{{1,3}}|an?|one|two|three|few)\+?\s
        (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\sago(?![a-z])|
        (?:yesterday|today|just\ now)(?![a-z]))
    | (?P<sep>[\s,|·•@–—\-:;/()\[\]~]+|\bat\b|\bon\b|T(?=\d))
    """,
    re.X | re.I,
)
# A day and month without a year, as datelines print it: it can confirm a date, never make one.
DAY_AND_MONTH = re.compile(
    rf"(?:(?P<month>{_MONTH_WORD})\s{{0,2}}(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s?(?P<month2>{_MONTH_WORD}))(?!\d)",
    re.I,
)
_MAX_CHARS = 200  # of a line of dates; "Published: … | Last updated: …" with weekday and zone has about 120
# Forms of programs with the year behind the clock, and without marks; read as the usual form, and shown as printed.
_YEAR_LAST = re.compile(
    rf"((?:[a-z]{{3}},?\s)?{_MONTH_WORD}\s\d{{1,2}})\s(\d\d:\d\d(?::\d\d)?(?:\s(?:[A-Z]{{2,5}}|[+-]\d{{4}}))?)\s(\d{{4}})",
    re.I,
)
_NO_MARKS = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])")
_READING_TIME = re.compile(r"[\s|·•–—-]{1,3}\d{1,2}[ -]min(?:ute)?s?(?: read)?$", re.I)
_PIVOT = 69  # two-digit years from 69 on are of the last century, as strptime reads them


@dataclass(frozen=True)
class Scan:
    """What a scan ate: where it ended, where its last meaningful token ended, and what it found.

    `prefix_ends` are where its dates and clocks ended: "Monday", "Time" and "PT" behind them begin the text as often as not.
    """

    end: int
    meaning_end: int
    prefix_ends: tuple[int, ...]
    dates: tuple[PrintedDate, ...]
    is_relative: bool
    has_label: bool
    has_weekday: bool


def scan(text: str, start: int = 0) -> Scan:
    """Eat date tokens of `text` from `start` until something else comes."""
    position, meaning_end = start, start
    tokens: list[re.Match[str]] = []
    while position - start < _MAX_CHARS and (match := _TOKEN.match(text, position)) and match.end() > position:
        if match.lastgroup is not None and _ends_inside_a_word(text, match):
            break
        tokens.append(match)
        position = match.end()
        if not match["sep"]:
            meaning_end = position
    kinds = [_kind(token) for token in tokens]
    return Scan(
        end=position,
        meaning_end=meaning_end,
        prefix_ends=_prefix_ends(tokens, kinds),
        dates=_dates(text, tokens, kinds),
        is_relative="relative" in kinds,
        has_label="label" in kinds,
        has_weekday="weekday" in kinds,
    )


def _prefix_ends(tokens: list[re.Match[str]], kinds: list[str]) -> tuple[int, ...]:
    """Return the ends of the dates, and of the clocks and their zones that follow a date."""
    ends: list[int] = []
    before = ""
    for token, kind in zip(tokens, kinds, strict=True):
        is_clock = kind in _CLOCK_KINDS or (kind == "zone" and before in _CLOCK_KINDS)
        if kind in _DATE_KINDS or (is_clock and ends):
            ends.append(token.end())
        before = before if kind == "sep" else kind
    return tuple(ends)


def whole_line(text: str) -> Scan | None:
    """Return the scan of a line that holds dates, or a relative date, and nothing else."""
    if len(text) > _MAX_CHARS or not (any(char.isdigit() for char in text) or text.endswith("ago")):
        return None
    if usual := _usual(text):
        found = scan(usual)
        return replace(found, dates=tuple(replace(one, evidence=text) for one in found.dates)) if found.dates else None
    bare = _READING_TIME.sub("", text)
    found = scan(bare)
    if found.end < len(bare.rstrip(" .")) or not (found.dates or found.is_relative):
        return None
    return found


def _usual(text: str) -> str | None:
    """Return `Sat Feb 17 06:05:09 PKT 2024` and `20240217` with their parts as others set them."""
    if year_last := _YEAR_LAST.fullmatch(text):
        day, clock, year = year_last.groups()
        return f"{day} {year} {clock}"
    return "-".join(no_marks.groups()) if (no_marks := _NO_MARKS.fullmatch(text)) else None


def one_date(text: str) -> PrintedDate | None:
    """Return the first date in `text`, wherever it stands: for fields and credits, never for running text."""
    if usual := _usual(text.strip()):
        dates = scan(usual).dates
        return replace(dates[0], evidence=text.strip()) if dates else None
    for match in _TOKEN.finditer(text[:_MAX_CHARS]):
        kind = _kind(match)
        if kind in _DATE_KINDS or kind == "weekday":
            dates = scan(text, match.start()).dates
            if dates or kind != "weekday":
                return replace(dates[0], evidence=text.strip()) if dates else None
    return None


def in_order(printed: PrintedDate, order: str) -> PrintedDate:
    """Return `printed`, whose day and month could be either way round, read in `order`: dmy or mdy."""
    for match in _TOKEN.finditer(printed.evidence):
        if match["num"]:
            day, month = (match["n1"], match["n2"]) if order == "dmy" else (match["n2"], match["n1"])
            read = _day(printed.evidence, _year(match["y5"]), int(month), int(day))
            return replace(printed, day=read.day, month=read.month, order_unknown=False, impossible=read.impossible)
    return printed


def month_number(word: str) -> int:
    """Return the month (1 to 12) that an English month name or abbreviation means."""
    return _MONTHS[word[:3].lower()]


_DATE_KINDS = ("ymd", "dmy", "mdy", "ywd", "eastern", "num", "my")
_CLOCK_KINDS = ("time", "military")
_KINDS = (*_DATE_KINDS, *_CLOCK_KINDS, "zone", "weekday", "label", "relative", "sep")


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _KINDS if match[kind])


def _ends_inside_a_word(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    is_letter = match.group()[-1].isalpha() and not match["eastern"]  # 日 ends a date, whatever follows
    return is_letter and end < len(text) and text[end].isalpha()


def _dates(text: str, tokens: list[re.Match[str]], kinds: list[str]) -> tuple[PrintedDate, ...]:
    """Pair every date with the clock next to it: the one after it, or before it when none follows."""
    found: list[PrintedDate] = []
    spare_clock: re.Match[str] | None = None
    is_update = False
    for number, (token, kind) in enumerate(zip(tokens, kinds, strict=True)):
        if kind == "label":
            is_update = bool(token["update"])
        elif kind in ("time", "military"):
            if found and found[-1].clock is None and not spare_clock:
                found[-1] = _with_clock(found[-1], text, token, tokens[number + 1 :])
            else:
                spare_clock = token
        elif kind in _DATE_KINDS:
            printed = _by_weekday(_read(token, kind), _weekday_beside(tokens, kinds, number))
            found.append(replace(printed, is_update=is_update))
            if spare_clock and spare_clock.end() <= token.start():
                found[-1] = _with_clock(found[-1], text, spare_clock, tokens[tokens.index(spare_clock) + 1 : number])
                spare_clock = None
    return tuple(found)


def _weekday_beside(tokens: list[re.Match[str]], kinds: list[str], number: int) -> int | None:
    """Return the day of the week (Monday is 0) printed right before or behind a date."""
    before = [at for at in range(number) if kinds[at] != "sep"][-1:]
    behind = [at for at in range(number + 1, len(kinds)) if kinds[at] != "sep"][:1]
    beside = next((at for at in before + behind if kinds[at] == "weekday"), None)
    return None if beside is None else _WEEKDAYS.index(tokens[beside].group()[:3].lower())


def _by_weekday(printed: PrintedDate, weekday: int | None) -> PrintedDate:
    """Read a date that could be either way round as the one of its two days that falls on `weekday`."""
    if not printed.order_unknown or weekday is None:
        return printed
    readings = [(order, in_order(printed, order)) for order in ("dmy", "mdy")]
    fitting = [(order, read) for order, read in readings if read.day and read.day.weekday() == weekday]
    return replace(fitting[0][1], day_month=fitting[0][0]) if len(fitting) == 1 else printed


def _with_clock(printed: PrintedDate, text: str, token: re.Match[str], after: list[re.Match[str]]) -> PrintedDate:
    hour = int(token["h"] or token["h3"])
    minute, second = int(token["mi"] or token["mi3"] or 0), int(token["s"] or 0)
    half = (token["ap"] or token["ap2"] or "").lower()
    if half and hour > 12:
        half = ""  # "18:05 PM" is printed often enough and means what it says
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = next((match for match in after[:2] if match["zone"]), None)
    # Midnight to the second is what programs print for "no time known".
    if (hour, minute, second) == (0, 0, 0) and token["s"]:
        return printed
    at = text.find(printed.evidence)
    clock_end = zone.end("zone") if zone else token.end()
    evidence = (
        text[min(at, token.start()) : max(at + len(printed.evidence), clock_end)] if at >= 0 else printed.evidence
    )
    return replace(
        printed,
        clock=time(hour, minute, second),
        zone=zone["zone"].strip(" .") if zone else None,
        precision="second" if token["s"] else "minute",
        evidence=evidence.strip(),
    )


def _read(token: re.Match[str], kind: str) -> PrintedDate:
    evidence = token.group().strip(" .,-")
    if kind == "ymd":
        return _day(evidence, int(token["y1"]), int(token["m1"]), int(token["d1"]))
    if kind == "dmy":
        return _day(evidence, _year(token["y2"]), month_number(token["m2"]), int(token["d2"]))
    if kind == "mdy":
        return _day(evidence, int(token["y3"]), month_number(token["m3"]), int(token["d3"]))
    if kind == "ywd":
        return _day(evidence, int(token["y4"]), month_number(token["m4"]), int(token["d4"]))
    if kind == "eastern":
        return _day(evidence, int(token["y7"]), int(token["m7"]), int(token["d7"]))
    if kind == "my":
        month = f"{int(token['y6']):04d}-{month_number(token['m6']):02d}"
        return PrintedDate(evidence, month=month, precision="month")
    return _numeric(evidence, int(token["n1"]), int(token["n2"]), _year(token["y5"]))


def _numeric(evidence: str, first: int, second: int, year: int) -> PrintedDate:
    """Read `7/23/17`: its order is known only when one of the two cannot be a month, or both are the same."""
    if first == second:
        return _day(evidence, year, second, first)
    if first > 12:
        return replace(_day(evidence, year, second, first), day_month="dmy")
    if second > 12:
        return replace(_day(evidence, year, first, second), day_month="mdy")
    if first == 0 or second == 0:
        return PrintedDate(evidence, impossible=True)
    return PrintedDate(evidence, order_unknown=True, day_month="either")


def _year(printed: str) -> int:
    digits = printed.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _PIVOT else 2000)


def _day(evidence: str, year: int, month: int, day: int) -> PrintedDate:
    try:
        found = date(year, month, day)
    except ValueError:
        return PrintedDate(evidence, impossible=True)
    return PrintedDate(evidence, day=found, month=f"{found:%Y-%m}" if year >= 1000 else None)
