"""An older snapshot becomes current again; the one left keeps its number, which no later snapshot gets."""

from tasks.publish import storage
from tasks.publish.warehouse import Snapshot, Warehouse


def rollback(warehouse: Warehouse, number: int) -> Snapshot:
    """Make snapshot `number` current and return it; the caller holds the warehouse's lock.

    Raise UnknownSnapshot that lists the valid numbers, WarehouseDamaged when that snapshot has no readable manifest.
    """
    snapshot = warehouse.snapshot(number)
    snapshot.manifest()
    warehouse.remember_number()
    storage.point(warehouse.current, f"{warehouse.snapshots_folder.name}/{snapshot.name}")
    return snapshot
