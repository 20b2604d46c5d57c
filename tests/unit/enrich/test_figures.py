"""Figures are what a text states: how many, of what, and who says so."""

from datetime import date

import pytest

from tasks.enrich.figure_numbers import numbers_in
from tasks.enrich.figures import Figure, passage_figures
from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.quotes import passage_quotes

PLACES = ("Kellan", "Norland")
PEOPLE = ("Orla Venn",)


def figures(text: str) -> list[Figure]:
    names = [
        Name(0, text.index(name), text.index(name) + len(name), name, "GPE" if name in PLACES else "PERSON", "model")
        for name in (*PLACES, *PEOPLE)
        if name in text
    ]
    passage = Passage("body", None, text)
    return passage_figures(0, passage, names, passage_quotes(0, passage, names))


def stated(text: str) -> list[tuple[str, str, float | None]]:
    return [(f.measure, text[f.start : f.end], f.number.low) for f in figures(text)]


CASES: list[tuple[str, list[tuple[str, str, float | None]]]] = [
    ("At least 12 people were killed.", [("killed", "At least 12 people", 12)]),
    ("The blast killed three guards and wounded 20.", [("killed", "three guards", 3), ("injured", "20", 20)]),
    ("A raid left five dead and dozens injured.", [("killed", "five dead", 5), ("injured", "dozens injured", None)]),
    ("The death toll rose to 1,312.", [("killed", "1,312", 1312)]),
    ("The storm claimed 14 lives.", [("killed", "14 lives", 14)]),
    ("It claimed the lives of 14 sailors.", [("killed", "14 sailors", 14)]),
    ("Eleven farmers and 17 sailors were killed.", [("killed", "Eleven farmers", 11), ("killed", "17 sailors", 17)]),
    (
        "More than a quarter of a million people have been killed.",
        [("killed", "More than a quarter of a million people", 250_000)],
    ),
    ("Some 2,000 villagers were displaced.", [("displaced", "Some 2,000 villagers", 2000)]),
    ("About 4 million have fled.", [("displaced", "About 4 million", 4_000_000)]),
    ("Police arrested 23 people.", [("detained", "23 people", 23)]),
    ("Gunmen kidnapped six workers.", [("kidnapped", "six workers", 6)]),
    ("Nine people were missing.", [("missing", "Nine people", 9)]),
    ("Three lakh people were displaced.", [("displaced", "Three lakh people", 300_000)]),
    ("The police martyred 40.", [("killed", "40", 40)]),
    ("About 520 displaced people live there.", [("displaced", "About 520 displaced people", 520)]),
    ("He carried 12 wounded sailors.", [("injured", "12 wounded sailors", 12)]),
    ("Four killed police say.", [("killed", "Four killed", 4)]),
    ("The flood has driven 620 people from their homes.", [("displaced", "620 people", 620)]),
    ("Some 70 people spent the year away from their villages.", [("displaced", "Some 70 people", 70)]),
    ("Forty-one reporters were detained.", [("detained", "Forty-one reporters", 41)]),
    ("The fire killed eleven pupils.", [("killed", "eleven pupils", 11)]),
    ("Two drivers were injured.", [("injured", "Two drivers", 2)]),
    ("Two helicopters were missing.", []),
    ("About 600 traders marched to the harbour.", [("crowd", "About 600 traders", 600)]),
    ("Around 40 tailors walked to the gate to protest.", [("crowd", "Around 40 tailors", 40)]),
    ("The crowd was estimated to number 900 people.", [("crowd", "900 people", 900)]),
    ("Six tailors are still held. A ransom was asked for.", [("kidnapped", "Six tailors", 6)]),
    ("Six tailors are still held. The jail is full.", [("detained", "Six tailors", 6)]),
    ("Six tailors are still held in esteem.", []),
    ("It cost $3.4 billion.", [("money", "$3.4 billion", 3.4e9)]),
    ("It cost Rs 5bn.", [("money", "Rs 5bn", 5e9)]),
    ("Turnout was 41.5 percent.", [("share", "41.5 percent", 41.5)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_stated_count_is_a_figure(text: str, expected: list[tuple[str, str, float | None]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He died in 2011.",
        "The 45-year-old was killed on May 12.",
        "Orla Venn, 33, was injured.",
        "They were killed two weeks ago.",
        "The second attack hurt nobody.",
        "A civilian was killed.",
        "Several people were injured.",
        "One of the largest fires killed many.",
        "He was arrested at 8:30 in Kellan.",
        "The F-16 was shot down and a pilot died.",
        "Article 302 covers murder.",
        "People were detained there in the 1980s and killed in the 2010s.",
    ],
)
def test_dates_ages_times_and_names_are_no_figures(text: str) -> None:
    assert stated(text) == []


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
    ("text", "source", "hedge"),
    [
        ("Six people were killed, officials said.", "officials", "said"),
        ("Six people were killed, according to the harbour police.", "the harbour police", "said"),
        ("Orla Venn said six people were killed.", "Orla Venn", "said"),
        ("The rebels claimed six soldiers were killed.", "The rebels", "claimed"),
        ("“Six people were killed,” said Orla Venn.", "Orla Venn", "said"),
        ("Six people were killed, the court was told by Orla Venn.", "Orla Venn", "said"),
        ("Six people were killed, according to the ministry’s own list.", "the ministry", "said"),
        ("The Pier Watch, a group that counts ships, said six people were killed.", "The Pier Watch", "said"),
        ("Traders claim losses of 3 million rupees.", "Traders", "claimed"),
        ("Norland pledged 3 million rupees.", "Norland", "said"),
        ("Six people were killed.", None, None),
        ("The storm claimed the lives of six people.", None, None),
    ],
)
def test_who_states_a_figure_is_kept_with_it(text: str, source: str | None, hedge: str | None) -> None:
    (figure,) = figures(text)
    found = figure.source
    assert (text[found.start : found.end] if found else None, found.hedge if found else None) == (source, hedge)


def test_a_part_names_its_whole() -> None:
    whole, part = figures("Twelve people were killed, including five children.")
    assert part.whole is not None
    assert (part.measure, part.whole.start) == ("killed", whole.start)


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
        ("Forty-one percent came.", [("Forty-one percent", 41, 41)]),
    ],
)
def test_amounts_are_ranges_only_where_the_text_means_one(text: str, expected: list[tuple[str, float, float]]) -> None:
    assert [(text[f.start : f.end], f.number.low, f.number.high) for f in figures(text)] == expected


