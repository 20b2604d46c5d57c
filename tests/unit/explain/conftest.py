"""A published warehouse of a few documents of our own invention."""

from pathlib import Path

import pytest

from schemas.catalog import TABLES as CATALOG
from schemas.work import DOCUMENTS
from tasks.publish import Warehouse, data_package, write_table
from tasks.publish import publish as publish_snapshot
from tests.unit.explain import invented


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    made = Warehouse(tmp_path / "warehouse")
    staging = made.path / "_staging"
    tables = {table.name: table.from_rows(invented.TABLES.get(table.name, [])) for table in CATALOG}
    files = {name: [write_table(table, staging / name, "all")] for name, table in tables.items()}
    segment = write_table(DOCUMENTS.from_rows(invented.DOCUMENTS), made.path / "_state" / "raw", "raw")
    publish_snapshot(made, invented.RUN, files, [segment.path], {}, data_package("000001", files), "<p>Page.</p>")
    return made
