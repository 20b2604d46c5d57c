"""Raw shards become cleaned shards: one row per document, an article or the reason why it is none."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from flows.run import Run, stage
from flows.shards import shard_name, write_shard
from flows.stages.read import Documents
from schemas.document import Document
from schemas.work import CLEANED
from tasks.clean import CleanSettings, clean_document
from tasks.read import Problem, ReadSettings, map_fields

RAW_EXCERPT_CHARS = 300


@dataclass(frozen=True)
class Cleaned:
    """The cleaned shards, in the order of the raw ones."""

    shards: tuple[Path, ...]
    n_documents: int


@dataclass(frozen=True)
class CleanJob:
    """One raw shard to clean."""

    source: Path
    target: Path
    read: ReadSettings
    clean: CleanSettings


def clean(run: Run, documents: Documents) -> Cleaned:
    """Clean every raw shard that is not cleaned yet."""
    jobs = [
        CleanJob(
            shard,
            run.staging / "clean" / shard_name(shard, run.plan.fingerprints["clean"]),
            run.settings.read,
            run.settings.clean,
        )
        for shard in documents.shards
    ]
    n_documents = sum(pq.read_metadata(shard).num_rows for shard in documents.shards)
    with stage(run, "clean", n_documents) as n_out:
        for n_articles, n_rows in run.pool.map(clean_step, jobs):
            run.progress.advance(n_rows)
            n_out.append(n_articles)
    return Cleaned(tuple(job.target for job in jobs), n_documents)


def clean_step(job: CleanJob) -> tuple[int, int]:
    """Clean one shard; return its number of articles and of documents."""
    if not job.target.exists():
        rows = [cleaned_row(row, job) for row in pq.read_table(job.source).to_pylist()]
        write_shard(CLEANED.from_rows(rows), job.target)
    reasons = pq.read_table(job.target, columns=["reason"]).column("reason")
    return reasons.null_count, len(reasons)


def cleaned_row(row: dict[str, Any], job: CleanJob) -> dict[str, Any]:
    """Return one document as a row of a cleaned shard."""
    identity = {
        name: row[name]
        for name in ("article_id", "raw_sha256", "source_uri", "source_record", "n_bytes", "first_read_on", "run_id")
    }
    if row["reason"] is not None:
        return identity | set_aside(row, "read", row["reason"], row["message"])
    document = Document(row["source_uri"], row["source_record"], row["kind"], row["raw"])
    fields = map_fields(row["raw"], job.read) if row["kind"] == "row" else None
    if isinstance(fields, Problem):
        return identity | set_aside(row, "read", fields.reason, fields.message)
    article = clean_document(document, fields, date_of(row), job.clean)
    values = {name: value for name, value in asdict(article).items() if name in CLEANED_COLUMNS}
    return identity | values | {"stage": "clean" if article.reason else None}


CLEANED_COLUMNS = frozenset(field.name for field in CLEANED.fields)


def set_aside(row: dict[str, Any], at: str, reason: str, message: str) -> dict[str, Any]:
    """Return the columns of a document that never reached cleaning."""
    raw = row["raw"]
    excerpt = None if not raw else raw[: 4 * RAW_EXCERPT_CHARS].decode("utf-8", "replace")[:RAW_EXCERPT_CHARS]
    return {"stage": at, "reason": reason, "message": message, "raw_excerpt": excerpt}


def date_of(row: dict[str, Any]) -> date:
    """Return the day a document was first read."""
    day = row["first_read_on"]
    if not isinstance(day, date):
        raise TypeError(f"first_read_on of {row['source_uri']} is {day!r}, not a day")
    return day
