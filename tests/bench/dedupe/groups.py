"""Pairs to groups, and how well two groupings agree."""

from collections import Counter
from collections.abc import Iterable, Sequence


def joined(n: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each of `n` documents the first one of its group."""
    firsts = list(range(n))

    def first(i: int) -> int:
        while firsts[i] != i:
            firsts[i] = firsts[firsts[i]]
            i = firsts[i]
        return i

    for left, right in pairs:
        a, b = sorted((first(left), first(right)))
        firsts[b] = a
    return [first(i) for i in range(n)]


def adjusted_rand_index(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the agreement of two groupings: 1 when they are equal, about 0 by chance (Hubert and Arabie, 1985)."""
    together = n_pairs(Counter(zip(one, other, strict=True)).values())
    ours, theirs = n_pairs(Counter(one).values()), n_pairs(Counter(other).values())
    expected = ours * theirs / n_pairs([len(one)])
    return (together - expected) / ((ours + theirs) / 2 - expected)


def n_pairs(sizes: Iterable[int]) -> float:
    """Return the number of pairs within groups of these sizes."""
    return sum(size * (size - 1) / 2 for size in sizes)
