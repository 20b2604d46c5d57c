"""Cleaned articles become those that stay, and for every other one the article it copies and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run, stage
from flows.shards import read_shards, write_shard
from flows.stages.bodies import Bodies, places_of
from flows.stages.clean import Cleaned
from flows.stages.dedupe_excerpts import names_of_bodies, read_excerpts, with_known, write_excerpts
from flows.stages.dedupe_index import write_index
from flows.stages.dedupe_join import Joined, join, sketch
from flows.stages.least_alike import write_least_alike
from flows.stages.selection import Selection, kept_rows
from schemas.duplicates import DUPLICATES
from schemas.failed_row import FailedRow
from tasks.assemble import INDEX_COLUMNS, one_row_per_document, set_aside
from tasks.dedupe import (
    Candidates,
    DedupeSettings,
    as_measured,
    as_verified,
    decide,
    explain_rows,
    gather_clusters,
    pairs_of_articles,
    split_known,
    verify_pairs,
)

BLOCK_PAIRS = (
    20_000  # pairs verified at once: their bodies and shingles take some 300 MB, whatever the size of the corpus
)


@dataclass(frozen=True)
class Copies:
    """What deduplication decided, as files: every document, its duplicates, clusters, what stays, copies to look at."""

    documents: Path
    duplicates: Path
    clusters: Path
    selection: Path
    least_alike: Path
    n_kept: int
    n_buckets: int
    failed: tuple[FailedRow, ...]
    work: tuple[Path, ...]  # sketches, index, excerpts: what a later run does not have to make again


@dataclass(frozen=True)
class PairsJob:
    """A block of pairs, and where the bodies they need stand."""

    pairs: Path
    bodies: Bodies
    target: Path
    settings: DedupeSettings


def dedupe(run: Run, cleaned: Cleaned, failed: tuple[FailedRow, ...]) -> Copies:
    """Decide which articles stay. Articles of `failed` rows are out of the question."""
    documents = read_documents(cleaned)
    with stage(run, "dedupe", documents.num_rows) as n_out:
        was_article = pc.is_null(documents.column("reason"))
        documents = set_aside(documents, failed)
        is_article = pc.is_null(documents.column("reason"))
        jobs = sketch(run, cleaned)
        facts = read_shards([job.facts for job in jobs]).filter(is_article.filter(was_article))
        articles = documents.filter(is_article).append_column("text_digest", facts.column("text_digest"))
        joined = join(run, jobs, articles, facts)
        found, measured = find_duplicates(run, cleaned, articles, joined)
        duplicates, excerpts = explain(run, cleaned, articles, found)
        index = write_index(run, joined.index, joined.fresh, joined.texts.names, measured)
        work = (*(job.facts for job in jobs), *index, excerpts)
        doubtful = write_least_alike(run, cleaned, articles, duplicates)
        copies = write_decision(run, one_row_per_document(documents), articles, duplicates, doubtful, failed, work)
        run.progress.advance(documents.num_rows)
        n_out.append(copies.n_kept)
    return copies


def read_documents(cleaned: Cleaned) -> pa.Table:
    """Return a narrow row per document of all shards, with the shard and the row it stands in."""
    pieces = []
    for number, shard in enumerate(cleaned.shards):
        rows = pq.read_table(shard, columns=list(INDEX_COLUMNS))
        rows = rows.append_column("shard", pa.array(np.full(rows.num_rows, number, np.int32)))
        pieces.append(rows.append_column("row", pa.array(np.arange(rows.num_rows, dtype=np.int32))))
    return pa.concat_tables(pieces)


def find_duplicates(run: Run, cleaned: Cleaned, articles: pa.Table, joined: Joined) -> tuple[pa.Table, pa.Table]:
    """Return the rows of `duplicates` without excerpts, and what was measured: the candidates are verified, then decided."""
    settings = run.settings.dedupe
    measured = measure(run, cleaned, articles, joined, joined.candidates, "verify")
    decision = decide(articles, as_verified(measured, joined.texts), settings)
    if decision.wanted.num_rows:  # pairs the decision lacked; asked once, since a second decision asks for few or none
        wanted = pairs_of_articles(decision.wanted, joined.texts)
        more = measure(run, cleaned, articles, joined, wanted, "verify_wanted")
        decision = decision.with_pairs(as_verified(more, joined.texts))
        measured = pa.concat_tables([measured, more])
    return decision.duplicates, measured


def explain(run: Run, cleaned: Cleaned, articles: pa.Table, found: pa.Table) -> tuple[pa.Table, Path]:
    """Return the rows of `duplicates` with their excerpts, and the file in which a later run finds these."""
    known, rest = with_known(found, names_of_bodies(articles, cleaned.shards, found), read_excerpts(run))
    made = over_pairs(run, cleaned, articles, rest, "excerpts")
    rows = pa.concat_tables([known, made]).sort_by([(name, "ascending") for name in DUPLICATES.key])
    return rows, write_excerpts(run, names_of_bodies(articles, cleaned.shards, rows), rows)


def measure(run: Run, cleaned: Cleaned, articles: pa.Table, joined: Joined, pairs: Candidates, kind: str) -> pa.Table:
    """Return MEASURED for all pairs; what an earlier run has measured is not measured again."""
    known, new = split_known(pairs, joined.index.measured)
    ids = pa.table({"left": joined.texts.articles(new.lefts), "right": joined.texts.articles(new.rights)})
    return pa.concat_tables([known, as_measured(new, over_pairs(run, cleaned, articles, ids, kind))])


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
    least_alike: Path,
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
    paths["least_alike"] = least_alike
    return Copies(**paths, n_kept=len(selection.row), n_buckets=selection.n_buckets, failed=failed, work=work)
