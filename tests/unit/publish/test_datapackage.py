from pathlib import Path

import pytest

from schemas.catalog import TABLES, table_named
from tasks.publish.datapackage import FOREIGN_KEYS, data_package, table_schema
from tasks.publish.files import write_table


def test_every_table_and_column_is_described(tmp_path: Path) -> None:
    quotes = write_table(table_named("quotes").arrow_schema().empty_table(), tmp_path, "all")
    package = data_package("000001", {"quotes": [quotes]})
    resources = {entry["name"]: entry for entry in package["resources"]}  # type: ignore[attr-defined]
    assert list(resources) == [table.name for table in TABLES]
    assert resources["quotes"]["path"] == [f"quotes/{quotes.path.name}"]
    assert all(field["description"] for entry in resources.values() for field in entry["schema"]["fields"])


def test_columns_keep_their_constraints() -> None:
    fields = {field["name"]: field for field in table_schema(table_named("mentions"))["fields"]}  # type: ignore[attr-defined]
    assert fields["field"]["constraints"] == {"required": True, "enum": ["headline", "body", "caption"]}
    assert fields["start_char"] | {"description": ""} == {
        "name": "start_char",
        "type": "integer",
        "description": "",
        "constraints": {"required": True, "minimum": 0},
    }
    assert "constraints" not in fields["role"]


def test_keys_are_named_where_no_part_may_be_null() -> None:
    assert table_schema(table_named("articles"))["primaryKey"] == ["article_id"]
    assert "primaryKey" not in table_schema(table_named("sources"))


@pytest.mark.parametrize("key", FOREIGN_KEYS)
def test_foreign_keys_name_columns_that_exist_and_keys_of_their_target(key: object) -> None:
    table_named(key.table).field(key.column)  # type: ignore[attr-defined]
    assert table_named(key.to_table).key == (key.to_column,)  # type: ignore[attr-defined]


def test_a_key_into_the_own_table_has_no_resource_name() -> None:
    keys = table_schema(table_named("entities"))["foreignKeys"]
    assert keys == [{"fields": ["same_as"], "reference": {"resource": "", "fields": ["entity_id"]}}]
