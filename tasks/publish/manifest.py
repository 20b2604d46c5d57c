"""manifest.json: what a snapshot consists of, file by file, with the digest of each."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tasks.publish.errors import WarehouseDamaged

NAME = "manifest.json"


@dataclass(frozen=True)
class TableFile:
    """One Parquet file; `path` is relative to the snapshot."""

    path: str
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class TableFiles:
    """One table: its rows and the files that hold them."""

    rows: int
    files: tuple[TableFile, ...]


@dataclass(frozen=True)
class StateFile:
    """One file of `_state` this snapshot depends on; `path` is relative to the snapshot."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """A snapshot's content. `snapshot` and `parent` are names like 000042; the first snapshot has no parent."""

    snapshot: str
    parent: str | None
    run_id: str
    schema_version: int
    fingerprints: Mapping[str, str]
    tables: Mapping[str, TableFiles]
    state: tuple[StateFile, ...]


def to_json(manifest: Manifest) -> bytes:
    """Return the manifest as JSON, the same bytes for the same content."""
    return (json.dumps(asdict(manifest), indent=1, sort_keys=True) + "\n").encode()


def read(folder: Path) -> Manifest:
    """Read the manifest of the snapshot in `folder`; raise WarehouseDamaged when it is missing or not one of ours."""
    path = folder / NAME
    try:
        return from_json(path.read_bytes())
    except FileNotFoundError as error:
        raise WarehouseDamaged(path, "is missing") from error
    except (ValueError, KeyError, TypeError) as error:
        raise WarehouseDamaged(path, f"is not a manifest of copydesk ({type(error).__name__}: {error})") from error


def from_json(content: bytes) -> Manifest:
    """Read a manifest; raise ValueError, KeyError or TypeError for anything else."""
    fields: dict[str, Any] = json.loads(content)
    manifest = Manifest(
        snapshot=text(fields["snapshot"]),
        parent=None if fields["parent"] is None else text(fields["parent"]),
        run_id=text(fields["run_id"]),
        schema_version=int(fields["schema_version"]),
        fingerprints={name: text(digest) for name, digest in fields["fingerprints"].items()},
        tables={name: table_files(entry) for name, entry in fields["tables"].items()},
        state=tuple(StateFile(**entry) for entry in fields["state"]),
    )
    for name, table in manifest.tables.items():
        if table.rows != (found := sum(file.rows for file in table.files)):
            raise ValueError(f"table {name} has {table.rows} rows, its files {found}")
    return manifest


def table_files(entry: Mapping[str, Any]) -> TableFiles:
    """Read the entry of one table."""
    return TableFiles(int(entry["rows"]), tuple(TableFile(**file) for file in entry["files"]))


def text(value: object) -> str:
    """Return `value` when it is text; raise TypeError otherwise."""
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {value!r}")
    return value
