"""What can go wrong when tables are checked.

ValidateError
├── ChecksFailed       promises are broken that block the publish
├── CheckNotRun        a promise could be neither kept nor broken: its check did not run
└── FrameIncomplete    a gate frame lacks what its promises speak of
"""

from collections.abc import Iterable, Sequence

# ruff: noqa: N818 - the name says what happened; that it is an error, the tree says


class ValidateError(Exception):
    """Any failure of this room; nothing was published."""


class ChecksFailed(ValidateError):
    """Critical promises are broken, and not by a few rows that could be set aside."""

    def __init__(self, run_id: str, warehouse: str, blocked_by: Sequence[str]) -> None:
        self.run_id, self.warehouse, self.blocked_by = run_id, warehouse, tuple(blocked_by)
        n = len(self.blocked_by)
        checks = "1 check" if n == 1 else f"{n} checks"
        super().__init__(
            f"{checks} failed, so {warehouse} was left as it was: {'; '.join(self.blocked_by)}. "
            f"Rows that failed: copydesk rejects --run {run_id}."
        )


class CheckNotRun(ValidateError):
    """Great Expectations could not evaluate a check, which says nothing about the rows."""

    def __init__(self, table: str, check: str, cause: str) -> None:
        self.table, self.check, self.cause = table, check, cause
        super().__init__(
            f"The check {check} of {table} could not run ({cause}), so it is not known whether the tables are good and "
            "nothing was published. This is a fault of copydesk or of the libraries it runs on: please report it."
        )


class FrameIncomplete(ValidateError):
    """A gate frame was built without a column, or with a rule that has no answer for some rows."""

    def __init__(self, table: str, what: str, names: Iterable[str]) -> None:
        self.table, self.what, self.names = table, what, tuple(sorted(names))
        super().__init__(
            f"The gate frame of {table} has {what}: {', '.join(self.names)}. Its promises cannot be checked, so "
            "nothing was published. This is a fault of copydesk: please report it."
        )
