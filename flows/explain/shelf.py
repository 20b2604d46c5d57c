"""The current snapshot, to look things up in: only the columns that are searched and the row groups with hits are read."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.published import state_files, table_files
from flows.shards import read_shards
from tasks.clean import CleanSettings, learning
from tasks.publish import Snapshot
from tasks.read import ReadSettings

Row = dict[str, Any]
Test = Callable[[pa.ChunkedArray], pa.ChunkedArray]


@dataclass(frozen=True)
class Shelf:
    """A snapshot, and the settings its documents were read and cleaned with."""

    snapshot: Snapshot
    read: ReadSettings
    clean: CleanSettings

    def rows(self, table: str, column: str, values: Collection[str], columns: Sequence[str] | None = None) -> list[Row]:
        """Return the rows whose `column` is one of `values`."""
        return self.rows_where(table, column, is_one_of(values), columns) if values else []

    def rows_where(self, table: str, column: str, test: Test, columns: Sequence[str] | None = None) -> list[Row]:
        """Return the rows whose `column` passes `test`."""
        return matching(table_files(self.snapshot, table), column, test, columns)

    def row(self, table: str, column: str, value: str | None) -> Row | None:
        """Return the first row whose `column` is `value`, None when there is none."""
        found = self.rows(table, column, [value]) if value else []
        return found[0] if found else None

    def learned(self) -> learning.Learned:
        """Return what the corpus taught: nothing when it had no document."""
        lines, orders = state_files(self.snapshot, "lines"), state_files(self.snapshot, "orders")
        return learning.Learned.of(read_shards(lines), read_shards(orders)) if lines and orders else learning.Learned()

    def document(self, source: Row) -> Row | None:
        """Return the raw document of a row of `sources`; None when its bytes could not be read."""
        if source["article_id"] is None:
            return None
        found = matching(state_files(self.snapshot, "raw"), "article_id", is_one_of([source["article_id"]]))
        named = [row for row in found if name_of(row) == name_of(source)]
        return next(iter([*named, *found]), None)


def is_one_of(values: Collection[str]) -> Test:
    """Return the test for being one of `values`."""
    wanted = pa.array(values, pa.string())
    return lambda column: pc.is_in(column, wanted)


def matching(files: Iterable[Path], column: str, test: Test, columns: Sequence[str] | None = None) -> list[Row]:
    """Return the rows whose `column` passes `test`, in the order of the files."""
    found: list[Row] = []
    for path in files:
        with pq.ParquetFile(path, memory_map=True) as file:
            for group in range(file.num_row_groups):
                hits = pc.indices_nonzero(test(file.read_row_group(group, [column]).column(0)))
                if len(hits):
                    found += file.read_row_group(group, columns).take(hits).to_pylist()
    return found


def name_of(row: Row) -> tuple[str, int | None]:
    """Return the place a document was read from."""
    return row["source_uri"], row["source_record"]


def printed_name(row: Row) -> str:
    """Return the place a document was read from as one word: `file`, or `file#row`."""
    return row["source_uri"] if row["source_record"] is None else f"{row['source_uri']}#{row['source_record']}"
