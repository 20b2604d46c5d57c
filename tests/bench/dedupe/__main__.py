"""The table of deduplication: speed beside other engines, recall by band, groups, growth, index, memory.

    python -m tests.bench.dedupe --data DIR [--parts speed recall gold growth events headlines history] [--sizes 10000 100000]

DIR holds `dev.parquet`, `gt_dup_pairs_dev.parquet` and `make_scale.py`. Generated documents are kept in --work, the other
engines' environment in --peers, so that a second call is quick. `--parts speed` at 100,000 documents takes half an hour.
"""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.dedupe.options import Options
from tests.bench.dedupe.parts import events, gold, growth, headlines, history, recall, speed
from tests.bench.dedupe.race import PEERS

PARTS: dict[str, Callable[[Options], None]] = {
    "recall": recall,
    "gold": gold,
    "speed": speed,
    "growth": growth,
    "events": events,
    "headlines": headlines,
    "history": history,
}


def main() -> None:
    """Measure part by part; each number is printed as soon as it is there."""
    cache = Path(tempfile.gettempdir()) / "copydesk-bench"
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--work", type=Path, default=cache / "dedupe")
    options.add_argument("--peers", type=Path, default=cache / "peers")
    options.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    options.add_argument("--engines", nargs="*", choices=PEERS, default=list(PEERS))
    options.add_argument("--rounds", type=int, default=3)
    given = Options(**vars(options.parse_args()))
    given.work.mkdir(parents=True, exist_ok=True)
    for part in given.parts:
        PARTS[part](given)


if __name__ == "__main__":
    main()
