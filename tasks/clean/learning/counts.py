"""Records of one part -> the texts that enough documents share, with a sample of the documents that hold each.

A text is counted for each outlet, and for the whole input when several outlets, or nameless ones, print it.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.clean.settings import CleanSettings

# Holders that are read before a text is learned: the share of a word among 40 of them is known within 0.15.
N_WITNESSES = 40
SHARED = pa.schema(
    [
        ("digest", pa.uint64()),
        ("outlet", pa.uint64()),  # 0: the whole input
        ("is_body", pa.bool_()),
        ("n_documents", pa.int64()),
        ("n_headlines", pa.int64()),
        ("n_stories", pa.int64()),
    ]
)
HOLDERS = pa.schema([("digest", pa.uint64()), ("document", pa.uint64())])
OUTLETS = pa.schema([("outlet", pa.uint64()), ("n_documents", pa.int64())])
_SCOPE = ["digest", "outlet", "is_body"]
_NO_OUTLET = pa.scalar(0, pa.uint64())


@dataclass(frozen=True)
class Counted:
    """The texts shared by enough documents, the holders to read, and the number of articles of each outlet."""

    shared: pa.Table
    holders: pa.Table
    outlets: pa.Table


def count(records: pa.Table, settings: CleanSettings) -> Counted:
    """Count the documents and stories that hold each text of `records`."""
    outlets = records.filter(records.column("is_body")).group_by("outlet").aggregate([("document", "count_distinct")])
    repeated = _repeated(records, min(settings.learned_body_headlines, settings.learned_documents))
    shared = pa.concat_tables([_of_outlets(repeated, settings), _of_input(repeated, settings)]).sort_by(
        [("digest", "ascending"), ("outlet", "ascending")]
    )
    return Counted(shared, _holders(repeated, shared), outlets.rename_columns(["outlet", "n_documents"]).cast(OUTLETS))


def _repeated(records: pa.Table, at_least: int) -> pa.Table:
    """Return the records of texts that stand `at_least` so often, each document once."""
    digests = records.column("digest").to_numpy()
    _, place, n_records = np.unique(digests, return_inverse=True, return_counts=True)
    often = records.filter(pa.array(n_records[place] >= at_least))
    keys = ["digest", "is_body", "document"]
    once = often.group_by(keys).aggregate([("outlet", "min"), ("story", "min")])
    return once.rename_columns([*keys, "outlet", "story"]).select(records.column_names)


def _counted(repeated: pa.Table) -> pa.Table:
    """Count documents, headlines and stories for each digest, outlet and kind."""
    is_headline = pc.equal(pc.bit_wise_and(repeated.column("story"), pa.scalar(1, pa.uint64())), _NO_OUTLET)
    headline = pc.if_else(is_headline, repeated.column("story"), pa.scalar(None, pa.uint64()))
    found = (
        repeated.append_column("headline", headline)
        .group_by(_SCOPE)
        .aggregate([("document", "count"), ("headline", "count_distinct"), ("story", "count_distinct")])
    )
    return found.rename_columns([*_SCOPE, "n_documents", "n_headlines", "n_stories"])


def _of_outlets(repeated: pa.Table, settings: CleanSettings) -> pa.Table:
    """Return the lines that enough documents of one known outlet share."""
    lines = repeated.filter(pc.invert(repeated.column("is_body")))
    found = _counted(lines.filter(pc.not_equal(lines.column("outlet"), _NO_OUTLET)))
    return found.filter(pc.greater_equal(found.column("n_stories"), settings.learned_documents)).cast(SHARED)


def _of_input(repeated: pa.Table, settings: CleanSettings) -> pa.Table:
    """Return the bodies that enough documents share, and the lines that more than one outlet prints, or a nameless one."""
    nothing = pa.array(np.zeros(repeated.num_rows), pa.uint64())
    everywhere = repeated.set_column(repeated.column_names.index("outlet"), "outlet", nothing)
    found = _counted(everywhere)
    outlets = repeated.group_by("digest").aggregate([("outlet", "count_distinct"), ("outlet", "min")])
    of_one = outlets.filter(
        pc.and_(
            pc.equal(outlets.column("outlet_count_distinct"), 1),
            pc.not_equal(outlets.column("outlet_min"), _NO_OUTLET),
        )
    )
    is_wide = pc.invert(pc.is_in(found.column("digest"), of_one.column("digest").combine_chunks()))
    bound = pc.if_else(found.column("is_body"), settings.learned_body_headlines, settings.learned_documents_of_input)
    enough = pc.greater_equal(found.column("n_stories"), bound)
    return found.filter(pc.and_(enough, pc.or_(found.column("is_body"), is_wide))).cast(SHARED)


def _holders(repeated: pa.Table, shared: pa.Table) -> pa.Table:
    """Return the documents with the smallest ids that hold each shared text, of each outlet N_WITNESSES."""
    rows = repeated.filter(pc.is_in(repeated.column("digest"), shared.column("digest").combine_chunks()))
    rows = rows.sort_by([("digest", "ascending"), ("outlet", "ascending"), ("document", "ascending")])
    digests, outlets = (rows.column(name).to_numpy() for name in ("digest", "outlet"))
    starts = np.flatnonzero(np.r_[True, (digests[1:] != digests[:-1]) | (outlets[1:] != outlets[:-1])][: len(digests)])
    place = np.arange(len(digests)) - np.repeat(starts, np.diff(np.r_[starts, len(digests)]))
    return rows.filter(pa.array(place < N_WITNESSES)).select(HOLDERS.names).cast(HOLDERS)
