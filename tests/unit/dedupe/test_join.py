"""The join of sketches: what is packed comes back, and where the hashes are read from changes no pair."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tasks.dedupe import find_candidates, fold_and_sketch
from tasks.dedupe.packing import HASH_BITS, pack, unpack
from tests.unit.dedupe.conftest import SETTINGS, Doc, articles, prose

HASHES = st.lists(st.lists(st.integers(0, 2**HASH_BITS - 1), max_size=5), max_size=6)


@given(HASHES, st.integers(0, 6))
@hypothesis_settings(max_examples=60, deadline=None)
def test_packed_hashes_come_back_from_any_slice(lists: list[list[int]], start: int) -> None:
    bounds = np.cumsum([0, *map(len, lists)])
    packed = pack(np.array([h for some in lists for h in some], np.uint64), bounds).slice(start)
    hashes, n_each = unpack(packed)
    assert n_each.tolist() == [len(some) for some in lists[start:]]
    assert hashes.tolist() == [h for some in lists[start:] for h in some]


def sketched(n: int) -> pa.Table:
    docs = [Doc(str(number), prose(100, number % 7) + prose(20, number)) for number in range(n)]
    return fold_and_sketch(articles(docs), SETTINGS)


def test_hashes_read_piece_by_piece_give_the_pairs_of_hashes_in_memory() -> None:
    sketches, ranks = sketched(40), np.arange(40)
    whole = find_candidates(sketches, ranks, SETTINGS)
    pieces = [sketches["sketch"].combine_chunks().slice(start, 7) for start in range(0, 40, 7)]
    facts, small = sketches.drop_columns("sketch"), replace(SETTINGS, join_hashes=100)
    assert whole.num_rows
    assert find_candidates(facts, ranks, small, lambda: iter(pieces)).equals(whole)


def test_a_document_without_digest_is_left_out() -> None:
    sketches = sketched(40)
    is_in = np.arange(40) % 7 != 3
    digests = pa.array([d if i else None for d, i in zip(sketches["text_digest"].to_pylist(), is_in, strict=True)])
    partly = sketches.set_column(1, "text_digest", digests.cast(pa.binary(16)))
    rows = {
        row
        for side in ("left_row", "right_row")
        for row in find_candidates(partly, np.arange(40), SETTINGS)[side].to_pylist()
    }
    assert rows
    assert all(is_in[row] for row in rows)
