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
NO_SHINGLE = np.uint64(0xFFFFFFFFFFFFFFFF)
DIGIT_BITS = 16
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
    starts, lengths, longer = find_words(block.text)
    # A copy with one load for every byte: taking from it is five times as fast as from the overlapping view.
    loads = np.ndarray((block.text.size - LOAD_BYTES + 1,), "<u8", buffer=block.text, strides=(1,)).copy()
    hashes = loads.take(starts, mode="clip")
    hashes &= LENGTH_MASKS.take(lengths, mode="clip")
    scramble(hashes)
    for read in range(LOAD_BYTES, LONGEST_WORD, LOAD_BYTES):
        if longer.size == 0:
            break
        left = lengths.take(longer) - read
        more = loads.take(starts.take(longer) + read, mode="clip")
        more &= LENGTH_MASKS.take(left, mode="clip")
        more += hashes.take(longer)
        hashes[longer] = scramble(more)
        longer = longer[left > LOAD_BYTES]
    return WordBlock(block, hashes, starts, lengths, np.searchsorted(starts, block.bounds))


def find_words(text: Bytes) -> tuple[Ints, Ints, Ints]:
    """Return start and length of every run of bytes that are not spaces, and which are longer than one load.

    A run is cut at the longest word. `text` ends with a space.
    """
    is_space = text == SPACE
    is_edge = np.empty(text.size, np.bool_)
    is_edge[0] = not is_space[0]
    np.not_equal(is_space[1:], is_space[:-1], out=is_edge[1:])
    edges = np.flatnonzero(is_edge)  # words begin and end in turn
    starts = edges[::2].copy()
    lengths = edges[1::2] - starts
    longer = np.flatnonzero(lengths > LOAD_BYTES)
    if lengths.take(longer).max(initial=0) > LONGEST_WORD:
        starts, lengths = cut_long_words(starts, lengths)
        longer = np.flatnonzero(lengths > LOAD_BYTES)
    return starts, lengths, longer


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


def hash_shingles(words: Hashes, n: int) -> Hashes:
    """Hash every run of `n` words, documents not told apart: entry i starts at word i."""
    if words.size < n:
        return words[:0]
    # The value of n digits to the base of the factor, by doubling: half the steps of digit by digit.
    hashes, length = words, 1
    for digit in f"{n:b}"[1:]:
        hashes = extended(hashes, length, hashes[length:])
        length *= 2
        if digit == "1":
            hashes = extended(hashes, 1, words[length:])
            length += 1
    hashes = hashes ^ hashes >> HALF
    hashes *= FINAL_FACTOR
    return hashes


def extended(hashes: Hashes, n_more: int, more: Hashes) -> Hashes:
    """Return the hashes of runs that are `n_more` words longer, from those of the words that each is longer by."""
    longer = hashes[: more.size] * np.uint64(pow(int(SHINGLE_FACTOR), n_more, 1 << 64))
    longer += more
    return longer


def keep_within(shingles: Hashes, bounds: Ints, n: int) -> Hashes:
    """Return shingles of `n` words, one for every word, with the highest hash for those that end in another document."""
    kept = np.append(shingles, np.full(int(bounds[-1]) - shingles.size, NO_SHINGLE))
    across = bounds[1:, None] - np.arange(1, n)
    kept[across[across >= bounds[:-1, None]]] = NO_SHINGLE
    return kept


def sorted_keys(keys: Hashes) -> Hashes:
    """Return numbers whose upper bits are spread evenly, sorted.

    First by sixteen bits, for which numpy has a radix sort, then what is left with the sort that is fast on nearly sorted
    arrays: half the time of sorting at once.
    """
    if keys.size == 0:
        return keys
    digits = (keys >> np.uint64(max(0, int(keys.max()).bit_length() - DIGIT_BITS))).astype(np.uint16)
    ordered = keys.take(np.argsort(digits, kind="stable"))
    ordered.sort(kind="stable")
    return ordered


def merged(*ordered: Hashes) -> Hashes:
    """Return the distinct numbers of some sorted arrays, sorted: this sort merges what is sorted already."""
    together = np.concatenate([np.zeros(0, np.uint64), *ordered])
    together.sort(kind="stable")
    return distinct(together)


def distinct(ordered: Hashes) -> Hashes:
    """Return each number of a sorted array once."""
    return ordered.compress(starts_of_runs(ordered))


def starts_of_runs(ordered: Hashes) -> npt.NDArray[np.bool_]:
    """Tell for every entry of a sorted array whether it differs from the one before."""
    differs = np.ones(ordered.size, np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=differs[1:])
    return differs
