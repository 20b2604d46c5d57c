"""What an earlier run made of a shard's articles, for those that read the same today: no article meets the model twice."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq


def earlier_folders(kept: Mapping[str, Path], files: tuple[str, ...]) -> dict[str, Path]:
    """Return the folders of earlier work by shard and maker (`<shard>.<fingerprint>`); one that lacks a file is left out.

    `kept` names files of work by their place, as `enrich/<shard>.<fingerprint>.<rows>/<file>`.
    """
    folders = sorted({path.parent for place, path in kept.items() if place.startswith("enrich/")})
    whole = (folder for folder in folders if all(f"enrich/{folder.name}/{file}" in kept for file in files))
    return {folder.name.rpartition(".")[0]: folder for folder in whole}


def reading_of(articles: pa.Table) -> pa.Table:
    """Return for every article a digest of all that enrichment reads of it (article_id, reading)."""
    digests = [hashlib.sha256(repr(list(row.values())).encode()).hexdigest() for row in articles.to_pylist()]
    return pa.table({"article_id": articles["article_id"], "reading": pa.array(digests, pa.string())})


def read_the_same(folder: Path | None, reading: pa.Table) -> pa.Array:
    """Return the ids of the articles that earlier work in `folder` read as they are today."""
    if folder is None:
        return pa.array([], pa.string())
    before = pq.read_table(folder / "reading.parquet")
    same = pc.is_in(joined(reading), value_set=joined(before).combine_chunks())
    return reading.filter(same)["article_id"].combine_chunks()


def joined(reading: pa.Table) -> pa.ChunkedArray:
    """Return id and digest as one text."""
    return pc.binary_join_element_wise(reading["article_id"], reading["reading"], " ")


def rows_about(articles: pa.Array, path: Path) -> pa.Table:
    """Return the rows of a file that are about these articles."""
    rows = pq.read_table(path)
    return rows.filter(pc.is_in(rows["article_id"], value_set=articles))
