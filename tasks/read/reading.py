"""What every reader is handed, and the documents it hands back for what could not be read."""

import errno
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace

import zstandard

from schemas.document import Document, Kind
from tasks.read.settings import ReadSettings
from tasks.read.streams import TooLargeError

# What the libraries raise for damaged or foreign bytes, the last of their kind found by random damage (a zip with an
# empty name: IndexError). bz2 and gzip raise OSError, which `refuse_for` tells apart.
DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    LookupError,
    ArithmeticError,
    struct.error,
    NotImplementedError,
    TooLargeError,
    zlib.error,
    lzma.LZMAError,
    zstandard.ZstdError,
    tarfile.TarError,
    zipfile.BadZipFile,
)
# The machine's trouble, not the document's: every later document would be rejected for it.
OURS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.EDQUOT})
GONE = frozenset({errno.ENOENT, errno.ESTALE, errno.ENOTDIR})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})


@dataclass(frozen=True)
class Item:
    """One file or member: its address, the name that picks its reader, and how many archives it lies in."""

    uri: str
    name: str
    settings: ReadSettings
    on_skip: Callable[[str], None]
    depth: int = 0

    def member(self, name: str, uri_name: str) -> "Item":
        """Return the member `name` of this archive."""
        return replace(self, uri=f"{self.uri}!/{uri_name}", name=name, depth=self.depth + 1)


def refuse(uri: str, reason: str, message: str, raw: bytes | None = None, kind: Kind = "text") -> Document:
    """Return a whole file or member that is set aside."""
    return Document(uri, None, kind, raw, reason, message)


def refuse_row(uri: str, record: int, reason: str, message: str, raw: bytes | None = None) -> Document:
    """Return a row that is set aside."""
    return Document(uri, record, "row", raw, reason, message)


def refuse_for(uri: str, error: Exception) -> Document:
    """Return the document at `uri` set aside for `error`; raise `error` when it is the machine's trouble."""
    if isinstance(error, TooLargeError):
        return refuse(uri, "too_large", str(error))
    number = error.errno if isinstance(error, OSError) else None
    if number in OURS:
        raise error
    if number in FORBIDDEN:
        return refuse(uri, "no_permission", "The system does not let this user read it.")
    if number in GONE:
        return refuse(uri, "vanished", "It was there when its folder was listed and is gone now.")
    return refuse(uri, "unreadable", f"It is damaged or not what its name says: {said(error)}.")


def said(error: BaseException) -> str:
    """Return an error's own words as part of a sentence."""
    return str(error).strip().rstrip(".") or type(error).__name__
