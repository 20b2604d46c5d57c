"""Two bodies to what a reader wants to see: the longest passage both print, and what only each of them says."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from tasks.dedupe.fold import Ints, fold_blocks
from tasks.dedupe.hashing import Hashes, hash_shingles, hash_words
from tasks.dedupe.settings import DedupeSettings
from tasks.dedupe.verification import covered_words

EXCERPTS = ("shared_excerpt", "only_here", "only_kept")
GAP = " … "


@dataclass(frozen=True)
class PrintedText:
    """A body in UTF-8 and its words: their hashes, and where in the body each starts and ends."""

    body: bytes
    words: Hashes
    starts: Ints
    ends: Ints

    def passage(self, first: int, last: int, most_chars: int) -> str:
        """Return the printed text from word `first` to word `last`, cut somewhere after `most_chars`."""
        start = int(self.starts[first])
        end = min(int(self.ends[last]), start + 4 * (most_chars + 1))
        # Neither end need lie between characters: very long words are cut at bytes, as is what no excerpt has room for.
        return self.body[start:end].decode("utf-8", "ignore")


def read_printed(bodies: pa.ChunkedArray, most_words: int) -> Iterator[PrintedText]:
    """Yield the words of every body, the first `most_words` of them."""
    texts = iter(bodies)
    for block in map(hash_words, fold_blocks(bodies)):
        origins = block.folded.origins()
        documents = np.searchsorted(block.bounds, np.arange(block.hashes.size), side="right") - 1
        shift = origins[block.folded.bounds[:-1]][documents]
        starts, ends = origins[block.starts] - shift, origins[block.starts + block.lengths] - shift
        for first, after in block.ranges():
            after = min(after, first + most_words)
            body = next(texts).as_py().encode()
            yield PrintedText(body, block.hashes[first:after], starts[first:after], ends[first:after])


def explain_rows(duplicates: pa.Table, bodies: pa.Table, settings: DedupeSettings) -> pa.Table:
    """Return the rows of DUPLICATES with their excerpts; `bodies` (article_id, body) has every id the rows name."""
    printed = dict(
        zip(bodies["article_id"].to_pylist(), read_printed(bodies["body"], settings.explained_words), strict=True)
    )
    pairs = zip(duplicates["article_id"].to_pylist(), duplicates["kept_article_id"].to_pylist(), strict=True)
    found = [explain(printed[here], printed[kept], settings) for here, kept in pairs]
    for name, values in zip(EXCERPTS, zip(*found, strict=True) if found else [()] * len(EXCERPTS), strict=True):
        place = duplicates.schema.get_field_index(name)
        duplicates = duplicates.set_column(place, duplicates.schema.field(name), pa.array(values, pa.string()))
    return duplicates


def explain(
    here: PrintedText, kept: PrintedText, settings: DedupeSettings
) -> tuple[str | None, str | None, str | None]:
    """Return the longest shared passage, what only `here` has and what only `kept` has."""
    n = settings.shingle_words if min(here.words.size, kept.words.size) >= settings.shingle_words else 1
    ours, theirs = hash_shingles(here.words, n), hash_shingles(kept.words, n)
    start, n_shared = longest_shared(ours, theirs, settings.explained_places)
    passage = here.passage(start, start + n_shared + n - 2, settings.excerpt_chars) if n_shared else ""
    return (
        shortened(passage, settings.excerpt_chars),
        own_words(here, ours, theirs, n, settings.excerpt_chars),
        own_words(kept, theirs, ours, n, settings.excerpt_chars),
    )


def longest_shared(ours: Hashes, theirs: Hashes, n_places: int) -> tuple[int, int]:
    """Return start (in `ours`) and length of the longest run that both have, each shingle tried at its first places only."""
    order = np.argsort(theirs, kind="stable")
    first = np.searchsorted(theirs[order], ours, side="left")
    n_met = np.minimum(np.searchsorted(theirs[order], ours, side="right") - first, n_places)
    if not n_met.any():
        return 0, 0
    at = np.repeat(np.arange(ours.size), n_met)
    turn = np.arange(at.size) - np.repeat(np.cumsum(n_met) - n_met, n_met)
    shift = order[first[at] + turn] - at
    by_shift = np.lexsort((at, shift))
    at, shift = at[by_shift], shift[by_shift]
    breaks = np.flatnonzero((np.diff(at) != 1) | (np.diff(shift) != 0)) + 1
    runs = np.concatenate([[0], breaks])
    lengths = np.diff(np.append(runs, at.size))
    best = np.lexsort((at[runs], -lengths))[0]
    return int(at[runs[best]]), int(lengths[best])


def own_words(printed: PrintedText, ours: Hashes, theirs: Hashes, n: int, most_chars: int) -> str | None:
    """Return what lies in no shared shingle, in order, the pieces joined by an ellipsis; null when nothing does."""
    own = ~covered_words(np.isin(ours, theirs), printed.words.size, n)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], own.astype(np.int8), [0]])))
    runs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    parts = (printed.passage(first, after - 1, most_chars) for first, after in runs)
    return shortened(join_pieces(parts, most_chars), most_chars)


def join_pieces(parts: Iterator[str], most_chars: int) -> str:
    """Join the first parts, as many as make an excerpt."""
    joined = next(parts, "")
    for part in parts:
        if len(joined) > most_chars:
            break
        joined += GAP + part
    return joined


def shortened(text: str, most_chars: int) -> str | None:
    """Cut a text between words to at most `most_chars`, with an ellipsis; null when it is empty."""
    if len(text) <= most_chars:
        return text or None
    head = text[: most_chars - 1]
    between_words = head.rsplit(None, 1)[0] if len(head.split(None, 1)) > 1 else head
    return between_words + "…"
