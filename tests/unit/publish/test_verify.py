import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from schemas.catalog import table_named
from schemas.table import SCHEMA_VERSION
from tasks.publish.files import write_table
from tasks.publish.snapshot import publish
from tasks.publish.storage import sha256_of
from tasks.publish.verify import verify
from tasks.publish.warehouse import Snapshot, Warehouse
from tests.unit.publish.conftest import RUN, Publish, Stage


def file_of(snapshot: Snapshot, table: str) -> Path:
    return next((snapshot.path / table).iterdir())


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


@pytest.mark.parametrize(("damage", "kind"), [(flip_a_byte, "sha256"), (append, "size"), (os.unlink, "missing")])
@pytest.mark.parametrize("place", ["table", "state"])
def test_a_damaged_file_is_found(
    publish_names: Publish, segment: Path, damage: Callable[[Path], None], kind: str, place: str
) -> None:
    snapshot = publish_names("Ada", state=[segment])
    damage(file_of(snapshot, "mentions") if place == "table" else segment)
    (problem,) = verify(snapshot)
    assert problem.kind == kind
    assert ("mentions/" if place == "table" else "_state/") in problem.path


@pytest.mark.parametrize("name", ["mentions/more.parquet", "notes.txt", "stray/file"])
def test_a_foreign_file_is_found(publish_names: Publish, name: str) -> None:
    snapshot = publish_names("Ada")
    (snapshot.path / name).parent.mkdir(exist_ok=True)
    (snapshot.path / name).write_text("?")
    assert [(p.path, p.kind) for p in verify(snapshot)] == [(name, "foreign")]


QUOTES = table_named("quotes").arrow_schema()
DESCRIBED = QUOTES.field("cue")


@pytest.mark.parametrize(
    "schema",
    [
        QUOTES.remove(0),
        QUOTES.set(0, QUOTES.field(0).with_type(pa.large_string())),
        QUOTES.set(0, QUOTES.field(0).with_nullable(True)),
        QUOTES.set(QUOTES.get_field_index("cue"), DESCRIBED.with_metadata({"description": "Other words."})),
        QUOTES.set(QUOTES.get_field_index("cue"), DESCRIBED.remove_metadata()),
        QUOTES.with_metadata({"grain": "one quotation in one article"}),
    ],
)
def test_columns_that_differ_from_the_contract_are_found(
    warehouse: Warehouse, stage: Stage, schema: pa.Schema, tmp_path: Path
) -> None:
    files = stage("Ada") | {"quotes": [write_table(schema.empty_table(), tmp_path, "all")]}
    problems = verify(publish(warehouse, RUN, files, [], {}, {}))
    assert {p.kind for p in problems} == {"schema"}
    assert all(p.path.startswith("quotes/") for p in problems)


def test_an_older_snapshot_keeps_the_contract_of_its_day(warehouse: Warehouse, stage: Stage, tmp_path: Path) -> None:
    files = stage("Ada") | {"quotes": [write_table(QUOTES.remove(0).empty_table(), tmp_path, "all")]}
    snapshot = publish(warehouse, RUN, files, [], {}, {})
    path = snapshot.path / "manifest.json"
    path.write_text(path.read_text().replace(f'"schema_version": {SCHEMA_VERSION}', '"schema_version": 0'))
    assert verify(snapshot) == []


def test_a_file_that_is_no_parquet_is_found(warehouse: Warehouse, stage: Stage) -> None:
    files = stage("Ada")
    (file,) = files["mentions"]
    file.path.write_bytes(b"x" * file.bytes)
    files["mentions"] = [replace(file, sha256=sha256_of(file.path))]
    assert [p.kind for p in verify(publish(warehouse, RUN, files, [], {}, {}))] == ["unreadable"]


def test_rows_that_are_not_as_many_as_the_manifest_says_are_found(warehouse: Warehouse, stage: Stage) -> None:
    files = stage("Ada")
    files["mentions"] = [replace(files["mentions"][0], rows=2)]
    assert [p.kind for p in verify(publish(warehouse, RUN, files, [], {}, {}))] == ["rows"]


def test_tables_that_are_missing_or_unknown_are_found(warehouse: Warehouse, stage: Stage) -> None:
    files = stage("Ada")
    files["opinions"] = files.pop("clusters")
    problems = verify(publish(warehouse, RUN, files, [], {}, {}))
    assert [(p.path, p.kind) for p in problems] == [("clusters", "table"), ("opinions", "table")]
