"""What every command that only looks at a warehouse starts with: the warehouse, and its current snapshot."""

import argparse

from flows.errors import WrongUsage
from flows.settings import load_settings
from tasks.publish import Snapshot, Warehouse


def opened(options: argparse.Namespace) -> Warehouse:
    """Return the warehouse the options name; raise WrongUsage when there is none."""
    path = load_settings(options.config, to=options.to).warehouse
    if not path.is_dir():
        raise WrongUsage(f"there is no warehouse at {path}; make one with: copydesk run SOURCE --to {path}")
    return Warehouse(path)


def published(options: argparse.Namespace) -> Snapshot:
    """Return the current snapshot; raise WrongUsage when nothing is published yet."""
    warehouse = opened(options)
    snapshot = warehouse.current_snapshot()
    if snapshot is None:
        raise WrongUsage(
            f"nothing is published in {warehouse.path} yet; publish with: copydesk run SOURCE --to {warehouse.path}"
        )
    return snapshot
