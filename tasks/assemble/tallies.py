"""The account of every document: `sources` says what became of it, `rejects` why it was set aside."""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from schemas.failed_row import FailedRow
from schemas.rejects import REJECTS
from schemas.sources import SOURCES

NAME = ["source_uri", "source_record", "article_id"]
AS_KNOWN = ["headline", "publisher", "domain", "published_on"]


def sources_table(index: pa.Table, duplicates: pa.Table) -> pa.Table:
    """Return one row per document of `index` with its fate, as `duplicates` decided it."""
    documents = named(index)
    dropped = named(duplicates.filter(duplicates.column("is_dropped")))[["name", "kept_article_id"]]
    joined = documents.merge(dropped, on="name", how="left", validate="one_to_one")
    rejected, duplicate = joined["reason"].notna(), joined["kept_article_id"].notna()
    joined["fate"] = "kept"
    joined.loc[duplicate, "fate"] = "duplicate"
    joined.loc[rejected, "fate"] = "rejected"
    joined.loc[~duplicate & ~rejected, "kept_article_id"] = joined["article_id"]
    joined.loc[rejected, "kept_article_id"] = None
    return in_order(joined, SOURCES.arrow_schema())


def rejects_table(index: pa.Table, failed: Sequence[FailedRow], children: pa.Table) -> pa.Table:
    """Return one row per document set aside, and one per failed row of a child table.

    `children` (table_name, row_id, article_id) says to which article each failed row of mentions, quotes and figures belongs.
    """
    documents = named(index.filter(pc.is_valid(index.column("reason"))))
    failed_articles = documents["check_name"].notna()
    documents["table_name"] = None
    documents.loc[failed_articles, "table_name"] = "articles"
    documents["row_id"] = documents["article_id"].where(failed_articles, None)
    rows = [documents]
    if children.num_rows:
        checks = pd.DataFrame([vars(row) for row in failed if row.table_name != "articles"])
        kept = named(index.filter(pc.is_null(index.column("reason")))).drop_duplicates("article_id")
        found = children.to_pandas().merge(checks, on=["table_name", "row_id"])
        found = found.merge(kept[[*NAME, "run_id", *AS_KNOWN]], on="article_id")
        rows.append(found.assign(stage="validate", reason="check_failed", raw_excerpt=None))
    return in_order(pd.concat(rows, ignore_index=True).assign(released_run_id=None), REJECTS.arrow_schema())


def named(table: pa.Table) -> pd.DataFrame:
    """Return `table` in pandas with one column that is a document's whole name."""
    frame: pd.DataFrame = table.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get, date_as_object=True)
    record, article = frame["source_record"].astype("string").fillna(""), frame["article_id"].fillna("")
    frame["name"] = frame["source_uri"] + "\n" + record + "\n" + article
    return frame


def in_order(frame: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    """Return the columns of `schema` from `frame`, sorted by document and table."""
    order = [name for name in (*NAME, "table_name", "row_id") if name in schema.names]
    table = pa.Table.from_pandas(frame.reindex(columns=schema.names), schema=schema, preserve_index=False)
    return table.sort_by([(name, "ascending") for name in order]).replace_schema_metadata(schema.metadata)
