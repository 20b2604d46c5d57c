"""What looks like copies and is not: standing introductions, templates, quoted releases."""

from datetime import date

import pytest

from tests.unit.dedupe.conftest import Doc, deduplicate, prose

FIRST, SECOND, NINTH = date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 9)
STORY, OTHER = prose(300, seed=1), prose(300, seed=2)
PREAMBLE = prose(60, seed=20) + " "


def weather(numbers: list[int]) -> str:
    """Return a forecast for eight towns."""
    towns = ["Karsk", "Old Ferry", "Upper Mill", "Stonebridge", "Lindholm", "Westmark", "Harrow", "Tarn"]
    lines = [
        f"{town} will see a high of {n} degrees with light winds from the river side and showers towards the evening"
        for town, n in zip(towns, numbers, strict=True)
    ]
    return ". ".join(lines)


CASES = [
    (
        "a live blog's next day under the same standing introduction",
        [
            Doc("a", PREAMBLE + prose(220, 21), "Live: flood in Karsk", FIRST, publisher="Gazette"),
            Doc("b", PREAMBLE + prose(260, 22), "Live: flood in Karsk", SECOND, publisher="Gazette"),
        ],
        [("b", "a", "same_headline", False)],
    ),
    (
        "transcripts of two sittings with the same preamble",
        [
            Doc("a", PREAMBLE + PREAMBLE + prose(300, 23), "Sitting of the town council", FIRST, publisher="Council"),
            Doc("b", PREAMBLE + PREAMBLE + prose(280, 24), "The council sits again", NINTH, publisher="Council"),
        ],
        [],
    ),
    (
        "a press release and the article that quotes most of it",
        [
            Doc("a", f"{prose(20, 25)} {STORY} {prose(30, 26)}", "Mill company on the fire", FIRST, publisher="Mill"),
            Doc("b", f"{prose(150, 27)} {STORY} {prose(90, 28)}", "Fire takes old mill", FIRST, publisher="Gazette"),
        ],
        [("a", "b", "contained", False)],
    ),
    (
        "a press release of which an article prints every word",
        [
            Doc("a", STORY, "Mill company on the fire", FIRST, publisher="Mill"),
            Doc("b", f"{prose(150, 27)} {STORY} {prose(90, 28)}", "Fire takes old mill", SECOND, publisher="Gazette"),
        ],
        [("a", "b", "contained", True)],
    ),
    (
        "a weather report of the next day",
        [
            Doc("a", weather([11, 3, 40, 7, 12, 5, 55, 9]), "Weather in Karsk", FIRST, publisher="Gazette"),
            Doc("b", weather([9, 2, 65, 12, 10, 4, 70, 14]), "Weather in Karsk", SECOND, publisher="Gazette"),
        ],
        [("b", "a", "same_headline", False)],
    ),
]


@pytest.mark.parametrize(("docs", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_only_what_adds_nothing_is_dropped(docs: list[Doc], expected: list[tuple[str, str, str, bool]]) -> None:
    assert deduplicate(docs).rows() == expected
