"""What the model made of a name and of its words in thousands of articles that nobody annotated: 'Rami' begins persons.

The recipe counts it; the shipped table knows words by a hash alone, as the model does.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np

from tasks.enrich.labels import CLASSES

FILE: Final = Path(__file__).with_name("model") / "name_usage.npy"
# The class that most articles gave, how many of them agreed, and whether they were many.
AGREEMENTS: Final = ("half", "most", "all")
AMOUNTS: Final = ("few", "many")
VERDICTS: Final = tuple(", ".join(parts) for parts in product(CLASSES, AGREEMENTS, AMOUNTS))
UNKNOWN: Final = "unknown"
Usage = Mapping[int, str]


@lru_cache(maxsize=1)
def shipped_usage() -> Usage:
    """Read the shipped table once a process."""
    return read_usage(FILE)


def read_usage(path: Path) -> Usage:
    """Return the table in a file."""
    return {int(key): VERDICTS[verdict] for key, verdict in np.load(path)}


def usage_signs(surface: str, usage: Usage) -> dict[str, float]:
    """Return a sign each for the surface, its first and its last word; a single word may begin or end longer names."""
    return {sign + usage.get(key, UNKNOWN): 1.0 for sign, key in keyed_signs(surface)}


@lru_cache(maxsize=2**14)  # most surfaces stand in many articles
def keyed_signs(surface: str) -> tuple[tuple[str, int], ...]:
    """Return how the sign of each part of a surface begins, and the part's key."""
    length = "words" if " " in surface else "a word"
    return tuple((f"usage of {part}, {length}: ", key_of(part, words)) for part, words in parts_of(surface))


def parts_of(surface: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a surface that are known by themselves, with their words."""
    yield "whole", surface
    yield "first", surface.partition(" ")[0].lower()
    yield "last", surface.rpartition(" ")[2].lower()


@lru_cache(maxsize=2**14)
def key_of(part: str, words: str) -> int:
    """Return the hash by which the table knows a part of a name."""
    return crc32(f"{part} {words}".encode())
