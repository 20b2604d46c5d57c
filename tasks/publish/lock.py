"""One writer per warehouse: a lock that the system drops when its owner dies, with a note of who holds it."""

import fcntl
import getpass
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from tasks.publish.errors import WarehouseBusy, WarehouseUnusable
from tasks.publish.warehouse import Warehouse

POLL_SECONDS = 0.2  # short enough to be unnoticed, and signals are served between two tries


@contextmanager
def hold(warehouse: Warehouse, wait_seconds: float = 0, owner: str | None = None) -> Iterator[None]:
    """Hold the warehouse; raise WarehouseBusy, with who holds it, when it is not free within `wait_seconds`.

    The file stays when the lock is released: deleting it would let two runs lock two files of one name.
    """
    path = warehouse.path / "_lock"
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise WarehouseUnusable(path, f"cannot be opened ({error.strerror})") from error
    with file:
        acquire(file, warehouse.path, wait_seconds)
        write_note(file, {"owner": owner or user(), "host": socket.gethostname(), "pid": os.getpid(), "start": now()})
        try:
            yield
        finally:
            write_note(file, {})


def acquire(file: IO[str], warehouse: Path, wait_seconds: float) -> None:
    """Lock the open file, trying again until `wait_seconds` have passed."""
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                raise busy(file, warehouse, wait_seconds) from error
            time.sleep(min(POLL_SECONDS, wait_seconds))
        else:
            return


def busy(file: IO[str], warehouse: Path, waited: float) -> WarehouseBusy:
    """Return the error that names the holder, as far as its note can be read."""
    file.seek(0)
    try:
        note: dict[str, Any] = json.loads(file.read() or "{}")
    except ValueError:  # the holder is writing its note at this moment
        note = {}
    return WarehouseBusy(warehouse, note.get("owner"), note.get("host"), note.get("pid"), note.get("start"), waited)


def write_note(file: IO[str], note: dict[str, Any]) -> None:
    """Replace the content of the lock file."""
    file.seek(0)
    file.truncate()
    if note:
        file.write(json.dumps(note, sort_keys=True) + "\n")
    file.flush()


def user() -> str:
    """Return the name of the user, or their number where the system knows no name (as in a container)."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # KeyError before Python 3.13
        return f"user {os.getuid()}"


def now() -> str:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
