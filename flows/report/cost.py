"""What the run cost, and what it was made with: time and rate per stage, memory, versions, model."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds

from flows.report.markup import Markup, note, section, table
from flows.report.rows import batches
from flows.run import StageRecord
from flows.summary import MEBIBYTE, Summary


def cost(summary: Summary, runs: Sequence[Path]) -> Markup:
    """Return what the run cost and its versions."""
    total = note(
        f"{summary.seconds:,.1f} s in all, at most {summary.peak_memory_bytes / MEBIBYTE:,.0f} MiB of memory "
        "in all processes together (pages they share are counted once for each)."
    )
    return section("Cost and versions", stages(summary), total, made_with(summary.run_id, runs))


def stages(summary: Summary) -> Markup:
    """Return time and rate of every stage."""
    rows = [(s.stage, s.n_in, s.n_out, s.seconds, s.cpu_seconds, rate(s)) for s in summary.stages]
    headers = ("stage", "rows in", "rows out", "seconds", "processor seconds", "rows per second")
    return table("Time by stage", headers, rows)


def rate(record: StageRecord) -> float | None:
    """Return rows per second: those a stage took in, or gave out when it is the first and took in none."""
    n_rows = record.n_in or record.n_out
    return n_rows / record.seconds if n_rows and record.seconds else None


def made_with(run_id: str, runs: Sequence[Path]) -> Markup:
    """Return the versions this run was made with; a run that published nothing keeps them in its own record."""
    own = ds.field("run_id") == run_id
    columns = ("versions", "model", "started_at", "finished_at")
    record: dict[str, Any] | None = next((r for b in batches(runs, columns, own) for r in b.to_pylist()), None)
    if record is None:
        return note(f"The versions it ran with are in _runs/{run_id}/run.json.")
    rows = [*sorted(json.loads(record["versions"]).items()), ("model", record["model"] or "none")]
    rows += [(name.replace("_at", ""), f"{record[name]:%Y-%m-%d %H:%M:%S} UTC") for name in columns[2:] if record[name]]
    return table("Made with", ("", "version"), rows)
