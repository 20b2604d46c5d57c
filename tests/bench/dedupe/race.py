"""Documents per processor second, side by side with other engines: interleaved, the best of some rounds."""

import json
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from tests.bench.dedupe.room import Measured

TOGETHER = ("gaoya", "rensa", "FastSketchLSH", "datasketch")  # need little, and the same environment
# What each of the others needs would change what another one needs. datatrove splits words with spaCy, and names no bound for
# xxhash though it fails with the fourth version.
ALONE = {"text-dedup": ["text-dedup"], "datatrove": ["datatrove[processing]", "spacy", "xxhash<4"]}
PEERS = (*TOGETHER, *ALONE)
OURS = "copydesk"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass
class Racer:
    """An engine, its best time so far, and the pairs it found last."""

    name: str
    seconds: float = float("inf")
    pairs: list[tuple[int, int]] = field(default_factory=list)


class NotInstalledError(Exception):
    """An engine could not be installed from the package index; says why."""


def install(name: str, folder: Path) -> Path:
    """Make the environment of another engine, once; return its interpreter.

    Raises NotInstalledError with what the installer said.
    """
    folder, packages = (folder / name, ALONE[name]) if name in ALONE else (folder, list(TOGETHER))
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "-q", "pyarrow", *packages]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            shutil.rmtree(folder)
            raise NotInstalledError(f"{name} cannot be installed: {done.stderr.strip()[-500:]}")
    return python


def installed(names: list[str], folder: Path) -> dict[str, Path]:
    """Return the interpreters of the engines that can be installed; print of the others why not."""
    found = {}
    for name in names:
        try:
            found[name] = install(name, folder)
        except NotInstalledError as error:
            print(error)
    return found


def race(documents: Path, pythons: dict[str, Path], rounds: int) -> list[Racer]:
    """Run every engine in turn, `rounds` times."""
    racers = [Racer(name) for name in (OURS, *pythons)]
    for _ in range(rounds):
        for racer in racers:
            seconds = run_ours(documents) if racer.name == OURS else run_peer(racer, documents, pythons[racer.name])
            racer.seconds = min(racer.seconds, seconds)
    return racers


def run_ours(documents: Path) -> float:
    """Return the processor seconds of the room, from folding to verification."""
    steps = measure_room(documents, "race").seconds
    return sum(steps.values())


def measure_room(documents: Path, how_far: str) -> Measured:
    """Run the room in a process of its own."""
    return Measured(**json.loads(call([sys.executable, "-m", "tests.bench.dedupe.room", str(documents), how_far])))


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
