"""A JSON file -> one document a record: an object is one, an array holds many and is never in memory whole.

The standard library's decoder is given a growing piece of the file until one value is complete. So a record costs its
own size and no more, and whatever stands before a damaged place is read.
"""

import json
from collections.abc import Iterator
from typing import Any

from schemas.document import Document
from tasks.read.fields import Problem, find_fields, json_kind
from tasks.read.json_text import BrokenJsonError, JsonText
from tasks.read.reading import Item, refuse_row
from tasks.read.rows import row_document
from tasks.read.streams import Peekable, TooLargeError

# Names under which services wrap their list of articles in an object: {"status": "ok", "articles": […]}.
ENVELOPES = (
    "articles",
    "items",
    "results",
    "data",
    "docs",
    "documents",
    "records",
    "entries",
    "stories",
    "news",
    "posts",
)


def read_json(stream: Peekable, item: Item) -> Iterator[Document]:
    """Yield a document for every record; what follows a damaged place is not read, and the message says so."""
    text = JsonText(stream, item.settings.max_document_bytes)
    record = 0
    try:
        for value in values(text):
            for row in rows_of(value, item):
                yield value_document(item, record, row)
                record += 1
    except BrokenJsonError as error:
        message = f"Record {record} is not valid JSON: {error}. What follows it was not read."
        yield refuse_row(item.uri, record, "bad_record", message, text.rest())
    except TooLargeError as error:
        yield refuse_row(
            item.uri, record, "too_large", f"Record {record} cannot be read. {error} What follows it was not read."
        )


def values(text: JsonText) -> Iterator[Any]:
    """Yield the elements of each array and each other value that stands in a file."""
    while character := text.next_character():
        if character == "[":
            yield from elements(text)
        else:
            yield text.value()


def elements(text: JsonText) -> Iterator[Any]:
    """Yield the elements of the array that begins here."""
    text.take()
    if text.next_character() == "]":
        text.take()
        return
    while True:
        yield text.value()
        separator = text.next_character()
        if separator not in (",", "]"):
            raise BrokenJsonError(f"the array breaks off with {separator!r}" if separator else "the array has no end")
        text.take()
        if separator == "]":
            return


def rows_of(value: Any, item: Item) -> list[Any]:
    """Return the records in a value: itself, or the list that an object without a text of its own wraps."""
    if isinstance(value, dict):
        wrapped = next((value[name] for name in ENVELOPES if is_list_of_objects(value.get(name))), None)
        if wrapped is not None and isinstance(find_fields(without(value, ENVELOPES), item.settings), Problem):
            return list(wrapped)
    return [value]


def without(value: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Return an object without the fields of these names."""
    return {name: inner for name, inner in value.items() if name not in names}


def is_list_of_objects(value: Any) -> bool:
    """Return whether a value is a list that holds objects only, and at least one."""
    return isinstance(value, list) and bool(value) and all(isinstance(inner, dict) for inner in value)


def value_document(item: Item, record: int, value: Any) -> Document:
    """Return the document of one record."""
    if isinstance(value, dict):
        return row_document(item, record, value)
    raw = json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
    message = f"Record {record} is {json_kind(value)}, not an object with fields."
    return refuse_row(item.uri, record, "bad_record", message, raw)
