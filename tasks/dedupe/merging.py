"""Segments to fewer and larger ones, so that a lookup asks a handful of them: each text is written again a few times in all."""

from collections.abc import Iterator, Sequence

import numpy as np

from tasks.dedupe.hashing import Hashes, distinct, sorted_keys
from tasks.dedupe.segments import Segment, merged_keys, renumbered
from tasks.dedupe.settings import DedupeSettings
from tasks.dedupe.texts import are_among, places_in

LARGER = 2  # a segment this many times as large as all later ones together stays as it is


def n_to_merge(sizes: Sequence[int]) -> int:
    """Return how many of the last of some segments, the oldest first, are merged: one more while it is not much larger."""
    n, together = 1, sizes[-1]
    while n < len(sizes) and sizes[-1 - n] < LARGER * together:
        together += sizes[-1 - n]
        n += 1
    return n


def merge_segments(
    segments: Sequence[Segment], names: Hashes, settings: DedupeSettings
) -> tuple[Hashes, Iterator[Hashes]]:
    """Return the texts of all segments that are among `names` (sorted), and their keys, some at a time."""
    own = np.concatenate([segment.texts for segment in segments])
    texts = distinct(sorted_keys(own))
    texts = texts[are_among(names, texts)]
    numbers = places_in(texts, own)
    return texts, (renumbered(keys, numbers) for keys in merged_keys(segments, settings.join_hashes))
