"""What everything besides the model's pass costs, in processor time, beside the plain pass of another pipeline over the same texts.

    python -m tests.bench.enrich.costs --data DIR [--articles 300]

DIR holds `dev.parquet` and, in `ner/candidate_model`, the pipeline to compare with.
Batches of both take turns in one process, so that a busy machine slows both alike. The bundled model's own pass is made before
and is in no number but its own line. What a worker reads once, however many articles it has (places, aliases), is read over other
articles before; its time is a line of its own.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tasks.enrich import enrichment
from tasks.enrich.enrichment import enrich_articles, model_spans
from tasks.enrich.language_model import load_model
from tasks.enrich.passages import read_articles
from tasks.enrich.settings import EnrichSettings
from tests.bench.enrich.enriched_texts import ARTICLES
from tests.bench.enrich.remembering_model import RememberingModel

_BATCH: Final = 64
# What a part is called, and the function of the module that does it.
_PARTS: Final = {
    "names": "article_names",
    "identities": "identities_of",
    "quotes": "passage_quotes",
    "figures": "passage_figures",
}
_WARM: Final = 300  # other articles, after which a worker has read what it reads once
_REACH: Final = "<= 25 %"


def main() -> None:
    """Measure every batch and print the shares."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--articles", type=int, default=300)
    given = options.parse_args()
    import spacy

    peer = spacy.load(given.data / "ner" / "candidate_model")
    model, spent = RememberingModel.of(load_model("bundled")), Counter[str]()
    taken = sample(given.data / "dev.parquet", given.articles + _WARM)
    articles, others = taken.slice(0, given.articles), taken.slice(given.articles)
    list(peer.pipe(others["body"].to_pylist()[:8]))
    for part in ("first", "again"):
        list(model_spans(read_articles(others), model, EnrichSettings()))
        with timed(spent, part):
            enrich_articles(others, model, EnrichSettings())
    for start in range(0, articles.num_rows, _BATCH):
        batch = articles.slice(start, _BATCH)
        with timed(spent, "peer"):
            list(peer.pipe(batch["body"].to_pylist(), batch_size=_BATCH))
        measure(batch, model, spent)
    print_shares(spent, articles)


def sample(path: Path, n: int) -> pa.Table:
    """Return `n` rows from all over the file, as articles."""
    rows = pq.read_table(path, columns=["id", "title", "published", "text"])
    rows = rows.filter(pc.is_valid(rows["text"]))
    rows = rows.take(random.Random(1).sample(range(rows.num_rows), n))
    columns = [rows["id"], pa.nulls(n, pa.date32()), rows["title"], rows["text"], pa.array([[]] * n), pa.nulls(n)]
    return pa.table([column.cast(field.type) for column, field in zip(columns, ARTICLES, strict=True)], ARTICLES)


def measure(batch: pa.Table, model: RememberingModel, spent: Counter[str]) -> None:
    """Add the processor time of every part of enriching a batch whose names the model has marked."""
    with timed(spent, "model"):
        list(model_spans(read_articles(batch), model, EnrichSettings()))
    with ExitStack() as patched, timed(spent, "all"):
        for part, function in _PARTS.items():
            patched.enter_context(
                patch.object(enrichment, function, clocked(getattr(enrichment, function), spent, part))
            )
        enrichment.enrich_articles(batch, model, EnrichSettings())


def clocked(function: Callable[..., Any], spent: Counter[str], part: str) -> Callable[..., Any]:
    """Return the function that also adds its processor time to a part."""

    def call(*given: Any, **named: Any) -> Any:
        with timed(spent, part):
            return function(*given, **named)

    return call


@contextmanager
def timed(spent: Counter[str], part: str) -> Iterator[None]:
    """Add the processor time of a block to a part."""
    start = time.process_time_ns()
    yield
    spent[part] += time.process_time_ns() - start


def print_shares(spent: Counter[str], articles: pa.Table) -> None:
    """Print what each part costs, as a share of the peer's plain pass."""
    words = sum(len(text.split()) for text in articles["body"].to_pylist())
    print(f"{articles.num_rows} articles, {words:,} words\n{'':<44}{'cpu s':>8}{'share':>10}   reach")
    spent["rows and tables"] = spent["all"] - sum(spent[part] for part in _PARTS)
    spent["once"] = spent["first"] - spent["again"]
    lines = [("plain pass of the other pipeline", "peer", ""), ("the bundled model's pass", "model", "")]
    lines += [("read once by a worker", "once", "")]
    lines += [("everything besides the model's pass", "all", _REACH)]
    lines += [(f"  {part}", part, "") for part in (*_PARTS, "rows and tables")]
    for label, part, reach in lines:
        print(f"{label:<44}{spent[part] / 1e9:>8.2f}{100 * spent[part] / spent['peer']:>8.1f} %   {reach}")


if __name__ == "__main__":
    main()
