"""What the stages found becomes the tables: an exchange brings each month's rows together, then files are written.

Every cleaned shard is split once into row groups, one per bucket; every bucket then reads its own row group of each split.
A bucket in which nothing changed since the parent snapshot is neither split nor written again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.run import Run, stage
from flows.shards import read_group, shard_name, write_groups, write_shard
from flows.stages.buckets import Bucket, assembled_before, bucket_keys, write_record
from flows.stages.clean import Cleaned
from flows.stages.dedupe import Copies
from flows.stages.enrich import KINDS, Names
from flows.stages.former import former
from flows.stages.selection import Selection
from schemas.boilerplate import BOILERPLATE
from schemas.catalog import table_named
from schemas.failed_row import FailedRow
from tasks.assemble import (
    finish_articles,
    finish_figures,
    finish_mentions,
    finish_quotes,
    parts_of,
    rejects_table,
    sources_table,
    split_by_part,
)
from tasks.publish import WrittenFile, write_table

BOILERPLATE_NAMES = [field.name for field in BOILERPLATE.fields]
WORK = ("articles", "flagged", *KINDS)  # what is exchanged
# The columns of a bucket's rows that name an identity.
IDENTITY_COLUMNS = {
    "mentions": ("identity",),
    "quotes": ("speaker_identity",),
    "figures": ("place_identity", "attributed_identity"),
}


@dataclass(frozen=True)
class Tables:
    """The files of every table, and what the gate needs beside them."""

    files: Mapping[str, tuple[WrittenFile, ...]]
    buckets: tuple[Bucket, ...]
    documents: Path
    failed: tuple[FailedRow, ...]
    could_be_same: Path
    least_alike: Path
    work: tuple[Path, ...]  # what the stages before made of single shards; a later run does not make it again


@dataclass(frozen=True)
class SplitJob:
    """One cleaned shard and its enrichment, of which the rows of `wanted` buckets are to be split."""

    cleaned: Path
    enriched: Path
    rows: tuple[int, ...]
    buckets: tuple[int, ...]
    wanted: tuple[int, ...]
    targets: Mapping[str, Path]


@dataclass(frozen=True)
class BucketJob:
    """One bucket of all splits, to be written as files; it is row group `group` of each split."""

    number: int
    key: str
    group: int
    splits: Mapping[str, tuple[Path, ...]]
    identities: Path
    failed: tuple[FailedRow, ...]
    staging: Path


def assemble(run: Run, cleaned: Cleaned, copies: Copies, names: Names) -> Tables:
    """Write the files of all tables but `runs` and `checks`, which the gate makes."""
    selection = Selection.read(copies.selection)
    keys = bucket_keys(run, cleaned.shards, selection, copies.failed)
    with stage(run, "assemble", copies.n_kept) as n_out:
        buckets = list(assembled_before(run, keys, names))
        run.progress.advance(n_articles(buckets))
        wanted = sorted(set(range(selection.n_buckets)) - {bucket.number for bucket in buckets})
        splits = split_jobs(run, cleaned, names, selection, wanted)
        for _ in run.pool.map(split_step, splits):
            pass
        for bucket in run.pool.map(bucket_step, bucket_jobs(run, splits, keys, wanted, copies, names)):
            buckets.append(bucket)
            run.progress.advance(n_articles([bucket]))
        buckets.sort(key=lambda bucket: bucket.number)
        files = corpus_tables(run, cleaned, copies, names, buckets)
        n_out.append(sum(file.rows for table in files.values() for file in table))
    work = (*cleaned.work, *copies.work, *names.work)
    return Tables(files, tuple(buckets), copies.documents, copies.failed, names.could_be_same, copies.least_alike, work)


def n_articles(buckets: Iterable[Bucket]) -> int:
    """Return the number of articles in these buckets."""
    return sum(file.rows for bucket in buckets for file in bucket.files["articles"])


def split_jobs(run: Run, cleaned: Cleaned, names: Names, selection: Selection, wanted: Sequence[int]) -> list[SplitJob]:
    """Return a job per shard that has rows in wanted buckets, or per shard when no row stays: tables need their columns."""
    jobs = []
    for number, (shard, enriched) in enumerate(zip(cleaned.shards, names.folders, strict=True)):
        place = selection.place_of(number)
        is_wanted = np.isin(selection.bucket[place], wanted)
        rows, buckets = selection.row[place][is_wanted], selection.bucket[place][is_wanted]
        if rows.size or not selection.row.size:
            name = shard_name(shard, enriched.name, str(rows.tolist()), str(buckets.tolist()), str(wanted))
            targets = {kind: run.staging / "split" / kind / name for kind in WORK}
            jobs.append(
                SplitJob(shard, enriched, tuple(rows.tolist()), tuple(buckets.tolist()), tuple(wanted), targets)
            )
    return jobs


def split_step(job: SplitJob) -> None:
    """Write one shard's rows by bucket, one row group each."""
    articles = pq.read_table(job.cleaned).take(pa.array(job.rows, pa.int64()))
    bucket_of = pa.table({"article_id": articles.column("article_id"), "bucket": pa.array(job.buckets, pa.int32())})
    for kind, target in job.targets.items():
        if not target.exists():
            rows = articles if kind == "articles" else pq.read_table(job.enriched / f"{kind}.parquet")
            write_groups(by_bucket(rows, bucket_of, job.wanted), target)


