"""Articles to sketches: for each a digest of its folded text and a sample of its shingles.

The sample holds every shingle whose hash lies below a bound (FracMinHash: Irber et al., 2022), so that the overlap of two samples
estimates how much of the smaller text the larger one contains, which a MinHash signature cannot. Two things are added for
the ends of the scale: short texts get their smallest hashes, and every text the smallest of its lead.
"""

from collections.abc import Iterator
from hashlib import sha256

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasks.dedupe.fold import Ints, fold_blocks
from tasks.dedupe.hashing import Hashes, WordBlock, hash_shingles, hash_words, shingles_within_documents, starts_of_runs
from tasks.dedupe.settings import DedupeSettings

DIGEST_BYTES = 16
SKETCHES = pa.schema(
    [
        pa.field("article_id", pa.string(), nullable=False),
        pa.field("text_digest", pa.binary(DIGEST_BYTES)),
        pa.field("n_words_folded", pa.int32(), nullable=False),
        pa.field("n_shingles", pa.int32(), nullable=False),
        pa.field("n_sampled", pa.int32(), nullable=False),
        pa.field("sketch", pa.list_(pa.uint64()), nullable=False),
    ]
)


def fold_and_sketch(articles: pa.Table, settings: DedupeSettings) -> pa.Table:
    """Return one row of SKETCHES for every row of `articles` (article_id, body).

    `text_digest` is null when the body has no words. `n_shingles` counts repeated ones; `n_sampled` are the distinct hashes of
    `sketch` below the bound, the others in it are floor and anchors.
    """
    blocks = [hash_words(block) for block in fold_blocks(articles["body"])]
    sketches = [sketch_block(block, settings) for block in blocks]
    n_words = np.concatenate([np.diff(block.bounds) for block in blocks] or [np.zeros(0, np.int64)])
    columns = [
        articles["article_id"].cast(pa.string()),
        pa.array([digest for block in blocks for digest in digests(block)], pa.binary(DIGEST_BYTES)),
        pa.array(n_words, pa.int32()),
        pa.array(np.maximum(0, n_words - settings.shingle_words + 1), pa.int32()),
        pa.array(np.concatenate([n for _, n in sketches] or [n_words]), pa.int32()),
        pa.chunked_array([lists for lists, _ in sketches], pa.list_(pa.uint64())),
    ]
    return pa.table(columns, schema=SKETCHES)


def digests(block: WordBlock) -> Iterator[bytes | None]:
    """Yield for every document a digest of its words in order, null for one without words."""
    words = block.hashes.astype("<u8", copy=False)
    for start, end in block.ranges():
        yield sha256(words[start:end].data).digest()[:DIGEST_BYTES] if end > start else None


def sketch_block(block: WordBlock, settings: DedupeSettings) -> tuple[pa.Array, Ints]:
    """Return the sketches of a block's documents and how many of each one's hashes lie below the bound."""
    shingles = hash_shingles(block.hashes, settings.shingle_words)
    starts, n_documents = block.bounds[:-1], block.bounds.size - 1
    n_shingles = np.maximum(0, np.diff(block.bounds) - settings.shingle_words + 1)
    bound = sample_bound(settings.sample_rate)
    sampled = np.flatnonzero(shingles < bound)
    sampled = sampled[shingles_within_documents(block.bounds, settings.shingle_words)[sampled]]
    owners, hashes = distinct(shingles[sampled], np.searchsorted(sampled, block.bounds))
    n_sampled = np.bincount(owners, minlength=n_documents)
    few = np.flatnonzero(n_sampled < settings.sketch_floor)
    lead = np.minimum(n_shingles, settings.anchor_window)
    floor_owners, floor = smallest(shingles, starts[few], n_shingles[few], settings.sketch_floor)
    anchor_owners, anchors = smallest(shingles, starts, lead, settings.anchors)
    added, added_owners = np.concatenate([floor, anchors]), np.concatenate([few[floor_owners], anchor_owners])
    new = added >= bound
    owners, hashes = np.concatenate([owners, added_owners[new]]), np.concatenate([hashes, added[new]])
    order = np.argsort(owners, kind="stable")
    bounds = np.searchsorted(owners[order], np.arange(n_documents + 1))
    return pa.ListArray.from_arrays(pa.array(bounds, pa.int32()), pa.array(hashes[order])), n_sampled


def sample_bound(rate: float) -> np.uint64:
    """Return the hash below which the share `rate` of all hashes lies."""
    return np.uint64(int(rate * 2.0**64))


def distinct(hashes: Hashes, bounds: Ints) -> tuple[Ints, Hashes]:
    """Sort the hashes of each stretch and leave out repetitions; return them with the number of their stretch."""
    for start, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        hashes[start:end].sort()
    new = starts_of_runs(hashes)
    new[bounds[:-1][bounds[:-1] < hashes.size]] = True
    return np.repeat(np.arange(bounds.size - 1), np.diff(bounds))[new], hashes[new]


def smallest(shingles: Hashes, starts: Ints, lengths: Ints, n: int) -> tuple[Ints, Hashes]:
    """Return the `n` smallest distinct hashes of every stretch of `shingles`, with the number of their stretch."""
    bounds = np.append(0, np.cumsum(lengths))
    places = np.arange(bounds[-1]) + np.repeat(starts - bounds[:-1], lengths)
    owners, hashes = distinct(shingles[places], bounds)
    kept: npt.NDArray[np.bool_] = np.arange(owners.size) - np.searchsorted(owners, owners) < n
    return owners[kept], hashes[kept]
