"""The few operations on a file system that publishing is made of; an object store would replace this module alone."""

import errno
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

# What link(2) answers when two places cannot share a file: other file system, no hard links there, too many of them.
CANNOT_LINK = frozenset({errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS})


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Wait until a file's bytes, or a folder's entries, have reached the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unnamed_file(folder: Path, part: str) -> Path:
    """Create an empty file in `folder` that no reader takes for data."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{part}-", suffix=".partial", dir=folder)
    os.close(handle)
    path = Path(name)
    path.chmod(0o644)  # mkstemp makes files only their owner may read
    return path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it appears under its name complete, or not at all."""
    unnamed = unnamed_file(path.parent, path.name)
    try:
        unnamed.write_bytes(content)
        sync(unnamed)
        unnamed.replace(path)
    finally:
        unnamed.unlink(missing_ok=True)
    sync(path.parent)


def share(source: Path, target: Path) -> None:
    """Give `target` the content of `source`, by a hard link where the file system allows it, else by a copy."""
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno not in CANNOT_LINK:
            raise
        shutil.copyfile(source, target)
        sync(target)


def point(link: Path, target: str) -> None:
    """Make `link` a symbolic link to `target` in one step: readers see the old target or the new one."""
    unnamed = link.with_name(f".{link.name}.{os.getpid()}.partial")
    unnamed.unlink(missing_ok=True)
    unnamed.symlink_to(target)
    try:
        unnamed.replace(link)
    finally:
        unnamed.unlink(missing_ok=True)
    sync(link.parent)
