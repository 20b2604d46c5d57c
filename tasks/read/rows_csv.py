"""A table of comma- or tab-separated values -> one document a row. A broken row costs itself only."""

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import chain

from schemas.document import Document
from tasks.read.lines import bounded_lines, decoded, line_end
from tasks.read.reading import Item, refuse_row
from tasks.read.rows import row_document
from tasks.read.streams import Peekable, TooLargeError

# The first wins a tie.
DELIMITERS = ",\t;|"


class RecordLines:
    """The lines of a table for the csv reader, which remembers what the reader took for the current record."""

    def __init__(self, lines: Iterator[bytes | None]) -> None:
        self.lines = lines
        self.start_record()

    def start_record(self) -> None:
        """Forget the lines of the record before."""
        self.taken: list[bytes] = []
        self.is_too_long = False
        self.is_at_end = False

    def __iter__(self) -> Iterator[str]:
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the next line; an empty one in the place of one that is too long."""
        try:
            line = next(self.lines)
        except StopIteration:
            self.is_at_end = True
            raise
        if line is None:
            self.is_too_long = True
            return "\n"
        self.taken.append(line)
        return decoded(line)


def read_csv(stream: Peekable, item: Item) -> Iterator[Document]:
    """Yield a document for every row below the header; blank lines do not count."""
    # A limit of the csv module for all its readers; its default of 128 KiB is shorter than some pages.
    csv.field_size_limit(item.settings.max_document_bytes)
    source = bounded_lines(stream, line_end(stream), item.settings.max_line_bytes)
    header = next((line for line in source if line is None or line.strip()), b"")
    if header is None:
        raise TooLargeError(item.settings.max_line_bytes)
    header = header.removeprefix(codecs.BOM_UTF8)
    lines = RecordLines(chain((header,), source))
    reader = csv.reader(lines, delimiter=delimiter_of(decoded(header)))
    columns = column_names(header_of(reader))
    record = 0
    while (document := next_record(item, record, reader, lines, columns)) is not None:
        yield document
        record += 1


def header_of(reader: Iterator[list[str]]) -> list[str]:
    """Return the first record; raise ValueError when it is broken, for nothing can be read without it."""
    try:
        return next(reader, [])
    except csv.Error as error:
        raise ValueError(f"its header cannot be read: {error}") from error


def next_record(
    item: Item, record: int, reader: Iterator[list[str]], lines: RecordLines, columns: list[str]
) -> Document | None:
    """Return the document of the next record that is not a blank line; None at the end."""
    values: list[str] = []
    while not values and not lines.is_too_long:
        lines.start_record()
        try:
            values = next(reader)
        except StopIteration:
            return None
        except csv.Error as error:
            return broken_record(item, record, lines, str(error))
    if problem := record_problem(values, lines, columns):
        return broken_record(item, record, lines, problem)
    return row_document(item, record, dict(zip(columns, values, strict=True)))


def record_problem(values: list[str], lines: RecordLines, columns: list[str]) -> str | None:
    """Return what is wrong with a record; None when it is whole."""
    if lines.is_too_long:
        return "field larger than the longest line that is read"
    if lines.is_at_end:
        return "a quotation mark is opened in it and never closed"
    if len(values) != len(columns):
        return f"it has {len(values)} values and the header {len(columns)} columns"
    return None


def broken_record(item: Item, record: int, lines: RecordLines, problem: str) -> Document:
    """Return a record that is set aside, and forget its lines."""
    raw = None if lines.is_too_long else b"".join(lines.taken)
    reason = "too_large" if problem.startswith("field larger") else "bad_record"
    lines.start_record()
    return refuse_row(item.uri, record, reason, f"Row {record} cannot be read: {problem}.", raw)


def delimiter_of(header: str) -> str:
    """Return the delimiter that stands most often in the header outside quotation marks; the comma when none does."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(DELIMITERS, key=bare.count)


def column_names(header: list[str]) -> list[str]:
    """Return the columns' names; a name that comes again gets its number, so that no value is lost."""
    names: list[str] = []
    for name in (name.strip() for name in header):
        names.append(name if name not in names else f"{name}_{len(names)}")
    return names
