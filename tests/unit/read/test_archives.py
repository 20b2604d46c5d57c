"""Members of archives: which are read, which are not, and what damage costs."""

import gzip
import io
import stat
import tarfile
import zipfile

import pytest
import zstandard

from tasks.read import ReadSettings

WORDS = b"The ferry sailed again on Monday."


def tar_of(*members: tuple[str, bytes] | tarfile.TarInfo) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return buffer.getvalue()


def zip_of(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def zip_link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def fates(documents) -> list[tuple[str, str | None]]:
    return [(document.source_uri, document.reason) for document in documents]


BUILDERS = pytest.mark.parametrize(("name", "build"), [("a.tar", tar_of), ("a.zip", zip_of)])


@BUILDERS
def test_members_are_documents_in_the_archives_order(put, read, name, build) -> None:
    put(name, build(("z/1.txt", WORDS), ("./a.txt", WORDS), ("rows.jsonl", b'{"text":"One."}\n{"text":"Two."}')))

    documents = read()

    assert [(d.source_uri, d.source_record) for d in documents] == [
        (f"in/{name}!/z/1.txt", None),
        (f"in/{name}!/a.txt", None),
        (f"in/{name}!/rows.jsonl", 0),
        (f"in/{name}!/rows.jsonl", 1),
    ]


@BUILDERS
def test_hidden_members_and_companions_are_skipped_and_told(put, read, name, build) -> None:
    put(name, build(("__MACOSX/a.txt", WORDS), (".x/a.txt", WORDS), ("x/README", WORDS), ("x/a.txt", WORDS)))
    skipped: list[str] = []

    assert fates(read(skipped=skipped)) == [(f"in/{name}!/x/a.txt", None)]
    assert len(skipped) == 3


@BUILDERS
@pytest.mark.parametrize("member", ["/etc/a.txt", "../a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"])
def test_names_that_lead_out_of_an_archive_are_rejected(put, read, name, build, member) -> None:
    put(name, build((member, WORDS), ("b.txt", WORDS)))

    documents = read()

    assert [d.reason for d in documents] == ["unsafe_path", None]
    assert documents[0].raw is None


def test_links_and_pipes_in_a_tar_are_not_followed(put, read) -> None:
    put(
        "a.tar",
        tar_of(
            ("x/a.txt", WORDS),
            special("x/same.txt", tarfile.SYMTYPE, "a.txt"),
            special("x/hard.txt", tarfile.LNKTYPE, "x/a.txt"),
            special("x/out.txt", tarfile.SYMTYPE, "../../secret.txt"),
            special("x/root.txt", tarfile.SYMTYPE, "/etc/passwd"),
            special("x/pipe", tarfile.FIFOTYPE),
            special("x/folder", tarfile.DIRTYPE),
        ),
    )
    skipped: list[str] = []

    assert fates(read(skipped=skipped)) == [
        ("in/a.tar!/x/a.txt", None),
        ("in/a.tar!/x/out.txt", "unsafe_path"),
        ("in/a.tar!/x/root.txt", "unsafe_path"),
        ("in/a.tar!/x/pipe", "not_a_file"),
    ]
    assert len(skipped) == 2


def test_links_in_a_zip_are_not_followed(put, read) -> None:
    put("a.zip", zip_of(("a.txt", WORDS), (zip_link("same.txt"), b"a.txt"), (zip_link("out.txt"), b"../b.txt")))
    skipped: list[str] = []

    assert fates(read(skipped=skipped)) == [("in/a.zip!/a.txt", None), ("in/a.zip!/out.txt", "unsafe_path")]
    assert len(skipped) == 1


def test_archives_in_archives_are_opened_up_to_a_depth(put, read) -> None:
    inner = zip_of(("deep.txt", WORDS))
    for name in ("3.zip", "2.tar", "1.zip"):
        inner = (zip_of if name.endswith("zip") else tar_of)((name, inner))
    put("a.zip", inner)

    assert fates(read(settings=ReadSettings(max_archive_depth=4))) == [
        ("in/a.zip!/1.zip!/2.tar!/3.zip!/deep.txt", None)
    ]
    assert fates(read(settings=ReadSettings(max_archive_depth=3))) == [("in/a.zip!/1.zip!/2.tar!/3.zip", "unsupported")]


def test_a_bomb_costs_one_rejected_member(put, read) -> None:
    put("a.zip", zip_of(("bomb.txt", b"0" * 3_000_000), ("a.txt", WORDS)))
    put("b.tar.gz", gzip.compress(tar_of(("bomb.txt", b"0" * 3_000_000), ("a.txt", WORDS))))

    documents = read(settings=ReadSettings(max_document_bytes=1_000_000))

    assert fates(documents) == [
        ("in/a.zip!/bomb.txt", "too_large"),
        ("in/a.zip!/a.txt", None),
        ("in/b.tar.gz!/bomb.txt", "too_large"),
        ("in/b.tar.gz!/a.txt", None),
    ]


def test_an_inner_archive_that_fills_the_disk_is_too_large(put, read) -> None:
    put("a.tar", tar_of(("bomb.zip", zip_of(("x.txt", b"0" * 50_000), method=zipfile.ZIP_STORED)), ("a.txt", WORDS)))

    documents = read(settings=ReadSettings(max_spooled_bytes=20_000))

    assert fates(documents) == [("in/a.tar!/bomb.zip", "too_large"), ("in/a.tar!/a.txt", None)]


def test_an_encrypted_member_is_unreadable_and_the_others_are_read(put, read) -> None:
    content = bytearray(zip_of(("a.txt", WORDS), ("b.txt", WORDS)))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    put("a.zip", bytes(content))

    documents = read()

    assert fates(documents) == [("in/a.zip!/a.txt", "unreadable"), ("in/a.zip!/b.txt", None)]
    assert "encrypted" in documents[0].message


def test_a_damaged_member_of_a_zip_costs_itself(put, read) -> None:
    content = bytearray(zip_of(("a.txt", WORDS), ("b.txt", WORDS), method=zipfile.ZIP_STORED))
    content[content.index(WORDS) + 3] ^= 0xFF
    put("a.zip", bytes(content))

    assert fates(read()) == [("in/a.zip!/a.txt", "unreadable"), ("in/a.zip!/b.txt", None)]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_zip_cut_off_gives_the_members_before_the_cut(put, read, method) -> None:
    whole = zip_of(
        ("1.txt", WORDS * 50), ("x/", b""), ("2.txt", WORDS), ("../3.txt", WORDS), ("4.txt", WORDS), method=method
    )
    put("a.zip", whole[: whole.index(b"4.txt") + 10])

    documents = read()

    assert fates(documents) == [
        ("in/a.zip!/1.txt", None),
        ("in/a.zip!/2.txt", None),
        ("in/a.zip!/../3.txt", "unsafe_path"),
        ("in/a.zip", "unreadable"),
    ]
    assert [document.raw for document in documents[:2]] == [WORDS * 50, WORDS]


def test_a_zip_written_to_a_pipe_and_cut_off_gives_its_members(put, read) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError("not a file")

        def seek(self, *_: int) -> int:
            raise OSError("not a file")

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.txt", WORDS)
        archive.writestr("2.txt", WORDS)
    whole = pipe.getvalue()
    put("a.zip", whole[: whole.index(b"PK\x01\x02")])

    assert fates(read()) == [("in/a.zip!/1.txt", None), ("in/a.zip!/2.txt", None), ("in/a.zip", "unreadable")]


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_a_tar_cut_off_gives_the_members_before_the_cut(put, read, ending) -> None:
    whole = tar_of(("1.txt", WORDS), ("2.txt", WORDS), ("3.txt", bytes(range(32, 120)) * 3000))[:200_000]
    packers = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}
    put(f"a.tar{ending}", packers[ending](whole))

    documents = read()

    assert fates(documents) == [
        (f"in/a.tar{ending}!/1.txt", None),
        (f"in/a.tar{ending}!/2.txt", None),
        (f"in/a.tar{ending}", "unreadable"),
    ]


