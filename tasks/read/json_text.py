"""A byte stream of JSON -> one value after the other, with no more in memory than the value at hand."""

import codecs
import json
from typing import Any

from tasks.read.lines import decoded
from tasks.read.streams import Readable, TooLargeError

# Bytes taken at a time; doubled while a value is not complete, so that a long one is not decoded again and again.
CHUNK_BYTES = 64 * 1024
SPACE = " \t\r\n\ufeff"
# Characters. The longest literal that may be cut by the end of what is in memory: `-Infinity`, an escape.
LONGEST_LITERAL = 12


class BrokenJsonError(ValueError):
    """The text is no JSON from here on."""


class JsonText:
    """The text of a stream from the first character that was not taken."""

    def __init__(self, stream: Readable, limit_bytes: int) -> None:
        self.stream = stream
        self.limit_bytes = limit_bytes
        # Bytes that are not UTF-8 stand as lone surrogates until the value around them is complete and `decoded`.
        self.decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self.parser = json.JSONDecoder()
        self.text = ""
        self.start = 0
        self.is_complete = False

    def read_more(self, n_bytes: int) -> None:
        """Add the next bytes to the text; drop what was taken."""
        data = self.stream.read(n_bytes)
        self.is_complete = not data
        self.text = self.text[self.start :] + self.decoder.decode(data, self.is_complete)
        self.start = 0

    def next_character(self) -> str:
        """Return the next character that is not white space, without taking it; empty at the end."""
        while True:
            while self.start < len(self.text) and self.text[self.start] in SPACE:
                self.start += 1
            if self.start < len(self.text):
                return self.text[self.start]
            if self.is_complete:
                return ""
            self.read_more(CHUNK_BYTES)

    def take(self) -> None:
        """Take one character."""
        self.start += 1

    def value(self) -> Any:
        """Take the next value; raise BrokenJsonError, or TooLargeError when it is longer than the limit."""
        if not self.next_character():
            raise BrokenJsonError("the text ends where a value should begin")
        n_bytes = CHUNK_BYTES
        while (found := self.attempt()) is None:
            if len(self.text) - self.start > self.limit_bytes:
                raise TooLargeError(self.limit_bytes)
            self.read_more(n_bytes)
            n_bytes *= 2
        value, end = found
        if not self.text[self.start : end].isascii():
            value = self.mended(self.text[self.start : end], value)
        self.start = end
        return value

    def attempt(self) -> tuple[Any, int] | None:
        """Return the value that begins here and its end; None when more text is needed to know."""
        try:
            value, end = self.parser.raw_decode(self.text, self.start)
        except json.JSONDecodeError as error:
            if self.is_complete or not self.is_cut_off(error):
                raise BrokenJsonError(f"{error.msg}, {error.pos - self.start:,} characters into it") from error
            return None
        except (ValueError, RecursionError) as error:
            raise BrokenJsonError(str(error)) from error
        # A number may go on in what was not read yet.
        return (value, end) if self.is_complete or end < len(self.text) or self.text[end - 1] in '}]"' else None

    def is_cut_off(self, error: json.JSONDecodeError) -> bool:
        """Return whether the text in memory ends inside the value, which may be sound."""
        return error.msg.startswith("Unterminated string") or error.pos >= len(self.text) - LONGEST_LITERAL

    def mended(self, source: str, value: Any) -> Any:
        """Return the value again with bytes that are not UTF-8 read as Windows-1252."""
        try:
            source.encode("utf-8")
        except UnicodeEncodeError:
            return json.loads(decoded(source.encode("utf-8", "surrogateescape")))
        return value

    def rest(self) -> bytes | None:
        """Return the bytes that were not taken; None when they are more than the limit."""
        while not self.is_complete and len(self.text) - self.start <= self.limit_bytes:
            self.read_more(CHUNK_BYTES)
        data = self.text[self.start :].encode("utf-8", "surrogateescape")
        return data if len(data) <= self.limit_bytes else None
