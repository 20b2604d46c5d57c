"""A publish that dies at any step: the last snapshot stays current and whole, and the next publish clears up."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.publish.verify import verify
from tasks.publish.warehouse import Warehouse
from tests.unit.publish.conftest import Publish

STEPS = ("link", "fsync", "replace", "rename", "symlink", "mkdir")

KILLED = """
import os, signal, sys
from pathlib import Path
from schemas.catalog import TABLES
from tasks.publish.files import write_table
from tasks.publish.snapshot import publish
from tasks.publish.warehouse import Warehouse

warehouse, step, call = Warehouse(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
files = {}
for table in TABLES:
    folder = warehouse.staging / "killed" / table.name
    files[table.name] = [write_table(table.arrow_schema().empty_table(), folder, "all")]
real, calls = getattr(os, step), 0

def deadly(*args, **kwargs):
    global calls
    calls += 1
    if calls == call:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **kwargs)

setattr(os, step, deadly)
publish(warehouse, "ba9876543210", files, [], {}, {})
print("published")
"""


class BrokeError(Exception):
    """Not an OSError: those mean something to the code under test."""


def break_at(call: int, real: Callable[..., object]) -> Callable[..., object]:
    calls = 0

    def deadly(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls == call:
            raise BrokeError
        return real(*args, **kwargs)

    return deadly


def assert_whole(warehouse: Warehouse, numbers: set[int]) -> None:
    current = warehouse.current_snapshot()
    assert current is not None
    assert current.number in numbers
    assert [p for s in warehouse.snapshots() for p in verify(s)] == []


def leftovers(warehouse: Warehouse) -> list[Path]:
    known = {s.path for s in warehouse.snapshots()} | {warehouse.last_number_file}
    hidden = [p for p in warehouse.path.iterdir() if p.name.startswith(".")]
    return hidden + [p for p in warehouse.snapshots_folder.iterdir() if p not in known]


@pytest.mark.parametrize("step", STEPS)
def test_an_error_at_any_call_leaves_the_last_snapshot_current(
    warehouse: Warehouse, publish_names: Publish, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_names("Ada")
    for name in ("articles", "quotes"):  # so that the second publish makes links, too
        (warehouse.path / name).unlink()
    real, call, broke = getattr(os, step), 0, True
    while broke:
        call += 1
        with monkeypatch.context() as patched:
            patched.setattr(os, step, break_at(call, real))
            try:
                publish_names("Ben", str(call))
                broke = False
            except BrokeError:
                pass
        assert_whole(warehouse, set(range(1, call + 1)))
    assert leftovers(warehouse) == []
    assert call > 1, "the step was never reached"


@pytest.mark.parametrize(
    ("step", "call", "published"),
    [
        ("link", 1, 1),
        ("fsync", 8, 1),
        ("rename", 1, 1),
        ("symlink", 1, 1),
        ("replace", 3, 1),
        ("replace", 4, 2),
        ("replace", 9, 2),
    ],
)
def test_a_kill_at_any_step_leaves_a_whole_snapshot_current(
    warehouse: Warehouse, publish_names: Publish, step: str, call: int, published: int
) -> None:
    publish_names("Ada")
    command = [sys.executable, "-c", KILLED, str(warehouse.path), step, str(call)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == (0 if call == 9 else -signal.SIGKILL), ended.stderr
    assert_whole(warehouse, {published})
    assert publish_names("Cas").number == published + 1
    assert_whole(warehouse, {published + 1})
    assert leftovers(warehouse) == []
