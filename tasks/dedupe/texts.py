"""Articles to the names of their texts, and facts of articles to the distinct texts among them.

A name is a number that sorts as copies are kept: by day, undated last, then the longest, then by article id. A text has the
name of its best article, so the first of some texts is the one the others are compared with where not all can be.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import Hashes

FIRST_DAY = -25_567  # 1900-01-01, in days since 1970; days before it count as it
UNDATED = 0xFFFF
MOST_WORDS = (1 << 14) - 1
DAY_SHIFT, WORDS_SHIFT = np.uint64(48), np.uint64(34)
ID_DIGITS, DIGEST_BITS = 5, 14  # what is left: an article that is cleaned anew, to another text, has another name


def names_of(articles: pa.Table, digests: Sequence[bytes | None]) -> Hashes:
    """Return a name for every article (article_id, published_on, n_words) and the digest of its text."""
    days = articles["published_on"].cast(pa.int32()).to_numpy().astype(np.float64) - FIRST_DAY
    days = np.where(np.isnan(days), UNDATED, np.clip(days, 0, UNDATED - 1)).astype(np.uint64)
    missing = np.clip(MOST_WORDS - articles["n_words"].to_numpy().astype(np.int64), 0, None).astype(np.uint64)
    # The value of a hexadecimal digit: its lower four bits, and nine more for a letter.
    digits = np.array(articles["article_id"].to_pylist(), f"S{ID_DIGITS}").view(np.uint8).reshape(-1, ID_DIGITS)
    ids = ((digits & 15) + 9 * (digits >> 6)) @ (1 << 4 * np.arange(ID_DIGITS)[::-1])
    octets = b"".join((digest or b"\0\0")[:2] for digest in digests)
    texts = np.frombuffer(octets, ">u2").astype(np.uint64) >> np.uint64(16 - DIGEST_BITS)
    names: Hashes = days << DAY_SHIFT | missing << WORDS_SHIFT | ids.astype(np.uint64) << np.uint64(DIGEST_BITS) | texts
    return names


@dataclass(frozen=True)
class Texts:
    """The texts of some articles: their names, sorted; of each the row of its best article, its shingles, how many were sampled.

    `of_rows` is the number of every article's text, -1 for one without words.
    """

    article_ids: pa.ChunkedArray
    names: Hashes
    rows: Ints
    of_rows: Ints
    n_shingles: Ints
    n_sampled: Ints

    @classmethod
    def of(cls, facts: pa.Table) -> "Texts":
        """Return the texts of `facts` (see FACTS), those without words left out."""
        codes = facts["text_digest"].combine_chunks().dictionary_encode().indices.fill_null(-1).to_numpy()
        names = facts["name"].to_numpy()
        order = np.argsort(names, kind="stable")
        order = order[codes[order] >= 0]
        of_codes, firsts = np.unique(codes[order], return_index=True)
        ranks = np.argsort(np.argsort(firsts))
        rows = order[np.sort(firsts)]
        of_rows = np.where(codes < 0, -1, np.append(ranks, -1)[codes]) if of_codes.size else np.full(codes.size, -1)
        counts = (facts[column].to_numpy()[rows] for column in ("n_shingles", "n_sampled"))
        return cls(facts["article_id"], names[rows], rows, of_rows, *counts)

    def numbers(self, names: Hashes) -> Ints:
        """Return the place of each name, -1 for one that is not there."""
        return places_in(self.names, names)

    def have(self, names: Hashes) -> npt.NDArray[np.bool_]:
        """Tell which names are names of texts."""
        return are_among(self.names, names)

    def are_among(self, names: Hashes) -> npt.NDArray[np.bool_]:
        """Tell which texts are among these names, which are sorted."""
        return are_among(names, self.names)

    def articles(self, names: Hashes) -> pa.Array:
        """Return the id of the best article of each text."""
        ids: pa.Array = self.article_ids.take(self.rows[self.numbers(names)]).combine_chunks()
        return ids


def places_in(known: Hashes, names: Hashes) -> Ints:
    """Return the place of each name in `known`, which is sorted; -1 for one that is not there."""
    if known.size == 0:
        return np.full(names.size, -1)
    places = np.searchsorted(known, names)
    return np.where(known.take(places, mode="clip") == names, places, -1)


def are_among(known: Hashes, names: Hashes) -> npt.NDArray[np.bool_]:
    """Tell which names are in `known`, which is sorted."""
    return places_in(known, names) >= 0
