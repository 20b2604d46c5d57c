from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pytest

from schemas.sources import SOURCES
from tasks.validate.drift import ALL_OUTLETS, COLUMNS, drift_frame
from tasks.validate.settings import ValidateSettings

SETTINGS = ValidateSettings(min_outlet_documents=4, min_runs=2)
NEW = "000000000000"
OLD = ("111111111111", "222222222222")


def documents(
    n: int,
    run_id: str,
    publisher: str | None = "Harbour Post",
    *,
    undated: int = 0,
    duplicate: int = 0,
    rejected: int = 0,
) -> list[dict[str, Any]]:
    """Return `n` documents of one outlet, the first of them duplicates, rejected or undated as counted."""
    rows = []
    for number in range(n):
        fate = "kept"
        if number < duplicate:
            fate = "duplicate"
        elif number < duplicate + rejected:
            fate = "rejected"
        dated = number >= undated
        rows.append({"publisher": publisher, "published_on": 19_000 if dated else None, "fate": fate, "run_id": run_id})
    return rows


def drift(new: list[dict[str, Any]], before: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    schema = pa.schema([SOURCES.arrow_schema().field(name).with_nullable(True) for name in COLUMNS])
    now, then = (pa.Table.from_pylist(rows, schema=schema) for rows in (before + new, before))
    return {row.pop("publisher"): row for row in drift_frame(now, then, NEW, SETTINGS).to_pylist()}


HABIT = documents(10, OLD[0]) + documents(10, OLD[1])


@pytest.mark.parametrize(
    ("counts", "changes"),
    [
        ({}, (0, 0, 0)),
        ({"undated": 5}, (0.5, 0, 0)),
        ({"duplicate": 2}, (0, 0.2, 0)),
        ({"rejected": 10, "undated": 10}, (0, 0, 1)),
    ],
)
def test_shares_of_new_documents_are_compared_with_those_before(
    counts: Mapping[str, Any], changes: tuple[float, float, float]
) -> None:
    row = drift(documents(10, NEW, **counts), HABIT)["Harbour Post"]
    assert (row["undated_change"], row["duplicate_change"], row["rejected_change"]) == changes
    assert row["volume_ratio"] == 1


def test_one_outlet_drifts_without_the_others() -> None:
    before = HABIT + documents(10, OLD[0], None) + documents(10, OLD[1], None)
    rows = drift(documents(10, NEW, undated=10) + documents(10, NEW, None), before)
    assert rows["Harbour Post"]["undated_change"] == 1
    assert rows["outlet unknown"]["undated_change"] == 0
    assert rows[ALL_OUTLETS]["undated_change"] == 0.5


def test_too_few_documents_tell_nothing() -> None:
    row = drift(documents(3, NEW, undated=3), HABIT)["Harbour Post"]
    assert row["undated_change"] is None
    assert row["volume_ratio"] == pytest.approx(0.3)


def test_an_outlet_that_fell_silent_shows() -> None:
    before = HABIT + documents(10, OLD[0], "Quay Times") + documents(10, OLD[1], "Quay Times")
    assert drift(documents(20, NEW, "Quay Times"), before)["Harbour Post"]["volume_ratio"] == 0


def test_a_small_run_is_said_once_and_not_for_each_outlet() -> None:
    before = HABIT + documents(10, OLD[0], "Quay Times") + documents(10, OLD[1], "Quay Times")
    rows = drift(documents(1, NEW, "Quay Times"), before)
    assert {name: row["volume_ratio"] for name, row in rows.items()} == {
        ALL_OUTLETS: 0.05,
        "Harbour Post": None,
        "Quay Times": None,
    }


@pytest.mark.parametrize("before", [[], documents(10, OLD[0])])
def test_one_run_is_no_habit(before: list[dict[str, Any]]) -> None:
    assert drift(documents(10, NEW), before)["Harbour Post"]["volume_ratio"] is None


def test_a_run_without_news_drifts_nowhere() -> None:
    assert all(value is None for row in drift([], HABIT).values() for value in row.values())
