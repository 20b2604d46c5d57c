"""A byte stream -> its lines, none longer than a bound."""

import codecs
import io
from collections.abc import Iterator
from typing import cast

from tasks.read.sniff import wide_encoding
from tasks.read.streams import Peekable, Readable

# Bytes taken at a time. What an archive gave of a piece before it broke off is lost, so the pieces are small.
CHUNK_BYTES = 64 * 1024
# Bytes in which the line end of the file is looked for.
SAMPLE_BYTES = 8192


def bounded_lines(stream: Readable, end: bytes, limit_bytes: int) -> Iterator[bytes | None]:
    """Yield lines with their line end; None in the place of one that is longer than `limit_bytes`."""
    rest, is_too_long = b"", False
    while chunk := stream.read(CHUNK_BYTES):
        first, *more = chunk.split(end)
        if not more:
            rest += chunk
        else:
            yield None if is_too_long or len(rest) + len(first) > limit_bytes else rest + first + end
            is_too_long = False
            for line in more[:-1]:
                yield None if len(line) > limit_bytes else line + end
            rest = more[-1]
        if len(rest) > limit_bytes:
            rest, is_too_long = b"", True
    if rest or is_too_long:
        yield None if is_too_long else rest


def line_end(stream: Peekable) -> bytes:
    """Return what ends the lines of a file: a carriage return alone where there is no line feed (old Macs)."""
    head = stream.peek(SAMPLE_BYTES)
    return b"\r" if b"\r" in head and b"\n" not in head else b"\n"


def in_utf8(stream: Peekable) -> Peekable:
    """Return a table in UTF-16 or UTF-32 (a spreadsheet's "Unicode text") as UTF-8, any other as it is."""
    head = stream.peek(SAMPLE_BYTES)
    encoding = wide_encoding(head) if b"\x00" in head else None
    if encoding is None:
        return stream
    reader = codecs.getreader(encoding)(cast(io.BytesIO, stream), "replace")
    return Peekable(Transcoded(reader))


class Transcoded:
    """A reader of characters as a stream of UTF-8 bytes."""

    def __init__(self, reader: codecs.StreamReader) -> None:
        self.reader = reader

    def read(self, size: int = -1, /) -> bytes:
        """Take about `size` bytes."""
        text: str = self.reader.read(size, size) if size >= 0 else self.reader.read()
        return text.encode("utf-8", "replace")


def decoded(line: bytes) -> str:
    """Return a line as text: UTF-8, else Windows-1252 (its undefined bytes as Latin-1), line by line."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")
