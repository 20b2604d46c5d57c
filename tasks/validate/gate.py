"""Gate frames and their promises -> findings, by Great Expectations: the one module that knows it.

It is imported when the gate runs (6 s of processor time), once per process at a time: its context is global.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.validate.errors import CheckNotRun, FrameIncomplete
from tasks.validate.findings import SHOWN_BY_VALUE, Finding, add_up, parts_to_check
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Promise, Suite
from tasks.validate.verdict import GateResult, decide

if TYPE_CHECKING:
    from types import ModuleType

    import pandas as pd

# Rows of one part: a check costs 10 ms whatever the size, so parts this large add nothing, and bound the memory.
PART_ROWS = 250_000


def run_gate(
    frames: Mapping[str, Iterable[pa.Table]],
    suites: Mapping[str, Suite],
    run_id: str,
    settings: ValidateSettings,
    n_proven: Mapping[str, int] | None = None,
) -> GateResult:
    """Check every frame against the suite of the same name and decide what may be published.

    A frame comes as tables, of which some are held at a time: rows that could share a key stand in the same one.
    `n_proven` counts the rows of a frame that are not among them, as they kept every promise in an earlier run.
    Raise FrameIncomplete when a frame is absent or lacks a column, CheckNotRun when a check could not be evaluated.
    """
    if absent := set(suites) - set(frames):
        raise FrameIncomplete("the warehouse", "no frame for", absent)
    gx = great_expectations()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    known = n_proven or {}
    findings = {
        name: check_frame(gx, context, name, frames[name], suite, known.get(name, 0)) for name, suite in suites.items()
    }
    return decide(suites, findings, run_id, settings)


def check_frame(
    gx: ModuleType, context: Any, name: str, tables: Iterable[pa.Table], suite: Suite, n_proven: int
) -> tuple[Finding, ...]:
    """Check one frame part by part; of `n_proven` other rows every promise is known to hold."""
    spoken_of = {*suite.id_columns, *(column for promise in suite.promises for column in promise.columns)}
    validation = validation_of(gx, context, name, suite)
    found = [tuple(Finding(promise, True, 0, n_proven) for promise in suite.promises)] if n_proven else []
    for part in parts_to_check(tables, PART_ROWS):
        if lacking := spoken_of - set(part.column_names):
            raise FrameIncomplete(name, "missing columns", lacking)
        found.append(evaluate(validation, part, suite))
    return add_up(found)


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


def validation_of(gx: Any, context: Any, name: str, suite: Suite) -> Any:
    """Return what checks all promises of a suite on a frame that it is given."""
    batch = context.data_sources.add_pandas(name).add_dataframe_asset(name).add_batch_definition_whole_dataframe(name)
    # All at once: a suite that is stored writes all of itself again for every expectation that is added.
    expectations = [expectation(gx.expectations, promise, number) for number, promise in enumerate(suite.promises)]
    expected = context.suites.add(gx.ExpectationSuite(name=name, expectations=expectations))
    return context.validation_definitions.add(gx.ValidationDefinition(name=name, data=batch, suite=expected))


def evaluate(validation: Any, frame: pa.Table, suite: Suite) -> tuple[Finding, ...]:
    """Check one part of a frame, all promises at once."""
    outcome = validation.run(
        batch_parameters={"dataframe": to_pandas(frame)}, result_format={"result_format": "COMPLETE"}
    )
    results = {result.expectation_config.meta["number"]: result for result in outcome.results}
    return tuple(finding(suite, promise, results[number], frame) for number, promise in enumerate(suite.promises))


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


def finding(suite: Suite, promise: Promise, result: Any, frame: pa.Table) -> Finding:
    """Return what one result says; raise CheckNotRun when it is no answer (a failure without a result)."""
    if not result.success and not result.result:
        raise CheckNotRun(suite.table_name, promise.check_name, cause(result.exception_info))
    return Finding(
        promise,
        bool(result.success),
        int(result.result.get("unexpected_count", 0)),
        frame.num_rows,
        row_ids(frame, suite, result.result.get("unexpected_index_list") or []),
        tuple(result.result.get("partial_unexpected_list") or ()) if promise.kind in SHOWN_BY_VALUE else (),
    )


def row_ids(frame: pa.Table, suite: Suite, rows: list[int]) -> tuple[str, ...]:
    """Return what these rows are known by; the parts of a compound key stand side by side."""
    parts = [pc.cast(frame[name].take(pa.array(rows, pa.int64())), pa.string()) for name in suite.id_columns]
    named = zip(*(part.to_pylist() for part in parts), strict=True)
    return tuple(" ".join("null" if part is None else part for part in key) for key in named)


def cause(exception_info: Mapping[str, Any] | None) -> str:
    """Return the message of the exception that kept a check from running; it lies flat, or under the metric's name."""
    info = exception_info or {}
    nested = [value for value in info.values() if isinstance(value, Mapping)]
    messages = [entry["exception_message"] for entry in [info, *nested] if entry.get("exception_message")]
    return str(messages[0]).strip() if messages else "no reason given"
