from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.articles import ARTICLES
from tasks.publish.files import ROWS_PER_GROUP, same_tables, write_table
from tasks.publish.manifest import Manifest, TableFile, TableFiles

LONG = pa.table({"n": list(range(3_000)), "words": [["one", "two"]] * 3_000})


def test_a_file_is_named_by_its_content_and_says_what_it_holds(tmp_path: Path) -> None:
    written = write_table(LONG, tmp_path, "2023-11")
    assert written.path.name == f"2023-11-{written.sha256[:12]}.parquet"
    assert (written.rows, written.bytes) == (3_000, written.path.stat().st_size)
    assert [p.name for p in tmp_path.iterdir()] == [written.path.name]


def test_row_groups_are_small_and_carry_statistics_and_page_indexes(tmp_path: Path) -> None:
    metadata = pq.read_metadata(write_table(LONG, tmp_path, "all").path)
    column = metadata.row_group(0).column(0)
    assert metadata.row_group(0).num_rows == ROWS_PER_GROUP
    assert column.statistics.max == ROWS_PER_GROUP - 1
    assert column.has_column_index
    assert column.compression == "ZSTD"


def test_descriptions_grain_and_version_travel_with_the_file(tmp_path: Path) -> None:
    schema = ARTICLES.arrow_schema()
    read = pq.read_schema(write_table(schema.empty_table(), tmp_path, "all").path)
    assert read.equals(schema)
    assert read.metadata == schema.metadata
    assert [f.metadata[b"description"] for f in read] == [f.metadata[b"description"] for f in schema]


@settings(max_examples=25, deadline=None)  # each example waits for the disk
@given(cuts=st.lists(st.integers(0, 3_000), max_size=6), shift=st.integers(0, 40))
def test_equal_rows_make_equal_bytes_however_they_are_chunked(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], shift: int
) -> None:
    bounds = [0, *sorted(cuts), 3_000]
    padded = pa.concat_tables([LONG.slice(0, shift), LONG]).combine_chunks().slice(shift)
    pieces = [padded.slice(a, b - a) for a, b in pairwise(bounds)]
    folder = tmp_path_factory.mktemp("files")
    assert write_table(pa.concat_tables(pieces), folder, "all") == write_table(LONG, folder, "all")


def test_a_write_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", broken)
    with pytest.raises(OSError, match="disk full"):
        write_table(LONG, tmp_path, "all")
    assert list(tmp_path.iterdir()) == []


def manifest_of(**digests: str) -> Manifest:
    tables = {name: TableFiles(1, (TableFile(f"{name}/a", 1, 1, digest),)) for name, digest in digests.items()}
    return Manifest("000001", None, "0" * 12, 1, {}, tables, ())


@pytest.mark.parametrize(
    ("published_rows", "published_run", "same"),
    [([1, 2], "another", True), ([1, 3], "another", False), ([1, 2], None, True)],
)
def test_tables_are_the_same_when_all_files_are_but_those_of_runs_and_checks(
    tmp_path: Path, published_rows: list[int], published_run: str | None, same: bool
) -> None:
    articles = write_table(pa.table({"n": [1, 2]}), tmp_path, "all")
    runs = write_table(pa.table({"run": ["this"]}), tmp_path, "all")
    published = {"articles": write_table(pa.table({"n": published_rows}), tmp_path, "all").sha256}
    if published_run:
        published["runs"] = write_table(pa.table({"run": [published_run]}), tmp_path, "all").sha256
    assert same_tables(manifest_of(**published), {"articles": [articles], "runs": [runs]}) is same


def test_a_table_that_is_new_makes_a_difference(tmp_path: Path) -> None:
    articles = write_table(pa.table({"n": [1]}), tmp_path, "all")
    assert not same_tables(manifest_of(articles=articles.sha256), {"articles": [articles], "quotes": []})
