"""Which body an article means by a shorter name, another name, or a name that every country has."""

import re

import pytest

from tasks.enrich.document_names import identities_of
from tasks.enrich.folding import fold
from tasks.enrich.generic_bodies import body_of_country
from tasks.enrich.names import Name
from tasks.enrich.settings import EnrichSettings


def meant(text: str, *named: tuple[str, str], country: str | None = None) -> list[tuple[str, str]]:
    """Return key and method of each of these names wherever the text prints them, in order of place."""
    names = [
        Name(0, match.start(), match.end(), surface, kind, "model")
        for surface, kind in named
        for match in re.finditer(rf"(?<![\w-]){re.escape(surface)}(?![\w-])", text)
    ]
    names.sort(key=lambda name: name.start)
    found = identities_of("a1", names, country, EnrichSettings(), [text])
    return [(identity.key, identity.method) if identity else ("", "") for identity in found]


def test_the_head_of_the_only_body_that_has_it_is_that_body() -> None:
    text = "The Storm Observatory spoke. It was the Observatory that counted."
    names = [Name(0, 4, 21, "Storm Observatory", "ORG", "model"), Name(0, 40, 51, "Observatory", "ORG", "model")]
    found = identities_of("a1", names, None, EnrichSettings(), [text])
    assert [identity and identity.key for identity in found][1] == "ORG|observatory|=storm observatory"


def test_the_head_of_two_bodies_is_neither() -> None:
    names = [
        Name(0, 0, 17, "Harbour Committee", "ORG", "model"),
        Name(0, 20, 34, "Salt Committee", "ORG", "model"),
        Name(0, 40, 49, "Committee", "ORG", "model"),
    ]
    found = identities_of("a1", names, None, EnrichSettings(), [""])
    assert [identity and identity.key for identity in found][2] == "ORG|committee"


@pytest.mark.parametrize(
    "text",
    [
        "Kellanor, also known as Torrane, won.",
        "Kellanor (also known as the “Torrane”) won.",
        "Kellanor, formerly called Torrane, won.",
    ],
)
def test_a_name_that_is_introduced_as_another_one_is_joined_to_it(text: str) -> None:
    found = meant(text, ("Kellanor", "ORG"), ("Torrane", "ORG"))
    assert found[1] == ("ORG|torrane|=kellanor", "known_as")


def test_two_other_names_are_both_joined() -> None:
    named = [("Kellanor", "ORG"), ("TRN", "ORG"), ("Torrane", "ORG")]
    either = meant("Kellanor, also known as TRN or Torrane.", *named)
    both = meant("Members of Kellanor, also known as TRN and Torrane.", *named)
    assert [key for key, _ in either] == ["ORG|kellanor", "ORG|trn|=kellanor", "ORG|torrane|=kellanor"]
    assert both[2] == ("ORG|torrane", "printed")


def test_a_name_beside_another_one_is_not_joined_to_it() -> None:
    found = meant("Kellanor, known to Torrane, won.", ("Kellanor", "ORG"), ("Torrane", "ORG"))
    assert found[1] == ("ORG|torrane", "printed")


def test_an_acronym_of_another_language_is_joined_when_it_comes_again() -> None:
    named = [("Harbour Workers Front", "ORG"), ("QTP", "ORG")]
    once = meant("The Harbour Workers Front (QTP) met.", *named)
    again = meant("The Harbour Workers Front (QTP) met. QTP men left.", *named)
    assert once[1] == ("ORG|qtp", "printed")
    assert again[1] == again[2] == ("ORG|qtp|=harbour workers front", "acronym")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Pakistan's Interior Ministry spoke.", "PK"),
        ("The Iranian Interior Ministry spoke.", "IR"),
        ("The Interior Ministry of Iraq spoke.", "IQ"),
        ("Saudi Arabia’s Interior Ministry spoke.", "SA"),
    ],
)
def test_a_body_that_every_country_has_is_the_one_of_the_country_beside_it(text: str, country: str) -> None:
    assert meant(text, ("Interior Ministry", "ORG")) == [(f"ORG|interior ministry|{country}", "owner")]


def test_what_the_article_says_once_holds_for_all_of_it() -> None:
    found = meant("Iraq's Supreme Court met. The Supreme Court ruled.", ("Supreme Court", "ORG"))
    assert [key for key, _ in found] == ["ORG|supreme court|IQ"] * 2


def test_one_body_of_an_untold_country_is_one_in_all_its_spellings() -> None:
    text = "The Ministry of Foreign Affairs sent a note. The Foreign Ministry waits. The Foreign Ministry hopes."
    found = [key for key, _ in meant(text, ("Ministry of Foreign Affairs", "ORG"), ("Foreign Ministry", "ORG"))]
    assert "ORG|ministry of foreign affairs|=foreign ministry" in found
    assert "ORG|foreign ministry" in found


