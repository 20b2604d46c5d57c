"""What was measured on pairs of texts, by their names: kept from run to run, so that no pair is measured twice."""

import numpy as np
import pyarrow as pa

from tasks.dedupe.candidates import Candidates
from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import Hashes, distinct
from tasks.dedupe.pairs import packed
from tasks.dedupe.texts import Texts, places_in
from tasks.dedupe.verification import VERIFIED, find_rows

NAMES = ("left_name", "right_name")
MEASURES = VERIFIED.names[2:]
MEASURED = pa.schema(
    [
        pa.field("left_name", pa.uint64(), nullable=False),
        pa.field("right_name", pa.uint64(), nullable=False),
        pa.field(
            "n_shared", pa.int64(), nullable=False
        ),  # hashes of the sketches; 0 for a pair that only a decision asked for
        *(VERIFIED.field(name) for name in MEASURES),
    ]
)


def as_measured(pairs: Candidates, verified: pa.Table) -> pa.Table:
    """Return MEASURED for pairs and the rows of VERIFIED that belong to them, in the same order."""
    columns = [
        *(pa.array(values) for values in (pairs.lefts, pairs.rights, pairs.shared)),
        *verified.select(MEASURES).columns,
    ]
    return pa.table(columns, schema=MEASURED)


def candidates_of(measured: pa.Table) -> Candidates:
    """Return the pairs that a join found."""
    lefts, rights, shared = (measured[name].to_numpy() for name in MEASURED.names[:3])
    return Candidates(lefts, rights, shared).only(shared > 0)


def split_known(pairs: Candidates, measured: pa.Table) -> tuple[pa.Table, Candidates]:
    """Return what is known of some of the pairs, with what each shares now, and the pairs that are not measured yet."""
    lefts, rights = (measured[name].to_numpy() for name in NAMES)
    names = distinct(np.sort(np.concatenate([lefts, rights, pairs.lefts, pairs.rights])))
    known = pairs_among(names, lefts, rights)
    order = np.argsort(known, kind="stable")
    places = places_in(known[order], pairs_among(names, pairs.lefts, pairs.rights))
    is_known = places >= 0
    rows: Ints = order[places[is_known]]
    found = measured.take(rows).set_column(2, MEASURED.field(2), pa.array(pairs.shared[is_known]))
    return found, pairs.only(~is_known)


def as_verified(measured: pa.Table, texts: Texts) -> pa.Table:
    """Return VERIFIED, which names an article of each text, for what was measured on texts."""
    ids = (texts.articles(measured[name].to_numpy()) for name in NAMES)
    return pa.table([*ids, *measured.select(MEASURES).columns], schema=VERIFIED)


def pairs_of_articles(pairs: pa.Table, texts: Texts) -> Candidates:
    """Return the texts of pairs of articles (left, right), of which no join has told what they share."""
    rows = (find_rows(texts.article_ids, pairs[side]) for side in ("left", "right"))
    one, other = (texts.names[texts.of_rows[some]] for some in rows)
    return Candidates(np.minimum(one, other), np.maximum(one, other), np.zeros(len(pairs), np.int64))


def pairs_among(names: Hashes, lefts: Hashes, rights: Hashes) -> Hashes:
    """Return each pair as one number: the places of its names."""
    return packed(places_in(names, lefts), places_in(names, rights))
