"""A figure has the source, the place and the day that its own clause gives, and none that another one gives."""

from datetime import date

import pytest

from tasks.enrich.figures import Figure, passage_figures
from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.quotes import passage_quotes

NAMES = {"Kellan": "GPE", "Norland": "GPE", "Ostby": "GPE", "Orla Venn": "PERSON"}


def figures(text: str) -> list[Figure]:
    names = [
        Name(0, text.index(name), text.index(name) + len(name), name, kind, "model")
        for name, kind in NAMES.items()
        if name in text
    ]
    names.sort(key=lambda name: name.start)
    passage = Passage("body", None, text)
    return passage_figures(0, passage, names, passage_quotes(0, passage, names))


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
        ("Six people now live in camps, says the Norland aid agency, NAA.", "the Norland aid agency", "said"),
        (
            "Harbour officials, quoted by the radio, said six people died.",
            "Harbour officials",
            "said",
        ),
        ("Six people were killed, according to a statement from the port.", "a statement from the port", "said"),
        ("Six people have died, the port ministry’s figures show.", "the port ministry", "said"),
        ("Data from the Pier Institute show six people were killed.", "Data from the Pier Institute", "said"),
        ("The poll, made for the Pier Post, showed 46 percent were for it.", "The poll", "said"),
        (
            "According to figures compiled by the Pier Post, six people died.",
            "figures compiled by the Pier Post",
            "said",
        ),
        ("Six people were killed, officials told local media.", "officials", "said"),
        (
            "A guard at the gate, speaking on condition of anonymity, said six people died.",
            "A guard at the gate",
            "said",
        ),
        ("Six people were killed in the raid, a guard who asked not to be named told the radio.", "a guard", "said"),
        ("The mayor of Kellan, Orla Venn, put the toll at six.", "Orla Venn", "said"),
        ("Orla Venn, who put the toll at six, left.", "Orla Venn", "said"),
        ("Six firearms were found in the hall.", None, None),
        ("Six people were killed.", None, None),
        ("The storm claimed the lives of six people.", None, None),
        ("The storm claimed six lives.", None, None),
        ("The storm has claimed more than 4,000 lives.", None, None),
        ("The storm claimed six lives, officials said.", "officials", "said"),
        ("The army claimed six lives were lost.", "The army", "claimed"),
        ("On Monday, hospital officials said six people died.", "hospital officials", "said"),
        ("Six people died, prison officials said.", "prison officials", "said"),
    ],
)
def test_who_states_a_figure_is_kept_with_it(text: str, source: str | None, hedge: str | None) -> None:
    (figure,) = figures(text)
    found = figure.source
    assert (text[found.start : found.end] if found else None, found.hedge if found else None) == (source, hedge)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("An estimated 2,000 people fled.", "estimated"),
        ("The blast reportedly killed nine people.", "claimed"),
        ("Nine people were allegedly detained.", "claimed"),
        ("The blast killed nine people, and the driver reportedly fled.", None),
        ("Nine people died in a blast, reportedly set off by a guard.", None),
        ("Nine people died.", None),
    ],
)
def test_a_figure_without_a_source_may_be_hedged(text: str, hedge: str | None) -> None:
    assert [(figure.source, figure.hedge) for figure in figures(text)] == [(None, hedge)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was reported that six people were killed.", None),
        ("An attack claimed by the rebels killed six people.", None),
        ("Orla Venn said six people were killed, the agency reported.", "Orla Venn"),
        ("Orla Venn spoke of the war that has killed 5,000 people, she said.", None),
        ("Six people were killed in a race that critics say is cruel.", None),
        ("An official in Kellan said six people were killed.", "An official in Kellan"),
        ("Six people were killed and officials said the toll may rise.", None),
        ("According to Orla Venn, six people were killed, while nine died, according to the army.", "the army"),
        ("The army said it would wait. Six people were killed.", None),
        ("“I wept,” said Orla Venn, one of dozens of people who were injured. Six people were killed.", None),
        ("Six people were killed, it said.", "it"),
        ("The watchdog’s latest estimate is that six people were killed.", "The watchdog"),
        ("The council bought 40 chairs, citing threats that killed six people.", None),
    ],
)
def test_only_who_states_the_figure_is_its_source(text: str, source: str | None) -> None:
    found = [f for f in figures(text) if f.measure in ("killed", "detained")][-1].source
    assert (text[found.start : found.end] if found else None) == source


def test_another_number_of_the_same_count_has_its_measure_and_its_own_source() -> None:
    text = "Some 5,000 people marched, organisers said. Police put the figure at 2,000."
    found = [
        (f.measure, f.number.low, text[f.source.start : f.source.end] if f.source else None) for f in figures(text)
    ]
    assert found == [("crowd", 5000, "organisers"), ("crowd", 2000, "Police")]


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
    ("text", "place"),
    [
        ("Six people were killed in Kellan.", "Kellan"),
        ("A bomb in Kellan killed six people.", "Kellan"),
        ("In Kellan, Norland, six people were killed.", "Kellan"),
        ("Six people were killed in Norland’s second city Kellan.", "Kellan"),
        ("Six Ostby sailors from Norland were killed in Kellan.", "Kellan"),
        ("Six people were killed, Orla Venn said in Kellan.", None),
        ("Six people were killed when a bomb went off in Kellan.", "Kellan"),
        ("Six people were killed in and around the town of Kellan.", "Kellan"),
        ("The shelling of Kellan killed six people.", "Kellan"),
        ("Six people were killed, when she was in Kellan.", None),
        ("The ministry in Kellan said six people were killed.", None),
        ("Six people were killed on the Kellan railway.", None),
        ("It killed six people, the worst raid in modern Norland history.", None),
        ("It killed six people in eastern Norland last week.", "Norland"),
        ("Six people were killed.", None),
    ],
)
def test_a_place_is_the_one_that_a_preposition_ties_to_the_count(text: str, place: str | None) -> None:
    found = figures(text)[0].place
    assert (found.surface if found else None) == place


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
