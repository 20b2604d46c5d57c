"""Small Parquet files for a page to be made from."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from schemas.catalog import table_named

Rows = Sequence[Mapping[str, Any]]
Write = Callable[..., dict[str, list[Path]]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write each table's rows as two files, so that no list depends on one file holding all."""

    def files(**tables: Rows) -> dict[str, list[Path]]:
        written: dict[str, list[Path]] = {}
        for name, rows in tables.items():
            for part in (rows[: len(rows) // 2], rows[len(rows) // 2 :]):
                path = tmp_path / f"{name}-{len(written.setdefault(name, []))}.parquet"
                pq.write_table(table_named(name).from_rows(part), path)
                written[name].append(path)
        return written

    return files
