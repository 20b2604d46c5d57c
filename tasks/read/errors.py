"""Errors of the reader. Bad input never raises, it becomes a rejected document; these are wrong usage.

ReadError
├── SourceNotFound      a source the user gave matches nothing
├── UnsupportedSource   a source of a kind that is not read
└── UnknownField        a field map names a field that does not exist

DamagedArchiveError is not one of them: it carries damage found while reading a member to the archive that is to blame.
"""

from collections.abc import Sequence


class ReadError(Exception):
    """Anything wrong with what the reader was asked to do."""


class SourceNotFound(ReadError):  # noqa: N818  # reads as a sentence where it is caught
    """A source the user gave matches no file."""

    def __init__(self, source: str, folder: str) -> None:
        self.source = source
        self.folder = folder
        super().__init__(
            f"Nothing matches the source {source!r} (looked from {folder}), so nothing was read. "
            "Check the spelling, or quote a pattern so that the shell does not expand it."
        )


class UnsupportedSource(ReadError):  # noqa: N818
    """A source of a kind that is not read."""

    def __init__(self, source: str, scheme: str) -> None:
        self.source = source
        self.scheme = scheme
        super().__init__(
            f"{source!r} is an address on an object store or server ({scheme}://); those are not read yet, so nothing "
            "was read. Copy the files to this machine and give their folder."
        )


class UnknownField(ReadError):  # noqa: N818
    """A field map names a field that does not exist."""

    def __init__(self, field: str, fields: Sequence[str]) -> None:
        self.field = field
        self.fields = tuple(fields)
        super().__init__(
            f"The field map names {field!r}, which is no field of an article. Fields: {', '.join(fields)}."
        )


class DamagedArchiveError(Exception):
    """The bytes of an archive gave out or were damaged while one of its members was read."""

    def __init__(self, uri: str, cause: Exception) -> None:
        self.uri = uri
        self.cause = cause
        super().__init__(f"{uri} is damaged: {cause}.")
