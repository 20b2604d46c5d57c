"""Stage outputs become the tables of the contract: laid out by month, joined to identities, accounted for."""

from tasks.assemble.documents import INDEX_COLUMNS, one_row_per_document, set_aside
from tasks.assemble.former import FORMER_COLUMNS, NAMED_COLUMNS, former_entities, not_standing
from tasks.assemble.layout import assign_buckets, parts_of, split_by_part
from tasks.assemble.rows import finish_articles, finish_figures, finish_mentions, finish_quotes
from tasks.assemble.tallies import rejects_table, sources_table

__all__ = [
    "FORMER_COLUMNS",
    "INDEX_COLUMNS",
    "NAMED_COLUMNS",
    "assign_buckets",
    "finish_articles",
    "finish_figures",
    "finish_mentions",
    "finish_quotes",
    "former_entities",
    "not_standing",
    "one_row_per_document",
    "parts_of",
    "rejects_table",
    "set_aside",
    "sources_table",
    "split_by_part",
]
