"""Every number that the cleaning stage has to reach, in one command.

    python -m tests.bench.clean --data DIR [--sample 500] [--only pages cost] [--newspaper PYTHON] [--examples 5]

DIR is the folder of the raw texts, pages, wire stories and odd inputs with their manifests. Seen and held documents are scored
apart: an id whose SHA-256 begins with 0-4 is held, and is never printed.
"""

import argparse
import os
from pathlib import Path

from tests.bench.clean import bad_inputs, costs, pages, raw_texts, wire_stories

_PARTS = ("raw", "bad", "wire", "pages", "cost", "hostile")


def main() -> None:
    """Measure the parts that were asked for; each prints its lines when it is done."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--sample", type=int, help="documents of each corpus instead of all")
    options.add_argument("--only", nargs="+", choices=_PARTS, default=list(_PARTS))
    options.add_argument("--newspaper", help="an interpreter that can import newspaper4k")
    options.add_argument("--examples", type=int, default=0, help="seen documents to name for each kind of mistake")
    options.add_argument("--cost-sample", type=int, default=300)
    options.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    given = options.parse_args()
    if "raw" in given.only:
        raw_texts.measure(given.data, given.sample, given.workers, given.examples)
    if "bad" in given.only:
        bad_inputs.measure(given.data, given.workers, given.examples)
    if "wire" in given.only:
        wire_stories.measure(given.data, given.sample, given.workers, given.examples)
    if "pages" in given.only:
        pages.measure(given.data, given.sample, given.workers, given.newspaper, given.examples)
    if "cost" in given.only:
        model = Path(__file__).parents[3] / "tasks" / "enrich" / "model"
        costs.measure(given.data, given.cost_sample, model)
    if "hostile" in given.only:
        costs.measure_hostile()


if __name__ == "__main__":
    main()
