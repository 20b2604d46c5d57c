"""Candidates of an earlier join and what changed since to the candidates that joining all again would find.

Texts that came or went meet others in hashes of their own, so these alone are looked up. What two texts that stay share changes
in common hashes only, where the stars may be others now; it is worked out from the lists before and after. A pair that loses is
known; one that gains may have shared too little to be noted, and then all is joined again.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from tasks.dedupe.candidates import Candidates, enough_of, find_candidates, in_company, meetings, share_enough
from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import Hashes, distinct, merged, sorted_keys, starts_of_runs
from tasks.dedupe.pairs import CountedPairs, add_up, lefts_of, packed, rights_of
from tasks.dedupe.segments import HASH_SHIFT, TEXT_MASK, Segment, hashes_of, numbers_of
from tasks.dedupe.settings import DedupeSettings
from tasks.dedupe.texts import Texts, are_among, places_in

KEYS_AT_ONCE = 1 << 22  # keys looked through at a time for those of some texts: 0.1 GB
PLACES_AT_ONCE = 1 << 17  # places of texts that meet others at a time, some tens each: 0.1 GB
Flags = npt.NDArray[np.bool_]


def update_candidates(
    known: Candidates, before: Hashes, segments: Sequence[Segment], texts: Texts, settings: DedupeSettings
) -> Candidates:
    """Return what `find_candidates` finds among `texts`, given the candidates `known` among the texts `before` (sorted names).

    The segments hold the texts of before and of now.
    """
    changed = differing(before, texts.names)
    if changed.size > settings.rejoin_share * texts.names.size:
        return find_candidates(segments, texts, settings)
    names, lists = lists_of(segments, hashes_of_texts(segments, changed))
    was, stays = are_among(before, names), are_among(texts.names, names)
    pairs, gained = changes(lists, was, stays, settings)
    is_old = was[lefts_of(pairs)] & was[rights_of(pairs)]
    rows = rows_of_pairs(known, names[lefts_of(pairs[is_old])], names[rights_of(pairs[is_old])])
    if (gained[is_old][rows < 0] > 0).any():
        return find_candidates(segments, texts, settings)
    shared = known.shared.copy()
    shared[rows[rows >= 0]] += gained[is_old][rows >= 0]
    gone = changed[~texts.have(changed)]
    kept = Candidates(known.lefts, known.rights, shared).only(stay_candidates(known, shared, gone, texts, settings))
    new = pairs[~is_old]
    places = packed(texts.numbers(names[lefts_of(new)]), texts.numbers(names[rights_of(new)]))
    return kept.with_more(enough_of(places, gained[~is_old], texts, settings))


def stay_candidates(known: Candidates, shared: Ints, gone: Hashes, texts: Texts, settings: DedupeSettings) -> Flags:
    """Tell which known pairs still share enough, with what they share now, and have no text that is gone."""
    stay = ~(are_among(gone, known.lefts) | are_among(gone, known.rights))
    changed = np.flatnonzero(stay & (shared != known.shared))
    lefts, rights = texts.numbers(known.lefts[changed]), texts.numbers(known.rights[changed])
    stay[changed] = share_enough(lefts, rights, shared[changed], texts, settings)
    return stay


def changes(lists: Hashes, was: Flags, stays: Flags, settings: DedupeSettings) -> tuple[Hashes, Ints]:
    """Return the pairs of texts that stay and meet in more or fewer of these lists than before, and how many more."""
    rows = numbers_of(lists)
    now, then = in_company(lists[stays[rows]]), in_company(lists[was[rows]])
    moved = distinct(hashes_of(differing(star_keys(now, settings), star_keys(then, settings))))
    is_moved = are_among(moved, hashes_of(now))
    met, met_before = CountedPairs(), CountedPairs()
    # Where a list is short before and now, or has the stars it had, two texts that stay meet as they did.
    met.add(meetings_of(now[~is_moved], ~was, settings))
    met.add(meetings(now[is_moved], settings))
    met_before.add(meetings(then[are_among(moved, hashes_of(then))], settings))
    (pairs, n_now), (pairs_before, n_before) = met.counted(), met_before.counted()
    pairs, gained = add_up(np.concatenate([pairs, pairs_before]), np.concatenate([n_now, -n_before]))
    differ = (gained != 0) & stays[lefts_of(pairs)] & stays[rights_of(pairs)]
    return pairs[differ], gained[differ]


def star_keys(lists: Hashes, settings: DedupeSettings) -> Hashes:
    """Return the keys of the stars of all hashes that are common."""
    firsts = np.flatnonzero(starts_of_runs(hashes_of(lists)))
    firsts = firsts[np.diff(firsts, append=lists.size) > settings.common_hash_texts]
    return lists.take((firsts[:, None] + np.arange(settings.common_hash_stars)).ravel())


def meetings_of(lists: Hashes, chosen: Flags, settings: DedupeSettings) -> Iterator[Hashes]:
    """Yield those of `meetings` that have a chosen text, none of which is a star of a common hash."""
    rows = numbers_of(lists)
    firsts = np.flatnonzero(starts_of_runs(hashes_of(lists)))
    sizes = np.diff(firsts, append=rows.size)
    n_met = np.where(sizes > settings.common_hash_texts, settings.common_hash_stars, sizes)
    is_chosen = chosen[rows]
    places = np.flatnonzero(is_chosen)
    for start in range(0, places.size, PLACES_AT_ONCE):
        here = places[start : start + PLACES_AT_ONCE]
        of_list = np.searchsorted(firsts, here, side="right") - 1
        there = spans(firsts[of_list], n_met[of_list])
        here = np.repeat(here, n_met[of_list])
        is_new = (there < here) | (there > here) & ~is_chosen[there]  # of two chosen ones the later meets the earlier
        here, there = here[is_new], there[is_new]
        yield packed(rows[np.minimum(here, there)], rows[np.maximum(here, there)])


def rows_of_pairs(known: Candidates, lefts: Hashes, rights: Hashes) -> Ints:
    """Return the row of each pair among the known ones, -1 for one that is not known."""
    own = distinct(np.sort(lefts))
    firsts = np.searchsorted(known.lefts, own)
    rows = spans(firsts, np.searchsorted(known.lefts, own, side="right") - firsts)
    names = distinct(np.sort(np.concatenate([lefts, rights, known.rights[rows]])))
    noted = packed(places_in(names, known.lefts[rows]), places_in(names, known.rights[rows]))
    places = places_in(noted, packed(places_in(names, lefts), places_in(names, rights)))
    found: Ints = np.append(rows, -1)[places]  # place -1 is the last
    return found


def spans(firsts: Ints, n_each: Ints) -> Ints:
    """Return the numbers of all spans, each given by its first number and how many there are."""
    within = np.arange(n_each.sum()) - np.repeat(np.cumsum(n_each) - n_each, n_each)
    numbers: Ints = np.repeat(firsts, n_each) + within
    return numbers


def differing(one: Hashes, other: Hashes) -> Hashes:
    """Return the names that only one of two sorted arrays has."""
    both = np.concatenate([one, other])
    both.sort(kind="stable")
    starts = starts_of_runs(both)
    return both.compress(starts & np.append(starts[1:], True))


def hashes_of_texts(segments: Sequence[Segment], names: Hashes) -> Hashes:
    """Return the distinct hashes of these texts, sorted. Small segments are looked through first: what is new is there."""
    found, left = [np.zeros(0, np.uint64)], names
    for segment in sorted(segments, key=lambda segment: segment.keys.size):
        places = places_in(segment.texts, left)
        if (places >= 0).any():
            is_wanted = np.zeros(segment.texts.size, np.bool_)
            is_wanted[places[places >= 0]] = True
            found += [hashes_of(keys) for keys in keys_of(segment, is_wanted)]
            left = left[places < 0]
    return distinct(sorted_keys(np.concatenate(found)))


def keys_of(segment: Segment, is_wanted: Flags) -> Iterator[Hashes]:
    """Yield the keys of some of a segment's texts."""
    for start in range(0, segment.keys.size, KEYS_AT_ONCE):
        keys = segment.keys[start : start + KEYS_AT_ONCE]
        yield keys[is_wanted[numbers_of(keys)]]


