"""One file or member -> its documents: the name picks the reader, the content overrules it."""

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path

from schemas.document import Document
from tasks.read.compression import decompress, without_compression
from tasks.read.formats import Format, named_format
from tasks.read.lines import in_utf8
from tasks.read.reading import DAMAGE, Item, refuse, refuse_for
from tasks.read.rows_csv import read_csv
from tasks.read.rows_json import read_json
from tasks.read.rows_jsonl import read_jsonl
from tasks.read.rows_parquet import read_parquet
from tasks.read.sniff import SNIFF_BYTES, is_page_below_a_title, sniff
from tasks.read.streams import Peekable, Readable
from tasks.read.tars import read_tar
from tasks.read.texts import is_blank, read_binary, read_other, read_page, read_text, read_xml
from tasks.read.zips import read_zip

Reader = Callable[[Peekable, Item], Iterator[Document]]
READERS: dict[Format, Reader] = {
    "text": read_text,
    "html": read_page,
    "binary": read_binary,
    "xml": read_xml,
    "other": read_other,
    "parquet": read_parquet,
}
ROW_READERS: dict[Format, Reader] = {"json": read_json, "jsonl": read_jsonl, "csv": read_csv}
ARCHIVE_READERS = {"tar": read_tar, "zip": read_zip}


def read_file(path: Path, item: Item) -> Iterator[Document]:
    """Yield the documents of a file on this machine."""
    try:
        file = path.open("rb")
    except OSError as error:
        yield refuse_for(item.uri, error)
        return
    with file:
        yield from read_stream(Peekable(file, file), item)


def read_member(stream: Readable, item: Item) -> Iterator[Document]:
    """Yield the documents of a member of an archive."""
    yield from read_stream(Peekable(stream), item)


def read_stream(stream: Peekable, item: Item) -> Iterator[Document]:
    """Yield the documents in a stream; what it cannot give becomes one rejected document."""
    n_documents = 0
    try:
        for document in documents_in(decompress(stream, item.settings.max_archive_depth), item):
            n_documents += 1
            yield document
    except DAMAGE as error:
        yield refuse_for(item.uri, error)
        return
    if n_documents == 0:
        yield refuse(item.uri, "empty", "It holds no document.")


def documents_in(stream: Peekable, item: Item) -> Iterator[Document]:
    """Yield what the right reader makes of an uncompressed stream."""
    head = stream.peek(SNIFF_BYTES)
    format_ = format_of(head, item.name)
    if len(head) < SNIFF_BYTES and is_blank(head):
        return read_text(stream, item)
    if named_format(item.name) == "other" and format_ != "html":
        return iter((unsupported(item),))
    if format_ in ROW_READERS:
        return ROW_READERS[format_](in_utf8(stream), item)
    if format_ in ARCHIVE_READERS:
        if item.depth >= item.settings.max_archive_depth:
            return iter((too_deep(item),))
        return ARCHIVE_READERS[format_](stream, item, read_member)
    return READERS[format_](stream, item)


def format_of(head: bytes, name: str) -> Format:
    """Return the format to read: that of the content where it is plain, else that of the name, else text."""
    named, content = named_format(name), sniff(head)
    if named in ("tar", "zip", "parquet") and content == "binary":
        return named
    if named == "jsonl" and content == "json" and not is_json_over_lines(head):
        return named
    if named in ("text", "html", None) and content is None and is_page_below_a_title(head):
        return "html"
    return content or named or "text"


def is_json_over_lines(head: bytes) -> bool:
    """Return whether JSON is an array, or an object that is laid out over several lines."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return start.startswith(b"[") or start.partition(b"\n")[0].rstrip() == b"{"


def unsupported(item: Item) -> Document:
    """Return the refusal of a file whose name says that it is of a format that is not read."""
    ending = without_compression(item.name).rpartition(".")[2]
    return refuse(item.uri, "unsupported", f"Files that end with .{ending} are not read, unless they hold a page.")


def too_deep(item: Item) -> Document:
    """Return the refusal of an archive that lies in too many others."""
    message = f"It is an archive inside {item.depth} others, and no more are opened."
    return refuse(item.uri, "unsupported", message)
