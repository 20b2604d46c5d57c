"""`copydesk status`: what is published, what ran, what is set aside."""

import argparse
import json
import sys
from collections import Counter

from flows.commands.warehouse import opened
from flows.published import read_table
from tasks.publish import runs

LATEST = 5


def run(options: argparse.Namespace) -> int:
    """Print the state of the warehouse."""
    warehouse = opened(options)
    snapshot = warehouse.current_snapshot()
    records = runs(warehouse)[-LATEST:]
    unfinished = sorted(path.name for path in warehouse.staging.glob("*") if (path / "plan.json").exists())
    answer = {
        "warehouse": str(warehouse.path),
        "snapshot": snapshot.name if snapshot else None,
        "rows": {name: entry.rows for name, entry in snapshot.manifest().tables.items()} if snapshot else {},
        "set_aside": dict(Counter(read_table(snapshot, "rejects", ["reason"])["reason"].to_pylist()))
        if snapshot
        else {},
        "runs": [
            {key: record[key] for key in ("run_id", "started_at", "result", "snapshot", "seconds")}
            for record in records
        ],
        "unfinished": unfinished,
    }
    sys.stdout.write(json.dumps(answer) + "\n" if options.json else in_words(answer))
    return 0


def in_words(answer: dict[str, object]) -> str:
    """Return the state as lines."""
    rows, set_aside, records, unfinished = (answer[k] for k in ("rows", "set_aside", "runs", "unfinished"))
    lines = [
        f"{answer['warehouse']}: "
        + (f"snapshot {answer['snapshot']}" if answer["snapshot"] else "nothing published yet")
    ]
    lines += [f"  {name:<12} {n:>10,} rows" for name, n in rows.items()]  # type: ignore[attr-defined]
    if set_aside:
        lines.append("set aside (copydesk rejects tells more)")
        lines += [f"  {reason:<16} {n:>6,}" for reason, n in sorted(set_aside.items(), key=lambda item: -item[1])]  # type: ignore[attr-defined]
    lines.append("latest runs")
    for record in records:  # type: ignore[attr-defined]
        lines.append(
            f"  {record['run_id']}  {record['started_at'][:16]}  {record['result']:<10} {record['snapshot'] or ''}"
        )
    if unfinished:
        lines.append(f"unfinished, resumed by the same command: {', '.join(unfinished)}")  # type: ignore[arg-type]
    return "\n".join(lines) + "\n"
