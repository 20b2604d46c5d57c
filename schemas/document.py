"""A document: raw bytes with the place they were read from, or the reason why they could not be."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "html", "row"]


@dataclass(frozen=True)
class Document:
    """One document as the reader found it.

    `raw` is the file's bytes, the member's bytes, or for a row its fields as UTF-8 JSON (keys sorted, no spaces, nulls
    left out); None when they could not be read. `reason` is one of `rejects.reason`, None for a document to be cleaned.
    """

    source_uri: str
    source_record: int | None
    kind: Kind
    raw: bytes | None
    reason: str | None = None
    message: str | None = None


@dataclass(frozen=True)
class RowFields:
    """What the field map found in a row: its text, which may be HTML, and what the record says about it, all verbatim."""

    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None
