"""Find the day that a figure holds for: a date in its sentence, or a weekday counted back from the day of publication."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from tasks.enrich.word_lists import in_order

MONTHS: Final = {
    name[:3]: number
    for number, name in enumerate(
        in_order("january february march april may june july august september october november december"), start=1
    )
}
WEEKDAYS: Final = {
    name: n for n, name in enumerate(in_order("monday tuesday wednesday thursday friday saturday sunday"))
}
MONTH: Final = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DATED: Final = re.compile(
    rf"\b(?:{MONTH}\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:,?\s(?P<year>(?:19|20)\d\d))?(?![\d,]*\d)|"
    rf"(?P<first>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?{MONTH.replace('<month>', '<named>')}(?:,?\s(?P<dated>(?:19|20)\d\d))?)\b"
)
SPOKEN: Final = re.compile(
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b(?P<near>today|yesterday)\b", re.I
)
# A day of another week, or one from which or until which something is counted, is not the day the figure holds for.
OTHER_DAY: Final = re.compile(
    r"\b(?:since|until|till|before|from|next|every|after|last\sweek|previous|between)\s(?:the\s)?$", re.I
)
HOLDS: Final = re.compile(r"\b(?:as\sof|by|up\sto)\s(?:late\s|early\s)?$", re.I)


def day_of(text: str, sentence: tuple[int, int], published_on: date | None) -> date | None:
    """Return the day the figure holds for: the one after 'as of', else the only one that its sentence gives."""
    days = list(days_in(text, *sentence, published_on))
    stated = [day for start, day in days if HOLDS.search(text, sentence[0], start)]
    if stated:
        return stated[0]
    told = {day for _, day in days}
    return told.pop() if len(told) == 1 else None


def days_in(text: str, start: int, end: int, published_on: date | None) -> Iterator[tuple[int, date]]:
    """Yield each day of a sentence and where it stands."""
    for match in DATED.finditer(text, start, end):
        day = dated(match, published_on)
        if day is not None and not OTHER_DAY.search(text, start, match.start()):
            yield match.start(), day
    if published_on is None:
        return
    for match in SPOKEN.finditer(text, start, end):
        if not OTHER_DAY.search(text, start, match.start()):
            yield match.start(), spoken(match, published_on)


def dated(match: re.Match[str], published_on: date | None) -> date | None:
    """Return the day of a date; without a year it is the last one before the day of publication."""
    month = MONTHS[(match["month"] or match["named"])[:3].casefold()]
    day = int(match["day"] or match["first"])
    year = match["year"] or match["dated"]
    if year is None and published_on is None:
        return None
    try:
        found = date(int(year) if year else published_on.year if published_on else 1, month, day)
        return found if year or published_on is None or found <= published_on else found.replace(year=found.year - 1)
    except ValueError:  # "May 31 people": no such day, so no date
        return None


def spoken(match: re.Match[str], published_on: date) -> date:
    """Return the day of 'today', 'yesterday' or a weekday, the last one up to the day of publication."""
    if match["near"]:
        return published_on - timedelta(days=match["near"].casefold() == "yesterday")
    back = (published_on.weekday() - WEEKDAYS[match["weekday"].casefold()]) % 7
    return published_on - timedelta(days=back)
