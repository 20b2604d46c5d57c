"""Tables as they would be published pass the gate: narrow frames per bucket, made by the workers, checked once per table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.published import read_table
from flows.records import counts_of_run, record_of, runs_table, summarise
from flows.run import Run, stage
from flows.shards import read_shards, write_shard
from flows.stages.assemble import Tables
from flows.stages.buckets import Bucket
from flows.stages.read import Documents
from schemas.boilerplate import BOILERPLATE
from schemas.catalog import table_named
from schemas.failed_row import FailedRow
from schemas.rejects import REJECTS
from schemas.runs import RUNS
from schemas.sources import SOURCES
from tasks.publish import WrittenFile
from tasks.validate import (
    GateResult,
    Known,
    RunCounts,
    SnapshotCounts,
    article_frame,
    as_keys,
    cluster_frame,
    drift_frame,
    duplicate_frame,
    entity_frame,
    figure_frame,
    gate_suites,
    ledger_frame,
    mention_frame,
    plain_frame,
    quote_frame,
    run_gate,
    source_frame,
)

BY_BUCKET = ("articles", "mentions", "quotes", "figures")
TEXTS = ["article_id", "headline", "body", "captions"]


@dataclass(frozen=True)
class Verdict:
    """What the gate says: results for `checks`, rows to set aside, what blocks, and what only warns.

    `proven`: the records of buckets whose rows keep every promise, so that a later run need not ask again.
    """

    checks: pa.Table
    failed: tuple[FailedRow, ...]
    blocked_by: tuple[str, ...]
    warnings: tuple[str, ...]
    proven: tuple[Path, ...]


@dataclass(frozen=True)
class FramesJob:
    """The files of one bucket, and where its gate frames go."""

    files: Mapping[str, tuple[WrittenFile, ...]]
    unpublished: Path
    entities: tuple[WrittenFile, ...]
    targets: Mapping[str, Path]


def validate(run: Run, documents: Documents, tables: Tables) -> Verdict:
    """Check every table, the account of the run and the drift since the last snapshot."""
    jobs = [frames_job(run, bucket, bucket.unpublished, tables) for bucket in tables.buckets if bucket.unpublished]
    n_proven = {name: n_rows_proven(tables, name) for name in BY_BUCKET}
    with stage(run, "validate", sum(file.rows for files in tables.files.values() for file in files), 1) as n_out:
        for _ in run.pool.map(frames_step, jobs):
            pass
        run.pool.end()  # no stage after this one maps anything, and the gate needs the memory that idle workers hold
        frames: dict[str, Iterable[pa.Table]] = {name: frames_of(name, jobs) for name in BY_BUCKET}
        frames |= {name: [frame] for name, frame in corpus_frames(run, documents, tables).items()}
        result = run_gate(frames, gate_suites(run.settings.validate_), run.run_id, run.settings.validate_, n_proven)
        n_out.append(result.checks.num_rows)
    return verdict_of(result, tables)


def n_rows_proven(tables: Tables, name: str) -> int:
    """Return the rows of a table in buckets that an earlier run made, and found every promise kept in."""
    return sum(file.rows for bucket in tables.buckets if not bucket.unpublished for file in bucket.files[name])


def frames_of(name: str, jobs: list[FramesJob]) -> Iterator[pa.Table]:
    """Yield the gate frames of one table, a bucket at a time: all mentions of a corpus are more than memory should hold."""
    return (pq.read_table(job.targets[name]) for job in jobs)


def frames_job(run: Run, bucket: Bucket, unpublished: Path, tables: Tables) -> FramesJob:
    """Return the job of one bucket."""
    targets = {name: run.staging / "gate" / name / f"{bucket.number:06d}.parquet" for name in BY_BUCKET}
    return FramesJob(bucket.files, unpublished, tables.files["entities"], targets)


def frames_step(job: FramesJob) -> None:
    """Read back the files of one bucket and make their gate frames. References stay within a bucket, but for entities."""
    rows = {name: rows_of(job.files[name], name) for name in BY_BUCKET}
    entities = read_shards([file.path for file in job.entities], ["entity_id"]).column("entity_id")
    known = Known(
        articles=as_keys(rows["articles"].column("article_id")),
        entities=as_keys(entities),
        quotes=as_keys(rows["quotes"].column("quote_id")),
        figures=as_keys(rows["figures"].column("figure_id")),
    )
    unpublished = pq.read_table(job.unpublished)
    place = pc.index_in(rows["articles"].column("article_id"), unpublished.column("article_id").combine_chunks())
    covers = unpublished.column("ledger_covers_source").take(place).combine_chunks()
    texts = rows["articles"].select(TEXTS)
    frames = {
        "articles": article_frame(rows["articles"], unpublished, covers),
        "mentions": mention_frame(rows["mentions"], texts, known),
        "quotes": quote_frame(rows["quotes"], texts, known),
        "figures": figure_frame(rows["figures"], texts, known),
    }
    for name, frame in frames.items():
        write_shard(frame, job.targets[name])


def corpus_frames(run: Run, documents: Documents, tables: Tables) -> dict[str, pa.Table]:
    """Return the gate frames of the tables that are about the whole corpus, of the ledger and of the drift."""
    rows = {
        name: rows_of(tables.files[name], name) for name in ("duplicates", "clusters", "entities", "sources", "rejects")
    }
    names = read_shards([file.path for file in tables.files["articles"]], ["source_uri", "source_record", "article_id"])
    keys = as_keys(names.column("article_id"))
    mentioned = (pq.read_table(file.path, columns=["entity_id"])["entity_id"] for file in tables.files["mentions"])
    before = SOURCES.arrow_schema().empty_table() if run.parent is None else read_table(run.parent, "sources")
    return {
        "duplicates": duplicate_frame(rows["duplicates"], names),
        "clusters": cluster_frame(rows["clusters"], keys),
        "entities": entity_frame(rows["entities"], mentioned),
        "sources": source_frame(rows["sources"], keys),
        "rejects": plain_frame(rows["rejects"], REJECTS),
        "boilerplate": plain_frame(rows_of(tables.files["boilerplate"], "boilerplate"), BOILERPLATE),
        "runs": plain_frame(runs_table(run, record_as_if_published(run, documents, tables)), RUNS),
        "ledger": ledger(run, documents, tables, rows),
        "drift": drift_frame(rows["sources"], before, run.run_id, run.settings.validate_),
    }


def record_as_if_published(run: Run, documents: Documents, tables: Tables) -> Mapping[str, object]:
    """Return the record the run will leave when the gate lets it pass: its counts are final here."""
    number = f"{run.warehouse.next_number():06d}"
    return record_of(run, summarise(run, documents, tables.files, "published", number, ()), number)


def ledger(run: Run, documents: Documents, tables: Tables, rows: Mapping[str, pa.Table]) -> pa.Table:
    """Return the frame in which the run's and the snapshot's documents must add up."""
    own = RunCounts(
        n_read=documents.n_read,
        n_unchanged=documents.n_unchanged,
        **counts_of_run(run.run_id, rows["sources"]),
    )
    tables_of_documents = pc.fill_null(rows["rejects"].column("table_name"), "articles")
    whole = pc.and_(pc.equal(tables_of_documents, "articles"), pc.is_null(rows["rejects"].column("released_run_id")))
    snapshot = SnapshotCounts(
        n_sources=rows["sources"].num_rows,
        n_articles=sum(file.rows for file in tables.files["articles"]),
        n_dropped=pc.sum(rows["duplicates"].column("is_dropped")).as_py() or 0,
        n_rejected=pc.sum(whole).as_py() or 0,
        n_articles_before=None if run.parent is None else run.parent.manifest().tables["articles"].rows,
    )
    return ledger_frame(own, snapshot)


def verdict_of(result: GateResult, tables: Tables) -> Verdict:
    """Return what the gate found, as the rest of the run uses it."""
    failed = tuple(FailedRow(row.table_name, row.row_id, row.check_name, row.sentence) for row in result.set_aside)
    warned = [
        f"{row['table_name']}.{row['check_name']}"
        for row in result.checks.to_pylist()
        if row["severity"] == "warning" and not row["passed"]
    ]
    of_buckets = result.checks.filter(pc.is_in(result.checks["table_name"], value_set=pa.array(BY_BUCKET)))
    proven = tuple(bucket.record for bucket in tables.buckets) if pc.all(of_buckets["passed"]).as_py() else ()
    return Verdict(result.checks, failed, result.blocked_by, tuple(dict.fromkeys(warned)), proven)


def rows_of(files: tuple[WrittenFile, ...], table: str) -> pa.Table:
    """Return the rows of staged files; of no file an empty table."""
    return read_shards([file.path for file in files]) if files else table_named(table).arrow_schema().empty_table()
