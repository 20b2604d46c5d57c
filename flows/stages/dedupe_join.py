"""Cleaned shards become sketches, and these the pairs of texts that are worth an exact look."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run
from flows.shards import shard_name, write_shard
from flows.stages.clean import Cleaned
from flows.stages.dedupe_index import Index, read_index, read_segment, write_segment
from tasks.dedupe import Candidates, DedupeSettings, Texts, candidates_of, fold_and_sketch, update_candidates


@dataclass(frozen=True)
class SketchJob:
    """One cleaned shard to sketch: the facts of its articles, which every run reads, and their hashes, for the index only."""

    source: Path
    facts: Path
    segment: Path
    settings: DedupeSettings


@dataclass(frozen=True)
class Joined:
    """What the join found among all texts, and what it stands on: the earlier index and the segments of what is new."""

    index: Index
    fresh: tuple[Path, ...]
    texts: Texts
    candidates: Candidates


def sketch(run: Run, cleaned: Cleaned) -> list[SketchJob]:
    """Sketch the shards that no earlier run has sketched; return a job for each of all, whose facts are there."""
    names = [shard_name(shard, shard.name, run.plan.fingerprints["dedupe"]) for shard in cleaned.shards]
    jobs = [
        SketchJob(shard, run.work(f"sketch/{name}"), run.staging / "segments" / name, run.settings.dedupe)
        for shard, name in zip(cleaned.shards, names, strict=True)
    ]
    make(run, [job for job in jobs if not job.facts.exists()])
    return jobs


def make(run: Run, jobs: Sequence[SketchJob]) -> None:
    """Make the files of all jobs."""
    for _ in run.pool.map(sketch_step, jobs):
        pass


def sketch_step(job: SketchJob) -> None:
    """Sketch the articles of one shard."""
    rows = pq.read_table(job.source, columns=["article_id", "body", "published_on", "n_words", "reason"])
    sketches = fold_and_sketch(rows.filter(pc.is_null(rows.column("reason"))), job.settings)
    write_segment(sketches.segment, job.segment)
    if not job.facts.exists():
        write_shard(sketches.facts, job.facts)


def join(run: Run, jobs: Sequence[SketchJob], articles: pa.Table, facts: pa.Table) -> Joined:
    """Return the pairs that joining all texts finds: what an earlier run found, brought up to date."""
    index, texts = read_index(run), Texts.of(facts)
    shards = articles.column("shard").take(texts.rows[~texts.are_among(index.names)])
    new = [jobs[shard] for shard in sorted(pc.unique(shards).to_pylist())]
    make(run, [job for job in new if not job.segment.exists()])
    fresh = tuple(job.segment for job in new)
    # Of a text that is gone the hashes are searched for from end to end.
    n_new = len(shards) if texts.have(index.names).all() else None
    segments = [read_segment(path, n_new) for path in (*index.segments, *fresh)]
    known = candidates_of(index.measured)
    found = update_candidates(known, index.names, segments, texts, run.settings.dedupe)
    return Joined(index, fresh, texts, found)
