"""Rules add the names that a model misses, and give each its class, title and role."""

import pytest

from tasks.enrich.language_model import Span
from tasks.enrich.mentions import article_names
from tasks.enrich.name_headlines import is_title_case
from tasks.enrich.name_rules import titled_names
from tasks.enrich.names import Name
from tasks.enrich.passages import Article, Passage


def named(body: str, *marked: tuple[str, str], headline: str | None = None) -> list[Name]:
    """Return the names of an article whose model marks these words (at their first place) with these labels."""
    passages = (*([Passage("headline", None, headline)] if headline else []), Passage("body", None, body))
    spans = [Span(body.index(words), body.index(words) + len(words), label) for words, label in marked]
    return article_names(Article("a" * 24, None, passages), [[], spans] if headline else [spans])


def surfaces(names: list[Name]) -> list[tuple[str, str, str]]:
    return [(name.surface, name.type, name.extractor) for name in names]


def test_a_listed_party_is_found_without_the_model() -> None:
    assert surfaces(named("The PML-N and the PML-Q met.")) == [
        ("PML-N", "ORG", "gazetteer"),
        ("PML-Q", "ORG", "gazetteer"),
    ]


def test_a_name_after_an_honorific_is_a_person() -> None:
    assert surfaces(named("He met Maulana Idris ul Haq there.")) == [("Idris ul Haq", "PERSON", "honorific")]


def test_a_rank_that_is_an_everyday_word_makes_no_name() -> None:
    assert named("Major Roads were closed.") == []


def test_an_acronym_in_brackets_is_what_stands_before_it() -> None:
    found = named("The Harbour Workers Front (HWF) met.", ("Harbour Workers Front", "ORG"))
    assert surfaces(found)[1] == ("HWF", "ORG", "bracketed_acronym")


def test_a_name_that_the_model_missed_once_is_found_again() -> None:
    found = named("Orla Venn came. Later Orla Venn left.", ("Orla Venn", "PERSON"))
    assert surfaces(found)[1] == ("Orla Venn", "PERSON", "repeat")


def test_a_headline_takes_its_names_from_the_body() -> None:
    found = named(
        "Orla Venn came to Kellan.", ("Orla Venn", "PERSON"), ("Kellan", "LOC"), headline="Orla Venn Visits Kellan"
    )
    assert [(n.surface, n.extractor) for n in found if n.passage == 0] == [
        ("Orla Venn", "headline_match"),
        ("Kellan", "headline_match"),
    ]


def test_a_surname_is_a_person_even_when_the_model_sees_a_place() -> None:
    found = named("Asif Dar came. Dar left.", ("Asif Dar", "PERSON"), ("Dar left", "ORG"))
    found = named("Asif Tarnol came. Later Tarnol left.", ("Asif Tarnol", "PERSON"), ("Tarnol left", "LOC"))
    assert {name.type for name in found if name.surface == "Tarnol"} <= {"PERSON"}


def test_words_that_call_a_place_a_place_decide_its_class() -> None:
    assert surfaces(named("In the village of Tarnol two died.", ("Tarnol", "PERSON")))[0][1] == "LOC"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Elders in Tarn Varda kept the receipts.", "LOC"),
        ("In Tarn Varda it rained.", "LOC"),
        ("They were sent home to Tarn Varda.", "LOC"),
        ("A quarrel in Tarn Varda’s party grew.", "PERSON"),
        ("Tarn Varda spoke. Tarn Varda left. Few believe in Tarn Varda now.", "PERSON"),
        ("They gave it to Tarn Varda.", "PERSON"),
    ],
)
def test_a_person_that_stands_where_places_do_is_a_place_unless_it_mostly_does_not(text: str, kind: str) -> None:
    found = named(text, *[("Tarn Varda", "PERSON")] * text.count("Tarn Varda"))
    assert {name.type for name in found} == {kind}


def test_a_people_before_a_town_is_no_place() -> None:
    assert surfaces(named("A Norlander town burned.", ("Norlander", "NORP")))[0][1] == "NORP"


def test_a_lost_apostrophe_is_no_part_of_a_name() -> None:
    found = named("Orla Venn left. Orla Venns boat sank.", ("Orla Venn", "PERSON"), ("Orla Venns", "PERSON"))
    assert [name.surface for name in found] == ["Orla Venn", "Orla Venn"]
    assert named("In Syrias north it rained.", ("Syrias", "PERSON"))[0].surface == "Syria"


def test_a_country_or_city_is_a_gpe() -> None:
    assert [s[1] for s in surfaces(named("From Lahore to Norway.", ("Lahore", "LOC"), ("Norway", "ORG")))] == [
        "GPE",
        "GPE",
    ]


