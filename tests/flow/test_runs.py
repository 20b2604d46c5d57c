"""Runs that add, break, resume, are blocked or set rows aside: the warehouse is right after each."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from flows.cli import main
from flows.run import Run
from flows.stages import clean as clean_stage
from flows.stages.pipeline import PLAIN
from flows.stages.validate import Verdict
from schemas.catalog import TABLES
from schemas.failed_row import FailedRow
from tasks.publish import Warehouse, WarehouseBusy, hold
from tasks.validate import ChecksFailed
from tests.flow.corpora import article, run_plainly, write_articles

pytestmark = pytest.mark.slow

RUN_COLUMNS = ("run_id", "matched_run_id", "released_run_id", "first_read_on")


def tables(warehouse: Path) -> dict[str, list[dict[str, Any]]]:
    """Return all tables without the columns and tables that are about runs, and without ids that stand no more."""
    found = {}
    for table in TABLES:
        if table.name not in ("runs", "checks"):
            rows = pq.read_table(warehouse / table.name)
            if table.name == "entities":
                rows = rows.filter(pc.field("same_as").is_null())
            found[table.name] = rows.drop_columns(
                [name for name in RUN_COLUMNS if name in rows.column_names]
            ).to_pylist()
    return found


def test_every_table_of_the_contract_has_a_file_with_its_schema(tmp_path: Path) -> None:
    run_plainly([write_articles(tmp_path / "in", range(3))], tmp_path / "warehouse")
    for table in TABLES:
        found, promised = (
            pq.read_schema(next((tmp_path / "warehouse" / table.name).glob("*.parquet"))),
            table.arrow_schema(),
        )
        assert found.equals(promised), table.name
        assert [f.metadata[b"description"] for f in found] == [f.metadata[b"description"] for f in promised], table.name
        assert (found.metadata[b"grain"], found.metadata[b"schema_version"]) == (table.grain.encode(), b"1")


def test_two_runs_make_the_tables_of_one(tmp_path: Path) -> None:
    first, second = write_articles(tmp_path / "a", range(6)), write_articles(tmp_path / "b", range(6, 9))
    (second / "copy.txt").write_text(article(2).replace("round 2", "round two"), encoding="utf-8")
    (first / "empty.txt").write_text("")
    run_plainly([first], tmp_path / "warehouse")
    summary = run_plainly([first, second], tmp_path / "warehouse")
    assert (summary.n_unchanged, summary.n_read) == (7, 11)
    run_plainly([second, first], tmp_path / "other")
    assert tables(tmp_path / "warehouse") == tables(tmp_path / "other")


def test_what_an_earlier_run_made_of_its_shards_is_not_made_again_unless_all_is_asked_for(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse"
    run_plainly([write_articles(tmp_path / "a", range(3))], warehouse)
    before = sorted((warehouse / "_state").rglob("*.parquet"))
    used: list[Path] = []

    def remember(run: Run, *rest: Any) -> Any:
        tables = PLAIN.assemble(run, *rest)
        work = (file for file in tables.work if file.suffix == ".parquet")  # all but the index
        used.extend(file for file in work if not file.is_relative_to(run.staging))
        return tables

    stages = replace(PLAIN, assemble=remember)
    run_plainly([write_articles(tmp_path / "b", range(3, 5))], warehouse, stages)
    of_shards = [file for file in before if file.parent.name not in ("raw", "lines", "orders", "buckets")]
    assert sorted(used) == of_shards
    used.clear()
    run_plainly([tmp_path / "b"], warehouse, stages, full=True)
    assert used == []


def test_a_warehouse_may_be_named_by_a_path_with_dots(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    dotted = tmp_path / "elsewhere" / ".." / "warehouse"
    for name, numbers in (("a", range(3)), ("b", range(3, 5))):
        assert run_plainly([write_articles(tmp_path / name, numbers)], dotted).result == "published"
    run_plainly([tmp_path / "b", tmp_path / "a"], tmp_path / "other")
    assert tables(tmp_path / "warehouse") == tables(tmp_path / "other")


def test_work_that_is_gone_from_the_state_is_done_again(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse"
    run_plainly([write_articles(tmp_path / "a", range(3))], warehouse)
    for file in (warehouse / "_state").rglob("*.parquet"):
        if file.parent.name != "raw":
            file.unlink()
    run_plainly([write_articles(tmp_path / "b", range(3, 5))], warehouse)
    run_plainly([tmp_path / "b", tmp_path / "a"], tmp_path / "other")
    assert tables(warehouse) == tables(tmp_path / "other")


def test_workers_and_the_order_of_sources_change_no_table(tmp_path: Path) -> None:
    folders = [write_articles(tmp_path / name, numbers) for name, numbers in (("a", range(4)), ("b", range(2, 7)))]
    run_plainly(folders, tmp_path / "one")
    run_plainly(folders[::-1], tmp_path / "two", workers=2)
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_a_warehouse_below_its_source_is_not_read_by_its_own_first_run(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "in", range(3))
    assert run_plainly([source], source / "warehouse").n_read == 3
    assert run_plainly([source], source / "warehouse").result == "no_news"


def test_a_run_without_news_publishes_nothing_and_leaves_a_record(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "in", range(3))
    run_plainly([source], tmp_path / "warehouse")
    summary = run_plainly([source], tmp_path / "warehouse")
    assert (summary.result, summary.n_unchanged) == ("no_news", 3)
    assert [s.name for s in Warehouse(tmp_path / "warehouse").snapshots()] == ["000001"]
    assert (tmp_path / "warehouse" / "_runs" / summary.run_id / "run.json").exists()


def test_a_run_over_an_empty_folder_has_no_news(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    summary = run_plainly([tmp_path / "in"], tmp_path / "warehouse")
    assert (summary.result, summary.n_read) == ("no_news", 0)
    assert Warehouse(tmp_path / "warehouse").current_snapshot() is None


def test_full_works_everything_out_again_and_finds_the_same(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "in", range(3))
    run_plainly([source], tmp_path / "warehouse")
    assert run_plainly([source], tmp_path / "warehouse", full=True).result == "no_news"


def test_a_broken_run_is_taken_over_and_its_finished_shards_are_not_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, warehouse = write_articles(tmp_path / "in", range(3)), tmp_path / "warehouse"

    def break_down(*_: object) -> None:
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        run_plainly([source], warehouse, replace(PLAIN, dedupe=break_down))  # type: ignore[arg-type]
    (broken,) = (warehouse / "_staging").iterdir()
    before = {path: path.stat().st_mtime_ns for path in (broken / "clean").iterdir()}
    cleaned_at: dict[Path, int] = {}

    def remember(run: Run, *rest: Any) -> Any:
        cleaned = clean_stage.clean(run, *rest)
        cleaned_at.update({path: path.stat().st_mtime_ns for path in cleaned.shards})
        return cleaned

    summary = run_plainly([source], warehouse, replace(PLAIN, clean=remember))
    assert (summary.run_id, cleaned_at) == (broken.name, before)
    assert not list((warehouse / "_staging").iterdir())


def test_a_failed_check_leaves_the_published_tables_alone(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse"
    run_plainly([write_articles(tmp_path / "a", range(3))], warehouse)
    before = tables(warehouse)

    def block(run: Run, *rest: Any) -> Verdict:
        return replace(PLAIN.validate(run, *rest), blocked_by=("articles.headline in_set (3 of 6 rows)",))

    source = write_articles(tmp_path / "b", range(3, 6))
    with pytest.raises(ChecksFailed, match="left as it was"):
        run_plainly([source], warehouse, replace(PLAIN, validate=block))
    assert tables(warehouse) == before
    assert run_plainly([source], warehouse).result == "published"


def test_an_article_that_fails_a_check_is_set_aside_and_its_copy_comes_back(tmp_path: Path) -> None:
    source, warehouse = write_articles(tmp_path / "in", range(4)), tmp_path / "warehouse"
    (source / "retyped.txt").write_text(article(1).upper(), encoding="utf-8")
    seen: list[str] = []

    def fail_kept_one(run: Run, documents: Any, files: Any) -> Verdict:
        verdict = PLAIN.validate(run, documents, files)
        if seen:
            return verdict
        rows = pq.read_table(files.files["duplicates"][0].path).to_pylist()
        seen.append(next(row["kept_article_id"] for row in rows if row["is_dropped"]))
        return replace(verdict, failed=(FailedRow("articles", seen[0], "flags_are_known", "Every flag is known."),))

    summary = run_plainly([source], warehouse, replace(PLAIN, validate=fail_kept_one))
    (reject,) = pq.read_table(warehouse / "rejects").to_pylist()
    assert (reject["article_id"], reject["reason"], reject["check_name"]) == (
        seen[0],
        "check_failed",
        "flags_are_known",
    )
    assert (summary.n_kept, summary.n_duplicate, summary.n_rejected) == (4, 0, 1)


def test_a_second_run_on_a_held_warehouse_is_refused(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse"
    warehouse.mkdir()
    with hold(Warehouse(warehouse), 0), pytest.raises(WarehouseBusy, match="is held by"):
        run_plainly([write_articles(tmp_path / "in", [1])], warehouse)


def test_what_cannot_be_read_gives_way_to_what_a_later_run_reads(tmp_path: Path) -> None:
    source, warehouse = write_articles(tmp_path / "in", range(2)), tmp_path / "warehouse"
    (source / "0001.txt").rename(tmp_path / "kept.txt")
    (source / "0001.txt").symlink_to(tmp_path / "kept.txt")
    run_plainly([source], warehouse)
    assert pq.read_table(warehouse / "rejects").column("reason").to_pylist() == ["unsafe_path"]
    (source / "0001.txt").unlink()
    (tmp_path / "kept.txt").rename(source / "0001.txt")
    run_plainly([source], warehouse)
    assert pq.read_table(warehouse / "rejects").num_rows == 0
    assert pq.read_table(warehouse / "sources").num_rows == 2


def test_sources_that_hold_nothing_good_publish_only_rejects(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "empty.txt").write_text("")
    (source / "binary.txt").write_bytes(bytes(range(256)) * 8)
    summary = run_plainly([source], tmp_path / "warehouse")
    assert (summary.n_kept, summary.n_rejected) == (0, 2)
    assert pa.concat_tables([pq.read_table(tmp_path / "warehouse" / "articles")]).num_rows == 0


def test_a_rollback_makes_the_earlier_tables_current_and_marks_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warehouse = tmp_path / "warehouse"
    run_plainly([write_articles(tmp_path / "a", range(2))], warehouse)
    before = tables(warehouse)
    second = run_plainly([write_articles(tmp_path / "b", range(2, 4))], warehouse)
    assert main(["rollback", "1", "--to", str(warehouse)]) == 0
    assert tables(warehouse) == before
    assert json.loads((warehouse / "_runs" / second.run_id / "run.json").read_text())["result"] == "rolled_back"
    assert main(["prune", "--to", str(warehouse), "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {"snapshots": [], "segments": 0}
    third = run_plainly([tmp_path / "b"], warehouse)
    assert (third.snapshot, third.n_unchanged) == ("000003", 0)


def test_status_check_and_snapshots_tell_of_what_was_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warehouse = tmp_path / "warehouse"
    summary = run_plainly([write_articles(tmp_path / "a", range(2))], warehouse)
    assert [main([command, "--to", str(warehouse)]) for command in ("status", "check", "snapshots", "rejects")] == [
        0
    ] * 4
    printed = capsys.readouterr().out
    assert summary.run_id in printed
    assert "files are as published" in printed
    damaged = next((warehouse / "articles").glob("*.parquet"))
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
    assert main(["check", "--to", str(warehouse)]) == 1
