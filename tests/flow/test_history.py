"""Runs that add to what was published: they look up only what is new, and come to the tables of one run over everything."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from flows.cli import main
from tasks.dedupe import explain_rows, find_candidates, verify_pairs
from tests.flow.corpora import article, run_plainly, write_articles
from tests.flow.test_runs import tables

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("in_this_process")]

N_FIRST = 16
CUT = 3  # paragraphs of a cut copy


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str]]:
    """Return the list in which every pair is noted that is measured."""
    pairs: list[frozenset[str]] = []

    def watched(bodies: pa.Table, asked: pa.Table, *rest: Any) -> pa.Table:
        pairs.extend(map(frozenset, zip(*(asked[side].to_pylist() for side in ("left", "right")), strict=True)))
        return verify_pairs(bodies, asked, *rest)

    monkeypatch.setattr("flows.stages.dedupe.verify_pairs", watched)
    return pairs


@pytest.fixture
def explained(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the list in which the number of rows is noted whenever excerpts are made."""
    sizes: list[int] = []

    def watched(rows: pa.Table, *rest: Any) -> pa.Table:
        sizes.append(rows.num_rows)
        return explain_rows(rows, *rest)

    monkeypatch.setattr("flows.stages.dedupe.explain_rows", watched)
    return sizes


@pytest.fixture
def whole_joins(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the list in which the number of texts is noted whenever all are joined."""
    sizes: list[int] = []

    def watched(segments: Any, texts: Any, *rest: Any) -> Any:
        sizes.append(texts.names.size)
        return find_candidates(segments, texts, *rest)

    monkeypatch.setattr("tasks.dedupe.increments.find_candidates", watched)
    return sizes


def write_copies(folder: Path, numbers: Iterable[int], day: str) -> Path:
    """Write one retyped and one cut copy of every article, of another day."""
    folder.mkdir(parents=True)
    for number in numbers:
        text = article(number).replace(f"2024-03-{number % 28 + 1:02d}", day)
        (folder / f"retyped{number}.txt").write_text(text.replace("bureau", "the bureau"), encoding="utf-8")
        cut = "\n\n".join(text.strip().split("\n\n")[: 3 + CUT])
        (folder / f"cut{number}.txt").write_text(cut + "\n", encoding="utf-8")
    return folder


def n_segments(warehouse: Path) -> int:
    """Return how many segments the index of the current snapshot has."""
    state = json.loads((warehouse / "current" / "manifest.json").read_text(encoding="utf-8"))["state"]
    return sum(file["path"].endswith(".segment") for file in state)


def test_runs_that_add_join_and_measure_only_what_is_new_also_after_a_rollback(
    tmp_path: Path, measured: list[frozenset[str]], whole_joins: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tasks.dedupe.merging.LARGER", 0)  # every run adds a segment, and later ones look in all
    folders = [
        write_articles(tmp_path / "first", range(N_FIRST)),
        write_copies(tmp_path / "later", [2], "2024-04-20"),
        write_copies(tmp_path / "earlier", [5], "2023-12-24"),
    ]
    for folder in folders:
        run_plainly([folder], tmp_path / "warehouse")
    assert whole_joins == [N_FIRST]
    assert n_segments(tmp_path / "warehouse") == len(folders)
    assert len(measured) == len(set(measured))
    n_measured = len(measured)
    run_plainly(folders[::-1], tmp_path / "other")
    assert set(measured[n_measured:]) == set(measured[:n_measured])
    assert tables(tmp_path / "warehouse") == tables(tmp_path / "other")
    assert len(tables(tmp_path / "warehouse")["duplicates"]) == 4
    del whole_joins[:]
    monkeypatch.setattr("tasks.dedupe.merging.LARGER", 1000)  # and here all are merged
    assert main(["rollback", "1", "--to", str(tmp_path / "warehouse")]) == 0
    run_plainly(folders[:0:-1], tmp_path / "warehouse")  # with the index of the snapshot that is current again
    assert whole_joins == []
    assert n_segments(tmp_path / "warehouse") == 1
    assert tables(tmp_path / "warehouse") == tables(tmp_path / "other")


def test_an_index_that_lacks_a_file_is_made_anew(tmp_path: Path, whole_joins: list[int]) -> None:
    warehouse = tmp_path / "warehouse"
    first, second = write_articles(tmp_path / "first", range(N_FIRST)), write_copies(tmp_path / "b", [2], "2024-04-20")
    run_plainly([first], warehouse)
    next((warehouse / "_state" / "index").glob("*.segment")).unlink()
    run_plainly([second], warehouse)
    assert whole_joins == [N_FIRST, N_FIRST + 2]


def test_excerpts_are_made_once_and_the_page_shows_the_copies_of_its_run(tmp_path: Path, explained: list[int]) -> None:
    folders = [
        write_articles(tmp_path / "first", range(4)),
        write_copies(tmp_path / "later", [2], "2024-04-20"),
        write_copies(tmp_path / "last", [1, 3], "2024-04-21"),
    ]
    shown = []
    for folder in folders:
        run_plainly([folder], tmp_path / "warehouse")
        shown.append(len(re.findall("<h4>", (tmp_path / "warehouse/current/report.html").read_text(encoding="utf-8"))))
    assert explained == [0, 2, 4]
    assert shown == [0, 1, 2]  # a cut copy has no word of its own, and is not among them
    run_plainly(folders, tmp_path / "other")
    assert tables(tmp_path / "warehouse") == tables(tmp_path / "other")
