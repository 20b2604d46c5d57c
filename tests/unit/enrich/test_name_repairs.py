"""What the article as a whole mends: repeats, short forms, peoples, and names that ran into one another."""

import pytest

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


def test_a_people_inside_a_longer_name_is_a_part_of_it() -> None:
    assert found("The Syrian Harbour Front met.", ("Syrian Harbour Front", "ORG")) == [("Syrian Harbour Front", "ORG")]


@pytest.mark.parametrize(
    "word", ["Iraqi", "Iraqis", "South Asian", "Sri Lankans", "Shiite", "Takfiri", "Dalits", "Britons"]
)
def test_a_people_is_known(word: str) -> None:
    assert is_people(word)


@pytest.mark.parametrize("word", ["Iraq", "Turkey", "Taliban", "Iraqi Army", "Hans"])
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
