"""Paths and member names -> addresses of documents."""

# Paths as text: pathlib's resolve() follows links and would rename documents, os.path only tidies.
# ruff: noqa: PTH100, PTH118, PTH120

import os
import re
from dataclasses import dataclass
from pathlib import Path

DRIVE = re.compile(r"[A-Za-z]:[\\/]")


@dataclass
class Addresses:
    """Addresses of files: relative to a folder for those below it, reached by its own name or through a link."""

    base: Path

    def __post_init__(self) -> None:
        """Know the folder by both its names."""
        self.folder = os.path.abspath(self.base)
        self.real_folder = os.path.realpath(self.base)
        self.last = ("", "")

    def of(self, path: Path) -> str:
        """Return the address of the file at `path`."""
        absolute = os.path.abspath(path)
        for file, folder in ((absolute, self.folder), (self.in_real_folder(absolute), self.real_folder)):
            if file.startswith(folder.rstrip(os.sep) + os.sep):
                return printable(Path(os.path.relpath(file, folder)).as_posix())
        return Path(absolute).as_uri()

    def in_real_folder(self, path: str) -> str:
        """Return `path` with the links of its folder followed, its own name kept."""
        folder, name = os.path.split(path)
        if self.last[0] != folder:  # files come folder by folder, and following links is slow
            self.last = (folder, os.path.realpath(folder))
        return os.path.join(self.last[1], name)


def printable(name: str) -> str:
    """Return `name` with bytes that are not UTF-8 percent-encoded: `caf%E9.txt`. Other characters stay."""
    if name.isascii():
        return name
    return "".join(f"%{ord(c) - 0xDC00:02X}" if "\udc80" <= c <= "\udcff" else c for c in name)


def is_unsafe(member: str) -> bool:
    """Return whether a member's name leads out of its archive: absolute, with a drive, or through `..`."""
    return member.startswith(("/", "\\")) or bool(DRIVE.match(member)) or ".." in re.split(r"[/\\]", member)


def member_address(member: str) -> str:
    """Return a member's name as it stands in an address, without a leading `./`."""
    return printable(re.sub(r"^(?:\./+)+", "", member))


def target_is_unsafe(member: str, target: str) -> bool:
    """Return whether a link in an archive leads out of it."""
    if target.startswith(("/", "\\")) or DRIVE.match(target):
        return True
    joined = os.path.normpath(os.path.join(os.path.dirname(member), target))
    return joined == ".." or joined.startswith("../")
