"""Count the names of one shard by identity: all that linking needs to know, without one row a mention.

An article stands in one shard only, so counts of shards add up. A group of identities may share articles: they are kept as
numbers that follow from their ids, whatever the shard, and counted once when the group is known.
"""

import hashlib
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

FORM: Final = pa.struct(
    [
        pa.field("full_name", pa.string()),
        pa.field("surface", pa.string()),
        pa.field("link_method", pa.string()),
        pa.field("n_mentions", pa.int64()),
        pa.field("article_id", pa.string()),  # the alphabetically first of its articles
    ]
)
ROLE: Final = pa.struct([pa.field("role", pa.string()), pa.field("n_mentions", pa.int64())])
TALLIES: Final = pa.schema(
    [
        pa.field("identity", pa.string(), False),
        pa.field("first_on", pa.date32()),
        pa.field("last_on", pa.date32()),
        pa.field("forms", pa.list_(FORM), False),
        pa.field("roles", pa.list_(ROLE), False),
        pa.field("articles", pa.list_(pa.int64()), False),  # their numbers
    ]
)
Codes = npt.NDArray[np.int32]


def tally_names(mentions: pa.Table) -> pa.Table:
    """Return one row an identity of the shard (`TALLIES`), sorted; mentions without identity do not count."""
    named = mentions.filter(pc.is_valid(mentions["identity"]))
    if named.num_rows == 0:
        return TALLIES.empty_table()
    days = named.group_by("identity").aggregate([("published_on", "min"), ("published_on", "max")]).sort_by("identity")
    identities = days["identity"].combine_chunks()
    numbered = named.select(["identity"]).append_column("article", article_numbers(named["article_id"]))
    columns = {
        "identity": identities,
        "first_on": days["published_on_min"],
        "last_on": days["published_on_max"],
        "forms": nested(identities, forms_of(named), FORM),
        "roles": nested(identities, roles_of(named), ROLE),
        "articles": nested(identities, numbered.group_by(["identity", "article"]).aggregate([]), pa.int64()),
    }
    return pa.table(columns, schema=TALLIES)


def forms_of(named: pa.Table) -> pa.Table:
    """Return each distinct printing of each identity, how often, and the first article that has it."""
    keys = ["identity", "full_name", "surface", "link_method"]
    return named.group_by(keys).aggregate([("article_id", "count"), ("article_id", "min")])


def roles_of(named: pa.Table) -> pa.Table:
    """Return how often each identity is printed with each role."""
    with_role = named.filter(pc.is_valid(named["role"]))
    return with_role.group_by(["identity", "role"]).aggregate([("role", "count")])


def nested(identities: pa.Array, rows: pa.Table, kind: pa.DataType) -> pa.ListArray:
    """Return for each identity the list of its rows, sorted; their first column names the identity."""
    rows = rows.sort_by([(name, "ascending") for name in rows.column_names])
    owners = pc.index_in(rows["identity"], value_set=identities).to_numpy()
    ends = np.cumsum(np.bincount(owners, minlength=len(identities)))
    offsets = pa.array(np.concatenate([[0], ends]), pa.int32())
    parts = [rows[name].combine_chunks() for name in rows.column_names[1:]]
    if not pa.types.is_struct(kind):
        return pa.ListArray.from_arrays(offsets, parts[0].cast(kind))
    fields = [kind.field(number) for number in range(kind.num_fields)]
    values = pa.StructArray.from_arrays([p.cast(f.type) for p, f in zip(parts, fields, strict=True)], fields=fields)
    return pa.ListArray.from_arrays(offsets, values)


def article_numbers(ids: pa.ChunkedArray) -> pa.Array:
    """Return the number of each article: 63 bits that follow from its id, so that two of a corpus do not share one."""
    encoded = ids.combine_chunks().dictionary_encode()
    digests = (hashlib.sha256(one.encode()).digest() for one in encoded.dictionary.to_pylist())
    numbers = [int.from_bytes(digest[:8]) >> 1 for digest in digests]
    return pa.array(numbers, pa.int64()).take(encoded.indices)
