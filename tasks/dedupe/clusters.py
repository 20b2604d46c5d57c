"""Duplicates to clusters: for every kept article what was dropped for it, by whom and when it was printed."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schemas.clusters import CLUSTERS

FACTS = ("headline", "published_on", "publisher")


def gather_clusters(duplicates: pa.Table, documents: pa.Table) -> pa.Table:
    """Return CLUSTERS from rows of DUPLICATES and from `documents` (article_id, headline, published_on, publisher).

    `documents` needs the kept articles only. Of several with one id the first speaks: their bytes are the same.
    """
    dropped = duplicates.filter(duplicates["is_dropped"]).select(["kept_article_id", *FACTS])
    clusters: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in dropped.to_pylist():
        clusters[row.pop("kept_article_id")].append(row)
    kept = documents.filter(pc.is_in(documents["article_id"], pa.array(list(clusters), pa.string())))
    heads = {row.pop("article_id"): row for row in reversed(kept.select(["article_id", *FACTS]).to_pylist())}
    return CLUSTERS.from_rows([describe(name, [heads[name], *clusters[name]]) for name in sorted(clusters)])


def describe(kept_article_id: str, members: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the cluster's row."""
    days = known(members, "published_on")
    return {
        "kept_article_id": kept_article_id,
        "n_documents": len(members),
        "publishers": known(members, "publisher"),
        "first_published_on": days[0] if days else None,
        "last_published_on": days[-1] if days else None,
        "headline_variants": known(members, "headline"),
    }


def known(members: Iterable[dict[str, Any]], name: str) -> list[Any]:
    """Return the distinct known values of a fact, sorted."""
    return sorted({member[name] for member in members} - {None})
