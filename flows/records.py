"""The record of a run: a row of `runs`, and the folder `_runs/<run_id>/` that every run leaves, published or not."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run
from flows.shards import read_shards
from flows.stages.read import Documents
from flows.summary import Summary
from schemas.catalog import TABLES
from schemas.runs import RUNS
from tasks.enrich import model_identity
from tasks.publish import WrittenFile, runs, write_run

TIMES = ("started_at", "finished_at")


def summarise(
    run: Run,
    documents: Documents,
    files: Mapping[str, Sequence[WrittenFile]],
    result: str,
    snapshot: str | None,
    warnings: tuple[str, ...],
) -> Summary:
    """Count what came of the run; `files` are the tables it made, none when it made none."""
    counts = {"n_kept": 0, "n_duplicate": 0, "n_rejected": 0}
    relations: dict[str, int] = {}
    reasons: dict[str, int] = {}
    if files:
        sources, duplicates, rejects = (
            read_shards([file.path for file in files[name]]) for name in ("sources", "duplicates", "rejects")
        )
        counts = counts_of_run(run.run_id, sources)
        relations, reasons = relations_of_run(run.run_id, duplicates), reasons_of_run(run.run_id, rejects)
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
        rows=rows_of_tables(files),
        warnings=warnings,
        stages=tuple(run.meter.records),
        seconds=round((datetime.now(UTC) - run.started_at).total_seconds(), 3),
        peak_memory_bytes=run.meter.peak_memory_bytes,
    )


def rows_of_tables(files: Mapping[str, Sequence[WrittenFile]]) -> dict[str, int]:
    """Return the number of rows of every table that has files, in the order of the catalog."""
    return {table.name: sum(f.rows for f in files[table.name]) for table in TABLES if table.name in files}


def record_of(run: Run, summary: Summary, snapshot: str | None) -> dict[str, Any]:
    """Return the run as a row of `runs`, its instants as ISO text."""
    model, model_sha256 = model_identity(run.settings.enrich.model)
    parameters = {
        "sources": list(run.plan.sources),
        "to": str(run.settings.to),
        "workers": run.settings.workers,
        "runner": run.settings.runner,
        "model": run.settings.enrich.model,
        "full": run.settings.full,
    }
    return {
        "run_id": run.run_id,
        "flow_run_id": run.flow_run_id,
        "trigger": run.trigger,
        "started_at": run.started_at.isoformat(),
        "finished_at": datetime.now(UTC).isoformat(),
        "result": summary.result,
        "snapshot": snapshot,
        "parent_snapshot": run.parent.name if run.parent else None,
        "parameters": json.dumps(parameters, sort_keys=True),
        "settings_sha256": run.plan.settings_sha256,
        "versions": json.dumps(run.plan.versions, sort_keys=True),
        "model": model,
        "model_sha256": model_sha256,
        "n_read": summary.n_read,
        "n_kept": summary.n_kept,
        "n_duplicate": summary.n_duplicate,
        "n_rejected": summary.n_rejected,
        "n_unchanged": summary.n_unchanged,
        "stages": [asdict(record) for record in summary.stages],
        "seconds": summary.seconds,
        "peak_memory_bytes": summary.peak_memory_bytes,
    }


def runs_table(run: Run, record: Mapping[str, Any]) -> pa.Table:
    """Return one row per run that left a record, and one for this run."""
    earlier = [known for known in runs(run.warehouse) if known["run_id"] != run.run_id]
    rows = [
        {**known, **{name: known[name] and datetime.fromisoformat(known[name]) for name in TIMES}}
        for known in (*earlier, record)
    ]
    return RUNS.from_rows([{name: row.get(name) for name in RUNS.arrow_schema().names} for row in rows])


def leave_record(
    run: Run, record: Mapping[str, Any], page: str, checks: pa.Table | None, rejects: Sequence[WrittenFile]
) -> None:
    """Write the run's folder: record, page, checks and the rejects of this run."""
    folder = write_run(run.warehouse, run.run_id, record).parent
    (folder / "report.html").write_text(page, encoding="utf-8")
    if checks is not None:
        pq.write_table(checks, folder / "checks.parquet")
    if rejects:
        rows = pa.concat_tables([pq.read_table(file.path) for file in rejects])
        pq.write_table(rows.filter(pc.equal(rows.column("run_id"), run.run_id)), folder / "rejects.parquet")


def counts_of_run(run_id: str, sources: pa.Table) -> dict[str, int]:
    """Return how many documents this run read first were kept, dropped as duplicates and rejected."""
    own = sources.filter(pc.equal(sources.column("run_id"), run_id))
    fates = Counter(own.column("fate").to_pylist())
    return {"n_kept": fates["kept"], "n_duplicate": fates["duplicate"], "n_rejected": fates["rejected"]}


def relations_of_run(run_id: str, duplicates: pa.Table) -> dict[str, int]:
    """Return the dropped documents of this run by relation."""
    own = duplicates.filter(pc.and_(pc.equal(duplicates.column("run_id"), run_id), duplicates.column("is_dropped")))
    return dict(Counter(own.column("relation").to_pylist()))


def reasons_of_run(run_id: str, rejects: pa.Table) -> dict[str, int]:
    """Return the rejected documents of this run by reason; failed rows of other tables are not documents."""
    own = rejects.filter(pc.equal(rejects.column("run_id"), run_id))
    whole = own.filter(
        pc.or_kleene(pc.is_null(own.column("table_name")), pc.equal(own.column("table_name"), "articles"))
    )
    return dict(Counter(whole.column("reason").to_pylist()))
