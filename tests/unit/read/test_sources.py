"""Which files are read: folders, patterns, links, companions, and what cannot be opened."""

import os
import socket
from pathlib import Path

import pytest

from tasks.read import ReadSettings, SourceNotFound, UnsupportedSource, read_documents

WORDS = "The ferry sailed again on Monday."


def uris(documents) -> list[str]:
    return [document.source_uri for document in documents]


def reasons(documents) -> dict[str, str | None]:
    return {document.source_uri: document.reason for document in documents}


def test_folders_are_walked_to_any_depth_in_sorted_order(put, read) -> None:
    for name in ("b.txt", "a/z.txt", "a/deep/er/x.txt", "B.txt", "c/1.txt", "a.txt"):
        put(name, WORDS)

    assert uris(read()) == ["in/B.txt", "in/a/deep/er/x.txt", "in/a/z.txt", "in/a.txt", "in/b.txt", "in/c/1.txt"]


def test_a_folder_far_down_is_walked(put, read) -> None:
    put("/".join(["in"] + ["d"] * 300) + "/a.txt", WORDS)

    assert len(read()) == 1


SKIPPED = [
    ".hidden.txt", ".git/config.txt", "a.txt.part", "a.tmp", "a.txt~", "README.md", "readme", "LICENSE", "Licence.txt",
    "manifest.json", "files_manifest.parquet", "SHA256SUMS", "a.zip.sha256", "_SUCCESS", "datapackage.json", "Thumbs.db",
]  # fmt: skip


@pytest.mark.parametrize("name", SKIPPED)
def test_hidden_files_unfinished_ones_and_companions_are_skipped_and_told(put, read, name) -> None:
    put(name, WORDS)
    put("article.txt", WORDS)
    skipped: list[str] = []

    assert uris(read(skipped=skipped)) == ["in/article.txt"]
    assert len(skipped) == 1
    assert skipped[0].startswith(f"in/{name.partition('/')[0] if name.startswith('.git') else name} was skipped: ")


@pytest.mark.parametrize("name", ["manifesto.txt", "party-manifest.txt", "licensed.txt", "partial.txt", "readme2.txt"])
def test_an_article_whose_name_resembles_a_companion_is_read(put, read, name) -> None:
    put(name, WORDS)

    assert uris(read()) == [f"in/{name}"]


def test_a_companion_named_by_the_user_is_read(put, read) -> None:
    assert uris(read(put("README.txt", WORDS))) == ["in/README.txt"]


def test_a_warehouse_below_a_source_is_not_read_as_news(put, read) -> None:
    put("warehouse/_snapshots/000001/articles/part.parquet", b"")
    put("warehouse/_staging/1/plan.json", b"{}")
    put("a.txt", WORDS)
    skipped: list[str] = []

    assert uris(read(skipped=skipped)) == ["in/a.txt"]
    assert skipped == ["in/warehouse was skipped: a warehouse."]


def test_patterns_reach_any_depth_and_no_hidden_file(put, read, tmp_path) -> None:
    for name in ("a.txt", "x/b.txt", "x/y/c.txt", "x/y/c.csv", ".h/d.txt"):
        put(name, WORDS)

    assert uris(read(tmp_path / "in" / "**" / "*.txt")) == ["in/a.txt", "in/x/b.txt", "in/x/y/c.txt"]
    assert uris(read(tmp_path / "in" / "x*")) == ["in/x/b.txt", "in/x/y/c.csv", "in/x/y/c.txt"]


def test_a_name_with_the_signs_of_a_pattern_is_a_name_when_it_exists(put, read) -> None:
    assert uris(read(put("report [final].txt", WORDS))) == ["in/report [final].txt"]


def test_a_file_reached_through_several_sources_is_read_once(put, read, tmp_path) -> None:
    path = put("a.txt", WORDS)

    documents = read(path, tmp_path / "in", tmp_path / "in" / "*.txt", tmp_path / "in" / ".." / "in" / "a.txt")

    assert uris(documents) == ["in/a.txt"]


def test_a_source_that_matches_nothing_is_wrong_usage(tmp_path) -> None:
    with pytest.raises(SourceNotFound, match="nothing was read") as caught:
        read_documents([str(tmp_path / "nowhere" / "*.txt")], tmp_path, ReadSettings(), None)

    assert caught.value.source.endswith("*.txt")


@pytest.mark.parametrize("source", ["s3://bucket/news/", "gs://bucket/a.txt", "https://news.example/a.html"])
def test_an_address_elsewhere_is_wrong_usage(source, tmp_path) -> None:
    with pytest.raises(UnsupportedSource, match="not read yet") as caught:
        read_documents([source], tmp_path, ReadSettings(), None)

    assert caught.value.source == source


def test_a_file_address_names_a_file(put, read) -> None:
    assert uris(read(put("two words.txt", WORDS).as_uri())) == ["in/two words.txt"]


