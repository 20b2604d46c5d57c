"""The pool does the four things a bare executor leaves to do."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from flows.errors import WorkerLost
from flows.pool import Pool


def square(number: int) -> int:
    return number * number


def fail_on_three(number: int) -> int:
    if number == 3:
        raise ValueError("three cannot be worked on")
    time.sleep(0.2)
    return number


def die_once(flag: str) -> str:
    path = Path(flag)
    if not path.exists():
        path.write_text("died")
        os.kill(os.getpid(), signal.SIGKILL)
    return "survived"


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def workers_of(pid: int) -> list[psutil.Process]:
    return [p for p in psutil.Process(pid).children(recursive=True) if "spawn_main" in " ".join(p.cmdline())]


def test_every_job_has_one_result() -> None:
    with Pool(2) as pool:
        assert sorted(pool.map(square, list(range(20)))) == [n * n for n in range(20)]


def test_the_processor_time_of_workers_is_counted() -> None:
    with Pool(1) as pool:
        list(pool.map(square, [1, 2, 3]))
        assert pool.cpu_seconds > 0


def test_an_exception_drops_the_queue_and_ends_the_workers() -> None:
    with Pool(2) as pool:
        with pytest.raises(ValueError, match="three cannot be worked on"):
            list(pool.map(fail_on_three, [3, *range(100, 400)]))
        assert not workers_of(os.getpid())


def test_a_pool_works_again_after_an_exception() -> None:
    with Pool(1) as pool:
        with pytest.raises(ValueError, match="three"):
            list(pool.map(fail_on_three, [3]))
        assert list(pool.map(square, [5])) == [25]


def test_a_lost_worker_is_replaced_and_its_shard_done_again(tmp_path: Path) -> None:
    with Pool(1) as pool:
        assert list(pool.map(die_once, [str(tmp_path / "flag")])) == ["survived"]


def test_a_shard_that_kills_its_worker_each_time_is_named() -> None:
    with Pool(1) as pool, pytest.raises(WorkerLost, match="lost 3 times while working on 7"):
        list(pool.map(die, [7]))


ORPHAN_MAKER = """
import sys, time
from flows.pool import Pool
if __name__ == "__main__":
    with Pool(1) as pool:
        for _ in pool.map(time.sleep, [0.01, 60]):
            print("working", flush=True)
"""


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "orphan_maker.py"
    script.write_text(ORPHAN_MAKER)
    root = Path(__file__).parents[3]
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(root)}
    )
    assert parent.stdout is not None
    with parent.stdout:
        parent.stdout.readline()
        workers = workers_of(parent.pid)
        parent.kill()
        parent.wait()
    assert workers
    _, alive = psutil.wait_procs(workers, timeout=20)
    assert not alive
