"""The room from end to end on a table in memory, step by step with its processor seconds.

    python -m tests.bench.dedupe.room DOCUMENTS race|whole

prints what it took as JSON: from folding to verification, as the other engines are measured, or to the decision.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.dedupe import (
    DedupeSettings,
    Texts,
    decide,
    find_candidates,
    fold_and_sketch,
    verify_pairs,
)
from tasks.dedupe.segments import FENCE_KEYS
from tests.bench.dedupe.corpora import read_documents

SETTINGS = DedupeSettings()
SHARD = 500  # documents, as for the other engines
BLOCK_PAIRS = 2_000


@dataclass(frozen=True)
class Outcome:
    """What the room said of some documents, and the processor seconds of every step."""

    duplicates: pa.Table
    kept: pa.Array
    facts: pa.Table
    n_candidates: int
    seconds: dict[str, float]


@dataclass(frozen=True)
class Measured:
    """What some documents took: seconds by step, and the most memory beside the documents, the interpreter's included."""

    seconds: dict[str, float]
    working_bytes: int
    index_bytes: int


def main() -> None:
    """Print what was measured on a file of documents."""
    documents = read_documents(Path(sys.argv[1]))
    deduplicated(
        documents.slice(0, 2)
    )  # makes the table of letters: like an import, not a part of what a document costs
    Path("/proc/self/clear_refs").write_text("5")  # forgets what reading took
    if sys.argv[2] == "race":
        facts, _, seconds = verified(documents)
    else:
        outcome = deduplicated(documents)
        facts, seconds = outcome.facts, outcome.seconds
    print(json.dumps(asdict(Measured(seconds, peak_bytes() - documents.nbytes, index_bytes(facts)))))


def peak_bytes() -> int:
    """Return the most memory that this process has used."""
    return 1024 * int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])


def index_bytes(facts: pa.Table) -> int:
    """Return about what an index of these texts takes: the keys of their samples and anchors, fences, and names, twice."""
    n_keys = facts["n_sampled"].to_numpy().sum() + SETTINGS.anchors * len(facts)
    return int(8 * (n_keys + n_keys / FENCE_KEYS + 2 * len(facts)))


def verified(documents: pa.Table) -> tuple[pa.Table, pa.Table, dict[str, float]]:
    """Return the facts of all sketches, the verified pairs, and what each step took."""
    shards = [documents.slice(at, SHARD) for at in range(0, len(documents), SHARD)]
    times = [time.process_time()]
    sketches = [fold_and_sketch(shard, SETTINGS) for shard in shards]
    times.append(time.process_time())
    facts = pa.concat_tables([sketch.facts for sketch in sketches])
    texts = Texts.of(facts)
    found = find_candidates([sketch.segment for sketch in sketches], texts, SETTINGS)
    candidates = pa.table({"left": texts.articles(found.lefts), "right": texts.articles(found.rights)})
    times.append(time.process_time())
    pairs = measured(documents, candidates)
    times.append(time.process_time())
    steps = zip(("sketch", "candidates", "verify"), np.diff(times).tolist(), strict=True)
    return facts, pairs, dict(steps)


def measured(documents: pa.Table, pairs: pa.Table) -> pa.Table:
    """Return VERIFIED for the pairs, some at a time."""
    return pa.concat_tables([verify_pairs(bodies, block, SETTINGS) for block, bodies in blocks(documents, pairs)])


def blocks(documents: pa.Table, pairs: pa.Table) -> Iterator[tuple[pa.Table, pa.Table]]:
    """Yield blocks of pairs with the bodies that each one needs; the first two columns of `pairs` name the articles."""
    ids = documents["article_id"].combine_chunks()
    texts = documents.select(["article_id", "body"])
    lefts, rights = (pc.index_in(side, value_set=ids).to_numpy() for side in pairs.columns[:2])
    for at in range(0, max(1, pairs.num_rows), BLOCK_PAIRS):
        of_block = slice(at, at + BLOCK_PAIRS)
        wanted = np.unique(np.concatenate([lefts[of_block], rights[of_block]]))
        yield pairs.slice(at, BLOCK_PAIRS), texts.take(wanted)


def deduplicated(documents: pa.Table) -> Outcome:
    """Run the whole room."""
    facts, pairs, seconds = verified(documents)
    start = time.process_time()
    known = documents.drop_columns("body").append_column("text_digest", facts["text_digest"])
    decision = decide(known, pairs, SETTINGS)
    if decision.wanted.num_rows:
        decision = decision.with_pairs(measured(documents, decision.wanted))
    duplicates, kept = decision.duplicates, decision.kept
    seconds["decide"] = time.process_time() - start
    return Outcome(duplicates, kept, facts, pairs.num_rows, seconds)


if __name__ == "__main__":
    main()
