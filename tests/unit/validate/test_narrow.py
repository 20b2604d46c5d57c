from datetime import date

import pyarrow as pa
import pytest

from schemas.articles import ARTICLES
from schemas.clusters import CLUSTERS
from schemas.runs import RUNS
from tasks.validate.errors import FrameIncomplete
from tasks.validate.narrow import narrow, plain_frame
from tests.unit.validate.good_rows import ARTICLE, article_row, articles, rows_of, run_row

ROW = {"kept_article_id": ARTICLE, "n_documents": 2, "publishers": [], "headline_variants": []}


def test_text_is_represented_by_its_presence() -> None:
    rows = articles({}, {"body": None, "captions": None})
    frame = narrow(rows, ARTICLES, {rule.name: pa.array([True, True]) for rule in ARTICLES.rules})
    assert frame["body"].to_pylist() == [True, None]
    assert frame["captions"].to_pylist() == [True, None]
    assert frame["language"].to_pylist() == ["en", "en"]
    assert "headline" not in frame.column_names
    assert frame.nbytes < 1_000


def test_days_and_numbers_of_pairs_keep_their_values() -> None:
    rows = rows_of("clusters", ROW, {"first_published_on": date(2024, 5, 2)})
    frame = narrow(rows, CLUSTERS, {"kept_article_exists": pa.array([True])})
    assert frame["first_published_on"].to_pylist() == [date(2024, 5, 2)]


def test_a_table_without_rules_needs_none() -> None:
    assert plain_frame(rows_of("runs", run_row, {}), RUNS).num_rows == 1


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({}, "kept_article_exists"),
        ({"kept_article_exists": pa.array([True]), "invented": pa.array([True])}, "invented"),
        ({"kept_article_exists": pa.array([None], pa.bool_())}, "without an answer"),
    ],
)
def test_a_rule_without_answer_is_an_error(rules: dict[str, pa.Array], said: str) -> None:
    with pytest.raises(FrameIncomplete, match=said):
        narrow(rows_of("clusters", ROW, {}), CLUSTERS, rules)


def test_a_missing_column_is_an_error() -> None:
    with pytest.raises(FrameIncomplete, match="n_documents"):
        narrow(
            rows_of("clusters", ROW, {}).drop_columns("n_documents"),
            CLUSTERS,
            {"kept_article_exists": pa.array([True])},
        )


def test_the_row_of_the_other_tests_has_every_required_column() -> None:
    assert {f.name for f in ARTICLES.fields if not f.nullable} <= set(article_row)
