"""One JSON object a line -> one document a row. A broken line costs itself only."""

import codecs
import json
from collections.abc import Iterator

from schemas.document import Document
from tasks.read.fields import json_kind
from tasks.read.lines import bounded_lines, decoded, line_end
from tasks.read.reading import Item, refuse_row
from tasks.read.rows import row_document
from tasks.read.streams import Peekable


def read_jsonl(stream: Peekable, item: Item) -> Iterator[Document]:
    """Yield a document for every line that is not blank; rows are counted so."""
    record = 0
    for line in bounded_lines(stream, line_end(stream), item.settings.max_line_bytes):
        if line is None:
            message = (
                f"The line of row {record} has more than {item.settings.max_line_bytes:,} bytes, the most that is read."
            )
            yield refuse_row(item.uri, record, "too_large", message)
        elif stripped := line.removeprefix(codecs.BOM_UTF8).strip():
            yield line_document(item, record, stripped)
        else:
            continue
        record += 1


def line_document(item: Item, record: int, line: bytes) -> Document:
    """Return the document of one line."""
    try:
        row = json.loads(decoded(line))
    except (ValueError, RecursionError) as error:
        message = f"The line of row {record} is not valid JSON: {error}."
        return refuse_row(item.uri, record, "bad_record", message, line)
    if not isinstance(row, dict):
        message = f"The line of row {record} is {json_kind(row)}, not an object with fields."
        return refuse_row(item.uri, record, "bad_record", message, line)
    return row_document(item, record, row)
