"""Who is who within one article."""

import re

import pytest

from tasks.enrich.document_names import identities_of
from tasks.enrich.folding import fold
from tasks.enrich.names import Name
from tasks.enrich.settings import EnrichSettings


def keys(
    *named: tuple[str, str], country: str | None = None, step: int = 100, titles: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    """Return key and method of each name of an article, the names `step` characters apart."""
    names = [
        Name(0, step * n, step * n + len(s), s, t, "model", (titles or {}).get(s)) for n, (s, t) in enumerate(named)
    ]
    found = identities_of("a1", names, country, EnrichSettings(), [""])
    return [(identity.key, identity.method) if identity else ("", "") for identity in found]


def test_an_acronym_in_brackets_that_comes_again_is_the_body_before_it_and_one_in_a_list_is_not() -> None:
    for text, key in (
        ("Harbour People's Front (ZTK) met. ZTK spoke.", "ORG|ztk|=harbour people s front"),
        ("Harbour People's Front, ZTK met. ZTK spoke.", "ORG|ztk"),
    ):
        at = [text.index("Harbour"), text.index("ZTK"), text.rindex("ZTK")]
        surfaces = ["Harbour People's Front", "ZTK", "ZTK"]
        names = [Name(0, a, a + len(s), s, "ORG", "model") for a, s in zip(at, surfaces, strict=True)]
        found = identities_of("a1", names, None, EnrichSettings(), [text])
        assert found[2] is not None
        assert found[2].key == key


def test_a_surname_is_its_only_bearer() -> None:
    assert keys(("Orla Venn", "PERSON"), ("Venn", "PERSON"))[1] == ("PERSON|orla venn", "surname")


def test_a_given_name_is_its_only_bearer() -> None:
    assert keys(("Imran Tarnol", "PERSON"), ("Imran", "PERSON"))[1] == ("PERSON|imran tarnol", "given_name")


def test_two_bearers_leave_their_surname_alone() -> None:
    found = keys(("Orla Venn", "PERSON"), ("Piet Venn", "PERSON"), ("Venn", "PERSON"))
    assert found[2] == ("PERSON|venn|a1", "printed")


def test_before_a_second_bearer_is_named_the_first_one_is_meant() -> None:
    found = keys(("Orla Venn", "PERSON"), ("Venn", "PERSON"), ("Piet Venn", "PERSON"), ("Venn", "PERSON"))
    assert found[1] == ("PERSON|orla venn", "only_so_far")
    assert found[3] == ("PERSON|venn|a1", "printed")


def test_a_surname_before_all_its_bearers_is_nobodys() -> None:
    found = keys(("Venn", "PERSON"), ("Orla Venn", "PERSON"), ("Piet Venn", "PERSON"))
    assert found[0] == ("PERSON|venn|a1", "printed")


@pytest.mark.parametrize("other", ["Outspoken Orla Venn", "Bill Venn"])
def test_a_word_more_in_front_or_a_nickname_makes_no_second_bearer(other: str) -> None:
    name = "Orla Venn" if other.endswith("Orla Venn") else "William Venn"
    found = keys((name, "PERSON"), (other, "PERSON"), (name, "PERSON"), ("Venn", "PERSON"))
    assert found[3] == (f"PERSON|{fold(name)}", "surname")


def test_a_surname_without_a_full_name_stays_in_its_article() -> None:
    assert keys(("Venn", "PERSON")) == [("PERSON|venn|a1", "printed")]


def test_two_spellings_of_one_man_are_one_bearer() -> None:
    found = keys(("Muammar Gaddafi", "PERSON"), ("Moammar Qaddafi", "PERSON"), ("Gaddafi", "PERSON"))
    assert found[2][1] == "surname"


def test_a_title_can_make_a_name_of_one_word() -> None:
    assert keys(("Borrom", "PERSON"), titles={"Borrom": "Mullah"}) == [("PERSON|mullah borrom", "printed")]


def test_a_middle_name_more_is_told_to_the_linker() -> None:
    found = keys(("Asif Ali Tarnol", "PERSON"), ("Asif Tarnol", "PERSON"))
    assert found[1] == ("PERSON|asif tarnol|=asif ali tarnol", "short_form")


def test_a_name_printed_more_often_stands_for_the_longer_one() -> None:
    found = keys(("Orla Venn Resigns", "PERSON"), ("Orla Venn", "PERSON"), ("Orla Venn", "PERSON"), ("Venn", "PERSON"))
    assert found[0] == ("PERSON|orla venn resigns|=orla venn", "short_form")
    assert found[3] == ("PERSON|orla venn", "surname")


def test_the_last_names_of_a_longer_name_are_its_bearer_in_a_later_paragraph_only() -> None:
    for passages, key in (((0, 1), "PERSON|ibarra montoya|=ana ibarra montoya"), ((0, 0), "PERSON|ibarra montoya")):
        names = [
            Name(p, 40 * n, 40 * n + len(s), s, "PERSON", "model")
            for n, (p, s) in enumerate(zip(passages, ("Ana Ibarra Montoya", "Ibarra Montoya"), strict=True))
        ]
        found = identities_of("a1", names, None, EnrichSettings(), ["", ""])
        assert found[1] is not None
        assert found[1].key == key


def test_two_persons_run_together_are_neither_of_them() -> None:
    for passages in ((0, 1), (0, 0)):
        names = [
            Name(p, 40 * n, 40 * n + len(s), s, "PERSON", "model")
            for n, (p, s) in enumerate(zip(passages, ("Orla Venn-Aldo Pell", "Aldo Pell"), strict=True))
        ]
        found = identities_of("a1", names, None, EnrichSettings(), ["", ""])
        assert found[1] is not None
        assert found[1].key == "PERSON|aldo pell"


def test_a_surname_that_ends_in_s_is_nobody_else_with_an_s_too_many() -> None:
    found = keys(("Harry Cheddle", "PERSON"), ("Harris", "PERSON"), ("Cheddles", "PERSON"))
    assert found[1][0] != "PERSON|harry cheddle"
    assert found[2] == ("PERSON|harry cheddle", "surname")


def test_a_nickname_is_its_name_in_one_article() -> None:
    found = keys(("William Venn", "PERSON"), ("Bill Venn", "PERSON"), ("William Venn", "PERSON"))
    assert found[1] == ("PERSON|bill venn|=william venn", "nickname")


def test_a_father_is_not_called_by_his_sons_name_nor_an_elder_by_what_marks_the_younger() -> None:
    found = keys(("Abu Borrom", "PERSON"), ("Borrom Said", "PERSON"), ("Borrom", "PERSON"))
    assert found[2] == ("PERSON|borrom said", "given_name")
    assert keys(("Orla Venn", "PERSON"), ("Venn Jr.", "PERSON"))[1] != ("PERSON|orla venn", "surname")


def test_an_acronym_is_its_expansion() -> None:
    found = keys(("Harbour Workers Front", "ORG"), ("HWF", "ORG"))
    assert found[1] == ("ORG|hwf|=harbour workers front", "acronym")


def test_parties_that_differ_in_a_letter_stay_apart() -> None:
    found = {key for key, _ in keys(("PML-N", "ORG"), ("PML-Q", "ORG"), ("PPP", "ORG"))}
    assert len(found) == 3


def test_a_people_has_no_identity() -> None:
    assert keys(("Norlanders", "NORP")) == [("", "")]


@pytest.mark.parametrize(
    ("country", "named", "expected"),
    [
        ("PK", [("Hyderabad", "GPE")], "PLACE|hyderabad|PK"),
        (None, [("Hyderabad", "GPE"), ("India", "GPE")], "PLACE|hyderabad|IN"),
        (None, [("Hyderabad", "GPE")], "PLACE|hyderabad"),
        ("LB", [("Tripoli", "GPE")], "PLACE|tripoli|LB"),
        (None, [("Lahore", "GPE")], "PLACE|lahore|PK"),
        ("CA", [("London", "GPE")], "PLACE|london|GB"),
        (None, [("U.S.", "GPE")], "PLACE|u s|US|=united states"),
    ],
)
def test_the_article_decides_which_place_a_name_means(
    country: str | None, named: list[tuple[str, str]], expected: str
) -> None:
    assert keys(*named, country=country)[0][0] == expected


CASES = [
    ([("Orla Venn", "PERSON"), ("al-Venn", "PERSON")], "PERSON|orla venn", "surname"),
    ([("Imran bin Tarnol", "PERSON"), ("bin Tarnol", "PERSON")], "PERSON|imran bin tarnol", "surname"),
    ([("Ziaul Haq", "PERSON"), ("Zia", "PERSON")], "PERSON|ziaul haq", "given_name"),
    ([("Ban Ki-venn", "PERSON"), ("Ki-venn", "PERSON")], "PERSON|ban ki venn", "surname"),
    ([("Orla O'Venn", "PERSON"), ("O'Venn", "PERSON")], "PERSON|orla o venn", "surname"),
    ([("Orla Venn", "PERSON"), ("OrlaVenn", "PERSON")], "PERSON|orla venn", "lost_space"),
    (
        [("Manoj Tarnoll", "PERSON"), ("Manoj Tarmoll", "PERSON"), ("Manoj Tarnoll", "PERSON")],
        "PERSON|manoj tarnoll",
        "printed",
    ),
    ([("Aldous bin Salvan", "PERSON"), ("ABS", "ORG")], "PERSON|abs|=aldous bin salvan", "acronym"),
    ([("Harbour People's Party", "ORG"), ("HPP", "ORG")], "ORG|hpp|=harbour people s party", "acronym"),
    ([("Jamaat-ur-Salt", "ORG"), ("JuS", "ORG")], "ORG|jus|=jamaat ur salt", "acronym"),
    ([("Free Kellan and Torran", "GPE"), ("FKT", "GPE")], "PLACE|fkt|=free kellan and torran", "acronym"),
]


@pytest.mark.parametrize(("named", "key", "method"), CASES)
def test_the_last_name_means_what_the_article_says(named: list[tuple[str, str]], key: str, method: str) -> None:
    assert keys(*named)[-1] == (key, method)


def test_a_king_is_not_the_son_who_bears_his_name() -> None:
    found = keys(("Mohan bin Salvan", "PERSON"), ("Salvan", "PERSON"), titles={"Salvan": "King"})
    assert found[1] == ("PERSON|king salvan", "printed")


def test_a_son_does_not_take_his_fathers_name() -> None:
    found = keys(("Orla Venn", "PERSON"), ("Orla Venn Jr", "PERSON"))
    assert [key for key, _ in found] == ["PERSON|orla venn", "PERSON|orla venn jr"]


def test_a_title_tells_two_bearers_apart() -> None:
    titles = {"Venn": "Sheikh", "Orla Venn": "Sheikh"}
    found = keys(("Orla Venn", "PERSON"), ("Piet Venn", "PERSON"), ("Venn", "PERSON"), titles=titles)
    assert found[2] == ("PERSON|orla venn", "surname")


def test_a_place_that_no_list_spells_so_is_the_one_that_sounds_like_it() -> None:
    found = keys(("Aleppo", "GPE"), ("Raqa", "GPE"))
    assert found[1] == ("PLACE|raqa|SY|=raqqa", "spelling")


WHERE = [
    # dateline, the names, the country of the first one
    (None, ["Hyderabad", "India"], "IN"),
    ("PK", ["Hyderabad"], "PK"),
    (None, ["Tripoli", "Beirut"], "LB"),
    (None, ["Tripoli", "Libya"], "LY"),
    (None, ["Georgia", "Tbilisi"], "GE"),
    (None, ["Georgia", "Alabama"], "US"),
    (None, ["Georgia"], ""),
    (None, ["Birmingham", "Alabama"], "US"),
    (None, ["Birmingham", "Britain"], "GB"),
    (None, ["Cambridge", "London"], "GB"),
    (None, ["Punjab", "Lahore"], "PK"),
    (None, ["Punjab", "India"], "IN"),
]


@pytest.mark.parametrize(("country", "places", "expected"), WHERE)
def test_a_place_lies_in_the_country_that_the_article_speaks_of(
    country: str | None, places: list[str], expected: str
) -> None:
    assert keys(*((place, "GPE") for place in places), country=country)[0][0].split("|")[2] == expected


def test_the_state_behind_a_city_tells_where_it_lies() -> None:
    names = [Name(0, 3, 8, "Paris", "GPE", "model"), Name(0, 10, 15, "Texas", "GPE", "model")]
    told = identities_of("a1", names, None, EnrichSettings(), ["In Paris, Texas"])[0]
    untold = identities_of("a1", names, None, EnrichSettings(), ["In Paris; Texas"])[0]
    assert (told and told.key, untold and untold.key) == ("PLACE|paris|US", "PLACE|paris|FR")


@pytest.mark.parametrize(
    "text", ["Orla Venn and his wife Edda Venn. Venn left.", "Orla Venn met Edda Venn, his sister. Venn left."]
)
def test_a_relative_does_not_share_the_bare_surname(text: str) -> None:
    spans = [(text.index(name), name) for name in ("Orla Venn", "Edda Venn")] + [(text.rindex("Venn"), "Venn")]
    names = [Name(0, start, start + len(name), name, "PERSON", "model") for start, name in spans]
    found = identities_of("a1", names, None, EnrichSettings(), [text])
    assert [(one.key, one.method) for one in found if one][2] == ("PERSON|orla venn", "surname")


PERSONS = [
    # the names of an article, and whom the last one means there
    (["Peter Hayes", "Hess"], "hess|a1"),
    (["Patrik Jonsson", "Johnson"], "johnson|a1"),
    (["Orla Venn", "Peter Hess", "Peter Hayes", "Peter Hess"], "peter hess"),
    (["Peter Buttimore", "Butimore"], "peter buttimore"),
    (["Nathan Quellano", "Nathan Pell", "Piet Quillano", "Quellano"], "nathan quellano"),
    (["Muammar Tarqoni", "Tarkoni"], "muammar tarqoni"),
    (["Donald Venn Jr.", "Venn Jr.", "Venn"], "venn|a1"),
    (["Donald Venn Jr.", "Venn"], "donald venn jr"),
    (["Venn Tower", "Venn"], "venn|a1"),
    (["Beating Venn", "Venn"], "venn|a1"),
    (["Al Quellan", "Quellan"], "al quellan"),
    (["Quellan", "Al Quellan"], "al quellan"),
    (["Bashar Al Quellan", "Al Quellan"], "bashar al quellan"),
    (["Al Quellan", "Al Quellan"], "al quellan|a1"),
    (["al-Quellan", "Quellan", "al-Quellan"], "al quellan|a1"),
]


@pytest.mark.parametrize(("names", "expected"), PERSONS)
def test_whom_a_name_means_beside_the_others(names: list[str], expected: str) -> None:
    assert keys(*((name, "PERSON") for name in names))[-1][0] == f"PERSON|{expected}"


def test_an_acronym_with_a_number_is_another_thing() -> None:
    assert keys(("Delta Corps", "ORG"), ("DC-3", "ORG"))[1][0] == "ORG|dc 3"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Rep. Orla Jordan came. Jordan said so.", "PERSON|orla jordan"),
        ("Rep. Orla Jordan came. Jordan angrily told them.", "PERSON|orla jordan"),
        ("Rep. Orla Jordan came from Jordan. Jordan said so.", "PLACE|jordan|JO"),
        ("Jordan said so. Rep. Orla Jordan came. Jordan said more.", "PLACE|jordan|JO"),
        ("Rep. Orla Jordan came. Jordan is hot.", "PLACE|jordan|JO"),
    ],
)
def test_a_surname_that_is_a_country_too_is_its_bearer_where_only_he_speaks(text: str, key: str) -> None:
    full = text.index("Orla Jordan")
    names = [
        Name(0, match.start(), match.end(), "Jordan", "GPE", "model")
        for match in re.finditer("Jordan", text)
        if match.start() != full + len("Orla ")
    ]
    names = sorted([*names, Name(0, full, full + 11, "Orla Jordan", "PERSON", "model")], key=lambda name: name.start)
    found = [one.key for one in identities_of("a1", names, None, EnrichSettings(), [text]) if one]
    assert found[-1] == key
