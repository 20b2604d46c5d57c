"""Entities of the parent snapshot that stand no more -> rows that say what each is now, so that a kept id still leads somewhere."""

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from schemas.entities import ENTITIES

FORMER_COLUMNS = ("entity_id", "name", "type", "same_as")
NAMED_COLUMNS = ("article_id", "surface", "entity_id")


def not_standing(before: pa.Table, standing: pa.Array) -> pa.Table:
    """Return the rows of `before` (FORMER_COLUMNS) whose id is not among the `standing` ones."""
    return before.filter(pc.invert(pc.is_in(before["entity_id"], value_set=standing)))


def former_entities(lost: pa.Table, told: pa.Table, now: pa.Table, standing: pa.Array) -> pa.Table:
    """Return a row of ENTITIES with `same_as` for every id of `lost` (FORMER_COLUMNS) that has an heir among the standing ones.

    `told` and `now` (NAMED_COLUMNS) are the mentions of lost ids as the parent snapshot has them, and those of the same
    articles as they are named now. An id whose names are all gone has no heir, and is left out: nothing is known of it.
    """
    heirs = heirs_of(told, now)
    stands = set(standing.to_pylist())
    rows = []
    for row in lost.to_pylist():
        before = row["same_as"] or row["entity_id"]
        heir = before if before in stands else heirs.get(before)
        if heir is not None:
            rows.append({**row, "same_as": heir, "aliases": [], "roles": [], "n_articles": 0, "n_mentions": 0})
    return pa.Table.from_pylist(rows, ENTITIES.arrow_schema()).sort_by("entity_id")


def heirs_of(told: pa.Table, now: pa.Table) -> dict[str, str]:
    """Return for every id told before the one that has most of its names now, in the same articles in the same spelling."""
    counted = [
        table.select(NAMED_COLUMNS).to_pandas().value_counts().rename(name).reset_index()
        for name, table in (("n_before", told), ("n_now", now))
    ]
    both = counted[0].merge(counted[1], on=["article_id", "surface"], suffixes=("", "_now"))
    both["n"] = both[["n_before", "n_now"]].min(axis=1)
    shared = both.groupby(["entity_id", "entity_id_now"], as_index=False)["n"].sum()
    shared = shared.sort_values(["entity_id", "n", "entity_id_now"], ascending=[True, False, True])
    first: pd.DataFrame = shared.drop_duplicates("entity_id")
    return dict(zip(first["entity_id"], first["entity_id_now"], strict=True))
