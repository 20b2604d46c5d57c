"""News pages -> headline, date and text beside trafilatura and, when it has an environment of its own, newspaper4k.

All three read the same bytes in one run. A headline is right when it is the expected one but for a few letters, a date when it
is the day (a neighbouring one too where an instant in UTC is expected); the text's score is the F1 of its words, counted as
often as they stand there.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import date
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from rapidfuzz import fuzz

from schemas.document import Document
from tasks.clean import Cleaned
from tests.bench.clean.cleaning import clean
from tests.bench.clean.scores import Score, print_examples, print_heading, print_shares

_ALMOST = 90  # rapidfuzz ratio of a right headline, of 100
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]|[^\W\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]+")
_PEER = Path(__file__).with_name("newspaper_peer.py")
Answer = tuple[str | None, str | None, str]
Row = dict[str, Any]


def measure(data: Path, sample: int | None, workers: int, newspaper: str | None, n_examples: int) -> None:
    """Print the three extractors' scores under one another."""
    rows = pq.read_table(data / "gt_html_dev.parquet").to_pylist()
    rows = rows[:: max(len(rows) // sample, 1)] if sample else rows
    print_heading("pages")
    peers: dict[str, Callable[[list[Row]], list[Answer]]] = {
        "copydesk": lambda some: _map(_ours, some, workers),
        "copydesk, nothing removed from the lines": lambda some: _map(_ours_uncleaned, some, workers),
        "trafilatura": lambda some: _map(_trafilatura, some, workers),
    }
    if newspaper:
        peers["newspaper4k"] = lambda some: _newspaper(newspaper, some)
    scores = {name: _score(rows, answers(rows)) for name, answers in peers.items()}
    _print(scores)
    if not newspaper:
        print("newspaper4k: not installed (give its interpreter with --newspaper)")
    print_examples(scores["copydesk"], ["headline wrong", "date wrong", "date missed", "text poor"], n_examples)


def _map(function: Callable[[Row], Answer], rows: list[Row], workers: int) -> list[Answer]:
    with Pool(workers) as pool:
        return pool.map(function, rows, 8)


def _ours(row: Row) -> Answer:
    found = clean(Document(row["id"], None, "html", row["html"]))
    if not isinstance(found, Cleaned):
        return None, None, ""
    day = found.published_on.isoformat() if found.published_on else None
    return found.headline, day, found.body or ""


def _ours_uncleaned(row: Row) -> Answer:
    """Return the article's lines as they are before rules take copies of the headline, posts, credits and repeats from them."""
    found = clean(Document(row["id"], None, "html", row["html"]))
    if not isinstance(found, Cleaned):
        return None, None, ""
    outside = ("not_the_article", "page_headline", "figure_caption", "date_beside_authors")
    lines = [(start, text) for _, start, _, text, rule in found.removed if rule not in outside]
    paragraphs = (found.body or "").split("\n\n")
    starts = {number: start for number, start, _ in reversed(found.paragraph_spans)}
    lines += [(start, paragraphs[number]) for number, start in starts.items()]
    return None, None, "\n".join(text for _, text in sorted(lines))


def _trafilatura(row: Row) -> Answer:
    from trafilatura import bare_extraction

    found = bare_extraction(row["html"], with_metadata=True, include_comments=False)
    if found is None:
        return None, None, ""
    values = found if isinstance(found, dict) else found.as_dict()
    return values["title"], values["date"], values["text"] or ""


def _newspaper(interpreter: str, rows: list[Row]) -> list[Answer]:
    """Ask newspaper4k in its own environment."""
    asked = "\n".join(json.dumps({"id": row["id"], "html": row["html"].decode("utf-8", "replace")}) for row in rows)
    command = [interpreter, "-W", "ignore", str(_PEER)]
    printed = subprocess.run(
        command, check=True, input=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    answers = [json.loads(line) for line in printed.stdout.splitlines() if line.startswith('{"id"')]
    return [(answer["title"], answer["date"], answer["text"]) for answer in answers]


def _score(rows: list[Row], answers: list[Answer]) -> Score:
    score = Score()
    for row, (title, day, text) in zip(rows, answers, strict=True):
        if row["expected_title"]:
            score.count(row["id"], f"headline {_headline(row['expected_title'], title)}")
        if row["expected_date"]:
            score.count(row["id"], f"date {_day(row['expected_date'], day)}")
        if row["expected_text"]:
            value = f1(row["expected_text"], text)
            score.count(row["id"], "text F1", value)
            score.count(row["id"], "text rest", 1 - value)
            score.count(row["id"], "text poor" if value < 0.5 else "text fair", 1)
    return score


def _headline(wanted: str, found: str | None) -> str:
    if not found:
        return "missed"
    return "right" if fuzz.ratio(_fold(wanted), _fold(found)) >= _ALMOST else "wrong"


def _day(wanted: str, found: str | None) -> str:
    """Score a day; most pages' expected dates are instants in UTC, and a page prints the day of its own time zone."""
    if not found:
        return "missed"
    days_apart = abs((date.fromisoformat(wanted[:10]) - date.fromisoformat(found[:10])).days)
    return "right" if days_apart <= ("T" in wanted) else "wrong"


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def f1(wanted: str, found: str) -> float:
    """Return the F1 of the words of `found` against those of `wanted`; letters of scripts without spaces count as words."""
    one, other = (Counter(_WORD.findall(text.casefold())) for text in (wanted, found))
    common = (one & other).total()
    return 2 * common / (one.total() + other.total()) if common else 0.0


def _print(scores: dict[str, Score]) -> None:
    for what, outcomes in (("headline", ("right", "wrong", "missed")), ("date", ("right", "wrong", "missed"))):
        for outcome in outcomes:
            others = [f"{what} {other}" for other in outcomes if other != outcome]
            for name, score in scores.items():
                if "," in name:
                    continue
                print_shares(f"{what} {outcome}: {name}", score, f"{what} {outcome}", others, "")
    for name, score in scores.items():  # expected texts hold some of what the contract removes from the body
        print_shares(f"text, mean F1: {name}", score, "text F1", ["text rest"], "")
