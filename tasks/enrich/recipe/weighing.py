"""Learn the weights of the signs that an article shows about its names, from names that a model was not trained on.

A softmax over hashed signs, by stochastic gradients with a rate of its own for every weight (Duchi, Hazan and Singer 2011).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tasks.enrich.labels import CLASSES, class_of_type
from tasks.enrich.language_model import Span
from tasks.enrich.mentions import found_names
from tasks.enrich.name_evidence import evidence
from tasks.enrich.name_usage import Usage
from tasks.enrich.name_weights import N_ROWS, row_of
from tasks.enrich.passages import Article, Passage
from tasks.enrich.recipe.corpora import AnnotatedText, Marked
from tasks.enrich.recipe.scores import GROUPS

N_PASSES: Final = 6
# The table is the mean of what it was after each of the last passes: single passes jump.
N_AVERAGED: Final = 3
LEARN_RATE: Final = 0.12
DECAY: Final = 3e-4
FIRST_SQUARE: Final = 0.01  # of the gradients, so that the first steps are not the longest
Matrix = Any


@dataclass(frozen=True)
class Example:
    """The rows and weights of a surface's signs, the share of each class among its marked names, and how much it counts."""

    rows: Matrix
    values: Matrix
    shares: Matrix
    importance: float


def examples_of(annotated: AnnotatedText, names: Sequence[Marked], usage: Usage) -> Iterable[Example]:
    """Yield an example for each surface of an article that people marked as a name, given the model's names."""
    article = Article("", None, (Passage("body", None, annotated.text),))
    found = found_names(article, [[Span(*name) for name in names]])
    marked = {(start, end): class_of_group(GROUPS[label]) for start, end, label in annotated.names if label in GROUPS}
    classes: dict[str, Counter[str]] = {}
    for name in found:
        if (right := marked.get((name.start, name.end))) is not None:
            classes.setdefault(name.surface, Counter())[right] += 1
    for surface, signs in evidence(found, [annotated.text], usage).items():
        if counts := classes.get(surface):
            rows = np.array([row_of(sign) for sign in signs])
            shares = np.array([counts[kind] for kind in CLASSES]) / counts.total()
            yield Example(rows, np.array(list(signs.values())), shares, counts.total() ** 0.5)


def class_of_group(group: str) -> str:
    """Return the class of a group of the scores."""
    return "OTHER" if group == "MISC" else class_of_type(group)


def learned_weights(examples: Sequence[Example], seed: int) -> Matrix:
    """Return the table of weights."""
    chance = np.random.default_rng(seed)
    weights, mean = np.zeros((N_ROWS, len(CLASSES))), np.zeros((N_ROWS, len(CLASSES)))
    squares = np.full(weights.shape, FIRST_SQUARE)
    for number in range(N_PASSES):
        for at in chance.permutation(len(examples)):
            take_step(weights, squares, examples[at])
        if number >= N_PASSES - N_AVERAGED:
            mean += weights / N_AVERAGED
    return mean.astype(np.float16)


def take_step(weights: Matrix, squares: Matrix, example: Example) -> None:
    """Move the weights of an example's signs towards its classes."""
    rows, own = example.rows, weights[example.rows]
    scores = example.values @ own
    likely = np.exp(scores - scores.max())
    error = (likely / likely.sum() - example.shares) * example.importance
    gradient = np.outer(example.values, error) + DECAY * own
    squares[rows] += gradient * gradient
    weights[rows] = own - LEARN_RATE * gradient / np.sqrt(squares[rows])
