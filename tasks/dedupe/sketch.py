"""Articles to sketches: for each a digest of its folded text and a sample of its shingles.

The sample holds every shingle whose hash lies below a bound (FracMinHash: Irber et al., 2022), so that the overlap of two samples
estimates how much of the smaller text the larger one contains, which a MinHash signature cannot. Two things are added for
the ends of the scale: short texts get their smallest hashes, and every text the smallest of its lead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import pyarrow as pa

from tasks.dedupe.fold import Ints, fold_blocks
from tasks.dedupe.hashing import (
    Hashes,
    WordBlock,
    distinct,
    hash_shingles,
    hash_words,
    keep_within,
    merged,
    sorted_keys,
)
from tasks.dedupe.segments import Segment, as_keys, numbers_of
from tasks.dedupe.settings import DedupeSettings
from tasks.dedupe.texts import names_of

DIGEST_BYTES = 16
FACTS = pa.schema(
    [
        pa.field("article_id", pa.string(), nullable=False),
        pa.field("name", pa.uint64(), nullable=False),
        pa.field("text_digest", pa.binary(DIGEST_BYTES)),
        pa.field("n_shingles", pa.int32(), nullable=False),
        pa.field("n_sampled", pa.int32(), nullable=False),
    ]
)


@dataclass(frozen=True)
class Sketches:
    """The sketches of some articles: FACTS with a row for each, and the segment of their hashes."""

    facts: pa.Table
    segment: Segment


@dataclass(frozen=True)
class Stretches:
    """Hashes of one document after the other, and how many each one has."""

    hashes: Hashes
    n_each: Ints

    def keys(self, numbers: Ints) -> Hashes:
        """Return distinct sorted keys of the hashes; `numbers` are the documents' texts."""
        return distinct(sorted_keys(as_keys(self.hashes, np.repeat(numbers, self.n_each))))


@dataclass(frozen=True)
class Drawn:
    """What is drawn from a block's documents: digests, words, the sample, all of the few that it is small for, the leads."""

    digests: list[bytes | None]
    n_words: Ints
    sample: Stretches
    short: list[Hashes]
    leads: Stretches


def fold_and_sketch(articles: pa.Table, settings: DedupeSettings) -> Sketches:
    """Return the sketches of `articles` (article_id, body, published_on, n_words).

    `name` is what the text is called if this is the best article that has it. `text_digest` is null when the body has no
    words. `n_shingles` counts repeated ones; `n_sampled` are the distinct hashes below the bound, the others of a sketch are
    floor and anchors.
    """
    drawn = [draw(hash_words(block), settings) for block in fold_blocks(articles["body"])]
    n_words = together([block.n_words for block in drawn])
    digests = [digest for block in drawn for digest in block.digests]
    own_names = names_of(articles, digests)
    names, numbers = np.unique(own_names, return_inverse=True)
    keys, n_sampled = keys_of(drawn, numbers, settings)
    n_shingles = np.maximum(0, n_words - settings.shingle_words + 1)
    counts = (count.astype(np.int32) for count in (n_shingles, n_sampled[numbers]))
    facts = pa.table(
        [articles["article_id"].cast(pa.string()), own_names, pa.array(digests, pa.binary(DIGEST_BYTES)), *counts],
        schema=FACTS,
    )
    return Sketches(facts, Segment(names, keys))


def draw(block: WordBlock, settings: DedupeSettings) -> Drawn:
    """Return what is drawn from the documents of a block."""
    n, starts, n_words = settings.shingle_words, block.bounds[:-1], np.diff(block.bounds)
    shingles = keep_within(hash_shingles(block.hashes, n), block.bounds, n)
    sampled = np.flatnonzero(shingles < sample_bound(settings.sample_rate))
    n_sampled = np.diff(np.searchsorted(sampled, block.bounds))
    n_shingles = np.maximum(0, n_words - n + 1)
    few = np.flatnonzero(n_sampled < settings.sketch_floor).tolist()
    short = [shingles[starts[i] : starts[i] + n_shingles[i]] for i in few]
    n_lead = np.minimum(n_shingles, settings.anchor_window)
    lead = (starts[:, None] + np.arange(settings.anchor_window))[np.arange(settings.anchor_window) < n_lead[:, None]]
    return Drawn(
        list(digests(block, shingles, n)),
        n_words,
        Stretches(shingles.take(sampled), n_sampled),
        short,
        Stretches(shingles.take(lead), n_lead),
    )


def digests(block: WordBlock, shingles: Hashes, shingle_words: int) -> Iterator[bytes | None]:
    """Yield for every document a digest of its words in order, null for one without words.

    Shingles side by side, and the last one, hold every word of a text in a fraction of the bytes.
    """
    words, shingles = (hashes.astype("<u8", copy=False) for hashes in (block.hashes, shingles))
    lasts = block.bounds[1:] - shingle_words
    last_hashes = shingles.take(lasts, mode="clip").tolist() if shingles.size else lasts.tolist()
    for (start, end), last, last_hash in zip(block.ranges(), lasts.tolist(), last_hashes, strict=True):
        if last >= start:
            spread = shingles[start:last:shingle_words].tobytes()
            yield sha256(b"%d:%d:" % (end - start, last_hash) + spread).digest()[:DIGEST_BYTES]
        else:
            yield sha256(words[start:end].tobytes()).digest()[:DIGEST_BYTES] if end > start else None


def keys_of(drawn: Sequence[Drawn], numbers: Ints, settings: DedupeSettings) -> tuple[Hashes, Ints]:
    """Return the sorted keys of all sketches, and how many hashes of each text's sample are distinct; `numbers` are its texts."""
    sample = joined([block.sample for block in drawn])
    short = [hashes for block in drawn for hashes in block.short]
    floor = Stretches(
        np.concatenate([np.zeros(0, np.uint64), *short]), np.fromiter(map(len, short), np.int64, len(short))
    )
    keys = sample.keys(numbers)
    floor_keys = smallest(floor, numbers[sample.n_each < settings.sketch_floor], settings.sketch_floor)
    anchors = smallest(joined([block.leads for block in drawn]), numbers, settings.anchors)
    n_sampled = np.bincount(numbers_of(keys), minlength=int(numbers.max(initial=-1)) + 1)
    return merged(keys, sorted_keys(np.concatenate([floor_keys, anchors]))), n_sampled


def joined(stretches: Sequence[Stretches]) -> Stretches:
    """Return the stretches of all blocks as one."""
    hashes = np.concatenate([np.zeros(0, np.uint64), *(some.hashes for some in stretches)])
    return Stretches(hashes, together([some.n_each for some in stretches]))


def together(numbers: Sequence[Ints]) -> Ints:
    """Return the numbers of all blocks as one array."""
    return np.concatenate([np.zeros(0, np.int64), *numbers])


def sample_bound(rate: float) -> np.uint64:
    """Return the hash below which the share `rate` of all hashes lies."""
    return np.uint64(int(rate * 2.0**64))


def smallest(stretches: Stretches, numbers: Ints, n: int) -> Hashes:
    """Return the `n` smallest distinct keys of every stretch, in no order."""
    keys = stretches.keys(numbers)
    order = np.argsort(numbers_of(keys), kind="stable")
    of = numbers_of(keys)[order]
    return keys[order][np.arange(of.size) - np.searchsorted(of, of) < n]
