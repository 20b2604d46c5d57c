"""Maps a function over shards with processes that end with their parent.

A bare ProcessPoolExecutor leaves four things to do, and each one decided a kill test: workers that end when their parent
does; a queue that is dropped and workers that are terminated on any exception; a bounded window of submissions that wakes
every second, so that signals are served; and a fresh pool after a worker was lost, twice, then an error that names the shard.
"""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from types import TracebackType
from typing import Self, TypeVar

from flows.errors import WorkerLost

Job = TypeVar("Job")
Result = TypeVar("Result")

WAKE_SECONDS = 1.0  # a signal is served within this time
FRESH_POOLS = 2  # a worker can be lost to a passing shortage of memory; a shard that kills it three times is the cause
WINDOW_PER_WORKER = 2  # one job at work and one waiting, so that no worker idles and a dropped queue is short


class Pool:
    """Worker processes of one run. They start with the first map and are used by every stage after it."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.cpu_seconds = 0.0  # processor time of finished jobs, for the stage that asks
        self._executor: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
        """Yield `function(job)` for every job, in the order in which they are done.

        Raises whatever the function raises, after the workers were ended; WorkerLost when a job kills its worker again and again.
        """
        left = dict(enumerate(jobs))
        for _ in range(FRESH_POOLS + 1):
            try:
                yield from self._drain(function, left)
                return
            except BrokenProcessPool:
                self.end()
            except BaseException:
                self.end()
                raise
        raise WorkerLost([str(job) for job in list(left.values())[: self.workers]], FRESH_POOLS + 1)

    def _drain(self, function: Callable[[Job], Result], left: dict[int, Job]) -> Iterator[Result]:
        """Work off the jobs in `left`, taking each one out when its result is there."""
        executor = self._executor = self._executor or start_executor(self.workers)
        queue = iter(list(left.items()))
        running: dict[Future[tuple[Result, float]], int] = {}
        while True:
            for number, job in queue:
                running[executor.submit(timed, function, job)] = number
                if len(running) >= self.workers * WINDOW_PER_WORKER:
                    break
            if not running:
                return
            done, _ = wait(running, timeout=WAKE_SECONDS, return_when=FIRST_COMPLETED)
            for future in done:
                result, cpu_seconds = future.result()
                left.pop(running.pop(future))
                self.cpu_seconds += cpu_seconds
                yield result

    def end(self) -> None:
        """Drop the queue and end the workers at once; a later map starts fresh ones."""
        if self._executor is None:
            return
        executor, self._executor = self._executor, None
        processes = list((getattr(executor, "_processes", None) or {}).values())
        executor.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


def start_executor(workers: int) -> ProcessPoolExecutor:
    """Return an executor of spawned processes: forked ones would inherit the threads of Prefect and Arrow half-way."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=settle_in)


def settle_in() -> None:
    """Prepare a worker: one thread for its libraries, no keyboard interrupts, an end when the parent ends."""
    # The run's processes are as many as the cores: threads inside them would only wait for one another.
    os.environ["OMP_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the parent to end, then end this process: an orphan would keep the run 'Running' for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def timed(function: Callable[[Job], Result], job: Job) -> tuple[Result, float]:
    """Return the function's result and the processor seconds this worker spent on it."""
    start = time.process_time()
    result = function(job)
    return result, time.process_time() - start
