"""_runs/: one folder per run, published or not, with its record as one JSON object."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tasks.publish import storage
from tasks.publish.errors import UnknownRun, WarehouseDamaged
from tasks.publish.warehouse import Warehouse

RECORD = "run.json"
RUN_ID = re.compile(r"^[0-9a-f]{12}$")


def write_run(warehouse: Warehouse, run_id: str, record: Mapping[str, object]) -> Path:
    """Write a run's record, or replace it, whole; return its path."""
    path = run_folder(warehouse, run_id) / RECORD
    storage.write_whole(path, (json.dumps(record, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())
    return path


def read_run(warehouse: Warehouse, run_id: str) -> dict[str, Any]:
    """Read a run's record; raise UnknownRun that lists the latest runs, WarehouseDamaged when it cannot be read."""
    path = run_folder(warehouse, run_id) / RECORD
    try:
        record = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise UnknownRun(run_id, run_ids(warehouse)) from error
    except ValueError as error:
        raise WarehouseDamaged(path, f"is not JSON ({error})") from error
    if not isinstance(record, dict):
        raise WarehouseDamaged(path, "is not one JSON object")
    return record


def runs(warehouse: Warehouse) -> list[dict[str, Any]]:
    """Read the records of all runs, the first started first."""
    records = [read_run(warehouse, run_id) for run_id in run_ids(warehouse)]
    return sorted(records, key=lambda record: (str(record.get("started_at")), str(record.get("run_id"))))


def run_ids(warehouse: Warehouse) -> tuple[str, ...]:
    """Return the ids of all runs that left a record, in the order of their ids."""
    if not warehouse.runs.is_dir():
        return ()
    return tuple(sorted(p.parent.name for p in warehouse.runs.glob(f"*/{RECORD}") if RUN_ID.match(p.parent.name)))


def run_folder(warehouse: Warehouse, run_id: str) -> Path:
    """Return the folder of a run; raise UnknownRun for what is no run id, so that no path leaves `_runs`."""
    if not RUN_ID.match(run_id):
        raise UnknownRun(run_id, run_ids(warehouse))
    return warehouse.runs / run_id
