"""Who and what the articles speak of: the people, organisations and places named in most of them."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow.dataset as ds

from flows.report.markup import Markup, listing, section
from flows.report.rows import count_rows, largest

N_NAMES = 10
KINDS = (("PERSON", "People"), ("ORG", "Organisations"), ("PLACE", "Places"))


def names(entities: Sequence[Path]) -> Markup:
    """Return the most mentioned identities of each kind."""
    return section("Names", *(most_named(entities, kind, label) for kind, label in KINDS))


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
