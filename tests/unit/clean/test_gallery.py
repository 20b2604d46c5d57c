"""Galleries printed into the text, picture after picture."""

import pytest

from tasks.clean import gallery
from tasks.clean.facts import Caption

GALLERY = (
    "Photos: The flood Photos: The flood The flood – Carts wait at the bridge. Hide Caption 1 of 3 "
    "Photos: The flood A boat in the market. Hide Caption 2 of 3 Photos: The flood Hide Caption 3 of 3"
)


def captions(text: str) -> list[str | None]:
    return [taken.fact.text for taken in gallery.read(text) if isinstance(taken.fact, Caption)]


def test_every_picture_is_a_caption_without_the_title_of_the_gallery() -> None:
    assert captions(GALLERY) == ["Carts wait at the bridge.", "A boat in the market.", None]


def test_the_story_around_a_gallery_stays() -> None:
    text = f"The council met on Monday. {GALLERY} It meets again on Friday."
    taken = gallery.read(text)
    assert (text[: taken[0].start], text[taken[-1].end :]) == (
        "The council met on Monday. ",
        " It meets again on Friday.",
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Image 3 of 12: The bridge at noon", "The bridge at noon"),
        ("Photo 1/4", None),
        ("A boat in the market. Hide Caption 2 of 6", "A boat in the market."),
    ],
)
def test_a_numbered_picture_on_a_line_of_its_own_is_a_caption(line: str, text: str | None) -> None:
    assert captions(line) == [text]


@pytest.mark.parametrize(
    "line",
    ["Image 3 of the bridge was sold.", "The caption of 2 of 3 pictures was wrong.", "Photo 3 of 12 was " + "a " * 300],
)
def test_a_sentence_is_no_picture(line: str) -> None:
    assert gallery.read(line) == []
