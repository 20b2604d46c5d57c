"""What documents share becomes facts: records are counted part by part, holders are read, and what is boilerplate is decided.

Every step is a pure function of all documents together, so their order, the shards and the workers change nothing.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from flows.run import Run
from flows.shards import read_group, read_shards, shard_name, write_groups, write_shard
from tasks.clean import CleanSettings, learning


@dataclass(frozen=True)
class Lesson:
    """A cleaned shard and the records of its texts."""

    cleaned: Path
    records: Path


@dataclass(frozen=True)
class LearnedFiles:
    """The lines and bodies that are boilerplate, and the orders of day and month that are known."""

    lines: Path
    orders: Path


@dataclass(frozen=True)
class CountJob:
    """One part of the records of all shards."""

    part: int
    records: tuple[Path, ...]
    folder: Path
    settings: CleanSettings


@dataclass(frozen=True)
class WitnessJob:
    """One cleaned shard, in which holders are looked up."""

    cleaned: Path
    holders: Path
    witnesses: Path
    dates: Path


@dataclass(frozen=True)
class DecideJob:
    """One part of the shared texts, and the witnesses from all shards."""

    part: int
    shared: Path
    outlets: Path
    witnesses: tuple[Path, ...]
    target: Path
    settings: CleanSettings


def learn(run: Run, lessons: Sequence[Lesson]) -> LearnedFiles:
    """Learn from all shards; what was learned from the same shards before is taken as it is."""
    taught = hashlib.sha256("|".join(sorted(lesson.records.name for lesson in lessons)).encode()).hexdigest()[:12]
    folder = run.staging / "learned" / taught
    files = LearnedFiles(run.work(f"lines/{taught}.parquet"), run.work(f"orders/{taught}.parquet"))
    if files.lines.exists() and files.orders.exists():
        return files
    if not run.settings.clean.learn or not lessons:
        write_shard(learning.LEARNED.empty_table(), files.lines)
        write_shard(learning.ORDERS.empty_table(), files.orders)
        return files
    count_parts(run, lessons, folder)
    witnesses = hear_witnesses(run, lessons, folder)
    found = decide_parts(run, [job.witnesses for job in witnesses], folder)
    write_shard(learning.learn_orders(read_shards([job.dates for job in witnesses]), run.settings.clean), files.orders)
    write_shard(learning.without_parts(read_shards(found), run.settings.clean), files.lines)
    return files


def count_parts(run: Run, lessons: Sequence[Lesson], folder: Path) -> None:
    """Count the records of all shards, part by part; write what is shared and, in one file, which documents to read."""
    paths = tuple(lesson.records for lesson in lessons)
    jobs = [CountJob(part, paths, folder, run.settings.clean) for part in range(learning.N_PARTS)]
    for _ in run.pool.map(count_step, jobs):
        pass
    for name in ("holders", "outlets"):
        write_shard(read_shards([part_file(folder, name, job.part) for job in jobs]), folder / f"{name}.parquet")


def part_file(folder: Path, name: str, part: int) -> Path:
    """Return the file of one part of what was counted or found."""
    return folder / name / f"{part:02d}.parquet"


def count_step(job: CountJob) -> None:
    """Count one part."""
    counted = learning.count(read_group(job.records, job.part), job.settings)
    for name, table in (("shared", counted.shared), ("holders", counted.holders), ("outlets", counted.outlets)):
        write_shard(table, part_file(job.folder, name, job.part))


def hear_witnesses(run: Run, lessons: Sequence[Lesson], folder: Path) -> list[WitnessJob]:
    """Look the holders up in every shard, and its dates of known order."""
    jobs = [
        WitnessJob(
            lesson.cleaned,
            folder / "holders.parquet",
            folder / "witnesses" / lesson.cleaned.name,
            folder / "dates" / shard_name(lesson.cleaned, lesson.cleaned.name),
        )
        for lesson in lessons
    ]
    for _ in run.pool.map(witness_step, jobs):
        pass
    return jobs


def witness_step(job: WitnessJob) -> None:
    """Write what the holders of one shard tell, split by part, and the dates of known order."""
    holders = pq.read_table(job.holders)
    rows = learning.witnesses(pq.read_table(job.cleaned, columns=learning.RECORD_COLUMNS), holders)
    write_groups(learning.by_part(rows), job.witnesses)
    write_shard(learning.dates_seen(pq.read_table(job.cleaned, columns=learning.DATE_COLUMNS)), job.dates)


def decide_parts(run: Run, witnesses: Sequence[Path], folder: Path) -> list[Path]:
    """Decide, part by part, which shared texts are boilerplate; return the files of what was found."""
    jobs = [
        DecideJob(
            part,
            part_file(folder, "shared", part),
            folder / "outlets.parquet",
            tuple(witnesses),
            part_file(folder, "found", part),
            run.settings.clean,
        )
        for part in range(learning.N_PARTS)
    ]
    for _ in run.pool.map(decide_step, jobs):
        pass
    return [job.target for job in jobs]


def decide_step(job: DecideJob) -> None:
    """Decide about one part."""
    outlets = pq.read_table(job.outlets).group_by("outlet").aggregate([("n_documents", "sum")]).to_pydict()
    counts = dict(zip(outlets["outlet"], outlets["n_documents_sum"], strict=True))
    heard = read_group(job.witnesses, job.part)
    write_shard(learning.find_boilerplate(pq.read_table(job.shared), heard, counts, job.settings), job.target)
