"""Kept English articles become mentions, quotes and figures; then all names of the corpus become entities."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run, stage
from flows.shards import write_shard
from flows.stages.clean import Cleaned
from flows.stages.dedupe import Copies
from flows.stages.enriched import earlier_folders, read_the_same, reading_of, rows_about
from flows.stages.selection import Selection
from schemas.failed_row import FailedRow
from schemas.work import LOCAL_FIGURES, LOCAL_MENTIONS, LOCAL_QUOTES
from tasks.enrich import EnrichSettings, enrich_articles, link_entities, load_model, read_user_entities, tally_names

KINDS = {"mentions": LOCAL_MENTIONS, "quotes": LOCAL_QUOTES, "figures": LOCAL_FIGURES}
FILES = tuple(f"{name}.parquet" for name in (*KINDS, "flagged", "tally", "reading"))
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
TALLIED_COLUMNS = [
    "mention_id",
    "article_id",
    "published_on",
    "surface",
    "role",
    "identity",
    "full_name",
    "link_method",
]


@dataclass(frozen=True)
class Names:
    """For every cleaned shard a folder with its mentions, quotes, figures, flags and tally; and the corpus's entities."""

    folders: tuple[Path, ...]
    entities: Path
    identities: Path
    could_be_same: Path  # pairs of entities that a reader should look at, for the run's page
    work: tuple[Path, ...]  # what a later run does not have to make again


@dataclass(frozen=True)
class EnrichJob:
    """The kept rows of one cleaned shard; `before` is the folder of what an earlier run made of some of them."""

    source: Path
    rows: tuple[int, ...]
    folder: Path
    before: Path | None
    settings: EnrichSettings


def enrich(run: Run, cleaned: Cleaned, copies: Copies) -> Names:
    """Enrich the kept articles of every shard, each worker with one model, and join their names across the corpus."""
    jobs = enrich_jobs(run, cleaned, Selection.read(copies.selection))
    with stage(run, "enrich", copies.n_kept) as n_out:
        for n_articles, n_mentions in run.pool.map(enrich_step, jobs):
            run.progress.advance(n_articles)
            n_out.append(n_mentions)
        run.pool.end()  # the models have read everything, and linking needs the memory that they hold
        folders = tuple(job.folder for job in jobs)
        work = tuple(folder / file for folder in folders for file in FILES)
        return Names(folders, *link(run, folders, copies.failed), work)


def enrich_jobs(run: Run, cleaned: Cleaned, selection: Selection) -> list[EnrichJob]:
    """Return a job per shard, its folder named by all that the result depends on."""
    earlier = earlier_folders(run.kept, FILES)
    jobs = []
    for number, shard in enumerate(cleaned.shards):
        rows = selection.rows_of(number)
        maker = f"{shard.stem.partition('.')[0]}.{run.plan.fingerprints['enrich'][:12]}"
        name = f"{maker}.{hashlib.sha256(f'{shard.name}|{rows}'.encode()).hexdigest()[:12]}"
        folder = run.work(f"enrich/{name}/{FILES[-1]}").parent
        jobs.append(EnrichJob(shard, rows, folder, earlier.get(maker), run.settings.enrich))
    return jobs


def enrich_step(job: EnrichJob) -> tuple[int, int]:
    """Enrich one shard; return its number of kept articles and of mentions."""
    if not (job.folder / FILES[-1]).exists():  # written last
        articles = pq.read_table(job.source, columns=READ_COLUMNS).take(pa.array(job.rows, pa.int64()))
        english = articles.filter(pc.equal(articles["language"], ENRICHED_LANGUAGE))
        reading = reading_of(english)
        known = read_the_same(job.before, reading)
        tables = enrich_rest(job, english.filter(pc.invert(pc.is_in(english["article_id"], value_set=known))))
        if job.before:
            tables = {
                name: pa.concat_tables([rows_about(known, job.before / f"{name}.parquet"), rows])
                for name, rows in tables.items()
            }
        tables["flagged"] = pa.concat_tables(
            [tables["flagged"], not_enriched(articles, english, tables["flagged"].schema)]
        )
        tables |= {"tally": tally_names(tables["mentions"]), "reading": reading}
        for file in FILES:
            write_shard(tables[file.removesuffix(".parquet")], job.folder / file)
    return len(job.rows), pq.read_metadata(job.folder / "mentions.parquet").num_rows


def enrich_rest(job: EnrichJob, articles: pa.Table) -> dict[str, pa.Table]:
    """Return the mentions, quotes, figures and flags of the articles that no earlier run enriched."""
    model = job.settings.model if articles.num_rows else "none"  # a model that has nothing to read is not loaded
    enriched = enrich_articles(articles, load_model(model), job.settings)
    return {name: getattr(enriched, name) for name in (*KINDS, "flagged")}


def not_enriched(articles: pa.Table, english: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the flag for every article that the model did not see."""
    ids = articles.column("article_id")
    left_out = ids.filter(pc.invert(pc.is_in(ids, english.column("article_id").combine_chunks())))
    flags = pa.array(["not_enriched"] * len(left_out), pa.string())
    return pa.table({"article_id": left_out, "flag": flags}, schema=schema)


def link(run: Run, folders: tuple[Path, ...], failed: tuple[FailedRow, ...]) -> tuple[Path, Path, Path]:
    """Join the names of all shards; return the files of entities, of identities and of pairs that could be the same."""
    gone = {row.row_id for row in failed if row.table_name == "mentions"}
    settings = run.settings.enrich
    told = read_user_entities(settings.entities_file)
    linked = link_entities((tally_of(folder, gone) for folder in folders), settings, told)
    folder = run.staging / "link"
    paths = folder / "entities.parquet", folder / "identities.parquet", folder / "could_be_same.parquet"
    for table, path in zip((linked.entities, linked.identities, linked.could_be_same), paths, strict=True):
        write_shard(table, path)
    return paths


def tally_of(folder: Path, gone: set[str]) -> pa.Table:
    """Return the tally of one shard, made again when mentions that failed a check stood in it."""
    path = folder / "mentions.parquet"
    if gone and not gone.isdisjoint(pq.read_table(path, columns=["mention_id"])["mention_id"].to_pylist()):
        mentions = pq.read_table(path, columns=TALLIED_COLUMNS)
        return tally_names(mentions.filter(pc.invert(pc.is_in(mentions["mention_id"], pa.array(sorted(gone))))))
    return pq.ParquetFile(folder / "tally.parquet").read(use_threads=False)  # threads would hold 40 MB of buffers
