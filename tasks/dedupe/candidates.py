"""Sketches to candidate pairs: the pairs of texts that share enough of the smaller sketch to be worth an exact look.

A sort-join. Hashes shared by very many documents (a wall, a footer) join them as a star around the first, plus each with its
neighbour: all pairs would blow up, and leaving such hashes out would hide the copies of what is all footer.
"""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import Hashes, starts_of_runs
from tasks.dedupe.packing import unpack
from tasks.dedupe.settings import DedupeSettings

ROW_BITS = 28  # 268 million texts; the 36 bits left for the hash make some 20,000 false meetings in a million texts
MOST_TEXTS = 1 << ROW_BITS
ROW_MASK = np.uint64(MOST_TEXTS - 1)
KEY_BITS = 64 - ROW_BITS
KEY_MASK = np.uint64((1 << KEY_BITS) - 1)  # what a key has of a hash
PAIR_BITS = np.uint64(32)
HashLists = Callable[[], Iterator[pa.BinaryArray]]
CANDIDATES = pa.schema(
    [
        pa.field("left", pa.string(), nullable=False),
        pa.field("right", pa.string(), nullable=False),
        pa.field("left_row", pa.int64(), nullable=False),
        pa.field("right_row", pa.int64(), nullable=False),
    ]
)


def find_candidates(
    sketches: pa.Table, ranks: Ints, settings: DedupeSettings, read_hashes: HashLists | None = None
) -> pa.Table:
    """Return the pairs of rows of `sketches` to verify, as CANDIDATES: article ids and row numbers, the better rank left.

    `ranks` orders the rows (see `rank_documents`), so that the order of rows changes nothing. One row speaks for all
    with the same digest; one without digest is left out. `read_hashes` yields the column `sketch` piece by piece, as often
    as it is called: a large corpus need not have it in memory.
    """
    texts = first_of_each_text(sketches["text_digest"], ranks)
    if texts.size >= MOST_TEXTS:
        raise ValueError(
            f"{texts.size} different texts are more than one join can number ({MOST_TEXTS}): split the corpus"
        )
    read_hashes = read_hashes or (lambda: iter(sketches["sketch"].chunks))
    lefts, rights, shared = count_shared(sketches, read_hashes, texts, settings)
    enough = share_enough(sketches, texts[lefts], texts[rights], shared, settings)
    left_rows, right_rows = texts[lefts[enough]], texts[rights[enough]]
    ids = sketches["article_id"]
    return pa.table([ids.take(left_rows), ids.take(right_rows), left_rows, right_rows], schema=CANDIDATES)


def first_of_each_text(digests: pa.ChunkedArray, ranks: Ints) -> Ints:
    """Return the row of best rank of every text that has words, best rank first."""
    codes = digests.combine_chunks().dictionary_encode().indices.fill_null(-1).to_numpy(zero_copy_only=False)
    order = np.argsort(ranks, kind="stable")
    order = order[codes[order] >= 0]
    _, firsts = np.unique(codes[order], return_index=True)
    rows: Ints = order[np.sort(firsts)]
    return rows


