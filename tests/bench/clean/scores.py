"""What was right and wrong, counted apart for documents that people looked at (seen) and those nobody did (held)."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

_HELD = "01234"  # first hex digit of the SHA-256 of an id: 5 of 16 documents are scored and never looked at


def is_held(name: str) -> bool:
    """Tell whether the document `name` is one that nobody looks at."""
    return hashlib.sha256(name.encode()).hexdigest()[0] in _HELD


@dataclass
class Score:
    """Counts of outcomes of the seen and of the held part, and names of seen documents for each outcome."""

    seen: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def count(self, name: str, outcome: str, n: float = 1) -> None:
        """Count `outcome` for the document `name`."""
        part = self.held if is_held(name) else self.seen
        part[outcome] += n  # type: ignore[assignment]  # sums of F1 are counted too
        if part is self.seen:
            self.examples.setdefault(outcome, []).append(name)


def share(counts: Counter[str], good: str, *others: str) -> float | None:
    """Return the share of `good` among it and `others`, None when there is nothing to share."""
    total = counts[good] + sum(counts[other] for other in others)
    return counts[good] / total if total else None


def print_shares(what: str, score: Score, good: str, others: Iterable[str], reach: str) -> None:
    """Print one line of the table: the share of `good` among it and `others`, seen and held."""
    names = tuple(others)
    cells = [
        f"{_percent(share(part, good, *names)):>9} {_size(part, good, names):>7}" for part in (score.seen, score.held)
    ]
    print(f"{what:<52} {cells[0]}  {cells[1]}   {reach}", flush=True)


def print_heading(title: str) -> None:
    """Print the heading above the lines of one part."""
    print(f"\n{title:<52} {'seen':>9} {'n':>7}  {'held':>9} {'n':>7}   reach", flush=True)


def print_examples(score: Score, outcomes: Iterable[str], limit: int) -> None:
    """Print the names of the first seen documents of each outcome."""
    for outcome in outcomes:
        if names := score.examples.get(outcome, [])[:limit]:
            print(f"  {outcome}: {' '.join(names)}")


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.2f} %"


def _size(part: Counter[str], good: str, others: tuple[str, ...]) -> str:
    return f"{part[good] + sum(part[other] for other in others):,.0f}"
