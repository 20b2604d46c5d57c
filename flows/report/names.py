"""Who and what the articles speak of: the people, organisations and places named in most of them."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow.dataset as ds

from flows.report.markup import Markup, listing, section
from flows.report.rows import batches, count_rows, largest

N_NAMES = 10
N_DOUBTS = 30
KINDS = (("PERSON", "People"), ("ORG", "Organisations"), ("PLACE", "Places"))


def names(entities: Sequence[Path], could_be_same: Sequence[Path]) -> Markup:
    """Return the most mentioned identities of each kind, and the pairs of which a reader should say whether they are one."""
    listed = [most_named(entities, kind, label) for kind, label in KINDS]
    return section("Names", *listed, *([doubts(could_be_same)] if could_be_same else []))


def doubts(could_be_same: Sequence[Path]) -> Markup:
    """Return the pairs of identities that some rule finds alike and did not join."""
    columns = ["name", "other_name", "reason", "score", "entity_id", "other_entity_id"]
    found = [row for batch in batches(could_be_same, columns) for row in batch.to_pylist()]
    return listing(
        "Could be the same: entities.toml can say so, or that they are different",
        ("name", "other name", "alike by", "score", "entity_id", "other entity_id"),
        [tuple(row[name] for name in columns) for row in found[:N_DOUBTS]],
        len(found),
    )


def most_named(entities: Sequence[Path], kind: str, label: str) -> Markup:
    """Return the identities of one kind that most articles mention; those merged into others are left out."""
    standing = (ds.field("type") == kind) & ds.field("same_as").is_null()
    found = largest(entities, "entity_id", "n_articles", ["name", "n_mentions"], N_NAMES, standing)
    rows = [(row["name"], row["n_articles"], row["n_mentions"], row["entity_id"]) for row in found]
    return listing(
        f"{label} in most articles",
        ("name", "articles", "mentions", "entity_id"),
        rows,
        count_rows(entities, standing),
    )
