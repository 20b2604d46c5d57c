"""Buckets of articles, assembled and checked once: one of which nothing changed is taken from the parent snapshot.

A bucket's files follow from its rows, from the entities its names became, and from the code. A record says which files those
were; it is kept in `_state` when every promise about its rows held, so the same bytes are not asked the same questions again.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.fingerprints import package_digest
from flows.run import Run
from flows.shards import write_shard
from flows.stages.enrich import Names
from flows.stages.selection import Selection
from tasks.publish import Snapshot, WrittenFile

MADE_BY = ("schemas", "tasks.assemble", "tasks.validate", "tasks.publish", "flows.stages")
FILES = b"files"  # key of the record's metadata


@dataclass(frozen=True)
class Bucket:
    """The files of one bucket, its record, and the columns of its articles that only the gate reads.

    `unpublished` is None when the bucket was taken as an earlier run made and checked it.
    """

    number: int
    files: Mapping[str, tuple[WrittenFile, ...]]
    record: Path
    unpublished: Path | None = None


def bucket_keys(run: Run, shards: Sequence[Path], selection: Selection, failed: Sequence[object]) -> tuple[str, ...]:
    """Return for every bucket a digest of all that its files follow from, but the entities of its names.

    What enrichment made of a row follows from the cleaned shard, which is named by its content, and the stage's fingerprint.
    """
    made_by = json.dumps(
        [
            *(package_digest(package) for package in MADE_BY),
            run.plan.versions,
            run.plan.fingerprints["enrich"],
            asdict(run.settings.validate_),
            [str(row) for row in failed],
        ],
        sort_keys=True,
        default=str,
    )
    digests = [hashlib.sha256(made_by.encode()) for _ in range(selection.n_buckets)]
    for number, shard in sorted(enumerate(shards), key=lambda numbered: numbered[1].name):  # new shards stand anywhere
        place = selection.place_of(number)
        rows, buckets = selection.row[place], selection.bucket[place]
        for bucket in np.unique(buckets).tolist():
            digests[bucket].update(f"|{shard.name}|".encode() + rows[buckets == bucket].tobytes())
    return tuple(digest.hexdigest()[:24] for digest in digests)


def assembled_before(run: Run, keys: Sequence[str], names: Names) -> Iterator[Bucket]:
    """Yield the buckets that are as the parent snapshot has them: same rows, same entities, all of which stand."""
    records = {path.name.partition(".")[0]: path for place, path in run.kept.items() if place.startswith("buckets/")}
    if run.parent is None or records.keys().isdisjoint(keys):
        return
    published, identities = published_files(run.parent), pq.read_table(names.identities)
    entities = pq.read_table(names.entities, columns=["entity_id"])["entity_id"].combine_chunks()
    for number, key in enumerate(keys):
        if (record := records.get(key)) and same_entities(pq.read_table(record), identities, entities):
            yield Bucket(number, files_of(record, published), record)


def same_entities(record: pa.Table, identities: pa.Table, entities: pa.Array) -> bool:
    """Tell whether every identity of a record became the entity that it was, and that entity stands."""
    place = pc.index_in(record["identity"], value_set=identities["identity"].combine_chunks())
    before = record["entity_id"].combine_chunks()
    became = identities["entity_id"].take(place).combine_chunks()
    stands = pc.is_in(before, value_set=entities)
    return bool(became.equals(before)) and bool(pc.all(stands, min_count=0).as_py())


def published_files(parent: Snapshot) -> dict[tuple[str, str], WrittenFile]:
    """Return the files of a snapshot by table and digest."""
    return {
        (name, file.sha256): WrittenFile(parent.path / file.path, file.rows, file.bytes, file.sha256)
        for name, entry in parent.manifest().tables.items()
        for file in entry.files
    }


def files_of(record: Path, published: Mapping[tuple[str, str], WrittenFile]) -> dict[str, tuple[WrittenFile, ...]]:
    """Return the files that a record names. The snapshot that is bound to the record has them all."""
    named: dict[str, list[str]] = json.loads(pq.read_schema(record).metadata[FILES])
    return {name: tuple(published[name, digest] for digest in digests) for name, digests in named.items()}


def write_record(key: str, entity_of: pa.Table, files: Mapping[str, Sequence[WrittenFile]], folder: Path) -> Path:
    """Write what one bucket was made of and became; `entity_of` (identity, entity_id) holds all its identities."""
    named = json.dumps({name: [file.sha256 for file in written] for name, written in files.items()}, sort_keys=True)
    ordered = entity_of.sort_by("identity")
    digest = hashlib.sha256(named.encode())
    digest.update("|".join(ordered["entity_id"].to_pylist()).encode())
    target = folder / f"{key}.{digest.hexdigest()[:12]}.parquet"
    write_shard(ordered.replace_schema_metadata({FILES: named}), target)
    return target
