"""Documents per second of every stage and of the whole run, its memory, and its cost beside the bare model's.

    python -m tests.bench.whole_run --data DIR [--sizes 2000 10000] [--workers 2]

DIR holds `dev.parquet` with columns `text`, `title`, `published`, `url`, `source`, `author`. For every size the first rows
go through `copydesk run --untracked`, then through the bundled model's plain `nlp.pipe` over the bodies that were enriched.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

MEBIBYTE = 2**20
BATCH = 64

BARE_MODEL = """
import json, sys, time
import pyarrow.dataset as ds, pyarrow.compute as pc, spacy
bodies = ds.dataset(sys.argv[1]).to_table(columns=["body"], filter=pc.field("language") == "en")["body"].to_pylist()
nlp = spacy.load(sys.argv[2])
start = time.process_time()
words = sum(len(doc) for doc in nlp.pipe(bodies, batch_size=int(sys.argv[3])))
print(json.dumps({"cpu_seconds": time.process_time() - start, "tokens": words, "articles": len(bodies)}))
"""


def main() -> None:
    """Measure every size; each number is printed as soon as it is there."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--sizes", type=int, nargs="+", default=[2_000, 10_000])
    options.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    given = options.parse_args()
    for n in given.sizes:
        measure(given.data, n, given.workers)


def measure(data: Path, n: int, workers: int) -> None:
    """Run the pipeline over the first `n` rows, then the bare model over the bodies it enriched."""
    with tempfile.TemporaryDirectory() as folder:
        source, warehouse = Path(folder) / "first.parquet", Path(folder) / "warehouse"
        pq.write_table(first_rows(data / "dev.parquet", n), source)
        before, started = children_seconds(), time.monotonic()
        command = [sys.executable, "-m", "flows.cli", "run", str(source), "--to", str(warehouse)]
        printed = call([*command, "--untracked", "--json", "--workers", str(workers)])
        wall, cpu = time.monotonic() - started, children_seconds() - before
        show_run(n, json.loads(printed), wall, cpu)
        model = Path(__file__).parents[2] / "tasks" / "enrich" / "model"
        bare = json.loads(call([sys.executable, "-c", BARE_MODEL, str(warehouse / "articles"), str(model), str(BATCH)]))
        print(f"bare model over the same {bare['articles']:,} bodies: {bare['cpu_seconds']:.1f} cpu s")
        print(f"whole run / bare model = {cpu / bare['cpu_seconds']:.2f}", flush=True)


def first_rows(path: Path, n: int) -> pa.Table:
    """Return the first `n` rows without reading the rest."""
    return pa.Table.from_batches([next(pq.ParquetFile(path).iter_batches(batch_size=n))])


def call(command: list[str]) -> str:
    """Run a command and return what it printed."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def children_seconds() -> float:
    """Return the processor seconds of all finished child processes and theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def show_run(n: int, run: dict[str, Any], wall: float, cpu: float) -> None:
    """Print what one run took, stage by stage."""
    print(
        f"\n{n:,} documents: {run['n_kept']:,} kept, {run['n_duplicate']:,} duplicates, {run['n_rejected']:,} rejected"
    )
    print(f"{'stage':<10} {'wall s':>8} {'cpu s':>8} {'documents/s':>12}")
    for stage in run["stages"]:
        rate = n / stage["seconds"] if stage["seconds"] else 0
        print(f"{stage['stage']:<10} {stage['seconds']:>8.1f} {stage['cpu_seconds']:>8.1f} {rate:>12,.0f}")
    print(f"{'whole run':<10} {wall:>8.1f} {cpu:>8.1f} {n / wall:>12,.0f}")
    print(f"peak memory of the process tree: {run['peak_memory_bytes'] / MEBIBYTE:,.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
