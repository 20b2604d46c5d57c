"""Rows take their final form: identities resolved, references to rows set aside forgotten, sorted."""

from datetime import date
from typing import Any

import pyarrow as pa

from schemas.articles import ARTICLES
from schemas.work import CLEANED, LOCAL_FIGURES, LOCAL_MENTIONS
from tasks.assemble import finish_articles, finish_figures, finish_mentions

NOTHING = pa.array([], pa.string())
IDENTITIES = pa.table({"identity": ["PERSON|zarina lal"], "entity_id": ["e" * 16]})


def mention(article: str, start: int, **rest: Any) -> dict[str, Any]:
    return {
        "mention_id": f"{start:016x}",
        "article_id": article * 24,
        "field": "body",
        "start_char": start,
        "end_char": start + 5,
        "surface": "Zarin",
        "type": "PERSON",
        "extractor": "model",
        **rest,
    }


def test_a_mention_gets_the_entity_of_its_identity_and_norp_gets_none() -> None:
    local = LOCAL_MENTIONS.from_rows([mention("a", 0, identity="PERSON|zarina lal"), mention("a", 9, type="NORP")])
    assert finish_mentions(local, IDENTITIES, NOTHING).column("entity_id").to_pylist() == ["e" * 16, None]


def test_a_quote_that_was_set_aside_is_named_no_more() -> None:
    local = LOCAL_MENTIONS.from_rows([mention("a", 0, quote_id="f" * 16), mention("a", 9, quote_id="d" * 16)])
    finished = finish_mentions(local, IDENTITIES, pa.array(["f" * 16]))
    assert finished.column("quote_id").to_pylist() == [None, "d" * 16]


def test_rows_are_sorted_by_day_then_article_then_place_and_undated_last() -> None:
    rows = [
        mention("c", 4),
        mention("b", 8, published_on=date(2024, 2, 1)),
        mention("b", 2, published_on=date(2024, 2, 1)),
        mention("a", 0, published_on=date(2024, 3, 1)),
    ]
    finished = finish_mentions(LOCAL_MENTIONS.from_rows(rows), IDENTITIES, NOTHING)
    assert finished.column("start_char").to_pylist() == [2, 8, 0, 4]


def test_a_part_of_a_figure_that_was_set_aside_stands_alone() -> None:
    figure = {
        "figure_id": "1" * 16,
        "article_id": "a" * 24,
        "field": "body",
        "start_char": 0,
        "end_char": 4,
        "text": "five",
        "is_vague": False,
        "qualifier": "exact",
        "measure": "killed",
        "rule": "people_killed",
        "subset_of": "2" * 16,
    }
    finished = finish_figures(LOCAL_FIGURES.from_rows([figure]), IDENTITIES, pa.array(["2" * 16]))
    assert finished.column("subset_of").to_pylist() == [None]


def test_flags_of_enrichment_are_added_in_the_order_of_the_contract() -> None:
    row = {"article_id": "a" * 24, "flags": ["date_missing"]}
    needed = {f.name: [] for f in ARTICLES.fields if not f.nullable and pa.types.is_list(f.type)}
    needed |= {f.name: 0 for f in ARTICLES.fields if not f.nullable and pa.types.is_integer(f.type)}
    needed |= {f.name: "x" for f in ARTICLES.fields if not f.nullable and pa.types.is_string(f.type)}
    cleaned = CLEANED.from_rows([{**needed, "published_conflict": False, **row}])
    flagged = pa.table({"article_id": ["a" * 24, "a" * 24], "flag": ["not_enriched", "duplicate_headline"]})
    flags = finish_articles(cleaned, flagged).column("flags").to_pylist()
    assert flags == [["duplicate_headline", "date_missing", "not_enriched"]]
