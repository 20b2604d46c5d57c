"""Damage of every kind: whatever the bytes are, documents with a known reason come out and nothing is raised."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.rejects import REASONS
from tasks.read import ReadSettings
from tasks.read.dispatch import read_stream
from tasks.read.reading import Item
from tasks.read.streams import Peekable

TEXTS = [f"The ferry number {i} sailed again on Monday, {i * 7919} people aboard." for i in range(40)]


def packed_tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for i, text in enumerate(TEXTS[:5]):
            info = tarfile.TarInfo(f"{i}.txt")
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    return buffer.getvalue()


def packed_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for i, text in enumerate(TEXTS[:5]):
            archive.writestr(f"{i}.txt", text)
    return buffer.getvalue()


def packed_parquet() -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": TEXTS, "title": TEXTS}), buffer, row_group_size=10)
    return buffer.getvalue()


ROWS = [{"title": text[:9], "text": text} for text in TEXTS]
WHOLE = {
    "a.txt": "\n".join(TEXTS).encode(),
    "a.json": json.dumps(ROWS).encode(),
    "a.jsonl": "\n".join(map(json.dumps, ROWS)).encode(),
    "a.csv": ("title,text\n" + "".join(f'"{row["title"]}","{row["text"]}"\n' for row in ROWS)).encode(),
    "a.html": f"<html><body>{TEXTS[0]}</body></html>".encode(),
    "a.tar": packed_tar(),
    "a.tar.gz": gzip.compress(packed_tar()),
    "a.tar.xz": lzma.compress(packed_tar()),
    "a.tar.bz2": bz2.compress(packed_tar()),
    "a.tar.zst": zstandard.ZstdCompressor(write_checksum=True).compress(packed_tar()),
    "a.zip": packed_zip(),
    "a.parquet": packed_parquet(),
}


def reasons_of(name: str, content: bytes) -> list[str | None]:
    item = Item(name, name, ReadSettings(max_document_bytes=100_000, max_spooled_bytes=1_000_000), lambda _: None)
    return [document.reason for document in read_stream(Peekable(io.BytesIO(content)), item)]


def test_whole_files_are_read_without_a_reject() -> None:
    found = {name: set(reasons_of(name, content)) for name, content in WHOLE.items()}

    assert found == {name: {None} for name in WHOLE}


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_damaged_files_never_raise(name, data) -> None:
    content = bytearray(WHOLE[name])
    places = st.integers(0, len(content) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=6)):
        content[place] = byte
    cut = data.draw(st.none() | places)

    found = reasons_of(name, bytes(content[:cut]))

    assert found
    assert set(found) <= {None, *REASONS}


@given(content=st.binary(max_size=2000), name=st.sampled_from(sorted(WHOLE)))
@settings(max_examples=200, deadline=None)
def test_random_bytes_never_raise(content, name) -> None:
    assert set(reasons_of(name, content)) <= {None, *REASONS}
