"""Raw shards become cleaned shards: one row per document, an article or the reason why it is none.

Every shard is cleaned by itself first. Then the corpus teaches what its documents share, and those it concerns are cleaned
again; a shard without one stays as it is.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from flows.run import Run, stage
from flows.shards import shard_name, write_groups, write_shard
from flows.stages.learn import LearnedFiles, Lesson, learn
from flows.stages.read import Documents
from schemas.document import Document
from schemas.work import CLEANED
from tasks.clean import CleanSettings, clean_document, learning
from tasks.read import Problem, ReadSettings, map_fields

RAW_EXCERPT_CHARS = 300


@dataclass(frozen=True)
class Cleaned:
    """The cleaned shards, in the order of the raw ones; what was learned from them; and the work a later run can use again."""

    shards: tuple[Path, ...]
    n_documents: int
    boilerplate: Path
    work: tuple[Path, ...]


@dataclass(frozen=True)
class CleanJob:
    """One raw shard to clean by itself, with the records of its texts for the corpus to learn from."""

    number: int
    source: Path
    target: Path
    records: Path
    read: ReadSettings
    clean: CleanSettings


@dataclass(frozen=True)
class AskJob:
    """One cleaned shard, of which documents may have to be cleaned again."""

    first: CleanJob
    learned: LearnedFiles


@dataclass(frozen=True)
class AgainJob:
    """One cleaned shard with the rows to clean again."""

    first: CleanJob
    learned: LearnedFiles
    rows: tuple[int, ...]
    target: Path


def clean(run: Run, documents: Documents) -> Cleaned:
    """Clean every raw shard that is not cleaned yet, learn from all of them, and clean again what that concerns."""
    jobs = clean_jobs(run, documents)
    n_documents = sum(pq.read_metadata(shard).num_rows for shard in documents.shards)
    with stage(run, "clean", n_documents) as n_out:
        for n_rows in run.pool.map(clean_step, jobs):
            run.progress.advance(n_rows)
        learned = learn(run, [Lesson(job.target, job.records) for job in jobs])
        again = again_jobs(run, jobs, learned)
        for _ in run.pool.map(again_step, again):
            pass
        targets = {job.first.number: job.target for job in again}
        shards = tuple(targets.get(job.number, job.target) for job in jobs)
        n_out.extend(pq.read_table(shard, columns=["reason"])["reason"].null_count for shard in shards)
    work = [path for job in jobs for path in (job.target, job.records) if path.exists()]
    return Cleaned(shards, n_documents, learned.lines, (*work, *targets.values(), learned.lines, learned.orders))


def clean_jobs(run: Run, documents: Documents) -> list[CleanJob]:
    """Return a job per raw shard; its files are named by the shard and the rules."""
    names = [shard_name(shard, run.plan.fingerprints["clean"]) for shard in documents.shards]
    return [
        CleanJob(
            number,
            shard,
            run.work(f"clean/{name}"),
            run.work(f"records/{name}"),
            run.settings.read,
            run.settings.clean,
        )
        for number, (shard, name) in enumerate(zip(documents.shards, names, strict=True))
    ]


def clean_step(job: CleanJob) -> int:
    """Clean one shard by itself and write the records of its texts; return its number of documents."""
    if not job.target.exists():
        rows = [cleaned_row(row, job) for row in pq.read_table(job.source).to_pylist()]
        write_shard(CLEANED.from_rows(rows), job.target)
    if job.clean.learn and not job.records.exists():
        write_groups(learning.records(pq.read_table(job.target, columns=learning.RECORD_COLUMNS)), job.records)
    return int(pq.read_metadata(job.target).num_rows)


def again_jobs(run: Run, jobs: list[CleanJob], learned: LearnedFiles) -> list[AgainJob]:
    """Return a job per shard that holds documents to clean again; its file is named by them and the facts that ask for it."""
    asked = dict(run.pool.map(ask_step, [AskJob(job, learned) for job in jobs]))
    found = []
    for job in jobs:
        if concerned := asked[job.number]:
            name = shard_name(job.target, job.target.name, str(sorted(concerned.items())))
            found.append(AgainJob(job, learned, tuple(sorted(concerned)), run.work(f"clean_again/{name}")))
    return found


def ask_step(job: AskJob) -> tuple[int, dict[int, str]]:
    """Return the number of a shard and its rows that what was learned concerns."""
    lines, orders = pq.read_table(job.learned.lines), pq.read_table(job.learned.orders)
    if not lines.num_rows and not orders.num_rows:
        return job.first.number, {}
    documents = pq.read_table(job.first.target, columns=["article_id", *learning.DATE_COLUMNS])
    pairs = learning.touched(pq.read_table(job.first.records), lines)
    return job.first.number, learning.concerned(documents, pairs, learning.Learned.of(lines, orders))


def again_step(job: AgainJob) -> None:
    """Write a shard in which some documents were cleaned with what concerns them."""
    if not job.target.exists():
        facts = learning.Learned.of(pq.read_table(job.learned.lines), pq.read_table(job.learned.orders))
        write_shard(cleaned_again(job.first, list(job.rows), facts), job.target)


def cleaned_again(job: CleanJob, rows: list[int], facts: learning.Learned) -> pa.Table:
    """Return a cleaned shard in which `rows` were cleaned with what concerns them; the others are as they were."""
    first, documents = pq.read_table(job.target), pq.read_table(job.source).take(pa.array(rows)).to_pylist()
    named = first.select(["publisher", "domain"]).take(pa.array(rows)).to_pylist()
    again = [
        cleaned_row(document, job, facts.about(names["publisher"], names["domain"]))
        for document, names in zip(documents, named, strict=True)
    ]
    order = list(range(first.num_rows))
    for place, row in enumerate(rows):
        order[row] = first.num_rows + place
    return pa.concat_tables([first, CLEANED.from_rows(again)]).take(pa.array(order))


def cleaned_row(row: dict[str, Any], job: CleanJob, taught: learning.Taught = learning.NOTHING) -> dict[str, Any]:
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
    article = clean_document(document, fields, date_of(row), job.clean, taught)
    values = {name: value for name, value in asdict(article).items() if name in CLEANED_COLUMNS}
    return identity | values | {"stage": "clean" if article.reason else None}


CLEANED_COLUMNS = frozenset(field.name for field in CLEANED.fields)


def set_aside(row: dict[str, Any], at: str, reason: str, message: str) -> dict[str, Any]:
    """Return the columns of a document that never reached cleaning."""
    raw = row["raw"]
    excerpt = None if not raw else raw[: 4 * RAW_EXCERPT_CHARS].decode("utf-8", "replace")[:RAW_EXCERPT_CHARS]
    return {"stage": at, "reason": reason, "message": message, "raw_excerpt": excerpt}


def date_of(row: Mapping[str, Any]) -> date:
    """Return the day a document was first read."""
    day = row["first_read_on"]
    if not isinstance(day, date):
        raise TypeError(f"first_read_on of {row['source_uri']} is {day!r}, not a day")
    return day
