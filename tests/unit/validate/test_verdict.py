import pytest

from schemas.checks import CHECKS
from schemas.table import Severity
from tasks.validate.errors import ChecksFailed
from tasks.validate.findings import Finding
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Promise, Suite
from tasks.validate.verdict import N_SAMPLE_IDS, GateResult, decide
from tests.unit.validate.good_rows import RUN

N_ROWS = 1_000
SETTINGS = ValidateSettings(max_quarantined_share=0.01)


def finding(
    rows: list[int], severity: Severity = "critical", of_rows: bool = True, name: str = "not_null", n_rows: int = N_ROWS
) -> Finding:
    promise = Promise(name, "not_null", ("kind",), "kind", "kind is never null.", severity, of_rows)
    return Finding(promise, not rows, len(rows), n_rows, tuple(f"q{row}" for row in rows))


def weigh(*findings: Finding, table: str = "quotes") -> GateResult:
    suite = Suite(table, tuple(f.promise for f in findings), ("quote_id",))
    return decide({table: suite}, {table: findings}, RUN, SETTINGS)


def test_what_holds_is_published() -> None:
    result = weigh(finding([]))
    assert (result.set_aside, result.blocked_by) == ((), ())
    assert result.checks.to_pylist()[0]["passed"]


def test_a_broken_warning_is_shown_and_published() -> None:
    result = weigh(finding(list(range(900)), severity="warning"))
    assert (result.set_aside, result.blocked_by) == ((), ())
    row = result.checks.to_pylist()[0]
    assert (row["passed"], row["severity"], row["n_failed"], row["observed"]) == (
        False,
        "warning",
        900,
        "900 of 1,000 rows",
    )


def test_few_broken_rows_are_set_aside_by_their_id() -> None:
    result = weigh(finding([0, 7]))
    assert [(s.table_name, s.row_id, s.check_name) for s in result.set_aside] == [
        ("quotes", "q0", "not_null"),
        ("quotes", "q7", "not_null"),
    ]
    assert result.blocked_by == ()


def test_a_row_that_breaks_two_promises_is_set_aside_once_for_the_first() -> None:
    result = weigh(finding([3]), finding([3, 4], name="between"))
    assert [(s.row_id, s.check_name) for s in result.set_aside] == [("q3", "not_null"), ("q4", "between")]


@pytest.mark.parametrize(
    ("table", "rows", "n_rows", "blocks"),
    [
        ("quotes", range(10), 1_000, False),
        ("quotes", range(11), 1_000, True),
        ("quotes", range(1), 12, False),
        ("quotes", range(2), 12, True),
        ("quotes", range(1), 1, True),
        ("sources", range(1), 1_000, True),
        ("duplicates", range(1), 1_000, True),
    ],
)
def test_many_broken_rows_block_and_so_does_one_of_a_table_that_others_rest_on(
    table: str, rows: range, n_rows: int, blocks: bool
) -> None:
    result = weigh(finding(list(rows), n_rows=n_rows), table=table)
    assert bool(result.blocked_by) == blocks
    assert len(result.set_aside) == (0 if blocks else len(rows))


def test_rows_that_break_different_promises_are_counted_together() -> None:
    assert weigh(finding(list(range(6))), finding(list(range(6, 12)))).blocked_by == (
        "quotes.kind not_null (6 of 1,000 rows)",
        "quotes.kind not_null (6 of 1,000 rows)",
    )


def test_a_broken_promise_on_the_table_blocks_while_few_rows_are_set_aside() -> None:
    result = weigh(finding([1]), finding([1, 2], of_rows=False, name="unique"))
    assert result.blocked_by == ("quotes.kind unique (2 of 1,000 rows)",)
    assert [s.row_id for s in result.set_aside] == ["q1"]


def test_the_results_are_rows_of_checks_with_a_few_ids() -> None:
    checks = weigh(finding(list(range(50)))).checks
    assert checks.schema.equals(CHECKS.arrow_schema())
    assert checks["sample_ids"].to_pylist()[0] == [f"q{n}" for n in range(N_SAMPLE_IDS)]


def test_the_error_says_what_failed_and_that_nothing_changed() -> None:
    error = ChecksFailed(RUN, "warehouse", ["ledger.n_read run_adds_up (3 and 4)"])
    assert str(error) == (
        "1 check failed, so warehouse was left as it was: ledger.n_read run_adds_up (3 and 4). "
        f"Rows that failed: copydesk rejects --run {RUN}."
    )
    assert error.blocked_by == ("ledger.n_read run_adds_up (3 and 4)",)
