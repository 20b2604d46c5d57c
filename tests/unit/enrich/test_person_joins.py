"""Which spellings of persons' names are one without a look at their company."""

import pytest

from tests.unit.enrich.test_entity_joins import link, named


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sana Ullah Tarnol", "Sanaullah Tarnol"),
        ("Rami Abdel-Rahmar", "Rami Abdurrahmar"),
        ("Noor al-Din Tarnol", "Nooruddin Tarnol"),
        ("J. D. Venning", "JD Venning"),
        ("Chaudhry Tahir Tarnol", "Tahir Tarnol"),
        ("Ch Tahir Tarnol", "Chaudhary Tahir Tarnol"),
        ("Sayyed Tahir Tarnol", "Tahir Tarnol"),
    ],
)
def test_a_name_is_one_however_it_is_cut_into_words(a: str, b: str) -> None:
    assert link(named("PERSON", a, b)).entities.num_rows == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("John Kellan", "John N. Kellan"),
        ("Tahir Ali", "Tahira Ali"),
        ("Al Iven", "Aliven"),
        ("Chaudhry Tahir", "Tahir Chaudhry"),
    ],
)
def test_a_letter_more_is_another_name(a: str, b: str) -> None:
    assert link(named("PERSON", a, b)).entities.num_rows == 2
