import pytest

from tasks.publish.errors import UnknownRun, WarehouseDamaged
from tasks.publish.runs_folder import read_run, run_ids, runs, write_run
from tasks.publish.warehouse import Warehouse

EARLY, LATE = "ffffffffffff", "000000000000"


def test_runs_are_listed_by_their_start(warehouse: Warehouse) -> None:
    write_run(warehouse, LATE, {"run_id": LATE, "started_at": "2024-05-02"})
    write_run(warehouse, EARLY, {"run_id": EARLY, "started_at": "2024-05-01"})
    assert [run["run_id"] for run in runs(warehouse)] == [EARLY, LATE]


def test_a_record_is_replaced_whole(warehouse: Warehouse) -> None:
    write_run(warehouse, LATE, {"result": "broken"})
    path = write_run(warehouse, LATE, {"result": "published"})
    assert read_run(warehouse, LATE) == {"result": "published"}
    assert [p.name for p in path.parent.iterdir()] == ["run.json"]


def test_a_warehouse_without_runs_lists_none(warehouse: Warehouse) -> None:
    assert run_ids(warehouse) == ()


@pytest.mark.parametrize("run_id", ["123456789abc", "../../etc", ""])
def test_an_unknown_run_names_the_latest_ones(warehouse: Warehouse, run_id: str) -> None:
    write_run(warehouse, LATE, {})
    with pytest.raises(UnknownRun, match=LATE):
        read_run(warehouse, run_id)


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_damaged_record_is_a_loud_error(warehouse: Warehouse, content: str) -> None:
    write_run(warehouse, LATE, {}).write_text(content)
    with pytest.raises(WarehouseDamaged, match=r"run\.json"):
        runs(warehouse)
