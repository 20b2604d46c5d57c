"""Documents per processor second, side by side with other engines: interleaved, the best of some rounds."""

import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

PEERS = {"gaoya": "gaoya", "rensa": "rensa", "FastSketchLSH": "FastSketchLSH", "datasketch": "datasketch"}
OURS = "copydesk"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass
class Racer:
    """An engine, its best time so far, and the pairs it found last."""

    name: str
    seconds: float = float("inf")
    pairs: list[tuple[int, int]] = field(default_factory=list)


def install(folder: Path) -> Path:
    """Make an environment for the other engines, once; return its interpreter."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "pyarrow", *PEERS.values()], check=True)
    return python


def race(documents: Path, python: Path, names: list[str], rounds: int) -> list[Racer]:
    """Run every engine in turn, `rounds` times."""
    racers = [Racer(name) for name in (OURS, *names)]
    for _ in range(rounds):
        for racer in racers:
            seconds = run_ours(documents) if racer.name == OURS else run_peer(racer, documents, python)
            racer.seconds = min(racer.seconds, seconds)
    return racers


def run_ours(documents: Path) -> float:
    """Return the processor seconds of the room, from folding to verification."""
    return float(sum(json.loads(call([sys.executable, "-m", "tests.bench.dedupe.room", str(documents)])).values()))


def run_peer(racer: Racer, documents: Path, python: Path) -> float:
    """Return the processor seconds of another engine and keep its pairs."""
    target = documents.with_name(f"{documents.stem}.{racer.name}.pairs.parquet")
    script = str(Path(__file__).with_name("peers.py"))
    seconds = float(call([str(python), script, racer.name, str(documents), str(target)]))
    found = pq.read_table(target)
    racer.pairs = list(zip(found["left"].to_pylist(), found["right"].to_pylist(), strict=True))
    return seconds


def call(command: list[str]) -> str:
    """Run a command on one thread and return what it printed."""
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_THREAD}
    ).stdout
