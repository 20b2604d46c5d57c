"""Enrich the texts of a gold set: one table row each, in offsets of the text as the gold set stores it."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from tasks.enrich.enrichment import Enriched, enrich_articles
from tasks.enrich.language_model import LanguageModel
from tasks.enrich.passages import COLUMNS
from tasks.enrich.settings import EnrichSettings

ARTICLES = pa.schema(
    [
        ("article_id", pa.string()),
        ("published_on", pa.date32()),
        ("headline", pa.string()),
        ("body", pa.string()),
        ("captions", pa.list_(pa.struct([("text", pa.string())]))),
        ("dateline_country", pa.string()),
    ]
)


def enrich_texts(texts: Mapping[str, str], model: LanguageModel) -> Enriched:
    """Return the rows of every text, read as the body of an article without headline, captions and day."""
    rows = [dict.fromkeys(COLUMNS) | {"article_id": name, "body": text, "captions": []} for name, text in texts.items()]
    return enrich_articles(pa.Table.from_pylist(rows, schema=ARTICLES), model, EnrichSettings())


def by_article(table: pa.Table) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each article, in order of place."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(table.to_pylist(), key=lambda r: (r["article_id"], r["start_char"], r["end_char"])):
        found.setdefault(row["article_id"], []).append(row)
    return found
