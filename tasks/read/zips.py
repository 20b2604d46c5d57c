"""A zip archive -> the documents of its members, in the archive's order."""

import stat
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from schemas.document import Document
from tasks.read.archives import ReadMember, linked, screened
from tasks.read.errors import DamagedArchiveError
from tasks.read.reading import DAMAGE, Item, refuse, refuse_for, said
from tasks.read.streams import Eager, MemberStream, Peekable, ReadableInPieces, read_bounded
from tasks.read.zip_salvage import found_members

ENCRYPTED_FLAG = 0x1
UTF8_FLAG = 0x800
# Bytes. A link's content is the path it leads to.
LONGEST_LINK = 4096


def read_zip(stream: Peekable, item: Item, read_member: ReadMember) -> Iterator[Document]:
    """Yield the documents of every member; of an archive without its list of members, of those found one by one."""
    with stream.seekable(item.settings) as file:
        try:
            archive = zipfile.ZipFile(file)
        except DAMAGE as error:
            yield from salvaged(file, item, read_member)
            message = f"The archive is damaged: {said(error)}. The members that could be found in it were read."
            yield refuse(item.uri, "unreadable", message)
            return
        for info in archive.infolist():
            if not info.filename.endswith("/"):
                yield from member_documents(archive, info, item, read_member)


def member_documents(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, item: Item, read_member: ReadMember
) -> Iterator[Document]:
    """Yield the documents of one member; a damaged one costs itself only."""
    member = screened(item, member_name(info))
    if isinstance(member, Document):
        yield member
    elif member is not None and info.flag_bits & ENCRYPTED_FLAG:
        yield refuse(member.uri, "unreadable", "It is encrypted, and its password is not known.")
    elif member is not None:
        try:
            with archive.open(info) as content:
                if stat.S_ISLNK(info.external_attr >> 16):
                    yield from linked(member, read_bounded(content, LONGEST_LINK).decode("utf-8", "surrogateescape"))
                else:
                    yield from read_member(Eager(cast(ReadableInPieces, content)), member)
        except DAMAGE as error:
            yield refuse_for(member.uri, error)


def member_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name: many programs store UTF-8 without saying so, and zipfile then reads it as cp437."""
    if info.flag_bits & UTF8_FLAG:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def salvaged(file: BinaryIO, item: Item, read_member: ReadMember) -> Iterator[Document]:
    """Yield the documents of the members that stand whole in an archive that has lost its list of members."""
    try:
        for name, content in found_members(file):
            member = screened(item, name)
            if isinstance(member, Document):
                yield member
            elif member is not None:
                yield from read_member(MemberStream(content, item.uri), member)
    except DamagedArchiveError as error:
        if error.uri != item.uri:
            raise
    except DAMAGE:
        return
