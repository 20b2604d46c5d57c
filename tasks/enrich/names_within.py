"""Find the names of a stretch of text by bisection: a long document has thousands of names and as many sentences."""

from bisect import bisect_left
from collections.abc import Sequence

from tasks.enrich.names import Name


def names_within(names: Sequence[Name], start: int, end: int) -> Sequence[Name]:
    """Return the names that begin in `[start, end)`; `names` are in order of place."""
    return names[bisect_left(names, start, key=start_of) : bisect_left(names, end, key=start_of)]


def start_of(name: Name) -> int:
    """Return where a name starts."""
    return name.start
