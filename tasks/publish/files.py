"""An Arrow table -> one Parquet file named by its content, the same bytes for the same rows."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.publish import storage
from tasks.publish.manifest import Manifest

ROWS_PER_GROUP = 1_024  # a reader that wants few rows (dedupe's history, explain) decodes little more than those
COMPRESSION_LEVEL = 6  # zstd; on news text 3 is 8 % larger in half the time, 9 is 4 % smaller in twice the time
DIGITS_IN_NAME = 12
CHANGES_WITH_EVERY_RUN = frozenset({"runs", "checks"})


@dataclass(frozen=True)
class WrittenFile:
    """A Parquet file that is complete and on disk."""

    path: Path
    rows: int
    bytes: int
    sha256: str


def write_table(table: pa.Table, folder: Path, part: str) -> WrittenFile:
    """Write `table` as `<part>-<12 hex of the file's SHA-256>.parquet`, its schema's metadata with it."""
    unnamed = storage.unnamed_file(folder, part)
    try:
        write_parquet(table, unnamed)
        storage.sync(unnamed)
        sha256 = storage.sha256_of(unnamed)
        path = folder / f"{part}-{sha256[:DIGITS_IN_NAME]}.parquet"
        unnamed.replace(path)
    finally:
        unnamed.unlink(missing_ok=True)
    storage.sync(folder)
    return WrittenFile(path, table.num_rows, path.stat().st_size, sha256)


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write `table` in small row groups with page indexes.

    Group by group, each in one chunk: pages also end where chunks end, so the chunks a table happens to be made of
    would show in the bytes. Combining the whole table instead would fail for text beyond 2 GiB.
    """
    with pq.ParquetWriter(
        path, table.schema, compression="zstd", compression_level=COMPRESSION_LEVEL, write_page_index=True
    ) as writer:
        for start in range(0, table.num_rows, ROWS_PER_GROUP):
            writer.write_table(table.slice(start, ROWS_PER_GROUP).combine_chunks(), row_group_size=ROWS_PER_GROUP)


def same_tables(manifest: Manifest, tables: Mapping[str, Sequence[WrittenFile]]) -> bool:
    """Tell whether the files hold what the snapshot holds, the records of runs and checks aside."""
    published = {name: sorted(f.sha256 for f in entry.files) for name, entry in manifest.tables.items()}
    written = {name: sorted(file.sha256 for file in files) for name, files in tables.items()}
    return without(published, CHANGES_WITH_EVERY_RUN) == without(written, CHANGES_WITH_EVERY_RUN)


def without(digests: Mapping[str, list[str]], names: Set[str]) -> dict[str, list[str]]:
    """Leave out the tables called `names`."""
    return {name: found for name, found in digests.items() if name not in names}