def test_files_outside_the_folder_of_the_warehouse_have_absolute_addresses(put, tmp_path) -> None:
    path = put("two words é.txt", WORDS)

    (document,) = read_documents([str(path)], tmp_path / "elsewhere", ReadSettings(), None)

    assert document.source_uri == path.as_uri()
    assert document.source_uri.endswith("/two%20words%20%C3%A9.txt")


def test_a_warehouse_reached_through_a_link_gives_the_same_addresses(put, tmp_path) -> None:
    path = put("a.txt", WORDS)
    (tmp_path / "link").symlink_to(tmp_path)

    for base, source in ((tmp_path / "link", path), (tmp_path, tmp_path / "link" / "in" / "a.txt")):
        (document,) = read_documents([str(source)], base, ReadSettings(), None)
        assert document.source_uri in ("in/a.txt", "link/in/a.txt")


def test_a_name_that_is_not_utf8_gets_an_address_that_is(put, read, tmp_path) -> None:
    put("a.txt", WORDS)
    put(os.fsdecode(b"caf\xe9.txt"), WORDS)

    assert uris(read()) == ["in/a.txt", "in/caf%E9.txt"]
    assert read_documents([str(tmp_path / "in")], Path("/nowhere"), ReadSettings(), None)
    assert uris(read_documents([str(tmp_path / "in")], Path("/nowhere"), ReadSettings()))[1].endswith("/caf%E9.txt")


def test_a_link_to_a_file_of_the_source_adds_nothing(put, read, tmp_path) -> None:
    put("z.txt", WORDS)
    (tmp_path / "in" / "a.txt").symlink_to("z.txt")
    skipped: list[str] = []

    assert uris(read(skipped=skipped)) == ["in/z.txt"]
    assert skipped == ["in/a.txt was skipped: a link to what is read under its own name."]


def test_a_link_to_what_no_walk_reaches_is_followed_once(put, read, tmp_path) -> None:
    put(".store/1.txt", WORDS)
    put(".store/2.txt", WORDS)
    (tmp_path / "in" / "a.txt").symlink_to(".store/1.txt")
    (tmp_path / "in" / "b.txt").symlink_to(".store/1.txt")
    (tmp_path / "in" / "folder").symlink_to(".store")

    assert uris(read()) == ["in/a.txt", "in/folder/2.txt"]


def test_links_that_leave_the_source_loop_or_dangle_are_rejected(put, read, tmp_path) -> None:
    put("a.txt", WORDS)
    (tmp_path / "secret.txt").write_text(WORDS)
    for name, target in {"out.txt": "../secret.txt", "up": ".", "self": "self", "gone.txt": "nothing.txt"}.items():
        (tmp_path / "in" / name).symlink_to(target)

    found = reasons(read())

    assert found == {
        "in/a.txt": None,
        "in/out.txt": "unsafe_path",
        "in/up": "unsafe_path",
        "in/self": "unsafe_path",
        "in/gone.txt": "vanished",
    }


def test_pipes_sockets_and_devices_are_rejected_and_not_opened(put, read, tmp_path) -> None:
    put("a.txt", WORDS)
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "in" / "socket.txt"))
        found = reasons(read())

    assert found == {"in/a.txt": None, "in/pipe.txt": "not_a_file", "in/socket.txt": "not_a_file"}
    assert reasons(read("/dev/null")) == {"file:///dev/null": "not_a_file"}


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "no_permission"),
        (FileNotFoundError(2, "No such file"), "vanished"),
        (OSError(116, "Stale file handle"), "vanished"),
        (OSError(5, "Input/output error"), "unreadable"),
    ],
)
def test_a_file_that_cannot_be_opened_is_rejected_and_the_others_are_read(
    put, read, monkeypatch, error, reason
) -> None:
    put("a.txt", WORDS)
    put("b.txt", WORDS)
    opened = Path.open

    def refuse(self, *arguments, **options):
        if self.name == "a.txt":
            raise error
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)

    assert reasons(read()) == {"in/a.txt": reason, "in/b.txt": None}


def test_a_folder_that_cannot_be_listed_is_rejected(put, read, monkeypatch) -> None:
    put("a/1.txt", WORDS)
    put("b/2.txt", WORDS)
    listed = os.listdir

    def refuse(path):
        if str(path).endswith("in/a"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)

    assert reasons(read()) == {"in/a": "no_permission", "in/b/2.txt": None}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_rejected(put, read) -> None:
    put("a.txt", WORDS).chmod(0)

    assert reasons(read()) == {"in/a.txt": "no_permission"}


def test_trouble_of_the_machine_stops_the_run(put, read, monkeypatch) -> None:
    put("a.txt", WORDS)

    def refuse(*_, **__):
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(OSError, match="Too many open files"):
        read()


def test_two_readings_are_equal(put, read) -> None:
    for i in range(20):
        put(f"{i % 3}/{i}.txt", f"{WORDS} {i}")

    assert read() == read()
