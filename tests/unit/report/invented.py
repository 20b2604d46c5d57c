"""Rows of our own invention, and the numbers of the run that made them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from flows.run import StageRecord
from flows.summary import Summary
from schemas.catalog import table_named

RUN, EARLIER = "0123456789ab", "ba9876543210"

EMPTY_LISTS = [
    "paragraph_spans",
    "byline",
    "agencies",
    "credited_outlets",
    "outlet_evidence",
    "captions",
    "crossheads",
    "removed",
    "repairs",
    "flags",
]


def article(number: int, **values: Any) -> dict[str, Any]:
    """Return an article of which only `values` matter."""
    text = "The bridge over the Wendel was closed on Monday."
    return {
        **{name: [] for name in EMPTY_LISTS},
        "article_id": f"{number:024x}",
        "headline": f"Bridge {number} closed",
        "n_headline_copies": 1,
        "lead": text,
        "body": text,
        "n_words": 9,
        "n_paragraphs": 1,
        "published_conflict": False,
        "raw_sha256": f"{number:064x}",
        "source_uri": f"inbox/{number}.txt",
        "run_id": RUN,
        **values,
    }


def reject(number: int, **values: Any) -> dict[str, Any]:
    """Return a rejected document."""
    return {
        "run_id": RUN,
        "source_uri": f"inbox/{number}.txt",
        "article_id": f"{number:024x}",
        "stage": "clean",
        "reason": "too_short",
        "message": f"The body has {number} words, 20 are needed.",
        "raw_excerpt": "Ferry delayed.",
        **values,
    }


def figure(number: int, value: float | None, **values: Any) -> dict[str, Any]:
    """Return a figure of people killed."""
    return {
        "figure_id": f"{number:016x}",
        "article_id": f"{number:024x}",
        "field": "body",
        "start_char": 0,
        "end_char": 3,
        "text": f"{value:g} people" if value is not None else "dozens",
        "value_low": value,
        "value_high": value,
        "is_vague": value is None,
        "qualifier": "exact",
        "measure": "killed",
        "rule": "number_before_killed",
        **values,
    }


def entity(number: int, kind: str, name: str, **values: Any) -> dict[str, Any]:
    """Return an identity that `number` articles mention."""
    return {
        "entity_id": f"{number:016x}",
        "name": name,
        "type": kind,
        "aliases": [],
        "roles": [],
        "n_articles": number,
        "n_mentions": number + 1,
        **values,
    }


def copy(number: int, relation: str, is_dropped: bool = True) -> dict[str, Any]:
    """Return a copy of article 1."""
    return {
        "source_uri": f"inbox/copy-{number}.txt",
        "article_id": f"{number:024x}",
        "kept_article_id": f"{1:024x}",
        "relation": relation,
        "is_dropped": is_dropped,
        "rule": relation,
        "matched_run_id": RUN,
        "run_id": RUN,
        "agencies": [],
        "n_words": 9,
    }


def check(name: str, **values: Any) -> dict[str, Any]:
    """Return a check that passed."""
    return {
        "run_id": RUN,
        "table_name": "articles",
        "check_name": name,
        "severity": "critical",
        "passed": True,
        "allowed": "The headline is not the body.",
        "n_failed": 0,
        "sample_ids": [],
        **values,
    }


def run_row(**values: Any) -> dict[str, Any]:
    """Return the record of a run."""
    return {
        "run_id": RUN,
        "trigger": "manual",
        "started_at": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        "finished_at": datetime(2026, 1, 2, 3, 5, 6, tzinfo=UTC),
        "result": "published",
        "parameters": "{}",
        "settings_sha256": "0" * 64,
        "versions": '{"copydesk": "0.1.0", "python": "3.11.9"}',
        "model": "small-1.0",
        **dict.fromkeys(("n_read", "n_kept", "n_duplicate", "n_rejected", "n_unchanged"), 0),
        "stages": [],
        **values,
    }


def checks_table(*rows: Mapping[str, Any]) -> pa.Table:
    """Return rows of `checks`."""
    return table_named("checks").from_rows(rows)


def summary(**values: Any) -> Summary:
    """Return the numbers of a run that published."""
    usual: dict[str, Any] = {
        "run_id": RUN,
        "result": "published",
        "warehouse": "warehouse",
        "snapshot": "000007",
        "n_read": 12_345,
        "n_kept": 12_000,
        "n_duplicate": 300,
        "n_rejected": 40,
        "n_unchanged": 5,
        "n_skipped": 0,
        "relations": {"identical": 300},
        "reasons": {"too_short": 40},
        "rows": {"articles": 12_000},
        "warnings": (),
        "stages": (StageRecord("read", 12_345, 12_345, 10.0, 9.5),),
        "seconds": 61.5,
        "peak_memory_bytes": 3 * 2**30,
    }
    return Summary(**{**usual, **values})
