"""Repairs are made by name, counted, and never needed twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.clean.repairs import repair


@pytest.mark.parametrize(
    ("damaged", "repaired", "name", "count"),
    [
        ("The mayorâ€™s office", "The mayor’s office", "mojibake", 1),
        ("Fish &amp; chips, &#8217;tis &quot;said&quot;", 'Fish & chips, ’tis "said"', "html_entity", 4),
        ("Fish &amp;amp; chips", "Fish & chips", "html_entity", 1),
        ("One.<br/><br/>Two.", "One.\n\nTwo.", "html_tag", 2),
        ("A <b>bold</b> word", "A bold word", "html_tag", 2),
        ("One.<p>Two.<p>Three.", "One.\nTwo.\nThree.", "html_tag", 2),
        ("a co\u00adlour", "a colour", "soft_hyphen", 1),
        ("zero\u200bwidth", "zerowidth", "zero_width", 1),
        ("left\u200eto", "leftto", "bidi_control", 1),
        ("a\u00a0space", "a space", "no_break_space", 1),
        ("a\x00b\x07", "ab", "control_character", 2),
        ("it\x92s", "it’s", "c1_control", 1),
        ("strong>RIVERSIDE: Work began.", "RIVERSIDE: Work began.", "broken_tag", 1),
        ("The end./p>", "The end.", "broken_tag", 1),
        ("It closed at noon.Shops stayed open.", "It closed at noon. Shops stayed open.", "missing_space", 1),
        (
            "He left on Monday.A day later he was back.He stayed.",
            "He left on Monday. A day later he was back. He stayed.",
            "missing_space",
            2,
        ),
        ("(in the town.The council", "(in the town. The council", "missing_space", 1),
    ],
)
def test_a_repair_is_made_and_counted(damaged: str, repaired: str, name: str, count: int) -> None:
    text, repairs = repair(damaged)
    assert text == repaired
    assert dict(repairs)[name] == count


@pytest.mark.parametrize(
    "text",
    [
        "Shares of <GLW> and <B> rose.",
        '“Curly” ‘marks’ and "straight" ones',
        "AT&T and R&D; more",
        "می‌خواهم",
        "Le café coûte 5 €",
        "a is stronger than b: a=strong>b",
        "the U.S.Army and J.K.Miller, Dr.Smith, Brig.Gen.Doe, Supt.Roe",
        "Healthcare.Gov, booking.Com and Node.JS, ASP.Net",
        "see https://example.org/the.Story and write to jane.Doe@example.org",
        "object.Assign(this), file.Name.txt",
        "It closed. Shops stayed open... Then it rained.",
    ],
)
def test_what_is_not_damaged_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


def test_line_ends_are_made_one_kind_and_not_counted() -> None:
    assert repair("a\r\nb\rc") == ("a\nb\nc", ())


def test_lost_characters_are_counted_and_kept() -> None:
    assert repair("a \ufffdquote\ufffd") == ("a \ufffdquote\ufffd", (("replacement_character", 2),))


@settings(deadline=None)
@given(st.text())
def test_repairing_twice_changes_nothing(text: str) -> None:
    once, _ = repair(text)
    assert repair(once)[0] == once
