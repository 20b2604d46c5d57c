"""Files of a run -> one snapshot that readers see whole or not at all."""

from tasks.publish import storage
from tasks.publish.datapackage import data_package
from tasks.publish.errors import WarehouseBusy
from tasks.publish.files import WrittenFile, same_tables, write_table
from tasks.publish.lock import hold
from tasks.publish.prune import prune
from tasks.publish.rollback import rollback
from tasks.publish.runs_folder import read_run, runs, write_run
from tasks.publish.snapshot import publish
from tasks.publish.verify import verify
from tasks.publish.warehouse import Snapshot, Warehouse, open_warehouse

__all__ = [
    "Snapshot",
    "Warehouse",
    "WarehouseBusy",
    "WrittenFile",
    "data_package",
    "hold",
    "open_warehouse",
    "prune",
    "publish",
    "read_run",
    "rollback",
    "runs",
    "same_tables",
    "storage",
    "verify",
    "write_run",
    "write_table",
]