@pytest.mark.parametrize(
    ("whole", "short", "is_one"),
    [
        ("Kellanix International", "Kellanix", True),
        ("Kellanix Brigades", "Kellanix", False),
        ("Lahore University", "Lahore", False),
    ],
)
def test_a_body_without_the_word_that_says_what_it_is_is_that_body(whole: str, short: str, is_one: bool) -> None:
    found = [key for key, _ in meant(f"{whole} met. {short} spoke.", (whole, "ORG"), (short, "ORG"))]
    assert (f"ORG|{fold(short)}|={fold(whole)}" in found) == is_one


def test_of_two_countries_a_bare_name_means_neither() -> None:
    text = "Iraq's Supreme Court met. So did Iran's Supreme Court. The Supreme Court ruled."
    assert [key for key, _ in meant(text, ("Supreme Court", "ORG"))] == [
        "ORG|supreme court|IQ", "ORG|supreme court|IR", "ORG|supreme court",
    ]  # fmt: skip


def test_the_dateline_decides_where_no_other_country_is_named() -> None:
    alone = meant("The Supreme Court ruled.", ("Supreme Court", "ORG"), country="PK")
    beside = meant("The Supreme Court ruled on Iran.", ("Supreme Court", "ORG"), ("Iran", "GPE"), country="PK")
    assert alone[0][0] == "ORG|supreme court|PK"
    assert beside[0][0] == "ORG|supreme court"


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("Ministry of the Interior", ("interior ministry", None)),
        ("Defense Ministry", ("defence ministry", None)),
        ("Ministry of Foreign Affairs", ("foreign ministry", None)),
        ("Pakistani Foreign Ministry", ("foreign ministry", "PK")),
        ("U.S. Supreme Court", ("supreme court", "US")),
        ("Supreme Court of India", ("supreme court", "IN")),
        ("Ministry of Silly Walks", None),
        ("Harbour Court", None),
        ("Syrian Civil Defence", None),  # has a name of its own
    ],
)
def test_a_common_name_is_one_name_in_every_spelling(surface: str, expected: tuple[str, str | None] | None) -> None:
    assert body_of_country(surface) == expected


NAMED = [
    ("Ohio", "GPE"),
    ("Texas", "GPE"),
    ("Germany", "GPE"),
    ("Karachi", "GPE"),
    ("Lahore", "GPE"),
    ("Iran", "GPE"),
]
OWNED = [
    # text, the body, its country: empty when the article leaves it open
    ("Ohio and Texas wait. The Senate votes.", "Senate", "US"),
    ("Ohio and Texas wait. The House votes.", "House", "US"),
    ("Germany waits. Germany hopes. The Senate votes.", "Senate", ""),
    ("Germany hopes, Germany waits. So do Germany, Ohio and Texas. The Senate votes.", "Senate", "US"),
    ("Karachi and Lahore wait. The Senate votes.", "Senate", "PK"),
    ("Karachi, Lahore, Ohio and Texas wait. The Senate votes.", "Senate", ""),
    ("Karachi and Lahore wait. The Congress votes.", "Congress", ""),
    ("Iran waits for Iran. The Supreme Court rules.", "Supreme Court", "IR"),
    ("Iran, Iran and Iran. Ohio. The Supreme Court rules.", "Supreme Court", "IR"),
    ("Iran, Iran and Iran. Ohio. A retired Army colonel spoke.", "Army", ""),
    ("Ohio and Texas wait. The Foreign Ministry hopes.", "Foreign Ministry", ""),
    ("Ohio and Texas wait. The state Senate votes. The Senate rises.", "Senate", ""),
    ("Ohio and Germany wait. The Texas Senate votes.", "Senate", ""),
    ("The Irans Foreign Ministry hopes.", "Foreign Ministry", "IR"),
    ("The Senate votes.", "Senate", ""),
]


@pytest.mark.parametrize(("text", "body", "country"), OWNED)
def test_a_body_is_that_of_the_country_the_article_is_about_if_it_has_one(text: str, body: str, country: str) -> None:
    found = {key for key, _ in meant(text, (body, "ORG"), *NAMED) if key.startswith("ORG|")}
    assert {"|".join(key.split("|")[2:]) for key in found} == {country}


def test_the_short_name_of_a_house_is_the_house() -> None:
    text = "Ohio and Texas wait. The House votes. The House of Representatives rises. The U.S. House sleeps."
    names = [("House of Representatives", "ORG"), ("U.S. House", "ORG"), ("Ohio", "GPE"), ("Texas", "GPE")]
    bodies = [key for key, _ in meant(text, *names) if key.startswith("ORG|")]
    alone = [key for key, _ in meant(text, ("House", "ORG"), *names[2:]) if key.startswith("ORG|")]
    assert {*bodies, *alone} == {"ORG|house of representatives|US"}
