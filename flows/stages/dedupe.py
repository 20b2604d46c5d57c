"""Cleaned articles become those that stay, and for every other one the article it copies and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run, stage
from flows.shards import read_shards, shard_name, write_shard
from flows.stages.bodies import Bodies, places_of
from flows.stages.clean import Cleaned
from flows.stages.selection import Selection, kept_rows
from schemas.failed_row import FailedRow
from tasks.assemble import INDEX_COLUMNS, one_row_per_document, set_aside
from tasks.dedupe import (
    DedupeSettings,
    decide,
    explain_rows,
    find_candidates,
    fold_and_sketch,
    gather_clusters,
    rank_documents,
    verify_pairs,
)

BLOCK_PAIRS = (
    20_000  # pairs verified at once: their bodies and shingles take some 300 MB, whatever the size of the corpus
)
# What is read of all sketches at once.
SKETCH_FACTS = ["article_id", "text_digest", "n_shingles", "n_sampled"]


@dataclass(frozen=True)
class Copies:
    """What deduplication decided, as files: every document, its duplicates, clusters, and the rows that stay."""

    documents: Path
    duplicates: Path
    clusters: Path
    selection: Path
    n_kept: int
    n_buckets: int
    failed: tuple[FailedRow, ...]
    work: tuple[Path, ...]  # the sketches: what a later run does not have to make again


@dataclass(frozen=True)
class SketchJob:
    """One cleaned shard to sketch."""

    source: Path
    target: Path
    settings: DedupeSettings


@dataclass(frozen=True)
class PairsJob:
    """A block of pairs, and where the bodies they need stand."""

    pairs: Path
    bodies: Bodies
    target: Path
    settings: DedupeSettings


def dedupe(run: Run, cleaned: Cleaned, failed: tuple[FailedRow, ...]) -> Copies:
    """Decide which articles stay. Articles of `failed` rows are out of the question."""
    index = read_index(cleaned)
    with stage(run, "dedupe", index.num_rows) as n_out:
        was_article = pc.is_null(index.column("reason"))
        index = set_aside(index, failed)
        is_article = pc.is_null(index.column("reason"))
        is_in = is_article.filter(was_article)
        work = sketch(run, cleaned)
        sketches = read_shards(work, SKETCH_FACTS)
        articles = index.filter(is_article).append_column("text_digest", sketches.column("text_digest").filter(is_in))
        candidates = pair_up(work, sketches, is_in, articles, run.settings.dedupe)
        duplicates = find_duplicates(run, cleaned, articles, candidates)
        copies = write_decision(run, one_row_per_document(index), articles, duplicates, failed, work)
        run.progress.advance(index.num_rows)
        n_out.append(copies.n_kept)
    return copies


def read_index(cleaned: Cleaned) -> pa.Table:
    """Return a narrow row per document of all shards, with the shard and the row it stands in."""
    pieces = []
    for number, shard in enumerate(cleaned.shards):
        rows = pq.read_table(shard, columns=list(INDEX_COLUMNS))
        rows = rows.append_column("shard", pa.array(np.full(rows.num_rows, number, np.int32)))
        pieces.append(rows.append_column("row", pa.array(np.arange(rows.num_rows, dtype=np.int32))))
    return pa.concat_tables(pieces)


def sketch(run: Run, cleaned: Cleaned) -> tuple[Path, ...]:
    """Sketch all articles; return a file per shard. Those an earlier run made stand where it kept them."""
    fingerprint = run.plan.fingerprints["dedupe"]
    jobs = [
        SketchJob(shard, run.work(f"sketch/{shard_name(shard, shard.name, fingerprint)}"), run.settings.dedupe)
        for shard in cleaned.shards
    ]
    for _ in run.pool.map(sketch_step, jobs):
        pass
    return tuple(job.target for job in jobs)


def sketch_step(job: SketchJob) -> None:
    """Sketch the articles of one shard."""
    if not job.target.exists():
        rows = pq.read_table(job.source, columns=["article_id", "body", "reason"])
        write_shard(fold_and_sketch(rows.filter(pc.is_null(rows.column("reason"))), job.settings), job.target)


def pair_up(
    files: Sequence[Path], sketches: pa.Table, is_in: pa.ChunkedArray, articles: pa.Table, settings: DedupeSettings
) -> pa.Table:
    """Return the pairs of articles that are worth an exact look. `sketches` has articles that are not `is_in`, too.

    The hashes, nine tenths of the sketches, are read file by file and never held together.
    """
    ranks = np.zeros(len(sketches), np.int64)
    ranks[is_in.to_numpy()] = rank_documents(articles)
    digests = pc.if_else(is_in, sketches.column("text_digest"), None)
    sketches = sketches.set_column(SKETCH_FACTS.index("text_digest"), "text_digest", digests)
    return find_candidates(sketches, ranks, settings, lambda: hash_lists(files))


def hash_lists(files: Iterable[Path]) -> Iterator[pa.BinaryArray]:
    """Yield the hashes of every article, file by file."""
    for file in files:
        yield from pq.read_table(file, columns=["sketch"]).column("sketch").chunks


def find_duplicates(run: Run, cleaned: Cleaned, articles: pa.Table, candidates: pa.Table) -> pa.Table:
    """Return the rows of `duplicates`: exact verification of the candidates, decision, excerpts."""
    settings = run.settings.dedupe
    verified = over_pairs(run, cleaned, articles, candidates, "verify")
    decision = decide(articles, verified, settings)
    if decision.wanted.num_rows:  # pairs the decision lacked; asked once, since a second decision asks for few or none
        wanted = over_pairs(run, cleaned, articles, decision.wanted, "verify_wanted")
        decision = decide(articles, pa.concat_tables([verified, wanted]), settings)
    return over_pairs(run, cleaned, articles, decision.duplicates, "excerpts")


# The columns of a kind of pairs that name its two articles.
SIDES = {"verify": ("left", "right"), "verify_wanted": ("left", "right"), "excerpts": ("article_id", "kept_article_id")}


def over_pairs(run: Run, cleaned: Cleaned, articles: pa.Table, pairs: pa.Table, kind: str) -> pa.Table:
    """Return what a step makes of all pairs, block by block, each worker with the bodies of its block only."""
    jobs = list(pair_jobs(run, cleaned, articles, pairs, kind))
    step = excerpts_step if kind == "excerpts" else verify_step
    for _ in run.pool.map(step, jobs):
        pass
    return read_shards([job.target for job in jobs])


def pair_jobs(run: Run, cleaned: Cleaned, articles: pa.Table, pairs: pa.Table, kind: str) -> Iterator[PairsJob]:
    """Write the pairs by block and yield a job for each; one job also when there is no pair, for its empty result."""
    folder = run.staging / "pairs" / kind
    for number, start in enumerate(range(0, max(pairs.num_rows, 1), BLOCK_PAIRS)):
        block = pairs.slice(start, BLOCK_PAIRS)
        paths = [folder / f"{number:06d}.{name}.parquet" for name in ("pairs", "places", "done")]
        write_shard(block, paths[0])
        write_shard(places_of(articles, block, *SIDES[kind]), paths[1])
        yield PairsJob(paths[0], Bodies(paths[1], cleaned.shards), paths[2], run.settings.dedupe)


def verify_step(job: PairsJob) -> None:
    """Measure the pairs of one block exactly."""
    write_shard(verify_pairs(job.bodies.read(), pq.read_table(job.pairs), job.settings), job.target)


def excerpts_step(job: PairsJob) -> None:
    """Add to the rows of one block what both texts share and what only one has."""
    write_shard(explain_rows(pq.read_table(job.pairs), job.bodies.read(), job.settings), job.target)


def write_decision(
    run: Run,
    documents: pa.Table,
    articles: pa.Table,
    duplicates: pa.Table,
    failed: tuple[FailedRow, ...],
    work: tuple[Path, ...],
) -> Copies:
    """Write what was decided."""
    folder = run.staging / "dedupe"
    selection = Selection.of(kept_rows(articles, duplicates))
    paths = {name: folder / f"{name}.parquet" for name in ("documents", "duplicates", "clusters", "selection")}
    write_shard(documents, paths["documents"])
    write_shard(duplicates, paths["duplicates"])
    write_shard(gather_clusters(duplicates, articles), paths["clusters"])
    write_shard(selection.table(), paths["selection"])
    return Copies(**paths, n_kept=len(selection.row), n_buckets=selection.n_buckets, failed=failed, work=work)
