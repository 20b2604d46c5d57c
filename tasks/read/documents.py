"""The sources a user named -> their documents, in an order that depends on nothing but their names."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from schemas.document import Document
from tasks.read.addresses import Addresses
from tasks.read.dispatch import read_file
from tasks.read.reading import Item, refuse, refuse_for
from tasks.read.settings import ReadSettings
from tasks.read.sources import Start, find_starts
from tasks.read.walk import Failed, Found, Refused, Skipped, Walk


def read_documents(
    sources: Sequence[str], base: Path, settings: ReadSettings, on_skip: Callable[[str], None] | None = None
) -> Iterator[Document]:
    """Return all documents of `sources`; addresses are relative to `base` for files below it.

    Bad input becomes a document with a `reason`. `on_skip` is told, in a sentence, of every file that is no document.
    Raises SourceNotFound and UnsupportedSource at once, before anything is read.
    """
    return documents_from(find_starts(sources), base, settings, on_skip or (lambda _: None))


def documents_from(
    starts: Sequence[Start], base: Path, settings: ReadSettings, on_skip: Callable[[str], None]
) -> Iterator[Document]:
    """Yield the documents met on a walk from `starts`."""
    addresses = Addresses(base)
    for step in Walk().over(starts):
        uri = addresses.of(step.path)
        match step:
            case Found(path):
                yield from read_file(path, Item(uri, path.name, settings, on_skip))
            case Refused(_, reason, message):
                yield refuse(uri, reason, message)
            case Failed(_, error):
                yield refuse_for(uri, error)
            case Skipped(_, why):
                on_skip(f"{uri} was skipped: {why}.")
