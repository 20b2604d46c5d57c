"""Staged files -> the next snapshot, which becomes current in one step.

A snapshot grows under a `.partial-` name, gets its number by one rename, and is published by one replace of the link
`current`. A crash before that replace leaves the snapshot before it current; the next publish sweeps what is left.
"""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from schemas.table import SCHEMA_VERSION
from tasks.publish import manifest as manifests
from tasks.publish import storage
from tasks.publish.errors import StagedFileChanged, WarehouseDamaged, WarehouseUnusable
from tasks.publish.files import WrittenFile
from tasks.publish.manifest import Manifest, StateFile, TableFile, TableFiles
from tasks.publish.warehouse import Snapshot, Warehouse, snapshot_name

PARTIAL = ".partial-"
DATAPACKAGE, REPORT = "datapackage.json", "report.html"


def publish(
    warehouse: Warehouse,
    run_id: str,
    tables: Mapping[str, Sequence[WrittenFile]],
    state: Sequence[Path],
    fingerprints: Mapping[str, str],
    datapackage: Mapping[str, object],
    report_html: str | None = None,
) -> Snapshot:
    """Publish these files as the next snapshot and return it; the caller holds the warehouse's lock.

    `tables` lists all files of every table, staged or of the parent; `state` all segments under `_state` that this
    snapshot depends on. Raise StagedFileChanged or WarehouseUnusable before anything is written.
    """
    refuse_changed(tables)
    refuse_blocked(warehouse, tables)
    sweep(warehouse)
    parent, number = warehouse.current_snapshot(), warehouse.next_number()
    folder = warehouse.snapshots_folder / f"{snapshot_name(number)}{PARTIAL}{run_id}"
    folder.mkdir(parents=True)
    shared = parent.manifest() if parent else None
    manifest = Manifest(
        snapshot=snapshot_name(number),
        parent=parent.name if parent else None,
        run_id=run_id,
        schema_version=SCHEMA_VERSION,
        fingerprints=dict(fingerprints),
        tables={name: fill_table(folder / name, files, parent, shared) for name, files in sorted(tables.items())},
        state=bind_state(folder, state, shared),
    )
    write_documents(folder, manifest, datapackage, report_html)
    storage.sync(folder)
    return commit(warehouse, folder, number, tuple(tables))


def commit(warehouse: Warehouse, folder: Path, number: int, tables: Sequence[str]) -> Snapshot:
    """Give the finished folder its number, then make it current."""
    snapshot = Snapshot(warehouse.snapshots_folder / snapshot_name(number), number)
    folder.rename(snapshot.path)
    storage.sync(warehouse.snapshots_folder)
    # Before the commit: a link without target shows nothing, and no later run has to notice that links are missing.
    link_tables(warehouse, tables)
    storage.point(warehouse.current, f"{warehouse.snapshots_folder.name}/{snapshot.name}")
    warehouse.remember_number()
    return snapshot


def refuse_changed(tables: Mapping[str, Sequence[WrittenFile]]) -> None:
    """Raise StagedFileChanged for a file that is gone or has another size than when it was written."""
    for file in (file for files in tables.values() for file in files):
        found = file.path.stat().st_size if file.path.is_file() else None
        if found != file.bytes:
            raise StagedFileChanged(file.path, file.bytes, found)


def refuse_blocked(warehouse: Warehouse, tables: Mapping[str, Sequence[WrittenFile]]) -> None:
    """Raise WarehouseUnusable when something else stands where a table's link belongs."""
    for name in tables:
        link = warehouse.path / name
        if os.path.lexists(link) and not (link.is_symlink() and str(link.readlink()) == table_target(name)):
            raise WarehouseUnusable(link, "stands where the link to a table belongs")


def sweep(warehouse: Warehouse) -> tuple[Path, ...]:
    """Remove what broken publishes left behind and return it; the caller holds the warehouse's lock."""
    if not warehouse.snapshots_folder.is_dir():
        return ()
    partial = [p for p in warehouse.snapshots_folder.iterdir() if PARTIAL in p.name or p.name.endswith(".partial")]
    links = [p for p in warehouse.path.glob(".*.partial") if p.is_symlink()]
    leftovers = sorted([*partial, *unseen(warehouse), *links])
    for path in leftovers:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return tuple(leftovers)


def unseen(warehouse: Warehouse) -> list[Path]:
    """Return the snapshot that got its number but never became current, if there is one.

    Raise WarehouseDamaged when there are several: no crash leaves that, so a record was lost and they may be good ones.
    """
    found = [s.path for s in warehouse.snapshot_folders() if s.number > warehouse.last_number()]
    if len(found) > 1:
        raise WarehouseDamaged(
            warehouse.last_number_file, f"does not know the snapshots {', '.join(p.name for p in found)}"
        )
    return found


def fill_table(
    folder: Path, files: Sequence[WrittenFile], parent: Snapshot | None, shared: Manifest | None
) -> TableFiles:
    """Put the files of one table into `folder`; those the parent has too become one with the parent's."""
    folder.mkdir()
    entry = shared.tables.get(folder.name) if shared else None
    before = {file.sha256: file.path for file in entry.files} if entry else {}
    filled = []
    for file in sorted(files, key=lambda f: f.path.name):
        source = parent.path / before[file.sha256] if parent and file.sha256 in before else file.path
        storage.share(source, folder / source.name)
        filled.append(TableFile(f"{folder.name}/{source.name}", file.rows, file.bytes, file.sha256))
    storage.sync(folder)
    return TableFiles(sum(file.rows for file in files), tuple(filled))


def bind_state(folder: Path, state: Sequence[Path], shared: Manifest | None) -> tuple[StateFile, ...]:
    """Return the entries of these segments; a segment never changes, so the digest of one the parent has is known."""
    before = {entry.path: entry for entry in shared.state} if shared else {}
    bound = []
    for path in sorted(state):
        relative = os.path.relpath(path, folder)
        known = before.get(relative)
        if known is None:
            storage.sync(path)
            known = StateFile(relative, path.stat().st_size, storage.sha256_of(path))
        bound.append(known)
    return tuple(bound)


def write_documents(
    folder: Path, manifest: Manifest, datapackage: Mapping[str, object], report_html: str | None
) -> None:
    """Write what describes the snapshot beside its tables."""
    package = json.dumps(datapackage, indent=1, ensure_ascii=False) + "\n"
    storage.write_whole(folder / manifests.NAME, manifests.to_json(manifest))
    storage.write_whole(folder / DATAPACKAGE, package.encode())
    if report_html is not None:
        storage.write_whole(folder / REPORT, report_html.encode())


def link_tables(warehouse: Warehouse, tables: Sequence[str]) -> None:
    """Make `<table> -> current/<table>` where it is not there yet."""
    for name in tables:
        link = warehouse.path / name
        if not link.is_symlink():
            link.symlink_to(table_target(name))
    storage.sync(warehouse.path)


def table_target(name: str) -> str:
    """Return what the link of a table holds."""
    return f"current/{name}"
