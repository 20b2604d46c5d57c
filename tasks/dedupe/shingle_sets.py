"""Shingles of two texts to those that both have, exactly: how many by merging sorted sets, which ones by a table of places."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tasks.dedupe.hashing import Hashes, distinct

Flags = npt.NDArray[np.bool_]
SLOT_BITS = 18  # places for 262,144 shingles in 1 MB: fits the cache, and one or two shingles of an article collide
FEW = 16  # shingles are compared one by one faster than by sorting
SLOT_SHIFT = np.uint64(64 - SLOT_BITS)


def shingle_set(shingles: Hashes) -> Hashes:
    """Return the distinct shingles of a text, sorted."""
    ordered = np.sort(shingles)
    return ordered if (ordered[1:] != ordered[:-1]).all() else distinct(ordered)


def shared(one: Hashes, other: Hashes) -> Hashes:
    """Return what two sets share, sorted."""
    both = np.concatenate([one, other])
    both.sort(kind="stable")  # which merges what is sorted already
    return both[:-1].compress(both[1:] == both[:-1])


@dataclass(frozen=True, slots=True)
class Lookup:
    """Tells which shingles of a text are in a set, in the order of the text and without searching.

    The set is written into a table of places by the upper bits of its hashes; what is asked for is looked up there and compared
    in full, so that what an earlier set left there does no harm. The few that another one crowded out are compared one by one.
    """

    places: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(1 << SLOT_BITS, np.int32))

    def are_in(self, known: Hashes, asked: Hashes) -> Flags:
        """Tell which hashes of `asked` are in `known`, which are distinct."""
        if known.size == 0:
            return np.zeros(asked.size, np.bool_)
        slots, numbers = slots_of(known), np.arange(known.size, dtype=np.int32)
        self.places[slots] = numbers
        found: Flags = known.take(self.places.take(slots_of(asked)), mode="clip") == asked
        crowded_out = known.compress(self.places.take(slots) != numbers)
        if crowded_out.size > FEW:
            return found | np.isin(asked, crowded_out)
        for shingle in crowded_out:
            found |= asked == shingle
        return found


def slots_of(hashes: Hashes) -> npt.NDArray[np.int64]:
    """Return the place of each hash in the table."""
    return (hashes >> SLOT_SHIFT).view(np.int64)
