"""A warehouse: where its parts lie, which snapshot is current, and which number comes next.

A snapshot counts as published once `current` has pointed to it. `_snapshots/last_number` remembers the highest such
number when `current` moves back or a snapshot is pruned; a folder above it was never seen by a reader: a leftover.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from tasks.publish import manifest, storage
from tasks.publish.errors import UnknownSnapshot, WarehouseDamaged, WarehouseUnusable
from tasks.publish.manifest import Manifest

SNAPSHOT_NAME = re.compile(r"^[0-9]{6,}$")


@dataclass(frozen=True)
class Snapshot:
    """One published state of all tables; never changes."""

    path: Path
    number: int

    @property
    def name(self) -> str:
        """Its folder's name, like 000042."""
        return snapshot_name(self.number)

    def manifest(self) -> Manifest:
        """Read its manifest; raise WarehouseDamaged when it is missing or not one of ours."""
        return manifest.read(self.path)


@dataclass(frozen=True)
class Warehouse:
    """A folder that holds snapshots, state, runs and staged work."""

    path: Path

    @property
    def current(self) -> Path:
        """The link to the current snapshot: the commit point."""
        return self.path / "current"

    @property
    def snapshots_folder(self) -> Path:
        """The folder of all snapshots."""
        return self.path / "_snapshots"

    @property
    def state(self) -> Path:
        """The folder of immutable segments."""
        return self.path / "_state"

    @property
    def runs(self) -> Path:
        """The folder with one folder per run, published or not."""
        return self.path / "_runs"

    @property
    def staging(self) -> Path:
        """The folder of work that is not published."""
        return self.path / "_staging"

    @property
    def last_number_file(self) -> Path:
        """The record of the highest number ever published."""
        return self.snapshots_folder / "last_number"

    def current_snapshot(self) -> Snapshot | None:
        """Return the current snapshot, None before the first publish; raise WarehouseDamaged for a broken link."""
        number = self.current_number()
        if number is None:
            return None
        snapshot = Snapshot(self.snapshots_folder / snapshot_name(number), number)
        if not snapshot.path.is_dir():
            raise WarehouseDamaged(self.current, f"points to {snapshot.path}, which is not there")
        return snapshot

    def current_number(self) -> int | None:
        """Return the number `current` names, whether or not that snapshot is there; None before the first publish."""
        if not os.path.lexists(self.current):
            if read_number(self.last_number_file):
                raise WarehouseDamaged(self.current, "is missing, though snapshots were published")
            return None
        name = self.current.readlink().name if self.current.is_symlink() else ""
        if not SNAPSHOT_NAME.match(name):
            raise WarehouseDamaged(
                self.current, "is not a link to a snapshot (were links followed when it was copied?)"
            )
        return int(name)

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return all published snapshots, the oldest first."""
        published = self.last_number()
        return tuple(s for s in self.snapshot_folders() if s.number <= published)

    def snapshot(self, number: int) -> Snapshot:
        """Return one snapshot; raise UnknownSnapshot that lists the valid numbers."""
        for found in self.snapshots():
            if found.number == number:
                return found
        raise UnknownSnapshot(number, [s.number for s in self.snapshots()])

    def next_number(self) -> int:
        """Return the number of the next snapshot, above every number that was ever published."""
        return self.last_number() + 1

    def last_number(self) -> int:
        """Return the highest number ever published, 0 before the first."""
        recorded = read_number(self.last_number_file)
        linked = self.current.readlink().name if self.current.is_symlink() else ""
        return max(recorded, int(linked) if SNAPSHOT_NAME.match(linked) else 0)

    def remember_number(self) -> None:
        """Record the highest number published; call it before `current` moves back and after it moves forward."""
        storage.write_whole(self.last_number_file, f"{self.last_number()}\n".encode())

    def snapshot_folders(self) -> list[Snapshot]:
        """Return every complete snapshot folder, also those `current` never pointed to."""
        if not self.snapshots_folder.is_dir():
            return []
        names = sorted(p for p in self.snapshots_folder.iterdir() if SNAPSHOT_NAME.match(p.name) and p.is_dir())
        return sorted((Snapshot(path, int(path.name)) for path in names), key=lambda s: s.number)


def open_warehouse(path: Path) -> Warehouse:
    """Return the warehouse at `path`, its folder made when absent; raise WarehouseUnusable when that cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseUnusable(path, f"cannot be a folder ({error.strerror})") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise WarehouseUnusable(path, "cannot be written to")
    return Warehouse(path)


def snapshot_name(number: int) -> str:
    """Return a snapshot's folder name."""
    return f"{number:06d}"


def read_number(path: Path) -> int:
    """Read the record of the highest number, 0 when there is none; raise WarehouseDamaged when it holds no number."""
    try:
        return int(path.read_text())
    except FileNotFoundError:
        return 0
    except ValueError as error:
        raise WarehouseDamaged(path, "does not hold a number") from error
