"""Of the copies that a run drops those least like what is kept for them, with both bodies: its page shows them side by side."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from flows.run import Run
from flows.shards import write_shard
from flows.stages.bodies import Bodies, places_of
from flows.stages.clean import Cleaned

N_SHOWN = 5  # a screen each
SIDES = {"article_id": "body", "kept_article_id": "kept_body"}
SHOWN = ["article_id", "kept_article_id", "headline", "relation", "rule", "jaccard", "containment"]


def write_least_alike(run: Run, cleaned: Cleaned, articles: pa.Table, duplicates: pa.Table) -> Path:
    """Write the rows of this run's least alike copies, and their bodies."""
    rows = least_alike(duplicates.filter(pc.equal(duplicates.column("run_id"), run.run_id)))
    folder = run.staging / "least_alike"
    write_shard(places_of(articles, rows, *SIDES), folder / "places.parquet")
    bodies = Bodies(folder / "places.parquet", cleaned.shards).read()
    for side, name in SIDES.items():
        places = pc.index_in(rows.column(side), bodies.column("article_id").combine_chunks())
        rows = rows.append_column(name, bodies.column("body").take(places))
    write_shard(rows, folder / "rows.parquet")
    return folder / "rows.parquet"


def least_alike(duplicates: pa.Table) -> pa.Table:
    """Return the dropped copies of which the least was found in the kept article, in order."""
    measures = [duplicates.column(name) for name in ("jaccard", "containment")]
    likeness = pc.max_element_wise(*measures)
    is_asked = pc.and_(duplicates.column("is_dropped"), pc.fill_null(pc.less(likeness, 1.0), False))
    found = duplicates.select(SHOWN).append_column("likeness", likeness).filter(is_asked)
    by = [(name, "ascending") for name in ("likeness", "article_id", "kept_article_id")]
    order = pc.sort_indices(found, sort_keys=by).to_numpy()[:N_SHOWN]
    return found.take(np.asarray(order)).select(SHOWN)
