"""What no measure names is counted when something happens to it; ranks, ages, games and names are not."""

import pytest

from tasks.enrich.figures import Figure, passage_figures
from tasks.enrich.passages import Passage


def figures(text: str) -> list[Figure]:
    return passage_figures(0, Passage("body", None, text), [], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten shops were burned.", [("Ten shops", 10)]),
        ("At least 15 houses were destroyed by the storm.", [("At least 15 houses", 15)]),
        ("The fire destroyed 12 houses, three shops and a mill.", [("12 houses", 12), ("three shops", 3)]),
        ("Dozens of shops and 12 houses were burned.", [("Dozens of shops", None), ("12 houses", 12)]),
        ("The group carried out 7 attacks.", [("7 attacks", 7)]),
        ("Seven raids were carried out by the group.", [("Seven raids", 7)]),
        ("Some 300 soldiers were deployed.", [("Some 300 soldiers", 300)]),
        ("The army deployed 300 soldiers and 12 doctors.", [("300 soldiers", 300), ("12 doctors", 12)]),
        ("Police seized 40 kg of heroin.", [("40 kg of heroin", 40)]),
        ("Later 37 were rescued.", [("37", 37)]),
        ("35 were released on Monday.", [("35", 35)]),
        ("20-25 people were trapped.", [("20-25 people", 20)]),
        ("The navy rescued 120 migrants.", [("120 migrants", 120)]),
    ],
)
def test_what_something_happened_to_is_counted(text: str, expected: list[tuple[str, float | None]]) -> None:
    found = figures(text)
    assert {figure.measure for figure in found} == {"other"}
    assert [(text[f.start : f.end], f.number.low) for f in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "One of the shops was burned.",
        "The first three houses were burned.",
        "Flight 12 passengers were rescued.",
        "At 221 Harbour Street shops were burned.",
        "On May 12 houses were destroyed.",
        "In 2013 houses were destroyed.",
        "Orla Venn, 33, was released.",
        "The 45-year-old was released.",
        "The band released 12 albums.",
        "The side recovered three points.",
        "Kellan lost 21-14 after two players were released.",
        "Two gunmen destroyed a house.",
        "The mayor wants to deploy 300 soldiers.",
        "Ten shops were open.",
        "The seven attacks were long ago.",
    ],
)
def test_ranks_ages_games_and_plans_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_measure_that_names_a_count_comes_before_other() -> None:
    text = "Seven people were killed and 12 houses were damaged, and six hostages were released."
    assert [figure.measure for figure in figures(text)] == ["killed", "other", "kidnapped"]


def test_drugs_are_counted_by_weight() -> None:
    (figure,) = figures("Some 40 kilograms of heroin were seized.")
    assert (figure.unit, figure.who, figure.number.qualifier) == ("kilograms", "heroin", "about")
