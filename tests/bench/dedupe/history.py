"""What comparing new documents with all that was published costs: the index on disk, looked up as a run does.

The history is sketches of generated documents. One of a million is made of those of a hundred thousand, ten times over: hashes
that texts of at least three stories have (stock phrases) stay as they are and become ten times as common, others are changed.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import psutil
import pyarrow as pa

from flows.stages.dedupe_index import read_segment, write_parts
from tasks.dedupe import (
    Candidates,
    Segment,
    Sketches,
    Texts,
    find_candidates,
    fold_and_sketch,
    merge_segments,
    update_candidates,
)
from tasks.dedupe.hashing import Hashes, sorted_keys
from tasks.dedupe.segments import HASH_SHIFT, TEXT_BITS, hashes_of, numbers_of
from tests.bench.dedupe.groups import joined
from tests.bench.dedupe.room import SETTINGS, SHARD

N_NEW, FEW = 1000, 5
STOCK = 3  # stories that have a hash
NAME_SHIFT, CHANGE = 30, 0x9E3779B97


@dataclass(frozen=True)
class Lookup:
    """What comparing new documents with a history took, beside joining all again, which must find the same."""

    n_history: int
    n_new: int
    n_pairs: int
    is_equal: bool
    sketch_seconds: float
    lookup_seconds: float
    join_seconds: float
    bytes_on_disk: int
    bytes_read: int


def look_up(documents: pa.Table, times: int, folder: Path) -> Iterator[Lookup]:
    """Compare a thousand and a few of the last documents with all before them, these taken `times` over."""
    old = sketches_of(documents.slice(0, len(documents) - N_NEW))
    once = texts_of(old)
    before = repeated(once, times)
    file = write_history([sketches.segment for sketches in old], once, before.names, times, folder)
    known = find_candidates([read_segment(file)], before, SETTINGS)
    for n_new in (N_NEW, FEW):
        yield compared(documents.slice(len(documents) - N_NEW, n_new), before, known, file)


def compared(documents: pa.Table, before: Texts, known: Candidates, file: Path) -> Lookup:
    """Compare new documents with a history, of which nothing is in memory."""
    forget(file)
    start, read_before = time.process_time(), psutil.Process().io_counters().read_bytes
    new = sketches_of(documents)
    sketched = time.process_time()
    texts = together(before, texts_of(new))
    segments = [read_segment(file, len(documents)), *(sketches.segment for sketches in new)]
    prepared = time.process_time()
    found = update_candidates(known, before.names, segments, texts, SETTINGS)
    updated = time.process_time()
    bytes_read = psutil.Process().io_counters().read_bytes - read_before
    again = find_candidates(segments, texts, SETTINGS)
    return Lookup(
        n_history=before.names.size,
        n_new=len(documents),
        n_pairs=found.lefts.size - known.lefts.size,
        is_equal=all(map(np.array_equal, vars(found).values(), vars(again).values())),
        sketch_seconds=sketched - start,
        lookup_seconds=updated - prepared,
        join_seconds=time.process_time() - updated,
        bytes_on_disk=file.stat().st_size + before.names.nbytes,
        bytes_read=bytes_read,
    )


def sketches_of(documents: pa.Table) -> list[Sketches]:
    """Return the sketches of some documents, shard by shard."""
    return [fold_and_sketch(documents.slice(at, SHARD), SETTINGS) for at in range(0, len(documents), SHARD)]


def texts_of(sketches: list[Sketches]) -> Texts:
    """Return the texts of all sketches."""
    return Texts.of(pa.concat_tables([some.facts for some in sketches]))


def repeated(texts: Texts, times: int) -> Texts:
    """Return the texts under `times` names each."""
    names = np.concatenate([texts.names ^ np.uint64(number << NAME_SHIFT) for number in range(times)])
    order = np.argsort(names)
    rows, n_shingles, n_sampled = (
        np.tile(values, times)[order] for values in (texts.rows, texts.n_shingles, texts.n_sampled)
    )
    return Texts(texts.article_ids, names[order], rows, texts.of_rows, n_shingles, n_sampled)


def together(one: Texts, other: Texts) -> Texts:
    """Return the texts of both."""
    names, places = np.unique(np.concatenate([one.names, other.names]), return_index=True)
    rows, n_shingles, n_sampled = (
        np.concatenate(values)[places]
        for values in (
            (one.rows, other.rows),
            (one.n_shingles, other.n_shingles),
            (one.n_sampled, other.n_sampled),
        )
    )
    return Texts(one.article_ids, names, rows, one.of_rows, n_shingles, n_sampled)


def write_history(segments: list[Segment], once: Texts, names: Hashes, times: int, folder: Path) -> Path:
    """Write one segment of all texts, each under `times` names."""
    found = find_candidates(segments, once, SETTINGS)
    pairs = zip(once.numbers(found.lefts).tolist(), once.numbers(found.rights).tolist(), strict=True)
    stories = joined(once.names.size, pairs)
    texts, pieces = merge_segments(segments, once.names, SETTINGS)
    base = Segment(texts, np.concatenate(list(pieces)))
    is_stock = are_stock(base, stories)
    texts, keys = merge_segments([renamed(base, is_stock, number) for number in range(times)], names, SETTINGS)
    file = folder / f"history{times}.segment"
    write_parts(texts, keys, file)
    return file


def are_stock(base: Segment, stories: list[int]) -> npt.NDArray[np.bool_]:
    """Tell which keys have a hash that several stories have; `stories` has the number of every text's story."""
    hashes = hashes_of(base.keys)
    told = np.unique(hashes << HASH_SHIFT | np.array(stories, np.uint64)[numbers_of(base.keys)]) >> HASH_SHIFT
    shared, n_stories = np.unique(told, return_counts=True)
    return np.isin(hashes, shared[n_stories >= STOCK])


def renamed(base: Segment, is_stock: npt.NDArray[np.bool_], number: int) -> Segment:
    """Return the texts under other names, with other hashes but for the stock ones."""
    names = base.texts ^ np.uint64(number << NAME_SHIFT)
    hashes = np.where(
        is_stock, hashes_of(base.keys), hashes_of(base.keys) ^ np.uint64(number * CHANGE % (1 << 64 - TEXT_BITS))
    )
    numbers = np.argsort(np.argsort(names))[numbers_of(base.keys)]
    return Segment(np.sort(names), sorted_keys(hashes << HASH_SHIFT | numbers.view(np.uint64)))


def forget(file: Path) -> None:
    """Have the system forget what it holds of a file, so that what is read is read from disk."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
