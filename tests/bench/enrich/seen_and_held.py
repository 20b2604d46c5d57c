"""Counts of the seen and of the held part of a gold set, and the lines that print them side by side."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

_HELD = "01234"  # first hex digit of the SHA-256 of an id: such an article is scored and never looked at


def is_held(name: str) -> bool:
    """Tell whether nobody looks at the article `name`."""
    return hashlib.sha256(name.encode()).hexdigest()[0] in _HELD


@dataclass
class Tally:
    """How often each outcome was seen, and the seen misses in words."""

    seen: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, outcome: str, n: int = 1) -> None:
        """Count an outcome of the article `name`."""
        (self.held if is_held(name) else self.seen)[outcome] += n

    def miss(self, name: str, kind: str, words: str) -> None:
        """Keep what was missed, for articles that may be looked at."""
        if not is_held(name):
            self.misses.append((kind, " ".join(words.split())))


def print_heading(title: str) -> None:
    """Print the heading of a table."""
    print(f"\n{title:<58}{'seen':>16}{'held':>16}   reach")


def print_share(label: str, tally: Tally, good: str, total: str, reach: str = "") -> None:
    """Print which share of `total` is `good`."""
    cells = [f"{percent(part[good], part[total])} /{part[total]:>6}" for part in (tally.seen, tally.held)]
    print(f"{label:<58}{cells[0]:>16}{cells[1]:>16}   {reach}")


def print_f1(label: str, tally: Tally, found: tuple[str, str], right: tuple[str, str], reach: str = "") -> None:
    """Print the F1 of `found` (hits, of gold) and `right` (hits, of predictions)."""
    cells = []
    for part in (tally.seen, tally.held):
        recall, precision = (part[good] / max(1, part[total]) for good, total in (found, right))
        cells.append(f"{200 * precision * recall / max(1e-9, precision + recall):.1f} %       ")
    print(f"{label:<58}{cells[0]:>16}{cells[1]:>16}   {reach}")


def print_misses(tally: Tally, kinds: Iterable[str], limit: int) -> None:
    """Print the first misses of each kind."""
    for kind in kinds:
        for words in [words for own, words in tally.misses if own == kind][:limit]:
            print(f"  {kind}: {words}")


def percent(part: int, whole: int) -> str:
    """Return a share in percent with one decimal."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def in_context(text: str, start: int, end: int, width: int = 90) -> str:
    """Return a span in brackets with the words around it."""
    middle = (
        text[start:end] if end - start <= 2 * width else f"{text[start : start + width]} … {text[end - width : end]}"
    )
    return f"{text[max(0, start - width) : start]}[[{middle}]]{text[end : end + width]}"
