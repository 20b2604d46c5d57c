"""Tables that passed the gate become the next snapshot, with the record of the run that made them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from flows.kept import keep_work
from flows.published import read_table
from flows.records import leave_record, record_of, rows_of_tables, runs_table, summarise
from flows.report import render_report
from flows.run import Run, stage
from flows.stages.assemble import Tables
from flows.stages.read import Documents
from flows.stages.validate import Verdict
from flows.summary import Summary
from schemas.checks import CHECKS
from tasks.publish import WrittenFile, data_package, same_tables, write_table
from tasks.publish import publish as publish_snapshot


def publish(run: Run, documents: Documents, tables: Tables, verdict: Verdict) -> Summary:
    """Publish the tables, unless they equal the current ones; return the run's numbers."""
    n_rows = sum(entry.rows for files in tables.files.values() for entry in files)
    with stage(run, "publish", n_rows, total=1) as n_out:
        staged = {name: list(files) for name, files in tables.files.items()}
        if run.parent is not None and same_tables(run.parent.manifest(), staged):
            return conclude(run, documents, "no_news", tables, verdict)
        number = f"{run.warehouse.next_number():06d}"
        summary = summarise(run, documents, tables.files, "published", number, verdict.warnings)
        record = record_of(run, summary, number)
        files = {**tables.files, **record_files(run, runs_table(run, record), verdict.checks)}
        summary = replace(summary, rows=rows_of_tables(files))
        page = render_report(summary, verdict.checks, paths_of(files, tables), run.settings.dedupe.large_cluster)
        state = keep_work(run.warehouse, run.staging, (*documents.shards, *tables.work, *verdict.proven))
        package = data_package(number, files)
        publish_snapshot(run.warehouse, run.run_id, files, state, run.plan.fingerprints, package, page)
        n_out.append(n_rows)
    leave_record(run, record, page, verdict.checks, tables.files["rejects"])
    return summary


def conclude(
    run: Run, documents: Documents, result: str, tables: Tables | None = None, verdict: Verdict | None = None
) -> Summary:
    """Leave the record of a run that publishes nothing; return its numbers."""
    files = tables.files if tables else {}
    summary = summarise(run, documents, files, result, None, verdict.warnings if verdict else ())
    checks = verdict.checks if verdict else CHECKS.arrow_schema().empty_table()
    page = render_report(summary, checks, paths_of(files, tables), run.settings.dedupe.large_cluster)
    leave_record(run, record_of(run, summary, None), page, checks, files.get("rejects", ()))
    return summary


def paths_of(files: Mapping[str, Sequence[WrittenFile]], tables: Tables | None) -> dict[str, list[Path]]:
    """Return the paths of the files of every table, and of what only the page shows."""
    paths = {name: [file.path for file in written] for name, written in files.items()}
    shown = {"could_be_same": [tables.could_be_same], "least_alike": [tables.least_alike]} if tables else {}
    return paths | shown


def break_off(run: Run, error: BaseException) -> None:
    """Leave the record of a run that did not come to its end; its work stays for the run that takes it over."""
    is_cancelled = isinstance(error, KeyboardInterrupt | SystemExit) or type(error).__name__ == "TerminationSignal"
    conclude(run, Documents((), (), 0, 0, 0), "cancelled" if is_cancelled else "broken")


def record_files(run: Run, runs: pa.Table, checks: pa.Table) -> dict[str, tuple[WrittenFile, ...]]:
    """Write the tables that are about runs: all runs, and the checks of every run that published."""
    if run.parent is not None:
        checks = pa.concat_tables([read_table(run.parent, "checks"), checks])
    folder = run.staging / "tables"
    return {
        "runs": (write_table(runs, folder / "runs", "all"),),
        "checks": (write_table(checks, folder / "checks", "all"),),
    }
