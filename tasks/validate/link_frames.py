"""Duplicates, clusters, sources and entities, with the keys they name -> their gate frames."""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from schemas.clusters import CLUSTERS
from schemas.duplicates import DUPLICATES
from schemas.entities import ENTITIES
from schemas.sources import SOURCES
from tasks.validate.narrow import narrow
from tasks.validate.span_frames import is_known


def duplicate_frame(duplicates: pa.Table, articles: pa.Table) -> pa.Table:
    """Return the gate frame of all duplicates; `articles` (source_uri, source_record, article_id) of all articles."""
    ids = articles["article_id"].combine_chunks()
    is_article = is_known(duplicates["article_id"], ids)
    dropped = pc.fill_null(duplicates["is_dropped"], False)
    rules = {
        "kept_article_exists": is_known(duplicates["kept_article_id"], ids),
        "dropped_once": pc.or_(pc.invert(dropped), dropped_once(duplicates, articles, dropped, is_article)),
        "linked_article_exists": pc.or_(dropped, is_article),
    }
    return narrow(duplicates, DUPLICATES, rules)


def dropped_once(
    duplicates: pa.Table, articles: pa.Table, dropped: pa.ChunkedArray, is_article: pa.ChunkedArray
) -> pa.ChunkedArray:
    """Tell which documents are dropped by this row alone and are not in articles themselves.

    The same bytes under another name have the id of the article kept for them, so ids alone do not decide.
    """
    documents = document_keys(duplicates)
    counts = pc.value_counts(documents.filter(dropped))
    several = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    own_copy = pc.equal(duplicates["article_id"], duplicates["kept_article_id"])
    stands = pc.or_(pc.is_in(documents, value_set=document_keys(articles)), pc.and_not(is_article, own_copy))
    return pc.and_not(pc.invert(stands), pc.is_in(documents, value_set=several))


def document_keys(rows: pa.Table) -> pa.Array:
    """Return one text per row that two rows share only if they name the same document."""
    record = pc.fill_null(pc.cast(rows["source_record"], pa.string()), "-")
    parts = pc.binary_join_element_wise(rows["article_id"], record, rows["source_uri"], " ", null_handling="replace")
    return parts.combine_chunks()


def cluster_frame(clusters: pa.Table, article_ids: pa.Array) -> pa.Table:
    """Return the gate frame of clusters."""
    return narrow(clusters, CLUSTERS, {"kept_article_exists": is_known(clusters["kept_article_id"], article_ids)})


def source_frame(sources: pa.Table, article_ids: pa.Array) -> pa.Table:
    """Return the gate frame of sources."""
    rejected = pc.fill_null(pc.equal(sources["fate"], "rejected"), False)
    kept = sources["kept_article_id"]
    exists = pc.if_else(rejected, kept.is_null(), is_known(kept, article_ids))
    return narrow(sources, SOURCES, {"kept_article_exists": exists})


def entity_frame(entities: pa.Table, mentioned: Iterable[pa.ChunkedArray]) -> pa.Table:
    """Return the gate frame of entities; `mentioned` is the column entity_id of all mentions, a part at a time."""
    counts = times_mentioned(mentioned)
    place = pc.index_in(entities["entity_id"], counts["values"].combine_chunks())
    counted = pc.fill_null(counts["counts_sum"].take(place), 0)
    adds_up = pc.fill_null(pc.equal(entities["n_mentions"], counted), False)
    return narrow(entities, ENTITIES, {"mentions_add_up": adds_up})


def times_mentioned(mentioned: Iterable[pa.ChunkedArray]) -> pa.Table:
    """Return how often each id occurs (values, counts_sum)."""
    parts = [pa.Table.from_struct_array(pc.value_counts(ids.drop_null())) for ids in mentioned]
    if not parts:
        return pa.table({"values": pa.array([], pa.string()), "counts_sum": pa.array([], pa.int64())})
    return pa.concat_tables(parts).group_by("values").aggregate([("counts", "sum")])


def as_keys(column: pa.ChunkedArray) -> pa.Array:
    """Return a key column as one array of its different values, fit to be looked up."""
    return pc.unique(column.drop_null())
