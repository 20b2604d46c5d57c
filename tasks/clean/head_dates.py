"""The dates of a head: on a line of their own, below their label, and glued before the text of a line."""

import re

from tasks.clean import dated_credits, headline, outlets
from tasks.clean.date_words import DAY_AND_MONTH, Scan, scan, whole_line
from tasks.clean.facts import Dates
from tasks.clean.rules import Taken, View, whole

_AGENCY_WORD = re.compile(r"[A-Z][\w.]{1,12}(?:\s[A-Z]\w{1,12})?(?=\s)")
_LABEL = re.compile(r"(?:date|published|posted|updated|publication date|date of publication)(?:\son)?\s?:?", re.I)
_STAMP = re.compile(r"(?:date|published|posted|dated)?\s{0,3}:?\s{0,3}\d{4}-\d{2}-\d{2}", re.I)
_NO_YEAR = re.compile(
    rf"(?:[A-Z][a-z]{{2,8}},?\s)?(?:{DAY_AND_MONTH.pattern}),?\s(?:at\s)?\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?", re.I
)
_MARKS = " -–—|:,.;)"  # between a date and the text behind it
_AUTHOR_STARTS = ("by ", "/")  # "March 12, 2024 / Jane Doe / 4 Comments"
_NEAR = 4  # units in which the copy of a headline stands that tells where the date before it ends


def dates(view: View) -> Taken | None:
    """Take a line of dates, or of a day and a clock without a year, which tell no date."""
    if _NO_YEAR.fullmatch(view.text):
        return whole(view.text, "timestamp_line", "date_without_year")
    return date_line(view.text)


def date_line(text: str) -> Taken | None:
    """Take a line of dates and nothing else; "2 hours ago" is taken and tells no date."""
    found = whole_line(text)
    if not found:
        return None
    has_clock = any(printed.clock for printed in found.dates)
    if not found.dates:
        return whole(text, "timestamp_line", "relative_time")
    return whole(text, "timestamp_line" if has_clock else "date_line", "date_alone", Dates(found.dates))


def date_label(view: View) -> Taken | None:
    """Take "Date:" on a line of its own above the date."""
    if not view.is_whole or not view.following or not _LABEL.fullmatch(view.text):
        return None
    return whole(view.text, "metadata_line", "date_label") if date_line(view.following[0].text) else None


def date_prefix(view: View) -> Taken | None:
    """Take a date that the story, or the headline, follows on the same line."""
    if not any(char.isdigit() for char in view.text[:40]) or view.text.startswith(
        "On "
    ):  # a sentence: "On Dec. 3, 1986, the"
        return None
    start = 0
    if agency := _AGENCY_WORD.match(view.text):
        start = agency.end() if outlets.agency(agency.group()) else 0
    found = scan(view.text, start)
    if not any(printed.day or printed.order_unknown or printed.impossible for printed in found.dates):
        return None
    before_copy = _end_before_copy(view, found)
    end = before_copy or found.prefix_ends[-1]
    rest = _behind(view.text, end)
    may_be_small = before_copy or found.has_label or view.setting.is_lower_case or _is_stamped_heading(view.text)
    if not rest or (rest[0].islower() and not may_be_small):
        return None
    if rest.casefold().startswith(_AUTHOR_STARTS) and dated_credits.read(view.text, strictly=False):
        return None
    return Taken(
        0, len(view.text) - len(rest), "date_prefix", "date_before_text", Dates(scan(view.text[:end], start).dates)
    )


def _end_before_copy(view: View, found: Scan) -> int | None:
    """Return the end behind which a line stands that is printed again: the "7pm" of "7pm curfew" is then no clock."""
    near = view.following[:_NEAR]
    return next(
        (end for end in found.prefix_ends if any(headline.same(unit.text, _behind(view.text, end)) for unit in near)),
        None,
    )


def _behind(text: str, end: int) -> str:
    return text[end:].lstrip(_MARKS)


def without_date(text: str) -> str:
    """Return `text` without the dates it begins with."""
    ends = scan(text).prefix_ends
    return _behind(text, ends[-1]) if ends else text


def _is_stamped_heading(text: str) -> bool:
    """Tell whether a program put a day before a line that is no sentence: some sites print headlines without capitals."""
    return opens_with_stamp(text) and not text.endswith((".", "”", '"'))


def opens_with_stamp(text: str) -> bool:
    """Tell whether a line begins with a day as programs print it: it was put before the headline, on every copy of it."""
    return _STAMP.match(text) is not None
