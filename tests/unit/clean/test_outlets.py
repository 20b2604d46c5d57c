"""One name for each outlet, and whom a text cites."""

import pytest

from tasks.clean.outlets import agency, by_domain, by_name, cited, domain_of
from tasks.clean.places import fold


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("dawn", "Dawn"),
        ("New York Times", "The New York Times"),
        ("the washington post", "The Washington Post"),
        ("The AFP", "AFP"),
        ("Nobody", None),
    ],
)
def test_a_name_is_known_in_any_form(name: str, found: str | None) -> None:
    outlet = by_name(name)
    assert (outlet.name if outlet else None) == found


@pytest.mark.parametrize("name", ["The Post-Gazette", "São Paulo", "AL-ARISH  Camp.", "ÉVRY", "x_y 7", ""])
def test_a_name_is_folded_alike_with_and_without_a_mark(name: str) -> None:
    assert fold(f"{name}\u0301") == fold(name)


def test_a_code_is_an_agency_only_in_capitals() -> None:
    assert agency("APP") == "APP"
    assert agency("app") is None
    assert agency("Reuters") == "Reuters"
    assert agency("Dawn") is None


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.dawn.com/news/1", "dawn.com"),
        ("www.bbc.co.uk/news", "bbc.co.uk"),
        ("http://[broken", None),
        ("nonsense", None),
        (None, None),
    ],
)
def test_a_domain_is_the_host_without_www(url: str | None, domain: str | None) -> None:
    assert domain_of(url) == domain


def test_a_part_of_a_known_domain_belongs_to_its_outlet() -> None:
    found = by_domain("edition.cnn.com")
    assert found is not None
    assert found.name == "CNN"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor told Geo News that the bridge was safe.", ["Geo News"]),
        ("The bridge is safe, Al Jazeera reported on Monday.", ["Al Jazeera"]),
        ("According to The Washington Post, the bridge is safe.", ["The Washington Post"]),
        ("He told Time and again that it was safe.", []),
        ("She told the Guardian Angels of the bridge.", []),
        ("The mayor told reporters that it was safe.", []),
    ],
)
def test_only_outlets_that_are_cited_are_credited(text: str, names: list[str]) -> None:
    assert [found.outlet.name for found in cited(text)] == names
