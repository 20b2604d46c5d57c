"""Byte streams that can be looked into before they are read, read up to a bound, or made seekable."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

from tasks.read.errors import DamagedArchiveError
from tasks.read.settings import ReadSettings

# Bytes. A temporary copy of a small archive member stays in memory.
SPOOLED_IN_MEMORY = 1024 * 1024
# Bytes asked for at a time: a buffer of the size asked for is set aside first, and most documents have some kilobytes.
CHUNK_BYTES = 64 * 1024


class Readable(Protocol):
    """Anything bytes can be read from, front to back."""

    def read(self, size: int = -1, /) -> bytes: ...


class ReadableInPieces(Readable, Protocol):
    """A stream that can also give what it has at hand."""

    def read1(self, size: int = -1, /) -> bytes: ...


class TooLargeError(Exception):
    """More bytes came than the limit allows."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        super().__init__(f"It has more than {limit_bytes:,} bytes, the most that is read.")


class Peekable:
    """A stream whose start can be looked at. `file` is the real file it reads from, when there is one."""

    def __init__(self, stream: Readable, file: BinaryIO | None = None) -> None:
        self.stream = stream
        self.file = file
        self.ahead = b""
        self.error: Exception | None = None

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes without taking them, fewer at the end or before damage."""
        while len(self.ahead) < size and self.error is None:
            try:
                more = self.stream.read(size - len(self.ahead))
            except Exception as error:  # noqa: BLE001  # raised when the bytes before it are taken
                self.error = error
                break
            if not more:
                break
            self.ahead += more
        return self.ahead[:size]

    def read(self, size: int = -1, /) -> bytes:
        """Take up to `size` bytes, all of them when negative."""
        if not self.ahead:
            if self.error is not None:
                raise self.error
            return self.stream.read(size)
        if size < 0:
            taken, self.ahead = self.ahead + self.stream.read(), b""
        else:
            taken, self.ahead = self.ahead[:size], self.ahead[size:]
        return taken

    @contextmanager
    def seekable(self, settings: ReadSettings) -> Iterator[BinaryIO]:
        """Give a file at its start with the stream's bytes: the real one, or a temporary copy."""
        if self.file is not None:
            self.file.seek(0)
            yield self.file
            return
        with tempfile.SpooledTemporaryFile(SPOOLED_IN_MEMORY) as copy:
            shutil.copyfileobj(_Limited(self, settings.max_spooled_bytes), copy)
            copy.seek(0)
            yield cast(BinaryIO, copy)


@dataclass(frozen=True)
class Eager:
    """A decompressed stream that gives all it has before damage: its own `read` would raise and keep the last piece."""

    stream: ReadableInPieces

    def read(self, size: int = -1, /) -> bytes:
        """Take up to `size` bytes, often fewer."""
        return self.stream.read1(size) if size >= 0 else self.stream.read()


@dataclass
class _Limited:
    stream: Readable
    limit_bytes: int
    n_read: int = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self.stream.read(size)
        self.n_read += len(data)
        if self.n_read > self.limit_bytes:
            raise TooLargeError(self.limit_bytes)
        return data


@dataclass(frozen=True)
class MemberStream:
    """The bytes of a member of an archive read front to back: an error while reading them is the archive's."""

    stream: Readable
    archive_uri: str

    def read(self, size: int = -1, /) -> bytes:
        """Take up to `size` bytes; raise DamagedArchiveError when the archive cannot give them."""
        try:
            return self.stream.read(size)
        except DamagedArchiveError:
            raise
        except Exception as error:
            raise DamagedArchiveError(self.archive_uri, error) from error


def read_bounded(stream: Readable, limit_bytes: int) -> bytes:
    """Return all bytes of `stream`; raise TooLargeError when there are more than `limit_bytes`."""
    pieces: list[bytes] = []
    room = limit_bytes + 1
    while room > 0 and (piece := stream.read(min(room, CHUNK_BYTES))):
        pieces.append(piece)
        room -= len(piece)
    if room <= 0:
        raise TooLargeError(limit_bytes)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)
