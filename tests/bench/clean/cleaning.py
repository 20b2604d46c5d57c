"""A document -> what the benchmark asks about it: was the source rebuilt, does cleaning again change anything, what was read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from multiprocessing.pool import Pool
from pathlib import Path

from schemas.document import Document, RowFields
from tasks.clean import Cleaned, CleanSettings, clean_document, decoded_source
from tasks.read import Problem, ReadSettings, map_fields, read_documents

FIRST_READ_ON = date(2026, 11, 20)  # a day after every document of the corpora, so that no run depends on its own
_CHUNK = 32  # documents a process is handed at a time


@dataclass(frozen=True)
class Result:
    """One cleaned document without its text."""

    name: str
    is_rebuilt: bool
    is_stable: bool
    headline: str | None
    published_on: date | None
    published_evidence: str | None
    reason: str | None
    n_words: int


def documents(path: Path, sample: int | None = None) -> Iterator[Document]:
    """Return the documents at `path`, every n-th when only a sample of about `sample` of 22,000 is wanted."""
    found = read_documents([str(path)], path.parent, ReadSettings())
    return islice(found, 0, None, max(22_000 // sample, 1)) if sample else found


def name_of(document: Document) -> str:
    """Return the file name of a document, whatever it lies in."""
    return document.source_uri.rsplit("/", 1)[-1]


def clean(document: Document, settings: CleanSettings | None = None) -> Cleaned | Problem:
    """Clean one document as the pipeline does."""
    if document.reason is not None:
        return Problem(document.reason, document.message or "")
    fields = map_fields(document.raw or b"", ReadSettings()) if document.kind == "row" else None
    if isinstance(fields, Problem):
        return fields
    return clean_document(document, fields, FIRST_READ_ON, settings or CleanSettings())


def examine(document: Document) -> Result:
    """Clean one document, rebuild its source, and clean the result again."""
    found = clean(document)
    if isinstance(found, Problem):
        return Result(name_of(document), True, True, None, None, None, found.reason, 0)
    return Result(
        name_of(document),
        _is_rebuilt(document, found),
        _is_stable(found),
        found.headline,
        found.published_on,
        found.published_evidence,
        found.reason,
        found.n_words,
    )


def examine_all(found: Iterable[Document], workers: int) -> Iterator[Result]:
    """Examine documents in several processes, in their order."""
    with Pool(workers) as pool:
        yield from pool.imap(examine, found, _CHUNK)


def _is_rebuilt(document: Document, found: Cleaned) -> bool:
    """Tell whether spans and ledger, put in order, spell the decoded source but for its white space, each character once."""
    row = map_fields(document.raw or b"", ReadSettings()) if document.kind == "row" else None
    source = decoded_source(document, None if isinstance(row, Problem) else row)
    pieces = [(start, end) for _, start, end in found.paragraph_spans]
    pieces += [(start, end) for _, start, end, _, _ in found.removed]
    spelled = "".join(source[start:end] for start, end in sorted(pieces))
    return "".join(spelled.split()) == "".join(source.split())


def _is_stable(found: Cleaned) -> bool:
    fields = RowFields(found.body or "", title=found.headline, date=found.published_evidence)
    again = clean_document(Document("again", 0, "row", b""), fields, FIRST_READ_ON, CleanSettings())
    return again.body == found.body and not again.removed
