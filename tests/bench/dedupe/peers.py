"""Other engines at their usual setting, in their own interpreter: bodies in, pairs of row numbers out.

    python peers.py NAME DOCUMENTS PAIRS

DOCUMENTS is Parquet with a column `body`, PAIRS a Parquet file to write. Prints the processor seconds. All get 5-word shingles
and 16 bands of 8 rows; texts come in batches, as the shingle strings of a whole corpus would not fit into memory.
"""

import importlib
import re
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

BATCH = 500
WORDS, BANDS, ROWS = 5, 16, 8
HASHES = BANDS * ROWS
THRESHOLD = 0.8
WORD = re.compile(r"\w+")


def main() -> None:
    """Measure one engine."""
    name, documents, target = sys.argv[1:]
    bodies = pq.read_table(documents, columns=["body"])["body"].to_pylist()
    importlib.import_module(MODULES[name])  # not a part of what a document costs
    start = time.process_time()
    pairs = [(min(pair), max(pair)) for pair in ENGINES[name](bodies) if pair[0] != pair[1]]
    seconds = time.process_time() - start
    lefts, rights = zip(*sorted(set(pairs)), strict=True)
    pq.write_table(pa.table({"left": lefts, "right": rights}), target)
    print(seconds)


def shingles(body: str) -> list[str]:
    """Return the runs of five words of a text, the whole text when it is shorter."""
    words = WORD.findall(body.lower())
    runs = zip(*(words[i:] for i in range(WORDS)), strict=False)
    return list(set(map(" ".join, runs))) or [" ".join(words)]


def batches(bodies: list[str]) -> Iterator[tuple[int, list[list[str]]]]:
    """Yield the number of the first document and the shingles of every batch."""
    for start in range(0, len(bodies), BATCH):
        yield start, [shingles(body) for body in bodies[start : start + BATCH]]


def with_gaoya(bodies: list[str]) -> Iterator[tuple[int, int]]:
    """Find pairs with gaoya, which makes shingles itself."""
    index = importlib.import_module("gaoya.minhash").MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=THRESHOLD,
        num_bands=BANDS,
        band_size=ROWS,
        num_hashes=HASHES,
        analyzer="word",
        lowercase=True,
        ngram_range=(WORDS, WORDS),
    )
    for number, body in enumerate(bodies):
        index.insert_document(number, body)
    for number, body in enumerate(bodies):
        yield from ((number, other) for other in index.query(body))


def with_rensa(bodies: list[str]) -> Iterator[tuple[int, int]]:
    """Find pairs with rensa."""
    rensa = importlib.import_module("rensa")
    index = rensa.RMinHashLSH(threshold=THRESHOLD, num_perm=HASHES, num_bands=BANDS)
    kept = []
    for start, sets in batches(bodies):
        for number, sketch in enumerate(rensa.RMinHash.from_token_sets(sets, HASHES, 42), start):
            kept.append(sketch)
            index.insert(number, sketch)
    for number, sketch in enumerate(kept):
        near = (other for other in index.query(sketch) if other < number)
        yield from ((number, other) for other in near if sketch.jaccard(kept[other]) >= THRESHOLD)


def with_fast_sketch(bodies: list[str]) -> Iterator[tuple[int, int]]:
    """Find pairs with FastSketchLSH."""
    module = importlib.import_module("FastSketchLSH")
    sketcher = module.FastSimilaritySketch(size=HASHES, seed=42)
    sketches = np.concatenate([np.asarray(sketcher.batch(sets, num_threads=1)) for _, sets in batches(bodies)])
    index = module.LSH(num_perm=HASHES, num_bands=BANDS, num_threads=1)
    index.insert(sketches)
    for number, near in enumerate(index.query(sketches)):
        yield from ((number, other) for other in near)


def with_datasketch(bodies: list[str]) -> Iterator[tuple[int, int]]:
    """Find pairs with datasketch."""
    module = importlib.import_module("datasketch")
    index = module.MinHashLSH(threshold=THRESHOLD, num_perm=HASHES, params=(BANDS, ROWS))
    for start, sets in batches(bodies):
        encoded = ([text.encode() for text in some] for some in sets)
        for number, sketch in enumerate(module.MinHash.generator(encoded, num_perm=HASHES), start):
            yield from ((number, other) for other in index.query(sketch))
            index.insert(number, sketch)


MODULES = {"gaoya": "gaoya", "rensa": "rensa", "FastSketchLSH": "FastSketchLSH", "datasketch": "datasketch"}
ENGINES: dict[str, Callable[[list[str]], Iterator[tuple[int, int]]]] = {
    "gaoya": with_gaoya,
    "rensa": with_rensa,
    "FastSketchLSH": with_fast_sketch,
    "datasketch": with_datasketch,
}

if __name__ == "__main__":
    main()
