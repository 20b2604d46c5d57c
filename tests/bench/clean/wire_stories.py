"""Raw wire stories -> dateline place, headline and author against what the agency's own fields say."""

import re
from collections.abc import Iterator
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from schemas.document import Document
from tasks.clean import Cleaned
from tests.bench.clean.cleaning import clean
from tests.bench.clean.scores import Score, print_examples, print_heading

_REUTERS = re.compile(r"(?i)^\s*by\s+|,\s*reuters?s?.*$")


def measure(data: Path, sample: int | None, workers: int, n_examples: int) -> None:
    """Print precision, recall and F1 of place, headline and author."""
    rows = pq.read_table(data / "gt_reuters21578_dev.parquet").to_pylist()
    rows = rows[:: max(len(rows) // sample, 1)] if sample else rows
    scores = {"dateline place": Score(), "headline": Score(), "author": Score()}
    with Pool(workers) as pool:
        for row, outcomes in zip(rows, pool.imap(_outcomes, rows, 64), strict=True):
            for what, outcome in outcomes:
                scores[what].count(row["id"], outcome)
    print_heading("wire stories")
    for what, reach in (("dateline place", ">= 98 % F1"), ("headline", ">= 98 %"), ("author", ">= 90 %")):
        _print_f1(what, scores[what], reach)
        print_examples(scores[what], ["wrong", "missed", "invented"], n_examples)


def _outcomes(row: dict[str, Any]) -> list[tuple[str, str]]:
    found = clean(Document(row["id"], None, "text", row["raw"].encode()))
    if not isinstance(found, Cleaned):
        raise TypeError(f"{row['id']} was not read: {found.message}")
    return list(_compare(row, found))


def _compare(row: dict[str, Any], found: Cleaned) -> Iterator[tuple[str, str]]:
    place = _fold(row["dateline"].split(",")[0]) if row["dateline"] else ""
    yield "dateline place", _outcome(place, _fold(found.dateline_place))
    yield "headline", _outcome(_fold(row["title"]), _fold(found.headline))
    author = _REUTERS.sub("", " ".join((row["author"] or "").split()))
    yield "author", _outcome(_fold(author), _fold(", ".join(found.byline)))


def _outcome(wanted: str, found: str) -> str:
    if wanted == found:
        return "right" if wanted else "rightly none"
    return "missed" if not found else "wrong" if wanted else "invented"


def _fold(text: str | None) -> str:
    return " ".join((text or "").split()).strip(" -*.,").casefold()


def _print_f1(what: str, score: Score, reach: str) -> None:
    cells = []
    for part in (score.seen, score.held):
        right, wrong = part["right"], part["wrong"]
        n_found, n_wanted = right + wrong + part["invented"], right + wrong + part["missed"]
        f1 = 2 * right / (n_found + n_wanted) if n_found + n_wanted else 0.0
        cells.append(f"{100 * f1:>7.2f} % {n_wanted:>7,}")
    print(f"{what + ': F1':<52} {cells[0]}  {cells[1]}   {reach}", flush=True)
