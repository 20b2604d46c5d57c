"""Candidate pairs to exact measures: Jaccard, both containments and what each side has of its own, on full shingle sets."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tasks.dedupe.fold import Ints, fold_blocks
from tasks.dedupe.hashing import Hashes, hash_shingles, hash_words, sorted_distinct
from tasks.dedupe.settings import DedupeSettings

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


@dataclass(frozen=True)
class ShingledText:
    """The shingles of one body: in order, and each once, sorted; and which of its words are numbers."""

    in_order: Hashes
    distinct: Hashes
    is_number: npt.NDArray[np.bool_]


def full_shingles(bodies: pa.Array | pa.ChunkedArray, settings: DedupeSettings) -> list[ShingledText]:
    """Return the shingles of every body."""
    texts = []
    for block in map(hash_words, fold_blocks(bodies)):
        are_numbers, shingles = block.are_numbers(), hash_shingles(block.hashes, settings.shingle_words)
        for start, end in block.ranges():
            own = shingles[start : max(start, end - settings.shingle_words + 1)]
            texts.append(ShingledText(own, sorted_distinct(own), are_numbers[start:end]))
    return texts


def verify_pairs(bodies: pa.Table, pairs: pa.Table, settings: DedupeSettings) -> pa.Table:
    """Return VERIFIED for `pairs` (left, right: article ids), whose texts are all in `bodies` (article_id, body)."""
    texts = full_shingles(bodies["body"], settings)
    lefts, rights = (find_rows(bodies["article_id"], pairs[side]) for side in ("left", "right"))
    measured = [verify(texts[a], texts[b], settings) for a, b in zip(lefts, rights, strict=True)]
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
    left: ShingledText, right: ShingledText, settings: DedupeSettings
) -> tuple[float, float, float, int | None, int | None, int | None, int | None]:
    """Return Jaccard, the share of left in right, of right in left, own words left and right, own numbers left and right."""
    together = np.sort(np.concatenate([left.distinct, right.distinct]))
    shared = together[1:][together[1:] == together[:-1]]
    n_left, n_right, n_shared = left.distinct.size, right.distinct.size, shared.size
    jaccard = n_shared / max(1, n_left + n_right - n_shared)
    containments = n_shared / max(1, n_left), n_shared / max(1, n_right)
    if not OWN_WORDS_FROM <= max(containments) < OWN_WORDS_TO:
        return jaccard, *containments, None, None, None, None
    (words_left, numbers_left), (words_right, numbers_right) = (
        count_own_words(text, shared, settings.shingle_words) for text in (left, right)
    )
    return jaccard, *containments, words_left, words_right, numbers_left, numbers_right


def count_own_words(text: ShingledText, shared: Hashes, shingle_words: int) -> tuple[int, int]:
    """Count the words that lie in no shared shingle, and the numbers among them."""
    own = ~covered_words(text.in_order, shared, text.is_number.size, shingle_words)
    return int(own.sum()), int((own & text.is_number).sum())


def covered_words(in_order: Hashes, shared: Hashes, n_words: int, shingle_words: int) -> npt.NDArray[np.bool_]:
    """Tell for every word whether it lies in a shared shingle; `shared` is sorted."""
    covered = np.zeros(n_words, np.bool_)
    if shared.size == 0:
        return covered
    places: Ints = np.minimum(np.searchsorted(shared, in_order), shared.size - 1)
    is_shared = shared[places] == in_order
    for i in range(shingle_words):
        covered[i : i + in_order.size] |= is_shared
    return covered
