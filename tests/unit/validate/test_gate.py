"""The gate with the real library: one run over a frame per case, since importing it and each check cost time."""

import logging
import subprocess
import sys
import warnings
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pytest

from schemas.catalog import TABLES
from schemas.sources import SOURCES
from tasks.validate import gate
from tasks.validate.drift import drift_frame
from tasks.validate.errors import CheckNotRun, FrameIncomplete
from tasks.validate.gate import run_gate
from tasks.validate.ledger import RunCounts, SnapshotCounts, ledger_frame
from tasks.validate.narrow import narrow
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Kind, Promise, Suite
from tasks.validate.suites import gate_suites
from tests.unit.validate.good_rows import RUN

SETTINGS = ValidateSettings()
DAYS = [date(2024, 5, 2), date(2024, 5, 3)]


def promise(kind: Kind, *columns: str, **bounds: Any) -> Promise:
    return Promise("check", kind, columns, None, "A sentence.", "warning", **bounds)


VALUE = "value"
IN_SET = promise("in_set", VALUE, values=("a", "b"))
SHARE = promise("between", VALUE, low=0, high=1)
NOT_BELOW = promise("not_below", "end", "start")
KEY = promise("unique", "uri", "record")
NAN = float("nan")

# promise, columns of the frame, the rows that break it
CASES: dict[str, tuple[Promise, Mapping[str, Any], list[int]]] = {
    "not null": (promise("not_null", VALUE), {VALUE: ["a", None, "b", None]}, [1, 3]),
    "presence": (promise("not_null", VALUE), {VALUE: pa.array([True, None])}, [1]),
    "unique": (promise("unique", VALUE), {VALUE: ["a", "b", "a", "c"]}, [0, 2]),
    "compound": (KEY, {"uri": ["a", "a", "b"], "record": [1, 2, 1]}, []),
    "compound repeated": (KEY, {"uri": ["a", "b", "a"], "record": [1, 1, 1]}, [0, 2]),
    "compound repeated with null": (
        KEY,
        {"uri": ["a", "b", "a"], "record": pa.array([None, 1, None], pa.int64())},
        [0, 2],
    ),
    "in set": (IN_SET, {VALUE: ["a", None, "c", "b", ""]}, [2, 4]),
    "in set holds": (IN_SET, {VALUE: ["a", None, "b"]}, []),
    "between": (SHARE, {VALUE: [0.0, 1.0, None, 1.5, -0.1]}, [3, 4]),
    "between is no number": (SHARE, {VALUE: pa.array([0.5, NAN])}, [1]),
    "between all null": (SHARE, {VALUE: pa.array([None, None], pa.float64())}, []),
    "at least": (promise("between", VALUE, low=1), {VALUE: pa.array([0, 1, None, 2**40], pa.int64())}, [0]),
    "matches": (promise("matches", VALUE, pattern="^[0-9a-f]{3}$"), {VALUE: ["abc", None, "abcd", "xyz"]}, [2, 3]),
    "order of numbers": (NOT_BELOW, {"start": [1, 2, None, 4], "end": [1, 1, 0, None]}, [1]),
    "order of days": (NOT_BELOW, {"start": [*DAYS, None], "end": [DAYS[1], DAYS[0], DAYS[0]]}, [1]),
    "order of instants": (
        NOT_BELOW,
        {
            "start": [datetime(2024, 5, 2, 9, tzinfo=UTC)] * 2,
            "end": [datetime(2024, 5, 2, hour, tzinfo=UTC) for hour in (8, 9)],
        },
        [0],
    ),
    "equal": (promise("equal", "start", "end"), {"start": [3, 3], "end": [3, 4]}, [1]),
    "rule": (promise("true", VALUE), {VALUE: [True, False, True]}, [1]),
    "rule holds": (promise("true", VALUE), {VALUE: [True, True]}, []),
    "not empty": (promise("not_empty"), {VALUE: ["a"]}, []),
}


def whole(frames: Mapping[str, pa.Table]) -> dict[str, list[pa.Table]]:
    """Return frames that come in one part."""
    return {name: [frame] for name, frame in frames.items()}


