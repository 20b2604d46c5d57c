"""Sketches as sorted segments: each hash with the number of its text in one key, so that joining is reading in order.

A segment is written once. A shard makes a small one; what was published before stands in a few large ones on disk, of which a
lookup reads the fences and then one page for each hash.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import Hashes, distinct, sorted_keys

TEXT_BITS = 28  # 268 million texts; the 36 bits left for the hash make some 20,000 false meetings in a million texts
MOST_TEXTS = (1 << TEXT_BITS) - 1  # the last number is no text's: it stands behind all of a hash
TEXT_MASK = np.uint64(MOST_TEXTS)
HASH_SHIFT = np.uint64(TEXT_BITS)
FENCE_KEYS = 512  # keys from fence to fence: a page of 4 KiB, at the cost of 2 bytes a text
LOST_BITS = 4  # upper bits of a hash that a key has not: a sample at a rate of 1/8 has three that are always zero


@dataclass(frozen=True)
class Segment:
    """The names of texts, sorted, and the sorted keys of hash and text number: the place of its name.

    `fences` is every 512th key, the first one included; what is in memory needs none.
    """

    texts: Hashes
    keys: Hashes
    fences: Hashes | None = None

    def places(self, wanted: Hashes) -> Ints:
        """Return the place of the first key that is not below each of some numbers, which are sorted."""
        if self.fences is None or self.keys.size == 0:
            return np.searchsorted(self.keys, wanted)
        places: Ints = np.maximum(np.searchsorted(self.fences, wanted) - 1, 0) * FENCE_KEYS
        step = FENCE_KEYS
        while step := step // 2:
            is_beyond = self.keys.take(places + step, mode="clip") < wanted
            places += step * is_beyond
        places += self.keys.take(places, mode="clip") < wanted
        return np.minimum(places, self.keys.size)


def with_fences(pieces: Iterable[Hashes]) -> Iterator[Hashes]:
    """Yield sorted keys as they come, and then their fences."""
    fences, n_before = [np.zeros(0, np.uint64)], 0
    for keys in pieces:
        fences.append(keys[-n_before % FENCE_KEYS :: FENCE_KEYS])
        n_before += keys.size
        yield keys
    yield np.concatenate(fences)


def split_fences(numbers: Hashes) -> tuple[Hashes, Hashes]:
    """Return the keys and the fences of what `with_fences` yielded, in one array."""
    n_fences = -(-numbers.size // (FENCE_KEYS + 1))
    n_keys = numbers.size - n_fences
    return numbers[:n_keys], numbers[n_keys:]


def as_keys(hashes: Hashes, numbers: Ints) -> Hashes:
    """Return hash and text number as one, which sorts by both."""
    keys = hashes << np.uint64(LOST_BITS)
    keys &= ~TEXT_MASK
    keys |= numbers.view(np.uint64)
    return keys


def numbers_of(keys: Hashes) -> Ints:
    """Return the text numbers of the keys."""
    return (keys & TEXT_MASK).view(np.int64)


def hashes_of(keys: Hashes) -> Hashes:
    """Return what the keys have of their hashes, the text number left out."""
    return keys >> HASH_SHIFT


def n_keys(segments: Sequence[Segment]) -> int:
    """Return the number of keys of all segments."""
    return sum(segment.keys.size for segment in segments)


def merged_keys(segments: Sequence[Segment], keys_at_once: int) -> Iterator[Hashes]:
    """Yield the keys of all segments in order, about so many at a time; texts are numbered through all segments.

    Raises ValueError for more texts than a key can number.
    """
    firsts = np.cumsum([0, *(segment.texts.size for segment in segments)])
    if firsts[-1] > MOST_TEXTS:
        raise ValueError(f"{firsts[-1]} texts are more than an index can number ({MOST_TEXTS}): split the corpus")
    n_ranges = max(1, -(-n_keys(segments) // keys_at_once))
    edges = np.array([(1 << 64) * i // n_ranges for i in range(1, n_ranges)], np.uint64) & ~TEXT_MASK
    cuts = [[0, *np.searchsorted(segment.keys, edges).tolist(), segment.keys.size] for segment in segments]
    ranges = [list(pairwise(some)) for some in cuts]
    for number in range(n_ranges):
        pieces = [
            segment.keys[slice(*own[number])] + np.uint64(first)
            for segment, own, first in zip(segments, ranges, firsts.tolist(), strict=False)
        ]
        yield sorted_keys(np.concatenate([np.zeros(0, np.uint64), *pieces]))


def renumbered(keys: Hashes, numbers: Ints) -> Hashes:
    """Return the distinct keys, sorted, with text n called `numbers[n]`; texts called -1 are left out."""
    called = numbers[numbers_of(keys)]
    is_in = called >= 0
    return distinct(sorted_keys(keys[is_in] & ~TEXT_MASK | called[is_in].view(np.uint64)))
