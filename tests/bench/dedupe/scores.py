"""What the room said against what is true: pairs joined by band, wrongly dropped pairs, agreement of groups."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from tests.bench.dedupe.groups import joined
from tests.bench.dedupe.room import measured

BANDS = ("J >= 0.8", "J 0.5-0.8", "C >= 0.9", "C 0.8-0.9")
WORD = re.compile(r"[^\W_]+")
Pair = tuple[int, int]


@dataclass
class Share:
    """How many of how many."""

    found: int = 0
    of: int = 0

    def add(self, is_found: bool) -> None:
        """Count one more."""
        self.found += is_found
        self.of += 1

    def __str__(self) -> str:
        return f"{self.found}/{self.of} = {self.found / self.of:.4f}" if self.of else "none"


def band(jaccard: float, containment: float) -> str | None:
    """Return the band of a pair; null when no target asks for it."""
    if jaccard >= 0.8:
        return BANDS[0]
    if jaccard >= 0.5:
        return BANDS[1]
    return BANDS[2] if containment >= 0.9 else BANDS[3] if containment >= 0.8 else None


def recall(documents: pa.Table, pairs: list[Pair], groups: list[int]) -> dict[str, Share]:
    """Return the share of pairs that are in one group, by band of what is measured on them exactly."""
    shares: dict[str, Share] = defaultdict(Share)
    for (left, right), name in zip(pairs, bands_of(documents, pairs), strict=True):
        shares[name or "below"].add(groups[left] == groups[right])
    return shares


def bands_of(documents: pa.Table, pairs: list[Pair]) -> list[str | None]:
    """Return the band of every pair."""
    ids = documents["article_id"].take([row for pair in pairs for row in pair]).to_pylist()
    rows = measured(documents, pa.table({"left": ids[::2], "right": ids[1::2]})).to_pylist()
    return [band(row["jaccard"], max(row["containment_left"], row["containment_right"])) for row in rows]


def groups_of(documents: pa.Table, duplicates: pa.Table) -> list[int]:
    """Return the group of every document: what rows of every relation but `same_headline` join."""
    rows = {article_id: row for row, article_id in enumerate(documents["article_id"].to_pylist())}
    known = duplicates.select(["article_id", "kept_article_id", "relation"]).to_pylist()
    pairs = [(rows[r["article_id"]], rows[r["kept_article_id"]]) for r in known if r["relation"] != "same_headline"]
    return joined(len(documents), pairs)


def dropped_pairs(documents: pa.Table, duplicates: pa.Table) -> list[Pair]:
    """Return the pairs of a dropped article and the one kept for it, those with the same bytes left out."""
    rows = {article_id: row for row, article_id in enumerate(documents["article_id"].to_pylist())}
    dropped = duplicates.filter(duplicates["is_dropped"]).select(["article_id", "kept_article_id"]).to_pylist()
    pairs = [(rows[row["article_id"]], rows[row["kept_article_id"]]) for row in dropped]
    return [pair for pair in pairs if pair[0] != pair[1]]


def alike(documents: pa.Table, pairs: Iterable[Pair]) -> Share:
    """Count the pairs with half of their text in common, or most of the smaller one, by sets of plain Python strings."""
    share = Share()
    for left, right in pairs:
        one, other = (words_of(documents["body"][row].as_py()) for row in (left, right))
        sets = shingles(one), shingles(other)
        shared, smaller = len(sets[0] & sets[1]), min(map(len, sets))
        share.add(one == other or shared >= 0.5 * len(sets[0] | sets[1]) > 0 or shared >= 0.8 * smaller > 0)
    return share


def words_of(body: str) -> list[str]:
    """Return the words in lower case."""
    return WORD.findall(body.casefold())


def shingles(words: list[str]) -> set[tuple[str, ...]]:
    """Return the runs of five words."""
    return set(zip(*(words[i:] for i in range(5)), strict=False))


def missed(documents: pa.Table, truth: list[int], groups: list[int]) -> tuple[int, int]:
    """Return how many pairs of true groups were not joined, and how many of these reach a bound of a row of `duplicates`."""
    members: dict[int, list[int]] = defaultdict(list)
    for row, group in enumerate(truth):
        members[group].append(row)
    pairs = [(a, b) for rows in members.values() for i, a in enumerate(rows) for b in rows[i + 1 :]]
    apart = [(a, b) for a, b in pairs if groups[a] != groups[b]]
    return len(apart), sum(name is not None for name in bands_of(documents, apart))
