"""Counts of a run and of its snapshot -> a frame of one row, and the promises across tables that it keeps or breaks."""

from dataclasses import dataclass

import pyarrow as pa

from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Promise, Suite, bounds

LEDGER = "ledger"


@dataclass(frozen=True)
class RunCounts:
    """What a run's sources held, and what became of it."""

    n_read: int
    n_kept: int
    n_duplicate: int
    n_rejected: int
    n_unchanged: int


@dataclass(frozen=True)
class SnapshotCounts:
    """What is to be published. `n_dropped`: rows of duplicates that drop a document; `n_rejected`: documents set aside
    and not released; `n_articles_before`: of the current snapshot, None when there is none.
    """

    n_sources: int
    n_articles: int
    n_dropped: int
    n_rejected: int
    n_articles_before: int | None = None


def ledger_frame(run: RunCounts, snapshot: SnapshotCounts) -> pa.Table:
    """Return the one row of the ledger."""
    n_new = run.n_kept + run.n_duplicate + run.n_rejected
    before = snapshot.n_articles_before
    row = {
        "ledger": LEDGER,
        "n_read": run.n_read,
        "n_accounted": n_new + run.n_unchanged,
        "n_sources": snapshot.n_sources,
        "n_documents": snapshot.n_articles + snapshot.n_dropped + snapshot.n_rejected,
        "rejected_share": run.n_rejected / n_new if n_new else None,
        "articles_ratio": snapshot.n_articles / before if before else None,
    }
    schema = pa.schema([(name, column_type(name)) for name in row])
    return pa.Table.from_pylist([row], schema=schema)


def column_type(name: str) -> pa.DataType:
    """Return the type of a ledger column, which its name tells."""
    if name.startswith("n_"):
        return pa.int64()
    return pa.string() if name == "ledger" else pa.float64()


def ledger_suite(settings: ValidateSettings) -> Suite:
    """Return the suite of the ledger."""
    return Suite(LEDGER, ledger_promises(settings), ("ledger",))


def ledger_promises(settings: ValidateSettings) -> tuple[Promise, ...]:
    """Return the promises across tables: everything read is accounted for, and the corpus did not suddenly change."""
    return (
        add_up("run_adds_up", "n_read", "n_accounted", "Read = kept + duplicate + rejected + unchanged."),
        add_up(
            "snapshot_adds_up",
            "n_sources",
            "n_documents",
            "Rows of sources = articles + dropped duplicates + documents rejected and not released.",
        ),
        warn(
            "few_rejected",
            "rejected_share",
            "The rejected share of the run's new documents",
            None,
            settings.max_rejected_share,
        ),
        warn(
            "articles_stay",
            "articles_ratio",
            "Articles per article of the last snapshot",
            settings.min_articles_ratio,
            None,
        ),
    )


def add_up(name: str, whole: str, parts: str, sentence: str) -> Promise:
    """Return the promise that two counts are equal."""
    return Promise(name, "equal", (whole, parts), whole, sentence, "critical", of_rows=False)


def warn(name: str, column: str, subject: str, low: float | None, high: float | None) -> Promise:
    """Return the promise that a measure stays within bounds, broken with a warning."""
    sentence = f"{subject}: {bounds(low, high)}."
    return Promise(name, "between", (column,), column, sentence, "warning", of_rows=False, low=low, high=high)
