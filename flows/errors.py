"""What can go wrong in a run, and with which status the command then ends.

CopydeskError
├── WrongUsage          2  an argument or a setting that cannot be used
├── PublishBlocked      1  a critical check failed; the warehouse is as it was
└── RunBroken           4  the run broke; a rerun resumes it
    └── WorkerLost      4  a shard ended its worker process again and again
Errors of the rooms of tasks (a busy warehouse: 3, a source that does not exist: 2) are mapped in `flows.cli`.
"""

from collections.abc import Sequence


class CopydeskError(Exception):
    """Base of what a run reports to its user in a sentence."""

    exit_status = 4


class WrongUsage(CopydeskError):
    """An argument or a setting that cannot be used as given."""

    exit_status = 2


class PublishBlocked(CopydeskError):
    """Critical checks failed, so nothing was published."""

    exit_status = 1

    def __init__(self, run_id: str, checks: Sequence[str], warehouse: str) -> None:
        self.run_id = run_id
        self.checks = tuple(checks)
        self.warehouse = warehouse
        noun = "check" if len(checks) == 1 else "checks"
        super().__init__(
            f"{len(checks)} {noun} failed, so {warehouse} was left as it was: {', '.join(checks)}. "
            f"Rows that failed: copydesk rejects --run {run_id}. All checks: {warehouse}/_runs/{run_id}/checks.json"
        )


class RunBroken(CopydeskError):
    """The run could not go on; what it finished is kept and a rerun resumes it."""


class WorkerLost(RunBroken):
    """A worker process ended without a result each time it was given one of these shards."""

    def __init__(self, jobs: Sequence[str], tries: int) -> None:
        self.jobs = tuple(jobs)
        self.tries = tries
        super().__init__(
            f"a worker process was lost {tries} times while working on {'; or '.join(jobs)} (killed, or out of memory). "
            "The last snapshot is still current and finished shards are kept: run the same command again, "
            "with fewer --workers when memory is short."
        )
