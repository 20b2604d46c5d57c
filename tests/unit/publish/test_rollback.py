import pyarrow.dataset as ds
import pytest

from tasks.publish.errors import UnknownSnapshot, WarehouseDamaged
from tasks.publish.rollback import rollback
from tasks.publish.warehouse import Warehouse
from tests.unit.publish.conftest import Publish


def test_a_rollback_makes_the_older_tables_current(warehouse: Warehouse, publish_names: Publish) -> None:
    publish_names("Ada")
    publish_names("Ben")
    assert rollback(warehouse, 1).name == "000001"
    assert ds.dataset(warehouse.path / "mentions").to_table()["surface"].to_pylist() == ["Ada"]


def test_a_number_rolled_back_is_never_used_again(warehouse: Warehouse, publish_names: Publish) -> None:
    publish_names("Ada")
    left = publish_names("Ben")
    rollback(warehouse, 1)
    assert [s.number for s in warehouse.snapshots()] == [1, 2]
    left.path.rename(warehouse.path / "pruned")
    snapshot = publish_names("Cas")
    assert snapshot.number == 3
    assert snapshot.manifest().parent == "000001"


def test_a_rollback_can_be_taken_back(warehouse: Warehouse, publish_names: Publish) -> None:
    publish_names("Ada")
    publish_names("Ben")
    rollback(warehouse, 1)
    rollback(warehouse, 2)
    assert warehouse.current_snapshot() == warehouse.snapshot(2)


def test_an_unknown_number_lists_the_valid_ones(warehouse: Warehouse, publish_names: Publish) -> None:
    publish_names("Ada")
    publish_names("Ben")
    with pytest.raises(UnknownSnapshot, match="1, 2") as caught:
        rollback(warehouse, 7)
    assert caught.value.valid == (1, 2)
    assert warehouse.current_snapshot() == warehouse.snapshot(2)


def test_a_snapshot_without_manifest_does_not_become_current(warehouse: Warehouse, publish_names: Publish) -> None:
    first = publish_names("Ada")
    publish_names("Ben")
    (first.path / "manifest.json").unlink()
    with pytest.raises(WarehouseDamaged):
        rollback(warehouse, 1)
    assert warehouse.current_snapshot() == warehouse.snapshot(2)


def test_a_rollback_repairs_a_current_that_points_nowhere(warehouse: Warehouse, publish_names: Publish) -> None:
    publish_names("Ada")
    publish_names("Ben").path.rename(warehouse.path / "lost")
    assert rollback(warehouse, 1) == warehouse.current_snapshot()
    assert publish_names("Cas").number == 3
