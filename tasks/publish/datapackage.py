"""The tables of a snapshot -> a Frictionless data package: files, columns with their sentences, keys, foreign keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from schemas.catalog import TABLES
from schemas.table import SCHEMA_VERSION, Field, Table
from tasks.publish.files import WrittenFile


@dataclass(frozen=True)
class ForeignKey:
    """A column whose values, where not null, are keys of another table."""

    table: str
    column: str
    to_table: str
    to_column: str


FOREIGN_KEYS = (
    ForeignKey("duplicates", "kept_article_id", "articles", "article_id"),
    ForeignKey("clusters", "kept_article_id", "articles", "article_id"),
    ForeignKey("mentions", "article_id", "articles", "article_id"),
    ForeignKey("mentions", "entity_id", "entities", "entity_id"),
    ForeignKey("mentions", "quote_id", "quotes", "quote_id"),
    ForeignKey("entities", "same_as", "entities", "entity_id"),
    ForeignKey("quotes", "article_id", "articles", "article_id"),
    ForeignKey("quotes", "speaker_entity_id", "entities", "entity_id"),
    ForeignKey("figures", "article_id", "articles", "article_id"),
    ForeignKey("figures", "place_entity_id", "entities", "entity_id"),
    ForeignKey("figures", "attributed_entity_id", "entities", "entity_id"),
    ForeignKey("figures", "subset_of", "figures", "figure_id"),
    ForeignKey("figures", "quote_id", "quotes", "quote_id"),
    ForeignKey("sources", "kept_article_id", "articles", "article_id"),
)


def data_package(name: str, files: Mapping[str, Sequence[WrittenFile]]) -> dict[str, object]:
    """Return the descriptor of a snapshot called `name`; paths are relative to the snapshot's folder."""
    return {
        "name": f"copydesk-{name}",
        "title": "News articles with dates, names, quotes and figures, each with its evidence",
        "version": str(SCHEMA_VERSION),
        "profile": "data-package",
        "resources": [resource(table, files.get(table.name, ())) for table in TABLES],
    }


def resource(table: Table, files: Sequence[WrittenFile]) -> dict[str, object]:
    """Return the descriptor of one table and its files."""
    return {
        "name": table.name,
        "description": f"One row is {table.grain}.",
        "profile": "data-resource",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "path": sorted(f"{table.name}/{file.path.name}" for file in files),
        "rows": sum(file.rows for file in files),
        "promises": [pair.sentence for pair in table.pairs] + [rule.sentence for rule in table.rules],
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, object]:
    """Return a table's columns and keys as a Frictionless table schema.

    A key with a column that may be null is left out: a primary key of this standard has no missing values.
    """
    schema: dict[str, object] = {"fields": [field_descriptor(field) for field in table.fields]}
    if not any(table.field(column).nullable for column in table.key):
        schema["primaryKey"] = list(table.key)
    keys = [key for key in FOREIGN_KEYS if key.table == table.name]
    if keys:
        schema["foreignKeys"] = [foreign_key(key) for key in keys]
    return schema


def foreign_key(key: ForeignKey) -> dict[str, object]:
    """Return one foreign key; the standard names the own table by an empty string."""
    target = "" if key.to_table == key.table else key.to_table
    return {"fields": [key.column], "reference": {"resource": target, "fields": [key.to_column]}}


def field_descriptor(field: Field) -> dict[str, object]:
    """Return one column: its type, sentence and constraints."""
    bounds = {
        "required": True if not field.nullable else None,
        "enum": list(field.values) or None,
        "minimum": field.low,
        "maximum": field.high,
        "pattern": field.pattern,
    }
    constraints = {name: value for name, value in bounds.items() if value is not None}
    descriptor: dict[str, object] = {
        "name": field.name,
        "type": frictionless_type(field.type),
        "description": field.description,
    }
    return descriptor | ({"constraints": constraints} if constraints else {})


def frictionless_type(kind: pa.DataType) -> str:
    """Return the standard's name for an Arrow type; raise TypeError for one no table uses."""
    named = (
        (pa.types.is_string, "string"),
        (pa.types.is_integer, "integer"),
        (pa.types.is_floating, "number"),
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_date, "date"),
        (pa.types.is_timestamp, "datetime"),
        (pa.types.is_list, "array"),
    )
    for holds, name in named:
        if holds(kind):
            return name
    raise TypeError(f"no Frictionless type for {kind}")
