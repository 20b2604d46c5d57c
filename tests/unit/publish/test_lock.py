import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tasks.publish.errors import WarehouseBusy, WarehouseUnusable
from tasks.publish.lock import hold
from tasks.publish.warehouse import Warehouse, open_warehouse

HOLD = """
import sys, time
from pathlib import Path
from tasks.publish.lock import hold
from tasks.publish.warehouse import Warehouse
with hold(Warehouse(Path(sys.argv[1])), owner="the other"):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@contextmanager
def other_process_holds(warehouse: Warehouse, seconds: float) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(warehouse.path), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_the_lock_says_who_holds_it_and_is_free_again_afterwards(warehouse: Warehouse) -> None:
    with hold(warehouse, owner="desk"):
        note = json.loads((warehouse.path / "_lock").read_text())
        assert note["owner"] == "desk"
        assert set(note) == {"owner", "host", "pid", "start"}
    with hold(warehouse):
        pass


def test_a_second_run_fails_at_once_and_names_the_holder(warehouse: Warehouse) -> None:
    with other_process_holds(warehouse, 60) as process, pytest.raises(WarehouseBusy) as caught, hold(warehouse):
        pass
    assert (caught.value.owner, caught.value.pid) == ("the other", process.pid)
    assert caught.value.host
    assert caught.value.since
    assert "--wait" in str(caught.value)


def test_a_second_run_waits_as_long_as_it_was_told(warehouse: Warehouse) -> None:
    with other_process_holds(warehouse, 0.5), hold(warehouse, wait_seconds=20):
        pass


def test_waiting_ends_with_the_same_error(warehouse: Warehouse) -> None:
    started = time.monotonic()
    with other_process_holds(warehouse, 60), pytest.raises(WarehouseBusy), hold(warehouse, wait_seconds=0.3):
        pass
    assert time.monotonic() - started >= 0.3


def test_the_lock_of_a_killed_run_vanishes(warehouse: Warehouse) -> None:
    with other_process_holds(warehouse, 60) as process:
        process.kill()
        process.wait()
        with hold(warehouse):
            pass


def test_a_broken_run_lets_go(warehouse: Warehouse) -> None:
    with pytest.raises(RuntimeError), hold(warehouse):
        raise RuntimeError
    with hold(warehouse):
        pass


def test_a_holder_whose_note_is_not_written_yet_is_another_run(warehouse: Warehouse) -> None:
    with hold(warehouse):
        (warehouse.path / "_lock").write_text('{"own')
        with pytest.raises(WarehouseBusy, match="another run") as caught, hold(warehouse):
            pass
    assert caught.value.pid is None


def test_a_file_cannot_be_a_warehouse(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("not a folder")
    with pytest.raises(WarehouseUnusable, match="--to"):
        open_warehouse(tmp_path / "notes")
