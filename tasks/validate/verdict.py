"""What the checks found -> what to do: publish, set a few rows aside, or block; and the rows of the table `checks`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schemas.checks import CHECKS
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Promise, Suite

N_SAMPLE_IDS = 20  # the contract's bound
# Rows that stand for themselves. Of the other tables a row taken away would break what remains.
MAY_BE_SET_ASIDE = frozenset({"articles", "mentions", "quotes", "figures"})
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Finding:
    """What one check found: `rows` are the places in the frame that break the promise, `observed` puts it in words."""

    promise: Promise
    passed: bool
    n_failed: int
    rows: Rows
    observed: str | None


@dataclass(frozen=True)
class SetAside:
    """One row that must not be published, with the first promise it breaks."""

    table_name: str
    row_id: str
    column_name: str | None
    check_name: str
    sentence: str


@dataclass(frozen=True)
class GateResult:
    """The gate's answer. `blocked_by` says what was found for each reason not to publish; empty when all is well."""

    checks: pa.Table
    set_aside: tuple[SetAside, ...]
    blocked_by: tuple[str, ...]


def decide(
    frames: Mapping[str, pa.Table],
    suites: Mapping[str, Suite],
    findings: Mapping[str, Sequence[Finding]],
    run_id: str,
    settings: ValidateSettings,
) -> GateResult:
    """Weigh the findings on every frame."""
    rows: list[dict[str, object]] = []
    set_aside: list[SetAside] = []
    blocked_by: list[str] = []
    for name, found in findings.items():
        frame, suite = frames[name], suites[name]
        rows.extend(check_row(finding, frame, suite, run_id) for finding in found)
        broken = [f for f in found if not f.passed and f.promise.severity == "critical"]
        curable = [f for f in broken if f.promise.of_rows]
        if are_few(curable, suite, frame.num_rows, settings):
            set_aside.extend(rows_to_set_aside(curable, frame, suite))
            broken = [f for f in broken if not f.promise.of_rows]
        blocked_by.extend(reason(finding, suite) for finding in broken)
    return GateResult(CHECKS.from_rows(rows), tuple(set_aside), tuple(blocked_by))


def are_few(findings: Sequence[Finding], suite: Suite, n_rows: int, settings: ValidateSettings) -> bool:
    """Tell whether the rows that break promises may be set aside, all of them together."""
    if suite.table_name not in MAY_BE_SET_ASIDE:
        return False
    n_bad = len({row for finding in findings for row in finding.rows.tolist()})
    return n_bad < n_rows and n_bad <= max(1, settings.max_quarantined_share * n_rows)


def rows_to_set_aside(findings: Sequence[Finding], frame: pa.Table, suite: Suite) -> Iterator[SetAside]:
    """Yield each row that breaks a promise once, with the first one it breaks."""
    seen: set[int] = set()
    for finding in findings:
        fresh = [row for row in finding.rows.tolist() if row not in seen]
        seen.update(fresh)
        promise = finding.promise
        for row_id in row_ids(frame, suite, fresh):
            yield SetAside(suite.table_name, row_id, promise.column_name, promise.check_name, promise.sentence)


def row_ids(frame: pa.Table, suite: Suite, rows: Sequence[int]) -> list[str]:
    """Return what these rows are known by; the parts of a compound key stand side by side."""
    parts = [pc.cast(frame[name].take(pa.array(rows, pa.int64())), pa.string()) for name in suite.id_columns]
    named = zip(*(part.to_pylist() for part in parts), strict=True)
    return [" ".join("null" if part is None else part for part in key) for key in named]


def check_row(finding: Finding, frame: pa.Table, suite: Suite, run_id: str) -> dict[str, object]:
    """Return one row of `checks`."""
    promise = finding.promise
    return {
        "run_id": run_id,
        "table_name": suite.table_name,
        "column_name": promise.column_name,
        "check_name": promise.check_name,
        "severity": promise.severity,
        "passed": finding.passed,
        "observed": finding.observed,
        "allowed": promise.sentence,
        "n_failed": finding.n_failed,
        "sample_ids": row_ids(frame, suite, finding.rows[:N_SAMPLE_IDS].tolist()),
    }


def reason(finding: Finding, suite: Suite) -> str:
    """Say in one line which promise blocks, and what was found."""
    promise = finding.promise
    place = suite.table_name if promise.column_name is None else f"{suite.table_name}.{promise.column_name}"
    return f"{place} {promise.check_name} ({finding.observed or 'broken'})"
