"""A snapshot -> what differs from its manifest and from the contract: nothing, when all is well."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.catalog import TABLES, table_named
from schemas.table import SCHEMA_VERSION
from tasks.publish import manifest as manifests
from tasks.publish import storage
from tasks.publish.manifest import Manifest, StateFile, TableFile
from tasks.publish.snapshot import DATAPACKAGE, REPORT
from tasks.publish.warehouse import Snapshot

Kind = Literal["missing", "size", "sha256", "unreadable", "rows", "schema", "foreign", "table"]


@dataclass(frozen=True)
class Problem:
    """One difference; `path` is relative to the snapshot, `message` a sentence without it."""

    path: str
    kind: Kind
    message: str


def verify(snapshot: Snapshot) -> list[Problem]:
    """Compare every file of a snapshot with its manifest and its contract; raise WarehouseDamaged without one."""
    manifest = snapshot.manifest()
    return [
        *table_problems(manifest),
        *(
            p
            for name, entry in manifest.tables.items()
            for f in entry.files
            for p in file_problems(snapshot, name, f, manifest)
        ),
        *(p for entry in manifest.state for p in content_problems(snapshot.path, entry)),
        *foreign_problems(snapshot, manifest),
    ]


def table_problems(manifest: Manifest) -> Iterator[Problem]:
    """Yield tables without a file, and tables no contract knows."""
    known = {table.name for table in TABLES}
    for name in sorted(known):
        entry = manifest.tables.get(name)
        if entry is None or not entry.files:
            yield Problem(name, "table", "The table has no file.")
    for name in sorted(set(manifest.tables) - known):
        yield Problem(name, "table", "The contract has no such table.")


def file_problems(snapshot: Snapshot, table: str, file: TableFile, manifest: Manifest) -> Iterator[Problem]:
    """Yield what is wrong with one Parquet file; what it says inside is read only when its bytes are the right ones."""
    wrong = list(content_problems(snapshot.path, file))
    yield from wrong
    if wrong or table not in {known.name for known in TABLES}:
        return
    try:
        metadata = pq.read_metadata(snapshot.path / file.path)
    except (OSError, pa.ArrowException) as error:
        yield Problem(file.path, "unreadable", f"It is not a Parquet file ({type(error).__name__}).")
        return
    if metadata.num_rows != file.rows:
        yield Problem(file.path, "rows", f"It has {metadata.num_rows:,} rows, the manifest says {file.rows:,}.")
    if manifest.schema_version == SCHEMA_VERSION:  # an older snapshot keeps the contract of its day
        yield from schema_problems(file.path, metadata.schema.to_arrow_schema(), table_named(table).arrow_schema())


def content_problems(folder: Path, file: TableFile | StateFile) -> Iterator[Problem]:
    """Yield how the bytes of a file differ from its entry."""
    path = folder / file.path
    if not path.is_file():
        yield Problem(file.path, "missing", "The file is missing.")
    elif (size := path.stat().st_size) != file.bytes:
        yield Problem(file.path, "size", f"It has {size:,} bytes, the manifest says {file.bytes:,}.")
    elif storage.sha256_of(path) != file.sha256:
        yield Problem(file.path, "sha256", "Its bytes are not those that were published.")


def schema_problems(path: str, found: pa.Schema, expected: pa.Schema) -> Iterator[Problem]:
    """Yield how a file's columns differ from the contract's: names, order, types, descriptions, the table's grain."""
    if found.names != expected.names:
        yield Problem(path, "schema", f"Its columns are {', '.join(found.names)}.")
        return
    for ours, theirs in zip(expected, found, strict=True):
        if ours.type != theirs.type or ours.nullable != theirs.nullable:
            yield Problem(path, "schema", f"Column {ours.name} is {theirs}, the contract says {ours}.")
        if (ours.metadata or {}).get(b"description") != (theirs.metadata or {}).get(b"description"):
            yield Problem(path, "schema", f"Column {ours.name} does not carry the contract's description.")
    for name, value in expected.metadata.items():
        if (found.metadata or {}).get(name) != value:
            yield Problem(path, "schema", f"Its {name.decode()} is not the contract's.")


def foreign_problems(snapshot: Snapshot, manifest: Manifest) -> Iterator[Problem]:
    """Yield files of the snapshot's folder that its manifest does not name."""
    named = {file.path for entry in manifest.tables.values() for file in entry.files}
    named |= {manifests.NAME, DATAPACKAGE, REPORT}
    for path in sorted(snapshot.path.rglob("*")):
        relative = os.path.relpath(path, snapshot.path)
        if not path.is_dir() and relative not in named:
            yield Problem(relative, "foreign", "The manifest does not name this file.")
