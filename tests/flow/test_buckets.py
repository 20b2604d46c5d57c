"""Runs that add assemble and check only the buckets in which something changed, and come to the tables of one full run."""

from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from flows.cli import main
from flows.stages import assemble, selection, validate
from flows.stages.assemble import BucketJob, bucket_step
from flows.stages.buckets import Bucket
from tasks.assemble import assign_buckets
from tests.flow.corpora import article, run_plainly, write_articles
from tests.flow.test_runs import tables

pytestmark = pytest.mark.slow

N_FIRST = 16
ROWS = 3  # articles of a bucket


@pytest.fixture(autouse=True)
def small_buckets(in_this_process: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a bucket hold few articles."""
    monkeypatch.setattr(selection, "assign_buckets", partial(assign_buckets, bucket_rows=ROWS))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the list in which the number of every bucket is noted that is assembled."""
    numbers: list[int] = []

    def watched(job: BucketJob) -> Bucket:
        numbers.append(job.number)
        return bucket_step(job)

    monkeypatch.setattr(assemble, "bucket_step", watched)
    return numbers


@pytest.fixture
def framed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the list in which the number of buckets is noted whose rows meet the gate."""
    numbers: list[int] = []
    step = validate.frames_step

    def watched(job: validate.FramesJob) -> None:
        numbers.append(int(job.targets["articles"].stem))
        step(job)

    monkeypatch.setattr(validate, "frames_step", watched)
    return numbers


def rows_of(warehouse: Path) -> dict[str, list[str]]:
    """Return the rows of all tables in an order of their own: files of one month are named by content, the run included."""
    return {name: sorted(map(repr, rows)) for name, rows in tables(warehouse).items()}


def write_dated(folder: Path, day: str) -> Path:
    """Write one article of this day."""
    folder.mkdir(parents=True)
    text = article(N_FIRST).replace(f"2024-03-{N_FIRST % 28 + 1:02d}", day)
    (folder / "added.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("day", "expected"), [("2024-05-02", [6]), ("2024-03-01", [0, 1, 2, 3, 4, 5])])
def test_a_newcomer_redoes_its_bucket_and_those_it_moves(
    tmp_path: Path, made: list[int], framed: list[int], day: str, expected: list[int]
) -> None:
    first, second = write_articles(tmp_path / "first", range(N_FIRST)), write_dated(tmp_path / "second", day)
    run_plainly([first], tmp_path / "warehouse")
    del made[:], framed[:]
    summary = run_plainly([second], tmp_path / "warehouse")
    assert (made, framed) == (expected, expected)
    run_plainly([first, second], tmp_path / "other")
    assert rows_of(tmp_path / "warehouse") == rows_of(tmp_path / "other")
    checks = [pq.read_table(tmp_path / name / "checks").to_pylist() for name in ("warehouse", "other")]
    own = [row["observed"] for row in checks[0] if row["run_id"] == summary.run_id and row["table_name"] == "articles"]
    assert own == [row["observed"] for row in checks[1] if row["table_name"] == "articles"]
    assert main(["check", "--to", str(tmp_path / "warehouse")]) == 0


def test_a_copy_that_displaces_an_article_redoes_the_bucket_it_leaves_and_a_rollback_brings_back_its_record(
    tmp_path: Path, made: list[int]
) -> None:
    first, warehouse = write_articles(tmp_path / "first", range(N_FIRST)), tmp_path / "warehouse"
    earlier = tmp_path / "earlier"
    earlier.mkdir()
    retyped = article(5).replace("2024-03-06", "2024-01-06").replace("bureau", "the bureau")
    (earlier / "retyped.txt").write_text(retyped, encoding="utf-8")
    run_plainly([first], warehouse)
    for _ in range(2):
        del made[:]
        run_plainly([earlier], warehouse)
        assert 0 < len(made) <= N_FIRST // ROWS + 1
        run_plainly([earlier, first], tmp_path / "other")
        assert rows_of(warehouse) == rows_of(tmp_path / "other")
        assert main(["rollback", "1", "--to", str(warehouse)]) == 0


def test_identities_that_a_user_joins_redo_the_buckets_whose_names_became_another_entity(
    tmp_path: Path, made: list[int]
) -> None:
    first, warehouse = write_articles(tmp_path / "first", range(N_FIRST)), tmp_path / "warehouse"
    for number, name in ((1, "Orla Venn"), (14, "Ortrud Venn")):
        path = first / f"{number:04d}.txt"
        path.write_text(f"{path.read_text(encoding='utf-8')}\nMinister {name} signed the papers.\n", encoding="utf-8")
    config, told = tmp_path / "copydesk.toml", tmp_path / "entities.toml"
    config.write_text(f"[enrich]\nentities_file = '{told}'\n", encoding="utf-8")
    told.write_text("same = []\n", encoding="utf-8")
    run_plainly([first], warehouse, config=config, model="bundled")
    del made[:]
    told.write_text('same = [["Orla Venn", "Ortrud Venn"]]\n', encoding="utf-8")
    run_plainly([first], warehouse, config=config, model="bundled")
    assert made == [4]  # that of Ortrud, whose entity is now Orla's
    run_plainly([first], tmp_path / "other", config=config, model="bundled")
    assert rows_of(warehouse) == rows_of(tmp_path / "other")
    venn, lost = sorted(venns(warehouse), key=lambda row: row["same_as"] is not None)
    assert (venn["n_articles"], lost["n_mentions"], lost["same_as"]) == (2, 0, venn["entity_id"])
    told.write_text("same = []\n", encoding="utf-8")
    run_plainly([first], warehouse, config=config, model="bundled")
    assert [row["same_as"] for row in venns(warehouse)] == [None, None]  # both stand again


def venns(warehouse: Path) -> list[dict[str, Any]]:
    """Return the rows of `entities` about persons of this name."""
    return [row for row in pq.read_table(warehouse / "entities").to_pylist() if row["name"].endswith("Venn")]
