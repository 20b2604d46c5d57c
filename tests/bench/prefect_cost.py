"""What tracking costs: the same small run plainly, and as a Prefect flow run with the embedded server.

    python -m tests.bench.prefect_cost [--data DIR] [--rounds 3]

Runs the bundled sample (or the files of DIR) without a model, the kinds of run in turn, so that a busy machine hurts them alike.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.whole_run import children_seconds

SAMPLE = Path(__file__).parents[2] / "flows" / "sample" / "corpus"
KINDS = ("untracked", "warm home", "fresh home")


def main() -> None:
    """Measure all kinds of run in turn and print the middle of each."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=SAMPLE)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        warm = Path(folder) / "warm"
        cost_of(given.data, warm, [])  # makes the home
        costs: dict[str, list[tuple[float, float]]] = {kind: [] for kind in KINDS}
        for number in range(given.rounds):
            costs["untracked"].append(cost_of(given.data, warm, ["--untracked"]))
            costs["warm home"].append(cost_of(given.data, warm, []))
            costs["fresh home"].append(cost_of(given.data, Path(folder) / f"fresh-{number}", []))
    plain = [statistics.median(values) for values in zip(*costs["untracked"], strict=True)]
    print(f"{'run':<12} {'cpu s':>7} {'more':>7} {'wall s':>7} {'more':>7}   (middle of {given.rounds})")
    for kind, measured in costs.items():
        cpu, wall = (statistics.median(values) for values in zip(*measured, strict=True))
        print(f"{kind:<12} {cpu:>7.1f} {cpu - plain[0]:>7.1f} {wall:>7.1f} {wall - plain[1]:>7.1f}")


def cost_of(source: Path, home: Path, options: list[str]) -> tuple[float, float]:
    """Run `source` into a warehouse of its own; return the processor seconds of all its processes, and its wall time."""
    with tempfile.TemporaryDirectory() as warehouse:
        command = [sys.executable, "-m", "flows.cli", "run", str(source), "--to", f"{warehouse}/warehouse", *options]
        environment = {name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"}
        before, started = children_seconds(), time.monotonic()
        subprocess.run(
            [*command, "--model", "none"],
            check=True,
            capture_output=True,
            env={**environment, "PREFECT_HOME": str(home)},
        )
        return children_seconds() - before, time.monotonic() - started


if __name__ == "__main__":
    main()
