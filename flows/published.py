"""Reads what a snapshot holds: its tables, the files behind them, and the state it is bound to."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa

from flows.shards import read_shards
from tasks.publish import Snapshot


def table_files(snapshot: Snapshot, table: str) -> tuple[Path, ...]:
    """Return the Parquet files of a table, in order of their parts."""
    return tuple(snapshot.path / file.path for file in snapshot.manifest().tables[table].files)


def read_table(snapshot: Snapshot, table: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a published table, or some of its columns."""
    return read_shards(table_files(snapshot, table), columns)


def segments(snapshot: Snapshot) -> Iterator[tuple[Path, int]]:
    """Yield the files of `_state` that a snapshot is bound to, each with its size in bytes."""
    for file in snapshot.manifest().state:
        yield Path(os.path.normpath(snapshot.path / file.path)), file.bytes


def state_files(snapshot: Snapshot | None, kind: str) -> tuple[Path, ...]:
    """Return the segments of `_state/<kind>/` that a snapshot is bound to; none when there is no snapshot yet."""
    if snapshot is None:
        return ()
    return tuple(path for path, _ in segments(snapshot) if path.parent.name == kind)
