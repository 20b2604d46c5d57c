"""Starts Prefect's embedded server, when there is to be one, so that it outlives the run by nothing and is ended by nothing else.

A terminal interrupts every process of its group. The server would end first, and the run would try for minutes to tell it
that it was cancelled. A child inherits the blocked signals of the thread that starts it: that thread is one of its own, so
the command itself still answers the interrupt at once.

A run that is killed cannot stop its server. A guard reads a pipe that only the run holds: it comes to its end when the run
does, however that happens, and the server is then asked to stop.
"""

import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
from prefect.client.orchestration import get_client

GUARD = 'read -r _; kill "$0" 2>/dev/null'


@contextmanager
def embedded_server() -> Iterator[None]:
    """Start the server and wait until it answers; with PREFECT_API_URL set, do nothing. Prefect stops it when the command ends."""
    starting = threading.Thread(target=start, daemon=True)
    starting.start()
    starting.join()
    guards = [guard(child.pid) for child in psutil.Process().children()]
    try:
        yield
    finally:
        for each in guards:
            each.kill()
            each.communicate()


def start() -> None:
    """Make a client, which starts the server. The flow tries again when that failed, and says what is wrong."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    get_client(sync_client=True)


def guard(pid: int) -> "subprocess.Popen[bytes]":
    """Start what ends the process `pid` when this one is gone; in a session of its own, out of the terminal's reach."""
    return subprocess.Popen(["/bin/sh", "-c", GUARD, str(pid)], stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 - our own line and a number
