"""Files between stages: written under a temporary name and renamed, so one that exists is whole and is not made again."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def write_shard(table: pa.Table, target: Path) -> None:
    """Write `table` to `target`, whole or not at all."""
    write_groups([table], target)


def write_groups(groups: Sequence[pa.Table], target: Path) -> None:
    """Write one row group per table, in order and also when empty: the file of an exchange."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.partial")
    with pq.ParquetWriter(partial, groups[0].schema, compression="zstd", compression_level=1) as writer:
        for group in groups:
            writer.write_table(group, row_group_size=max(group.num_rows, 1))
    partial.replace(target)


def read_shards(paths: Iterable[Path], columns: Sequence[str] | None = None) -> pa.Table:
    """Return the rows of all files, in the order given. An empty list is an error: there is no schema to return."""
    wanted = None if columns is None else list(columns)
    return pa.concat_tables([pq.read_table(path, columns=wanted) for path in paths])


def read_group(paths: Iterable[Path], group: int) -> pa.Table:
    """Return row group `group` of every file of an exchange as one table."""
    return pa.concat_tables([pq.ParquetFile(path, memory_map=True).read_row_group(group) for path in paths])


def shard_name(source: Path, *depends_on: str) -> str:
    """Return the name of what is made from `source`: its stem and a digest of all else that the result depends on."""
    digest = hashlib.sha256("|".join(depends_on).encode()).hexdigest()[:12]
    return f"{source.stem.partition('.')[0]}.{digest}.parquet"
