"""Who is who within one article."""

import pytest

from tasks.enrich.document_names import identities_of
from tasks.enrich.names import Name
from tasks.enrich.settings import EnrichSettings


def keys(*named: tuple[str, str], country: str | None = None, **titles: str) -> list[tuple[str, str]]:
    """Return key and method of each name of an article."""
    names = [Name(0, 100 * n, 100 * n + len(s), s, t, "model", titles.get(s)) for n, (s, t) in enumerate(named)]
    found = identities_of("a1", names, country, EnrichSettings())
    return [(identity.key, identity.method) if identity else ("", "") for identity in found]


def test_a_surname_is_its_only_bearer() -> None:
    assert keys(("Orla Venn", "PERSON"), ("Venn", "PERSON"))[1] == ("PERSON|orla venn", "surname")


def test_a_given_name_is_its_only_bearer() -> None:
    assert keys(("Imran Tarnol", "PERSON"), ("Imran", "PERSON"))[1] == ("PERSON|imran tarnol", "given_name")


def test_two_bearers_of_a_surname_leave_it_alone() -> None:
    found = keys(("Orla Venn", "PERSON"), ("Piet Venn", "PERSON"), ("Venn", "PERSON"))
    assert found[2] == ("PERSON|venn|a1", "printed")


def test_a_surname_without_a_full_name_stays_in_its_article() -> None:
    assert keys(("Venn", "PERSON")) == [("PERSON|venn|a1", "printed")]


def test_two_spellings_of_one_man_are_one_bearer() -> None:
    found = keys(("Muammar Gaddafi", "PERSON"), ("Moammar Qaddafi", "PERSON"), ("Gaddafi", "PERSON"))
    assert found[2][1] == "surname"


def test_a_title_can_make_a_name_of_one_word() -> None:
    assert keys(("Borrom", "PERSON"), Borrom="Mullah") == [("PERSON|mullah borrom", "printed")]


def test_a_middle_name_more_is_told_to_the_linker() -> None:
    assert keys(("Asif Ali Tarnol", "PERSON"), ("Asif Tarnol", "PERSON"))[1] == ("PERSON|asif tarnol", "short_form")


def test_an_acronym_is_its_expansion() -> None:
    found = keys(("Harbour Workers Front", "ORG"), ("HWF", "ORG"))
    assert found[1] == ("ORG|harbour workers front", "acronym")


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
        (None, [("U.S.", "GPE")], "PLACE|united states|US"),
    ],
)
def test_the_article_decides_which_place_a_name_means(
    country: str | None, named: list[tuple[str, str]], expected: str
) -> None:
    assert keys(*named, country=country)[0][0] == expected
