"""A raw document becomes text again: decoded for its offsets, or cleaned again where no table holds what it said."""

from dataclasses import dataclass

from flows.explain.shelf import Row, Shelf
from schemas.document import Document, RowFields
from tasks.clean import Cleaned, clean_document, decoded_source
from tasks.read import Problem, map_fields


@dataclass(frozen=True)
class Readable:
    """A document whose bytes are text, with the fields of its row when it was one."""

    document: Document
    fields: RowFields | None
    row: Row


def readable(shelf: Shelf, source: Row) -> Readable | None:
    """Return the raw document of a row of `sources`; None when it could not be read, or is no text."""
    row = shelf.document(source)
    if row is None or row["raw"] is None or row["reason"] is not None:
        return None
    fields = map_fields(row["raw"], shelf.read) if row["kind"] == "row" else None
    if isinstance(fields, Problem):
        return None
    return Readable(Document(row["source_uri"], row["source_record"], row["kind"], row["raw"]), fields, row)


def decode(found: Readable) -> str:
    """Return the decoded source, which all offsets of spans mean."""
    return decoded_source(found.document, found.fields)


def clean_again(found: Readable, shelf: Shelf) -> Cleaned:
    """Return what cleaning makes of the document with what the corpus taught."""
    alone = clean_document(found.document, found.fields, found.row["first_read_on"], shelf.clean)
    taught = shelf.learned().about(alone.publisher, alone.domain)
    return clean_document(found.document, found.fields, found.row["first_read_on"], shelf.clean, taught)
