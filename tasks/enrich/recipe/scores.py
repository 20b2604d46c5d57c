"""Count names against those that people marked: exact span and class, in the five groups that the corpora share."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tasks.enrich.recipe.corpora import Marked

GROUPS: Final[dict[str, str]] = {
    "PERSON": "PERSON", "ORG": "ORG", "NORP": "NORP", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "MISC": "MISC", "EVENT": "MISC",
    "OTHER": "MISC",
}  # fmt: skip


@dataclass(frozen=True)
class Tally:
    """How many names were right, marked by people, and found, by group; and the spans that were right whatever the class."""

    right: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, marked: Iterable[Marked], found: Iterable[Marked]) -> None:
        """Count one article."""
        gold, own = grouped(marked), grouped(found)
        self.marked.update(group for *_, group in gold)
        self.found.update(group for *_, group in own)
        self.right.update(group for *_, group in gold & own)
        self.right["span"] += len({name[:2] for name in gold} & {name[:2] for name in own})

    def counts(self) -> dict[str, dict[str, int]]:
        """Return the counts as plain values, for a file."""
        return {"right": dict(self.right), "marked": dict(self.marked), "found": dict(self.found)}

    def f1(self, group: str | None = None) -> float:
        """Return F1 in percent, of one group or of all."""
        groups = set(GROUPS.values()) if group is None else {group}
        right = sum(self.right[g] for g in groups)
        return 200 * right / max(1, sum(self.marked[g] + self.found[g] for g in groups))

    def span_f1(self) -> float:
        """Return F1 in percent of the spans without their class."""
        return 200 * self.right["span"] / max(1, self.marked.total() + self.found.total())


def grouped(names: Iterable[Marked]) -> set[Marked]:
    """Return the names with their group for their class; dates and money, which are no names, are left out."""
    return {(start, end, GROUPS[label]) for start, end, label in names if label in GROUPS}
