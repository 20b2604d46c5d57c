"""Pairs of names marked as the same or different, and the entity that a run gives to a name."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from rapidfuzz.fuzz import ratio

from tasks.enrich.folding import fold

# Percent of letters: "Aleppo" is shown by "Aleppos" (92), "Syrian Army" is not by "Free Syrian Army" (81).
MIN_ALIKE = 85


@dataclass(frozen=True)
class Pair:
    """Two names. `articles`: the one that both are meant in (scope document), or one that shows each."""

    name: str
    a: str
    b: str
    label: str
    kind: str
    scope: str
    articles: tuple[str, ...]


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a gold file."""
    return [
        Pair(
            name=str(row["pair"]),
            a=row["a"],
            b=row["b"],
            label=row["label"],
            kind=row["type"],
            scope=row["scope"],
            articles=(row["id"],) if row["scope"] == "document" else (row["evidence_a"], row["evidence_b"]),
        )
        for row in pq.read_table(path).to_pylist()
    ]


@dataclass(frozen=True)
class Named:
    """A run's mentions. `rows`: by article; `texts`: what they stand in; `entity`: of each identity."""

    rows: dict[str, list[dict[str, Any]]]
    texts: dict[str, str]
    entity: dict[str, str]

    @cached_property
    def by_printed(self) -> dict[str, list[str]]:
        """Return the entities of the mentions by the folded name as printed, with and without title."""
        found: dict[str, list[str]] = {}
        for row in (row for rows in self.rows.values() for row in rows):
            for printed in printings(row):
                found.setdefault(fold(printed), []).append(self.entity[row["identity"]])
        return found


def entity_named(name: str, pair: Pair, shown_in: str, names: Named) -> str | None:
    """Return the entity that most of the mentions of `name` became; None when the run has no mention of it.

    For a pair of one article they are that article's mentions of the name standing alone; for one of the corpus all mentions
    that are the name as printed, and without any, the likest one where the article shows it.
    """
    if pair.scope == "corpus" and (anywhere := names.by_printed.get(fold(name))):
        return most_frequent(anywhere)
    places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", names.texts[shown_in])]
    covering = [row for row in names.rows.get(shown_in, ()) if any(meets(row, place) for place in places)]
    best = max((alike(name, row) for row in covering), default=0)
    if best < MIN_ALIKE:
        return None
    return most_frequent([names.entity[row["identity"]] for row in covering if alike(name, row) == best])


def most_frequent(entities: list[str]) -> str:
    """Return the most frequent entity, of several the first."""
    return Counter(sorted(entities)).most_common(1)[0][0]


def meets(row: dict[str, Any], place: tuple[int, int]) -> bool:
    """Return whether a mention and a place share letters."""
    return bool(row["start_char"] < place[1] and place[0] < row["end_char"])


def alike(name: str, row: dict[str, Any]) -> float:
    """Return how alike a name and a mention are, with or without the title before it, in percent.

    A person's mention that is the name but for words before it is its name: a title is no part of a mention.
    """
    if row["type"] == "PERSON" and fold(name).endswith(f" {fold(row['surface'])}"):
        return max(MIN_ALIKE, ratio(fold(name), fold(row["surface"])))
    return max(ratio(fold(name), fold(one)) for one in printings(row))


def printings(row: dict[str, Any]) -> list[str]:
    """Return a mention as printed, alone and with the title before it."""
    return [row["surface"], *(f"{title} {row['surface']}" for title in (row["honorific"], row["role"]) if title)]
