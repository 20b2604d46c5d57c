"""Folded bytes to numbers: one hash a word, one hash a shingle.

The constants are our own and the bytes are read in a fixed order, so a hash is the same on every machine and in every version of
Python, numpy and Arrow.
"""

from dataclasses import dataclass

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
    loads = np.ndarray((block.text.size - LOAD_BYTES + 1,), "<u8", buffer=block.text, strides=(1,))
    hashes = scramble(loads[starts] & LENGTH_MASKS[np.minimum(lengths, LOAD_BYTES)])
    rest = np.flatnonzero(lengths > LOAD_BYTES)
    for read in range(LOAD_BYTES, LONGEST_WORD, LOAD_BYTES):
        more = loads[starts[rest] + read] & LENGTH_MASKS[np.minimum(lengths[rest] - read, LOAD_BYTES)]
        hashes[rest] = scramble(hashes[rest] + more)
        rest = rest[lengths[rest] > read + LOAD_BYTES]
        if rest.size == 0:
            break
    return WordBlock(block, hashes, starts, lengths, np.searchsorted(starts, block.bounds))


def find_words(text: Bytes) -> tuple[Ints, Ints]:
    """Return start and length of every run of bytes that are not spaces, cut at the longest word."""
    spaces = np.flatnonzero(text == SPACE)
    starts = np.empty_like(spaces)
    starts[0] = 0
    starts[1:] = spaces[:-1] + 1
    lengths = spaces - starts
    words = lengths > 0
    starts, lengths = starts[words], lengths[words]
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


def sorted_distinct(hashes: Hashes) -> Hashes:
    """Return each hash once, sorted (`np.unique` of numpy 2.3 and later takes four times as long)."""
    ordered = np.sort(hashes)
    return ordered[starts_of_runs(ordered)]


def starts_of_runs(ordered: Hashes) -> npt.NDArray[np.bool_]:
    """Tell for every entry of a sorted array whether it differs from the one before."""
    differs = np.ones(ordered.size, np.bool_)
    differs[1:] = ordered[1:] != ordered[:-1]
    return differs
