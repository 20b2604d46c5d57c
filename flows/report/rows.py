"""Parquet files become counts and short lists, batch by batch, so that a page costs the same memory for any corpus."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

BATCH_ROWS = 32_768  # some MB of the narrow columns a page reads
READAHEAD_BATCHES = 2  # Arrow's default of 16 would hold half a million rows while we count


def batches(files: Sequence[Path], columns: Sequence[str], where: ds.Expression | None = None) -> Iterator[pa.Table]:
    """Yield some columns of all files, a batch at a time, in the order of the files."""
    if not files:
        return
    dataset = ds.dataset([str(file) for file in files], format="parquet")
    found = dataset.to_batches(
        columns=list(columns), filter=where, batch_size=BATCH_ROWS, batch_readahead=READAHEAD_BATCHES
    )
    for batch in found:
        if batch.num_rows:
            yield pa.Table.from_batches([batch])


def count_rows(files: Sequence[Path], where: ds.Expression | None = None) -> int:
    """Return how many rows there are."""
    return int(ds.dataset([str(file) for file in files], format="parquet").count_rows(filter=where)) if files else 0


def count_values(files: Sequence[Path], column: str, where: ds.Expression | None = None) -> Counter[str | None]:
    """Return how often each value stands in a column of texts or of lists of texts."""
    counts: Counter[str | None] = Counter()
    for batch in batches(files, [column], where):
        values = batch.column(column)
        if pa.types.is_list(values.type):
            values = pc.list_flatten(values)
        for entry in pc.value_counts(values).to_pylist():
            counts[entry["values"]] += entry["counts"]
    return counts


def ranked(counts: Counter[str | None]) -> list[tuple[str, int]]:
    """Return known values with their counts, the most frequent first, equal ones in the order of the alphabet."""
    known = [(value, n) for value, n in counts.items() if value is not None]
    return sorted(known, key=lambda item: (-item[1], item[0]))


def largest(
    files: Sequence[Path], key: str, by: str, columns: Sequence[str], n: int, where: ds.Expression | None = None
) -> list[dict[str, Any]]:
    """Return the `n` rows with the largest `by`, equal ones in the order of their `key`."""
    best: pa.Table | None = None
    for batch in batches(files, [key, by, *columns], where):
        together = batch if best is None else pa.concat_tables([best, batch])
        best = together.sort_by([(by, "descending"), (key, "ascending")]).slice(0, n)
    return [] if best is None else list(best.to_pylist())


def values_of(files: Sequence[Path], key: str, keys: Collection[str], column: str) -> dict[str, Any]:
    """Return one column of the rows with these keys, by key."""
    wanted = ds.field(key).isin(pa.array(keys, pa.string()))
    return {row[key]: row[column] for batch in batches(files, [key, column], wanted) for row in batch.to_pylist()}
