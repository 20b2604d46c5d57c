"""One narrow row per document ever read: what deduplication, accounting and the ledger of sources need of it."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from schemas.failed_row import FailedRow

INDEX_COLUMNS = (
    "article_id",
    "source_uri",
    "source_record",
    "raw_sha256",
    "n_bytes",
    "headline",
    "published_on",
    "published_month",
    "published_at",
    "publisher",
    "domain",
    "agencies",
    "n_words",
    "language",
    "first_read_on",
    "run_id",
    "stage",
    "reason",
    "message",
    "raw_excerpt",
)


def one_row_per_document(index: pa.Table) -> pa.Table:
    """Return the rows of `index` without tries that gave way: a name that was read later, or tried more than once."""
    names = pd.DataFrame(
        {
            "uri": index.column("source_uri").to_pandas(),
            "record": index.column("source_record").to_pandas().astype("Int64").fillna(-1),
            "id": index.column("article_id").to_pandas(),
        }
    )
    unread = names["id"].isna()
    read_names = pd.MultiIndex.from_frame(names.loc[~unread, ["uri", "record"]])
    gave_way = unread & pd.MultiIndex.from_frame(names[["uri", "record"]]).isin(read_names)
    repeated = unread & names[unread].duplicated(["uri", "record"]).reindex(names.index, fill_value=False)
    return index.filter(pa.array(~(gave_way | repeated).to_numpy()))


def set_aside(index: pa.Table, failed: Sequence[FailedRow]) -> pa.Table:
    """Return `index` with the documents of failed articles rejected, and a column `check_name` that names the check."""
    articles = {row.row_id: row for row in failed if row.table_name == "articles"}
    ids = index.column("article_id").to_pylist()
    hit = np.array([article in articles for article in ids], dtype=bool)
    checks = pa.array([articles[article].check_name if article in articles else None for article in ids], pa.string())
    messages = pa.array([articles[article].message if article in articles else None for article in ids], pa.string())
    mask = pa.array(hit)
    replaced = {
        "stage": pa.scalar("validate"),
        "reason": pa.scalar("check_failed"),
        "message": messages,
    }
    for name, value in replaced.items():
        column = pc.if_else(mask, value, index.column(name))
        index = index.set_column(index.schema.get_field_index(name), name, column)
    return index.append_column("check_name", checks)
