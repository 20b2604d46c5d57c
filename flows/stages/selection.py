"""Which rows of which cleaned shard stay, and the bucket in which each is assembled."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from tasks.assemble import assign_buckets

ROWS = np.ndarray[tuple[int], np.dtype[np.int32]]
NAME = ["source_uri", "source_record"]


@dataclass(frozen=True)
class Selection:
    """The rows that stay, sorted by shard and row; three columns of one length."""

    shard: ROWS
    row: ROWS
    bucket: ROWS

    @classmethod
    def of(cls, kept: pd.DataFrame) -> Self:
        """Return the selection of kept articles (shard, row, article_id, published_month, published_on)."""
        buckets = assign_buckets(kept)
        return cls(kept["shard"].to_numpy(np.int32), kept["row"].to_numpy(np.int32), buckets)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the selection that was written to `path`."""
        table = pq.read_table(path)
        return cls(*(table.column(name).to_numpy() for name in ("shard", "row", "bucket")))

    @property
    def n_buckets(self) -> int:
        """Number of buckets; one also when nothing stays, since every table has a file."""
        return int(self.bucket.max(initial=0)) + 1

    def table(self) -> pa.Table:
        """Return the selection as a table, to be written."""
        return pa.table({"shard": self.shard, "row": self.row, "bucket": self.bucket})

    def rows_of(self, shard: int) -> tuple[int, ...]:
        """Return the rows of a shard that stay."""
        return tuple(self.row[self.place_of(shard)].tolist())

    def buckets_of(self, shard: int) -> tuple[int, ...]:
        """Return the bucket of each of these rows."""
        return tuple(self.bucket[self.place_of(shard)].tolist())

    def place_of(self, shard: int) -> slice:
        """Return where the rows of a shard stand."""
        start, end = np.searchsorted(self.shard, [shard, shard + 1])
        return slice(int(start), int(end))


def kept_rows(articles: pa.Table, duplicates: pa.Table) -> pd.DataFrame:
    """Return the articles that no row of `duplicates` drops, in the order of shards and rows.

    A document is known by its place and its id: of several files with the same bytes one stays.
    """
    columns = [*NAME, "article_id", "shard", "row", "published_month", "published_on"]
    frame = articles.select(columns).to_pandas()
    dropped = duplicates.filter(duplicates.column("is_dropped")).select([*NAME, "article_id"]).to_pandas()
    keys = [
        pd.MultiIndex.from_frame(table[[*NAME, "article_id"]].fillna({"source_record": -1}))
        for table in (frame, dropped)
    ]
    kept: pd.DataFrame = frame[~keys[0].isin(keys[1])]
    return kept.sort_values(["shard", "row"], ignore_index=True)
