"""Dates as newspapers print them."""

from datetime import date, time

import pytest

from tasks.clean.date_words import one_date, scan, whole_line

FEB_17 = date(2024, 2, 17)


@pytest.mark.parametrize(
    ("line", "day", "clock", "zone", "precision"),
    [
        ("2024-02-17", FEB_17, None, None, "day"),
        ("2024-02-17 06:05:09", FEB_17, time(6, 5, 9), None, "second"),
        ("2024-02-17T06:05:09Z", FEB_17, time(6, 5, 9), "Z", "second"),
        ("2024-02-17T06:05:09.123+05:00", FEB_17, time(6, 5, 9), "+05:00", "second"),
        ("2024-02-17 00:00:00", FEB_17, None, None, "day"),
        ("17 Feb 2024 | 6:05 AM PKT", FEB_17, time(6, 5), "PKT", "minute"),
        ("Feb 17, 2024 06:05am", FEB_17, time(6, 5), None, "minute"),
        ("Saturday, February 17, 2024", FEB_17, None, None, "day"),
        ("Saturday 17 February 2024 18:05", FEB_17, time(18, 5), None, "minute"),
        ("06:05 AM, Feb 17, 2024", FEB_17, time(6, 5), None, "minute"),
        ("Published 06:05 PM EST Feb 17, 2024", FEB_17, time(18, 5), "EST", "minute"),
        ("Published: February 17th, 2024", FEB_17, None, None, "day"),
        ("17-Feb-2024", FEB_17, None, None, "day"),
        ("17.02.2024", FEB_17, None, None, "day"),
        ("2/17/24", FEB_17, None, None, "day"),
        ("This story is from February 17, 2024", FEB_17, None, None, "day"),
        ("date 2024-02-17", FEB_17, None, None, "day"),
        ("12:30 p.m. ET on Feb. 17, 2024", FEB_17, time(12, 30), "ET", "minute"),
        ("2024年02月17日 06時05", FEB_17, time(6, 5), None, "minute"),
        ("2024년 2월 17일 06:05", FEB_17, time(6, 5), None, "minute"),
    ],
)
def test_a_line_of_dates_is_read(line: str, day: date, clock: time | None, zone: str | None, precision: str) -> None:
    found = whole_line(line)
    assert found is not None
    printed = found.dates[0]
    assert (printed.day, printed.clock, printed.zone, printed.precision) == (day, clock, zone, precision)
    assert printed.evidence in line
    read_again = scan(printed.evidence).dates[0]
    assert (read_again.day, read_again.clock, read_again.zone) == (day, clock, zone)


@pytest.mark.parametrize(
    "line",
    [
        "In 2024 the council met 17 times.",
        "February was the coldest month since 1987",
        "17 people were hurt on Saturday",
        "May 2024 be a good year for the club",
        "",
        "12:30",
    ],
)
def test_other_lines_are_not_dates(line: str) -> None:
    assert whole_line(line) is None


def test_an_ambiguous_order_is_never_guessed() -> None:
    printed = one_date("7/8/2017")
    assert printed is not None
    assert printed.order_unknown
    assert printed.day is None


@pytest.mark.parametrize("text", ["30 February 2024", "2024-13-01", "0/5/2024"])
def test_a_day_that_does_not_exist_is_impossible(text: str) -> None:
    printed = one_date(text)
    assert printed is not None
    assert printed.impossible


def test_a_relative_time_is_recognised_and_gives_no_date() -> None:
    found = whole_line("2 hours ago")
    assert found is not None
    assert found.dates == ()


def test_an_update_is_told_from_a_publication() -> None:
    found = scan("Published: Feb 16, 2024 9:00am | Last updated: Feb 17, 2024 10:00am")
    assert [(printed.day, printed.is_update) for printed in found.dates] == [
        (date(2024, 2, 16), False),
        (FEB_17, True),
    ]
