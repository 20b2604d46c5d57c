"""`copydesk rejects`: what was set aside, and why."""

import argparse
import json
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.commands.warehouse import opened, published
from flows.published import read_table
from tasks.publish import read_run


def run(options: argparse.Namespace) -> int:
    """Print the rejects of the current snapshot, or of one run."""
    rows = (published_rejects(options) if options.run is None else rejects_of_run(options)).to_pylist()
    if options.json:
        sys.stdout.writelines(json.dumps(row, default=str, ensure_ascii=False) + "\n" for row in rows)
        return 0
    for row in rows:
        record = "" if row["source_record"] is None else f"#{row['source_record']}"
        failed = f" {row['table_name']} {row['row_id']} {row['check_name']}" if row["table_name"] else ""
        sys.stdout.write(f"{row['reason']:<16} {row['source_uri']}{record}{failed}: {row['message']}\n")
    sys.stdout.write(f"{len(rows):,} set aside\n")
    return 0


def published_rejects(options: argparse.Namespace) -> pa.Table:
    """Return the rejects of the current snapshot."""
    return read_table(published(options), "rejects")


def rejects_of_run(options: argparse.Namespace) -> pa.Table:
    """Return what one run set aside, also when it published nothing."""
    warehouse = opened(options)
    read_run(warehouse, options.run)  # raises UnknownRun with the runs there are
    own = warehouse.runs / options.run / "rejects.parquet"
    if own.exists():
        return pq.read_table(own)
    rows = published_rejects(options)
    return rows.filter(pc.equal(rows.column("run_id"), options.run))
