"""What can go wrong when a warehouse is opened, locked, published to or rolled back.

PublishError
├── WarehouseBusy        another run holds the lock
├── WarehouseUnusable    the path cannot serve as a warehouse
├── WarehouseDamaged     a file that every reader relies on is missing or unreadable
├── StagedFileChanged    a file to be published is not the one that was written
├── UnknownSnapshot      no snapshot has this number
└── UnknownRun           no run has this id
"""

# ruff: noqa: N818 - the name says what happened; that it is an error, the tree says

from collections.abc import Sequence
from pathlib import Path


class PublishError(Exception):
    """Any failure of this room; the current snapshot is what it was before."""


class WarehouseBusy(PublishError):
    """Another run holds the warehouse."""

    def __init__(
        self, warehouse: Path, owner: str | None, host: str | None, pid: int | None, since: str | None, waited: float
    ) -> None:
        self.warehouse, self.owner, self.host, self.pid, self.since = warehouse, owner, host, pid, since
        self.waited_seconds = waited
        holder = f"{owner} on {host} (process {pid}) since {since}" if owner else "another run that has just begun"
        waiting = f" after {waited:.0f} s of waiting" if waited else ""
        super().__init__(
            f"{warehouse} is held by {holder}, so nothing was done{waiting}. "
            "The published tables can be read meanwhile. Run it again when that run has ended, or add --wait SECONDS."
        )


class WarehouseUnusable(PublishError):
    """The path cannot be used as a warehouse."""

    def __init__(self, path: Path, found: str) -> None:
        self.path, self.found = path, found
        super().__init__(
            f"{path} {found}, so nothing was written. Move it away, or name another warehouse: --to FOLDER."
        )


class WarehouseDamaged(PublishError):
    """A file of the warehouse is not what this program wrote."""

    def __init__(self, path: Path, found: str) -> None:
        self.path, self.found = path, found
        super().__init__(
            f"{path} {found}. Nothing was changed. `copydesk check` lists what else differs; "
            "`copydesk rollback SNAPSHOT` returns to an earlier snapshot, or bring the file back from a copy."
        )


class StagedFileChanged(PublishError):
    """A staged file is missing or has another size than when it was written."""

    def __init__(self, path: Path, expected_bytes: int, found_bytes: int | None) -> None:
        self.path, self.expected_bytes, self.found_bytes = path, expected_bytes, found_bytes
        found = "is gone" if found_bytes is None else f"has {found_bytes:,} bytes"
        super().__init__(
            f"{path} {found} where {expected_bytes:,} bytes were written, so nothing was published. "
            "Delete its folder under _staging/ and run again: only that step is done anew."
        )


class UnknownSnapshot(PublishError):
    """No snapshot has this number."""

    def __init__(self, number: int, valid: Sequence[int]) -> None:
        self.number, self.valid = number, tuple(valid)
        known = ", ".join(str(n) for n in self.valid) or "none yet"
        super().__init__(
            f"There is no snapshot {number}; the snapshots are: {known}. The current one was left as it is."
        )


class UnknownRun(PublishError):
    """No run has this id."""

    def __init__(self, run_id: str, valid: Sequence[str]) -> None:
        self.run_id, self.valid = run_id, tuple(valid)
        latest = ", ".join(self.valid[-5:]) or "none yet"
        super().__init__(f"There is no run {run_id!r}; the latest runs are: {latest}. `copydesk status` shows them.")
