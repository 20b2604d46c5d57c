"""Which place a name means: old and foreign names, short ones, small towns, and a kind before the name or behind it."""

import pytest

from tasks.enrich.place_spellings import place_joins, sounding_like
from tasks.enrich.places import place_list
from tasks.enrich.settings import EnrichSettings

MEANT = [
    # name, countries that the document speaks of, the place and its country
    ("Leningrad", [], ("Saint Petersburg", "RU")),
    ("Alma-Ata", [], ("Almaty", "KZ")),
    ("Salisbury", ["ZW"], ("Harare", "ZW")),
    ("Salisbury", ["GB"], ("Salisbury", "GB")),
    ("St. Petersburg", ["RU"], ("Saint Petersburg", "RU")),
    ("St. Petersburg", ["US"], ("St. Petersburg", "US")),
    ("Ft. Worth", [], ("Fort Worth", "US")),
    ("Swaziland", [], ("Eswatini", "SZ")),
    ("Va", [], ("Virginia", "US")),
    ("VA", ["US"], None),  # Veterans Affairs
    ("GOA", [], ("Goa", "IN")),
    ("Bush", ["US"], None),
    ("Bush", ["EG"], ("Būsh", "EG")),
    ("Quellanabad", [], None),
]


@pytest.mark.parametrize(("name", "countries", "expected"), MEANT)
def test_a_place_is_meant_by_its_other_names_too(
    name: str, countries: list[str], expected: tuple[str, str] | None
) -> None:
    place = place_list().resolve(name, countries, EnrichSettings())
    assert (place and (place.name, place.country)) == expected


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("river kellan", "kellan river", True),
        ("mount kellan", "mt kellan", True),
        ("gulf of kellan", "kellan gulf", True),
        ("strait of kellan", "straits of kellan", True),
        ("isle of kellan", "kellan island", True),
        ("indian held kellan", "india held kellan", True),
        ("indian held kellan", "iranian held kellan", False),
        ("river kellan", "lake kellan", False),
        ("river kellan", "kellan", False),
        ("kellan sea", "torran sea", False),
    ],
)
def test_a_kind_stands_before_a_name_or_behind_it(a: str, b: str, is_one: bool) -> None:
    assert bool(list(place_joins([f"PLACE|{a}", f"PLACE|{b}"]))) == is_one


def test_the_letters_of_a_state_are_no_sound() -> None:
    assert sounding_like("al-Rai", ["US"]) is None
    assert sounding_like("Florrida", ["US"]) == place_list().listed["florida"]
