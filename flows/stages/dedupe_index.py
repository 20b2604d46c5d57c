"""The index of what was joined: `_state/index` holds sketches in sorted segments, the names joined, and the pairs measured.

Its files are bound to a snapshot like all of `_state`, so it is rolled back and checked with it, and made anew by `--full`. The
file of pairs names the others it belongs to: an index that lacks one is none.
"""

import hashlib
import mmap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from flows.run import Run
from flows.shards import write_shard
from tasks.dedupe import MEASURED, Segment, merge_segments, n_to_merge
from tasks.dedupe.segments import split_fences, with_fences

Numbers = npt.NDArray[np.uint64]
FOLDER = "index"
SEGMENT, LIST, PAIRS = ".segment", ".names", ".pairs"  # endings
# What one new text makes a lookup read, in pages of 4 KiB; a system that reads ahead reads most of a file for five texts, and
# reads it faster than page by page when an eighth of it is wanted.
BYTES_PER_TEXT, READ_AHEAD_FROM = 1 << 20, 8
FILES, NAMES = "segments", "names"  # what the file of pairs says of the others


@dataclass(frozen=True)
class Index:
    """What an earlier run joined: the files of its sketches, the sorted names of its texts, MEASURED of its pairs."""

    segments: tuple[Path, ...]
    names: Numbers
    measured: pa.Table


def read_index(run: Run) -> Index:
    """Return the index that the parent snapshot is bound to, if it was made by the same rules; else an empty one."""
    own = {path.name: path for place, path in run.kept.items() if place.startswith(f"{FOLDER}/{rules(run)}")}
    for name, path in own.items():
        if name.endswith(PAIRS):
            measured = pq.read_table(path)
            segments, names = (measured.schema.metadata[part.encode()].decode().split() for part in (FILES, NAMES))
            if all(file in own for file in (*segments, *names)):
                return Index(tuple(own[file] for file in segments), np.fromfile(own[names[0]], "<u8"), measured)
    return Index((), np.zeros(0, np.uint64), MEASURED.empty_table())


def write_index(run: Run, index: Index, fresh: Sequence[Path], names: Numbers, measured: pa.Table) -> tuple[Path, ...]:
    """Write the index of `names`, of which `fresh` holds what `index` has not; return its files, those that stay included."""
    segments = with_segment(run, index.segments, fresh, names) if fresh else index.segments
    told = {FILES: " ".join(path.name for path in segments), NAMES: file_name(run, LIST, names.tobytes())}
    sides = (measured[side].to_numpy().tobytes() for side in ("left_name", "right_name"))
    files = [
        run.staging / FOLDER / name
        for name in (told[NAMES], file_name(run, PAIRS, *map(str.encode, told.values()), *sides))
    ]
    write_numbers([names], files[0])
    write_shard(measured.replace_schema_metadata(told), files[1])
    return (*segments, *files)


def with_segment(run: Run, segments: Sequence[Path], fresh: Sequence[Path], names: Numbers) -> tuple[Path, ...]:
    """Merge what is new, with those of the segments that are not much larger; return all."""
    sizes = [path.stat().st_size for path in segments]
    n_stay = len(segments) + 1 - n_to_merge([*sizes, sum(path.stat().st_size for path in fresh)])
    merged = [read_segment(path) for path in (*segments[n_stay:], *fresh)]
    texts, keys = merge_segments(merged, names, run.settings.dedupe)
    target = run.staging / FOLDER / file_name(run, SEGMENT, texts.tobytes())
    write_parts(texts, keys, target)
    return (*segments[:n_stay], target)


def file_name(run: Run, ending: str, *content: bytes) -> str:
    """Return the name of a file of the index: what rules made it, and a digest of what it holds."""
    return f"{rules(run)}{hashlib.sha256(b'|'.join(content)).hexdigest()[:16]}{ending}"


def rules(run: Run) -> str:
    """Return how the names of all files begin that this run's rules make."""
    return f"{run.plan.fingerprints['dedupe'][:12]}."


def write_segment(segment: Segment, target: Path) -> None:
    """Write a segment: the number of its texts, their names, the keys, and their fences."""
    write_parts(segment.texts, [segment.keys], target)


def write_parts(texts: Numbers, keys: Iterable[Numbers], target: Path) -> None:
    """Write a segment whose keys come some at a time."""
    write_numbers(chain([np.array([texts.size], np.uint64), texts], with_fences(keys)), target)


def read_segment(path: Path, n_new: int | None = None) -> Segment:
    """Return a segment in place: only what is looked at is read, page by page when it is for `n_new` texts, and these are few."""
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if n_new is not None and n_new * BYTES_PER_TEXT * READ_AHEAD_FROM < len(mapped):
        mapped.madvise(mmap.MADV_RANDOM)
    numbers = np.frombuffer(mapped, "<u8")
    n_texts = int(numbers[0])
    return Segment(numbers[1 : n_texts + 1], *split_fences(numbers[n_texts + 1 :]))


def write_numbers(parts: Iterable[Numbers], target: Path) -> None:
    """Write numbers to `target`, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.partial")
    with partial.open("wb") as file:
        for numbers in parts:
            file.write(numbers.astype("<u8", copy=False).tobytes())
    partial.replace(target)
