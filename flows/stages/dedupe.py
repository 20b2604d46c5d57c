"""Cleaned articles become those that stay, and for every other one the article it copies and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run, stage
from flows.shards import read_shards, shard_name, write_shard
from flows.stages.clean import Cleaned
from schemas.failed_row import FailedRow
from tasks.assemble import INDEX_COLUMNS, assign_buckets, one_row_per_document, set_aside
from tasks.dedupe import DedupeSettings

ROWS = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True)
class Copies:
    """What deduplication decided, as files: every document, its duplicates, clusters, and the rows that stay."""

    documents: Path
    duplicates: Path
    clusters: Path
    selection: Path
    n_kept: int
    n_buckets: int
    failed: tuple[FailedRow, ...]


@dataclass(frozen=True)
class Selection:
    """Which rows of which cleaned shard stay, and the bucket each is assembled in; sorted by shard and row."""

    shard: ROWS
    row: ROWS
    bucket: ROWS

    @classmethod
    def read(cls, copies: Copies) -> "Selection":
        """Return the selection that deduplication wrote."""
        table = pq.read_table(copies.selection)
        return cls(*(table.column(name).to_numpy() for name in ("shard", "row", "bucket")))

    def of(self, shard: int) -> slice:
        """Return where the rows of a shard stand."""
        start, end = np.searchsorted(self.shard, [shard, shard + 1])
        return slice(int(start), int(end))

    def rows_of(self, shard: int) -> tuple[int, ...]:
        """Return the rows of a shard that stay."""
        return tuple(self.row[self.of(shard)].tolist())

    def buckets_of(self, shard: int) -> tuple[int, ...]:
        """Return the bucket of each of these rows."""
        return tuple(self.bucket[self.of(shard)].tolist())