def test_two_places_in_one_compound_are_two_names() -> None:
    assert [s[0] for s in surfaces(named("The India-China talks failed.", ("India-China", "LOC")))] == [
        "India",
        "China",
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("PPP chairman Orla Venn spoke.", "PPP chairman"),
        ("Norland's trade minister Orla Venn spoke.", "Norland's trade minister"),
        ("Orla Venn, the trade minister, spoke.", "trade minister"),
        ("Orla Venn, spokesman for the Harbour Board, spoke.", "spokesman for the Harbour Board"),
        ("Minister of Planning Orla Venn spoke.", "Minister of Planning"),
        ("Former U.S. Vice President Orla Venn spoke.", "Former U.S. Vice President"),
        ("They told Holm and House Minority Leader Orla Venn so.", "House Minority Leader"),
        ("Both President Orla Venn and Edda Holm spoke.", "President"),
        ("In February Brask's former lawyer Orla Venn left.", "Brask's former lawyer"),
        ("Housing and Urban Development Secretary Orla Venn spoke.", "Housing and Urban Development Secretary"),
        ("House Ways & Means Chairman Orla Venn spoke.", "House Ways & Means Chairman"),
        ("House of Representatives Speaker Orla Venn spoke.", "House of Representatives Speaker"),
        ("The al-Nur leader Orla Venn spoke.", "al-Nur leader"),
        ("Acting Attorney General Orla Venn spoke.", "Acting Attorney General"),
        ("First Lady Orla Venn spoke.", "First Lady"),
        ("Orla Venn, also a Kellan University professor, spoke.", "Kellan University professor"),
        ("Orla Venn, director of the Office of Ropes. Yes, it is one.", "director of the Office of Ropes"),
        ("Orla Venn, spokesman for the Harbour Board said.", "spokesman for the Harbour Board"),
        ("Orla Venn, chairman of the Harbour Board and others.", "chairman of the Harbour Board"),
        ("The foreign minister, Orla Venn, spoke.", "foreign minister"),
        ("A spokeswoman for the salt ministry, Orla Venn, spoke.", "spokeswoman for the salt ministry"),
        ("New Kellan's former mayor, Orla Venn, spoke.", "New Kellan's former mayor"),
        ("They thanked the head of the Harbour Board, Orla Venn.", "head of the Harbour Board"),
        ("Orla Venn, then the mayor, spoke.", "mayor"),
        ("In a letter to the mayor, Orla Venn said so.", None),
        ("They named the mayor, Orla Venn, Edda Holm and others.", None),
        ("Orla Venn, eager to see the president, spoke.", None),
        ("Orla Venn spoke on Monday. The mayor, Edda Holm, left.", None),
        ("Orla Venn, right, meets with President Holm.", None),
        ("Orla Venn, was elected governor in 2010.", None),
        ("The king was ill and Orla Venn spoke.", None),
        ("Orla Venn, who was late, spoke.", None),
    ],
)
def test_a_role_beside_a_name_is_kept_with_it(text: str, role: str | None) -> None:
    assert named(text, ("Orla Venn", "PERSON"))[-1].role == role


@pytest.mark.parametrize(
    ("party", "behind", "whole"),
    [
        ("Kellan National Party", " (Holmi) won.", "Kellan National Party (Holmi)"),
        ("Harbour League", " (Old Guard) (HL-O) won.", "Harbour League (Old Guard)"),
        ("HKP", "(N) won.", "HKP(N)"),
        ("Harbour League", " (HL) won.", "Harbour League"),
        ("Harbour League", " (Hl) won.", "Harbour League"),
        ("HKP", " (Harbour Kellan Party) won.", "HKP"),
        ("Harbour League", " (Norway) won.", "Harbour League"),
        ("Harbour League", " (Kellan TV) won.", "Harbour League"),
        ("Harbour League", " (Photo) won.", "Harbour League"),
        ("Harbour Bank", " (Holmi) won.", "Harbour Bank"),
    ],
)
def test_a_faction_in_brackets_is_a_part_of_the_partys_name(party: str, behind: str, whole: str) -> None:
    assert named(f"The {party}{behind}", (party, "ORG"))[0].surface == whole


def test_the_faction_is_no_name_of_its_own() -> None:
    found = named("The Kellan Party (Holmi) won.", ("Kellan Party", "ORG"), ("Holmi", "LOC"))
    assert [name.surface for name in found] == ["Kellan Party (Holmi)"]


@pytest.mark.parametrize("office", ["Attorney General", "Chief Justice", "First Lady", "Inspector General"])
def test_the_end_of_an_office_is_no_honorific(office: str) -> None:
    (name,) = named(f"The {office} Orla Venn spoke.", ("Orla Venn", "PERSON"))
    assert (name.honorific, name.role) == (None, office)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("TRUST BUT HAULING\nThe boats left.", False),
        ("TRUST BUT HAULING\nThe Hauling left, Edda Hauling said.", True),
        ("The HAULING boats left.", True),
        ("RAIN OVER HAULING IN KELLAN\nIt rained.", False),
    ],
)
def test_words_in_a_line_of_capitals_are_names_only_if_the_article_has_them_elsewhere(text: str, kept: bool) -> None:
    marks = [("HAULING", "ORG"), *([("Edda Hauling", "PERSON")] if "Edda" in text else [])]
    assert any(name.surface == "HAULING" for name in named(text, *marks)) is kept


def test_a_listed_place_in_a_line_of_capitals_is_kept() -> None:
    assert surfaces(named("FLOODS REACH LAHORE AGAIN\nIt rained.", ("LAHORE", "LOC")))[0][:2] == ("LAHORE", "GPE")


