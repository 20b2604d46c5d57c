"""Segments to candidate pairs: the pairs of texts that share enough of the smaller sketch to be worth an exact look.

A sort-join. Hashes shared by very many texts (a wall, a footer) join them as stars around the first few, by name: all pairs
would blow up, and leaving such hashes out would hide the copies of what is all footer. Which pairs are found is a function of
the set of texts, whatever order and pieces they come in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import Hashes, starts_of_runs
from tasks.dedupe.pairs import CountedPairs, lefts_of, packed, rights_of
from tasks.dedupe.segments import Segment, hashes_of, merged_keys, numbers_of, renumbered
from tasks.dedupe.settings import DedupeSettings
from tasks.dedupe.texts import Texts


@dataclass(frozen=True)
class Candidates:
    """Pairs of texts by name, the smaller name left, sorted; and how many hashes each pair meets in."""

    lefts: Hashes
    rights: Hashes
    shared: Ints

    def only(self, chosen: npt.NDArray[np.bool_]) -> "Candidates":
        """Return the chosen pairs."""
        return Candidates(self.lefts[chosen], self.rights[chosen], self.shared[chosen])

    def with_more(self, others: "Candidates") -> "Candidates":
        """Return these pairs and others, of which there are few and none is among these."""
        firsts, lasts = (np.searchsorted(self.lefts, others.lefts, side).tolist() for side in ("left", "right"))
        rights = zip(firsts, lasts, others.rights, strict=True)
        places = [first + int(np.searchsorted(self.rights[first:last], right)) for first, last, right in rights]
        return Candidates(
            np.insert(self.lefts, places, others.lefts),
            np.insert(self.rights, places, others.rights),
            np.insert(self.shared, places, others.shared),
        )


def find_candidates(segments: Sequence[Segment], texts: Texts, settings: DedupeSettings) -> Candidates:
    """Return the pairs among `texts` to verify. The segments may hold other texts too, and one text several times."""
    numbers = texts.numbers(np.concatenate([np.zeros(0, np.uint64), *(segment.texts for segment in segments)]))
    met = CountedPairs()
    for keys in merged_keys(segments, settings.join_hashes):
        # A text that two articles have may be all the company a hash has: looked at once more when texts are known.
        met.add(meetings(in_company(renumbered(in_company(keys), numbers)), settings))
    pairs, shared = met.counted()
    return enough_of(pairs, shared, texts, settings)


def enough_of(pairs: Hashes, shared: Ints, texts: Texts, settings: DedupeSettings) -> Candidates:
    """Return the pairs (packed numbers of texts) that share enough."""
    lefts, rights = lefts_of(pairs), rights_of(pairs)
    enough = share_enough(lefts, rights, shared, texts, settings)
    return Candidates(texts.names[lefts[enough]], texts.names[rights[enough]], shared[enough])


def in_company(keys: Hashes) -> Hashes:
    """Return the keys whose hash another key has too: a fifth, most hashes are one text's own."""
    starts = starts_of_runs(hashes_of(keys))
    is_shared = ~starts
    is_shared[:-1] |= ~starts[1:]
    return keys.compress(is_shared)


def meetings(lists: Hashes, settings: DedupeSettings) -> Iterator[Hashes]:
    """Yield the pairs that meet in a hash, packed, the smaller number left."""
    rows = numbers_of(lists)
    firsts = np.flatnonzero(starts_of_runs(hashes_of(lists)))
    sizes = np.diff(firsts, append=rows.size)
    first_of, last_of = np.repeat(firsts, sizes), np.repeat(firsts + sizes - 1, sizes)
    is_common = np.repeat(sizes > settings.common_hash_texts, sizes)
    places = np.arange(rows.size)
    for number in range(settings.common_hash_stars):
        others = places[is_common & (places > first_of + number)]
        yield packed(rows[first_of[others] + number], rows[others])
    here, distance = places[~is_common & (places < last_of)], 1
    while here.size:
        yield packed(rows[here], rows[here + distance])
        distance += 1
        here = here[here + distance <= last_of[here]]


def share_enough(
    lefts: Ints, rights: Ints, shared: Ints, texts: Texts, settings: DedupeSettings
) -> npt.NDArray[np.bool_]:
    """Tell which pairs share enough of the smaller text's sample to be verified.

    Only what lies below the bound counts as its sample: the larger text does not have the smaller one's floor.
    """
    n_left, n_right = texts.n_shingles[lefts], texts.n_shingles[rights]
    sampled_left, sampled_right = texts.n_sampled[lefts], texts.n_sampled[rights]
    sampled = np.where(n_left < n_right, sampled_left, sampled_right)
    sampled = np.where(n_left == n_right, np.minimum(sampled_left, sampled_right), sampled)
    # A short text has too few samples for two to meet, and costs little to verify.
    needed = np.where(sampled < settings.sketch_floor, 1, settings.min_shared_hashes)
    enough: npt.NDArray[np.bool_] = (shared >= needed) & (shared >= settings.min_shared_share * sampled)
    return enough
