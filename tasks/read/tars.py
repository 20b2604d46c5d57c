"""A tar archive -> the documents of its members, read in one pass from front to back."""

import io
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from schemas.document import Document
from tasks.read.archives import ReadMember, linked, screened
from tasks.read.errors import DamagedArchiveError
from tasks.read.reading import DAMAGE, Item, refuse, refuse_for, said
from tasks.read.streams import MemberStream, Readable

# Headers that carry a long name or attributes; tarfile reads them into memory whole.
EXTENSIONS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
# Bytes. A path has at most 4096; a header of megabytes is a bomb.
LONGEST_EXTENSION_BYTES = 1024 * 1024


@dataclass
class Headers:
    """What was seen of an archive's headers."""

    is_ended: bool = False
    n_damaged: int = 0

    def note(self, error: tarfile.HeaderError) -> None:
        """Note a header that could not be read; what follows the end of the archive does not matter."""
        if str(error) == "end of file header":  # tarfile has a class for it, and does not document it
            self.is_ended = True
        elif str(error) != "empty header" and not self.is_ended:
            self.n_damaged += 1


def noting(headers: Headers) -> type[tarfile.TarInfo]:
    """Return a kind of header that notes damage: tarfile itself passes over it without a word."""

    class NotingTarInfo(tarfile.TarInfo):
        @classmethod
        def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "NotingTarInfo":
            try:
                info = super().frombuf(buf, encoding, errors)
            except tarfile.HeaderError as error:
                headers.note(error)
                raise
            if info.type in EXTENSIONS and info.size > LONGEST_EXTENSION_BYTES:
                raise tarfile.HeaderError(f"a header claims {info.size:,} bytes")
            return info

    return NotingTarInfo


def read_tar(stream: Readable, item: Item, read_member: ReadMember) -> Iterator[Document]:
    """Yield the documents of every member; after a damaged header go on with the next sound one."""
    headers = Headers()
    try:
        yield from all_documents(stream, headers, item, read_member)
    except DamagedArchiveError as error:
        if error.uri != item.uri:
            raise
        message = f"The archive is damaged: {said(error.cause)}. Its members up to there were read."
        yield refuse(item.uri, "unreadable", message)
        return
    except DAMAGE as error:
        yield refuse_for(item.uri, error)
        return
    if headers.n_damaged:
        message = f"The archive is damaged: {headers.n_damaged} of its blocks are no header. What is sound was read."
        yield refuse(item.uri, "unreadable", message)


def all_documents(stream: Readable, headers: Headers, item: Item, read_member: ReadMember) -> Iterator[Document]:
    """Yield the documents of every member that can be found."""
    # ignore_zeros makes tarfile look for the next header where one is damaged.
    fileobj = cast(io.BytesIO, stream)
    with tarfile.open(fileobj=fileobj, mode="r|", tarinfo=noting(headers), ignore_zeros=True) as archive:
        while member := archive.next():
            yield from member_documents(archive, member, item, read_member)
            # tarfile keeps every header it met; a large archive has millions.
            archive.members.clear()  # type: ignore[attr-defined]


def member_documents(
    archive: tarfile.TarFile, info: tarfile.TarInfo, item: Item, read_member: ReadMember
) -> Iterator[Document]:
    """Yield the documents of one member."""
    if info.isdir():
        return
    member = screened(item, info.name)
    if isinstance(member, Document):
        yield member
    elif member is not None and info.isreg():
        content = archive.extractfile(info)
        if content is not None:
            yield from read_member(MemberStream(content, item.uri), member)
    elif member is not None and (info.issym() or info.islnk()):
        yield from linked(member, info.linkname, is_from_root=info.islnk())
    elif member is not None:
        yield refuse(member.uri, "not_a_file", "It is a pipe or device in an archive, not a file.")