def test_vague_money_has_a_currency_and_no_value() -> None:
    (figure,) = figures("It cost hundreds of millions of dollars.")
    assert (figure.measure, figure.currency, figure.number.is_vague, figure.number.low) == ("money", "USD", True, None)


def test_who_is_counted_is_kept_when_it_is_more_than_people() -> None:
    assert [f.who for f in figures("Three coast guards were killed and 20 people injured.")] == ["coast guards", None]


def test_a_place_is_kept_when_the_text_ties_it_to_the_count() -> None:
    (figure,) = figures("Six people were killed in Kellan.")
    assert figure.place is not None
    assert figure.place.surface == "Kellan"


MORE_CASES: list[tuple[str, list[tuple[str, str, float | None]]]] = [
    ("Two Italians were killed.", [("killed", "Two Italians", 2)]),
    ("Twelve IS fighters were killed.", [("killed", "Twelve IS fighters", 12)]),
    ("The blast killed Orla Venn and two guards.", [("killed", "two guards", 2)]),
    ("Two cooks were killed.", [("killed", "Two cooks", 2)]),
    ("Hundreds of animals were killed.", []),
    ("Several hundred people were killed.", [("killed", "Several hundred people", None)]),
    ("A total of 50 women and children were killed.", [("killed", "A total of 50 women and children", 50)]),
    (
        "At least 20 people including 13 cooks were killed.",
        [("killed", "At least 20 people", 20), ("killed", "13 cooks", 13)],
    ),
    ("The arrest total was put at seven.", [("detained", "seven", 7)]),
    ("Brain injuries suffered by 11 sailors were mild.", [("injured", "11 sailors", 11)]),
    ("The storm could uproot 700,000 villagers.", [("displaced", "700,000 villagers", 700_000)]),
    ("About 2,000 sought refuge in Norland.", [("displaced", "About 2,000", 2000)]),
    ("The rally drew more than 1 million people.", [("crowd", "more than 1 million people", 1e6)]),
    ("Hundreds chanted in the square.", [("crowd", "Hundreds", None)]),
    ("No one was hurt.", [("injured", "No one", 0)]),
    ("There were no casualties.", [("casualties", "no casualties", 0)]),
    ("Of the 20 governmental bodies, eight agreed.", []),
    ("It cost Rs. 5 lakh.", [("money", "Rs. 5 lakh", 500_000)]),
    ("It cost Rs1.5tr.", [("money", "Rs1.5tr", 1.5e12)]),
    ("It cost $2.3B.", [("money", "$2.3B", 2.3e9)]),
    ("It cost several million dollars.", [("money", "several million dollars", None)]),
    ("Two-thirds of households left.", [("share", "Two-thirds", 66.7)]),
    ("In the second half of 2015 it rained.", []),
]


