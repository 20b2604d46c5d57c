"""A file that is one article, as text or as a page -> its document."""

import codecs
import re
from collections.abc import Iterator

from schemas.document import Document
from tasks.read.reading import Item, refuse
from tasks.read.sniff import decoded_head, is_binary
from tasks.read.streams import Readable, read_bounded

TAG = re.compile(r"</?[a-z][a-z0-9]*[\s>/]|<!--", re.I)

BLANKS = b" \t\r\n\v\f\x00" + codecs.BOM_UTF8 + codecs.BOM_UTF16
START_BYTES = 4096


def read_text(stream: Readable, item: Item) -> Iterator[Document]:
    """Yield the document of a text file."""
    raw = read_bounded(stream, item.settings.max_document_bytes)
    if is_blank(raw):
        yield refuse(item.uri, "empty", f"It has {len(raw):,} bytes and no text in them.", raw)
    elif is_binary(raw):
        yield refuse(item.uri, "binary", f"Its {len(raw):,} bytes are not text in any encoding.", raw)
    else:
        yield Document(item.uri, None, "text", raw)


def read_page(stream: Readable, item: Item) -> Iterator[Document]:
    """Yield the document of an HTML page; a `.html` file without a tag is a text."""
    for document in read_text(stream, item):
        if document.raw and document.reason is None and TAG.search(decoded_head(document.raw)):
            yield Document(item.uri, None, "html", document.raw)
        else:
            yield document


def read_binary(stream: Readable, item: Item) -> Iterator[Document]:
    """Yield the rejected document of a file that is no text."""
    raw = read_bounded(stream, item.settings.max_document_bytes)
    yield refuse(item.uri, "binary", f"Its {len(raw):,} bytes are {known_as(raw)}, not text.", raw)


def known_as(raw: bytes) -> str:
    """Return what binary bytes are, for a sentence."""
    return "a PDF file" if raw.startswith(b"%PDF-") else "binary data"


def read_xml(stream: Readable, item: Item) -> Iterator[Document]:
    """Yield the rejected document of an XML file (a feed, a site map): which element is the text is not known."""
    raw = read_bounded(stream, item.settings.max_document_bytes)
    yield refuse(item.uri, "unsupported", f"Its {len(raw):,} bytes are XML that is not a page; XML is not read.", raw)


def read_other(stream: Readable, item: Item) -> Iterator[Document]:
    """Yield the rejected document of an office file or a program package."""
    raw = read_bounded(stream, item.settings.max_document_bytes)
    kind = "a rich-text (RTF) file" if raw.startswith(b"{\\rtf") else "an office document or a program package"
    yield refuse(item.uri, "unsupported", f"Its {len(raw):,} bytes are {kind}; those are not read.", raw)


def is_blank(raw: bytes) -> bool:
    """Return whether bytes hold nothing but white space, NULs and byte order marks."""
    # The start decides for nearly every file, without a look at all of it.
    return not raw[:START_BYTES].translate(None, BLANKS) and not raw.translate(None, BLANKS)
