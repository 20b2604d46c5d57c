"""Proper names that people marked in reports on Syria and Iraq, read as the data's own page says; for recall only."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tasks.enrich.places import place_list

KINDS = {
    "Person": frozenset({"PERSON"}),
    "Organisation": frozenset({"ORG"}),
    "Location": frozenset({"GPE", "LOC", "FAC"}),
    "Nationality": frozenset({"NORP"}),
}
COUNTRY = frozenset({"ORG", "GPE", "LOC", "FAC"})
SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "al", "el", "at"])
PRONOUNS = frozenset(["I", "We", "He", "She", "They", "It", "You", "His", "Her", "Their", "Our"])
WORD = re.compile(r"[A-Za-z][\w'’-]*")


@dataclass(frozen=True)
class GoldName:
    """A name at `[start, end)` and the types that are right for it."""

    start: int
    end: int
    types: frozenset[str]


def gold_names(path: Path, texts: Mapping[str, str]) -> dict[str, list[GoldName]]:
    """Return the outermost proper names of each article: every word capitalised, "the" cut off."""
    spans: dict[str, set[tuple[int, int, str]]] = {}
    for row in pq.read_table(path).to_pylist():
        if row["type"] in KINDS:
            spans.setdefault(row["doc_id"], set()).update(proper(texts[row["doc_id"]], row))
    return {article: [gold(texts[article], *span) for span in outermost(found)] for article, found in spans.items()}


def proper(text: str, row: dict[str, Any]) -> Iterable[tuple[int, int, str]]:
    """Yield the span of a row without its article, if its words are those of a proper name."""
    start, end = row["begin"], row["end"]
    if text[start : start + 4].casefold() == "the ":
        start += 4
    telling = [word for word in WORD.findall(text[start:end]) if word.casefold() not in SMALL]
    if telling and all(word[0].isupper() for word in telling) and not PRONOUNS.issuperset(telling):
        yield start, end, row["type"]


def outermost(spans: set[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the spans that lie in no longer one."""
    return sorted(
        span for span in spans if not any(o[0] <= span[0] and span[1] <= o[1] and o[:2] != span[:2] for o in spans)
    )


def gold(text: str, start: int, end: int, kind: str) -> GoldName:
    """Return a marked span with the types that are right: a country is one as a place and as a body."""
    is_country = kind in ("Location", "Organisation") and place_list().country_of(text[start:end]) is not None
    return GoldName(start, end, COUNTRY if is_country else KINDS[kind])
