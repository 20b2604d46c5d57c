"""`copydesk check`: is the published snapshot what its manifest and the contract say?"""

import argparse
import json
import sys
from dataclasses import asdict

from flows.commands.warehouse import published
from tasks.publish import verify

FAILED = 1


def run(options: argparse.Namespace) -> int:
    """Verify files, digests, schemas and state; print what is wrong."""
    snapshot = published(options)
    problems = verify(snapshot)
    if options.json:
        sys.stdout.write(json.dumps([asdict(problem) for problem in problems], default=str) + "\n")
    else:
        n_files = sum(len(entry.files) for entry in snapshot.manifest().tables.values())
        lines = [str(problem) for problem in problems] or [
            f"snapshot {snapshot.name}: {n_files:,} files are as published"
        ]
        sys.stdout.write("\n".join(lines) + "\n")
    return FAILED if problems else 0
