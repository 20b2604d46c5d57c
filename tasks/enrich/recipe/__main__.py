"""Train the language model, or measure how well it would be trained: see the package's first lines."""

import argparse
import json
import logging
from pathlib import Path

from tasks.enrich.recipe.folds import score_folds
from tasks.enrich.recipe.runs import Workshop

HERE = Path(__file__).parent


def main() -> None:
    """Read the command line and do what it says."""
    options = argparse.ArgumentParser(prog="python -m tasks.enrich.recipe", description=__doc__)
    options.add_argument("what", choices=["folds", "model"])
    options.add_argument("--data", type=Path, required=True, help="folder with ner/ and dev.parquet")
    options.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    options.add_argument("--start", type=Path, help="folder of an installed pipeline whose ner is the start")
    options.add_argument("--to", type=Path, default=HERE.parent / "model", help="folder of the model that is written")
    given = options.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    given.work.mkdir(parents=True, exist_ok=True)
    shop = Workshop(given.data, given.work, given.start)
    if given.what == "model":
        shop.write_shipped(given.to)
    else:
        scores = json.dumps(score_folds(shop), indent=1) + "\n"
        (HERE / "folds.json").write_text(scores, encoding="utf-8")


if __name__ == "__main__":
    main()
