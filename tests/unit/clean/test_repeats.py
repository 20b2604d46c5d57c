"""Blocks and sentences printed twice."""

import pytest

from tasks.clean.lines import read_lines
from tasks.clean.repeats import label_repeats

LEAD = "The council of the town will repair the old bridge before summer ends."
OTHER = "Work begins next week, and the road along the river stays open all the time."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{LEAD}\n{LEAD}\n{OTHER}", [LEAD, OTHER]),
        (f"{LEAD}\n{OTHER}\n{LEAD}", [LEAD, OTHER]),
        (f"{LEAD} {LEAD} {OTHER}", [f"{LEAD} {OTHER}"]),
        (f"{LEAD}\n{LEAD} {OTHER}", [LEAD, OTHER]),
        (f"“No.”\n“No.”\n{OTHER}", ["“No.”", "“No.”", OTHER]),
        (f"{LEAD}\n{OTHER}", [LEAD, OTHER]),
    ],
)
def test_the_second_copy_is_labelled(text: str, kept: list[str]) -> None:
    _, rest = label_repeats(read_lines(text))
    assert [unit.text for unit in rest] == kept
