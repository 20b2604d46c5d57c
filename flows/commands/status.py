"""`copydesk status`: what is published, what ran, what is set aside."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from flows.commands.warehouse import opened
from flows.published import read_table
from tasks.publish import Warehouse, runs

LATEST = 5
SHOWN_OF_RUN = ("run_id", "started_at", "result", "snapshot", "seconds")


@dataclass(frozen=True)
class Status:
    """The state of a warehouse; `unfinished` are the ids of runs that the same command resumes."""

    warehouse: str
    snapshot: str | None
    rows: Mapping[str, int]
    set_aside: Mapping[str, int]
    runs: tuple[Mapping[str, Any], ...]
    unfinished: tuple[str, ...]


def run(options: argparse.Namespace) -> int:
    """Print the state of the warehouse."""
    status = status_of(opened(options))
    sys.stdout.write(json.dumps(asdict(status)) + "\n" if options.json else in_words(status))
    return 0


def status_of(warehouse: Warehouse) -> Status:
    """Return the state of a warehouse."""
    snapshot = warehouse.current_snapshot()
    reasons = read_table(snapshot, "rejects", ["reason"]).column("reason").to_pylist() if snapshot else []
    return Status(
        warehouse=str(warehouse.path),
        snapshot=snapshot.name if snapshot else None,
        rows={name: entry.rows for name, entry in snapshot.manifest().tables.items()} if snapshot else {},
        set_aside=dict(Counter(reasons).most_common()),
        runs=tuple({key: record[key] for key in SHOWN_OF_RUN} for record in runs(warehouse)[-LATEST:]),
        unfinished=tuple(sorted(path.parent.name for path in warehouse.staging.glob("*/plan.json"))),
    )


def in_words(status: Status) -> str:
    """Return the state as lines."""
    what = f"snapshot {status.snapshot}" if status.snapshot else "nothing published yet"
    lines = [f"{status.warehouse}: {what}"]
    lines += [f"  {name:<12} {n:>10,} rows" for name, n in status.rows.items()]
    if status.set_aside:
        lines.append("set aside (copydesk rejects tells more)")
        lines += [f"  {reason:<16} {n:>6,}" for reason, n in status.set_aside.items()]
    lines.append("latest runs")
    lines += [f"  {r['run_id']}  {r['started_at'][:16]}  {r['result']:<11} {r['snapshot'] or ''}" for r in status.runs]
    if status.unfinished:
        lines.append(f"unfinished, resumed by the same command: {', '.join(status.unfinished)}")
    return "\n".join(lines) + "\n"
