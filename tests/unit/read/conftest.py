"""What the tests of the reader share: a folder to put inputs in, and a way to read them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.document import Document
from tasks.read import ReadSettings, read_documents

Put = Callable[[str, bytes | str], Path]
Read = Callable[..., list[Document]]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file below the source folder `in`."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read sources (the folder `in`, when none is named), relative to the temporary folder."""

    def run(
        *sources: str | Path, settings: ReadSettings | None = None, skipped: list[str] | None = None
    ) -> list[Document]:
        on_skip = None if skipped is None else skipped.append
        names = [str(source) for source in sources or (tmp_path / "in",)]
        return list(read_documents(names, tmp_path, settings or ReadSettings(), on_skip))

    return run


@pytest.fixture
def settings_of() -> type[ReadSettings]:
    """Build settings."""
    return ReadSettings