def lists_of(segments: Sequence[Segment], hashes: Hashes) -> tuple[Hashes, Hashes]:
    """Return the texts that have one of the hashes, as sorted names, and sorted keys of hash and place among the names."""
    found = [look_up(segment, hashes) for segment in segments]
    met = [distinct_numbers(keys, segment.texts.size) for segment, keys in zip(segments, found, strict=True)]
    own = [segment.texts[numbers] for segment, numbers in zip(segments, met, strict=True)]
    names = merged(*own)
    lists = [np.zeros(0, np.uint64)]
    for segment, keys, numbers, texts in zip(segments, found, met, own, strict=True):
        places = np.zeros(segment.texts.size, np.int64)
        places[numbers] = places_in(names, texts)
        lists.append(keys & ~TEXT_MASK | places[numbers_of(keys)].view(np.uint64))
    return names, distinct(sorted_keys(np.concatenate(lists)))


def distinct_numbers(keys: Hashes, n_texts: int) -> Ints:
    """Return the numbers of the texts of these keys, each once."""
    is_met = np.zeros(n_texts, np.bool_)
    is_met[numbers_of(keys)] = True
    return np.flatnonzero(is_met)


def look_up(segment: Segment, hashes: Hashes) -> Hashes:
    """Return all keys of the segment that have one of the hashes, which are sorted."""
    if segment.keys.size == 0:
        return segment.keys
    lowest = hashes << HASH_SHIFT
    firsts = segment.places(lowest)
    is_there = np.flatnonzero(hashes_of(segment.keys.take(firsts, mode="clip")) == hashes)
    firsts = firsts[is_there]
    return segment.keys[spans(firsts, segment.places(lowest[is_there] | TEXT_MASK) - firsts)]
