"""Fields of a row -> the row's document: its bytes as JSON, or the reason why it holds no article."""

import base64
import datetime
import json
import math
from collections.abc import Mapping
from typing import Any

from schemas.document import Document
from tasks.read.fields import Problem, find_fields
from tasks.read.reading import Item, refuse_row


def row_document(item: Item, record: int, row: Mapping[str, Any]) -> Document:
    """Return the document of one row."""
    try:
        return sound_document(item, record, {str(name): value for name, value in row.items() if not is_null(value)})
    except RecursionError:
        return refuse_row(item.uri, record, "bad_record", "The values of the row are nested too deeply to be read.")


def sound_document(item: Item, record: int, fields: Mapping[str, Any]) -> Document:
    """Return the document of one row; raise RecursionError for one that is nested too deeply."""
    raw = row_bytes(fields)
    if len(raw) > item.settings.max_document_bytes:
        message = f"The row has {len(raw):,} bytes, more than the {item.settings.max_document_bytes:,} that are read."
        return refuse_row(item.uri, record, "too_large", message)
    found = find_fields(fields, item.settings)
    if isinstance(found, Problem):
        return refuse_row(item.uri, record, found.reason, found.message, raw)
    return Document(item.uri, record, "row", raw)


def row_bytes(fields: Mapping[str, Any]) -> bytes:
    """Return fields as UTF-8 JSON: keys sorted, no spaces, nulls left out. The id of the document hangs on this."""
    fields = {name: value for name, value in fields.items() if not is_null(value)}
    try:
        text = dumped(fields)
    except (ValueError, TypeError):
        text = dumped(plain(fields))
    # Half a character (a lone surrogate) has no UTF-8; as `\udc00` it is JSON all the same, and nothing is lost.
    return text.encode("utf-8", "backslashreplace")


def dumped(fields: Any) -> str:
    """Return fields as JSON text; raise ValueError for numbers that JSON has no word for."""
    return json.dumps(
        fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=in_json
    )


def in_json(value: Any) -> str:
    """Return a value of a table as JSON can hold it: days and times in ISO form, decimals as written."""
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return from_bytes(value) if isinstance(value, bytes) else str(value)


def from_bytes(value: bytes) -> str:
    """Return binary data as text: what is UTF-8 as it reads, else base64."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return base64.b64encode(value).decode("ascii")


def plain(value: Any) -> Any:
    """Return nested values with text keys, and null for what is no number (JSON has no word for it)."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def is_null(value: Any) -> bool:
    """Return whether a value says nothing: null, not-a-number, infinite."""
    return value is None or (isinstance(value, float) and not math.isfinite(value))
