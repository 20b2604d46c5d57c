"""The numbers of a run in one value: what the terminal, the Prefect artifact and the report show."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.run import StageRecord

MEBIBYTE = 2**20


@dataclass(frozen=True)
class Summary:
    """What came of a run. Counts are documents of this run, `rows` are the rows of every table of the snapshot."""

    run_id: str
    result: str
    warehouse: str
    snapshot: str | None
    n_read: int
    n_kept: int
    n_duplicate: int
    n_rejected: int
    n_unchanged: int
    n_skipped: int
    relations: Mapping[str, int]
    reasons: Mapping[str, int]
    rows: Mapping[str, int]
    warnings: tuple[str, ...]
    stages: tuple[StageRecord, ...]
    seconds: float
    peak_memory_bytes: int


def numbers(summary: Summary) -> list[tuple[str, str]]:
    """Return label and value of every number, in reading order."""
    counts = [
        ("documents read", f"{summary.n_read:,}"),
        ("kept", f"{summary.n_kept:,}"),
        ("duplicates", with_parts(summary.n_duplicate, summary.relations)),
        ("rejected", with_parts(summary.n_rejected, summary.reasons)),
        ("unchanged", f"{summary.n_unchanged:,}"),
    ]
    if summary.n_skipped:
        counts.append(("skipped files", f"{summary.n_skipped:,}"))
    counts += [(f"rows of {table}", f"{rows:,}") for table, rows in summary.rows.items()]
    counts.append(("warnings", ", ".join(summary.warnings) or "none"))
    counts.append(("wall time", f"{summary.seconds:,.1f} s"))
    counts.append(("peak memory", f"{summary.peak_memory_bytes / MEBIBYTE:,.0f} MiB"))
    return counts


def with_parts(total: int, parts: Mapping[str, int]) -> str:
    """Return a total with what it is made of, the largest part first."""
    listed = ", ".join(f"{name} {n:,}" for name, n in sorted(parts.items(), key=lambda item: (-item[1], item[0])))
    return f"{total:,} ({listed})" if listed else f"{total:,}"


def as_markdown(summary: Summary) -> str:
    """Return the numbers as Markdown, for an artifact."""
    title = f"{summary.result}: snapshot {summary.snapshot}" if summary.snapshot else summary.result
    lines = [f"# {title}", "", f"Run `{summary.run_id}`", "", "| | |", "|---|---|"]
    lines += [f"| {label} | {value} |" for label, value in numbers(summary)]
    lines += ["", "| stage | in | out | seconds | processor seconds |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {s.stage} | {s.n_in:,} | {s.n_out:,} | {s.seconds:,.1f} | {s.cpu_seconds:,.1f} |" for s in summary.stages
    ]
    return "\n".join(lines) + "\n"
