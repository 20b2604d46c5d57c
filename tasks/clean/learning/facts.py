"""What was learned from a corpus, and what of it concerns a document: by its outlet, or for all."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.clean.learned import Taught
from tasks.clean.learning.records import outlet_digest, outlet_of

PAIRS = pa.schema([("document", pa.uint64()), ("line_id", pa.string())])


@dataclass(frozen=True)
class Learned:
    """Ids of lines and bodies by digest, for each outlet (0 is every outlet), and orders of dates by outlet or style."""

    lines: Mapping[int, dict[int, str]] = field(default_factory=dict)
    bodies: Mapping[int, str] = field(default_factory=dict)
    order_of_outlet: Mapping[str, str] = field(default_factory=dict)
    order_of_style: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: pa.Table, orders: pa.Table) -> Self:
        """Return the facts of the tables that learning wrote."""
        by_outlet: dict[int, dict[int, str]] = {}
        bodies: dict[int, str] = {}
        for row in lines.select(["digest", "outlet", "line_id", "kind"]).to_pylist():
            known = bodies if row["kind"] == "body" else by_outlet.setdefault(row["outlet"], {})
            known[row["digest"]] = row["line_id"]
        rows = orders.to_pylist()
        return cls(
            by_outlet,
            bodies,
            {row["outlet"]: row["order"] for row in rows if row["outlet"]},
            {row["style"]: row["order"] for row in rows if not row["outlet"]},
        )

    def about(self, publisher: str | None, domain: str | None) -> Taught:
        """Return what concerns a document of this publisher and domain."""
        outlet = outlet_of(publisher, domain)
        own = self.lines.get(outlet_digest(outlet), {}) if outlet else {}
        known = self.order_of_outlet.get(outlet) if outlet else None
        orders = {"": known} if known else {} if outlet else self.order_of_style
        return Taught(ChainMap(own, self.lines.get(0, {})), self.bodies, orders)


def touched(records: pa.Table, lines: pa.Table) -> pa.Table:
    """Return the pairs (document, line_id) of `records` that `lines` (LEARNED) concern, once each."""
    # A line of an outlet is known by both digests together; a line of every outlet by its own alone.
    known = lines.column("digest").to_numpy() ^ lines.column("outlet").to_numpy()
    order = np.argsort(known)
    ids = lines.column("line_id").combine_chunks().take(pa.array(order))
    digests, documents = records.column("digest").to_numpy(), records.column("document").to_numpy()
    pairs = [PAIRS.empty_table()]
    for asked in (digests, digests ^ records.column("outlet").to_numpy()):
        place = np.searchsorted(known[order], asked)
        hits = np.flatnonzero(place < len(known))
        hits = hits[known[order][place[hits]] == asked[hits]]
        pairs.append(pa.table({"document": documents[hits], "line_id": ids.take(pa.array(place[hits]))}, PAIRS))
    return (
        pa.concat_tables(pairs)
        .group_by(PAIRS.names)
        .aggregate([])
        .sort_by([(name, "ascending") for name in PAIRS.names])
    )


def concerned(documents: pa.Table, pairs: pa.Table, facts: Learned) -> dict[int, str]:
    """Return the rows of `documents` (article_id and COLUMNS of orders) to clean again, each with the facts that ask for it.

    `pairs`: what `touched` returned for them.
    """
    asked: dict[int, list[str]] = {}
    for document, line_id in zip(*(pairs.column(name).to_pylist() for name in PAIRS.names), strict=True):
        asked.setdefault(document, []).append(line_id)
    found: dict[int, str] = {}
    for row, name in enumerate(documents.column("article_id").to_pylist()):
        if name and (ids := asked.get(int(name[:16], 16))):
            found[row] = ",".join(ids)
    for row, order in _orders(documents, facts):
        found[row] = f"{found.get(row, '')} {order}"
    return found


def _orders(documents: pa.Table, facts: Learned) -> Iterator[tuple[int, str]]:
    """Yield the rows with a date that could be read both ways and now can be read, and how."""
    has_dates = pc.greater(pc.list_value_length(documents.column("numeric_dates")), 0)
    rows = np.flatnonzero(pc.fill_null(has_dates, False).to_numpy())
    for row, document in zip(rows.tolist(), documents.take(pa.array(rows)).to_pylist(), strict=True):
        taught = facts.about(document["publisher"], document["domain"])
        for date in document["numeric_dates"]:
            if date["order"] == "either" and (order := taught.order(date["style"])):
                yield row, order
