"""A regular expression -> in how many ways it can try to match a line: with too many it could go on for ever.

Python's engine walks back through every way of sharing a line among repeats: `(a+)+b` tries 2^40 of them on forty letters. The
number of ways is counted from the parsed pattern, before it meets any text; the count is an upper bound.
"""

import re
from collections.abc import Iterable, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]  # the only parser that knows what the engine knows
from typing import Any

MAX_LINE_CHARS = 500  # of a line that a user's pattern is asked about; longer lines are paragraphs of a story
MAX_WAYS = 300_000  # two open repeats on the longest line have 250,000, walked in a tenth of a second
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


def compile_safely(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern.

    Raises ValueError, in a sentence, when it is no regular expression or could take for ever on a line.
    """
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is not a regular expression: {error}.") from error
    if _ways(_parser.parse(pattern)) > MAX_WAYS:
        raise ValueError(
            f"{pattern!r} can match a line in too many ways and could take for ever. Use at most two of `*` and `+`, none inside "
            "another; write `{0,40}` for the rest."
        )
    return compiled


def _ways(parsed: Iterable[tuple[Any, Any]]) -> int:
    """Return in how many ways the items of a pattern can share a line, at most one more than MAX_WAYS."""
    total = 1
    for operation, argument in parsed:
        total = min(total * _ways_of(operation, argument), MAX_WAYS + 1)
    return total


def _ways_of(operation: Any, argument: Any) -> int:
    """Return the ways of one item; twenty rounds of a repeat are enough to tell that there are too many."""
    if operation in _REPEATS:
        least, most = int(argument[0]), min(int(argument[1]), MAX_LINE_CHARS)
        inner_ways = _ways(argument[2])
        n_lengths = max(most - least, 0) + 1
        return n_lengths if inner_ways == 1 else pow(inner_ways, min(most, 20)) * n_lengths
    if operation is _constants.BRANCH:
        return sum(_ways(branch) for branch in argument[1])
    if isinstance(argument, Sequence):  # groups, look-around, atomic groups: what they hold is the last of their parts
        return max((_ways(part) for part in argument if isinstance(part, _parser.SubPattern)), default=1)
    return _ways(argument) if isinstance(argument, _parser.SubPattern) else 1
