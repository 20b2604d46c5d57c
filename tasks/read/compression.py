"""Compressed streams: which bytes and endings name a compression, and how each is read front to back."""

import bz2
import gzip
import io
import lzma
import re
from collections.abc import Callable
from typing import NamedTuple, cast

import zstandard

from tasks.read.streams import Eager, Peekable, Readable, ReadableInPieces

# Bytes of compressed input taken at a time. Of a damaged piece nothing is had, so the pieces are small.
CHUNK_BYTES = 16 * 1024
# Bytes. The longest of the signatures below.
MAGIC_BYTES = 10


class Compression(NamedTuple):
    """One compression: its file endings, its first bytes, and how to open it."""

    endings: tuple[str, ...]
    magic: re.Pattern[bytes]
    open: Callable[[Readable], ReadableInPieces]


class ZstdStream(io.RawIOBase):
    """The content of a zstd file of one or more frames.

    The library's own `stream_reader` ends silently where a file was cut off; this one raises EOFError.
    """

    def __init__(self, stream: Readable) -> None:
        self.stream = stream
        self.frame = zstandard.ZstdDecompressor().decompressobj()
        self.is_between_frames = True
        self.compressed = b""
        self.content = memoryview(b"")

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill `buffer` with the next bytes; return how many, 0 at the end."""
        while not self.content:
            if not self.compressed and not (compressed := self.stream.read(CHUNK_BYTES)):
                return self.end()
            self.compressed = self.compressed or compressed
            self.content = memoryview(self.decompressed())
        n = min(len(buffer), len(self.content))
        buffer[:n] = self.content[:n]
        self.content = self.content[n:]
        return n

    def decompressed(self) -> bytes:
        """Return the content of the input at hand, up to the end of its frame."""
        content: bytes = self.frame.decompress(self.compressed)
        self.is_between_frames = bool(self.frame.eof)
        self.compressed = b""
        if self.frame.eof:
            self.compressed = self.frame.unused_data
            self.frame = zstandard.ZstdDecompressor().decompressobj()
        return content

    def end(self) -> int:
        """Return 0, the sign of the end; raise EOFError inside a frame."""
        if not self.is_between_frames:
            raise EOFError("the compressed file ends before its end marker")
        return 0


def open_gzip(stream: Readable) -> ReadableInPieces:
    """Open a gzip stream of one or more members."""
    return gzip.GzipFile(fileobj=cast(io.BytesIO, stream), mode="rb")


def open_zstd(stream: Readable) -> ReadableInPieces:
    """Open a zstd stream of one or more frames."""
    return io.BufferedReader(ZstdStream(stream), CHUNK_BYTES)


def open_bzip2(stream: Readable) -> ReadableInPieces:
    """Open a bzip2 stream."""
    return bz2.BZ2File(cast(io.BytesIO, stream))


def open_xz(stream: Readable) -> ReadableInPieces:
    """Open an xz stream."""
    return lzma.LZMAFile(cast(io.BytesIO, stream))


COMPRESSIONS = (
    Compression((".gz", ".gzip"), re.compile(rb"\x1f\x8b\x08"), open_gzip),
    Compression((".zst", ".zstd"), re.compile(rb"\x28\xb5\x2f\xfd"), open_zstd),
    Compression((".bz2",), re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), open_bzip2),
    Compression((".xz",), re.compile(rb"\xfd7zXZ\x00"), open_xz),
)
# A tar's ending may tell its compression too.
SHORT_ENDINGS = {".tgz": ".tar.gz", ".tzst": ".tar.zst", ".tbz": ".tar.bz2", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}


def without_compression(name: str) -> str:
    """Return `name` in lower case without the ending of a compression: `A.TXT.gz` is `a.txt`."""
    name = name.lower()
    for short, long in SHORT_ENDINGS.items():
        if name.endswith(short):
            name = name.removesuffix(short) + long
    endings = tuple(ending for compression in COMPRESSIONS for ending in compression.endings)
    ending = next((ending for ending in endings if name.endswith(ending)), "")
    return name.removesuffix(ending)


def decompress(stream: Peekable, max_layers: int) -> Peekable:
    """Return `stream` with up to `max_layers` compressions taken off; the bytes decide, not the name."""
    for _ in range(max_layers):
        head = stream.peek(MAGIC_BYTES)
        opener = next((c.open for c in COMPRESSIONS if c.magic.match(head)), None)
        if opener is None:
            return stream
        stream = Peekable(Eager(opener(stream)))
    return stream
