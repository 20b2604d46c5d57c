"""`copydesk snapshots`: what was published, and which snapshot is current."""

import argparse
import json
import sys

from flows.commands.warehouse import opened, published


def run(options: argparse.Namespace) -> int:
    """Print the snapshots, or the path of the current one."""
    if options.path:
        sys.stdout.write(f"{published(options).path}\n")
        return 0
    warehouse = opened(options)
    current = warehouse.current_snapshot()
    rows = []
    for snapshot in warehouse.snapshots():
        manifest = snapshot.manifest()
        rows.append(
            {
                "snapshot": snapshot.name,
                "current": snapshot == current,
                "parent": manifest.parent,
                "run_id": manifest.run_id,
                "articles": manifest.tables["articles"].rows,
                "path": str(snapshot.path),
            }
        )
    if options.json:
        sys.stdout.write(json.dumps(rows) + "\n")
    for row in rows if not options.json else []:
        mark = "*" if row["current"] else " "
        sys.stdout.write(
            f"{mark} {row['snapshot']}  run {row['run_id']}  {row['articles']:>10,} articles  {row['path']}\n"
        )
    return 0
