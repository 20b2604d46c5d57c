"""Decoded text -> units (lines with their place), and labels: which piece of the text is what, by which rule.

A unit is a line, or several lines of one paragraph that the printer wrapped. Its `text` is what the rules read; its
`pieces` say where that text stands in the decoded source, so that a span of the unit can always be mapped back.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from tasks.clean.facts import Fact

Pieces = tuple[tuple[int, int], ...]

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line or wrapped paragraph; `blank_before` and `indent` describe how it was set."""

    text: str
    pieces: Pieces
    blank_before: bool
    indent: int


@dataclass(frozen=True, slots=True)
class Label:
    """A span of the decoded source that is not body: its kind, the rule that gave it, and what it tells."""

    kind: str
    rule: str
    pieces: Pieces
    fact: Fact | None = None


def read_lines(text: str) -> list[Unit]:
    """Return every line of `text` that shows something, without the white space around it."""
    units: list[Unit] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        indent = len(line) - len(line.lstrip())
        start = match.start() + indent
        blank = text.count("\n", last_end, match.start()) > 1
        units.append(Unit(stripped, ((start, start + len(stripped)),), blank, indent))
        last_end = start + len(stripped)
    return units


def join(units: list[Unit]) -> Unit:
    """Return one unit of consecutive ones; a single space stands for each line break, none behind a word's hyphen."""
    if len(units) == 1:
        return units[0]
    pieces = tuple(piece for unit in units for piece in unit.pieces)
    text = units[0].text
    for above, below in pairwise(units):
        text += below.text if is_hyphenated(above.text, below.text) else f" {below.text}"
    return replace(units[0], text=text, pieces=pieces)


def is_hyphenated(above: str, below: str) -> bool:
    """Tell whether a word goes on from the end of one line to the start of the next; its hyphen stays, as printed."""
    return above.endswith("-") and above[-2:-1].isalpha() and below[:1].islower()


def _next_offset(text: str, end: int) -> int:
    """Return where in a unit's text the next piece begins, behind the one that ends at `end`."""
    return end + text.startswith(" ", end)


def pieces_of(unit: Unit, start: int, end: int) -> Pieces:
    """Return where `unit.text[start:end]` stands in the source, without white space at the ends of each piece."""
    if start == 0 and end >= len(unit.text):
        return unit.pieces
    found: list[tuple[int, int]] = []
    offset = 0
    for piece_start, piece_end in unit.pieces:
        if offset >= end:
            break
        length = piece_end - piece_start
        low, high = max(start - offset, 0), min(end - offset, length)
        if low < high:
            piece = unit.text[offset + low : offset + high]
            left = len(piece) - len(piece.lstrip())
            right = len(piece.rstrip())
            if left < right:
                found.append((piece_start + low + left, piece_start + low + right))
        offset = _next_offset(unit.text, offset + length)
    return tuple(found)


def part(unit: Unit, start: int, end: int) -> Unit | None:
    """Return `unit.text[start:end]` as a unit, or None when nothing visible is there."""
    text = stripped_text(unit, start, end)
    return replace(unit, text=text, pieces=pieces_of(unit, start, end)) if text else None


def stripped_text(unit: Unit, start: int, end: int) -> str:
    """Return the text of a span of `unit` as its pieces give it: joined by one space."""
    if len(unit.pieces) == 1:
        return unit.text[start:end].strip()
    text = ""
    offset = 0
    for piece_start, piece_end in unit.pieces:
        length = piece_end - piece_start
        low, high = max(start - offset, 0), min(end - offset, length)
        if low < high and (word := unit.text[offset + low : offset + high].strip()):
            text += word if not text or is_hyphenated(text, word) else f" {word}"
        offset = _next_offset(unit.text, offset + length)
    return text
