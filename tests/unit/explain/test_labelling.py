"""The source with its labels: every visible piece once, in its place, whatever the spans are."""

from hypothesis import given
from hypothesis import strategies as st

from flows.explain.labelling import Labelled, labelled_source

TEXT = st.text(alphabet="ab \n", max_size=60)


@given(TEXT, st.lists(st.integers(0, 60), max_size=10))
def test_every_visible_character_is_shown_once_in_order(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    labels = [Labelled(a, b, f"label {a}", "rule", False) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    shown = labelled_source(text, labels)
    assert "".join("".join(line.text.split()) for line in shown.lines) == "".join(text.split())


def test_a_line_with_several_spans_shows_as_several_rows() -> None:
    labels = [Labelled(0, 7, "dateline", "capitals", False), Labelled(8, 20, "body ¶0", None, True)]
    shown = labelled_source("WENDEL: River rises.", labels)
    assert [(line.label, line.text) for line in shown.lines] == [("dateline", "WENDEL:"), ("body ¶0", "River rises.")]


def test_a_span_over_several_lines_labels_each_and_gaps_are_one_empty_line() -> None:
    shown = labelled_source("a\nb\n\n\n\nc", [Labelled(0, 3, "repeated_block", "again", False)])
    assert [(line.label, line.text) for line in shown.lines] == [
        ("repeated_block", "a"),
        ("repeated_block", "b"),
        ("", ""),
        ("no label", "c"),
    ]
