"""Small warehouses to publish to: every table with one file, rows of our own invention."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow as pa
import pytest

from schemas.catalog import TABLES
from schemas.mentions import MENTIONS
from tasks.publish.datapackage import data_package
from tasks.publish.files import WrittenFile, write_table
from tasks.publish.snapshot import publish
from tasks.publish.warehouse import Snapshot, Warehouse, open_warehouse

RUN = "0123456789ab"
Stage = Callable[..., dict[str, list[WrittenFile]]]
Publish = Callable[..., Snapshot]


def mentions(names: Sequence[str]) -> pa.Table:
    """Return mentions that differ in their surface."""
    return MENTIONS.from_rows(
        [
            {
                "mention_id": f"{number:016x}",
                "article_id": f"{number:024x}",
                "field": "body",
                "start_char": 0,
                "end_char": len(name),
                "surface": name,
                "type": "PERSON",
                "extractor": "model",
            }
            for number, name in enumerate(names)
        ]
    )


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return open_warehouse(tmp_path / "warehouse")


@pytest.fixture
def stage(warehouse: Warehouse) -> Stage:
    """Write one file per table, `names` as the mentions."""

    def write(*names: str) -> dict[str, list[WrittenFile]]:
        tables = {table.name: table.arrow_schema().empty_table() for table in TABLES} | {"mentions": mentions(names)}
        folder = warehouse.staging / RUN / "tables"
        return {name: [write_table(table, folder / name, "all")] for name, table in tables.items()}

    return write


@pytest.fixture
def publish_names(warehouse: Warehouse, stage: Stage) -> Publish:
    """Publish a snapshot whose mentions are `names`."""

    def run(*names: str, state: Sequence[Path] = ()) -> Snapshot:
        files = stage(*names)
        return publish(warehouse, RUN, files, state, {"clean": "0" * 64}, data_package("next", files), "<p>Page.</p>")

    return run


@pytest.fixture
def segment(warehouse: Warehouse) -> Path:
    """Write one file of `_state`."""
    path = warehouse.state / "raw" / "first.zst"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"bytes of a segment")
    return path
