"""Rows of JSON, JSONL, CSV and Parquet: their bytes, their numbers, and what a broken one costs."""

import bz2
import datetime
import decimal
import gzip
import json
import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.document import RowFields
from tasks.read import ReadSettings, map_fields
from tasks.read.rows import row_bytes

GOOD = '{"title":"Ferry","text":"The ferry sailed."}'
GOOD_BYTES = b'{"text":"The ferry sailed.","title":"Ferry"}'


def fates(documents) -> list[tuple[int | None, str | None]]:
    return [(document.source_record, document.reason) for document in documents]


ROW_BYTES = [
    ({"b": 1, "a": "x"}, b'{"a":"x","b":1}'),
    ({"a": None, "b": float("nan"), "c": ""}, b'{"c":""}'),
    ({"a": "Bäume"}, '{"a":"Bäume"}'.encode()),
    ({"a": datetime.date(2024, 5, 1)}, b'{"a":"2024-05-01"}'),
    ({"a": datetime.datetime(2024, 5, 1, 9, 30, tzinfo=datetime.UTC)}, b'{"a":"2024-05-01T09:30:00+00:00"}'),
    ({"a": decimal.Decimal("1.10")}, b'{"a":"1.10"}'),
    ({"a": {"z": [1, None], "b": True}}, b'{"a":{"b":true,"z":[1,null]}}'),
    ({"a": {"z": float("inf")}}, b'{"a":{"z":null}}'),
    ({"a": "cut \ud83d off"}, rb'{"a":"cut \ud83d off"}'),
    ({"a": datetime.timedelta(hours=2)}, b'{"a":"2:00:00"}'),
    ({"a": b"bytes", "b": b"\xff\x00"}, b'{"a":"bytes","b":"/wA="}'),
]


@pytest.mark.parametrize(("row", "expected"), ROW_BYTES)
def test_the_bytes_of_a_row_are_its_fields_sorted_without_spaces_and_nulls(row, expected) -> None:
    assert row_bytes(row) == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), JSON, max_size=6))
def test_the_bytes_of_a_row_read_again_give_the_same_bytes(row) -> None:
    raw = row_bytes(row)

    assert row_bytes(json.loads(raw)) == raw
    assert json.loads(raw) == {name: value for name, value in row.items() if value is not None}


JSON_FILES = [
    ("[" + GOOD + "," + GOOD + "]", [(0, None), (1, None)]),
    (GOOD, [(0, None)]),
    ("\ufeff" + GOOD, [(0, None)]),
    (GOOD + GOOD, [(0, None), (1, None)]),
    ("[" + GOOD + "][" + GOOD + "]", [(0, None), (1, None)]),
    (f'{{"status":"ok","articles":[{GOOD},{GOOD}]}}', [(0, None), (1, None)]),
    (f'{{"title":"Ferry","text":"It sailed.","items":[{GOOD}]}}', [(0, None)]),
    ('{"error":"rate limit","status":429}', [(0, "bad_record")]),
    ('{"error":"rate limit","title":"Ferry","url":"https://news.example/1"}', [(0, "bad_record")]),
    ('["https://news.example/1","https://news.example/2"]', [(0, "bad_record"), (1, "bad_record")]),
    ('[{"url":"https://news.example/1","reason":"blocked"}]', [(0, "bad_record")]),
    ("[" + GOOD + ', {"title": "cut o', [(0, None), (1, "bad_record")]),
    ("[" + GOOD + " " + GOOD + "]", [(0, None), (1, "bad_record")]),
    ("[" + GOOD + ",", [(0, None), (1, "bad_record")]),
    (GOOD[:-5], [(0, "bad_record")]),
    ('{"text": nothing}', [(0, "bad_record")]),
    ("Not found", [(0, "bad_record")]),
    ("[1, null, " + GOOD + "]", [(0, "bad_record"), (1, "bad_record"), (2, None)]),
    ('{"a":' * 100_000, [(0, "bad_record")]),
    ('{"text":"x","n":' + "9" * 5000 + "}", [(0, "bad_record")]),
    ('{"title":"Ferry","text":null}', [(0, "missing_field")]),
    ('{"title":"Ferry","text":"  "}', [(0, "empty")]),
    ("{}", [(0, "empty")]),
]


