from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pytest

from tasks.validate.link_frames import as_keys, cluster_frame, duplicate_frame, entity_frame, source_frame
from tests.unit.validate.good_rows import (
    ABSENT,
    ARTICLE,
    ENTITY,
    OTHER_ARTICLE,
    articles,
    duplicate_row,
    entity_row,
    rows_of,
    source_row,
)

THIRD = "9" * 24
LINKED = {"is_dropped": False, "article_id": THIRD, "source_uri": "inbox/third.txt"}
STANDING = articles({}, {"article_id": THIRD, "source_uri": "inbox/third.txt"})
IDENTICAL = {"article_id": ARTICLE, "relation": "identical"}
IDS = pa.array([ARTICLE, THIRD])

DUPLICATES: list[tuple[str, list[Mapping[str, Any]], list[bool]]] = [
    ("kept_article_exists", [{}, {"kept_article_id": ABSENT}], [True, False]),
    ("dropped_once", [{}, LINKED], [True, True]),
    ("dropped_once", [{}, {"kept_article_id": THIRD}, LINKED], [False, False, True]),
    ("dropped_once", [{}, {"is_dropped": False}], [True, True]),
    ("dropped_once", [{"article_id": THIRD}], [False]),
    ("dropped_once", [IDENTICAL, {**IDENTICAL, "source_uri": "inbox/ferry.txt"}], [True, False]),
    ("dropped_once", [{**IDENTICAL, "source_uri": "inbox/ferry.txt", "source_record": 0}], [True]),
    ("dropped_once", [{"source_record": 1}, {"source_record": 2}], [True, True]),
    ("linked_article_exists", [{}, LINKED, {"is_dropped": False}], [True, True, False]),
]


@pytest.mark.parametrize(("rule", "changes", "holds"), DUPLICATES)
def test_duplicates_keep_their_rules(rule: str, changes: list[Mapping[str, Any]], holds: list[bool]) -> None:
    assert duplicate_frame(rows_of("duplicates", duplicate_row, *changes), STANDING)[rule].to_pylist() == holds


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({}, True),
        ({"kept_article_id": ABSENT}, False),
        ({"kept_article_id": None}, False),
        ({"fate": "duplicate", "article_id": OTHER_ARTICLE}, True),
        ({"fate": "rejected", "kept_article_id": None}, True),
        ({"fate": "rejected"}, False),
    ],
)
def test_only_a_rejected_document_has_no_kept_article(change: Mapping[str, Any], holds: bool) -> None:
    frame = source_frame(rows_of("sources", source_row, change), IDS)
    assert frame["kept_article_exists"].to_pylist() == [holds]


def test_clusters_name_articles_that_stand() -> None:
    row = {"n_documents": 2, "publishers": [], "headline_variants": []}
    rows = rows_of("clusters", row, {"kept_article_id": ARTICLE}, {"kept_article_id": ABSENT})
    assert cluster_frame(rows, IDS)["kept_article_exists"].to_pylist() == [True, False]


def test_mentions_of_an_identity_add_up() -> None:
    mentioned = pa.chunked_array([[ENTITY, None], ["0" * 16, ENTITY]])
    changes: list[Mapping[str, Any]] = [
        {},
        {"n_mentions": 1},
        {"entity_id": "3" * 16, "n_mentions": 0, "same_as": ENTITY},
        {"entity_id": "4" * 16},
    ]
    frame = entity_frame(rows_of("entities", entity_row, *changes), [mentioned.slice(0, 2), mentioned.slice(2)])
    assert frame["mentions_add_up"].to_pylist() == [True, False, True, False]


def test_entities_without_any_mention_add_up_to_zero() -> None:
    frame = entity_frame(rows_of("entities", entity_row, {"n_mentions": 0}, {}), [pa.chunked_array([[]], pa.string())])
    assert frame["mentions_add_up"].to_pylist() == [True, False]


def test_keys_are_looked_up_without_repeats_and_nulls() -> None:
    assert as_keys(pa.chunked_array([["a", None], ["a", "b"]])).to_pylist() == ["a", "b"]


def test_empty_tables_are_no_problem() -> None:
    assert duplicate_frame(rows_of("duplicates", duplicate_row), STANDING.slice(0, 0)).num_rows == 0
