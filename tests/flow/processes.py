"""Programs that tests run as processes of their own: waiting for what they do, and leaving none of them behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
BUSY_SECONDS = 240.0  # a step that takes 10 seconds on a quiet machine may take minutes on one that others use
POLL_SECONDS = 0.1


def until(holds: Callable[[], bool], what: str, seconds: float = BUSY_SECONDS) -> None:
    """Wait until `holds()`; fail when it takes longer than `seconds`."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not within {seconds:.0f} seconds")
        time.sleep(POLL_SECONDS)


def environment(prefect_home: Path, **more: str) -> dict[str, str]:
    """Return this process's environment with a Prefect home of its own and no other setting of Prefect or copydesk."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "COPYDESK_"))}
    told = {"PREFECT_HOME": str(prefect_home), "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
    return {**own, **told, "PYTHONPATH": str(ROOT), **more}


@contextmanager
def running(command: Sequence[str], env: dict[str, str], folder: Path, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program in a session of its own, its output going to `log`; at the end it and all its descendants are gone."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            env=env,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=heed_interrupts,
        )
    try:
        yield process
    finally:
        end(process)


def heed_interrupts() -> None:
    """Undo, in a program about to start, that a shell has its background jobs ignore SIGINT: tests may run in one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a program to end, give it ten seconds, then kill what is left of it and of its descendants."""
    family = descendants(process.pid)
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
    for member in {*family, *descendants(process.pid)}:
        with suppress(psutil.NoSuchProcess):
            member.kill()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def descendants(pid: int) -> list[psutil.Process]:
    """Return the living processes below a process; none when it is gone."""
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def alive(processes: Sequence[psutil.Process]) -> list[psutil.Process]:
    """Return the processes that still run; one that only waits to be collected by the system is none."""
    left = []
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            if process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                left.append(process)
    return left
