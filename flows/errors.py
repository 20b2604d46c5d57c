"""What can go wrong in a run, and with which status the command then ends.

CopydeskError
├── WrongUsage          2  an argument or a setting that cannot be used
└── RunBroken           4  the run broke; a rerun resumes it
    └── WorkerLost      4  a shard ended its worker process again and again

Errors of the rooms of `tasks` know nothing of exit statuses; `flows.cli` has a list of those that are no breakdown.
"""

from collections.abc import Sequence


class CopydeskError(Exception):
    """Base of what a run reports to its user in a sentence."""


class WrongUsage(CopydeskError):
    """An argument or a setting that cannot be used as given."""


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