@pytest.fixture(scope="module")
def checks() -> dict[str, dict[str, Any]]:
    """Run all cases in one gate; ids fall while row numbers rise, so that an id from the wrong row shows."""
    frames, suites = {}, {}
    for name, (promised, columns, _) in CASES.items():
        frame = pa.table(dict(columns))
        frames[name] = frame.append_column("id", [[f"row {n:02}" for n in reversed(range(frame.num_rows))]])
        suites[name] = Suite(name, (promised,), ("id",))
    frames["empty"], suites["empty"] = (
        pa.table({"id": pa.array([], pa.string())}),
        Suite("empty", (promise("not_empty"),), ("id",)),
    )
    result = run_gate(whole(frames), suites, RUN, SETTINGS)
    return {row["table_name"]: row for row in result.checks.to_pylist()}


@pytest.mark.parametrize("name", CASES)
def test_a_check_names_the_rows_that_break_its_promise(checks: dict[str, dict[str, Any]], name: str) -> None:
    _, columns, broken = CASES[name]
    n_rows = len(next(iter(columns.values())))
    assert checks[name]["passed"] == (not broken)
    assert checks[name]["n_failed"] == len(broken)
    assert checks[name]["sample_ids"] == [f"row {n_rows - 1 - row:02}" for row in broken]


@pytest.mark.parametrize(
    ("name", "observed"),
    [
        ("in set", "2 of 5 rows, like 'c', ''"),
        ("in set holds", None),
        ("between", "2 of 5 rows, like 1.5, -0.1"),
        ("order of days", "1 of 3 rows"),
        ("equal", "3 and 4"),
        ("rule", "1 of 3 rows"),
        ("empty", "no rows"),
    ],
)
def test_what_was_found_is_said_in_words(checks: dict[str, dict[str, Any]], name: str, observed: str | None) -> None:
    assert checks[name]["observed"] == observed


def empty_frames() -> dict[str, pa.Table]:
    """Return the frames of a warehouse without a row."""
    nothing = pa.array([], pa.bool_())
    tables = {t.name: narrow(t.arrow_schema().empty_table(), t, {r.name: nothing for r in t.rules}) for t in TABLES}
    sources = SOURCES.arrow_schema().empty_table()
    ledger = ledger_frame(RunCounts(0, 0, 0, 0, 0), SnapshotCounts(0, 0, 0, 0))
    return tables | {"ledger": ledger, "drift": drift_frame(sources, sources, RUN, SETTINGS)}


def test_every_check_of_every_table_runs_and_an_empty_warehouse_only_warns() -> None:
    suites = gate_suites(SETTINGS)
    result = run_gate(whole(empty_frames()), suites, RUN, SETTINGS)
    assert result.checks.num_rows == sum(len(suite.promises) for suite in suites.values())
    broken = {(row["table_name"], row["check_name"]) for row in result.checks.to_pylist() if not row["passed"]}
    assert broken == {(name, "not_empty") for name in ("articles", "sources", "runs")}
    assert (result.set_aside, result.blocked_by) == ((), ())


@pytest.mark.parametrize(
    ("run", "snapshot", "blocked_by", "warned"),
    [
        (RunCounts(10, 4, 3, 2, 1), SnapshotCounts(9, 4, 3, 2), [], []),
        (RunCounts(11, 4, 3, 2, 1), SnapshotCounts(9, 4, 3, 2), ["ledger.n_read run_adds_up (11 and 10)"], []),
        (RunCounts(10, 4, 3, 2, 1), SnapshotCounts(8, 4, 3, 2), ["ledger.n_sources snapshot_adds_up (8 and 9)"], []),
        (RunCounts(10, 4, 0, 6, 0), SnapshotCounts(10, 4, 0, 6), [], ["few_rejected"]),
        (RunCounts(0, 0, 0, 0, 0), SnapshotCounts(10, 8, 2, 0, n_articles_before=9), [], ["articles_stay"]),
        (RunCounts(0, 0, 0, 0, 0), SnapshotCounts(10, 10, 0, 0, n_articles_before=9), [], []),
    ],
)
def test_a_ledger_that_does_not_add_up_blocks_and_a_change_warns(
    run: RunCounts, snapshot: SnapshotCounts, blocked_by: list[str], warned: list[str]
) -> None:
    suites = {"ledger": gate_suites(SETTINGS)["ledger"]}
    result = run_gate({"ledger": [ledger_frame(run, snapshot)]}, suites, RUN, SETTINGS)
    assert list(result.blocked_by) == blocked_by
    rows = result.checks.to_pylist()
    assert [r["check_name"] for r in rows if not r["passed"] and r["severity"] == "warning"] == warned


