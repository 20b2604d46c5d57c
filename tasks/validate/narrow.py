"""A table's rows -> its gate frame: the few columns that checks look at, and one boolean column per rule.

Checks filter the whole frame each time, so text that no check compares never enters it. A column of which only
presence is promised stands in the frame under its own name as True or null.
"""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from schemas.table import Field, Table
from tasks.validate.errors import FrameIncomplete


def plain_frame(rows: pa.Table, table: Table) -> pa.Table:
    """Return the gate frame of a table without rules."""
    return narrow(rows, table, {})


def narrow(rows: pa.Table, table: Table, rules: Mapping[str, pa.Array]) -> pa.Table:
    """Return the gate frame of `rows`; `rules` holds one array of booleans for each rule of the table.

    Raise FrameIncomplete when a column or a rule is missing, or a rule has no answer for a row.
    """
    promised = {rule.name for rule in table.rules}
    if promised != set(rules):
        raise FrameIncomplete(table.name, "missing or unknown rules", promised ^ set(rules))
    if absent := set(gate_columns(table)) - set(rows.column_names):
        raise FrameIncomplete(table.name, "missing columns", absent)
    if unanswered := [name for name, answers in rules.items() if answers.null_count]:
        raise FrameIncomplete(table.name, "rules without an answer for every row", unanswered)
    values = value_columns(table)
    columns = {name: rows[name] if name in values else presence(rows[name]) for name in gate_columns(table)}
    return pa.table(columns | dict(rules))


def gate_columns(table: Table) -> tuple[str, ...]:
    """Return the columns of `table` its gate frame is made from, those the rules read aside."""
    values = value_columns(table)
    return tuple(field.name for field in table.fields if field.name in values or not field.nullable)


def value_columns(table: Table) -> frozenset[str]:
    """Return the columns whose values are compared, by a check or to name a row."""
    compared = {field.name for field in table.fields if has_value_promise(field)}
    paired = {name for pair in table.pairs for name in (pair.larger, pair.smaller)}
    return frozenset(compared | paired | {*table.key, table.row_id or table.key[0]})


def has_value_promise(field: Field) -> bool:
    """Tell whether more is promised of a column than that it is not null."""
    return bool(field.values) or any(bound is not None for bound in (field.low, field.high, field.pattern))


def presence(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return True where a column has a value, null where it has none."""
    return pc.if_else(column.is_valid(), True, pa.scalar(None, pa.bool_()))
