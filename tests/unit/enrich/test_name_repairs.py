"""What the article as a whole mends: repeats, short forms, peoples, and names that ran into one another."""

import pytest

from tasks.enrich.demonyms import country_called
from tasks.enrich.language_model import Span
from tasks.enrich.mentions import article_names
from tasks.enrich.passages import Article, Passage
from tasks.enrich.peoples import is_people


def found(body: str, *marked: tuple[str, str]) -> list[tuple[str, str]]:
    """Return surface and type of the names of a body in which the model marks these words, one place after the other."""
    spans, at = [], 0
    for words, label in marked:
        start = body.index(words, at)
        at = start + len(words)
        spans.append(Span(start, at, label))
    names = article_names(Article("a" * 24, None, (Passage("body", None, body),)), [spans])
    return [(name.surface, name.type) for name in names]


def test_a_surname_that_the_model_missed_is_found_again() -> None:
    assert found("Orla Venning came. Nobody saw Venning leave.", ("Orla Venning", "PERSON"))[1:] == [
        ("Venning", "PERSON")
    ]


def test_a_surname_that_is_an_everyday_word_of_the_article_is_not_sought() -> None:
    assert len(found("Orla Stone came. Stone walls fell, a stone hit him.", ("Orla Stone", "PERSON"))) == 1


def test_a_surname_inside_another_name_is_not_taken_out_of_it() -> None:
    assert len(found("Orla Venning came. The Venning Bridge shook.", ("Orla Venning", "PERSON"))) == 1


def test_a_word_that_was_a_name_twice_is_one_the_third_time() -> None:
    marked = [("Kellanor", "ORG"), ("Kellanor", "ORG")]
    assert found("Kellanor grew. Rivals of Kellanor fell. He left Kellanor.", *marked)[2] == ("Kellanor", "ORG")


def test_a_word_that_was_a_name_once_is_not_sought() -> None:
    assert len(found("Kellanor grew. He left Kellanor.", ("Kellanor", "ORG"))) == 1


def test_initials_of_a_body_are_the_body() -> None:
    assert found("The Harbour Front met. HF men left.", ("Harbour Front", "ORG")) == [
        ("Harbour Front", "ORG"),
        ("HF", "ORG"),
    ]


def test_initials_that_are_a_place_are_not_taken_for_a_body() -> None:
    assert ("US", "ORG") not in found("The United Sailors met. US ships left.", ("United Sailors", "ORG"))


def test_the_head_of_a_body_stands_for_it() -> None:
    text = "The Norland Storm Observatory spoke. The deaths, the Observatory said, were ten."
    assert found(text, ("Norland Storm Observatory", "ORG"))[1:] == [("Observatory", "ORG")]


def test_a_people_is_found_without_the_model() -> None:
    assert found("Three Syrians and two Iraqis left.") == [("Syrians", "NORP"), ("Iraqis", "NORP")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Two Sri Lankans left.", "Sri Lankans"),
        ("A Papua New Guinean left.", "Papua New Guinean"),
        ("A South African left.", "South African"),
        ("New Russian rules came.", "Russian"),
    ],
)
def test_a_people_is_found_with_all_words_of_its_land(text: str, people: str) -> None:
    assert found(text) == [(people, "NORP")]


def test_the_last_word_of_a_land_alone_is_no_people() -> None:
    assert found("Then Lucian spoke.") == []


@pytest.mark.parametrize(
    ("words", "country"), [("Sri Lankan", "LK"), ("North Korean", "KP"), ("Kurdish", None), ("Georgia", None)]
)
def test_an_adjective_speaks_of_a_country(words: str, country: str | None) -> None:
    assert country_called(words) == country


def test_a_people_inside_a_longer_name_is_a_part_of_it() -> None:
    assert found("The Syrian Harbour Front met.", ("Syrian Harbour Front", "ORG")) == [("Syrian Harbour Front", "ORG")]


@pytest.mark.parametrize(
    "word",
    [
        "Iraqi",
        "Iraqis",
        "South Asian",
        "Sri Lankans",
        "Shiite",
        "Takfiri",
        "Dalits",
        "Britons",
        "Ecuadorean",
        "New Zealander",
        "Papua New Guineans",
        "North Koreans",
        "Saudi Arabian",
    ],
)
def test_a_people_is_known(word: str) -> None:
    assert is_people(word)


@pytest.mark.parametrize("word", ["Iraq", "Turkey", "Taliban", "Iraqi Army", "Hans", "Lankan", "Lucian"])
def test_what_is_no_people_is_none(word: str) -> None:
    assert not is_people(word)


def test_money_of_a_country_does_not_name_it() -> None:
    assert found("It paid US$5 million.") == []


