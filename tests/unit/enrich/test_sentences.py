"""Sentences end at full stops before capitals; long ones are cut where a subject stays with its verb."""

import pytest

from tasks.enrich.figures import passage_figures
from tasks.enrich.passages import Passage
from tasks.enrich.quotes import passage_quotes
from tasks.enrich.sentences import LONG, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. They left.", ["It rained. ", "They left."]),
        ("Mr. Venn left. It rained.", ["Mr. Venn left. ", "It rained."]),
        ("U.S. boats came.", ["U.S. boats came."]),
        ("“It rained.” They left.", ["“It rained.” ", "They left."]),
        ("it rained. they left.", ["it rained. they left."]),
    ],
)
def test_a_sentence_ends_at_a_mark_before_a_capital(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_long_text_in_small_letters_is_cut_at_its_full_stops() -> None:
    assert sentences("it rained all day. " * 60) == ["it rained all day. "] * 60


def test_a_long_text_without_full_stops_is_cut_at_the_marks_of_clauses() -> None:
    pieces = sentences("the boats came in, and the pier was gone by noon " * 60)
    assert max(map(len, pieces)) <= LONG
    assert all(piece.endswith(", and ") for piece in pieces[:-1])


def test_the_pieces_of_a_text_are_the_text() -> None:
    text = "word" * 900 + " and more words, " * 200 + "The end. It is."
    assert "".join(sentences(text)) == text


@pytest.mark.parametrize(
    "unit",
    [
        "“We saw it go,” he said. ",
        "he said that 12 people were killed in the harbour, ",
        "“We saw it go and it was gone.\n\n",
        '"a" ',
    ],
)
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    passage = Passage("body", None, unit * 2_000)
    quotes = passage_quotes(0, passage, [])
    assert all(0 <= quote.start < quote.end <= len(passage.text) for quote in quotes)
    assert all(figure.end <= len(passage.text) for figure in passage_figures(0, passage, [], quotes))
