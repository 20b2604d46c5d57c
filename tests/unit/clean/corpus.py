"""Invented articles as cleaned documents, and everything that a corpus of them teaches."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from tasks.clean import CleanSettings, learning

SETTINGS = CleanSettings()
SCHEMA = pa.schema([(name, pa.string()) for name in learning.RECORD_COLUMNS])
SUBJECTS = (
    "harbour dredging", "almond harvest", "tram drivers", "glacier survey", "school kitchens", "copper smelter",
    "night markets", "river ferries", "wheat silos", "museum robbery", "marathon route", "hospital laundry",
    "cable factory", "bee keepers", "fishing quotas", "theatre roof", "parking meters", "salt mines",
    "village library", "dairy prices", "water pumps", "stone bridge", "carpet weavers", "football stadium",
    "radio archive", "orchard blight", "postal strike", "airport lights", "census forms", "ice rink",
)  # fmt: skip
VERBS = ("delay", "anger", "divide", "surprise", "outlast", "please", "amuse")


@dataclass(frozen=True)
class Article:
    """One article of an outlet."""

    headline: str | None
    paragraphs: tuple[str, ...]
    outlet: str | None = "The Minarpur Ledger"


def story(number: int, *shared: str, outlet: str | None = "The Minarpur Ledger") -> Article:
    """Return an article on a subject of its own, with `shared` paragraphs below it."""
    subject, verb = SUBJECTS[number % len(SUBJECTS)], VERBS[number % len(VERBS)]
    own = tuple(f"Lot {number * 7 + place} of {subject.split()[place % 2]} row {place}." for place in range(4))
    return Article(
        f"{subject.capitalize()} {verb} all in {number}", (f"The {subject} {verb} all.", *own, *shared), outlet
    )


def cleaned(articles: Sequence[Article]) -> pa.Table:
    """Return articles as rows of a cleaned shard."""
    rows = []
    for article in articles:
        body = "\n\n".join(article.paragraphs)
        name = hashlib.sha256(f"{article.headline}|{body}|{article.outlet}".encode()).hexdigest()[:24]
        rows.append({"article_id": name, "headline": article.headline, "body": body, "publisher": article.outlet})
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def learn(*shards: Sequence[Article]) -> pa.Table:
    """Return what these shards teach (LEARNED)."""
    tables = [cleaned(shard) for shard in shards]
    records = [learning.records(table) for table in tables]
    counted = [learning.count(pa.concat_tables(part), SETTINGS) for part in zip(*records, strict=True)]
    holders = pa.concat_tables([part.holders for part in counted])
    heard = [learning.by_part(learning.witnesses(table, holders)) for table in tables]
    outlets: dict[int, int] = {}
    for row in (row for part in counted for row in part.outlets.to_pylist()):
        outlets[row["outlet"]] = outlets.get(row["outlet"], 0) + row["n_documents"]
    found = [
        learning.find_boilerplate(part.shared, pa.concat_tables(rows), outlets, SETTINGS)
        for part, rows in zip(counted, zip(*heard, strict=True), strict=True)
    ]
    return learning.without_parts(pa.concat_tables(found), SETTINGS)


def texts(learned: pa.Table) -> list[str]:
    """Return the learned texts."""
    return sorted(learned.column("text").to_pylist())
