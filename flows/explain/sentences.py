"""A span of a text becomes the sentences around it, with the span and the words that say who is behind it marked."""

import re
from itertools import pairwise

from flows.explain.story import Passage, Piece

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n+")
MOST_CHARS = 700  # of one passage; a source that stands further away gets a passage of its own
Span = tuple[int, int]


def passage(text: str, span: Span, source: tuple[int | None, int | None]) -> tuple[Passage, ...]:
    """Return the sentence of `span`, and that of its source: in one passage when they stand close together."""
    own = sentence(text, span)
    if source[0] is None or source[1] is None:
        return (Passage("Where it stands: [[it]]", pieces(text, own, span, None)),)
    behind = source[0], source[1]
    both = min(own[0], sentence(text, behind)[0]), max(own[1], sentence(text, behind)[1])
    if both[1] - both[0] <= max(MOST_CHARS, own[1] - own[0]):
        return (Passage("Where it stands: [[it]], ((who is behind it))", pieces(text, both, span, behind)),)
    return (
        Passage("Where it stands: [[it]]", pieces(text, own, span, None)),
        Passage("Where ((who is behind it)) stands", pieces(text, sentence(text, behind), None, behind)),
    )


def sentence(text: str, span: Span) -> Span:
    """Return the bounds of the sentence or sentences that hold `span`, at most some hundred characters around it."""
    start, end = span
    first = max((match.end() for match in SENTENCE_END.finditer(text, 0, start)), default=0)
    after = SENTENCE_END.search(text, max(start, end - 1))
    last = len(text) if after is None else max(after.end(), end)
    first, last = max(first, start - MOST_CHARS // 2), min(last, end + MOST_CHARS // 2)
    return first, max(end, first + len(text[first:last].rstrip()))


def pieces(text: str, window: Span, span: Span | None, source: Span | None) -> tuple[Piece, ...]:
    """Cut the window at both spans; where they overlap, the span goes first."""
    edges = sorted({*window, *(span or ()), *(source or ())})
    edges = [edge for edge in edges if window[0] <= edge <= window[1]]
    found: list[Piece] = []
    for start, end in pairwise(edges):
        if inside(start, end, span):
            found.append(Piece(text[start:end], "span"))
        elif inside(start, end, source):
            found.append(Piece(text[start:end], "source"))
        else:
            found.append(Piece(text[start:end]))
    return tuple(found)


def inside(start: int, end: int, span: Span | None) -> bool:
    """Tell whether `[start, end)` lies in `span`."""
    return span is not None and span[0] <= start and end <= span[1]
