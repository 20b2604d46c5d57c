"""Unite identities that rules found to be one, the surest first, and never two that somebody says are different."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tasks.enrich.entity_tallies import Codes


class Join(NamedTuple):
    """Two identities that are one, why, and how sure that is (0 to 1)."""

    a: str
    b: str
    method: str
    score: float


@dataclass(frozen=True)
class Groups:
    """`number`: the group of each identity. `joins`: by identity, the surest join that put it there."""

    number: Codes
    joins: dict[str, Join]

    def __len__(self) -> int:
        return int(self.number.max()) + 1


@dataclass(frozen=True)
class Unlike:
    """Names that mean different things: each list of folded names, of which no two may meet in a group."""

    lists: Sequence[frozenset[str]] = ()

    def marks(self, identities: Iterable[str]) -> dict[str, frozenset[tuple[int, str]]]:
        """Return for each identity of a listed name the lists it stands in, each with its name there."""
        listed: dict[str, set[tuple[int, str]]] = defaultdict(set)
        for number, names in enumerate(self.lists):
            for name in names:
                listed[name].add((number, name))
        named = ((identity, listed.get(identity.split("|")[1])) for identity in identities)
        return {identity: frozenset(marks) for identity, marks in named if marks}


def united(identities: Sequence[str], wanted: Sequence[Join], joins: Iterable[Join], unlike: Unlike) -> Groups:
    """Return the groups that the joins make of sorted `identities`; a join may pass through a name nobody printed.

    What a user wants comes first and is never refused; then the surest joins.
    """
    ordered = sorted(set(wanted)) + sorted(set(joins), key=lambda join: (-join.score, join))
    n_wanted = len(set(wanted))
    printed = set(identities)
    nodes = sorted(printed | {node for join in ordered for node in (join.a, join.b)})
    root = dict(zip(nodes, nodes, strict=True))
    marks = unlike.marks(nodes)
    held: dict[str, Join] = {}
    for number, join in enumerate(ordered):
        first, second = find(root, join.a), find(root, join.b)
        if first == second or (number >= n_wanted and contradict(marks.get(first), marks.get(second))):
            continue
        first, second = min(first, second), max(first, second)
        root[second] = first
        if second in marks:
            marks[first] = marks.get(first, frozenset()) | marks[second]
        held.setdefault(join.a, join)
        held.setdefault(join.b, join)
    roots = [find(root, identity) for identity in identities]
    numbers = {one: number for number, one in enumerate(sorted(set(roots)))}
    return Groups(np.array([numbers[one] for one in roots], dtype=np.int32), held)


def find(root: dict[str, str], node: str) -> str:
    """Return the first node of a node's group, and shorten the way there."""
    while root[node] != node:
        root[node] = root[root[node]]
        node = root[node]
    return node


def contradict(a: frozenset[tuple[int, str]] | None, b: frozenset[tuple[int, str]] | None) -> bool:
    """Return whether one list names both sides as different things."""
    return bool(a and b) and any(one == other and name != named for one, name in a or () for other, named in b or ())
