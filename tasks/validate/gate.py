"""Gate frames and their promises -> findings, by Great Expectations: the one module that knows it.

It is imported when the gate runs (6 s of processor time), once per process at a time: its context is global.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from tasks.validate.errors import CheckNotRun, FrameIncomplete
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Promise, Suite
from tasks.validate.verdict import Finding, GateResult, decide

if TYPE_CHECKING:
    from types import ModuleType

    import pandas as pd

N_EXAMPLES = 3


def run_gate(
    frames: Mapping[str, pa.Table], suites: Mapping[str, Suite], run_id: str, settings: ValidateSettings
) -> GateResult:
    """Check every frame against the suite of the same name and decide what may be published.

    Raise FrameIncomplete when a frame is absent or lacks a column, CheckNotRun when a check could not be evaluated.
    """
    if absent := set(suites) - set(frames):
        raise FrameIncomplete("the warehouse", "no frame for", absent)
    for name, suite in suites.items():
        spoken_of = {*suite.id_columns, *(column for promise in suite.promises for column in promise.columns)}
        if lacking := spoken_of - set(frames[name].column_names):
            raise FrameIncomplete(name, "missing columns", lacking)
    gx = great_expectations()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    findings = {name: evaluate(gx, context, name, frames[name], suite) for name, suite in suites.items()}
    return decide(frames, suites, findings, run_id, settings)


def great_expectations() -> ModuleType:
    """Import the library without its side effects: it uses two deprecated modules, and takes hold of all warnings."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"module 'sre_(constants|parse)' is deprecated", DeprecationWarning)
        import great_expectations as gx
        import great_expectations.expectations
    logging.captureWarnings(False)
    # This module sets its own level and tells of a temporary folder; Prefect would print that between the progress bars.
    logging.getLogger("great_expectations.data_context.types.base").setLevel(logging.WARNING)
    return gx


def evaluate(gx: Any, context: Any, name: str, frame: pa.Table, suite: Suite) -> tuple[Finding, ...]:
    """Check one frame, all promises at once."""
    batch = context.data_sources.add_pandas(name).add_dataframe_asset(name).add_batch_definition_whole_dataframe(name)
    expected = context.suites.add(gx.ExpectationSuite(name=name))
    for number, promise in enumerate(suite.promises):
        expected.add_expectation(expectation(gx.expectations, promise, number))
    validation = context.validation_definitions.add(gx.ValidationDefinition(name=name, data=batch, suite=expected))
    outcome = validation.run(
        batch_parameters={"dataframe": to_pandas(frame)}, result_format={"result_format": "COMPLETE"}
    )
    results = {result.expectation_config.meta["number"]: result for result in outcome.results}
    return tuple(
        finding(suite.table_name, promise, results[number], frame.num_rows)
        for number, promise in enumerate(suite.promises)
    )


def to_pandas(frame: pa.Table) -> pd.DataFrame:
    """Return the frame on Arrow memory, numbered from 0: row numbers are how failing rows are told.

    Days become timestamps, which pandas compares without making Python objects of them. Arrow's own types keep a
    missing value apart from a not-a-number, which breaks a bound.
    """
    import pandas as pd

    fields = [f.with_type(pa.timestamp("s")) if pa.types.is_date(f.type) else f for f in frame.schema]
    data: pd.DataFrame = frame.cast(pa.schema(fields)).to_pandas(types_mapper=pd.ArrowDtype)
    return data


def expectation(gxe: Any, promise: Promise, number: int) -> Any:
    """Return the expectation that checks a promise. `number` finds its result again: results come in another order."""
    about = {
        "severity": promise.severity,
        "description": promise.sentence,
        "meta": {"number": number, "check_name": promise.check_name},
    }
    column = promise.columns[0] if promise.columns else None
    match promise.kind:
        case "not_null":
            return gxe.ExpectColumnValuesToNotBeNull(column=column, **about)
        case "unique" if len(promise.columns) == 1:
            return gxe.ExpectColumnValuesToBeUnique(column=column, **about)
        case "unique":
            return gxe.ExpectCompoundColumnsToBeUnique(
                column_list=list(promise.columns), ignore_row_if="never", **about
            )
        case "in_set":
            return gxe.ExpectColumnValuesToBeInSet(column=column, value_set=list(promise.values), **about)
        case "between":
            return gxe.ExpectColumnValuesToBeBetween(
                column=column, min_value=promise.low, max_value=promise.high, **about
            )
        case "matches":
            return gxe.ExpectColumnValuesToMatchRegex(column=column, regex=promise.pattern, **about)
        case "true":
            return gxe.ExpectColumnValuesToBeInSet(column=column, value_set=[True], **about)
        case "not_empty":
            return gxe.ExpectTableRowCountToBeBetween(min_value=1, **about)
        case "not_below" | "equal":
            return pair_expectation(gxe, promise, about)


def pair_expectation(gxe: Any, promise: Promise, about: Mapping[str, Any]) -> Any:
    """Return the expectation on two columns, asked only of rows that have both values."""
    pair = {"column_A": promise.columns[0], "column_B": promise.columns[1], "ignore_row_if": "either_value_is_missing"}
    if promise.kind == "equal":
        return gxe.ExpectColumnPairValuesToBeEqual(**pair, **about)
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(or_equal=True, **pair, **about)


def finding(table: str, promise: Promise, result: Any, n_rows: int) -> Finding:
    """Return what one result says; raise CheckNotRun when it is no answer (a failure without a result)."""
    if not result.success and not result.result:
        raise CheckNotRun(table, promise.check_name, cause(result.exception_info))
    rows = np.array(result.result.get("unexpected_index_list") or [], dtype=np.int64)
    passed = bool(result.success)
    n_failed = int(result.result.get("unexpected_count", 0))
    observed = None if passed else observation(promise, n_failed, n_rows, result.result.get("partial_unexpected_list"))
    return Finding(promise, passed, n_failed, rows, observed)


def observation(promise: Promise, n_failed: int, n_rows: int, values: Sequence[Any] | None) -> str:
    """Say in words what was found where a promise is broken."""
    if promise.kind == "not_empty":
        return "no rows"
    if promise.kind == "equal":
        return " and ".join(f"{value:,}" for value in next(iter(values or [])))
    rows = f"{n_failed:,} of {n_rows:,} rows"
    if promise.kind not in ("in_set", "between", "matches") or not values:
        return rows
    examples = ", ".join(repr(value) for value in list(dict.fromkeys(values))[:N_EXAMPLES])
    return f"{rows}, like {examples}"


def cause(exception_info: Mapping[str, Any] | None) -> str:
    """Return the message of the exception that kept a check from running; it lies flat, or under the metric's name."""
    info = exception_info or {}
    nested = [value for value in info.values() if isinstance(value, Mapping)]
    messages = [entry["exception_message"] for entry in [info, *nested] if entry.get("exception_message")]
    return str(messages[0]).strip() if messages else "no reason given"
