"""Weigh what an article shows about its names: a class for each surface, the same wherever the article prints it.

A table of weights, a row a sign and a column a class, is learned by the recipe from articles in which the language model had
to name outlets that it was not trained on. It knows signs by a hash alone, as the model knows words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import numpy as np

from tasks.enrich.labels import CLASSES, class_of_type
from tasks.enrich.name_classes import told_class
from tasks.enrich.name_evidence import evidence
from tasks.enrich.name_usage import Usage, shipped_usage
from tasks.enrich.names import Name
from tasks.enrich.places import place_list

FILE: Final = Path(__file__).with_name("model") / "name_weights.npy"
N_ROWS: Final = 2**14
# By how much another class must be likelier before peoples and works, which the corpora mark with little care, are changed.
MIN_LEAD: Final = 0.15
# How likely another class must be: where the signs say little, the model has read the sentence. Not so of persons, which it
# makes of every name that it does not know.
MIN_LIKELY: Final = 0.5
CAREFUL: Final = frozenset({"NORP", "OTHER"})
Matrix = Any


@dataclass(frozen=True)
class Learned:
    """A table of weights, and what other articles made of the words of names."""

    weights: Matrix
    usage: Usage


@lru_cache(maxsize=1)
def shipped() -> Learned:
    """Read the tables once a process."""
    return Learned(np.load(FILE).astype(np.float32), shipped_usage())


@lru_cache(maxsize=2**16)
def row_of(sign: str) -> int:
    """Return the row of a sign; signs may share one."""
    return crc32(sign.encode()) % N_ROWS


def weighed(names: Sequence[Name], texts: Sequence[str], learned: Learned) -> list[Name]:
    """Return the names with the class that the signs of the article speak for."""
    signs_of = evidence(names, texts, learned.usage, is_settled)
    told = {surface: chances(signs, learned.weights) for surface, signs in signs_of.items()}
    return [reclassed(name, told[name.surface]) if name.surface in told else name for name in names]


def is_settled(surface: str) -> bool:
    """Return whether a word of the name will tell its class whatever is weighed here: its signs are not worth their time."""
    return " " in surface and told_class(surface) is not None


def chances(signs: dict[str, float], weights: Matrix) -> Matrix:
    """Return how likely each class is, by a softmax over the weights of the signs."""
    rows = [row_of(sign) for sign in signs]
    scores = np.fromiter(signs.values(), np.float32, len(rows)) @ weights[rows]
    likely = np.exp(scores - scores.max())
    return likely / likely.sum()


def reclassed(name: Name, likely: Matrix) -> Name:
    """Return the name with the likeliest class, if that is another one and likelier enough."""
    own, best = class_of_type(name.type), CLASSES[int(likely.argmax())]
    lead = MIN_LEAD if {own, best} & CAREFUL else 0.0
    least = 0.0 if own == "PERSON" else MIN_LIKELY
    if best == own or likely.max() < max(least, likely[CLASSES.index(own)] + lead):
        return name
    if best == "LOC":
        return replace(name, type="GPE" if place_list().knows(name.surface) else "LOC")
    return replace(name, type=best)
