"""Rows go to the file of their month and to a bucket of bounded size, and a newcomer moves only its own month."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from tasks.assemble import assign_buckets, parts_of, split_by_part


def articles(*months: str | None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "article_id": [f"{number:024x}" for number in range(len(months))],
            "published_month": list(months),
            "published_on": [None if month is None else pd.Timestamp(f"{month}-15") for month in months],
        }
    )


def test_small_months_share_a_bucket() -> None:
    assert assign_buckets(articles("2023-01", "2023-02", "2023-01"), 10).tolist() == [0, 0, 0]


def test_a_full_bucket_is_followed_by_the_next() -> None:
    assert assign_buckets(articles("2023-01", "2023-01", "2023-02"), 2).tolist() == [0, 0, 1]


def test_a_large_month_is_cut_by_its_own_order() -> None:
    assert assign_buckets(articles("2023-01", "2023-01", "2023-01", "2023-02"), 2).tolist() == [0, 0, 1, 2]


def test_no_articles_have_no_buckets() -> None:
    assert assign_buckets(articles(), 2).size == 0


@pytest.mark.parametrize("seed", range(5))
def test_buckets_hold_at_most_their_rows_and_do_not_depend_on_the_order(seed: int) -> None:
    draw = np.random.default_rng(seed)
    frame = articles(*(f"2023-{month:02d}" if month else None for month in draw.integers(0, 13, 200)))
    buckets = assign_buckets(frame, 30)
    assert np.bincount(buckets).max() <= 30
    order = draw.permutation(len(frame))
    assert assign_buckets(frame.iloc[order], 30).tolist() == buckets[order].tolist()


def test_what_has_no_month_goes_to_the_part_undated() -> None:
    assert parts_of(pa.chunked_array([["2023-01", None]])).to_pylist() == ["2023-01", "undated"]


def test_a_table_is_split_in_the_order_of_parts_and_keeps_the_order_of_rows() -> None:
    table = pa.table({"row": [1, 2, 3, 4]})
    parts = pa.array(["b", "a", "b", "a"])
    assert [(part, rows["row"].to_pylist()) for part, rows in split_by_part(table, parts)] == [
        ("a", [2, 4]),
        ("b", [1, 3]),
    ]
