"""Other engines at their usual setting, in their own interpreter: bodies in, pairs of row numbers out.

    python peers.py NAME DOCUMENTS PAIRS

DOCUMENTS is Parquet with a column `body`, PAIRS a Parquet file to write. Prints the processor seconds, those of processes that an
engine starts included. All get 5-word shingles and 16 bands of 8 rows; texts come in batches where an engine wants them as sets, as
the shingle strings of a whole corpus would not fit into memory.
"""

import contextlib
import importlib
import os
import re
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

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
    start = processor_seconds()
    pairs = [(min(pair), max(pair)) for pair in ENGINES[name](bodies) if pair[0] != pair[1]]
    seconds = processor_seconds() - start
    lefts, rights = zip(*sorted(set(pairs)), strict=True)
    pq.write_table(pa.table({"left": lefts, "right": rights}), target)
    print(seconds)


def processor_seconds() -> float:
    """Return what this process and those it has waited for have used."""
    return sum(os.times()[:4])


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


def with_text_dedup(bodies: list[str]) -> Iterator[tuple[int, int]]:
    """Find groups with text-dedup, by its command: it reads and writes files, and joins what it finds itself."""
    module = importlib.import_module(MODULES["text-dedup"])
    with tempfile.TemporaryDirectory() as folder:
        files = {name: str(Path(folder, name)) for name in ("documents.parquet", "output", "cache")}
        pq.write_table(pa.table({"body": bodies}), files["documents.parquet"])
        given = {"path": "parquet", "data_files": files["documents.parquet"], "split": "train", "column": "body"}
        given |= {"output": files["output"], "cache_dir": files["cache"], "num_proc": "1", "threshold": str(THRESHOLD)}
        given |= {"num_perm": str(HASHES), "ngram": str(WORDS), "b": str(BANDS), "r": str(ROWS)}
        asked = [part for name, value in given.items() for part in (f"--{name}", value)]
        with contextlib.redirect_stdout(sys.stderr):
            module.main(asked, standalone_mode=False)
    yield from ((number, module.uf.find(number)) for number in range(len(bodies)))


def with_datatrove(bodies: list[str]) -> Iterator[tuple[int, int]]:
    """Find pairs with datatrove: its signatures, and its buckets, which read and write files."""
    dedup = importlib.import_module(MODULES["datatrove"])
    document = importlib.import_module("datatrove.data").Document
    config = dedup.MinhashConfig(n_grams=WORDS, num_buckets=BANDS, hashes_per_bucket=ROWS)
    with tempfile.TemporaryDirectory() as folder:
        signatures, buckets = str(Path(folder, "signatures")), str(Path(folder, "buckets"))
        documents = (document(text=body, id=str(number)) for number, body in enumerate(bodies))
        dedup.MinhashDedupSignature(signatures, config).run(documents, 0, 1)
        for bucket in range(BANDS):
            dedup.MinhashDedupBuckets(signatures, buckets, config=config).run(None, bucket, BANDS)
        for file in sorted(Path(buckets).glob("*.dups")):
            for _, left, _, right in struct.iter_unpack("<4I", file.read_bytes()):
                yield left, right


MODULES = {
    "gaoya": "gaoya",
    "rensa": "rensa",
    "FastSketchLSH": "FastSketchLSH",
    "datasketch": "datasketch",
    "text-dedup": "text_dedup.minhash",
    "datatrove": "datatrove.pipeline.dedup.minhash",
}
ENGINES: dict[str, Callable[[list[str]], Iterator[tuple[int, int]]]] = {
    "gaoya": with_gaoya,
    "rensa": with_rensa,
    "FastSketchLSH": with_fast_sketch,
    "datasketch": with_datasketch,
    "text-dedup": with_text_dedup,
    "datatrove": with_datatrove,
}

if __name__ == "__main__":
    main()
