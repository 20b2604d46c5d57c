"""Work of earlier runs: what a stage made of a shard is kept in `_state`, bound to the snapshot, and not made again.

A file of work is named by its shard and by all else that it depends on, so one that is there is right, whoever made it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from flows.published import segments
from tasks.publish import Snapshot, Warehouse, storage


def kept_work(warehouse: Warehouse, parent: Snapshot | None) -> Mapping[str, Path]:
    """Return the files of `_state` that the parent snapshot is bound to, by their place in it (`clean/<name>`).

    One that is gone or has lost bytes is left out: its work is done again.
    """
    if parent is None:
        return {}
    found = {}
    for path, n_bytes in segments(parent):
        if path.is_file() and path.stat().st_size == n_bytes:
            found[path.relative_to(warehouse.state).as_posix()] = path
    return found


def keep_work(warehouse: Warehouse, staging: Path, files: Iterable[Path]) -> tuple[Path, ...]:
    """Link files of a run's staging into `_state`, at the same place; return all, with those that stood there before."""
    kept = []
    for file in files:
        target = warehouse.state / file.relative_to(staging) if file.is_relative_to(staging) else file
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            storage.share(file, target)
        kept.append(target)
    return tuple(dict.fromkeys(kept))