def test_a_name_that_ends_in_a_small_word_goes_on_in_the_next_one() -> None:
    text = "The Office of the Harbour Chancellor spoke."
    marked = [("Office of the", "ORG"), ("Harbour Chancellor", "MISC")]
    assert found(text, *marked) == [("Office of the Harbour Chancellor", "ORG")]


def test_a_small_word_at_the_end_of_a_name_is_cut_off() -> None:
    assert found("The Harbour Guild for its part left.", ("Harbour Guild for", "ORG")) == [("Harbour Guild", "ORG")]


def test_a_headline_inside_the_text_is_two_names_and_a_verb() -> None:
    text = "Read: Orla Venn Praises Edda Holm."
    assert found(text, ("Orla Venn Praises Edda Holm", "PERSON")) == [("Orla Venn", "PERSON"), ("Edda Holm", "PERSON")]


def test_a_country_and_a_city_without_their_comma_are_two_names() -> None:
    assert found("In Syria Damascus was calm.", ("Syria Damascus", "LOC")) == [("Syria", "GPE"), ("Damascus", "GPE")]


def test_a_family_keeps_its_plural() -> None:
    marked = [("Orla Venning", "PERSON"), ("Vennings", "NORP")]
    assert found("Orla Venning came. So did the Vennings.", *marked)[1] == ("Vennings", "NORP")


@pytest.mark.parametrize(
    ("marked", "label", "expected"),
    [
        ("Tomorrow Holdings", "ORG", ("Tomorrow Holdings", "ORG")),
        ("Harbour News", "ORG", ("Harbour News", "ORG")),
        ("The Hague", "LOC", ("The Hague", "GPE")),
        ("2016 Norland", "LOC", ("Norland", "GPE")),
        ("2016 Norland Prize", "MISC", ("2016 Norland Prize", "OTHER")),
        ("Jaish al-Venn", "LOC", ("Jaish al-Venn", "ORG")),
        ("Kafr Venn", "PERSON", ("Kafr Venn", "LOC")),
        ("Venn Evening Post", "LOC", ("Venn Evening Post", "ORG")),
        ("F.B.I.", "LOC", ("F.B.I.", "ORG")),
    ],
)
def test_a_name_keeps_its_words_and_gets_its_class(marked: str, label: str, expected: tuple[str, str]) -> None:
    assert found(f"They spoke of {marked} and left.", (marked, label)) == [expected]