@pytest.mark.parametrize(("content", "expected"), JSON_FILES)
def test_a_json_file_is_read_up_to_where_it_breaks(put, read, content, expected) -> None:
    put("a.json", content)

    documents = read()

    assert fates(documents) == expected
    assert all(document.kind == "row" for document in documents)
    assert all(document.message.endswith(".") for document in documents if document.reason)


def test_a_broken_record_keeps_its_bytes(put, read) -> None:
    put("a.json", "[" + GOOD + ', {"title": "cut o')

    assert [document.raw for document in read()] == [GOOD_BYTES, b'{"title": "cut o']


def test_an_array_over_many_pieces_is_read_whole(put, read) -> None:
    rows = [{"text": "Words é " * (i * 40 % 9000), "title": str(i)} for i in range(1, 120)]
    put("a.json", json.dumps(rows, ensure_ascii=False, indent=1))

    assert [json.loads(document.raw) for document in read()] == rows


def test_a_record_over_the_limit_ends_a_json_file(put, read) -> None:
    put("a.json", json.dumps([json.loads(GOOD), {"text": "word " * 60_000}, json.loads(GOOD)]))

    assert fates(read(settings=ReadSettings(max_document_bytes=1000))) == [(0, None), (1, "too_large")]


def test_text_that_is_not_utf8_is_read_as_windows_1252(put, read) -> None:
    put("a.json", b'[{"text":"The \x93ferry\x94"}, {"text":"caf\xc3\xa9"}]')
    put("b.jsonl", b'{"text":"The \x93ferry\x94"}\n{"text":"caf\xc3\xa9"}\n')
    put("c.csv", b"text\nThe \x93ferry\x94\ncaf\xc3\xa9\n")

    assert [json.loads(d.raw)["text"] for d in read()] == ["The “ferry”", "café"] * 3


JSONL_FILES = [
    (f"{GOOD}\n{GOOD}", [(0, None), (1, None)]),
    (f"\ufeff{GOOD}\r\n\n \n{GOOD}\n", [(0, None), (1, None)]),
    (f'{GOOD}\n{{"title": "cut o\n{GOOD}\n', [(0, None), (1, "bad_record"), (2, None)]),
    (f'{{"title": "cut o\n{GOOD}\n', [(0, "bad_record"), (1, None)]),
    (f"{GOOD}\n[1]\nnull\n7\n{GOOD}", [(0, None), (1, "bad_record"), (2, "bad_record"), (3, "bad_record"), (4, None)]),
    (f"{GOOD}\n" + '{"a":' * 100_000 + f"\n{GOOD}", [(0, None), (1, "bad_record"), (2, None)]),
    (f"{GOOD}\n" + '{"text":"' + "x" * 5000 + f'"}}\n{GOOD}', [(0, None), (1, "too_large"), (2, None)]),
    (f"{GOOD}\n" + "x" * 3_000_000 + f"\n{GOOD}", [(0, None), (1, "too_large"), (2, None)]),
    (f"{GOOD}\n" + "x" * 3_000_000, [(0, None), (1, "too_large")]),
]


@pytest.mark.parametrize(("content", "expected"), JSONL_FILES)
def test_a_broken_line_costs_itself(put, read, content, expected) -> None:
    put("a.jsonl", content)

    assert fates(read(settings=ReadSettings(max_line_bytes=4096 if "x" * 5000 in content else 1_000_000))) == expected


def test_deep_nesting_costs_its_row_at_any_depth(put, read) -> None:
    deep = [f'{{"text":"One.","n":{"[" * n}{"]" * n}}}' for n in (*range(700, 1000, 5), 5000)]
    put("a.jsonl", "\n".join([*deep, GOOD]))

    documents = read()

    assert len(documents) == len(deep) + 1
    assert {document.reason for document in documents[:-2]} <= {None, "bad_record"}
    assert [document.reason for document in documents[-2:]] == ["bad_record", None]


