"""The room from end to end on a table in memory, step by step with its processor seconds.

    python -m tests.bench.dedupe.room DOCUMENTS

prints what folding to verification took, for the race.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tasks.dedupe import (
    DedupeSettings,
    decide,
    find_candidates,
    fold_and_sketch,
    rank_documents,
    verify_pairs,
)

SETTINGS = DedupeSettings()
SHARD = 500  # documents, as for the other engines
BLOCK_PAIRS = 2_000


@dataclass(frozen=True)
class Outcome:
    """What the room said of some documents, and the processor seconds of every step."""

    duplicates: pa.Table
    kept: pa.Array
    sketches: pa.Table
    n_candidates: int
    seconds: dict[str, float]


def main() -> None:
    """Print the seconds of every step up to verification."""
    documents = pq.read_table(sys.argv[1])
    verified(documents.slice(0, 2))  # makes the table of letters: like an import, not a part of what a document costs
    print(json.dumps(verified(documents)[2]))


def verified(documents: pa.Table) -> tuple[pa.Table, pa.Table, dict[str, float]]:
    """Return the sketches, the verified pairs, and what each step took."""
    shards = [documents.slice(at, SHARD) for at in range(0, len(documents), SHARD)]
    times = [time.process_time()]
    sketches = pa.concat_tables([fold_and_sketch(shard, SETTINGS) for shard in shards])
    times.append(time.process_time())
    candidates = find_candidates(sketches, rank_documents(documents), SETTINGS)
    times.append(time.process_time())
    pairs = measured(documents, candidates)
    times.append(time.process_time())
    steps = zip(("sketch", "candidates", "verify"), np.diff(times).tolist(), strict=True)
    return sketches, pairs, dict(steps)


def measured(documents: pa.Table, pairs: pa.Table) -> pa.Table:
    """Return VERIFIED for the pairs, some at a time."""
    return pa.concat_tables([verify_pairs(bodies, block, SETTINGS) for block, bodies in blocks(documents, pairs)])


def blocks(documents: pa.Table, pairs: pa.Table) -> Iterator[tuple[pa.Table, pa.Table]]:
    """Yield blocks of pairs with the bodies that each one needs; the first two columns of `pairs` name the articles."""
    ids = documents["article_id"].combine_chunks()
    texts = documents.select(["article_id", "body"])
    for at in range(0, max(1, pairs.num_rows), BLOCK_PAIRS):
        block = pairs.slice(at, BLOCK_PAIRS)
        wanted = pa.chunked_array([chunk for side in block.columns[:2] for chunk in side.chunks], pa.string())
        yield block, texts.take(np.unique(pc.index_in(pc.unique(wanted), value_set=ids).to_numpy()))


def deduplicated(documents: pa.Table) -> Outcome:
    """Run the whole room."""
    sketches, pairs, seconds = verified(documents)
    start = time.process_time()
    known = documents.drop_columns("body").append_column("text_digest", sketches["text_digest"])
    decision = decide(known, pairs, SETTINGS)
    if decision.wanted.num_rows:
        decision = decide(known, pa.concat_tables([pairs, measured(documents, decision.wanted)]), SETTINGS)
    seconds["decide"] = time.process_time() - start
    return Outcome(decision.duplicates, decision.kept, sketches, pairs.num_rows, seconds)


if __name__ == "__main__":
    main()
