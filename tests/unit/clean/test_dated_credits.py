"""Lines that name authors and their day together."""

import pytest

from tasks.clean.dated_credits import read
from tasks.clean.facts import Dates


@pytest.mark.parametrize(
    ("line", "day", "names"),
    [
        ("TNN | Mar 4, 2024, 06:12 IST", "2024-03-04", ()),
        ("By Web Desk - March 7, 2024", "2024-03-07", ("Web Desk",)),
        ("Bureau Report Published March 6, 2024", "2024-03-06", ("Bureau Report",)),
        ("Filed on March 14, 2024 | Last updated on March 14, 2024 at 09.55 pm", "2024-03-14", ()),
        ("5:45 AM PST 11/19/2019 by Jane Doe", "2019-11-19", ("Jane Doe",)),
        ("Source: Xinhua| 2024-03-05 14:22:31|Editor: huaxia", "2024-03-05", ()),
        ("Today's Paper | March 05, 2024", "2024-03-05", ()),
        ("AFP Sunday 26 Nov 2017", "2017-11-26", ()),
        ("Jane Doe • Published 17 Feb 2024 • 3 min read", "2024-02-17", ("Jane Doe",)),
    ],
)
def test_authors_and_their_day_are_read(line: str, day: str, names: tuple[str, ...]) -> None:
    found = read(line, strictly=True)
    assert found is not None
    assert isinstance(found.fact, Dates)
    assert (str(found.fact.found[0].day), found.fact.names) == (day, names)


@pytest.mark.parametrize(
    "line",
    [
        "Valley war, day 100: January 14, 2024",
        "Published accounts of 12 May 2023 show a loss at the mill",
        "On March 5, 2024 the council closed the bridge",
        "The bridge was closed on March 5, 2024.",
        "Minarpur 2024",
    ],
)
def test_a_line_that_tells_something_is_none(line: str) -> None:
    assert read(line, strictly=True) is None
