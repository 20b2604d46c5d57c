"""What one check found in one part of a frame; parts add up to what it found in the whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from tasks.validate.suite import Promise

N_EXAMPLES = 3
SHOWN_BY_VALUE = ("in_set", "between", "matches", "equal")  # a null, a repeated id or a False shows nothing


@dataclass(frozen=True)
class Finding:
    """What one check found: `row_ids` name the rows that break the promise, `examples` are the first broken values."""

    promise: Promise
    passed: bool
    n_failed: int
    n_rows: int
    row_ids: tuple[str, ...] = ()
    examples: tuple[Any, ...] = ()

    @property
    def observed(self) -> str | None:
        """What was found where a promise is broken, in words; None where it holds."""
        if self.passed:
            return None
        if self.promise.kind == "not_empty":
            return "no rows"
        if self.promise.kind == "equal":
            return " and ".join(f"{value:,}" for value in self.examples[0])
        rows = f"{self.n_failed:,} of {self.n_rows:,} rows"
        examples = ", ".join(repr(value) for value in list(dict.fromkeys(self.examples))[:N_EXAMPLES])
        return f"{rows}, like {examples}" if examples else rows


def add_up(parts: Iterable[Sequence[Finding]]) -> tuple[Finding, ...]:
    """Return the findings on a whole frame from those on its parts, check by check."""
    return tuple(sum_of(found) for found in zip(*parts, strict=True))


def sum_of(found: Sequence[Finding]) -> Finding:
    """Return what one check found in all parts."""
    return Finding(
        found[0].promise,
        all(part.passed for part in found),
        sum(part.n_failed for part in found),
        sum(part.n_rows for part in found),
        tuple(row_id for part in found for row_id in part.row_ids),
        tuple(value for part in found for value in part.examples),
    )


def parts_to_check(tables: Iterable[pa.Table], most_rows: int) -> Iterator[pa.Table]:
    """Yield the rows of `tables` in parts of about `most_rows`, no table split; one empty part when there is no row."""
    waiting: list[pa.Table] = []
    is_first = True
    for table in tables:
        if waiting and sum(t.num_rows for t in waiting) + table.num_rows > most_rows:
            yield pa.concat_tables(waiting)
            waiting, is_first = [], False
        if table.num_rows or (is_first and not waiting):
            waiting.append(table)
    if waiting:
        yield pa.concat_tables(waiting)
