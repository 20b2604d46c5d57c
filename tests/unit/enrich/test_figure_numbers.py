"""A number has a qualifier, a value or a range, and money has a currency; vague words have no value."""

import pytest

from tasks.enrich.figure_numbers import numbers_in
from tasks.enrich.figures import Figure, passage_figures
from tasks.enrich.passages import Passage


def figures(text: str) -> list[Figure]:
    return passage_figures(0, Passage("body", None, text), [], [])


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("between 20 and 30 people", "exact", 20, 30),
        ("10-15 people", "exact", 10, 15),
        ("2 to 3 million people", "exact", 2e6, 3e6),
        ("up to 40 people", "up_to", 40, 40),
        ("no fewer than 7 people", "at_least", 7, 7),
        ("as many as fifty people", "up_to", 50, 50),
        ("nearly 900 people", "about", 900, 900),
        ("fewer than 30 people", "under", 30, 30),
        ("a total of 37 people", "exact", 37, 37),
        ("forty-one people", "exact", 41, 41),
        ("Forty-One people", "exact", 41, 41),
        ("twenty-five people", "exact", 25, 25),
        ("fifty one people", "exact", 51, 51),
        ("one hundred and twelve people", "exact", 112, 112),
        ("three hundred twenty-one people", "exact", 321, 321),
        ("two hundred and fifty thousand people", "exact", 250_000, 250_000),
        ("two dozen people", "exact", 24, 24),
        ("20-25 people", "exact", 20, 25),
        ("five-six people", "exact", 5, 6),
        ("twenty-thirty people", "exact", 20, 30),
        ("twenty to thirty people", "exact", 20, 30),
        ("140 to 160 people", "exact", 140, 160),
        ("between forty-one and fifty-two people", "exact", 41, 52),
        ("six or seven people", "exact", 6, 7),
        ("three hundred and twelve people", "exact", 312, 312),
        ("two thousand five hundred people", "exact", 2500, 2500),
        ("a dozen people", "exact", 12, 12),
        ("1,00,000 people", "exact", 100_000, 100_000),
        ("two and a half million people", "exact", 2.5e6, 2.5e6),
        ("about a million and a half people", "about", 1.5e6, 1.5e6),
        ("Three-and-a-half lakh people", "exact", 350_000, 350_000),
        ("some 2½ thousand people", "about", 2500, 2500),
        ("seven to eight and a half million people", "exact", 7e6, 8.5e6),
    ],
)
def test_numbers_are_read_with_their_qualifier(text: str, qualifier: str, low: float, high: float) -> None:
    (number,) = numbers_in(text, 0, len(text))
    assert (number.qualifier, number.low, number.high) == (qualifier, low, high)


@pytest.mark.parametrize("words", ["dozens", "scores", "hundreds", "tens of thousands", "hundreds of thousands"])
def test_vague_words_have_no_value(words: str) -> None:
    (figure,) = figures(f"{words.capitalize()} of people were killed.")
    assert (figure.number.is_vague, figure.number.low, figure.number.high) == (True, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $2.5-million.", [("$2.5-million", 2.5e6, 2.5e6)]),
        ("It cost $40 to $50 million.", [("$40 to $50 million", 40e6, 50e6)]),
        ("It cost $3-4 billion.", [("$3-4 billion", 3e9, 4e9)]),
        ("It cost between $5 million and $10 million.", [("between $5 million and $10 million", 5e6, 10e6)]),
        ("He paid $40 to 50 people.", [("$40", 40, 40)]),
        ("It cost $5 million and $10 million.", [("$5 million", 5e6, 5e6), ("$10 million", 10e6, 10e6)]),
        ("It rose from $5 million to $10 million.", [("$5 million", 5e6, 5e6), ("$10 million", 10e6, 10e6)]),
        ("It cost 25 billion U.S. dollars.", [("25 billion U.S. dollars", 25e9, 25e9)]),
        ("About 70 to 80 percent came.", [("About 70 to 80 percent", 70, 80)]),
        ("She led by 46 percent to 40 percent.", [("46 percent", 46, 46), ("40 percent", 40, 40)]),
        ("The margin rose to 1/4 percent.", []),
        ("Forty-one percent came.", [("Forty-one percent", 41, 41)]),
    ],
)
def test_amounts_are_ranges_only_where_the_text_means_one(text: str, expected: list[tuple[str, float, float]]) -> None:
    assert [(text[f.start : f.end], f.number.low, f.number.high) for f in figures(text)] == expected


def test_vague_money_has_a_currency_and_no_value() -> None:
    (figure,) = figures("It cost hundreds of millions of dollars.")
    assert (figure.measure, figure.currency, figure.number.is_vague, figure.number.low) == ("money", "USD", True, None)
