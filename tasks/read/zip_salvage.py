"""A zip file cut off before its list of members (the standard library then reads none) -> the members found one by one.

Each member begins with a header of its own, so those before the cut can be read from the front.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from tasks.read.streams import Peekable, Readable

MEMBER_SIGNATURE = b"PK\x03\x04"
DESCRIPTOR_SIGNATURE = b"PK\x07\x08"
# Section 4.3.7 of the zip specification (APPNOTE.TXT), after the signature.
HEADER = struct.Struct("<HHHHHIIIHH")
ENCRYPTED_FLAG, SIZES_FOLLOW_FLAG = 0x1, 0x8
STORED, DEFLATED = 0, 8
CHUNK_BYTES = 64 * 1024


class Header(NamedTuple):
    """A member's own header."""

    version: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    compressed_bytes: int
    content_bytes: int
    name_bytes: int
    extra_bytes: int


@dataclass
class Content:
    """The content of one member, checked against its header at the end."""

    source: Peekable
    header: Header
    n_left: int = field(init=False)
    crc: int = 0
    is_done: bool = False

    def __post_init__(self) -> None:
        """Set up the decompressor."""
        self.n_left = self.header.compressed_bytes
        self.inflater = zlib.decompressobj(-zlib.MAX_WBITS)

    def read(self, size: int = -1, /) -> bytes:
        """Take up to `size` bytes (some, when negative); raise at a cut or a wrong checksum."""
        while not self.is_done:
            data = self.inflated(size) if self.header.method == DEFLATED else self.stored(size)
            self.crc = zlib.crc32(data, self.crc)
            if self.has_wrong_checksum():
                raise zipfile.BadZipFile("the checksum of a member is wrong")
            if data:
                return data
        return b""

    def has_wrong_checksum(self) -> bool:
        """Return whether all was read and is not what the header says; one that stands behind the member is not used."""
        return self.is_done and not self.header.flags & SIZES_FOLLOW_FLAG and self.crc != self.header.crc

    def inflated(self, size: int) -> bytes:
        """Return the next deflated bytes; what was read too far goes back to the source."""
        chunk = self.inflater.unconsumed_tail or self.source.read(CHUNK_BYTES)
        if not chunk:
            raise EOFError("the archive ends inside a member")
        data = self.inflater.decompress(chunk, max(size, 0))
        if self.inflater.eof:
            self.is_done = True
            self.source.ahead = self.inflater.unused_data + self.source.ahead
        return data

    def stored(self, size: int) -> bytes:
        """Return the next bytes of a member that is not compressed."""
        data = self.source.read(min(self.n_left, CHUNK_BYTES if size < 0 else size))
        if not data and self.n_left:
            raise EOFError("the archive ends inside a member")
        self.n_left -= len(data)
        self.is_done = self.n_left == 0
        return data


def found_members(file: BinaryIO) -> Iterator[tuple[str, Readable]]:
    """Yield the name and the content of each member up to the cut."""
    file.seek(0)
    source = Peekable(file)
    while source.peek(4) == MEMBER_SIGNATURE:
        source.read(4)
        header = Header(*HEADER.unpack(exactly(source, HEADER.size)))
        name = exactly(source, header.name_bytes).decode("utf-8", "surrogateescape")
        exactly(source, header.extra_bytes)
        if not is_readable(header):
            return
        content = Content(source, header)
        if not name.endswith("/"):
            yield name, content
        while content.read(CHUNK_BYTES):
            pass
        skip_descriptor(source, header)


def is_readable(header: Header) -> bool:
    """Return whether a member's end can be found: not when it is encrypted, or stored with its size behind it."""
    is_known = header.method == DEFLATED or (header.method == STORED and not header.flags & SIZES_FOLLOW_FLAG)
    return is_known and not header.flags & ENCRYPTED_FLAG


def exactly(source: Peekable, n_bytes: int) -> bytes:
    """Take `n_bytes`; raise EOFError when there are fewer."""
    data = source.peek(n_bytes)
    source.read(n_bytes)
    if len(data) < n_bytes:
        raise EOFError("the archive ends inside a header")
    return data


def skip_descriptor(source: Peekable, header: Header) -> None:
    """Take the sizes that stand behind a member: 12 bytes, 20 in a large archive, with or without a signature."""
    if header.flags & SIZES_FOLLOW_FLAG:
        ahead = source.peek(28)
        start = 4 if ahead.startswith(DESCRIPTOR_SIGNATURE) else 0
        is_large = ahead[start + 20 : start + 22] == b"PK" and ahead[start + 12 : start + 14] != b"PK"
        source.read(start + (20 if is_large else 12))
