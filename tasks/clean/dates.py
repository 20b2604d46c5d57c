"""Dates found in a document -> the published_* columns: the most precise wins, the others agree or conflict."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from tasks.clean.date_words import in_order, one_date
from tasks.clean.facts import PrintedDate
from tasks.clean.learned import Taught, style_of
from tasks.clean.settings import CleanSettings

# Among equally precise ones the first wins. date_prefix and date_line are the same thing, set differently.
_SOURCES = ("timestamp_line", "date_prefix", "date_line", "credit_line", "metadata", "dateline", "url")
_PRECISION = {"second": 0, "minute": 1, "day": 2, "month": 3}
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:([/_-])(0?[1-9]|1[0-2]|[a-z]{3})\2([0-2]?\d|3[01])|(0[1-9]|1[0-2])([0-2]\d|3[01]))(?!\d)",
    re.I,
)
_URL_DAY_FIRST = re.compile(
    r"/((?:1[3-9]|2\d|3[01])/(?:0\d|1[0-2])/(?:19|20)\d\d)/"
)  # only where no month has that number
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])(?=/|$)")
_MONTH_ALONE = re.compile(r"((?:19|20)\d\d)[-/](0[1-9]|1[0-2])")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.0+)?")
_COMPACT = re.compile(
    r"((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d):?(\d\d):?(\d\d)?(?![\d.])(.{0,9}))?"
)  # 20240217 06:05:09


NumericDate = tuple[str, str, date | None]  # style, order (dmy, mdy, either), day


@dataclass(frozen=True)
class Candidate:
    """A date with the part of the document it stands in; `is_below` the story, it counts only when nothing else does."""

    source: str
    printed: PrintedDate
    is_below: bool = False


@dataclass(frozen=True)
class Published:
    """The published_* columns, and the flags that go with them."""

    on: date | None = None
    month: str | None = None
    at: datetime | None = None
    zone: str | None = None
    precision: str | None = None
    source: str | None = None
    evidence: str | None = None
    conflict: bool = False
    flags: tuple[str, ...] = ()


def numeric_dates(candidates: list[Candidate]) -> tuple[NumericDate, ...]:
    """Return style, order and day of a document's dates like 03/04/2022: from them a source's order is learned."""
    shown = [found.printed for found in candidates if found.printed.day_month]
    return tuple(
        dict.fromkeys(
            (style_of(printed.evidence), printed.day_month or "", printed.day)
            for printed in shown
            if not printed.impossible
        )
    )


def in_learned_order(candidates: list[Candidate], taught: Taught) -> list[Candidate]:
    """Return `candidates`; those whose day and month could be either way round are read in their source's order, if known."""
    return [
        replace(found, printed=in_order(found.printed, order))
        if found.printed.order_unknown and (order := taught.order(found.printed.evidence))
        else found
        for found in candidates
    ]


def choose(candidates: list[Candidate], first_read_on: date, settings: CleanSettings) -> Published:
    """Return the publication date that `candidates` give."""
    good = [found for found in candidates if _is_plausible(found.printed, first_read_on, settings)]
    if not good:
        return _without_a_date(candidates)
    best = min(good, key=_rank)
    conflict = any(_conflicts(best.printed, other.printed, settings) for other in good if not other.is_below)
    printed = best.printed
    return Published(
        on=printed.day,
        month=printed.month,
        at=datetime.combine(printed.day, printed.clock) if printed.day and printed.clock else None,
        zone=printed.zone if printed.clock else None,
        precision=printed.precision,
        source=best.source,
        evidence=printed.evidence,
        conflict=conflict,
        flags=("date_conflict",) if conflict else (),
    )


def _rank(found: Candidate) -> tuple[bool, bool, int, int]:
    # The day a page was last changed is not the day it was published: it counts only when nothing else is known.
    return found.is_below, found.printed.is_update, _PRECISION[found.printed.precision], _SOURCES.index(found.source)


def _is_plausible(printed: PrintedDate, first_read_on: date, settings: CleanSettings) -> bool:
    latest = first_read_on + timedelta(days=1)
    if printed.day:
        return settings.earliest_date <= printed.day <= latest
    if printed.month:
        return f"{settings.earliest_date:%Y-%m}" <= printed.month <= f"{latest:%Y-%m}"
    return False


def _without_a_date(candidates: list[Candidate]) -> Published:
    """Keep the evidence of a date that cannot be, or that could be read two ways."""
    if not candidates:
        return Published(flags=("date_missing",))
    unknown = [found for found in candidates if found.printed.order_unknown]
    shown = min(unknown or candidates, key=_rank)
    reason = "date_order_unknown" if unknown else "date_implausible"
    return Published(
        precision=None, source=shown.source, evidence=shown.printed.evidence, flags=("date_missing", reason)
    )


def _conflicts(best: PrintedDate, other: PrintedDate, settings: CleanSettings) -> bool:
    if other is best or other.is_update:
        return False
    if best.day and other.day:
        return abs((best.day - other.day).days) > settings.date_tolerance_days
    if best.month and other.month and best.month != other.month:
        return not _near_month_end(best, other, settings)
    return False


def _near_month_end(best: PrintedDate, other: PrintedDate, settings: CleanSettings) -> bool:
    day = best.day or other.day
    if not day:
        return False
    slack = timedelta(days=settings.date_tolerance_days)
    months = {f"{day - slack:%Y-%m}", f"{day + slack:%Y-%m}"}
    return {best.month, other.month} <= months


def from_metadata(value: str | None) -> PrintedDate | None:
    """Return the date that a record's own date field gives, with the whole field as evidence."""
    text = (value or "").strip()
    if not text:
        return None
    if _EPOCH.fullmatch(text):
        return _from_epoch(text)
    if alone := _MONTH_ALONE.fullmatch(text):
        return PrintedDate(text, month=f"{alone[1]}-{alone[2]}", precision="month")
    found = one_date(_spread(text))
    return replace(found, evidence=text) if found else None


def _spread(text: str) -> str:
    """Return a compact stamp ("20240217060509") with the marks that others have."""
    if not (found := _COMPACT.fullmatch(text)):
        return text
    year, month, day, hour, minute, second, zone = found.groups()
    clock = f"T{hour}:{minute}" + (f":{second}" if second else "") + zone if hour else ""
    return f"{year}-{month}-{day}{clock}"


def _from_epoch(text: str) -> PrintedDate | None:
    seconds = int(text.partition(".")[0])
    moment = datetime.fromtimestamp(seconds / 1000 if seconds >= 10**12 else seconds, UTC)
    return PrintedDate(text, day=moment.date(), month=f"{moment:%Y-%m}")


def from_url(url: str | None) -> PrintedDate | None:
    """Return the date in the path of an address, with that part of it as evidence."""
    if not url:
        return None
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    for found in _URL_DAY.finditer("/" + path):
        if printed := _url_day(found):
            return printed
    if reversed_day := _URL_DAY_FIRST.search("/" + path):
        return one_date(reversed_day.group(1))
    if found_month := _URL_MONTH.search("/" + path):
        year, month = found_month.groups()
        return PrintedDate(f"{year}/{month}", month=f"{year}-{month}", precision="month")
    return None


def _url_day(found: re.Match[str]) -> PrintedDate | None:
    year, month, day = found.group(1), found.group(3) or found.group(5), found.group(4) or found.group(6)
    words = f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}"
    printed = one_date(words)
    if printed is None or printed.day is None:
        return None
    return replace(printed, evidence=found.group())
