"""A table's description is whole: every column has its sentence, and what is derived from it agrees."""

import pyarrow as pa
import pytest

from schemas.catalog import TABLES, table_named
from schemas.ids import article_id, span_id
from schemas.table import Table, describe


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_described_by_a_sentence(table: Table) -> None:
    assert all(field.description[0].isupper() or field.description[0] in "'0123456789" for field in table.fields)
    assert all(field.description.endswith(".") for field in table.fields)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_key_pairs_and_row_id_name_columns_of_the_table(table: Table) -> None:
    names = {field.name for field in table.fields}
    assert {*table.key, *(name for pair in table.pairs for name in (pair.larger, pair.smaller))} <= names
    assert table.row_id is None or table.row_id in names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_lists_are_never_null(table: Table) -> None:
    assert not [field.name for field in table.fields if pa.types.is_list(field.type) and field.nullable]


def test_the_arrow_schema_carries_grain_version_and_descriptions() -> None:
    schema = table_named("quotes").arrow_schema()
    assert schema.metadata[b"grain"] == b"one quotation in one article"
    assert schema.field("cue").metadata[b"description"] == b"The verb of saying, as printed; null without one."


def test_an_unknown_table_or_column_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(KeyError, match="no table 'quote'; tables are articles, duplicates"):
        table_named("quote")
    with pytest.raises(KeyError, match="has no column 'speker'"):
        table_named("quotes").field("speker")
    with pytest.raises(KeyError, match="has no column 'speker'"):
        table_named("quotes").from_rows([{"speker": "x"}])


def test_the_dictionary_lists_every_column_of_every_table() -> None:
    described = {entry["name"]: entry["columns"] for entry in describe(TABLES)}
    assert {name: len(columns) for name, columns in described.items()} == {t.name: len(t.fields) for t in TABLES}  # type: ignore[arg-type]


def test_ids_are_digests_of_what_a_row_is_about() -> None:
    assert article_id(b"") == "e3b0c44298fc1c149afbf4c8"
    assert span_id("quote", "a", "caption", 0, 1, 2) != span_id("quote", "a", "caption", None, 1, 2)
    assert span_id("figure", "a", "body", None, 1, 2, "killed") != span_id("figure", "a", "body", None, 1, 2, "injured")
