"""Excerpts of duplicates that an earlier run has made of the same two bodies are kept with the index and taken from there.

A body is named by its article and by the shard that it was cleaned into, whose name says what it was cleaned with.
"""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run
from flows.shards import write_shard
from flows.stages.dedupe_index import FOLDER, file_name, rules
from tasks.dedupe import EXCERPTS

ENDING = ".excerpts"
BODIES = "bodies"  # names both bodies of a row


def read_excerpts(run: Run) -> pa.Table:
    """Return the excerpts that the parent snapshot is bound to, by the names of their bodies; none made by other rules."""
    begins = f"{FOLDER}/{rules(run)}"
    own = [path for place, path in run.kept.items() if place.startswith(begins) and place.endswith(ENDING)]
    return (
        pq.read_table(own[0]) if own else pa.schema([(name, pa.string()) for name in (BODIES, *EXCERPTS)]).empty_table()
    )


def write_excerpts(run: Run, bodies: pa.Array, duplicates: pa.Table) -> Path:
    """Write the excerpts of all rows for later runs."""
    table = duplicates.select(EXCERPTS).add_column(0, BODIES, bodies)
    target = run.staging / FOLDER / file_name(run, ENDING, *(name.encode() for name in sorted(bodies.to_pylist())))
    write_shard(table, target)
    return target


def names_of_bodies(articles: pa.Table, shards: Sequence[Path], duplicates: pa.Table) -> pa.Array:
    """Return for every row of `duplicates` what names its two bodies."""
    ids, names = articles.column("article_id").combine_chunks(), pa.array([shard.name for shard in shards], pa.string())
    sides = []
    for side in ("article_id", "kept_article_id"):
        values = duplicates.column(side).combine_chunks()
        sides += [values, names.take(articles.column("shard").take(pc.index_in(values, ids)).combine_chunks())]
    named: pa.Array = pc.binary_join_element_wise(*sides, " ")
    return named


def with_known(duplicates: pa.Table, bodies: pa.Array, known: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Return the rows whose excerpts are known, with them, and the other rows."""
    places = pc.index_in(bodies, known.column(BODIES).combine_chunks())
    is_known = pc.is_valid(places)
    found, rows = known.take(places.drop_null()), duplicates.filter(is_known)
    for name in EXCERPTS:
        number = rows.schema.get_field_index(name)
        rows = rows.set_column(number, rows.schema.field(name), found.column(name))
    return rows, duplicates.filter(pc.invert(is_known))
