"""Tables that passed the gate become the next snapshot, with the record of the run that made them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from flows.published import read_table
from flows.records import (
    counts_of_run,
    leave_record,
    reasons_of_run,
    record_of,
    relations_of_run,
    runs_table,
)
from flows.report import render_report
from flows.run import Run, stage
from flows.shards import read_shards
from flows.stages.assemble import Tables
from flows.stages.read import Documents
from flows.stages.validate import Verdict
from flows.summary import Summary
from schemas.catalog import TABLES
from schemas.checks import CHECKS
from tasks.publish import WrittenFile, data_package, same_tables, share_state, write_table
from tasks.publish import publish as publish_snapshot


def publish(run: Run, documents: Documents, tables: Tables, verdict: Verdict) -> Summary:
    """Publish the tables, unless they equal the current ones; return the run's numbers."""
    n_rows = sum(entry.rows for files in tables.files.values() for entry in files)
    with stage(run, "publish", n_rows, total=1) as n_out:
        staged = {name: list(files) for name, files in tables.files.items()}
        if run.parent is not None and same_tables(run.parent.manifest(), staged):
            return conclude(run, documents, "no_news", tables, verdict)
        number = f"{run.warehouse.next_number():06d}"
        summary = summarise(run, documents, "published", number, tables, verdict)
        record = record_of(run, summary, number)
        files = {**tables.files, **record_files(run, runs_table(run, record), verdict.checks)}
        page = render_report(summary, verdict.checks)
        state = keep_documents(run, documents)
        package = data_package(number, files)
        publish_snapshot(run.warehouse, run.run_id, files, state, run.plan.fingerprints, package, page)
        n_out.append(n_rows)
    leave_record(run, record, page, verdict.checks, tables.files["rejects"])
    return summary


def conclude(
    run: Run, documents: Documents, result: str, tables: Tables | None = None, verdict: Verdict | None = None
) -> Summary:
    """Leave the record of a run that publishes nothing; return its numbers."""
    summary = summarise(run, documents, result, None, tables, verdict)
    checks = verdict.checks if verdict else CHECKS.arrow_schema().empty_table()
    rejects = tables.files["rejects"] if tables else ()
    leave_record(run, record_of(run, summary, None), render_report(summary, checks), checks, rejects)
    return summary


def record_files(run: Run, runs: pa.Table, checks: pa.Table) -> dict[str, tuple[WrittenFile, ...]]:
    """Write the tables that are about runs: all runs, and the checks of every run that published."""
    if run.parent is not None:
        checks = pa.concat_tables([read_table(run.parent, "checks"), checks])
    folder = run.staging / "tables"
    return {
        "runs": (write_table(runs, folder / "runs", "all"),),
        "checks": (write_table(checks, folder / "checks", "all"),),
    }


def keep_documents(run: Run, documents: Documents) -> tuple[Path, ...]:
    """Move this run's raw shards to the raw store; return all segments the snapshot depends on."""
    kept = tuple(share_state(run.warehouse, "raw", shard) for shard in documents.new)
    return documents.known + kept


def summarise(
    run: Run,
    documents: Documents,
    result: str,
    snapshot: str | None,
    tables: Tables | None,
    verdict: Verdict | None,
) -> Summary:
    """Count what came of the run."""
    counts, relations, reasons = {"n_kept": 0, "n_duplicate": 0, "n_rejected": 0}, {}, {}
    if tables is not None:
        counts = counts_of_run(run.run_id, rows_of(tables.files["sources"]))
        relations = relations_of_run(run.run_id, rows_of(tables.files["duplicates"]))
        reasons = reasons_of_run(run.run_id, rows_of(tables.files["rejects"]))
    files: Mapping[str, Sequence[WrittenFile]] = tables.files if tables else {}
    return Summary(
        run_id=run.run_id,
        result=result,
        warehouse=str(run.warehouse.path),
        snapshot=snapshot,
        n_read=documents.n_read,
        **counts,
        n_unchanged=documents.n_unchanged,
        n_skipped=documents.n_skipped,
        relations=relations,
        reasons=reasons,
        rows={table.name: sum(f.rows for f in files[table.name]) for table in TABLES if table.name in files},
        warnings=verdict.warnings if verdict else (),
        stages=tuple(run.meter.records),
        seconds=round((datetime.now(UTC) - run.started_at).total_seconds(), 3),
        peak_memory_bytes=run.meter.peak_memory_bytes,
    )


def rows_of(files: Sequence[WrittenFile]) -> pa.Table:
    """Return the rows of a staged table."""
    return read_shards([file.path for file in files])
