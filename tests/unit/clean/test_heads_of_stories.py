"""What stands between a headline and its story, and days above and below it."""

from datetime import date

import pytest

from schemas.document import Document
from tasks.clean import Cleaned, CleanSettings, clean_document

DAY = date(2026, 11, 20)
PROSE = "\n".join(
    f"The council of the town met for the {count} time on Monday and spoke about the old bridge and its many lorries."
    for count in ("first", "second", "third", "last")
)
HEADING = "Council to repair old bridge"


def clean(text: str) -> Cleaned:
    return clean_document(Document("page.txt", None, "text", text.encode()), None, DAY, CleanSettings())


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("WORLD AFFAIRS", ()),
        ("Harbour news", ()),
        ("Old Bridge", ()),  # a story speaks of its subject
        ("Jane Doe", ("Jane Doe",)),  # and seldom of its author
        ("Jane Doe | Şule Öz", ("Jane Doe", "Şule Öz")),
        ("Jane Doe, Correspondent", ("Jane Doe",)),
        ("By Jane Doe of The Harbour Post", ("Jane Doe",)),
        ("The Newspaper's Staff Reporter", ("The Newspaper's Staff Reporter",)),
        ("Al Jazeera and news agencies", ()),
    ],
)
@pytest.mark.parametrize("day", ["", "Feb 17, 2024\n"])
def test_one_short_line_between_headline_and_story_is_its_author_or_section(
    line: str, byline: tuple[str, ...], day: str
) -> None:
    found = clean(f"{HEADING}\n{day}{line}\n{PROSE}")
    assert (found.headline, found.byline) == (HEADING, byline)
    assert found.body == PROSE.replace("\n", "\n\n")


@pytest.mark.parametrize(
    ("above", "below", "day", "conflict"),
    [
        ("2024-02-17", "Comments (1)\nMurad\nFebruary 20, 2024 at 5:05 pm\nGreat news", date(2024, 2, 17), False),
        ("2024-02-17", "Related stories\nFloods cut off the town\nFeb 20, 2024 06:05 PM", date(2024, 2, 17), False),
        ("", "Related stories\nFloods cut off the town\nFeb 20, 2024 06:05 PM", None, False),
        ("", "Feb 17, 2024 06:05 PM", date(2024, 2, 17), False),  # closes the story
        ("2024-02-17", "Published in Dawn, February 21st, 2024", date(2024, 2, 17), True),  # a paper means its story
        ("Sat Feb 17 06:05:09 PKT 2024", "", date(2024, 2, 17), False),
        ("20240217", "", date(2024, 2, 17), False),
        ("Feb 17, 2024 · 5 min read", "", date(2024, 2, 17), False),
        ("an hour ago", "", None, False),
    ],
)
def test_a_day_below_the_story_does_not_outdo_the_one_above(
    above: str, below: str, day: date | None, conflict: bool
) -> None:
    found = clean(f"{HEADING}\n{above}\n{PROSE}\n{below}")
    assert (found.headline, found.published_on, found.published_conflict) == (HEADING, day, conflict)
    assert (found.lead or "").startswith("The council of the town met for the first")
