"""Which of several dates is the date of publication."""

from datetime import date, datetime

import pytest

from tasks.clean.date_words import one_date
from tasks.clean.dates import Candidate, choose, from_metadata, from_url
from tasks.clean.settings import CleanSettings

READ_ON = date(2024, 3, 1)


def candidate(source: str, text: str) -> Candidate:
    printed = one_date(text)
    assert printed is not None
    return Candidate(source, printed)


@pytest.mark.parametrize(
    ("candidates", "source", "conflict"),
    [
        ([("date_line", "2024-02-17"), ("metadata", "2024-02-17 06:05:09")], "metadata", False),
        ([("metadata", "2024-02-17"), ("date_line", "Feb 17, 2024")], "date_line", False),
        ([("url", "2024-02-17"), ("credit_line", "February 18th, 2024")], "credit_line", False),
        ([("url", "2024-02-17"), ("credit_line", "February 20th, 2024")], "credit_line", True),
        ([("url", "February 2024"), ("date_line", "2024-03-01")], "date_line", False),
        ([("url", "January 2024"), ("date_line", "2024-02-15")], "date_line", True),
        ([("date_line", "Updated 2024-02-20"), ("url", "2024-02-17")], "date_line", True),
    ],
)
def test_the_most_precise_date_wins_and_others_agree_or_conflict(
    candidates: list[tuple[str, str]], source: str, conflict: bool
) -> None:
    published = choose([candidate(*found) for found in candidates], READ_ON, CleanSettings())
    assert published.source == source
    assert published.conflict is conflict
    assert ("date_conflict" in published.flags) is conflict


def test_a_clock_is_given_only_with_a_time() -> None:
    published = choose([candidate("timestamp_line", "17 Feb 2024 | 6:05 AM PKT")], READ_ON, CleanSettings())
    assert published.at == datetime(2024, 2, 17, 6, 5)
    assert published.zone == "PKT"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("0001-11-30", "date_implausible"),
        ("2050-01-01", "date_implausible"),
        ("30 February 2024", "date_implausible"),
        ("7/8/2017", "date_order_unknown"),
    ],
)
def test_a_date_that_cannot_be_or_be_told_is_null_and_its_evidence_stays(text: str, flag: str) -> None:
    published = choose([candidate("metadata", text)], READ_ON, CleanSettings())
    assert published.on is None
    assert published.evidence == text
    assert published.source == "metadata"
    assert flag in published.flags


def test_a_month_alone_gives_no_day() -> None:
    published = choose([candidate("url", "February 2024")], READ_ON, CleanSettings())
    assert (published.on, published.month, published.precision) == (None, "2024-02", "month")


def test_without_a_date_only_the_flag_is_raised() -> None:
    assert choose([], READ_ON, CleanSettings()).flags == ("date_missing",)


@pytest.mark.parametrize(
    ("url", "day", "month"),
    [
        ("https://example.org/2024/02/17/bridge", date(2024, 2, 17), "2024-02"),
        ("https://example.org/news/2024-02-17/bridge", date(2024, 2, 17), "2024-02"),
        ("https://example.org/a/20240217/bridge.html", date(2024, 2, 17), "2024-02"),
        ("https://example.org/2024/feb/17/bridge", date(2024, 2, 17), "2024-02"),
        ("https://example.org/2024/02/bridge/", None, "2024-02"),
        ("https://example.org/story/721633/bridge-of-1987", None, None),
        ("https://example.org/2016/12/", None, "2016-12"),
        (None, None, None),
    ],
)
def test_an_address_may_hold_a_date(url: str | None, day: date | None, month: str | None) -> None:
    printed = from_url(url)
    assert (printed.day if printed else None, printed.month if printed else None) == (day, month)


def test_a_record_may_give_seconds_since_1970() -> None:
    printed = from_metadata("1708128309")
    assert printed is not None
    assert printed.day == date(2024, 2, 17)


def test_a_month_alone_is_read_from_metadata() -> None:
    published = choose(
        [Candidate("metadata", found)] if (found := from_metadata("2024-02")) else [], READ_ON, CleanSettings()
    )
    assert (published.on, published.month, published.precision) == (None, "2024-02", "month")
