"""What was found to be a copy: duplicates by relation, the texts that were printed most often, and some pairs."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow.dataset as ds

from flows.report.markup import Markup, listing, note, section, shortened, table
from flows.report.pairs import side_by_side
from flows.report.rows import count_rows, count_values, largest, values_of
from flows.summary import Summary
from schemas.duplicates import RELATIONS

N_CLUSTERS = 10
HEADLINE_CHARS = 120
N_PUBLISHERS = 6  # more names than fit beside a headline say no more than their number does


def copies(
    summary: Summary,
    duplicates: Sequence[Path],
    clusters: Sequence[Path],
    articles: Sequence[Path],
    large_cluster: int,
    least_alike: Sequence[Path],
) -> Markup:
    """Return duplicates by relation, the largest clusters, those of more than `large_cluster` documents, and some pairs."""
    doubtful = count_rows(clusters, ds.field("n_documents") > large_cluster)
    doubt = f"Clusters of more than {large_cluster} documents: {doubtful:,}. A wall or a template may be behind them."
    return section(
        "Duplicates",
        by_relation(summary, duplicates),
        largest_clusters(clusters, articles),
        *([note(doubt)] if doubtful else []),
        *side_by_side(least_alike),
    )


def by_relation(summary: Summary, duplicates: Sequence[Path]) -> Markup:
    """Return how many documents were dropped or linked, by relation, in the order in which relations are tried."""
    dropped = count_values(duplicates, "relation", ds.field("is_dropped"))
    linked = count_values(duplicates, "relation", ~ds.field("is_dropped"))
    rows = [
        (name, summary.relations.get(name, 0), dropped[name], linked[name])
        for name in RELATIONS
        if dropped[name] or linked[name]
    ]
    return table(
        "Documents by their relation to a kept article: dropped as copies, or linked and kept",
        ("relation", "dropped in this run", "dropped in all", "linked in all"),
        rows,
    )


def largest_clusters(clusters: Sequence[Path], articles: Sequence[Path]) -> Markup:
    """Return the kept articles with most copies."""
    found = largest(clusters, "kept_article_id", "n_documents", ["publishers"], N_CLUSTERS)
    headlines = values_of(articles, "article_id", [row["kept_article_id"] for row in found], "headline")
    rows = [
        (
            row["n_documents"],
            shortened(headlines.get(row["kept_article_id"]), HEADLINE_CHARS),
            some_of(row["publishers"]),
            row["kept_article_id"],
        )
        for row in found
    ]
    return listing(
        "Articles with most copies, the kept one included",
        ("documents", "headline", "publishers", "article_id"),
        rows,
        count_rows(clusters),
    )


def some_of(names: Sequence[str]) -> str | None:
    """Return the first names of a list and how many follow."""
    shown = ", ".join(names[:N_PUBLISHERS])
    left_out = len(names) - N_PUBLISHERS
    return (f"{shown} and {left_out:,} more" if left_out > 0 else shown) or None
