"""What an identifier names: a row by its 16 digits, a document by the start of its id or end of its name, an entity by its name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import process

from flows.explain.errors import AmbiguousId, UnknownId
from flows.explain.shelf import Row, Shelf, Test, is_one_of, name_of, printed_name
from flows.published import read_table

ARTICLE_ID = re.compile(r"[0-9a-f]{6,24}")  # six digits tell a million documents apart often enough to be typed
ROW_ID = re.compile(r"[0-9a-f]{16}")
FILE_AND_ROW = re.compile(r"(?P<file>.+)#(?P<record>\d+)")
ROW_TABLES = (("entities", "entity_id"), ("quotes", "quote_id"), ("figures", "figure_id"), ("mentions", "mention_id"))
N_SHOWN = 5
CLOSE_SCORE = 70  # of 100; below it names have little more in common than their ending


@dataclass(frozen=True)
class Found:
    """The table and the row an identifier names; a document is a row of `sources`."""

    table: str
    row: Row


def find(shelf: Shelf, identifier: str) -> Found:
    """Return what `identifier` names; raise UnknownId or AmbiguousId when that is not one thing."""
    wanted = identifier.strip()
    digits = wanted.casefold()
    if ROW_ID.fullmatch(digits) and (found := row_with_id(shelf, digits)):
        return found
    by_id = documents_by_id(shelf, digits) if ARTICLE_ID.fullmatch(digits) else []
    if wanted and (documents := by_id or documents_by_name(shelf, wanted)):
        return Found("sources", only(wanted, documents, by_id=bool(by_id)))
    if entities := [row for row in shelf.rows("entities", "name", [wanted]) if row["same_as"] is None]:
        return Found("entities", only_entity(wanted, entities))
    warehouse = shelf.snapshot.path.parent.parent
    raise UnknownId(identifier, warehouse, close_to(shelf, wanted))


def row_with_id(shelf: Shelf, digits: str) -> Found | None:
    """Return the entity, quote, figure or mention with this id, or the one that was set aside."""
    for table, column in ROW_TABLES:
        if row := shelf.row(table, column, digits):
            return Found(table, row)
    refused = shelf.row("rejects", "row_id", digits)
    return Found("rejects", refused) if refused else None


def documents_by_id(shelf: Shelf, digits: str) -> list[Row]:
    """Return the documents whose id begins with `digits`, those that were kept first."""
    found = shelf.rows_where("sources", "article_id", lambda ids: pc.starts_with(ids, pattern=digits))
    fates = ("kept", "duplicate", "rejected")
    return sorted(found, key=lambda row: (fates.index(row["fate"]), row["source_uri"], row["source_record"] or 0))


def documents_by_name(shelf: Shelf, name: str) -> list[Row]:
    """Return the documents whose address is `name`, or ends with it: at a slash where there is such a one."""
    tests: tuple[Test, ...] = (is_one_of([name]), ending(f"/{name}"), ending(name))
    for test in tests:
        if found := shelf.rows_where("sources", "source_uri", test):
            return found
    if parts := FILE_AND_ROW.fullmatch(name):
        record = int(parts["record"])
        return [row for row in documents_by_name(shelf, parts["file"]) if row["source_record"] == record]
    return []


def ending(text: str) -> Test:
    """Return the test for ending with `text`."""
    return lambda column: pc.ends_with(column, pattern=text)


def only(identifier: str, documents: Sequence[Row], *, by_id: bool) -> Row:
    """Return the one document there is; copies of the same bytes are one when they are named by their id."""
    names = {row["article_id"] if by_id else (*name_of(row), row["article_id"]): row for row in reversed(documents)}
    if len(names) == 1:
        return documents[0]
    same_name = len({name_of(row) for row in documents}) == 1
    shown = [row["article_id"] if by_id or same_name else printed_name(row) for row in reversed(names.values())]
    raise AmbiguousId(identifier, [name for name in shown if name][:N_SHOWN], len(names))


def only_entity(name: str, entities: Sequence[Row]) -> Row:
    """Return the one entity there is; of several name those first that most articles mention."""
    if len(entities) == 1:
        return entities[0]
    ordered = sorted(entities, key=lambda row: (-row["n_articles"], row["entity_id"]))
    raise AmbiguousId(name, [row["entity_id"] for row in ordered[:N_SHOWN]], len(entities), "entities")


def close_to(shelf: Shelf, wanted: str) -> list[str]:
    """Return the ids and file names most like `wanted`."""
    sources = read_table(shelf.snapshot, "sources", ["source_uri", "article_id"])
    if ROW_ID.fullmatch(wanted.casefold()):
        candidates: Iterable[pa.ChunkedArray] = [read_table(shelf.snapshot, t, [c]).column(0) for t, c in ROW_TABLES]
    elif ARTICLE_ID.fullmatch(wanted.casefold()):
        candidates = [sources.column("article_id")]
    else:
        candidates = [pc.replace_substring_regex(sources.column("source_uri"), pattern="^.*/", replacement="")]
    best: dict[str, float] = {}
    for chunk in (chunk for column in candidates for chunk in column.chunks):
        found = process.extract(wanted, chunk.drop_null().to_pylist(), limit=N_SHOWN, score_cutoff=CLOSE_SCORE)
        best.update({text: score for text, score, _ in found})
    return sorted(best, key=lambda text: (-best[text], text))[:N_SHOWN]
