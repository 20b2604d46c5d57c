"""Sources become shards of documents; what an earlier run has read is counted and left out."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from flows.published import read_table, state_files
from flows.run import Run, stage
from schemas.document import Document
from schemas.ids import article_id
from schemas.work import DOCUMENTS
from tasks.publish import write_table
from tasks.read import read_documents

# A shard is what one worker holds at once: enough documents to fill the model's batches, few enough to spread evenly.
SHARD_DOCUMENTS = 400
SHARD_BYTES = 8 * 2**20


@dataclass(frozen=True)
class Documents:
    """The raw shards of all documents: those of the parent snapshot, then this run's own."""

    known: tuple[Path, ...]
    new: tuple[Path, ...]
    n_read: int
    n_new: int
    n_skipped: int

    @property
    def shards(self) -> tuple[Path, ...]:
        """All raw shards."""
        return self.known + self.new

    @property
    def n_unchanged(self) -> int:
        """Documents of the sources that an earlier run has read."""
        return self.n_read - self.n_new


def read(run: Run) -> Documents:
    """Read the sources into raw shards. A finished reading is not done again."""
    folder = run.staging / "raw"
    marker = folder / "done.json"
    known_shards = state_files(run.parent, "raw")
    with stage(run, "read", 0) as n_out:
        if not marker.exists():
            counts = read_new(run, folder)
            partial = folder / ".done.json.partial"
            partial.write_text(json.dumps(counts), encoding="utf-8")
            partial.replace(marker)
        counts = json.loads(marker.read_text(encoding="utf-8"))
        n_out.append(counts["n_read"])
    new = tuple(folder / name for name in counts["shards"])
    return Documents(known_shards, new, counts["n_read"], counts["n_new"], counts["n_skipped"])


def read_new(run: Run, folder: Path) -> dict[str, object]:
    """Write the documents no earlier run has read; return counts and the names of the shards."""
    folder.mkdir(parents=True, exist_ok=True)
    known = KnownDocuments.of(run)
    skipped: list[str] = []
    names: list[str] = []
    n_read = n_new = 0
    documents = read_documents(run.plan.sources, run.base, run.settings.read, skipped.append)
    for batch in batches(documents):
        n_read += len(batch)
        run.progress.advance(len(batch))
        new = known.without_known(batch)
        n_new += len(new)
        if new:
            rows = [document_row(document, run) for document in new]
            names.append(write_table(DOCUMENTS.from_rows(rows), folder, "raw").path.name)
    return {"shards": names, "n_read": n_read, "n_new": n_new, "n_skipped": len(skipped)}


def batches(documents: Iterator[Document]) -> Iterator[list[Document]]:
    """Yield lists of documents that make a shard."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.raw or b"")
        if len(batch) >= SHARD_DOCUMENTS or size >= SHARD_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def document_row(document: Document, run: Run) -> dict[str, object]:
    """Return a document as a row of a raw shard."""
    sha256 = None if document.raw is None else hashlib.sha256(document.raw).hexdigest()
    return {
        **asdict(document),
        "article_id": sha256 and sha256[:24],
        "raw_sha256": sha256,
        "n_bytes": None if document.raw is None else len(document.raw),
        "first_read_on": run.first_read_on,
        "run_id": run.run_id,
    }


@dataclass(frozen=True)
class KnownDocuments:
    """What the parent snapshot's `sources` holds, as 64-bit digests: 16 bytes a document."""

    documents: np.ndarray[tuple[int], np.dtype[np.uint64]]
    names: np.ndarray[tuple[int], np.dtype[np.uint64]]

    @classmethod
    def of(cls, run: Run) -> "KnownDocuments":
        """Return what the parent of `run` knows."""
        if run.parent is None:
            nothing = np.zeros(0, np.uint64)
            return cls(nothing, nothing)
        rows = read_table(run.parent, "sources", ["source_uri", "source_record", "article_id"]).to_pylist()
        return cls(digests(rows, with_id=True), digests(rows, with_id=False))

    def without_known(self, batch: list[Document]) -> list[Document]:
        """Return the documents that are new. One that cannot be read is not new when its name was ever tried before."""
        rows = [
            {
                "source_uri": d.source_uri,
                "source_record": d.source_record,
                "article_id": None if d.raw is None else article_id(d.raw),
            }
            for d in batch
        ]
        known = np.isin(digests(rows, with_id=True), self.documents)
        named = np.isin(digests(rows, with_id=False), self.names)
        return [d for d, k, n in zip(batch, known, named, strict=True) if not (k or (d.raw is None and n))]


def digests(rows: Sequence[Mapping[str, object]], *, with_id: bool) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Return a 64-bit digest of every row's name, or of its name and id."""
    values = [
        hashlib.blake2b(
            f"{row['source_uri']}|{row['source_record']}|{row['article_id'] if with_id else ''}".encode(
                "utf-8", "surrogatepass"
            ),
            digest_size=8,
        ).digest()
        for row in rows
    ]
    return np.frombuffer(b"".join(values), np.dtype("<u8")).astype(np.uint64)