def test_a_check_that_cannot_run_is_an_error_that_names_it() -> None:
    suite = Suite(
        "quotes", (Promise("between", "between", (VALUE,), VALUE, "A sentence.", "critical", low=0),), (VALUE,)
    )
    with pytest.raises(CheckNotRun, match=r"between of quotes could not run \(.+\)") as caught:
        run_gate({"quotes": [pa.table({VALUE: ["text"]})]}, {"quotes": suite}, RUN, SETTINGS)
    assert caught.value.cause != "no reason given"


def test_a_frame_in_parts_is_judged_as_one_and_its_rows_are_named_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "PART_ROWS", 3)
    suite = Suite("parts", (IN_SET, promise("not_empty"), promise("unique", "id")), ("id", "record"))
    values = [["a", "c"], [], ["b", "d"], ["a", "b"]]
    tables = [
        pa.table(
            {
                VALUE: pa.array(v, pa.string()),
                "id": pa.array([f"{n}{i}" for i in range(len(v))], pa.string()),
                "record": pa.array([None] * len(v), pa.int64()),
            }
        )
        for n, v in enumerate(values)
    ]
    in_set, not_empty, unique = run_gate({"parts": iter(tables)}, {"parts": suite}, RUN, SETTINGS).checks.to_pylist()
    assert (in_set["n_failed"], in_set["observed"]) == (2, "2 of 6 rows, like 'c', 'd'")
    assert in_set["sample_ids"] == ["01 null", "21 null"]
    assert not_empty["passed"]
    assert unique["passed"]


def test_rows_that_were_proven_before_count_but_are_not_asked_again() -> None:
    suite = Suite("parts", (IN_SET, promise("not_empty")), ("id",))
    suites = {name: Suite(name, suite.promises, suite.id_columns) for name in ("some", "none")}
    frames = {"some": [pa.table({VALUE: ["a", "c"], "id": ["0", "1"]})], "none": list[pa.Table]()}
    checks = run_gate(frames, suites, RUN, SETTINGS, {"some": 9, "none": 4}).checks.to_pylist()
    assert [(row["table_name"], row["passed"], row["observed"]) for row in checks] == [
        ("some", False, "1 of 11 rows, like 'c'"),
        ("some", True, None),
        ("none", True, None),
        ("none", True, None),
    ]


@pytest.mark.parametrize("frames", [{}, {"quotes": pa.table({"id": ["a"]})}])
def test_a_frame_that_is_absent_or_lacks_a_column_is_an_error(frames: dict[str, pa.Table]) -> None:
    suite = Suite("quotes", (promise("not_null", VALUE),), ("id",))
    with pytest.raises(FrameIncomplete):
        run_gate(whole(frames), {"quotes": suite}, RUN, SETTINGS)


def test_warnings_are_not_taken_hold_of() -> None:
    suite = Suite("a", (promise("not_null", VALUE),), (VALUE,))
    run_gate({"a": [pa.table({VALUE: ["a"]})]}, {"a": suite}, RUN, SETTINGS)
    assert warnings.showwarning.__module__ != logging.__name__


def test_heavy_libraries_are_imported_only_when_the_gate_runs() -> None:
    names = "article_frame link_frames span_frames suites verdict drift gate"
    imports = "; ".join(f"import tasks.validate.{name}" for name in names.split())
    asked = f"import sys; {imports}; print([n for n in ('great_expectations', 'pandas') if n in sys.modules])"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
