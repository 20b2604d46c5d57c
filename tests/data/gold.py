"""Read what each sample document must become, and what a warehouse made of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from flows.sample import corpus_folder

GOLD: dict[str, Any] = json.loads((corpus_folder().parent / "gold.json").read_text(encoding="utf-8"))
DOCUMENTS: dict[str, dict[str, Any]] = GOLD["documents"]
PATHS = {key.partition("#")[0] for key in DOCUMENTS}
PLACES = ("GPE", "LOC", "FAC")
PRONOUNS = {"he", "she", "they", "it"}


def having(*names: str, fate: str = "kept") -> list[str]:
    """Return the documents of one fate whose gold says something about any of `names`."""
    return [key for key, gold in DOCUMENTS.items() if gold["fate"] == fate and any(name in gold for name in names)]


def plain(value: Any) -> Any:
    """Return a cell as gold writes it: None for any null, lists for arrays, text for days and times."""
    if isinstance(value, np.ndarray | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if pd.isna(value):
        return None
    return value.isoformat() if hasattr(value, "isoformat") else value


def same_outlet(expected: str | None, found: str | None) -> bool:
    """Compare names of outlets; the contract leaves the article before a name free."""
    return (expected or "").removeprefix("The ") == (found or "").removeprefix("The ")


def same_source(expected: str | None, found: str | None) -> bool:
    """Compare speakers and sources; how much of title and role belongs to one is free, a pronoun is not."""
    if expected is None or found is None:
        return expected is found
    one, other = set(expected.casefold().split()), set(found.casefold().split())
    if (one | other) & PRONOUNS:
        return one == other
    return one <= other or other <= one


def name_class(name_type: str) -> str:
    """Return the type of a name; a town may rightly be taken for any kind of place."""
    return "PLACE" if name_type in PLACES else name_type


@dataclass(frozen=True)
class SampleTables:
    """The current tables of a warehouse that was filled from the sample corpus, by the names that gold uses."""

    warehouse: Path

    def table(self, name: str) -> pd.DataFrame:
        """Return one table, its files put together."""
        files = sorted((self.warehouse / "current" / name).glob("*.parquet"))
        return pd.concat([pd.read_parquet(file) for file in files], ignore_index=True)

    def keyed(self, name: str) -> pd.DataFrame:
        """Return a table of documents with a column `key`: the file below the corpus folder, `#row` behind it."""
        frame = self.table(name)
        keys = [key_of(uri, record) for uri, record in zip(frame.source_uri, frame.source_record, strict=True)]
        return frame.assign(key=keys)

    @cached_property
    def sources(self) -> dict[str, dict[str, Any]]:
        """Every document read, by key."""
        return {row["key"]: row for row in records(self.keyed("sources"))}

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why a document was set aside, by key."""
        frame = self.keyed("rejects")
        return {row["key"]: row["reason"] for row in records(frame) if row["table_name"] is None}

    @cached_property
    def articles(self) -> dict[str, dict[str, Any]]:
        """Articles by their id."""
        return {row["article_id"]: row for row in records(self.table("articles"))}

    @cached_property
    def duplicates(self) -> list[dict[str, Any]]:
        """Rows of duplicates, with key."""
        return records(self.keyed("duplicates"))

    @cached_property
    def of_article(self) -> dict[str, dict[str, list[dict[str, Any]]]]:
        """Mentions, quotes and figures, by table and article."""
        grouped: dict[str, dict[str, list[dict[str, Any]]]] = {}
        for name in ("mentions", "quotes", "figures"):
            rows = grouped.setdefault(name, {})
            for row in records(self.table(name)):
                rows.setdefault(row["article_id"], []).append(row)
        return grouped

    def article(self, key: str) -> dict[str, Any]:
        """Return the article that a kept document became."""
        source = self.sources.get(key)
        assert source is not None, f"{key}: not in sources"
        article = self.articles.get(source["article_id"])
        assert article is not None, f"{key}: not in articles, its fate is {source['fate']} ({self.reasons.get(key)})"
        return article

    def rows(self, name: str, key: str) -> list[dict[str, Any]]:
        """Return the mentions, quotes or figures of a kept document."""
        return self.of_article[name].get(self.article(key)["article_id"], [])

    def identities(self, surfaces: Iterable[str]) -> dict[str, list[str]]:
        """Return for each name the identities that its mentions stand for."""
        mentions = self.table("mentions")
        return {name: sorted(set(mentions.entity_id[mentions.surface == name].dropna())) for name in surfaces}


def key_of(source_uri: str, source_record: float | None) -> str:
    """Return the name by which gold knows a document; the address itself when gold does not know it."""
    path = next((path for path in PATHS if source_uri == path or source_uri.endswith(f"/{path}")), source_uri)
    return path if pd.isna(source_record) else f"{path}#{int(source_record)}"


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a frame's rows in gold's terms."""
    return [{str(name): plain(value) for name, value in row.items()} for row in frame.to_dict("records")]
