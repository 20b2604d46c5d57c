"""Sources now and in the last snapshot -> how this run's documents differ from those before, outlet by outlet.

A feed that broke, a date format that changed, a wall in place of articles: each shows in one outlet's shares long
before it shows in the whole corpus. All of it warns, none of it blocks: the news itself changes, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from tasks.validate.ledger import LEDGER
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Promise, Suite, bounds

if TYPE_CHECKING:  # pandas comes with `to_pandas`, in the one process that looks for drift
    import pandas as pd

ALL_OUTLETS = "all outlets"
UNKNOWN_OUTLET = "outlet unknown"
SHARES = ("undated", "duplicate", "rejected")
COLUMNS = ("publisher", "published_on", "fate", "run_id")


def drift_frame(now: pa.Table, before: pa.Table, run_id: str, settings: ValidateSettings) -> pa.Table:
    """Return one row per outlet and one for all; a measure is null where there are too few documents to tell.

    `now` and `before` are the columns publisher, published_on, fate, run_id of both snapshots' sources.
    """
    rows = per_document(now)
    new, old = totals(rows[rows["run_id"] == run_id]), totals(per_document(before))
    both = new.add_suffix("_new").join(old.add_suffix("_old"), how="outer").fillna(0).sort_index()
    enough = (both[["n_new", "n_old"]] >= settings.min_outlet_documents).all(axis=1)
    frame = both.index.to_frame(name="publisher")
    for share in SHARES:
        change = both[f"{share}_new"] / both["n_new"] - both[f"{share}_old"] / both["n_old"]
        frame[f"{share}_change"] = change.where(enough)
    frame["volume_ratio"] = volume_ratio(both["n_new"], both["n_old"], n_runs(before), settings)
    schema = pa.schema([("publisher", pa.string())] + [(name, pa.float64()) for name in frame.columns[1:]])
    return pa.Table.from_pandas(frame, schema=schema, preserve_index=False).replace_schema_metadata(None)


def per_document(sources: pa.Table) -> pd.DataFrame:
    """Return one row per document with what the shares are made of."""
    rows: pd.DataFrame = sources.select(COLUMNS).to_pandas()
    return rows.assign(
        publisher=rows["publisher"].fillna(UNKNOWN_OUTLET),
        n=1,
        undated=(rows["published_on"].isna() & (rows["fate"] != "rejected")).astype(int),
        duplicate=(rows["fate"] == "duplicate").astype(int),
        rejected=(rows["fate"] == "rejected").astype(int),
    )


def totals(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the counts of each outlet, and of all of them together."""
    counts = ["n", *SHARES]
    outlets = rows.groupby("publisher")[counts].sum()
    outlets.loc[ALL_OUTLETS] = rows[counts].sum()
    return outlets


def n_runs(before: pa.Table) -> int:
    """Return how many runs added to the last snapshot."""
    return len(before["run_id"].unique())


def volume_ratio(new: pd.Series, old: pd.Series, runs: int, settings: ValidateSettings) -> pd.Series:
    """Return new documents per mean of the earlier runs, null where there is no habit yet.

    When the whole run is small (one file tried by hand), that one row says so, and not each outlet that is absent.
    """
    if runs < settings.min_runs or new[ALL_OUTLETS] == 0:
        return new * float("nan")
    mean = old / runs
    ratio = (new / mean).where(mean >= settings.min_outlet_documents)
    if ratio[ALL_OUTLETS] < settings.min_volume_ratio:
        ratio = ratio.where(ratio.index == ALL_OUTLETS)
    return ratio


def drift_suite(settings: ValidateSettings) -> Suite:
    """Return the suite of the drift frame, whose rows are outlets."""
    return Suite(LEDGER, tuple(drift_promises(settings)), ("publisher",))


def drift_promises(settings: ValidateSettings) -> Iterator[Promise]:
    """Yield what is expected of each outlet; broken, it warns."""
    limits = (settings.max_undated_change, settings.max_duplicate_change, settings.max_rejected_change)
    for share, limit in zip(SHARES, limits, strict=True):
        words = f"Change of an outlet's {share} share since the last snapshot"
        yield drift(f"{share}_share_holds", f"{share}_change", words, -limit, limit)
    words = "An outlet's new documents per mean of earlier runs"
    yield drift("volume_holds", "volume_ratio", words, settings.min_volume_ratio, settings.max_volume_ratio)


def drift(name: str, column: str, subject: str, low: float, high: float) -> Promise:
    """Return the promise that a measure of every outlet stays within bounds."""
    return Promise(
        name, "between", (column,), column, f"{subject}: {bounds(low, high)}.", "warning", low=low, high=high
    )
