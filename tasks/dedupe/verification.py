"""Candidate pairs to exact measures: Jaccard, both containments and what each side has of its own, on full shingle sets."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.dedupe.fold import fold_blocks
from tasks.dedupe.hashing import Hashes, hash_shingles, hash_words
from tasks.dedupe.settings import DedupeSettings
from tasks.dedupe.shingle_sets import Flags, Lookup, shared, shingle_set

# Own words are looked at between these containments: below, no rule asks; above, too little differs to matter.
OWN_WORDS_FROM, OWN_WORDS_TO = 0.5, 0.99
VERIFIED = pa.schema(
    [
        pa.field("left", pa.string(), nullable=False),
        pa.field("right", pa.string(), nullable=False),
        pa.field("jaccard", pa.float64(), nullable=False),
        pa.field("containment_left", pa.float64(), nullable=False),
        pa.field("containment_right", pa.float64(), nullable=False),
        pa.field("own_words_left", pa.int32()),
        pa.field("own_words_right", pa.int32()),
        pa.field("own_numbers_left", pa.int32()),
        pa.field("own_numbers_right", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class ShingledText:
    """The shingles of one body in order and as a set, and which of its words are numbers."""

    shingles: Hashes
    distinct: Hashes
    is_number: Flags


def full_shingles(bodies: pa.Array | pa.ChunkedArray, settings: DedupeSettings) -> list[ShingledText]:
    """Return the shingles of every body."""
    texts = []
    for block in map(hash_words, fold_blocks(bodies)):
        are_numbers, shingles = block.are_numbers(), hash_shingles(block.hashes, settings.shingle_words)
        for start, end in block.ranges():
            own = shingles[start : max(start, end - settings.shingle_words + 1)]
            texts.append(ShingledText(own, shingle_set(own), are_numbers[start:end]))
    return texts


def verify_pairs(bodies: pa.Table, pairs: pa.Table, settings: DedupeSettings) -> pa.Table:
    """Return VERIFIED for `pairs` (left, right: article ids), whose texts are all in `bodies` (article_id, body)."""
    texts, lookup = full_shingles(bodies["body"], settings), Lookup()
    lefts, rights = (find_rows(bodies["article_id"], pairs[side]) for side in ("left", "right"))
    measured = [verify(texts[a], texts[b], lookup, settings) for a, b in zip(lefts, rights, strict=True)]
    columns = list(zip(*measured, strict=True)) or [()] * (len(VERIFIED) - 2)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, list(VERIFIED)[2:], strict=True)]
    return pa.table([pairs["left"].cast(pa.string()), pairs["right"].cast(pa.string()), *arrays], schema=VERIFIED)


def find_rows(known_ids: pa.ChunkedArray, ids: pa.ChunkedArray) -> list[int]:
    """Return the row of each id; raise KeyError for an id without a body."""
    rows = pc.index_in(ids.cast(pa.string()), value_set=known_ids.cast(pa.string()))
    if rows.null_count:
        missing = ids.filter(pc.is_null(rows))[0]
        raise KeyError(f"article {missing} is to be verified, but its body was not given")
    return list(rows.to_pylist())


def verify(
    left: ShingledText, right: ShingledText, lookup: Lookup, settings: DedupeSettings
) -> tuple[float, float, float, int | None, int | None, int | None, int | None]:
    """Return Jaccard, the share of left in right, of right in left, own words left and right, own numbers left and right."""
    both = shared(left.distinct, right.distinct)
    n_left, n_right = left.distinct.size, right.distinct.size
    jaccard = both.size / max(1, n_left + n_right - both.size)
    containments = both.size / max(1, n_left), both.size / max(1, n_right)
    if not OWN_WORDS_FROM <= max(containments) < OWN_WORDS_TO:
        return jaccard, *containments, None, None, None, None
    (words_left, numbers_left), (words_right, numbers_right) = (
        count_own_words(lookup.are_in(both, text.shingles), text.is_number, settings.shingle_words)
        for text in (left, right)
    )
    return jaccard, *containments, words_left, words_right, numbers_left, numbers_right


def count_own_words(is_shared: Flags, is_number: Flags, shingle_words: int) -> tuple[int, int]:
    """Count the words that lie in no shared shingle, and the numbers among them."""
    own = ~covered_words(is_shared, is_number.size, shingle_words)
    return int(np.count_nonzero(own)), int(np.count_nonzero(own & is_number))


def covered_words(is_shared: Flags, n_words: int, shingle_words: int) -> Flags:
    """Tell for every word whether it lies in a shared shingle, from which shingles are shared."""
    covered = np.zeros(n_words, np.bool_)
    for i in range(shingle_words):
        covered[i : i + is_shared.size] |= is_shared
    return covered