PERSON, ORG, GPE, NORP = "PERSON", "ORG", "GPE", "NORP"
SPLITS = [
    # the text, what the model marks, its label, the names
    ("Talks between India-China rivals.", "India-China", "MISC", [("India", GPE), ("China", GPE)]),
    ("It was in Syrias Damascus.", "Syrias Damascus", "LOC", [("Syria", GPE), ("Damascus", GPE)]),
    ("It was Syrias air force.", "Syrias air force", "ORG", [("Syria", GPE)]),
    ("A Kurdish PKK man left.", "Kurdish PKK", "ORG", [("Kurdish", NORP), ("PKK", ORG)]),
    ("A Lebanese Hezbollah man left.", "Lebanese Hezbollah", "ORG", [("Lebanese", NORP), ("Hezbollah", ORG)]),
    ("The Syria Kurds left.", "Syria Kurds", "ORG", [("Syria", GPE), ("Kurds", NORP)]),
    ("The Norland Kurds left.", "Norland Kurds", "ORG", [("Norland Kurds", ORG)]),
    ("Hamas Militants left.", "Hamas Militants", "ORG", [("Hamas", ORG)]),
    ("Syrian Rebels left.", "Syrian Rebels", "ORG", [("Syrian", NORP)]),
    ("The Harbour Rebels won.", "Harbour Rebels", "ORG", [("Harbour Rebels", ORG)]),
    ("See Hamas Peace Reuters Page.", "Hamas Peace Reuters Page", "ORG", [("Hamas", ORG), ("Reuters", ORG)]),
    ("Friends of Hamas and Reuters met.", "Friends of Hamas and Reuters", "ORG", [("Friends of Hamas and Reuters", ORG)]),
    ("By Orla Venn Iraq Page One.", "Orla Venn Iraq Page", "PERSON", [("Orla Venn", PERSON), ("Iraq", GPE)]),
    ("In Idlib Homs Hama it rained.", "Idlib Homs Hama", "LOC", [("Idlib", GPE), ("Homs", GPE), ("Hama", GPE)]),
    ("Orla Venn 8 2 ✓ Edda Holm 5 left.", "Orla Venn 8 2 ✓ Edda Holm 5", "PERSON", [("Orla Venn", PERSON), ("Edda Holm", PERSON)]),
    ("Few in Venn's Harbour left.", "Venn's Harbour", "PERSON", [("Venn", PERSON)]),
    ("In County Tarnol it rained.", "County Tarnol", "PERSON", [("County Tarnol", "LOC")]),
    ("In Kellan, Colo., it rained.", "Colo", "ORG", [("Colo", GPE)]),
    ("In Northern Ireland it rained.", "Northern Ireland", "LOC", [("Northern Ireland", "LOC")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "marked", "label", "expected"), SPLITS)
def test_a_span_becomes_the_names_that_it_holds(
    text: str, marked: str, label: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, (marked, label)) == expected


def test_two_persons_with_a_hyphen_are_two_where_the_article_knows_both() -> None:
    text = "Orla Venning met Edda Holmar. The Venning-Holmar talks failed."
    marked = [("Orla Venning", "PERSON"), ("Edda Holmar", "PERSON"), ("Venning-Holmar", "PERSON")]
    assert found(text, *marked)[2:] == [("Venning", "PERSON"), ("Holmar", "PERSON")]


def test_a_double_surname_stays_one() -> None:
    text = "Orla Venning-Holmar came. Venning-Holmar left."
    marked = [("Orla Venning-Holmar", "PERSON"), ("Venning-Holmar", "PERSON")]
    assert found(text, *marked)[1] == ("Venning-Holmar", "PERSON")


@pytest.mark.parametrize(
    ("text", "marked", "label", "expected"),
    [
        ("Ten Kellanor militants left.", "Kellanor", "PERSON", ("Kellanor", "ORG")),
        ("Ten Aleppo militants left.", "Aleppo", "LOC", ("Aleppo", "GPE")),
    ],
)
def test_the_words_behind_a_name_tell_its_class(text: str, marked: str, label: str, expected: tuple[str, str]) -> None:
    assert found(text, (marked, label)) == [expected]


def test_the_domain_of_an_office_is_no_body() -> None:
    assert found(
        "National Security Adviser Orla Venn left.", ("National Security", "ORG"), ("Orla Venn", "PERSON")
    ) == [("Orla Venn", "PERSON")]


def test_a_lost_apostrophe_of_a_listed_body_or_a_named_place_is_no_part_of_it() -> None:
    assert found("He fled the PKKs camp.", ("PKKs", "ORG")) == [("PKK", "ORG")]
    assert found("In Aleppo and Aleppos suburbs.", ("Aleppo", "LOC"), ("Aleppos", "LOC"))[1] == ("Aleppo", "GPE")
    assert found("Some NGOs left.", ("NGOs", "ORG")) == [("NGOs", "ORG")]


def test_a_head_of_a_body_whose_chief_speaks_needs_no_article() -> None:
    text = "The Norland Storm Observatory spoke. Observatory chief Orla Venn left."
    assert found(text, ("Norland Storm Observatory", "ORG"), ("Orla Venn", "PERSON"))[1] == ("Observatory", "ORG")


def test_a_title_inside_a_longer_name_is_a_part_of_it() -> None:
    assert found("They held Khalil Sheikh Tarnol there.", ("Khalil Sheikh Tarnol", "PERSON")) == [
        ("Khalil Sheikh Tarnol", "PERSON")
    ]


def test_who_bears_a_countrys_name_is_a_person_where_nothing_is_in_that_country() -> None:
    marked = [("Orla Jordan", "PERSON"), ("Jordan", "GPE")]
    assert found("Orla Jordan won. Jordan said she would stay.", *marked)[1] == ("Jordan", "PERSON")
    text = "Orla Jordan won. Jordan said so, and people in Jordan cheered."
    assert found(text, *marked, ("Jordan", "GPE"))[1] == ("Jordan", "GPE")


def test_a_listed_name_with_a_small_article_of_its_own_is_found_whole() -> None:
    text = "Men of al Qaeda in the Arabian Peninsula left."
    assert found(text, ("al Qaeda", "ORG"), ("Arabian Peninsula", "LOC")) == [
        ("al Qaeda in the Arabian Peninsula", "ORG")
    ]


@pytest.mark.parametrize(
    ("body", "surface", "label", "expected"),
    [
        ("Bathers. (Orla Venn/AFP/Kell TV)", "Venn/AFP/Kell", "ORG", ["Orla Venn PERSON", "AFP ORG", "Kell TV ORG"]),
        ("The North Korean envoys left.", "North", "LOC", ["North Korean NORP"]),
        ("It hit the Syrian Homs at noon.", "Syrian Homs", "LOC", ["Syrian NORP", "Homs GPE"]),
    ],
)  # fmt: skip
def test_credits_sided_peoples_and_cities_behind_a_people_are_names_of_their_own(
    body: str, surface: str, label: str, expected: list[str]
) -> None:
    start = body.index(surface)
    names = article_names(
        Article("a" * 24, None, (Passage("body", None, body),)), [[Span(start, start + len(surface), label)]]
    )
    assert [f"{name.surface} {name.type}" for name in names] == expected
