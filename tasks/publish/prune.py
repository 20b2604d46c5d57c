"""Old snapshots and the segments only they depend on are deleted; the current one and young ones stay."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from tasks.publish import manifest as manifests
from tasks.publish import storage
from tasks.publish.snapshot import PARTIAL
from tasks.publish.warehouse import Snapshot, Warehouse


@dataclass(frozen=True)
class Pruned:
    """What was deleted."""

    snapshots: tuple[Snapshot, ...]
    segments: tuple[Path, ...]


def prune(warehouse: Warehouse, keep_last: int, keep_since: float) -> Pruned:
    """Delete all but the last `keep_last` snapshots, those published since `keep_since` (seconds since 1970), and the
    current one; the caller holds the warehouse's lock.

    A segment goes when a deleted snapshot names it and no remaining one does: others may belong to a run to be resumed.
    """
    old = expendable(warehouse, keep_last, keep_since)
    if not old:
        return Pruned((), ())
    freed = segments(old) - segments([s for s in warehouse.snapshots() if s not in old])
    warehouse.remember_number()
    # First out of sight, one rename each: a crash then leaves leftovers for the next publish, not half a snapshot.
    hidden = [s.path.rename(s.path.with_name(f"{s.name}{PARTIAL}pruned")) for s in old]
    storage.sync(warehouse.snapshots_folder)
    for path in freed:
        path.unlink(missing_ok=True)
    for path in hidden:
        shutil.rmtree(path)
    return Pruned(tuple(old), tuple(sorted(freed)))


def expendable(warehouse: Warehouse, keep_last: int, keep_since: float) -> list[Snapshot]:
    """Return the snapshots that may go, the oldest first."""
    current = warehouse.current_snapshot()
    older = warehouse.snapshots()[: -keep_last or None]
    return [s for s in older if s != current and published_at(s) < keep_since]


def published_at(snapshot: Snapshot) -> float:
    """Return when a snapshot was written, in seconds since 1970: its manifest is written once."""
    return (snapshot.path / manifests.NAME).stat().st_mtime


def segments(snapshots: list[Snapshot]) -> set[Path]:
    """Return the segments these snapshots depend on."""
    return {Path(os.path.normpath(s.path / entry.path)) for s in snapshots for entry in s.manifest().state}
