"""Starts Prefect's embedded server, when there is to be one, where the keyboard's interrupt does not reach it.

A terminal interrupts every process of its group. The server would end first, and the run would try for minutes to tell it
that it was cancelled. A child inherits the blocked signals of the thread that starts it: that thread is one of its own, so
the command itself still answers the interrupt at once.
"""

import signal
import threading

from prefect.client.orchestration import get_client


def start_out_of_reach() -> None:
    """Start the server and wait until it answers; with PREFECT_API_URL set, do nothing."""
    starting = threading.Thread(target=start, daemon=True)
    starting.start()
    starting.join()


def start() -> None:
    """Make a client, which starts the server. The flow tries again when that failed, and says what is wrong."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    get_client(sync_client=True)
