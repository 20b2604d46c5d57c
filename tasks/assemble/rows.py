"""Rows of one bucket take their final form: the contract's columns, identities resolved, sorted by day and id."""

import pyarrow as pa
import pyarrow.compute as pc

from schemas.articles import ARTICLES, FLAGS
from schemas.figures import FIGURES
from schemas.mentions import MENTIONS
from schemas.quotes import QUOTES
from schemas.table import Table


def finish_articles(cleaned: pa.Table, flagged: pa.Table) -> pa.Table:
    """Return kept articles of a cleaned shard with the flags that enrichment found (article_id, flag) added."""
    added: dict[str, set[str]] = {}
    for row in flagged.to_pylist():
        added.setdefault(row["article_id"], set()).add(row["flag"])
    ids = cleaned.column("article_id").to_pylist()
    lists = [
        in_contract_order(set(flags) | added.get(article, set()))
        for article, flags in zip(ids, cleaned.column("flags").to_pylist(), strict=True)
    ]
    position = cleaned.schema.get_field_index("flags")
    return finished(cleaned.set_column(position, "flags", pa.array(lists, pa.list_(pa.string()))), ARTICLES)


def in_contract_order(flags: set[str]) -> list[str]:
    """Return flags in the order of the contract, so that equal articles have equal rows."""
    return sorted(flags, key=lambda flag: FLAGS.index(flag) if flag in FLAGS else len(FLAGS))


def finish_mentions(local: pa.Table, identities: pa.Table, gone: pa.Array) -> pa.Table:
    """Return mentions with their entity; a quote whose id is in `gone` is named no more."""
    return finished(forget(resolve(local, identities, entity_id="identity"), gone, "quote_id"), MENTIONS)


def finish_quotes(local: pa.Table, identities: pa.Table) -> pa.Table:
    """Return quotes with their speaker's entity."""
    return finished(resolve(local, identities, speaker_entity_id="speaker_identity"), QUOTES)


def finish_figures(local: pa.Table, identities: pa.Table, gone: pa.Array) -> pa.Table:
    """Return figures with the entities of place and source; what is in `gone` is named no more."""
    joined = resolve(local, identities, place_entity_id="place_identity", attributed_entity_id="attributed_identity")
    return finished(forget(joined, gone, "quote_id", "subset_of"), FIGURES)


def resolve(local: pa.Table, identities: pa.Table, **columns: str) -> pa.Table:
    """Fill each entity column from the identity column it is paired with, by the (identity, entity_id) table."""
    known, entity_ids = identities.column("identity").combine_chunks(), identities.column("entity_id").combine_chunks()
    for column, identity in columns.items():
        found = entity_ids.take(pc.index_in(local.column(identity).combine_chunks(), known))
        local = local.set_column(local.schema.get_field_index(column), column, found)
    return local


def forget(rows: pa.Table, gone: pa.Array, *columns: str) -> pa.Table:
    """Set references to rows that were set aside to null."""
    for column in columns:
        values = rows.column(column)
        kept = pc.if_else(pc.is_in(values, gone), pa.scalar(None, pa.string()), values)
        rows = rows.set_column(rows.schema.get_field_index(column), column, kept)
    return rows


def finished(rows: pa.Table, table: Table) -> pa.Table:
    """Return `rows` with exactly the columns of `table`, sorted by day (undated last) and id or place in the text."""
    order = ["published_on", "article_id"]
    order += [
        name for name in ("field", "field_index", "start_char", "end_char", "measure") if name in rows.column_names
    ]
    ordered = rows.sort_by([(name, "ascending") for name in order])
    return ordered.select([field.name for field in table.fields]).cast(table.arrow_schema())
