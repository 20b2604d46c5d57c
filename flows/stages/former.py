"""What became of the parent snapshot's entities that stand no more."""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from flows.published import read_table, table_files
from flows.run import Run
from flows.stages.enrich import Names
from schemas.entities import ENTITIES
from schemas.work import LOCAL_MENTIONS
from tasks.assemble import FORMER_COLUMNS, NAMED_COLUMNS, former_entities, not_standing


def former(run: Run, names: Names) -> pa.Table:
    """Return a row of ENTITIES for every id of the parent snapshot that no longer stands and has an heir."""
    if run.parent is None:
        return ENTITIES.arrow_schema().empty_table()
    standing = pq.read_table(names.entities, columns=["entity_id"])["entity_id"].combine_chunks()
    lost = not_standing(read_table(run.parent, "entities", FORMER_COLUMNS), standing)
    ids = pc.unique(
        pc.coalesce(lost["same_as"], lost["entity_id"])
    )  # one that was lost before counts as what it became
    ids = ids.filter(pc.invert(pc.is_in(ids, value_set=standing)))
    mentions = ds.dataset(list(table_files(run.parent, "mentions")))
    told = mentions.to_table(list(NAMED_COLUMNS), filter=ds.field("entity_id").isin(ids))
    return former_entities(lost, told, named_now(names, pc.unique(told["article_id"])), standing)


def named_now(names: Names, articles: pa.Array) -> pa.Table:
    """Return the names of these articles with the entities that they became (NAMED_COLUMNS)."""
    columns = ["article_id", "surface", "identity"]
    found = [LOCAL_MENTIONS.arrow_schema().empty_table().select(columns)]
    for folder in names.folders if len(articles) else ():
        rows = pq.read_table(folder / "mentions.parquet", columns=columns)
        found.append(rows.filter(pc.is_in(rows["article_id"], value_set=articles)))
    rows, identities = pa.concat_tables(found), pq.read_table(names.identities)
    place = pc.index_in(rows["identity"], value_set=identities["identity"].combine_chunks())
    return rows.append_column("entity_id", identities["entity_id"].take(place))
