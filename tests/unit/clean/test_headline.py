"""A headline, and the same headline again."""

import pytest

from tasks.clean.first_line import is_headline
from tasks.clean.headline import length_at_start, retold, same
from tasks.clean.lines import read_lines
from tasks.clean.rules import Setting

HEADLINE = "Council to repair the old bridge before summer ends"


@pytest.mark.parametrize(
    "again",
    [
        HEADLINE,
        HEADLINE.upper(),
        "Council to Repair the Old Bridge Before Summer Ends",
        f"{HEADLINE} - The Riverside Post",
        f"{HEADLINE} | Riverside",
        f"Watch: {HEADLINE}",
        f"The Riverside Post: {HEADLINE}",
        "Council to repair the old bridge before...",
        "Council to repair the old bridge before sumer ends",
    ],
)
def test_the_same_headline_is_known_again(again: str) -> None:
    assert same(again, HEADLINE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HEADLINE, "Council to close the old bridge"),
        ("Situation report number 19 from the flooded valley", "Situation report number 20 from the flooded valley"),
        ("War in the valley | Day 3", "War in the valley | Day 4"),
        (
            HEADLINE,
            f"{HEADLINE} on Monday, the mayor said, after three years of talks with the owners of the land next to it.",
        ),
    ],
)
def test_another_headline_is_another(one: str, other: str) -> None:
    assert not same(one, other)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Council to mend the old bridge before summer ends", True),  # another verb
        ("Town council to repair the old Riverside bridge before summer ends", False),  # tells more: a second deck
        ("Old bridge to be repaired before summer ends, says council", True),  # another order
        ("Council to repair the old bridge before summer.", False),  # a sentence
        ("Home » News » Council to repair the old bridge before summer ends", False),  # a path
        ("- Council to mend the old bridge before summer ends", False),  # in a list of other stories
        ("Council to repair 2 old bridges before summer ends", False),
        ("Council to close the mill", False),
    ],
)
def test_a_headline_told_in_nearly_the_same_words_is_known(line: str, expected: bool) -> None:
    assert retold(line, HEADLINE) is expected


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        (f"{HEADLINE}. The council said on Monday", f"{HEADLINE}. "),
        (f"{HEADLINE} The council said on Monday", f"{HEADLINE} "),
        (f'{HEADLINE}: "We begin on Monday"', f"{HEADLINE}: "),
        (f"{HEADLINE} in the north of the town", ""),
        ("The council said on Monday", ""),
    ],
)
def test_a_headline_glued_to_the_story_is_told_from_its_first_words(text: str, taken: str) -> None:
    assert text[: length_at_start(text, HEADLINE)] == taken


STORY = (
    "The council of Riverside will repair the old bridge before the summer ends, its spokeswoman said on Monday morning.\n\n"
    "Work begins next week and will cost two million, most of it paid by the province and the rest by the owners of the mill.\n\n"
)
WALL = "The mayor of Riverside keeps a key of every house. " * 12


@pytest.mark.parametrize(
    ("line", "below", "expected"),
    [
        ("Council to repair bridge", STORY, True),
        ("COUNCIL TO REPAIR OLD BRIDGE", STORY, True),
        ("Council To Repair Bridge", STORY, True),
        ("Mayor resigns over bridge", "By Jane Doe\n\n" + STORY, True),
        ("Mayor resigns over bridge", "17 Feb 2024\n\n" + STORY, True),
        ("Mayor resigns over bridge", "LAHORE: " + STORY, True),
        ("Mayor resigns over bridge", "The mayor at the bridge. — Photo by Jane Doe\n\nLAHORE: " + STORY, True),
        ("The mayor who keeps every key", WALL, True),
        ("The mayor was seen with a key", WALL, False),
        ("The bridge was closed for a year.", STORY, False),
        ("She was reportedly seen near the bridge", STORY, False),
        ("She had a key of the old bridge, her mother said", STORY + STORY, False),
        ("There were two reports about the bridge", STORY, False),
        ("Update at 2:49 p.m.:", STORY, False),
        ("- a list item about the bridge", STORY, False),
        ("MINISTER CALLS OFF TRIP TO THE U.S.", "LAHORE: " + STORY, True),
        ("Council To Repair Bridge And Two Roads", STORY + "What is next\n\n" + STORY, True),
        ("Council To Repair", STORY + "What Is Next\n\n" + STORY, False),
        ("Is the Old Bridge Worth Repairing?", STORY, True),
        ("Council to repair bridge", "Advertisement\n\n" + STORY, True),
        ("Council to repair old bridge", "It will cost two million.\n\n" + STORY, True),
        ("Council to repair the old bridge", "Harbour news\n\n" + STORY + STORY, True),  # a section's name
        ("Council to repair the old bridge", "What it costs\n\n" + STORY + "Who pays\n\n" + STORY, False),  # crossheads
        ("The mayor at the bridge. Council To Repair Bridge", STORY, False),
        ("'We will repair the old bridge'", STORY, False),
        ("The bridge at Riverside was known as the old lady", "17 Feb 2024\n\n" + STORY, False),
        ("Story highlights Council To Repair Old Bridge", STORY, False),
    ],
)
def test_a_first_line_is_a_headline_only_when_it_looks_like_one(line: str, below: str, expected: bool) -> None:
    units = read_lines(f"{line}\n\n{below}")
    setting = Setting(headline=None, is_lower_case=False, others_have_labels=False)
    assert is_headline(units[0].text, units[1:7], setting) is expected
