"""Starting points -> files to read, in sorted order, each once; and what is set aside or skipped on the way.

Links are followed after everything that has a name of its own, so a file keeps its own name and a link only adds what
no walk reaches (a link into a hidden folder). A file is known by its real path: reached twice, it is read once.
"""

# Paths as text: a folder may hold millions, and pathlib's objects cost ten times as much.
# ruff: noqa: PTH110, PTH116, PTH118, PTH120, PTH208

import errno
import os
import stat
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tasks.read.skips import WAREHOUSE_NAMES, why_skip
from tasks.read.sources import Start


@dataclass(frozen=True)
class Found:
    """A file to read."""

    path: Path


@dataclass(frozen=True)
class Refused:
    """Something in a source that is rejected without being opened."""

    path: Path
    reason: str
    message: str


@dataclass(frozen=True)
class Failed:
    """A file or folder that the system would not show."""

    path: Path
    error: OSError


@dataclass(frozen=True)
class Skipped:
    """Something in a source that is no document."""

    path: Path
    why: str


Step = Found | Refused | Failed | Skipped
Name = tuple[str, str]
KINDS = {stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}


@dataclass
class Walk:
    """One walk over all sources: it remembers what it met."""

    # Real paths: some 100 bytes each, a hundred megabytes for a million files.
    seen: set[str] = field(default_factory=set)

    def over(self, starts: Sequence[Start]) -> Iterator[Step]:
        """Walk every starting point, then the links met on the way."""
        for start in starts:
            path, links = str(start.path), list[str]()
            if start.is_named:
                yield from self.below((path, os.path.realpath(path)), links)
            elif why := why_skip(start.path.name):
                yield Skipped(start.path, why)
            else:
                yield from self.below((path, os.path.join(os.path.realpath(start.path.parent), start.path.name)), links)
            while links:
                yield from self.behind(links.pop(0), str(start.boundary), links)

    def below(self, name: Name, links: list[str]) -> Iterator[Step]:
        """Walk a file, or a folder and all below it; put the links met into `links`."""
        pending = [name]
        while pending:
            path, real = pending.pop()
            try:
                mode = os.lstat(real).st_mode
                if stat.S_ISLNK(mode):
                    links.append(path)
                elif real not in self.seen:
                    self.seen.add(real)
                    if stat.S_ISDIR(mode):
                        pending += reversed((yield from inside(path, real)))
                    else:
                        yield found(Path(path), mode)
            except OSError as error:
                yield Failed(Path(path), error)

    def behind(self, link: str, boundary: str, links: list[str]) -> Iterator[Step]:
        """Follow a link, unless it leads out of the source, round in a circle, or to what was read already."""
        path, target = Path(link), os.path.realpath(link)
        if not is_within(target, boundary):
            yield Refused(path, "unsafe_path", f"This link leads out of the source, to {target}, and was not followed.")
        elif is_circular(link, target):
            yield Refused(
                path, "unsafe_path", f"This link leads back to {target}, in which it lies; it was not followed."
            )
        elif not os.path.exists(target):
            yield Refused(path, "vanished", f"This link leads to {target}, where nothing is.")
        elif target in self.seen:
            yield Skipped(path, "a link to what is read under its own name")
        else:
            yield from self.below((link, target), links)


def inside(path: str, real: str) -> Generator[Step, None, list[Name]]:
    """Return what a folder holds that may be read, sorted by the bytes of the names; yield what is skipped."""
    names = sorted(os.listdir(real), key=os.fsencode)
    if len(WAREHOUSE_NAMES.intersection(names)) > 1:
        yield Skipped(Path(path), "a warehouse")
        return []
    children = []
    for name in names:
        if why := why_skip(name):
            yield Skipped(Path(path, name), why)
        else:
            children.append((os.path.join(path, name), os.path.join(real, name)))
    return children


def found(path: Path, mode: int) -> Step:
    """Return a file to read, or the refusal of a pipe, socket or device."""
    if stat.S_ISREG(mode):
        return Found(path)
    kind = KINDS.get(stat.S_IFMT(mode), "something else")
    return Refused(path, "not_a_file", f"It is {kind}, not a file, and was not opened.")


def is_within(path: str, folder: str) -> bool:
    """Return whether `path` is `folder` or lies below it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def is_circular(link: str, target: str) -> bool:
    """Return whether a link leads to itself or to a folder in which it lies."""
    try:
        os.stat(link)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return True
    return is_within(os.path.realpath(os.path.dirname(link)), target)
