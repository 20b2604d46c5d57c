"""A document -> its decoded source: text with its repairs, and for a page what its head says."""

from dataclasses import dataclass

from schemas.document import Document, RowFields
from tasks.clean import html_page
from tasks.clean.decode import decode
from tasks.clean.repairs import repair


@dataclass(frozen=True)
class Source:
    """The text that all offsets mean, the repairs made to get it, and the page it was taken from, if it was one."""

    text: str
    repairs: tuple[tuple[str, int], ...]
    encoding: str | None
    page: html_page.Page | None


def read_source(document: Document, fields: RowFields | None) -> Source:
    """Return the decoded source of `document`; of a row, its text field."""
    if fields is not None:
        text, encoding = fields.text, None
    else:
        decoded = decode(document.raw or b"", document.kind == "html")
        text, encoding = decoded.text, decoded.encoding
    page = html_page.read(text) if document.kind == "html" or html_page.looks_like_html(text) else None
    repaired, repairs = repair(page.text if page else text)
    if encoding not in (None, "ascii", "utf-8"):
        repairs = ((f"decoded_{encoding.split()[0].replace('-', '_')}", 1), *repairs)
    return Source(repaired, repairs, encoding, page)


def decoded_source(document: Document, fields: RowFields | None = None) -> str:
    """Return the text that the offsets of `paragraph_spans` and `removed` mean."""
    return read_source(document, fields).text