def test_what_a_titled_person_owns_is_no_part_of_the_name() -> None:
    assert [name.surface for name in named("Among Mr Venn's Harbour party it rained.")] == ["Venn"]


def test_a_president_who_is_addressed_is_not_named() -> None:
    assert named("Listen, Mr. President, he said.", ("President", "PERSON")) == []


def test_an_honorific_before_the_span_is_kept_with_the_name() -> None:
    assert named("Gen. Orla Venn spoke.", ("Orla Venn", "PERSON"))[0].honorific == "Gen."


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Orla Venn Visits Kellan After Storm", True),
        ("Orla Venn visits flooded towns after storm", False),
        ("ORLA VENN VISITS KELLAN AFTER STORM", True),
    ],
)
def test_a_title_case_headline_is_known_as_one(headline: str, expected: bool) -> None:
    assert is_title_case(headline) is expected


@pytest.mark.parametrize("text", ["Lt Gen Dr Karim Shah spoke.", "Sheikh Mufti Karim Shah spoke."])
def test_a_name_after_several_titles_is_one_name(text: str) -> None:
    (name,) = titled_names(0, Passage("body", None, text))
    assert (name.surface, text[: name.start].strip()) == ("Karim Shah", name.honorific)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Sailors Without Harbours said so.", "Sailors Without Harbours"),
        ("The charity Ropes Across the Kellan said so.", "Ropes Across the Kellan"),
    ],
)
def test_a_body_with_a_preposition_in_its_name_is_one_name(text: str, whole: str) -> None:
    first, last = whole.split()[0], whole.split()[-1]
    spans = [Span(text.index(word), text.index(word) + len(word), "PERSON") for word in (first, last)]
    names = article_names(Article("0" * 24, None, (Passage("body", None, text),)), [spans])
    assert [(name.surface, name.type) for name in names] == [(whole, "ORG")]


@pytest.mark.parametrize("behind", ["river", "barrage", "canal"])
def test_a_name_that_the_text_calls_a_water_is_a_place(behind: str) -> None:
    text = f"The Vellora {behind} rose."
    names = article_names(Article("0" * 24, None, (Passage("body", None, text),)), [[Span(4, 11, "ORG")]])
    assert [(name.surface, name.type) for name in names] == [("Vellora", "LOC")]


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Fazila Meets Workers In Karachi Over Norland Salt", ["Fazila", "Karachi"]),
        ("Syria And Iraq Meet As Israelis Wait For Answers", ["Syria", "Iraq", "Israelis"]),
        ("African Americans And Sri Lankan Envoys Want Better Salt", ["African Americans", "Sri Lankan"]),
        ("Chinese Communist Party Will Mark Bill Before Summer", []),
        ("Spent Salt Found Near Harbour Wall After Tuesday", []),
        ("Shootings In New Jersey Leave Several People Hurt", []),
    ],
)
def test_a_headline_in_title_case_has_given_names_peoples_and_places(headline: str, found: list[str]) -> None:
    persons = [("Fazila Venn", "PERSON"), ("Mark Venn", "PERSON"), ("Spent Venn", "PERSON")]
    body = "Fazila Venn came. Mark Venn came. Spent Venn came, who had spent it."
    names = named(body, *persons, headline=headline)
    assert [name.surface for name in names if name.passage == 0] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A pro-Venn march and non-Muslim men.", [("Venn", "PERSON"), ("Muslim", "NORP")]),
        ("The anti-Islamic State men.", [("Islamic State", "ORG")]),
        ("A broadly ‘pro-Venn’ paper.", [("Venn", "PERSON")]),
        ("The Iran-Hamas talks.", [("Iran", "GPE"), ("Hamas", "ORG")]),
        ("The Venn-Aldric summit.", [("Venn", "PERSON"), ("Aldric", "PERSON")]),
        ("The Kellar-Aldric tariff.", []),
        ("An anti-Harbour Street march.", []),
    ],
)
def test_the_names_inside_a_compound_are_names(text: str, found: list[tuple[str, str]]) -> None:
    names = named(f"Orla Venn came. {text}", ("Orla Venn", "PERSON"))
    assert [(name.surface, name.type) for name in names[1:]] == found


def test_two_in_one_compound_are_not_the_place_that_the_model_makes_of_them() -> None:
    names = named("Orla Venn came. The Venn-Aldric feud goes on.", ("Orla Venn", "PERSON"), ("Venn-Aldric", "LOC"))
    assert [(name.surface, name.type) for name in names[1:]] == [("Venn", "PERSON"), ("Aldric", "PERSON")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The Salt Assistance Mission in Norland spoke.", "Salt Assistance Mission in Norland"),
        ("The Harbour Salt Board in Norland (HSBN) spoke.", "Harbour Salt Board in Norland"),
        ("The Harbour Salt Board in Norland spoke.", "Harbour Salt Board"),
    ],
)
def test_a_mission_is_named_with_its_place(text: str, whole: str) -> None:
    body = whole.partition(" in ")[0]
    assert named(text, (body, "ORG"), ("Norland", "GPE"))[0].surface == whole
