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
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Measured:
    """One size: the run's own numbers, its processor time with all children, and the bare model's."""

    n: int
    run: dict[str, Any]
    run_cpu_seconds: float
    wall_seconds: float
    model: dict[str, float]


def main() -> None:
    """Measure every size and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--sizes", type=int, nargs="+", default=[2_000, 10_000])
    options.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    given = options.parse_args()
    for measured in [measure(given.data, n, given.workers) for n in given.sizes]:
        show(measured)


def measure(data: Path, n: int, workers: int) -> Measured:
    """Run the pipeline and the bare model over the first `n` rows."""
    with tempfile.TemporaryDirectory() as folder:
        source, warehouse = Path(folder) / "first.parquet", Path(folder) / "warehouse"
        pq.write_table(first_rows(data / "dev.parquet", n), source)
        before, started = children_seconds(), time.monotonic()
        command = [sys.executable, "-m", "flows.cli", "run", str(source), "--to", str(warehouse)]
        printed = call([*command, "--untracked", "--json", "--workers", str(workers)])
        wall, cpu = time.monotonic() - started, children_seconds() - before
        model = Path(__file__).parents[2] / "tasks" / "enrich" / "model"
        bare = call([sys.executable, "-c", BARE_MODEL, str(warehouse / "articles"), str(model), str(BATCH)])
        return Measured(n, json.loads(printed), cpu, wall, json.loads(bare))


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


def show(measured: Measured) -> None:
    """Print one size."""
    run, n = measured.run, measured.n
    print(
        f"\n{n:,} documents: {run['n_kept']:,} kept, {run['n_duplicate']:,} duplicates, {run['n_rejected']:,} rejected"
    )
    print(f"{'stage':<10} {'wall s':>8} {'cpu s':>8} {'documents/s':>12}")
    for stage in run["stages"]:
        rate = n / stage["seconds"] if stage["seconds"] else 0
        print(f"{stage['stage']:<10} {stage['seconds']:>8.1f} {stage['cpu_seconds']:>8.1f} {rate:>12,.0f}")
    print(
        f"{'whole run':<10} {measured.wall_seconds:>8.1f} {measured.run_cpu_seconds:>8.1f} {n / measured.wall_seconds:>12,.0f}"
    )
    print(f"peak memory of the process tree: {run['peak_memory_bytes'] / MEBIBYTE:,.0f} MiB")
    bare = measured.model["cpu_seconds"]
    ratio = measured.run_cpu_seconds / bare
    print(f"bare model over the same {measured.model['articles']:,} bodies: {bare:.1f} cpu s")
    print(f"whole run / bare model = {ratio:.2f}")


if __name__ == "__main__":
    main()
