import errno
import json
from pathlib import Path

import pyarrow.dataset as ds
import pytest

from tasks.publish.errors import StagedFileChanged, WarehouseDamaged, WarehouseUnusable
from tasks.publish.snapshot import publish
from tasks.publish.verify import verify
from tasks.publish.warehouse import Warehouse
from tests.unit.publish.conftest import RUN, Publish, Stage


def inodes(folder: Path) -> set[int]:
    return {path.stat().st_ino for path in folder.iterdir()}


def test_the_first_publish_makes_a_warehouse_that_reads_plainly(warehouse: Warehouse, publish_names: Publish) -> None:
    snapshot = publish_names("Ada", "Ben")
    assert warehouse.current_snapshot() == snapshot
    assert str((warehouse.path / "current").readlink()) == "_snapshots/000001"
    assert str((warehouse.path / "mentions").readlink()) == "current/mentions"
    assert ds.dataset(warehouse.path / "mentions").to_table()["surface"].to_pylist() == ["Ada", "Ben"]
    assert verify(snapshot) == []


def test_a_snapshot_describes_itself(publish_names: Publish, segment: Path) -> None:
    snapshot = publish_names("Ada", state=[segment])
    manifest = snapshot.manifest()
    assert (manifest.snapshot, manifest.parent, manifest.run_id) == ("000001", None, RUN)
    assert manifest.tables["mentions"].rows == 1
    assert [entry.path for entry in manifest.state] == ["../../_state/raw/first.zst"]
    assert (snapshot.path / manifest.state[0].path).read_bytes() == segment.read_bytes()
    assert json.loads((snapshot.path / "datapackage.json").read_text())["resources"]
    assert (snapshot.path / "report.html").read_text() == "<p>Page.</p>"


def test_unchanged_files_are_shared_with_the_parent(publish_names: Publish) -> None:
    first, second = publish_names("Ada"), publish_names("Ada", "Ben")
    assert second.manifest().parent == first.name
    assert inodes(first.path / "articles") == inodes(second.path / "articles")
    assert inodes(first.path / "mentions").isdisjoint(inodes(second.path / "mentions"))


def test_the_digest_of_a_known_segment_is_not_taken_again(publish_names: Publish, segment: Path) -> None:
    first = publish_names("Ada", state=[segment])
    segment.write_bytes(b"other bytes, that only `check` may notice")
    assert publish_names("Ben", state=[segment]).manifest().state == first.manifest().state


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EPERM])
def test_where_files_cannot_be_linked_they_are_copied(
    publish_names: Publish, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, "no links here")

    monkeypatch.setattr("os.link", refuse)
    assert verify(publish_names("Ada")) == []


def test_a_reader_that_pinned_a_snapshot_never_sees_it_change(publish_names: Publish) -> None:
    pinned = publish_names("Ada")
    publish_names("Ben")
    assert ds.dataset(pinned.path / "mentions").to_table()["surface"].to_pylist() == ["Ada"]
    assert verify(pinned) == []


@pytest.mark.parametrize("damage", ["delete", "truncate"])
def test_a_staged_file_that_changed_stops_the_publish(warehouse: Warehouse, stage: Stage, damage: str) -> None:
    files = stage("Ada")
    path = files["mentions"][0].path
    if damage == "delete":
        path.unlink()
    else:
        path.write_bytes(b"")
    with pytest.raises(StagedFileChanged) as caught:
        publish(warehouse, RUN, files, [], {}, {})
    assert caught.value.found_bytes == (None if damage == "delete" else 0)
    assert not warehouse.snapshots_folder.exists()


def test_a_folder_in_the_place_of_a_table_stops_the_publish(warehouse: Warehouse, publish_names: Publish) -> None:
    (warehouse.path / "quotes").mkdir()
    with pytest.raises(WarehouseUnusable, match="quotes"):
        publish_names("Ada")
    assert warehouse.current_snapshot() is None


@pytest.mark.parametrize("target", ["_snapshots/000009", "elsewhere"])
def test_a_broken_current_is_a_loud_error(warehouse: Warehouse, publish_names: Publish, target: str) -> None:
    publish_names("Ada")
    warehouse.current.unlink()
    warehouse.current.symlink_to(target)
    with pytest.raises(WarehouseDamaged):
        publish_names("Ben")


def test_a_lost_current_does_not_start_the_warehouse_anew(warehouse: Warehouse, publish_names: Publish) -> None:
    publish_names("Ada")
    warehouse.current.unlink()
    with pytest.raises(WarehouseDamaged, match="missing"):
        publish_names("Ben")
    assert [s.number for s in warehouse.snapshots()] == [1]


def test_snapshots_are_not_swept_when_the_record_of_numbers_is_lost(
    warehouse: Warehouse, publish_names: Publish
) -> None:
    publish_names("Ada")
    publish_names("Ben")
    warehouse.current.unlink()
    warehouse.last_number_file.unlink()
    with pytest.raises(WarehouseDamaged, match="000001, 000002"):
        publish_names("Cas")
    assert len(warehouse.snapshot_folders()) == 2


def test_a_warehouse_may_be_moved(warehouse: Warehouse, publish_names: Publish, tmp_path: Path, segment: Path) -> None:
    publish_names("Ada", state=[segment])
    moved = Warehouse(warehouse.path.rename(tmp_path / "moved"))
    current = moved.current_snapshot()
    assert current is not None
    assert verify(current) == []
