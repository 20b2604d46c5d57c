"""What the checks found -> what to do: publish, set a few rows aside, or block; and the rows of the table `checks`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from schemas.checks import CHECKS
from tasks.validate.findings import Finding
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Suite

N_SAMPLE_IDS = 20  # the contract's bound
# Rows that stand for themselves. Of the other tables a row taken away would break what remains.
MAY_BE_SET_ASIDE = frozenset({"articles", "mentions", "quotes", "figures"})


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
    suites: Mapping[str, Suite], findings: Mapping[str, Sequence[Finding]], run_id: str, settings: ValidateSettings
) -> GateResult:
    """Weigh the findings on every frame."""
    rows: list[dict[str, object]] = []
    set_aside: list[SetAside] = []
    blocked_by: list[str] = []
    for name, found in findings.items():
        suite = suites[name]
        rows.extend(check_row(finding, suite, run_id) for finding in found)
        broken = [f for f in found if not f.passed and f.promise.severity == "critical"]
        curable = [f for f in broken if f.promise.of_rows]
        if are_few(curable, suite, settings):
            set_aside.extend(rows_to_set_aside(curable, suite))
            broken = [f for f in broken if not f.promise.of_rows]
        blocked_by.extend(reason(finding, suite) for finding in broken)
    return GateResult(CHECKS.from_rows(rows), tuple(set_aside), tuple(blocked_by))


def are_few(findings: Sequence[Finding], suite: Suite, settings: ValidateSettings) -> bool:
    """Tell whether the rows that break promises may be set aside, all of them together."""
    if suite.table_name not in MAY_BE_SET_ASIDE or not findings:
        return False
    n_rows = findings[0].n_rows
    n_bad = len({row_id for finding in findings for row_id in finding.row_ids})
    return n_bad < n_rows and n_bad <= max(1, settings.max_quarantined_share * n_rows)


def rows_to_set_aside(findings: Sequence[Finding], suite: Suite) -> Iterator[SetAside]:
    """Yield each row that breaks a promise once, with the first one it breaks."""
    seen: set[str] = set()
    for finding in findings:
        promise = finding.promise
        for row_id in finding.row_ids:
            if row_id not in seen:
                seen.add(row_id)
                yield SetAside(suite.table_name, row_id, promise.column_name, promise.check_name, promise.sentence)


def check_row(finding: Finding, suite: Suite, run_id: str) -> dict[str, object]:
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
        "sample_ids": list(finding.row_ids[:N_SAMPLE_IDS]),
    }


def reason(finding: Finding, suite: Suite) -> str:
    """Say in one line which promise blocks, and what was found."""
    promise = finding.promise
    place = suite.table_name if promise.column_name is None else f"{suite.table_name}.{promise.column_name}"
    return f"{place} {promise.check_name} ({finding.observed or 'broken'})"