@pytest.mark.parametrize(("text", "expected"), MORE_CASES)
def test_other_ways_to_state_a_count_are_figures_too(text: str, expected: list[tuple[str, str, float | None]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was reported that six people were killed.", None),
        ("An attack claimed by the rebels killed six people.", None),
        ("Orla Venn said six people were killed, the agency reported.", "Orla Venn"),
        ("Orla Venn spoke of the war that has killed 5,000 people, she said.", None),
        ("Six people were killed in a race that critics say is cruel.", None),
        ("An official in Kellan said six people were killed.", "An official in Kellan"),
        ("The council bought 40 chairs, citing threats that killed six people.", None),
    ],
)
def test_only_who_states_the_figure_is_its_source(text: str, source: str | None) -> None:
    found = [f for f in figures(text) if f.measure in ("killed", "detained")][-1].source
    assert (text[found.start : found.end] if found else None) == source


def test_two_sources_in_one_paragraph_stay_apart_and_one_goes_on() -> None:
    text = (
        "According to the ministry, 12 people were killed. They included three guards. The army said nine people died. "
        "Six people were injured."
    )
    assert [text[f.source.start : f.source.end] if f.source else None for f in figures(text)] == [
        "the ministry",
        "the ministry",
        "The army",
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "40 children of 112 people killed were from Kellan.",
        "Of the 112 dead, 40 were children.",
        "The fire killed 112 people. They included 40 children.",
    ],
)
def test_a_part_names_its_whole_on_either_side_and_over_a_full_stop(text: str) -> None:
    (part,) = [f for f in figures(text) if f.number.low == 40]
    assert part.whole is not None
    assert part.whole.number.low == 112


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Six people were killed on Monday.", date(2024, 5, 13)),
        ("Six people were killed yesterday.", date(2024, 5, 14)),
        ("Six people were killed on 3 May 2023.", date(2023, 5, 3)),
        ("Six people were killed on June 3.", date(2023, 6, 3)),
        ("As of Tuesday, six people had been killed since Sunday.", date(2024, 5, 14)),
        ("Six people were killed on Monday and six on Tuesday.", None),
        ("Six people have been killed since Monday.", None),
        ("Six people were killed.", None),
    ],
)
def test_the_day_a_figure_holds_for_is_the_one_its_sentence_gives(text: str, day: date | None) -> None:
    found = passage_figures(0, Passage("body", None, text), [], [], date(2024, 5, 15))
    assert found[0].as_of == day


def test_a_text_without_full_stops_is_not_read_as_one_sentence() -> None:
    text = "killed 12 and " * 2_000
    assert passage_figures(0, Passage("body", None, text), [], []) == []
