"""Folded bytes to numbers: one hash a word, one hash a shingle.

The constants are our own and the bytes are read in a fixed order, so a hash is the same on every machine and in every version of
Python, numpy and Arrow.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from tasks.dedupe.fold import Bytes, FoldedBlock, Ints
from tasks.dedupe.letters import SPACE

Hashes = npt.NDArray[np.uint64]

WORD_FACTOR = np.uint64(0x9E6C63D0876A9A35)
SHINGLE_FACTOR = np.uint64(0xB5026F5AA96619E9)
FINAL_FACTOR = np.uint64(0xD6E8FEB86659FD93)
HALF = np.uint64(32)
LOAD_BYTES = 8
LONGEST_WORD = 64  # bytes; longer runs are addresses and encoded files, cut so that they cost what their length costs
LENGTH_MASKS = np.array([(1 << 8 * n) - 1 for n in range(LOAD_BYTES + 1)], np.uint64)


@dataclass(frozen=True)
class WordBlock:
    """Words of a run of documents: hash, start and length of each; document i has hashes[bounds[i]:bounds[i + 1]]."""

    folded: FoldedBlock
    hashes: Hashes
    starts: Ints
    lengths: Ints
    bounds: Ints

    def are_numbers(self) -> npt.NDArray[np.bool_]:
        """Tell for every word whether it begins with a digit."""
        return self.folded.text[self.starts] <= ord("9")

    def ranges(self) -> list[tuple[int, int]]:
        """Return first word and the word after the last of every document."""
        return list(zip(self.bounds[:-1].tolist(), self.bounds[1:].tolist(), strict=True))


def hash_words(block: FoldedBlock) -> WordBlock:
    """Hash every word of the block."""
    starts, lengths = find_words(block.text)
    # A copy with one load for every byte: taking from it is five times as fast as from the overlapping view.
    loads = np.ndarray((block.text.size - LOAD_BYTES + 1,), "<u8", buffer=block.text, strides=(1,)).copy()
    hashes = loads.take(starts, mode="clip")
    hashes &= LENGTH_MASKS.take(lengths, mode="clip")
    scramble(hashes)
    rest = np.flatnonzero(lengths > LOAD_BYTES)
    for read in range(LOAD_BYTES, LONGEST_WORD, LOAD_BYTES):
        if rest.size == 0:
            break
        left = lengths[rest] - read
        more = loads.take(starts[rest] + read, mode="clip")
        more &= LENGTH_MASKS.take(left, mode="clip")
        more += hashes[rest]
        hashes[rest] = scramble(more)
        rest = rest[left > LOAD_BYTES]
    return WordBlock(block, hashes, starts, lengths, np.searchsorted(starts, block.bounds))


def find_words(text: Bytes) -> tuple[Ints, Ints]:
    """Return start and length of every run of bytes that are not spaces, cut at the longest word; `text` ends with a space."""
    is_space = text == SPACE
    is_edge = np.empty(text.size, np.bool_)
    is_edge[0] = not is_space[0]
    np.not_equal(is_space[1:], is_space[:-1], out=is_edge[1:])
    edges = np.flatnonzero(is_edge)  # words begin and end in turn
    starts = edges[::2].copy()
    lengths = edges[1::2] - starts
    return cut_long_words(starts, lengths) if lengths.size and lengths.max() > LONGEST_WORD else (starts, lengths)


def cut_long_words(starts: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """Cut every word into pieces no longer than the longest word."""
    pieces = -(-lengths // LONGEST_WORD)
    number = np.arange(pieces.sum()) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    done = number * LONGEST_WORD
    return np.repeat(starts, pieces) + done, np.minimum(np.repeat(lengths, pieces) - done, LONGEST_WORD)


def scramble(numbers: Hashes) -> Hashes:
    """Spread the bits of `numbers`, in place."""
    numbers *= WORD_FACTOR
    numbers ^= numbers >> HALF
    return numbers


def hash_shingles(words: Hashes, shingle_words: int) -> Hashes:
    """Hash every run of `shingle_words` words, documents not told apart: entry i starts at word i."""
    n_shingles = max(0, words.size - shingle_words + 1)
    hashes = words[:n_shingles].copy()
    for i in range(1, shingle_words):
        hashes *= SHINGLE_FACTOR
        hashes += words[i : i + n_shingles]
    hashes ^= hashes >> HALF
    hashes *= FINAL_FACTOR
    hashes ^= hashes >> HALF
    return hashes


def shingles_within_documents(bounds: Ints, shingle_words: int) -> npt.NDArray[np.bool_]:
    """Return for every word whether a shingle that starts there ends in the same document."""
    inside = np.ones(int(bounds[-1]), np.bool_)
    for i in range(1, shingle_words):
        ends = bounds[1:] - i
        inside[ends[ends >= bounds[:-1]]] = False
    return inside


def sorted_distinct(hashes: Hashes, kind: Literal["quicksort", "stable"] = "quicksort") -> Hashes:
    """Return each hash once, sorted; "stable" is faster for a few sorted stretches one after the other.

    (`np.unique` of numpy 2.3 and later takes four times as long.)
    """
    ordered = np.sort(hashes, kind=kind)
    return ordered[starts_of_runs(ordered)]


def starts_of_runs(ordered: Hashes) -> npt.NDArray[np.bool_]:
    """Tell for every entry of a sorted array whether it differs from the one before."""
    differs = np.ones(ordered.size, np.bool_)
    differs[1:] = ordered[1:] != ordered[:-1]
    return differs