def test_a_broken_line_keeps_its_bytes_and_its_message_names_its_row(put, read) -> None:
    put("a.jsonl", f'{GOOD}\n{{"title": "cut o\n')

    broken = read()[1]

    assert broken.raw == b'{"title": "cut o'
    assert "row 1" in broken.message


CSV_FILES = [
    ("title,text\nA,One\nB,Two\n", [(0, None), (1, None)]),
    ("title,text\nA,One\n\n\nB,Two", [(0, None), (1, None)]),
    ('title,text\nA,"One, and\nmore ""words"""\nB,Two\n', [(0, None), (1, None)]),
    ("title,text\nA,One,extra\nB,Two\nC\n", [(0, "bad_record"), (1, None), (2, "bad_record")]),
    ('title,text\nA,One\nB,"never closed\nC,Three\n', [(0, None), (1, "bad_record")]),
    ("title,text\nA,One\rstray\nB,Two\n", [(0, "bad_record"), (1, None)]),
    ("title,text\nA,\nB,Two\n", [(0, "empty"), (1, None)]),
    ("title,url\nA,https://news.example/1\n", [(0, "missing_field")]),
    ("title,text\nA," + "x" * 6000 + "\nB,Two\n", [(0, "too_large"), (1, None)]),
]


@pytest.mark.parametrize(("content", "expected"), CSV_FILES)
def test_a_broken_row_of_a_table_costs_itself(put, read, content, expected) -> None:
    put("a.csv", content)

    assert fates(read(settings=ReadSettings(max_line_bytes=4096))) == expected


def test_a_quotation_mark_that_swallows_a_table_is_bounded(put, read) -> None:
    put("a.csv", 'title,text\nA,"' + "line\n" * 3000)

    documents = read(settings=ReadSettings(max_document_bytes=5000))

    assert documents[0].reason == "too_large"
    assert all(document.reason for document in documents)


def test_a_table_with_a_byte_order_mark_and_every_row_twice_gives_every_row(put, read) -> None:
    put("a.csv", b"\xef\xbb\xbfStory Heading,Story Excerpt,Date\r\n" + b'Ferry,"It sailed, again...",1-2-2020\r\n' * 2)

    first, second = read()

    assert (
        first.raw == second.raw == b'{"Date":"1-2-2020","Story Excerpt":"It sailed, again...","Story Heading":"Ferry"}'
    )
    assert map_fields(first.raw, ReadSettings()) == RowFields("It sailed, again...", "Ferry", "1-2-2020")


def test_a_broken_row_of_a_table_keeps_its_bytes(put, read) -> None:
    put("a.csv", "title,text\nA,One,extra\n")

    assert read()[0].raw == b"A,One,extra\n"


def test_columns_of_one_name_are_both_kept(put, read) -> None:
    put("a.csv", "text,text\nOne,Two\n")

    assert json.loads(read()[0].raw) == {"text": "One", "text_1": "Two"}


def test_a_long_field_is_read(put, read) -> None:
    put("a.csv", 'title,text\nA,"' + "word " * 60_000 + '"\n')

    assert fates(read()) == [(0, None)]


def test_a_table_whose_compression_breaks_off_gives_the_rows_before(put, read) -> None:
    lines = "".join(f"{i},Words number {i * i * 7919}\n" for i in range(20_000))
    packed = gzip.compress(("title,text\n" + lines).encode())
    put("a.csv.gz", packed[:-1_000])

    documents = read()

    assert len(documents) > 1000
    assert [d.reason for d in documents if d.reason] == ["unreadable"]
    assert (documents[-1].source_uri, documents[-1].source_record) == ("in/a.csv.gz", None)


@pytest.mark.parametrize(("pack", "n_read"), [(gzip.compress, 50), (lzma.compress, 50), (bz2.compress, 0)])
def test_a_small_table_whose_compression_breaks_off_gives_what_can_be_unpacked(put, read, pack, n_read) -> None:
    lines = "".join(f'{{"text":"Words number {i * i * 7919}"}}\n' for i in range(60))
    put("a.jsonl", pack(lines.encode())[:-3])

    documents = read()

    assert len(documents) > n_read  # bzip2 unpacks whole blocks only
    assert [d.reason for d in documents if d.reason] == ["unreadable"]
