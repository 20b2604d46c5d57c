"""Where capitalised words stand in a text: one scan that several rules share."""

import re
from functools import lru_cache
from typing import Final

CAPITALISED: Final = re.compile(r"(?<![\w’'&@#/.-])(?:[a-z]{2,3}[-])?[A-Z][\w.&’'-]*")


@lru_cache(maxsize=64)  # five rules ask for the same passage, one after the other
def capitalised_words(text: str) -> tuple[tuple[int, str], ...]:
    """Return start and word of everything that begins with a capital letter ('al-Qaeda' included)."""
    return tuple((match.start(), match.group()) for match in CAPITALISED.finditer(text))


def stands_alone(text: str, end: int) -> bool:
    """Return whether a match that ends at `end` ends with its word."""
    return end >= len(text) or not (
        text[end].isalnum() or text[end] in "$£€" or (text[end] in "-‑&" and text[end + 1 : end + 2].isupper())
    )


def bare(word: str) -> str:
    """Return a word without the marks that the scan leaves at its end."""
    if word[-1].isalnum() and word[-2:-1] not in ("'", "’"):
        return word  # nearly every word: the pattern need not look at it
    return re.sub(r"(?:['’]s?|[.,])+$", "", word)
