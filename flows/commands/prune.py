"""`copydesk prune`: old snapshots are removed, with the state that no snapshot needs any more."""

import argparse
import json
import sys
import time

from flows.commands.warehouse import opened
from flows.settings import load_settings
from tasks.publish import hold, prune

KEEP_LAST = 10
KEEP_DAYS = 30
DAY_SECONDS = 86_400


def run(options: argparse.Namespace) -> int:
    """Keep the last ten snapshots, every one of the last thirty days and the current one; remove the rest."""
    warehouse = opened(options)
    with hold(warehouse, load_settings(options.config).wait_seconds):
        pruned = prune(warehouse, KEEP_LAST, time.time() - KEEP_DAYS * DAY_SECONDS)
    names = [snapshot.name for snapshot in pruned.snapshots]
    if options.json:
        sys.stdout.write(json.dumps({"snapshots": names, "segments": len(pruned.segments)}) + "\n")
    else:
        sys.stdout.write(f"{len(names)} snapshots and {len(pruned.segments)} segments of state were removed\n")
    return 0