def test_a_compressed_tar_whose_compression_breaks_off_is_one_reject_for_the_archive(put, read) -> None:
    noise = bytes((i * i * 7 + i // 3) % 95 + 32 for i in range(300_000))
    whole = gzip.compress(tar_of(("1.txt", WORDS), ("2.txt", noise), ("3.txt", WORDS)))
    put("a.tgz", whole[: len(whole) // 2])

    assert fates(read()) == [("in/a.tgz!/1.txt", None), ("in/a.tgz", "unreadable")]


def test_a_damaged_header_in_a_tar_costs_its_member_and_is_told(put, read) -> None:
    content = bytearray(tar_of(("1.txt", WORDS), ("2.txt", WORDS), ("3.txt", WORDS)))
    content[1024] ^= 0xFF
    put("a.tar", bytes(content))

    assert fates(read()) == [("in/a.tar!/1.txt", None), ("in/a.tar!/3.txt", None), ("in/a.tar", "unreadable")]


def test_a_damaged_file_in_a_tar_costs_itself(put, read) -> None:
    put("a.tar", tar_of(("1.txt.gz", gzip.compress(WORDS * 9)[:-9]), ("2.zip", b"PK\x03\x04 broken"), ("3.txt", WORDS)))

    assert fates(read()) == [
        ("in/a.tar!/1.txt.gz", "unreadable"),
        ("in/a.tar!/2.zip", "unreadable"),
        ("in/a.tar!/3.txt", None),
    ]


def test_damage_of_the_outer_archive_is_not_told_of_the_inner_one(put, read) -> None:
    inner = tar_of(("1.txt", WORDS), ("2.txt", WORDS * 2000))
    put("a.tar", tar_of(("b.tar", inner))[:30_000])

    assert fates(read()) == [("in/a.tar!/b.tar!/1.txt", None), ("in/a.tar", "unreadable")]


def test_two_archives_in_one_file_and_what_follows_the_end_do_no_harm(put, read) -> None:
    put("a.tar", tar_of(("1.txt", WORDS)) + tar_of(("2.txt", WORDS)) + b"\n")

    assert fates(read()) == [("in/a.tar!/1.txt", None), ("in/a.tar!/2.txt", None)]


def test_a_header_of_megabytes_is_damage(put, read) -> None:
    info = special("x", tarfile.XHDTYPE)
    info.size = 3_000_000
    put("a.tar", tar_of(("1.txt", WORDS))[:1024] + info.tobuf() + b"0" * 3_000_000)

    assert fates(read()) == [("in/a.tar!/1.txt", None), ("in/a.tar", "unreadable")]


def test_a_member_without_a_name_is_a_document(put, read) -> None:
    put("a.zip", zip_of(("q.txt", WORDS)).replace(b"q.txt", b"\0.txt"))

    assert fates(read()) == [("in/a.zip!/", None)]


def test_two_members_of_one_name_are_two_documents(put, read) -> None:
    put("a.tar", tar_of(("1.txt", WORDS), ("1.txt", WORDS + b" Late.")))

    assert [document.raw for document in read()] == [WORDS, WORDS + b" Late."]


def test_member_names_in_any_encoding_get_an_address(put, read) -> None:
    content = zip_of(("caf_.txt", WORDS), ("f__.txt", WORDS))
    put("a.zip", content.replace(b"caf_", b"caf\x82").replace(b"f__.txt", "fä.txt".encode()))
    info = tarfile.TarInfo("caf\udce9.txt")
    put("b.tar", tar_of(info))

    assert [uri for uri, _ in fates(read())] == ["in/a.zip!/café.txt", "in/a.zip!/fä.txt", "in/b.tar!/caf%E9.txt"]
