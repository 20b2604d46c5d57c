"""Learning in a run: what a later batch teaches reaches the articles of the first, whatever the shards."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from flows.explain.raw_documents import clean_again, readable
from flows.explain.shelf import Shelf
from flows.pool import Pool
from flows.progress import Silent
from flows.published import read_table
from flows.run import start
from flows.settings import load_settings
from flows.stages import read as reading
from flows.stages.clean import clean
from flows.stages.read import read
from tasks.clean import CleanSettings
from tasks.publish import Warehouse
from tasks.read import ReadSettings
from tests.flow.corpora import run_plainly
from tests.unit.clean.corpus import story

pytestmark = pytest.mark.slow

NOTICE = "The Ledger's transcripts are typed by night and may hold errors."


@pytest.fixture(autouse=True)
def _steps_run_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run steps in this process: starting workers would take longest."""
    monkeypatch.setattr(Pool, "map", lambda _, step, jobs: map(step, jobs))


def write_rows(path: Path, numbers: Sequence[int]) -> Path:
    """Write articles of one outlet, with its notice below each and a date that can be read both ways on some."""
    rows = []
    for number in numbers:
        told = story(number)
        day = f"{number % 12 + 1:02d}/05/2024" if number % 2 else f"{13 + number % 15}/05/2024"
        text = "\n".join([*told.paragraphs, NOTICE])
        rows.append(json.dumps({"title": told.headline, "text": text, "source": told.outlet, "date": day}))
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def cleaned(
    sources: Sequence[Path], warehouse: Path, **flags: Any
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rows of all cleaned documents, without those of the run, and of what was learned from them."""
    settings = load_settings(to=warehouse, workers=1, model="none", **flags)
    with start([str(source) for source in sources], settings, Silent()) as run:
        found = clean(run, read(run))
        rows = [row for shard in found.shards for row in pq.read_table(shard).drop_columns(["run_id"]).to_pylist()]
        return sorted(rows, key=lambda row: row["article_id"]), pq.read_table(found.boilerplate).to_pylist()


def test_a_second_batch_that_moves_a_line_over_its_bound_changes_the_articles_of_the_first(tmp_path: Path) -> None:
    first, second = write_rows(tmp_path / "a.jsonl", range(7)), write_rows(tmp_path / "b.jsonl", range(7, 14))
    run_plainly([first], tmp_path / "warehouse")
    assert pq.read_table(tmp_path / "warehouse" / "boilerplate").num_rows == 0
    assert all(body.endswith(NOTICE) for body in pq.read_table(tmp_path / "warehouse" / "articles")["body"].to_pylist())
    rows, (learned,) = cleaned([second], tmp_path / "warehouse")
    assert (learned["text"], learned["publisher"], learned["n_documents"]) == (NOTICE, "The Minarpur Ledger", 14)
    for row in rows:
        assert NOTICE not in row["body"]
        assert [span["rule"] for span in row["removed"] if span["text"] == NOTICE] == [f"line:{learned['line_id']}"]
        assert row["published_on"].month == 5
        assert "date_order_unknown" not in row["flags"]
    assert cleaned([second, first], tmp_path / "other") == (rows, [learned])


def test_explain_cleans_a_document_with_what_the_run_had_learned(tmp_path: Path) -> None:
    run_plainly([write_rows(tmp_path / "a.jsonl", range(14))], tmp_path / "warehouse")
    snapshot = Warehouse(tmp_path / "warehouse").current_snapshot()
    assert snapshot is not None
    shelf = Shelf(snapshot, ReadSettings(), CleanSettings())
    for article in read_table(snapshot, "articles").to_pylist():
        found = readable(shelf, article)
        assert found is not None
        again = clean_again(found, shelf)
        assert (again.body, again.published_on) == (article["body"], article["published_on"])


def test_shards_change_nothing_and_learning_can_be_switched_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_rows(tmp_path / "a.jsonl", range(14))
    once = cleaned([source], tmp_path / "one")
    assert len(once[1]) == 1
    monkeypatch.setattr(reading, "SHARD_DOCUMENTS", 3)
    assert cleaned([source], tmp_path / "two") == once
    rows, learned = cleaned([source], tmp_path / "three", clean={"learn": False})
    assert learned == []
    assert all(NOTICE in row["body"] for row in rows)
