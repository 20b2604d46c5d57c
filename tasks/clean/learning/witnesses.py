"""Documents that hold a shared text -> what they tell beside it: the words of headline and first paragraphs, and its place."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from tasks.clean.content_words import content_words, coverage
from tasks.clean.learned import digest, digest_of_body, sentences
from tasks.clean.learning.records import outlet_of

WITNESSES = pa.schema(
    [
        ("digest", pa.uint64()),
        ("document", pa.uint64()),
        ("outlet", pa.string()),
        ("text", pa.string()),  # as printed
        ("body", pa.uint64()),  # digest of the whole body it stands in
        ("unit", pa.uint64()),  # digest of the paragraph it stands in: its own when it is one, 0 for a body
        ("words", pa.list_(pa.string())),  # what the document is about, without all texts that are shared
        ("headline_words", pa.list_(pa.string())),
        ("coverage", pa.float64()),  # share of the headline's words that the body holds; null without a headline
    ]
)
_N_LEADS = 2  # paragraphs that tell what a story is about


@dataclass(frozen=True)
class _Holder:
    """One document that holds shared texts."""

    document: int
    outlet: str | None
    headline: str
    body: str
    units: list[str]
    digests: list[int]


def witnesses(cleaned: pa.Table, holders: pa.Table) -> pa.Table:
    """Return what the documents of `cleaned` (COLUMNS of records) tell that `holders` (digest, document) names."""
    wanted: dict[int, set[int]] = {}
    for text, document in zip(*(holders.column(name).to_pylist() for name in ("digest", "document")), strict=True):
        wanted.setdefault(document, set()).add(text)
    shared = set(holders.column("digest").to_pylist())
    rows = [row for holder in _holders(cleaned, wanted) for row in _rows(holder, wanted[holder.document], shared)]
    return pa.Table.from_pylist(rows, schema=WITNESSES)


def _holders(cleaned: pa.Table, wanted: dict[int, set[int]]) -> Iterator[_Holder]:
    columns = ("article_id", "reason", "headline", "body", "publisher", "domain")
    ids = cleaned.column("article_id").to_pylist()
    places = [row for row, name in enumerate(ids) if name and int(name[:16], 16) in wanted]
    for row in cleaned.select(columns).take(pa.array(places, pa.int64())).to_pylist():
        if row["reason"] is None:
            units = row["body"].split("\n\n")
            outlet = outlet_of(row["publisher"], row["domain"])
            document = int(row["article_id"][:16], 16)
            yield _Holder(document, outlet, row["headline"] or "", row["body"], units, list(map(digest, units)))


def _rows(holder: _Holder, wanted: set[int], shared: set[int]) -> Iterator[dict[str, object]]:
    """Yield a row for each wanted text of a document."""
    leads = [unit for unit, number in zip(holder.units, holder.digests, strict=True) if number not in shared][:_N_LEADS]
    headline_words = content_words(holder.headline)
    words = content_words(" ".join([holder.headline, *(_own(unit, shared) for unit in leads)]))
    covered, body = coverage(holder.headline, holder.body), digest_of_body(holder.digests)
    for number, (text, unit) in _texts(holder, wanted).items():
        yield {
            "digest": number,
            "document": holder.document,
            "outlet": holder.outlet,
            "text": text,
            "body": body,
            "unit": unit,
            "words": words,
            "headline_words": headline_words,
            "coverage": covered,
        }


def _own(unit: str, shared: set[int]) -> str:
    """Return a paragraph without the sentences that are shared."""
    return " ".join(unit[start:end] for start, end in sentences(unit) if digest(unit[start:end]) not in shared)


def _texts(holder: _Holder, wanted: set[int]) -> dict[int, tuple[str, int]]:
    """Return the wanted texts of a document, each with its unit: the body, lines, and sentences of lines."""
    found: dict[int, tuple[str, int]] = {}
    for unit, number in zip(holder.units, holder.digests, strict=True):
        for start, end in sentences(unit):
            if (inner := digest(unit[start:end])) in wanted:
                found.setdefault(inner, (unit[start:end], number))
        if number in wanted:
            found[number] = (unit, number)
    if (whole := digest_of_body(holder.digests)) in wanted:
        found[whole] = (holder.body, 0)
    return found
