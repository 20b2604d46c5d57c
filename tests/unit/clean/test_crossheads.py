"""Crossheads: a few words between paragraphs of prose, also below a short last sentence of a chapter."""

import pytest

from tasks.clean.crossheads import numbers

LONG = (
    "The council of the town will repair the old bridge before the summer ends, its spokeswoman said on Monday evening."
)
SHORT = "The bridge was closed to all lorries on Sunday."


@pytest.mark.parametrize(
    ("above", "line", "below", "is_crosshead"),
    [
        (LONG, "A new bridge", LONG, True),
        (SHORT, "Why was it closed?", SHORT, True),
        (LONG, "- Respect the rules -", LONG, True),
        ("Carts at the bridge", "A new bridge", LONG, False),  # one of several headings
        (LONG, "“Was it closed at all?”", LONG, False),  # somebody asks
        (LONG, "It was closed.", LONG, False),
        (LONG, "closed for good", LONG, False),
    ],
)
def test_a_short_line_between_paragraphs_is_a_crosshead(above: str, line: str, below: str, is_crosshead: bool) -> None:
    assert numbers([above, line, below]) == ((1,) if is_crosshead else ())
