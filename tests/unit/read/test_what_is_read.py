"""Every format, under its name and under a wrong one."""

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

ARTICLE = "Ferry service resumes\n\nThe ferry between the two banks sailed again on Monday after a week of storms.\n"
PAGE = "<!DOCTYPE html>\n<html><head><title>Ferry</title></head><body><p>The ferry sailed again.</p></body></html>"
ROW = {"title": "Ferry service resumes", "text": "The ferry sailed again on Monday."}
ROW_BYTES = b'{"text":"The ferry sailed again on Monday.","title":"Ferry service resumes"}'
CSV = "title,text\nFerry service resumes,The ferry sailed again on Monday.\n"


def parquet_of(rows: list[dict[str, object]]) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), buffer)
    return buffer.getvalue()


def zip_of(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def tar_of(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def zstd(content: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(content)


FILES = [
    ("a.txt", ARTICLE, "text", None),
    ("A.TXT", ARTICLE, "text", None),
    ("a.html", PAGE, "html", None),
    ("a.HTM", PAGE, "html", None),
    ("a.html", "Plain words that somebody saved as a page.", "text", None),
    ("a.json", json.dumps(ROW), "row", 0),
    ("a.json", json.dumps([ROW]), "row", 0),
    ("a.json", json.dumps([ROW], indent=2), "row", 0),
    ("a.jsonl", json.dumps(ROW), "row", 0),
    ("a.ndjson", json.dumps(ROW) + "\n", "row", 0),
    ("a.csv", CSV, "row", 0),
    ("a.csv", CSV.replace(",", ";"), "row", 0),
    ("a.tsv", CSV.replace(",", "\t"), "row", 0),
    ("a.csv", b"\xef\xbb\xbf" + CSV.encode(), "row", 0),
    ("a.csv", CSV.encode("utf-16"), "row", 0),
    ("a.csv", CSV.replace("\n", "\r"), "row", 0),
    ("a.csv", CSV.replace("\n", "\r\n"), "row", 0),
    ("a.parquet", parquet_of([ROW]), "row", 0),
]


@pytest.mark.parametrize(("name", "content", "kind", "record"), FILES)
@pytest.mark.parametrize("ending", ["", ".gz", ".zst", ".ZST", ".bz2", ".xz"])
def test_a_file_of_each_format_is_read_whatever_it_is_packed_in(put, read, name, content, kind, record, ending) -> None:
    packers = {"": bytes, ".gz": gzip.compress, ".zst": zstd, ".ZST": zstd, ".bz2": bz2.compress, ".xz": lzma.compress}
    content = content.encode() if isinstance(content, str) else content
    put(name + ending, packers[ending](content))

    (document,) = read()

    assert (document.source_uri, document.source_record, document.kind) == (f"in/{name}{ending}", record, kind)
    assert document.raw == (ROW_BYTES if kind == "row" else content)
    assert document.reason is None
    assert document.message is None


ARCHIVES = [
    ("a.zip", zip_of("b.txt", ARTICLE.encode())),
    ("a.tar", tar_of("b.txt", ARTICLE.encode())),
    ("a.tar.gz", gzip.compress(tar_of("b.txt", ARTICLE.encode()))),
    ("a.tgz", gzip.compress(tar_of("b.txt", ARTICLE.encode()))),
    ("a.TAR.BZ2", bz2.compress(tar_of("b.txt", ARTICLE.encode()))),
    ("a.tar.xz", lzma.compress(tar_of("b.txt", ARTICLE.encode()))),
    ("a.tar.zst", zstd(tar_of("b.txt", ARTICLE.encode()))),
]


@pytest.mark.parametrize(("name", "content"), ARCHIVES)
def test_archives_are_read_in_place(put, read, name, content) -> None:
    put(name, content)

    (document,) = read()

    assert document.source_uri == f"in/{name}!/b.txt"
    assert document.raw == ARTICLE.encode()
    assert document.reason is None


@pytest.mark.parametrize(("name", "build"), [("a.tar", tar_of), ("a.zip", zip_of)])
def test_an_archive_without_a_document_is_itself_one(put, read, name, build) -> None:
    put(name, build("README", ARTICLE.encode()))

    assert [(document.source_uri, document.reason) for document in read()] == [(f"in/{name}", "empty")]


OVERRULED = [
    ("page.txt", PAGE, "html", None),
    ("page.txt", "\n\n<!-- saved from a browser -->\n" + PAGE, "html", None),
    ("page.txt", "<script>var a;</script>\n<html><body>Ferry</body></html>", "html", None),
    ("page.txt", "Ferry service resumes\n\n" + PAGE, "html", None),
    ("page.txt", PAGE.encode("utf-16"), "html", None),
    ("page.csv", PAGE, "html", None),
    ("page.json", PAGE, "html", None),
    ("page.zip", PAGE, "html", None),
    ("words.txt", "<p>Only a piece of a page, left in an article.</p>", "text", None),
    ("words.txt", "[Editor's note: the ferry is late.] The ferry was late again.", "text", None),
    ("words.txt", '{"We sailed," he said} is how the report began.', "text", None),
    ("row.txt", json.dumps(ROW), "row", 0),
    ("rows.txt", json.dumps([ROW], indent=1), "row", 0),
    ("rows.json", json.dumps(ROW) + "\n" + json.dumps(ROW), "row", 0),
    ("rows.jsonl", json.dumps([ROW], indent=1), "row", 0),
    ("rows.jsonl", json.dumps(ROW, indent=1), "row", 0),
    ("rows.csv", json.dumps([ROW]), "row", 0),
    ("packed.txt", gzip.compress(ARTICLE.encode()), "text", None),
    ("plain.txt.gz", ARTICLE, "text", None),
    ("table.txt", parquet_of([ROW]), "row", 0),
    ("wide.txt", ARTICLE.encode("utf-16"), "text", None),
    ("wide.txt", ARTICLE.encode("utf-16-le"), "text", None),
    ("wide.txt", ARTICLE.encode("utf-16-be"), "text", None),
    ("wide.txt", "عادت العبارة إلى العمل بين الضفتين يوم الاثنين".encode("utf-16-le"), "text", None),
    ("wide.txt", ARTICLE.encode("utf-32"), "text", None),
    ("old.txt", "The “ferry” sailed – again.".encode("cp1252"), "text", None),
    ("russian.txt", "Паром снова отплыл в понедельник".encode("cp1251"), "text", None),
    ("article", ARTICLE, "text", None),
    ("2024-05-01.ferry", ARTICLE, "text", None),
    ("page", PAGE, "html", None),
    ("article.php", PAGE, "html", None),
    ("article.xml", "<?xml version='1.0'?>\n" + PAGE, "html", None),
    ("rows.dump", json.dumps(ROW), "row", 0),
]


@pytest.mark.parametrize(("name", "content", "kind", "record"), OVERRULED)
def test_content_overrules_a_name(put, read, name, content, kind, record) -> None:
    put(name, content)

    document = read()[0]

    assert (document.kind, document.source_record, document.reason) == (kind, record, None)


@pytest.mark.parametrize("archive", ARCHIVES)
def test_an_archive_is_known_by_its_content(put, read, archive) -> None:
    put("a.txt", archive[1])

    assert [document.source_uri for document in read()] == ["in/a.txt!/b.txt"]


REFUSED = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\t\r\n ", "empty"),
    ("a.txt", b"\xef\xbb\xbf\n", "empty"),
    ("a.txt", " \n \n".encode("utf-16"), "empty"),
    ("a.txt", b" \n" * 9000, "empty"),
    ("a.json", b"", "empty"),
    ("a.json", b"[]", "empty"),
    ("a.jsonl", b"\n\n", "empty"),
    ("a.csv", b"title,text\n", "empty"),
    ("a.parquet", b"", "empty"),
    ("a.zip", b"", "empty"),
    ("a.tar", b"", "empty"),
    ("a.parquet", parquet_of([ROW])[:-6], "unreadable"),
    ("a.parquet", b"nothing of the kind", "unreadable"),
    ("a.csv", b"title\r,text\nA,B\n", "unreadable"),
    ("a.csv", b"title," + b"text" * 5_000_000, "too_large"),
    ("a.zip", b"nothing of the kind", "unreadable"),
    ("a.txt", b"%PDF-1.7\nsome words", "binary"),
    ("a.json", b"%PDF-1.7\nsome words", "binary"),
    ("a.txt", b"\x89PNG\r\n\x1a\nsome words", "binary"),
    ("a.txt", bytes(range(256)) * 20, "binary"),
    ("a.txt", b"words\x00\x00\x00\x00" * 20, "binary"),
    ("a.csv", b"a,b\x00\x01\x02\x03\x04" * 20, "binary"),
    ("a.txt", ARTICLE.encode() * 400 + b"\x00" * 90_000, "binary"),
    ("a.txt", rb"{\rtf1\ansi some words}", "unsupported"),
    ("a.txt", zip_of("[Content_Types].xml", b"<Types/>"), "unsupported"),
    ("a.txt", b"<?xml version='1.0'?><rss><item>Ferry</item></rss>", "unsupported"),
    ("a.txt", b"<rss><item><![CDATA[<html><body>Ferry</body></html>]]></item></rss>", "unsupported"),
    ("a.docx", zip_of("[Content_Types].xml", b"<Types/>"), "unsupported"),
    ("a.pdf", b"%PDF-1.7\nsome words", "unsupported"),
    ("a.jpg", b"\xff\xd8\xff", "unsupported"),
    ("a.py", b"print('ferry')", "unsupported"),
    ("a.xml.gz", gzip.compress(b"<rss/>"), "unsupported"),
    ("a.txt.gz", gzip.compress(ARTICLE.encode() * 50)[:-20], "unreadable"),
    ("a.txt.gz", gzip.compress(ARTICLE.encode())[:-8] + b"\x00" * 8, "unreadable"),
    ("a.txt.zst", zstd(ARTICLE.encode() * 50)[:-5], "unreadable"),
    ("a.txt.xz", lzma.compress(ARTICLE.encode() * 50)[:-9], "unreadable"),
    ("a.txt.bz2", bz2.compress(ARTICLE.encode() * 50)[:-9], "unreadable"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED)
def test_what_is_no_article_is_set_aside_with_a_reason_and_a_sentence(put, read, name, content, reason) -> None:
    put(name, content)

    (document,) = read()

    assert document.reason == reason
    assert document.message is not None
    assert document.message.endswith(".")
    assert document.raw in (None, content)


def test_a_document_over_the_limit_is_too_large_and_its_bytes_are_not_kept(put, read, settings_of) -> None:
    put("a.txt", "word " * 300)
    put("b.txt.gz", gzip.compress(b"word " * 300))
    put("c.txt", "short enough")

    documents = read(settings=settings_of(max_document_bytes=1000))

    assert [(d.reason, d.raw) for d in documents] == [("too_large", None), ("too_large", None), (None, b"short enough")]
    assert "1,000 bytes" in documents[0].message


def test_several_frames_of_one_zstd_file_are_one_text(put, read) -> None:
    put("a.txt.zst", zstd(b"The ferry ") + zstd(b"sailed."))

    assert read()[0].raw == b"The ferry sailed."
