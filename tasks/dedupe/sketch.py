"""Articles to sketches: for each a digest of its folded text and a sample of its shingles.

The sample holds every shingle whose hash lies below a bound (FracMinHash: Irber et al., 2022), so that the overlap of two samples
estimates how much of the smaller text the larger one contains, which a MinHash signature cannot. Two things are added for
the ends of the scale: short texts get their smallest hashes, and every text the smallest of its lead.
"""

from collections.abc import Iterator
from hashlib import sha256

import numpy as np
import pyarrow as pa

from tasks.dedupe.fold import Ints, fold_blocks
from tasks.dedupe.hashing import (
    Hashes,
    WordBlock,
    hash_shingles,
    hash_words,
    shingles_within_documents,
    sorted_distinct,
)
from tasks.dedupe.packing import HASH_BITS, pack
from tasks.dedupe.settings import DedupeSettings

DIGEST_BYTES = 16
HASH_MASK = np.uint64((1 << HASH_BITS) - 1)
SKETCHES = pa.schema(
    [
        pa.field("article_id", pa.string(), nullable=False),
        pa.field("text_digest", pa.binary(DIGEST_BYTES)),
        pa.field("n_shingles", pa.int32(), nullable=False),
        pa.field("n_sampled", pa.int32(), nullable=False),
        pa.field("sketch", pa.binary(), nullable=False),
    ]
)


def fold_and_sketch(articles: pa.Table, settings: DedupeSettings) -> pa.Table:
    """Return one row of SKETCHES for every row of `articles` (article_id, body).

    `text_digest` is null when the body has no words. `n_shingles` counts repeated ones; `n_sampled` are the distinct hashes of
    `sketch` below the bound, the others in it are floor and anchors.
    """
    texts: list[bytes | None] = []
    sketches, n_sampled, n_words = [], [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for block in map(hash_words, fold_blocks(articles["body"])):
        shingles = hash_shingles(block.hashes, settings.shingle_words)
        texts += digests(block, shingles, settings.shingle_words)
        sketch, n = sketch_block(block, shingles, settings)
        sketches.append(sketch)
        n_sampled.append(n)
        n_words.append(np.diff(block.bounds))
    columns = [
        articles["article_id"].cast(pa.string()),
        pa.array(texts, pa.binary(DIGEST_BYTES)),
        pa.array(np.maximum(0, np.concatenate(n_words) - settings.shingle_words + 1), pa.int32()),
        pa.array(np.concatenate(n_sampled), pa.int32()),
        pa.chunked_array(sketches, pa.binary()),
    ]
    return pa.table(columns, schema=SKETCHES)


def digests(block: WordBlock, shingles: Hashes, shingle_words: int) -> Iterator[bytes | None]:
    """Yield for every document a digest of its words in order, null for one without words.

    Shingles side by side, and the last one, hold every word of a text in a fraction of the bytes.
    """
    words, shingles = (hashes.astype("<u8", copy=False) for hashes in (block.hashes, shingles))
    for start, end in block.ranges():
        last = end - shingle_words
        if last >= start:
            spread = shingles[start : last + 1 : shingle_words].tobytes() + shingles[last : last + 1].tobytes()
            yield sha256(b"%d:" % (end - start) + spread).digest()[:DIGEST_BYTES]
        else:
            yield sha256(words[start:end].tobytes()).digest()[:DIGEST_BYTES] if end > start else None


def sketch_block(block: WordBlock, shingles: Hashes, settings: DedupeSettings) -> tuple[pa.BinaryArray, Ints]:
    """Return the sketches of a block's documents and how many of each one's hashes lie below the bound."""
    starts, n_documents = block.bounds[:-1], block.bounds.size - 1
    n_shingles = np.maximum(0, np.diff(block.bounds) - settings.shingle_words + 1)
    sampled = np.flatnonzero(shingles < sample_bound(settings.sample_rate))
    sampled = sampled[shingles_within_documents(block.bounds, settings.shingle_words)[sampled]]
    n_drawn = np.diff(np.searchsorted(sampled, block.bounds))
    keys = sorted_distinct(as_keys(np.repeat(np.arange(n_documents), n_drawn), shingles[sampled]))
    n_sampled = np.bincount(owners_of(keys), minlength=n_documents)
    few = np.flatnonzero(n_sampled < settings.sketch_floor)
    floor = smallest(shingles, few, starts[few], n_shingles[few], settings.sketch_floor)
    lead = np.minimum(n_shingles, settings.anchor_window)
    anchors = smallest(shingles, np.arange(n_documents), starts, lead, settings.anchors)
    keys = sorted_distinct(np.concatenate([keys, floor, anchors]), "stable")
    bounds = np.searchsorted(owners_of(keys), np.arange(n_documents + 1))
    return pack(keys & HASH_MASK, bounds), n_sampled


def sample_bound(rate: float) -> np.uint64:
    """Return the hash below which the share `rate` of all hashes lies."""
    return np.uint64(int(rate * 2.0**64))


def as_keys(owners: Ints, hashes: Hashes) -> Hashes:
    """Return document and hash as one number, which sorts by both."""
    return owners.astype(np.uint64) << np.uint64(HASH_BITS) | hashes >> np.uint64(64 - HASH_BITS)


def owners_of(keys: Hashes) -> Ints:
    """Return the documents of the keys."""
    return (keys >> np.uint64(HASH_BITS)).astype(np.int64)


def smallest(shingles: Hashes, owners: Ints, starts: Ints, lengths: Ints, n: int) -> Hashes:
    """Return the keys of the `n` smallest distinct hashes of every stretch of `shingles`."""
    bounds = np.append(0, np.cumsum(lengths))
    places = np.arange(bounds[-1]) + np.repeat(starts - bounds[:-1], lengths)
    keys = sorted_distinct(as_keys(np.repeat(owners, lengths), shingles[places]))
    of = owners_of(keys)
    return keys[np.arange(of.size) - np.searchsorted(of, of) < n]
