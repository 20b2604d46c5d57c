"""Kept English articles become mentions, quotes and figures; then all names of the corpus become entities."""

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run, stage
from flows.shards import read_shards, shard_name, write_shard
from flows.stages.clean import Cleaned
from flows.stages.dedupe import Copies
from flows.stages.selection import Selection
from schemas.failed_row import FailedRow
from schemas.work import LOCAL_FIGURES, LOCAL_MENTIONS, LOCAL_QUOTES
from tasks.enrich import EnrichSettings, enrich_articles, link_entities, load_model

KINDS = {"mentions": LOCAL_MENTIONS, "quotes": LOCAL_QUOTES, "figures": LOCAL_FIGURES}
ENRICHED_LANGUAGE = "en"  # the bundled model's; articles in other languages are kept and flagged
READ_COLUMNS = [
    "article_id",
    "published_on",
    "headline",
    "body",
    "captions",
    "dateline_place",
    "dateline_country",
    "agencies",
    "language",
]
NAME_COLUMNS = ["article_id", "published_on", "surface", "role", "identity", "full_name", "link_method"]


@dataclass(frozen=True)
class Names:
    """For every cleaned shard a folder with its mentions, quotes, figures and flags; and the corpus's entities."""

    folders: tuple[Path, ...]
    entities: Path
    identities: Path


@dataclass(frozen=True)
class EnrichJob:
    """The kept rows of one cleaned shard."""

    source: Path
    rows: tuple[int, ...]
    folder: Path
    settings: EnrichSettings


def enrich(run: Run, cleaned: Cleaned, copies: Copies) -> Names:
    """Enrich the kept articles of every shard, each worker with one model, and join their names across the corpus."""
    selection = Selection.read(copies.selection)
    fingerprint = run.plan.fingerprints["enrich"]
    jobs = [
        enrich_job(run, shard, selection.rows_of(number), fingerprint) for number, shard in enumerate(cleaned.shards)
    ]
    with stage(run, "enrich", copies.n_kept) as n_out:
        for n_articles, n_mentions in run.pool.map(enrich_step, jobs):
            run.progress.advance(n_articles)
            n_out.append(n_mentions)
        folders = tuple(job.folder for job in jobs)
        return Names(folders, *link(run, folders, copies.failed))


def enrich_job(run: Run, shard: Path, rows: tuple[int, ...], fingerprint: str) -> EnrichJob:
    """Return the job of one shard, its folder named by all that the result depends on."""
    name = shard_name(shard, shard.name, fingerprint, str(rows)).removesuffix(".parquet")
    return EnrichJob(shard, rows, run.staging / "enrich" / name, run.settings.enrich)


def enrich_step(job: EnrichJob) -> tuple[int, int]:
    """Enrich one shard; return its number of kept articles and of mentions."""
    done = job.folder / "flagged.parquet"  # written last
    if not done.exists():
        articles = pq.read_table(job.source, columns=READ_COLUMNS).take(pa.array(job.rows, pa.int64()))
        english = articles.filter(pc.equal(articles.column("language"), ENRICHED_LANGUAGE))
        enriched = enrich_articles(english, load_model(job.settings.model), job.settings)
        for kind in KINDS:
            write_shard(getattr(enriched, kind), job.folder / f"{kind}.parquet")
        write_shard(
            pa.concat_tables([enriched.flagged, not_enriched(articles, english, enriched.flagged.schema)]), done
        )
    return len(job.rows), pq.read_metadata(job.folder / "mentions.parquet").num_rows


def not_enriched(articles: pa.Table, english: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the flag for every article that the model did not see."""
    ids = articles.column("article_id")
    left_out = ids.filter(pc.invert(pc.is_in(ids, english.column("article_id").combine_chunks())))
    flags = pa.array(["not_enriched"] * len(left_out), pa.string())
    return pa.table({"article_id": left_out, "flag": flags}, schema=schema)


def link(run: Run, folders: tuple[Path, ...], failed: tuple[FailedRow, ...]) -> tuple[Path, Path]:
    """Join the names of all shards; return the files of entities and of identities."""
    gone = pa.array([row.row_id for row in failed if row.table_name == "mentions"], pa.string())
    columns = (
        [*NAME_COLUMNS, "mention_id"] if len(gone) else NAME_COLUMNS
    )  # ids of a million mentions are not read for nothing
    names = read_shards([folder / "mentions.parquet" for folder in folders], columns)
    if len(gone):
        names = names.filter(pc.invert(pc.is_in(names.column("mention_id"), gone)))
    linked = link_entities(names, run.settings.enrich)
    folder = run.staging / "link"
    paths = folder / "entities.parquet", folder / "identities.parquet"
    write_shard(linked.entities, paths[0])
    write_shard(linked.identities, paths[1])
    return paths
