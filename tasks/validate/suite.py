"""A table's description -> its promises as plain data, each with the name, sentence and severity of its check."""

from dataclasses import dataclass
from typing import Literal

from schemas.table import Field, Pair, Rule, Severity, Table

Kind = Literal["not_null", "unique", "in_set", "between", "matches", "not_below", "equal", "true", "not_empty"]

# A corpus without duplicates or quotes is nothing strange; one without articles or documents is.
NEVER_EMPTY = frozenset({"articles", "sources", "runs"})


@dataclass(frozen=True)
class Promise:
    """One promise. `columns` are those of the gate frame it speaks of; `column_name` is what `checks` names.

    `of_rows` is true when single rows break it, so that setting them aside keeps it.
    """

    check_name: str
    kind: Kind
    columns: tuple[str, ...]
    column_name: str | None
    sentence: str
    severity: Severity
    of_rows: bool = True
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Suite:
    """The promises on one gate frame; rows are known by `id_columns`, results go to `checks` under `table_name`."""

    table_name: str
    promises: tuple[Promise, ...]
    id_columns: tuple[str, ...]


# An empty table keeps every other promise.
NOT_EMPTY = Promise("not_empty", "not_empty", (), None, "The table has rows.", "warning", of_rows=False)


def suite_of(table: Table) -> Suite:
    """Return the suite of a published table."""
    return Suite(table.name, expectations(table), (table.row_id,) if table.row_id else table.key)


def expectations(table: Table) -> tuple[Promise, ...]:
    """Return all promises of a table: its key, its columns in order, its pairs, its rules."""
    promises = [key_promise(table)]
    if table.name in NEVER_EMPTY:
        promises.append(NOT_EMPTY)
    for field in table.fields:
        promises.extend(field_promises(field))
    promises.extend(pair_promise(pair) for pair in table.pairs)
    promises.extend(rule_promise(rule) for rule in table.rules)
    return tuple(promises)


def key_promise(table: Table) -> Promise:
    """Return the promise that no two rows share a key; broken, it is not known which of them is right."""
    if len(table.key) == 1:
        name, column = "unique", table.key[0]
        return Promise(name, "unique", table.key, column, f"No two rows have the same {column}.", "critical", False)
    together = f"{', '.join(table.key[:-1])} and {table.key[-1]}"
    return Promise(
        "compound_unique", "unique", table.key, None, f"No two rows have the same {together}.", "critical", False
    )


def field_promises(field: Field) -> list[Promise]:
    """Return what is promised of one column."""
    found = []
    if not field.nullable:
        found.append(of_column(field, "not_null", "not_null", f"{field.name} is never null."))
    if field.values:
        found.append(of_column(field, "in_set", "in_set", f"Every {field.name} is one of {', '.join(field.values)}."))
    if field.low is not None or field.high is not None:
        found.append(of_column(field, "between", "between", f"Every {field.name} is {bounds(field.low, field.high)}."))
    if field.pattern is not None:
        found.append(of_column(field, "matches", "matches", f"Every {field.name} has the form {field.pattern}."))
    return found


def of_column(field: Field, name: str, kind: Kind, sentence: str) -> Promise:
    """Return a promise on the values of one column."""
    return Promise(
        name,
        kind,
        (field.name,),
        field.name,
        sentence,
        field.severity,
        values=field.values,
        low=field.low,
        high=field.high,
        pattern=field.pattern,
    )


def bounds(low: float | None, high: float | None) -> str:
    """Say in words what lies between two bounds, either of which may be missing."""
    if high is None:
        return f"at least {low:g}"
    if low is None:
        return f"at most {high:g}"
    return f"between {low:g} and {high:g}"


def pair_promise(pair: Pair) -> Promise:
    """Return the promise on the order of two columns."""
    name = f"{pair.larger}_not_below_{pair.smaller}"
    return Promise(name, "not_below", (pair.larger, pair.smaller), pair.larger, pair.sentence, pair.severity)


def rule_promise(rule: Rule) -> Promise:
    """Return the promise that a rule holds for every row."""
    return Promise(rule.name, "true", (rule.name,), None, rule.sentence, rule.severity)
