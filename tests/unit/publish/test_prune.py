import math
import os
from pathlib import Path

import pytest

from tasks.publish.prune import prune
from tasks.publish.rollback import rollback
from tasks.publish.verify import verify
from tasks.publish.warehouse import Warehouse
from tests.unit.publish.conftest import Publish


def numbers(warehouse: Warehouse) -> list[int]:
    return [snapshot.number for snapshot in warehouse.snapshots()]


@pytest.fixture
def five(warehouse: Warehouse, publish_names: Publish) -> Warehouse:
    """A warehouse of five snapshots, published at second 1 to 5."""
    for number in range(1, 6):
        os.utime(publish_names(f"name {number}").path / "manifest.json", (number, number))
    return warehouse


@pytest.mark.parametrize(
    ("keep_last", "keep_since", "left"),
    [
        (2, math.inf, [4, 5]),
        (2, 3, [3, 4, 5]),
        (9, math.inf, [1, 2, 3, 4, 5]),
        (0, math.inf, [5]),
        (1, 0, [1, 2, 3, 4, 5]),
    ],
)
def test_the_last_and_the_young_snapshots_stay(
    five: Warehouse, keep_last: int, keep_since: float, left: list[int]
) -> None:
    pruned = prune(five, keep_last, keep_since)
    assert numbers(five) == left
    assert [s.number for s in pruned.snapshots] == [n for n in range(1, 6) if n not in left]
    assert [problem for s in five.snapshots() for problem in verify(s)] == []


def test_the_current_snapshot_stays_however_old(five: Warehouse, publish_names: Publish) -> None:
    rollback(five, 2)
    prune(five, keep_last=1, keep_since=math.inf)
    assert numbers(five) == [2, 5]
    assert publish_names("new").number == 6


def test_a_number_that_was_pruned_is_never_used_again(five: Warehouse, publish_names: Publish) -> None:
    rollback(five, 1)
    prune(five, keep_last=0, keep_since=math.inf)
    assert numbers(five) == [1]
    assert publish_names("new").number == 6


def test_a_segment_goes_with_the_last_snapshot_that_names_it(
    warehouse: Warehouse, publish_names: Publish, segment: Path
) -> None:
    shared, unpublished = segment.with_name("shared.zst"), segment.with_name("unpublished.zst")
    for path in (shared, unpublished):
        path.write_bytes(b"other bytes")
    publish_names("Ada", state=[segment, shared])
    publish_names("Ben", state=[shared])
    assert prune(warehouse, keep_last=1, keep_since=math.inf).segments == (segment,)
    assert sorted(p.name for p in segment.parent.iterdir()) == ["shared.zst", "unpublished.zst"]


def test_a_prune_that_breaks_leaves_whole_snapshots(
    five: Warehouse, publish_names: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("shutil.rmtree", broken)
        with pytest.raises(RuntimeError):
            prune(five, keep_last=2, keep_since=math.inf)
    assert numbers(five) == [4, 5]
    publish_names("new")
    assert len(list(five.snapshots_folder.iterdir())) == 4  # three snapshots and the record of numbers
