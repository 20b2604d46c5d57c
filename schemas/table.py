"""A table is a value: name, grain, key, fields and promises; everything else about it is derived from that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

Severity = Literal["critical", "warning"]

SCHEMA_VERSION = 1  # raised when a column is added, renamed or means something else


@dataclass(frozen=True)
class Field:
    """One column: what it holds, in which unit, what null means, and what is promised of every value.

    `values`, `low`/`high` and `pattern` speak of the values that are not null; `nullable=False` adds that none is.
    """

    name: str
    type: pa.DataType
    description: str
    nullable: bool = True
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    pattern: str | None = None
    severity: Severity = "critical"


@dataclass(frozen=True)
class Pair:
    """A promise on two columns of one row: `larger` is never below `smaller`, where both are known."""

    larger: str
    smaller: str
    sentence: str
    severity: Severity = "critical"


@dataclass(frozen=True)
class Rule:
    """A promise no expectation can state on a column: a boolean column of the gate frame that must be true."""

    name: str
    sentence: str
    severity: Severity = "critical"


@dataclass(frozen=True)
class Table:
    """One published table. `grain` says what one row is; `row_id` names the column a rejected row is known by."""

    name: str
    grain: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    row_id: str | None = None
    partitioned: bool = False
    pairs: tuple[Pair, ...] = ()
    rules: tuple[Rule, ...] = ()

    def field(self, name: str) -> Field:
        """Return the field called `name`; raise KeyError when the table has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"table {self.name} has no column {name!r}; it has {', '.join(f.name for f in self.fields)}")

    def arrow_schema(self) -> pa.Schema:
        """Return the Arrow schema, every field with its description, the table with its grain and version."""
        metadata = {"grain": self.grain, "schema_version": str(SCHEMA_VERSION), "key": ", ".join(self.key)}
        return pa.schema([arrow_field(field) for field in self.fields], metadata=metadata)

    def from_rows(self, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
        """Build an Arrow table from dictionaries; a missing key is null, an unknown one is an error."""
        known = {field.name for field in self.fields}
        for row in rows[:1]:
            if unknown := set(row) - known:
                raise KeyError(f"table {self.name} has no column {sorted(unknown)[0]!r}")
        return pa.Table.from_pylist(list(rows), schema=self.arrow_schema())


def arrow_field(field: Field) -> pa.Field:
    """Return `field` as an Arrow field that carries its description."""
    return pa.field(field.name, field.type, field.nullable, metadata={"description": field.description})


def list_of(**parts: pa.DataType) -> pa.DataType:
    """Return the type of a list of structs with these parts, in this order."""
    return pa.list_(pa.struct([pa.field(name, kind) for name, kind in parts.items()]))


def describe(tables: Iterable[Table]) -> list[dict[str, object]]:
    """Return the data dictionary as plain values: one entry per table with its columns and promises."""
    return [
        {
            "name": table.name,
            "grain": table.grain,
            "key": list(table.key),
            "columns": [describe_field(field) for field in table.fields],
            "promises": [pair.sentence for pair in table.pairs] + [rule.sentence for rule in table.rules],
        }
        for table in tables
    ]


def describe_field(field: Field) -> dict[str, object]:
    """Return one column of the data dictionary as plain values."""
    entry: dict[str, object] = {
        "name": field.name,
        "type": str(field.type),
        "description": field.description,
        "nullable": field.nullable,
    }
    if field.values:
        entry["values"] = list(field.values)
    for name in ("low", "high", "pattern"):
        if (bound := getattr(field, name)) is not None:
            entry[name] = bound
    return entry
