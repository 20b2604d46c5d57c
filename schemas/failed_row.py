"""A row that failed a critical check: it is set aside, and what depended on it is worked out again without it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class FailedRow:
    """One row of a table and the first check it failed. `message` is that check's sentence."""

    table_name: str
    row_id: str
    check_name: str
    message: str