def count_shared(
    sketches: pa.Table, read_hashes: HashLists, texts: Ints, settings: DedupeSettings
) -> tuple[Ints, Ints, Ints]:
    """Return the pairs of texts (numbers into `texts`) that meet in a hash, and in how many."""
    numbers = np.full(len(sketches), -1, np.int64)
    numbers[texts] = np.arange(texts.size)
    n_hashes = sketches["n_sampled"].to_numpy().sum() + len(sketches) * settings.anchors  # all but some floors
    n_pieces = max(1, -(-int(n_hashes) // settings.join_hashes))
    pairs, counts = np.zeros(0, np.uint64), np.zeros(0, np.int64)
    for piece in range(n_pieces):
        met = list(meetings(join_keys(read_hashes(), numbers, piece, n_pieces), settings.common_hash_documents))
        more, n_more = count_each(np.concatenate(met))
        pairs, counts = add_up(np.concatenate([pairs, more]), np.concatenate([counts, n_more]))
    return (pairs >> PAIR_BITS).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64), counts


def join_keys(sketches: Iterator[pa.BinaryArray], numbers: Ints, piece: int, n_pieces: int) -> Hashes:
    """Return the sorted keys of hash and text whose hash falls into this piece, shard by shard to spare memory."""
    keys, row = [np.zeros(0, np.uint64)], 0
    for chunk in sketches:
        hashes, n_each = unpack(chunk)
        owners = np.repeat(numbers[row : row + len(chunk)], n_each)
        here = owners >= 0
        if n_pieces > 1:
            here &= (hashes & KEY_MASK) * np.uint64(n_pieces) >> np.uint64(KEY_BITS) == piece
        keys.append(hashes[here] << np.uint64(ROW_BITS) | owners[here].astype(np.uint64))
        row += len(chunk)
    together = np.concatenate(keys)
    together.sort()
    return together


def meetings(keys: Hashes, common: int) -> Iterator[Hashes]:
    """Yield the pairs that meet in a hash, packed, one array for each distance in the hash's list of texts."""
    starts = starts_of_runs(keys >> np.uint64(ROW_BITS))
    is_shared = ~starts
    is_shared[:-1] |= ~starts[1:]  # most hashes are one text's own
    starts, rows = starts[is_shared], keys[is_shared] & ROW_MASK
    del keys  # a fifth of them is left, and the pairs need room
    firsts = np.flatnonzero(starts)
    sizes = np.diff(firsts, append=rows.size)
    first_of, size_of = np.repeat(firsts, sizes), np.repeat(sizes, sizes)
    places = np.arange(rows.size)
    last_of = first_of + size_of - 1
    is_common = size_of > common
    star = places[is_common & (places > first_of + 1)]
    yield packed(rows[first_of[star]], rows[star])
    here = places[places < last_of]
    distance = 1
    while here.size:
        yield packed(rows[here], rows[here + distance])
        distance += 1
        here = here[~is_common[here] & (here + distance <= last_of[here])]


def packed(lefts: Hashes, rights: Hashes) -> Hashes:
    """Return each pair as one number; within a hash texts are sorted, so the left one is the smaller."""
    return lefts << PAIR_BITS | rights


def count_each(pairs: Hashes) -> tuple[Hashes, Ints]:
    """Return the distinct pairs, sorted, and how often each was there."""
    pairs.sort()
    firsts = np.flatnonzero(starts_of_runs(pairs))
    return pairs[firsts], np.diff(firsts, append=pairs.size)


def add_up(pairs: Hashes, weights: Ints) -> tuple[Hashes, Ints]:
    """Return the distinct pairs, sorted, each with the sum of its weights."""
    if not pairs.size:
        return pairs, weights
    order = np.argsort(pairs)
    pairs = pairs[order]
    firsts = np.flatnonzero(starts_of_runs(pairs))
    return pairs[firsts], np.add.reduceat(weights[order], firsts)


def share_enough(
    sketches: pa.Table, lefts: Ints, rights: Ints, shared: Ints, settings: DedupeSettings
) -> npt.NDArray[np.bool_]:
    """Tell which pairs share enough of the smaller text's sample to be verified.

    Only what lies below the bound counts as its sample: the larger text does not have the smaller one's floor.
    """
    n_shingles, n_sampled = sketches["n_shingles"].to_numpy(), sketches["n_sampled"].to_numpy()
    smaller = np.where(n_shingles[lefts] <= n_shingles[rights], lefts, rights)
    sampled = n_sampled[smaller]
    # A short text has too few samples for two to meet, and costs little to verify.
    needed = np.where(sampled < settings.sketch_floor, 1, settings.min_shared_hashes)
    enough: npt.NDArray[np.bool_] = (shared >= needed) & (shared >= settings.min_shared_share * sampled)
    enough &= lefts != rights  # two hashes of one text may be one key
    return enough