def by_bucket(rows: pa.Table, bucket_of: pa.Table, wanted: Sequence[int]) -> list[pa.Table]:
    """Return one table per wanted bucket (ascending), empty ones included; rows of no such bucket are left out."""
    found = pc.index_in(rows.column("article_id"), bucket_of.column("article_id").combine_chunks())
    rows = rows.filter(found.is_valid())
    buckets = bucket_of.column("bucket").take(found.drop_null()).to_numpy()
    order = np.argsort(buckets, kind="stable")
    bounds = np.searchsorted(buckets[order], [*wanted, wanted[-1] + 1])
    ordered = rows.take(pa.array(order))
    return [ordered.slice(start, end - start) for start, end in pairwise(bounds.tolist())]


def bucket_jobs(
    run: Run, splits: list[SplitJob], keys: Sequence[str], wanted: Sequence[int], copies: Copies, names: Names
) -> list[BucketJob]:
    """Return a job per wanted bucket."""
    paths = {kind: tuple(job.targets[kind] for job in splits) for kind in WORK}
    return [
        BucketJob(number, keys[number], group, paths, names.identities, copies.failed, run.staging)
        for group, number in enumerate(wanted)
    ]


def bucket_step(job: BucketJob) -> Bucket:
    """Write one bucket's articles, mentions, quotes and figures, a file per month."""
    read = {kind: read_group(job.splits[kind], job.group) for kind in WORK}
    identities = pq.read_table(job.identities)
    gone = pa.array([row.row_id for row in job.failed], pa.string())
    mentions, quotes, figures = (without(read[kind], KINDS[kind].key[0], gone) for kind in KINDS)
    articles = finish_articles(read["articles"], read["flagged"])
    finished = {
        "articles": articles,
        "mentions": finish_mentions(mentions, identities, gone),
        "quotes": finish_quotes(quotes, identities),
        "figures": finish_figures(figures, identities, gone),
    }
    unpublished = job.staging / "unpublished" / f"{job.number:06d}.parquet"
    write_shard(read["articles"].select(["article_id", "first_read_on", "ledger_covers_source"]), unpublished)
    parts = pa.table(
        {"article_id": articles.column("article_id"), "part": parts_of(articles.column("published_month"))}
    )
    folder = job.staging / "tables"
    files = {name: write_parts(table, "article_id", parts, folder / name) for name, table in finished.items()}
    record = write_record(job.key, entities_of(read, identities), files, job.staging / "buckets")
    return Bucket(job.number, files, record, unpublished)


def entities_of(read: Mapping[str, pa.Table], identities: pa.Table) -> pa.Table:
    """Return the entity of every identity that rows of a bucket name."""
    named = pa.chunked_array(
        [chunk for kind, columns in IDENTITY_COLUMNS.items() for name in columns for chunk in read[kind][name].chunks],
        pa.string(),
    )
    return identities.filter(pc.is_in(identities["identity"], value_set=pc.unique(named.drop_null())))


def without(rows: pa.Table, key: str, gone: pa.Array) -> pa.Table:
    """Return the rows whose id is not in `gone`."""
    return rows.filter(pc.invert(pc.is_in(rows.column(key), gone)))


def write_parts(rows: pa.Table, key: str, parts: pa.Table, folder: Path) -> tuple[WrittenFile, ...]:
    """Write `rows` as one file per part, by the part (article_id, part) of the article that `key` names."""
    found = pc.index_in(rows.column(key), parts.column("article_id").combine_chunks())
    return tuple(
        write_table(part_rows, folder, part)
        for part, part_rows in split_by_part(rows, parts.column("part").take(found))
    )


def corpus_tables(
    run: Run, cleaned: Cleaned, copies: Copies, names: Names, buckets: list[Bucket]
) -> dict[str, tuple[WrittenFile, ...]]:
    """Write the tables that are about the whole corpus; return the files of all tables, at least one each."""
    folder = run.staging / "tables"
    documents, duplicates = pq.read_table(copies.documents), pq.read_table(copies.duplicates)
    whole = {
        "clusters": pq.read_table(copies.clusters),
        "boilerplate": pq.read_table(cleaned.boilerplate).select(BOILERPLATE_NAMES).cast(BOILERPLATE.arrow_schema()),
        "entities": pa.concat_tables([pq.read_table(names.entities), former(run, names)]),
        "sources": sources_table(documents, duplicates),
        "rejects": rejects_table(documents, copies.failed, failed_children(names, copies.failed)),
    }
    files: dict[str, tuple[WrittenFile, ...]] = {
        name: (write_table(table, folder / name, "all"),) for name, table in whole.items()
    }
    parts = pa.table({"article_id": documents["article_id"], "part": parts_of(documents["published_month"])})
    files["duplicates"] = write_parts(duplicates, "kept_article_id", parts, folder / "duplicates")
    for name in ("articles", *KINDS):
        files[name] = tuple(file for bucket in buckets for file in bucket.files[name])
    empty = {"articles": "undated", "duplicates": "undated", **dict.fromkeys(KINDS, "undated")}
    for name, part in empty.items():
        files[name] = files[name] or (write_table(table_named(name).arrow_schema().empty_table(), folder / name, part),)
    return files


def failed_children(names: Names, failed: tuple[FailedRow, ...]) -> pa.Table:
    """Return to which article each failed row of a child table belongs (table_name, row_id, article_id)."""
    found = []
    for kind, table in KINDS.items():
        ids = [row.row_id for row in failed if row.table_name == kind]
        for folder in names.folders if ids else ():
            rows = pq.read_table(folder / f"{kind}.parquet", columns=[table.key[0], "article_id"])
            hits = rows.filter(pc.is_in(rows.column(table.key[0]), pa.array(ids, pa.string())))
            found += [
                {"table_name": kind, "row_id": hit[table.key[0]], "article_id": hit["article_id"]}
                for hit in hits.to_pylist()
            ]
    schema = pa.schema([(name, pa.string()) for name in ("table_name", "row_id", "article_id")])
    return pa.Table.from_pylist(found, schema=schema)
