"""What the user named -> the files and folders to start from."""

import glob
import os
import re
import urllib.parse
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.read.errors import SourceNotFound, UnsupportedSource

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


@dataclass(frozen=True)
class Start:
    """Where to start reading, the folder its links must stay in, and whether the user named this very file."""

    path: Path
    boundary: Path
    is_named: bool


def find_starts(sources: Sequence[str]) -> tuple[Start, ...]:
    """Return the starting points of all sources, in the order given; raise for a source that matches nothing."""
    return tuple(start for source in sources for start in starts_of(source))


def starts_of(source: str) -> list[Start]:
    """Return the starting points of one source; a name that exists wins over its reading as a pattern."""
    path = local_path(source)
    if os.path.lexists(path):
        boundary = path if path.is_dir() else path.parent
        return [Start(path, boundary.resolve(), is_named=True)]
    boundary = folder_before_pattern(path).resolve()
    matches = sorted(glob.glob(str(path), recursive=True), key=os.fsencode)  # noqa: PTH207  # pathlib's skips links
    if not matches:
        raise SourceNotFound(source, str(Path.cwd()))
    return [Start(Path(match), boundary, is_named=False) for match in matches]


def local_path(source: str) -> Path:
    """Return the path of a source; raise UnsupportedSource for an address elsewhere."""
    scheme = SCHEME.match(source)
    if scheme is None:
        return Path(source).expanduser()
    if scheme[1].lower() != "file":
        raise UnsupportedSource(source, scheme[1])
    return Path(urllib.request.url2pathname(urllib.parse.urlsplit(source).path))


def folder_before_pattern(path: Path) -> Path:
    """Return the longest leading folder of `path` without a wildcard."""
    parts = path.parts
    n = next((i for i, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return Path(*parts[:n])
