"""Give words vectors by the company they keep: counts of the frequent words around them, reduced to a few numbers.

Positive pointwise mutual information and a singular value decomposition, as in Levy, Goldberg and Dagan (2015). Words keep their
case, and neighbours their place: what stands before "in" and after a comma tells a town from a person.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tasks.enrich.recipe.settings import VectorSettings

WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+|['’]s\b|\S")
PLACES: Final = (-2, -1, 1, 2)
BORDER: Final = "\n"
ROWS_AT_ONCE: Final = 4_000
Matrix = Any


@dataclass(frozen=True)
class WordVectors:
    """`rows`: the vectors. `words`: every word that has one, in order of frequency. `row_of`: its row."""

    words: list[str]
    row_of: Matrix
    rows: Matrix


def learn_vectors(texts: Iterable[str], settings: VectorSettings) -> WordVectors:
    """Learn vectors from plain texts."""
    tokens: list[str] = []
    for text in texts:
        tokens += WORD.findall(text)
        tokens += (BORDER, BORDER)
    counts = Counter(tokens)
    words = [word for word, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n >= settings.min_count]
    neighbours = [word for word, _ in Counter(token.casefold() for token in tokens).most_common(settings.n_neighbours)]
    vectors = reduced(pair_counts(tokens, words, neighbours), len(words), settings)
    return with_shared_rows(words, vectors, settings.n_rows)


def pair_counts(
    tokens: Sequence[str], words: Sequence[str], neighbours: Sequence[str]
) -> tuple[Matrix, Matrix, Matrix]:
    """Return word, neighbour (with its place) and count of everything that stands together."""
    word_ids = {word: number for number, word in enumerate(words)}
    near_ids = {word: number for number, word in enumerate(neighbours)}
    ids = np.fromiter((word_ids.get(token, -1) for token in tokens), np.int64, len(tokens))
    near = np.fromiter((near_ids.get(token.casefold(), -1) for token in tokens), np.int64, len(tokens))
    n_columns = len(PLACES) * len(neighbours)
    found = []
    for number, place in enumerate(PLACES):
        left, right = (ids[-place:], near[:place]) if place < 0 else (ids[:-place], near[place:])
        known = (left >= 0) & (right >= 0)
        pairs = left[known] * n_columns + right[known] + number * len(neighbours)
        found.append(np.unique(pairs, return_counts=True))
    pairs = np.concatenate([pair for pair, _ in found])
    return pairs // n_columns, pairs % n_columns, np.concatenate([count for _, count in found]).astype(np.float64)


def reduced(pairs: tuple[Matrix, Matrix, Matrix], n_words: int, settings: VectorSettings) -> Matrix:
    """Return one vector of length 1 a word; the axes are learned from the words that get rows of their own."""
    word, column, count = pairs
    n_columns = len(PLACES) * settings.n_neighbours
    of_word = np.bincount(word, count, n_words)
    of_column = np.bincount(column, count, n_columns) ** settings.smoothing
    expected = of_word[word] * of_column[column] / of_column.sum()
    strength = np.maximum(0.0, np.log(count / np.maximum(expected, 1e-9))).astype(np.float32)
    order = np.argsort(word, kind="stable")
    word, column, strength = word[order], column[order], strength[order]
    gram = np.zeros((n_columns, n_columns), np.float32)
    for block, _ in blocks(word, column, strength, min(n_words, settings.n_rows), n_columns):
        gram += block.T @ block
    values, axes = np.linalg.eigh(gram.astype(np.float64))
    best = np.argsort(values)[::-1][: settings.width]
    # Full weight would let the first axis, frequency, decide; the square root is what the paper found best.
    axes = (axes[:, best] / np.maximum(values[best], 1e-9) ** 0.25).astype(np.float32)
    vectors = np.zeros((n_words, len(best)), np.float32)
    for block, start in blocks(word, column, strength, n_words, n_columns):
        vectors[start : start + len(block)] = block @ axes
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def blocks(
    word: Matrix, column: Matrix, strength: Matrix, n_words: int, n_columns: int
) -> Iterable[tuple[Matrix, int]]:
    """Yield the full matrix of the first `n_words` words a few thousand rows at a time, each with its first row."""
    for start in range(0, n_words, ROWS_AT_ONCE):
        end = min(start + ROWS_AT_ONCE, n_words)
        first, last = np.searchsorted(word, (start, end))
        block = np.zeros((end - start, n_columns), np.float32)
        block[word[first:last] - start, column[first:last]] = strength[first:last]
        yield block, start


def with_shared_rows(words: list[str], vectors: Matrix, n_rows: int) -> WordVectors:
    """Give the frequent words rows of their own, and each other word the row that is most like its vector."""
    own = vectors[:n_rows]
    row_of = np.arange(len(words))
    for start in range(n_rows, len(words), ROWS_AT_ONCE):
        row_of[start : start + ROWS_AT_ONCE] = (vectors[start : start + ROWS_AT_ONCE] @ own.T).argmax(axis=1)
    return WordVectors(words, row_of, own)
