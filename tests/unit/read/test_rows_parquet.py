"""Rows of Parquet: the same bytes as rows of JSON, and what damage costs."""

import datetime
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.read import ReadSettings


def fates(documents) -> list[tuple[int | None, str | None]]:
    return [(document.source_record, document.reason) for document in documents]


def parquet_of(table: pa.Table, **options) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(table, buffer, **options)
    return buffer.getvalue()


def test_a_parquet_file_gives_its_rows_with_nested_values_and_days_as_text(put, read) -> None:
    table = pa.table(
        {
            "text": ["One.", None, "Three."],
            "published": pa.array([datetime.date(2024, 5, 1), None, None]),
            "seen": pa.array([datetime.datetime(2024, 5, 1, 9), None, None], pa.timestamp("us")),
            "tags": pa.array([["a", "b"], [], None]),
            "score": pa.array([float("nan"), 1.5, None]),
        }
    )
    put("a.parquet", parquet_of(table))

    documents = read(settings=ReadSettings(parquet_batch_rows=2))

    assert fates(documents) == [(0, None), (1, "bad_record"), (2, None)]
    assert [document.raw for document in documents] == [
        b'{"published":"2024-05-01","seen":"2024-05-01T09:00:00","tags":["a","b"],"text":"One."}',
        b'{"score":1.5,"tags":[]}',
        b'{"text":"Three."}',
    ]


def test_a_parquet_file_damaged_in_its_middle_gives_the_rows_before(put, read) -> None:
    table = pa.table({"text": [f"Words number {i * i * 7919}" for i in range(5000)]})
    content = bytearray(parquet_of(table, row_group_size=1000, compression="zstd", use_dictionary=False))
    middle = len(content) // 2
    content[middle : middle + 2000] = bytes(2000)
    put("a.parquet", bytes(content))

    documents = read()

    assert 1000 <= len(documents) < 5000
    assert [d.reason for d in documents if d.reason] == ["unreadable"]


def test_one_table_has_the_same_bytes_in_every_format_that_knows_its_types(put, read) -> None:
    rows = [{"text": "Één. \u2028 “Two”", "title": "T", "n": 3, "tags": ["a"]}, {"text": "B", "title": None, "n": 1}]
    put("a.json", json.dumps(rows))
    put("b.jsonl", "\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    put("c.parquet", parquet_of(pa.Table.from_pylist(rows)))

    raws = [document.raw for document in read()]

    assert raws == raws[:2] * 3


def test_a_row_over_the_limit_costs_itself(put, read) -> None:
    put("a.parquet", parquet_of(pa.table({"text": ["One.", "word " * 900, "Three."]})))

    assert fates(read(settings=ReadSettings(max_document_bytes=1000))) == [(0, None), (1, "too_large"), (2, None)]
