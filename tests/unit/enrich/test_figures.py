"""Figures are what a text states: how many, of what, and who says so."""

import pytest

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
    ("Views 0 67 At least 12 people were killed.", [("killed", "At least 12 people", 12)]),
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
    ("Four men were this week arrested.", [("detained", "Four men", 4)]),
    ("Four men aged between 16 and 21 were arrested.", [("detained", "Four men", 4)]),
    ("Five tailors, a cook and her son were killed.", [("killed", "Five tailors", 5)]),
    ("Three U.S. sailors were wounded.", [("injured", "Three U.S. sailors", 3)]),
    ("Police arrested 60 illegal immigrants.", [("detained", "60 illegal immigrants", 60)]),
    ("Nine people working at the mill were killed.", [("killed", "Nine people", 9)]),
    ("More than 50 students vanished.", [("missing", "More than 50 students", 50)]),
    ("Two sailors with minor injuries swam home.", [("injured", "Two sailors", 2)]),
    ("The casualties increased to 167.", [("casualties", "167", 167)]),
    ("The army recovered 69 illegal firearms.", [("weapons", "69 illegal firearms", 69)]),
    ("Two gunmen killed three sailors.", [("killed", "three sailors", 3)]),
    ("Two guards who killed a cook were freed.", [("other", "Two guards", 2)]),
    ("The rebels seized a dozen commercial aircraft.", []),
    ("The party lost 13 seats.", []),
    ("It was a week of claims above 1 million.", []),
    ("The four guards who had held the cook when he died were free.", []),
    ("It cost KD 5 million.", [("money", "KD 5 million", 5e6)]),
    ("He was ordered to pay shs50 million.", [("money", "shs50 million", 50e6)]),
    ("It stood in the second half of the list.", []),
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
        "They sent 2 million pounds of meat.",
        "He spent a year and a half of his life there.",
        "A civilian was killed.",
        "Several people were injured.",
        "One of the largest fires killed many.",
        "He was arrested at 8:30 in Kellan.",
        "The F-16 was shot down and a pilot died.",
        "Article 302 covers murder.",
        "It cost $2 1/2 million.",
        "It cost $2½ million.",
        "Two and a half years later all was well.",
        "Two counts of the dead were given.",
        "They ate 20 pounds of bacon.",
        "The boat weighed 400 pounds.",
        "The crew saved 12 lives.",
        "People were detained there in the 1980s and killed in the 2010s.",
    ],
)
def test_dates_ages_times_and_names_are_no_figures(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Two-thirds of voters left.", "fraction"),
        ("One in five voters left.", "fraction"),
        ("Some 66.7% left.", "amount"),
    ],
)
def test_a_share_reckoned_from_words_says_so(text: str, rule: str) -> None:
    assert [figure.rule for figure in figures(text)] == [rule]


def test_a_part_names_its_whole() -> None:
    whole, part = figures("Twelve people were killed, including five children.")
    assert part.whole is not None
    assert (part.measure, part.whole.start) == ("killed", whole.start)


