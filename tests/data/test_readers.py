"""Analysts read the published tables with the tools they have: the README's examples work as printed, and types survive."""

import re
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from schemas.catalog import TABLES
from tasks.publish import Warehouse, verify

pytestmark = pytest.mark.slow

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def beside_the_sample(sample_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where README's examples find the warehouse under the name they use."""
    (tmp_path / "sample-warehouse").symlink_to(sample_warehouse)
    monkeypatch.chdir(tmp_path)


def example(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return str(found)


def test_the_pandas_example_of_the_readme_works(beside_the_sample: None, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(example("python"), "README.md", "exec"), {})
    assert "published_on" in capsys.readouterr().out


def test_the_duckdb_example_of_the_readme_works(beside_the_sample: None) -> None:
    rows = duckdb.sql(example("sql")).fetchall()
    assert len(rows) == 5
    assert all(n_articles >= 1 for _, n_articles, _ in rows)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_pandas_duckdb_and_arrow_see_the_same_rows(table: object, sample_warehouse: Path) -> None:
    name = table.name  # type: ignore[attr-defined]
    n_rows = ds.dataset(sample_warehouse / name).count_rows()
    assert len(pd.read_parquet(sample_warehouse / name)) == n_rows
    found = duckdb.sql(f"SELECT count(*) FROM '{sample_warehouse / name}/*.parquet'").fetchall()
    assert found == [(n_rows,)]


def test_a_published_snapshot_is_what_its_manifest_and_the_contract_say(sample_warehouse: Path) -> None:
    snapshot = Warehouse(sample_warehouse).current_snapshot()
    assert snapshot is not None
    assert verify(snapshot) == []


def test_every_quote_and_figure_stands_where_its_offsets_say(sample_warehouse: Path) -> None:
    bodies = dict(pq.read_table(sample_warehouse / "articles", columns=["article_id", "body"]).to_pandas().to_numpy())
    for name in ("quotes", "figures"):
        rows = pq.read_table(sample_warehouse / name).to_pylist()
        assert rows
        for row in rows:
            if row["field"] == "body":
                assert bodies[row["article_id"]][row["start_char"] : row["end_char"]] == row["text"]


def test_files_are_named_by_month_and_content(sample_warehouse: Path) -> None:
    names = [path.name for path in (sample_warehouse / "articles").glob("*.parquet")]
    assert all(re.fullmatch(r"(\d{4}-\d{2}|undated)-[0-9a-f]{12}\.parquet", name) for name in names)
