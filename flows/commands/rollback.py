"""`copydesk rollback`: an earlier snapshot becomes current again."""

import argparse
import json
import sys

from flows.commands.warehouse import opened
from flows.settings import load_settings
from tasks.publish import hold, read_run, rollback, write_run


def run(options: argparse.Namespace) -> int:
    """Roll back, and mark the runs whose snapshots are no longer part of the present."""
    warehouse = opened(options)
    with hold(warehouse, load_settings(options.config).wait_seconds):
        left = warehouse.current_snapshot()
        snapshot = rollback(warehouse, options.snapshot)
        undone = [s for s in warehouse.snapshots() if left and snapshot.number < s.number <= left.number]
        for each in undone:
            run_id = each.manifest().run_id
            write_run(warehouse, run_id, read_run(warehouse, run_id) | {"result": "rolled_back"})
    if options.json:
        sys.stdout.write(json.dumps({"snapshot": snapshot.name, "undone": [s.name for s in undone]}) + "\n")
    else:
        sys.stdout.write(
            f"snapshot {snapshot.name} is current; {len(undone)} later ones are kept on disk and can be rolled forward to\n"
        )
    return 0
