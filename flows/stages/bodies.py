"""Fetches the bodies of a block of articles from the cleaned shards they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

PLACES = ["article_id", "shard", "row"]


@dataclass(frozen=True)
class Bodies:
    """Where the bodies of a block stand: a file with article_id, shard and row, and the shards by number."""

    places: Path
    shards: tuple[Path, ...]

    def read(self) -> pa.Table:
        """Return article_id and body of every article of the block."""
        places = pq.read_table(self.places)
        return pa.concat_tables(self.of_shards(places)) if places.num_rows else no_bodies()

    def of_shards(self, places: pa.Table) -> Iterator[pa.Table]:
        """Yield the bodies that each shard holds."""
        for shard in sorted(pc.unique(places.column("shard")).to_pylist()):
            rows = places.filter(pc.equal(places.column("shard"), shard)).column("row")
            yield pq.read_table(self.shards[shard], columns=["article_id", "body"]).take(rows)


def no_bodies() -> pa.Table:
    """Return an empty table of bodies."""
    return pa.schema([("article_id", pa.string()), ("body", pa.string())]).empty_table()


def places_of(articles: pa.Table, pairs: pa.Table, *columns: str) -> pa.Table:
    """Return article_id, shard and row, once each, of the articles that these columns of `pairs` name."""
    wanted = pc.unique(
        pa.chunked_array([chunk for name in columns for chunk in pairs.column(name).chunks], pa.string())
    )
    rows = pc.index_in(wanted, articles.column("article_id").combine_chunks())
    return articles.select(PLACES).take(np.sort(rows.to_numpy()))