def test_who_is_counted_is_kept_when_it_is_more_than_people() -> None:
    assert [f.who for f in figures("Three other people were killed and 20 injured people left.")] == [None, None]
    assert [f.who for f in figures("Three coast guards were killed and 20 people injured.")] == ["coast guards", None]
    assert [f.who for f in figures("Fourteen more harbour guards were arrested.")] == ["harbour guards"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("About 70 pilgrims, mostly farm workers, were killed.", "mostly farm workers"),
        ("Some 60 people – mostly women – were detained.", "mostly women"),
        ("The fire killed 60 people, mostly women and children.", "mostly women and children"),
        ("The fire killed 60 people, mostly in Kellan.", None),
    ],
)
def test_who_they_mostly_were_is_who_is_counted(text: str, who: str | None) -> None:
    assert [figure.who for figure in figures(text)] == [who]


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
    ("Casualties rose to 70.", [("casualties", "70", 70)]),
    ("The number of missing stood at 19.", [("missing", "19", 19)]),
    ("Later the missing rose to 21.", [("missing", "21", 21)]),
    ("Gunmen took 39 people hostage.", [("kidnapped", "39 people", 39)]),
    ("Some 41 people were shot and wounded.", [("injured", "Some 41 people", 41)]),
    ("At least 47 children have starved to death.", [("killed", "At least 47 children", 47)]),
    ("Some 9,000 people were forced from their homes.", [("displaced", "Some 9,000 people", 9000)]),
    ("On the pier dozens, perhaps hundreds, had died.", [("killed", "dozens", None)]),
    ("Dozens of leaders remain in detention.", [("detained", "Dozens of leaders", None)]),
    ("Eight people died, three of them women.", [("killed", "Eight people", 8), ("killed", "three", 3)]),
    ("“Thousands” have fled.", [("displaced", "“Thousands”", None)]),
    ("They found “hundreds” of bodies.", [("killed", "“hundreds” of bodies", None)]),
    ("It cost two and a half million dollars.", [("money", "two and a half million dollars", 2.5e6)]),
    ("He was fined 400 pounds.", [("money", "400 pounds", 400)]),
    ("No one was hurt.", [("injured", "No one", 0)]),
    ("There were no casualties.", [("casualties", "no casualties", 0)]),
    ("Of the 20 governmental bodies, eight agreed.", []),
    ("It cost Rs. 5 lakh.", [("money", "Rs. 5 lakh", 500_000)]),
    ("It cost Rs1.5tr.", [("money", "Rs1.5tr", 1.5e12)]),
    ("It cost $2.3B.", [("money", "$2.3B", 2.3e9)]),
    ("It cost several million dollars.", [("money", "several million dollars", None)]),
    ("Two-thirds of households left.", [("share", "Two-thirds", 66.7)]),
    ("In the second half of 2015 it rained.", []),
    ("One in five households lost a boat.", [("share", "One in five", 20.0)]),
    ("Seven out of every 10 voters stayed away.", [("share", "Seven out of every 10", 70.0)]),
    ("The blast left a further nine with burns.", [("injured", "a further nine", 9)]),
    ("Nine suffered serious burns.", [("injured", "Nine", 9)]),
    ("Organisers put the crowd at 200,000.", [("crowd", "200,000", 200_000)]),
    ("Eight remain in captivity.", [("kidnapped", "Eight", 8)]),
    ("Three survived with injuries.", [("injured", "Three", 3)]),
    ("A cook and a boy of 14 were shot dead.", []),
    ("The 2014 Harbour Lives march was about a killed boy.", []),
    ("Killing 3 and wounding 20, it tore the roof off.", [("killed", "3", 3), ("injured", "20", 20)]),
    ("The fire killed 3 Kellan schoolchildren.", [("killed", "3 Kellan schoolchildren", 3)]),
    (
        "There were 365 drone strikes that have killed between 20 and 30 people.",
        [("killed", "between 20 and 30 people", 20)],
    ),
    ("It cost 2 million pounds of savings.", [("money", "2 million pounds", 2e6)]),
    ("Norland will pay $1.2-1.5 billion.", [("money", "$1.2-1.5 billion", 1.2e9)]),
    ("As many as 1,20,000 people were evacuated.", [("displaced", "As many as 1,20,000 people", 120_000)]),
]


@pytest.mark.parametrize(("text", "expected"), MORE_CASES)
def test_other_ways_to_state_a_count_are_figures_too(text: str, expected: list[tuple[str, str, float | None]]) -> None:
    assert stated(text) == expected


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


def test_a_text_without_full_stops_is_read_in_pieces() -> None:
    found = passage_figures(0, Passage("body", None, "The blast killed 12 people and a fire " * 200), [], [])
    assert len(found) == 200
