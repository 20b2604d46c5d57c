"""Where an article's rows go: the file of its month, and the bucket that one step assembles at once."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

UNDATED = "undated"
BUCKET_ROWS = 2_000  # articles one step holds in memory at once: some 10 MB of text


def parts_of(published_month: pa.ChunkedArray | pa.Array) -> pa.ChunkedArray | pa.Array:
    """Return the name of the file each row belongs to: its month, or 'undated'."""
    return pc.fill_null(published_month, UNDATED)


def assign_buckets(
    articles: pd.DataFrame, bucket_rows: int = BUCKET_ROWS
) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    """Return a bucket number for every row of `articles` (article_id, published_month, published_on).

    Whole months share a bucket until it is full; a larger month is cut by its own (day, id) order. So a new article
    moves only the rows of its own month, and the files of all other months stay as they were.
    """
    ordered = articles.assign(part=articles["published_month"].fillna(UNDATED), row=np.arange(len(articles)))
    ordered = ordered.sort_values(["part", "published_on", "article_id"], na_position="last", kind="stable")
    rank = ordered.groupby("part", sort=False).cumcount().to_numpy()
    sizes = ordered.groupby("part", sort=True).size()
    first, filled, number = {}, 0, -1
    for part, size in sizes.items():
        if number < 0 or filled + size > bucket_rows:
            number, filled = number + 1, 0
        first[part] = number
        filled += size
        number += (int(size) - 1) // bucket_rows
    buckets = np.empty(len(articles), np.int32)
    buckets[ordered["row"].to_numpy()] = ordered["part"].map(first).to_numpy(np.int32) + (rank // bucket_rows).astype(
        np.int32
    )
    return buckets


def split_by_part(table: pa.Table, parts: pa.ChunkedArray | pa.Array) -> Iterator[tuple[str, pa.Table]]:
    """Yield every part of `table` with its rows in their order, part names in order."""
    for part in sorted(pc.unique(parts).to_pylist()):
        yield part, table.filter(pc.equal(parts, part))
