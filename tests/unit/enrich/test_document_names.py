"""Who is who within one article."""

import pytest

from tasks.enrich.document_names import identities_of
from tasks.enrich.names import Name
from tasks.enrich.settings import EnrichSettings


def keys(
    *named: tuple[str, str], country: str | None = None, step: int = 100, titles: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    """Return key and method of each name of an article, the names `step` characters apart."""
    names = [
        Name(0, step * n, step * n + len(s), s, t, "model", (titles or {}).get(s)) for n, (s, t) in enumerate(named)
    ]
    found = identities_of("a1", names, country, EnrichSettings())
    return [(identity.key, identity.method) if identity else ("", "") for identity in found]


def test_a_surname_is_its_only_bearer() -> None:
    assert keys(("Orla Venn", "PERSON"), ("Venn", "PERSON"))[1] == ("PERSON|orla venn", "surname")


def test_a_given_name_is_its_only_bearer() -> None:
    assert keys(("Imran Tarnol", "PERSON"), ("Imran", "PERSON"))[1] == ("PERSON|imran tarnol", "given_name")


def test_two_bearers_side_by_side_leave_their_surname_alone() -> None:
    found = keys(("Orla Venn", "PERSON"), ("Piet Venn", "PERSON"), ("Venn", "PERSON"), step=30)
    assert found[2] == ("PERSON|venn|a1", "printed")


def test_of_two_bearers_the_one_named_last_is_meant() -> None:
    found = keys(("Orla Venn", "PERSON"), ("Venn", "PERSON"), ("Piet Venn", "PERSON"), ("Venn", "PERSON"), step=200)
    assert found[1] == ("PERSON|orla venn", "nearest_bearer")
    assert found[3] == ("PERSON|piet venn", "nearest_bearer")


def test_a_surname_before_all_full_names_is_the_first_bearers() -> None:
    found = keys(("Venn", "PERSON"), ("Orla Venn", "PERSON"), ("Piet Venn", "PERSON"), step=200)
    assert found[0] == ("PERSON|orla venn", "nearest_bearer")


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
