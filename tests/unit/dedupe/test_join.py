"""The join of sketches is a function of the set of texts: pieces, order, leftovers and what was joined before change no pair."""

from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tasks.dedupe import Candidates, Segment, Texts, find_candidates, fold_and_sketch, update_candidates
from tasks.dedupe.merging import merge_segments, n_to_merge
from tasks.dedupe.segments import as_keys, split_fences, with_fences
from tasks.dedupe.sketch import FACTS
from tests.unit.dedupe.conftest import SETTINGS, Doc, articles

# Bounds so low that texts of a few hashes meet them all; a hash of more than three texts is common.
SMALL = replace(
    SETTINGS,
    common_hash_texts=3,
    common_hash_stars=1,
    join_hashes=4,
    sketch_floor=0,
    min_shared_share=0.5,
    rejoin_share=100,
)
# Each text by its name: the hashes it has, of ten there are. Names are spread, as they order the stars.
SKETCHES = {
    name * 7919 % 31 + 1: frozenset(h for h in range(10) if name >> h % 5 & 1 or h == name % 10) for name in range(24)
}
NAMES = st.sets(st.sampled_from(sorted(SKETCHES)), max_size=16)


def segment(names: set[int]) -> Segment:
    ordered = sorted(names)
    owners = [(hash_, number) for number, name in enumerate(ordered) for hash_ in sorted(SKETCHES[name])]
    hashes, numbers = (np.array([pair[side] for pair in owners], np.int64) for side in (0, 1))
    return Segment(np.array(ordered, np.uint64), np.sort(as_keys(hashes.astype(np.uint64) << np.uint64(50), numbers)))


def texts(names: set[int]) -> Texts:
    ordered = sorted(names)
    n_hashes = pa.array([len(SKETCHES[name]) for name in ordered], pa.int32())
    digests = pa.array([name.to_bytes(8, "little") * 2 for name in ordered], pa.binary(16))
    ids, called = pa.array(map(str, ordered), pa.string()), pa.array(ordered, pa.uint64())
    return Texts.of(pa.table([ids, called, digests, n_hashes, n_hashes], schema=FACTS))


def rows(found: Candidates) -> list[tuple[int, int, int]]:
    return list(zip(found.lefts.tolist(), found.rights.tolist(), found.shared.tolist(), strict=True))


def joined(names: set[int]) -> Candidates:
    return find_candidates([segment(names)], texts(names), SMALL)


@given(NAMES)
@hypothesis_settings(max_examples=100, deadline=None)
def test_pairs_meet_in_the_hashes_that_both_have_and_by_stars_in_common_ones(names: set[int]) -> None:
    having = {h: [name for name in sorted(names) if h in SKETCHES[name]] for h in range(10)}
    shared = {
        (a, b): sum(a in some and b in some and (len(some) <= 3 or a == some[0]) for some in having.values())
        for a in names
        for b in names
        if a < b
    }
    smaller = {pair: min(len(SKETCHES[name]) for name in pair) for pair in shared}
    enough = {pair: n for pair, n in shared.items() if n >= 2 and n >= 0.5 * smaller[pair]}
    assert rows(joined(names)) == [(*pair, enough[pair]) for pair in sorted(enough)]


@given(NAMES, NAMES, st.integers(1, 40))
@hypothesis_settings(max_examples=100, deadline=None)
def test_segments_may_hold_texts_twice_and_texts_that_are_gone(names: set[int], others: set[int], size: int) -> None:
    segments = [segment(names | others), segment(others), segment(names)]
    settings = replace(SMALL, join_hashes=size)
    assert rows(find_candidates(segments, texts(names), settings)) == rows(joined(names))


@given(NAMES, NAMES)
@hypothesis_settings(max_examples=400, deadline=None)
def test_candidates_brought_up_to_date_are_those_of_joining_all_again(before: set[int], now: set[int]) -> None:
    segments = [segment(before), segment(now - before)]
    known = joined(before)
    found = update_candidates(known, texts(before).names, segments, texts(now), SMALL)
    assert rows(found) == rows(joined(now))


@given(NAMES, NAMES)
@hypothesis_settings(max_examples=200, deadline=None)
def test_texts_that_only_come_need_no_second_join(before: set[int], more: set[int]) -> None:
    # A segment that lacks the old texts' own hashes shows that they were not read: only what is new is looked up.
    now = before | more
    new_hashes = frozenset().union(*(SKETCHES[name] for name in now - before))
    old = segment(before)
    touched = np.isin(old.keys >> np.uint64(54), np.array(sorted(new_hashes), np.uint64))
    segments = [Segment(old.texts, old.keys[touched]), segment(now - before)]
    found = update_candidates(joined(before), texts(before).names, segments, texts(now), SMALL)
    assert rows(found) == rows(joined(now))


@given(st.lists(NAMES, min_size=1, max_size=4), NAMES)
@hypothesis_settings(max_examples=100, deadline=None)
def test_merged_segments_hold_the_texts_that_stay(parts: list[set[int]], stay: set[int]) -> None:
    names, keys = merge_segments([segment(part) for part in parts], np.array(sorted(stay), np.uint64), SMALL)
    expected = segment(stay & set().union(*parts))
    assert names.tolist() == expected.texts.tolist()
    assert np.concatenate([expected.keys[:0], *keys]).tolist() == expected.keys.tolist()


@pytest.mark.parametrize("size", [0, 1, 511, 512, 513, 1024, 1025, 5000])
def test_fences_lead_to_the_places_that_a_search_finds(size: int) -> None:
    keys = np.sort(np.random.default_rng(size).integers(0, 3 * size + 1, size).astype(np.uint64))
    pieces = [keys[: size // 3], keys[size // 3 : size // 3 + 1], keys[size // 3 + 1 :]]
    known, fences = split_fences(np.concatenate([*with_fences(pieces)]))
    assert known.tolist() == keys.tolist()
    assert fences.tolist() == keys[::512].tolist()
    wanted = np.arange(3 * size + 5, dtype=np.uint64)
    found = Segment(keys[:0], known, fences).places(wanted)
    assert found.tolist() == np.searchsorted(keys, wanted).tolist()


@pytest.mark.parametrize(
    ("sizes", "merged"), [([5], 1), ([100, 5], 1), ([9, 5], 2), ([100, 60, 9, 5], 2), ([30, 19, 9, 5], 4)]
)
def test_segments_of_like_size_are_merged(sizes: list[int], merged: int) -> None:
    assert n_to_merge(sizes) == merged


def test_names_sort_as_copies_are_kept_and_tell_texts_apart() -> None:
    docs = [
        Doc("a", "six words are said right here", day=date(2024, 3, 1)),
        Doc("b", "two words", day=date(2024, 3, 1)),
        Doc("c", "two words", day=date(2024, 3, 2)),
        Doc("d", "these are many words without a day"),
    ]
    names = fold_and_sketch(articles(docs), SETTINGS).facts["name"].to_pylist()
    assert names == sorted(names)
    again = fold_and_sketch(articles([replace(docs[1], body="one word")]), SETTINGS).facts["name"].to_pylist()
    assert again[0] not in names
