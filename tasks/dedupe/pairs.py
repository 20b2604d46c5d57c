"""Pairs of text numbers as one number each, counted as they are met."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import Hashes, sorted_keys, starts_of_runs

PAIR_BITS = np.uint64(32)
RIGHT = np.uint64(0xFFFFFFFF)
PAIRS_AT_ONCE = 1 << 22  # pairs that are counted together: 0.1 GB


def packed(lefts: Ints, rights: Ints) -> Hashes:
    """Return each pair as one number."""
    return lefts.view(np.uint64) << PAIR_BITS | rights.view(np.uint64)


def lefts_of(pairs: Hashes) -> Ints:
    """Return the left numbers of packed pairs."""
    return (pairs >> PAIR_BITS).view(np.int64)


def rights_of(pairs: Hashes) -> Ints:
    """Return the right numbers of packed pairs."""
    return (pairs & RIGHT).view(np.int64)


@dataclass
class CountedPairs:
    """Counts how often pairs meet, the pairs of many hashes at a time."""

    pairs: Hashes = field(default_factory=lambda: np.zeros(0, np.uint64))
    counts: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    waiting: list[Hashes] = field(default_factory=list)
    n_waiting: int = 0

    def add(self, pairs: Iterable[Hashes]) -> None:
        """Take in more pairs."""
        for some in pairs:
            self.waiting.append(some)
            self.n_waiting += some.size
        if self.n_waiting > PAIRS_AT_ONCE:
            self.counted()

    def counted(self) -> tuple[Hashes, Ints]:
        """Return the distinct pairs, sorted, and how often each one met."""
        met = sorted_keys(np.concatenate([np.zeros(0, np.uint64), *self.waiting]))
        self.waiting, self.n_waiting = [], 0
        firsts = np.flatnonzero(starts_of_runs(met))
        pairs, counts = met[firsts], np.diff(firsts, append=met.size)
        if self.pairs.size:
            pairs, counts = add_up(np.concatenate([self.pairs, pairs]), np.concatenate([self.counts, counts]))
        self.pairs, self.counts = pairs, counts
        return pairs, counts


def add_up(pairs: Hashes, weights: Ints) -> tuple[Hashes, Ints]:
    """Return the distinct pairs, sorted, each with the sum of its weights."""
    if not pairs.size:
        return pairs, weights
    order = np.argsort(pairs, kind="stable")
    pairs = pairs[order]
    firsts = np.flatnonzero(starts_of_runs(pairs))
    return pairs[firsts], np.add.reduceat(weights[order], firsts)
