"""Identities of all articles become entities, whatever the order they come in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.entities import ENTITIES
from schemas.ids import short_digest
from tasks.enrich.corpus_names import corpus_names
from tasks.enrich.entities import Linked, link_entities
from tasks.enrich.entity_tallies import tally_names
from tasks.enrich.settings import EnrichSettings

SCHEMA = pa.schema(
    [
        ("mention_id", pa.string()), ("article_id", pa.string()), ("published_on", pa.date32()), ("identity", pa.string()),
        ("full_name", pa.string()), ("surface", pa.string()), ("type", pa.string()), ("role", pa.string()),
        ("honorific", pa.string()), ("link_method", pa.string()),
    ]
)  # fmt: skip


def mention(
    identity: str,
    surface: str,
    article: str = "a1",
    method: str = "printed",
    full_name: str | None = None,
    role: str | None = None,
    day: int = 1,
) -> dict[str, Any]:
    kind = {"PERSON": "PERSON", "ORG": "ORG", "PLACE": "GPE", "OTHER": "EVENT"}[identity.split("|")[0]]
    return {
        "article_id": article, "published_on": date(2024, 5, day), "identity": identity, "full_name": full_name or surface,
        "surface": surface, "type": kind, "role": role, "link_method": method,
    }  # fmt: skip


def linked(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    result: list[dict[str, Any]] = link(rows).entities.to_pylist()
    return result


def link(rows: Sequence[dict[str, Any]], n_shards: int = 1) -> Linked:
    """Link the rows, their articles dealt out to so many shards."""
    articles = sorted({row["article_id"] for row in rows})
    shards = [[row for row in rows if row["article_id"] in articles[n::n_shards]] for n in range(n_shards)]
    tallies = [tally_names(pa.Table.from_pylist(shard, schema=SCHEMA)) for shard in shards]
    return link_entities(tallies, EnrichSettings())


def test_a_full_name_joins_across_articles_and_its_surname_with_it() -> None:
    rows = linked(
        mention("PERSON|orla venn", "Orla Venn", "a1", role="minister", day=3),
        mention("PERSON|orla venn", "Venn", "a1", "surname", "Orla Venn", day=3),
        mention("PERSON|orla venn", "Orla Venn", "a2", role="minister", day=9),
    )
    assert len(rows) == 1
    one = rows[0]
    assert (one["name"], one["n_mentions"], one["n_articles"], one["roles"]) == ("Orla Venn", 3, 2, ["minister"])
    assert (one["first_on"], one["last_on"]) == (date(2024, 5, 3), date(2024, 5, 9))
    assert one["entity_id"] == short_digest("PERSON|orla venn")
    assert [(a["text"], a["n_mentions"], a["method"]) for a in one["aliases"]] == [
        ("Orla Venn", 2, "printed"),
        ("Venn", 1, "surname"),
    ]


def test_lone_surnames_of_two_articles_are_two_people_with_two_ids() -> None:
    rows = linked(mention("PERSON|venn|a1", "Venn", "a1"), mention("PERSON|venn|a2", "Venn", "a2"))
    assert {row["entity_id"] for row in rows} == {short_digest("PERSON|venn|a1"), short_digest("PERSON|venn|a2")}


def test_spellings_are_joined_and_say_so() -> None:
    rows = linked(
        mention("PERSON|muammar gaddafi", "Muammar Gaddafi", "a1"),
        mention("PERSON|muammar gaddafi", "Muammar Gaddafi", "a2"),
        mention("PERSON|moammar qaddafi", "Moammar Qaddafi", "a3"),
    )
    assert len(rows) == 1
    alias = rows[0]["aliases"][1]
    assert (alias["text"], alias["method"], alias["evidence_article_id"]) == ("Moammar Qaddafi", "spelling", "a3")
    assert 0 < alias["score"] < 1


def test_an_acronym_joins_the_only_expansion_of_the_corpus() -> None:
    rows = linked(
        mention("ORG|harbour workers front", "Harbour Workers Front", "a1"),
        mention("ORG|hwf|=harbour workers front", "HWF", "a1", "acronym", "Harbour Workers Front"),
        mention("ORG|hwf", "HWF", "a2"),
    )
    assert [(row["name"], row["n_mentions"]) for row in rows] == [("Harbour Workers Front", 3)]


def test_one_organisation_in_british_and_american_spelling_is_one() -> None:
    rows = linked(
        mention("ORG|organisation of the harbour towns", "Organisation of the Harbour Towns"),
        mention("ORG|organization of harbour towns", "Organization of Harbour Towns"),
    )
    assert len(rows) == 1


def test_an_acronym_with_two_expansions_joins_neither() -> None:
    rows = linked(
        mention("ORG|hwf|=harbour workers front", "HWF", "a1", "acronym", "Harbour Workers Front"),
        mention("ORG|hwf|=highland women forum", "HWF", "a2", "acronym", "Highland Women Forum"),
        mention("ORG|hwf", "HWF", "a3"),
    )
    assert len(rows) == 3


def test_parties_that_differ_in_a_letter_stay_apart() -> None:
    assert len(linked(*(mention(f"ORG|pml {letter}", f"PML-{letter.upper()}") for letter in "nqf"))) == 3


def test_a_middle_name_joins_when_an_article_prints_both() -> None:
    rows = linked(
        mention("PERSON|asif ali tarnol", "Asif Ali Tarnol", "a1"),
        mention("PERSON|asif tarnol|=asif ali tarnol", "Asif Tarnol", "a1", "short_form", "Asif Ali Tarnol"),
    )
    assert len(rows) == 1


def test_the_initials_of_a_place_have_its_country_and_no_other() -> None:
    (unknown,) = linked(mention("PLACE|tvc|=tarn varda coast", "TVC", full_name="Tarn Varda Coast", method="acronym"))
    assert unknown["country"] is None
    (known,) = linked(mention("PLACE|uae|AE|=united arab emirates", "UAE", full_name="U A E", method="acronym"))
    assert known["country"] == "AE"


def test_a_place_has_country_and_coordinates() -> None:
    (row,) = linked(mention("PLACE|lahore|PK", "Lahore"))
    assert (row["type"], row["country"]) == ("PLACE", "PK")
    assert 31 < row["latitude"] < 32


def test_a_place_in_doubt_has_none() -> None:
    (row,) = linked(mention("PLACE|hyderabad", "Hyderabad"))
    assert (row["country"], row["latitude"]) == (None, None)


def test_no_names_make_an_empty_table() -> None:
    assert link([]).entities.schema == ENTITIES.arrow_schema()


ROWS = [
    mention("PERSON|orla venn", "Orla Venn", "a1"),
    mention("PERSON|orla ven", "Orla Ven", "a2"),
    mention("PERSON|venn|a3", "Venn", "a3"),
    mention("PERSON|venn|a4", "Venn", "a4"),
    mention("ORG|hwf|=harbour workers front", "HWF", "a1", "acronym", "Harbour Workers Front"),
    mention("ORG|hwf", "HWF", "a2"),
    mention("PLACE|lahore|PK", "Lahore", "a2"),
]


@settings(deadline=None)
@given(st.permutations(ROWS), st.integers(1, 4))
def test_neither_the_order_of_the_names_nor_the_shards_matter(rows: list[dict[str, Any]], n_shards: int) -> None:
    first, again = link(ROWS), link(rows, n_shards)
    assert again.entities.equals(first.entities)
    assert again.identities.equals(first.identities)


@pytest.mark.parametrize("n_shards", [2, 5, 90])
def test_whose_company_a_common_name_keeps_does_not_depend_on_the_order_of_the_shards(n_shards: int) -> None:
    rows = [mention("PERSON|orla venn", "Orla Venn", f"a{n}") for n in range(90)]
    rows += [mention(f"PERSON|first friend {n % 9}", f"First Friend {n % 9}", f"a{n}") for n in range(45)]
    rows += [mention(f"PERSON|other friend {n}", f"Other Friend {n}", f"a{n}") for n in range(45, 90)]
    rows += [mention("PERSON|orla k venn", "Orla K. Venn", f"b{n}") for n in range(9)]
    rows += [mention(f"PERSON|first friend {n}", f"First Friend {n}", f"b{n}") for n in range(9)]
    articles = sorted({row["article_id"] for row in rows})
    shards = [[row for row in rows if row["article_id"] in articles[n::n_shards]] for n in range(n_shards)]
    tallies = [tally_names(pa.Table.from_pylist(shard, schema=SCHEMA)) for shard in shards]
    both_ways = [link_entities(order, EnrichSettings()) for order in (tallies, tallies[::-1])]
    assert both_ways[0].entities.equals(both_ways[1].entities)
    seen = [corpus_names(order).seen for order in (tallies, tallies[::-1])]
    assert all(np.array_equal(*columns) for columns in zip(*seen, strict=True))


def test_an_article_that_two_spellings_share_counts_once() -> None:
    (row,) = linked(
        mention("PERSON|muammar gaddafi", "Muammar Gaddafi", "a1"),
        mention("PERSON|moammar qaddafi", "Moammar Qaddafi", "a1"),
        mention("PERSON|moammar qaddafi", "Moammar Qaddafi", "a2"),
    )
    assert (row["n_articles"], row["n_mentions"]) == (2, 3)


def test_roles_are_listed_by_how_often_all_shards_print_them() -> None:
    rows = [mention("PERSON|orla venn", "Orla Venn", f"a{n}", role=r) for n, r in enumerate(["mayor", "poet", "poet"])]
    assert link(rows, 3).entities["roles"].to_pylist() == [["poet", "mayor"]]


def test_two_towns_of_one_name_in_one_article_have_ids_of_their_own() -> None:
    rows = linked(mention("PLACE|kellan|PK", "Kellan", "a1"), mention("PLACE|kellan|IN", "Kellan", "a1"))
    assert len({row["entity_id"] for row in rows}) == len(rows) == 2


def test_a_nickname_in_small_letters_is_not_a_rare_acronym_of_the_same_letters() -> None:
    expanded = [
        mention("ORG|fed|=front of ever dry", "FED", "a1", "acronym", "Front of Ever Dry"),
        mention("ORG|front of ever dry", "Front of Ever Dry", "a1"),
    ]
    often = [mention("ORG|fed", "Fed", f"b{n}") for n in range(30)]
    in_capitals = [mention("ORG|fed", "FED", f"b{n}") for n in range(30)]
    assert len(linked(*expanded, *often)) == 2
    assert len(linked(*expanded, *in_capitals)) == 1


def test_a_body_and_a_law_of_one_name_are_one_and_a_town_is_another() -> None:
    rows = [mention("ORG|kellancare", "Kellancare"), mention("OTHER|kellancare", "Kellancare", "a2")]
    assert len(linked(*rows)) == 1
    assert len(linked(*rows, mention("PLACE|kellancare", "Kellancare", "a3"))) == 2


@pytest.mark.parametrize(
    ("surface", "n_articles", "n_entities"), [("Al Venn", 3, 1), ("Al Venn", 2, 2), ("al-Venn", 3, 2)]
)
def test_al_is_a_given_name_where_other_articles_show_it(surface: str, n_articles: int, n_entities: int) -> None:
    shown = [mention("PERSON|al venn", "Al Venn", f"a{n}") for n in range(n_articles)]
    assert len(linked(*shown, mention("PERSON|al venn|b1", surface, "b1"))) == n_entities


def test_a_son_is_called_by_his_full_name_however_often_by_his_surname() -> None:
    rows = [mention("PERSON|orla venn jr", "Venn Jr.", "a1", "surname", "Orla Venn Jr.")] * 5
    assert linked(*rows, mention("PERSON|orla venn jr", "Orla Venn Jr."))[0]["name"] == "Orla Venn Jr."


def test_a_man_named_al_is_called_so() -> None:
    rows = [mention("PERSON|al venn", "Venn", "a1", "surname", "Al Venn")] * 5
    assert linked(*rows, mention("PERSON|al venn", "Al Venn"))[0]["name"] == "Al Venn"
    rows = [mention("PERSON|orla al venn", "Al Venn", "a1", "surname", "Orla al-Venn")] * 5
    assert linked(*rows, mention("PERSON|orla al venn", "Orla al-Venn"))[0]["name"] == "Orla al-Venn"
