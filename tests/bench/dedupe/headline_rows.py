"""Real headlines to counts: tails cut, columns found, rows linked."""

import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from tasks.dedupe.headline_form import learn_tails, split_tail
from tasks.dedupe.headline_links import Dated, link_headlines
from tasks.dedupe.headlines import Use, find_recurring, fold_headline, numbers_of
from tests.bench.dedupe.room import SETTINGS


@dataclass(frozen=True)
class HeadlineCounts:
    """What became of the headlines, and the processor seconds it took."""

    n_rows: int
    n_tails: int
    n_cut: int
    n_learned: int
    n_columns: int
    n_repeats: int
    n_repeats_linked: int
    n_similar: int
    n_other_numbers: int
    seconds: float


def count_headlines(path: Path) -> HeadlineCounts:
    """Fold, tell columns apart and link all rows of headlines.parquet; a row's text is its address, its day if it has none."""
    rows = pq.read_table(path, columns=["headline", "source", "date", "url"]).to_pylist()
    start = time.process_time()
    tails = learn_tails((row["headline"] for row in rows), SETTINGS)
    folded = [fold_headline(row["headline"], (row["source"],), tails) for row in rows]
    days = [as_day(row["date"]) for row in rows]
    texts = [row["url"] or row["date"] for row in rows]
    uses = zip(folded, days, texts, (row["source"] for row in rows), strict=True)
    columns = find_recurring((Use(headline, *use) for headline, *use in uses if headline), SETTINGS)
    dated = [
        Dated(row, headline, day.toordinal())
        for row, (headline, day) in enumerate(zip(folded, days, strict=True))
        if headline and day and headline not in columns
    ]
    links = link_headlines(dated, SETTINGS)
    seconds = time.process_time() - start
    by_row = {article.rank: article.headline for article in dated}
    linked = {link.later for link in links if link.verdict.rule == "equal_headline"}
    repeats = repeated(dated)
    similar = [link for link in links if link.verdict.rule == "similar_headline"]
    with_tail = [row for row in rows if split_tail(row["headline"])]
    return HeadlineCounts(
        n_rows=len(rows),
        n_tails=len(with_tail),
        n_cut=sum(is_shorter(row["headline"], row["source"], tails) for row in with_tail),
        n_learned=len(tails),
        n_columns=len(columns),
        n_repeats=len(repeats),
        n_repeats_linked=len(repeats & linked),
        n_similar=len(similar),
        n_other_numbers=sum(numbers_of(by_row[link.later]) != numbers_of(by_row[link.earlier]) for link in similar),
        seconds=seconds,
    )


def as_day(text: str | None) -> date | None:
    """Return the day of a printed date."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def is_shorter(headline: str, source: str, tails: frozenset[str]) -> bool:
    """Tell whether a tail was cut off."""
    one, other = fold_headline(headline), fold_headline(headline, (source,), tails)
    return one != other


def repeated(dated: Iterable[Dated]) -> set[int]:
    """Return the rows whose folded headline was printed before, however long ago."""
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for article in dated:
        rows[article.headline].append((article.day, article.rank))
    return {rank for some in rows.values() for _, rank in sorted(some)[1:]}
