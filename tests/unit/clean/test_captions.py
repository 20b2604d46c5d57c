"""Captions and credits."""

import pytest

from tasks.clean.captions import player_text, read_glued, read_line

LONG = "The council of the town will repair the bridge before the summer ends, its spokeswoman said on Monday."


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("Image copyright Reuters Image caption The old bridge at noon", "The old bridge at noon", "Reuters"),
        ("Image copyright Getty Images", None, "Getty Images"),
        (
            "Carts wait at the bridge on Sunday. — Photo by Jane Doe",
            "Carts wait at the bridge on Sunday.",
            "Photo by Jane Doe",
        ),
        ("Carts wait at the bridge (File photo by Jane Doe)", "Carts wait at the bridge", "File photo by Jane Doe"),
        ("Media caption The old bridge at noon", "The old bridge at noon", None),
        ("Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP", None, "Jane Doe/AP"),
        ("Carts wait at the bridge. (Jane Doe for The Post)", "Carts wait at the bridge.", "Jane Doe for The Post"),
        ("Carts wait at the bridge. (Jane Doe/WXYZ)", "Carts wait at the bridge.", "Jane Doe/WXYZ"),
        ("Featured Image: Jane Doe", None, "Jane Doe"),
        ("Image via Getty Images", None, "Getty Images"),
        ("ABC News via YouTube", None, "ABC News via YouTube"),
        ("Old bridge Photographer: Jane Doe/Bloomberg", "Old bridge", "Jane Doe/Bloomberg"),
        ("Carts wait at the bridge. PHOTO/JANE DOE", "Carts wait at the bridge", "JANE DOE"),
        ("AFP   Blocked: Carts wait at the bridge", "Blocked: Carts wait at the bridge", "AFP"),
        ("FILE PHOTO: Carts wait at the bridge. REUTERS/Jane Doe", "Carts wait at the bridge.", "REUTERS/Jane Doe"),
        ("The mayor opens the bridge. (AA Photo)", "The mayor opens the bridge.", "AA Photo"),
        ("Facebook Twitter Pinterest The old bridge. Photograph: Jane Doe/AP", "The old bridge", "Jane Doe/AP"),
        ("Hide caption Carts wait. Previous Next Jane Doe/AP 1 of 7 i View slideshow", "Carts wait.", "Jane Doe/AP"),
        ("Photo: Jane Doe", None, "Jane Doe"),
        ("Credit... Jane Doe for The Riverside Post", None, "Jane Doe for The Riverside Post"),
        ("The mayor (right) opens the old bridge. — AFP/File", "The mayor (right) opens the old bridge.", "AFP/File"),
        ("The mayor opens the bridge. (AP Photo/Jane Doe)", "The mayor opens the bridge.", "AP Photo/Jane Doe"),
        ("The mayor opens the bridge [File: Jane Doe/Reuters]", "The mayor opens the bridge", "File: Jane Doe/Reuters"),
        ("The mayor opens the bridge. Jane Doe/Getty Images", "The mayor opens the bridge.", "Jane Doe/Getty Images"),
        ("Carts in Iowa, U.S. Jane Doe/AFP/Getty Images", "Carts in Iowa, U.S.", "Jane Doe/AFP/Getty Images"),
        (
            "The mayor on Monday. Jane al-Doe / AFP - Getty Images",
            "The mayor on Monday.",
            "Jane al-Doe / AFP - Getty Images",
        ),
        ("Carts wait at the bridge. REUTERS/Jane Doe -", "Carts wait at the bridge.", "REUTERS/Jane Doe"),
        ("Carts wait at the bridge. (Antara/Budi Doe)", "Carts wait at the bridge.", "Antara/Budi Doe"),
        ("Carts wait at the bridge. [Jane Doe, Standard]", "Carts wait at the bridge.", "Jane Doe, Standard"),
    ],
)
def test_a_caption_is_read(line: str, text: str | None, credit: str | None) -> None:
    found = read_line(line)
    assert found is not None
    assert (found.text, found.credit) == (text, credit)


@pytest.mark.parametrize(
    "line",
    [
        "The council met on Monday, it said. — AFP",
        "The picture changed when the mayor spoke.",
        "Video games are sold here.",
        "The council chose a photo by Jane Doe.",
        "The two parties agreed (Labour/Conservative)",
        LONG,
    ],
)
def test_paragraphs_are_no_captions(line: str) -> None:
    assert read_line(line) is None


def test_a_caption_that_runs_into_the_story_is_cut_from_it() -> None:
    text = f"The mayor (right) and a guest at the opening of the bridge. — AFP/File {LONG}"
    found = read_glued(text)
    assert found is not None
    assert text[found[0] :] == LONG
    assert found[1].credit == "AFP/File"


def test_a_caption_before_a_bar_and_its_credit_is_cut() -> None:
    text = "The mayor opens the old bridge. | AP Photo Council to repair bridge"
    found = read_glued(text)
    assert found is not None
    assert (found[1].text, found[1].credit, text[found[0] :]) == (
        "The mayor opens the old bridge.",
        "AP Photo",
        "Council to repair bridge",
    )


def test_a_story_without_a_caption_keeps_its_start() -> None:
    assert read_glued(LONG * 2) is None


def test_the_words_of_a_player_are_cut_from_a_caption() -> None:
    line = "Media playback is unsupported on your device Media caption The bridge"
    assert line[player_text(line) :].strip() == "Media caption The bridge"
