"""What a scheduled run pays for all that was published before: sketches on disk, joined again with what is new.

The sketches are drawn at random, as many hashes for each document as real ones have, one in five with most of another's: a
million real documents would take an hour to make, and the join sees hashes only.
"""

import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tasks.dedupe import find_candidates
from tasks.dedupe.packing import HASH_BITS, pack
from tasks.dedupe.sketch import SKETCHES
from tests.bench.dedupe.room import SETTINGS

SHARD = 500
HASHES = 112  # of an article of average length
COPIES, SHARED = 0.2, 0.6  # documents that are copies, and what they have of the other one's hashes
MIB = 2**20


@dataclass(frozen=True)
class Join:
    """What it took to find the candidates among so many sketches."""

    n: int
    n_pairs: int
    bytes_on_disk: int
    seconds: float
    peak_bytes: int


def rejoin(n: int, folder: Path) -> Join:
    """Write the sketches of `n` documents and join them, file by file, as a run does."""
    files = list(write_sketches(n, folder / f"sketches{n}"))
    facts = pa.concat_tables([pq.read_table(file, columns=SKETCHES.names[:-1]) for file in files])
    start = time.process_time()
    pairs = find_candidates(facts, np.arange(n), SETTINGS, lambda: hash_lists(files))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Join(n, len(pairs), sum(file.stat().st_size for file in files), seconds, peak)


def hash_lists(files: list[Path]) -> Iterator[pa.BinaryArray]:
    """Yield the hashes of every document, file by file."""
    for file in files:
        yield from pq.read_table(file, columns=["sketch"]).column("sketch").chunks


def write_sketches(n: int, folder: Path) -> Iterator[Path]:
    """Write the sketches of `n` documents, some hundred a file, and yield the files; those that stand there are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(1)
    bound = int(SETTINGS.sample_rate * 2**HASH_BITS)
    before = random.integers(0, bound, (SHARD, HASHES), dtype=np.uint64)
    for start in range(0, n, SHARD):
        hashes = random.integers(0, bound, (SHARD, HASHES), dtype=np.uint64)
        copies = np.flatnonzero(random.random(SHARD) < COPIES)
        hashes[copies, : int(HASHES * SHARED)] = before[copies, : int(HASHES * SHARED)]
        before = hashes
        file = folder / f"{start:08d}.parquet"
        if not file.exists():
            pq.write_table(as_sketches(start, hashes), file, compression="zstd", compression_level=1)
        yield file


def as_sketches(start: int, hashes: np.ndarray[tuple[int, ...], np.dtype[np.uint64]]) -> pa.Table:
    """Return a shard of sketches; every text is another one."""
    n = len(hashes)
    names = range(start, start + n)
    return pa.table(
        [
            pa.array([f"{name:024x}" for name in names]),
            pa.array([name.to_bytes(16, "big") for name in names], pa.binary(16)),
            pa.array(np.full(n, HASHES / SETTINGS.sample_rate), pa.int32()),
            pa.array(np.full(n, HASHES), pa.int32()),
            pack(np.sort(hashes, axis=1).ravel(), np.arange(0, n * HASHES + 1, HASHES)),
        ],
        schema=SKETCHES,
    )
