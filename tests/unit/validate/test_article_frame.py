from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from tasks.validate.article_frame import article_frame, first_read_days
from tests.unit.validate.good_rows import ABSENT, ARTICLE, OTHER_ARTICLE, article_row, articles, rows_of, source_row

REMOVED = article_row["removed"][0]
SOURCES = rows_of("sources", source_row, {})

# rule, what is changed in a good article, whether the rule still holds
CASES: list[tuple[str, Mapping[str, Any], bool]] = [
    ("flags_are_known", {"flags": []}, True),
    ("flags_are_known", {"flags": ["in_doubt", "late"]}, False),
    ("flags_are_known", {"flags": ["in_doubt", None]}, False),
    ("removed_kinds_are_known", {"removed": []}, True),
    ("removed_kinds_are_known", {"removed": [REMOVED, {**REMOVED, "kind": "advert"}]}, False),
    ("body_matches_paragraphs", {"n_paragraphs": 3}, False),
    ("body_matches_paragraphs", {"lead": "The ferry stopped"}, False),
    ("body_matches_paragraphs", {"body": None}, False),
    ("body_matches_paragraphs", {"body": "One line.", "lead": "One line.", "n_paragraphs": 1}, True),
    ("body_matches_paragraphs", {"body": "One.\n\n\n\nTwo.", "lead": "One."}, False),
    ("published_on_is_possible", {"published_on": date(2024, 5, 4), "published_month": None}, True),
    ("published_on_is_possible", {"published_on": date(2024, 5, 5), "published_month": None}, False),
    ("published_on_is_possible", {"published_on": None}, True),
    ("published_on_is_possible", {"article_id": ABSENT}, False),
    ("month_matches_day", {"published_month": "2024-04"}, False),
    ("month_matches_day", {"published_month": None}, True),
    ("month_matches_day", {"published_on": None}, True),
    ("evidence_accompanies_date", {"published_evidence": None}, False),
    ("evidence_accompanies_date", {"published_source": None}, False),
    ("evidence_accompanies_date", {"published_on": None, "published_precision": None}, False),
    ("evidence_accompanies_date", {"published_on": None, "published_month": None, "published_evidence": None}, True),
]


def test_a_good_article_keeps_every_rule() -> None:
    frame = article_frame(articles({}), first_read_days(SOURCES), pa.array([True]))
    assert [
        name for name in frame.column_names if frame[name].to_pylist() == [False] and name != "published_conflict"
    ] == []


@pytest.mark.parametrize(("rule", "change", "holds"), CASES)
def test_a_rule_is_broken_by_its_own_row_alone(rule: str, change: Mapping[str, Any], holds: bool) -> None:
    rows = articles({}, {}, change, {}).slice(1)  # a slice: kernels that forget offsets would answer for other rows
    frame = article_frame(rows, first_read_days(SOURCES), pa.array([True] * 3))
    assert frame[rule].to_pylist() == [True, holds, True]


def test_the_ledger_of_an_article_without_answer_covers_nothing() -> None:
    frame = article_frame(articles({}, {}, {}), first_read_days(SOURCES), pa.array([True, False, None]))
    assert frame["ledger_covers_source"].to_pylist() == [True, False, False]


def test_the_first_reading_of_the_same_bytes_counts() -> None:
    sources = rows_of(
        "sources",
        source_row,
        {"first_read_on": date(2024, 5, 9)},
        {"first_read_on": date(2024, 5, 3)},
        {"article_id": None, "first_read_on": date(2024, 5, 1)},
        {"article_id": OTHER_ARTICLE},
    )
    days = dict(zip(*first_read_days(sources).to_pydict().values(), strict=True))
    assert days == {ARTICLE: date(2024, 5, 3), OTHER_ARTICLE: date(2024, 5, 3)}


def test_no_article_is_no_problem() -> None:
    assert article_frame(articles(), first_read_days(SOURCES), pa.array([], pa.bool_())).num_rows == 0
