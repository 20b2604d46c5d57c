"""Rows that keep every promise, from which the cases take one value away."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from schemas.articles import ARTICLES
from schemas.catalog import table_named

ARTICLE, OTHER_ARTICLE, ABSENT = "a" * 24, "b" * 24, "c" * 24
ENTITY, QUOTE, FIGURE = "e" * 16, "1" * 16, "f" * 16
RUN = "0123456789ab"
BODY = "The ferry stopped at noon.\n\nIts captain, Ada Quill, said “no more”."

article_row: Mapping[str, Any] = {
    "article_id": ARTICLE,
    "headline": "Ferry stops 🚢 at noon",
    "headline_source": "first_line",
    "n_headline_copies": 1,
    "lead": "The ferry stopped at noon.",
    "body": BODY,
    "paragraph_spans": [],
    "n_words": 11,
    "n_paragraphs": 2,
    "language": "en",
    "language_score": 0.9,
    "published_on": date(2024, 5, 2),
    "published_month": "2024-05",
    "published_precision": "day",
    "published_source": "date_line",
    "published_evidence": "May 2, 2024",
    "published_conflict": False,
    "byline": [],
    "agencies": [],
    "credited_outlets": [],
    "outlet_evidence": [],
    "captions": [{"text": "Ada Quill waves.", "credit": None, "start_char": 0, "end_char": 16}],
    "crossheads": [],
    "removed": [{"kind": "date_line", "start_char": 0, "end_char": 11, "text": "May 2, 2024", "rule": "date_line"}],
    "repairs": [],
    "flags": ["in_doubt"],
    "raw_sha256": "d" * 64,
    "source_uri": "inbox/ferry.txt",
    "run_id": RUN,
}
mention_row: Mapping[str, Any] = {
    "mention_id": "9" * 16,
    "article_id": ARTICLE,
    "field": "body",
    "start_char": BODY.index("Ada"),
    "end_char": BODY.index("Ada") + 9,
    "surface": "Ada Quill",
    "type": "PERSON",
    "entity_id": ENTITY,
    "extractor": "model",
}
quote_row: Mapping[str, Any] = {
    "quote_id": QUOTE,
    "article_id": ARTICLE,
    "field": "body",
    "start_char": BODY.index("no more"),
    "end_char": BODY.index("no more") + 7,
    "text": "no more",
    "kind": "partial",
    "speaker": "Ada Quill",
    "speaker_start_char": BODY.index("Ada"),
    "speaker_end_char": BODY.index("Ada") + 9,
    "speaker_entity_id": ENTITY,
    "attribution": "named",
    "rule": "verb_before",
}
figure_row: Mapping[str, Any] = {
    "figure_id": FIGURE,
    "article_id": ARTICLE,
    "field": "headline",
    "start_char": 14,
    "end_char": 21,
    "text": "at noon",
    "value_low": 12.0,
    "value_high": 12.0,
    "is_vague": False,
    "qualifier": "exact",
    "measure": "other",
    "rule": "number_noun",
}
duplicate_row: Mapping[str, Any] = {
    "source_uri": "inbox/copy.txt",
    "article_id": OTHER_ARTICLE,
    "kept_article_id": ARTICLE,
    "relation": "near",
    "is_dropped": True,
    "jaccard": 0.9,
    "rule": "near",
    "matched_run_id": RUN,
    "run_id": RUN,
    "agencies": [],
    "n_words": 11,
}
source_row: Mapping[str, Any] = {
    "source_uri": "inbox/ferry.txt",
    "article_id": ARTICLE,
    "raw_sha256": "d" * 64,
    "n_bytes": 90,
    "fate": "kept",
    "kept_article_id": ARTICLE,
    "first_read_on": date(2024, 5, 3),
    "run_id": RUN,
}
entity_row: Mapping[str, Any] = {
    "entity_id": ENTITY,
    "name": "Ada Quill",
    "type": "PERSON",
    "aliases": [],
    "roles": [],
    "n_articles": 1,
    "n_mentions": 2,
}
run_row: Mapping[str, Any] = {
    "run_id": RUN,
    "trigger": "manual",
    "started_at": datetime(2024, 5, 3, 8, tzinfo=UTC),
    "result": "published",
    "parameters": "{}",
    "settings_sha256": "d" * 64,
    "versions": "{}",
    "stages": [],
} | {f"n_{name}": 0 for name in ("read", "kept", "duplicate", "rejected", "unchanged")}


def rows_of(table: str, row: Mapping[str, Any], *changes: Mapping[str, Any]) -> pa.Table:
    """Return one row per change, each a good row with that change."""
    return table_named(table).from_rows([{**row, **change} for change in changes])


def articles(*changes: Mapping[str, Any]) -> pa.Table:
    """Return articles; a null where none may be is how a broken cleaner would leave it."""
    rows = [{**article_row, **change} for change in changes]
    nullable = pa.schema([field.with_nullable(True) for field in ARTICLES.arrow_schema()])
    return pa.Table.from_pylist(rows, schema=nullable)
