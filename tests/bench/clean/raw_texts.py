"""The raw texts -> ledger, idempotence, headlines and dates against the manifest, and how many were rejected."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tasks.clean.repairs import repair
from tests.bench.clean.cleaning import Result, documents, examine_all
from tests.bench.clean.scores import Score, print_examples, print_heading, print_shares
from tests.bench.clean.verdicts import Verdicts

_NO_TITLES = {"thenews_pk"}  # cut and in lower case: known to be wrong
_NO_DATES = {"fa_kes"}  # days of events
_IMPOSSIBLE_YEARS = ("0001", "2050")
_PRINTED = (
    "%Y-%m-%d",
    "%B {day}, %Y",
    "%b {day}, %Y",
    "{day} %B %Y",
    "{day} %b %Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
)
_EDGE_CHARS = 400  # of either end of a text, where a date of publication is printed


def measure(data: Path, sample: int | None, workers: int, n_examples: int) -> None:
    """Print everything that the raw texts tell."""
    known = {row["file"]: row for row in pq.read_table(data / "dev_txt_manifest.parquet").to_pylist()}
    wanted = list(documents(data / "dev_txt.tar.zst", sample))
    edges = {document.source_uri.rsplit("/", 1)[-1]: _edges(document.raw or b"") for document in wanted}
    headlines: dict[str, Score] = {}
    ledger, dates, rejected = Score(), Score(), Score()
    verdicts = Verdicts()
    for result in examine_all(wanted, workers):
        row = known[result.name]
        ledger.count(result.name, "rebuilt" if result.is_rebuilt else "not rebuilt")
        ledger.count(result.name, "stable" if result.is_stable else "not stable")
        _score_headline(headlines.setdefault(row["style"], Score()), result, row)
        _score_date(dates, result, row, edges[result.name])
        rejected.count(result.name, result.reason or "kept")
        verdicts.note(row["id"], row["style"], result)
    _print(ledger, headlines, dates, n_examples)
    _print_rejected(rejected)
    verdicts.show(sum(rejected.seen.values()) + sum(rejected.held.values()))


def _score_headline(score: Score, result: Result, row: dict[str, Any]) -> None:
    title = _words(row["title"])
    if row["corpus"] in _NO_TITLES or not row["style"].startswith("derived") or not title:
        score.count(result.name, "found" if result.headline else "none")
        return
    outcome = "missed" if result.headline is None else "right" if _words(result.headline) == title else "wrong"
    score.count(result.name, outcome)


def _score_date(score: Score, result: Result, row: dict[str, Any], edges: str) -> None:
    """Score the day where the manifest knows it; recall only where a line at either end of the text prints that day."""
    day = (row["published"] or "")[:10]
    if row["corpus"] in _NO_DATES or len(day) < 10 or day.startswith(_IMPOSSIBLE_YEARS):
        return
    if result.published_on is not None:
        score.count(result.name, "right" if result.published_on.isoformat() == day else "wrong")
    elif _is_printed(day, edges):
        score.count(result.name, "missed")


def _is_printed(day: str, edges: str) -> bool:
    value = date.fromisoformat(day)
    return any(value.strftime(form).replace("{day}", str(value.day)) in edges for form in _PRINTED)


def _edges(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace")
    return text[:_EDGE_CHARS] + "\n" + text[-_EDGE_CHARS:]


def _words(text: str | None) -> str:
    """Return a title as it is compared: repaired, with single spaces."""
    return " ".join(repair(text)[0].split()) if text else ""


def _print(ledger: Score, headlines: dict[str, Score], dates: Score, n_examples: int) -> None:
    print_heading("raw texts")
    print_shares("decoded source rebuilt", ledger, "rebuilt", ["not rebuilt"], "100 %")
    print_shares("cleaning again changes nothing", ledger, "stable", ["not stable"], "100 %")
    print_examples(ledger, ["not rebuilt", "not stable"], n_examples)
    for style, score in sorted(headlines.items()):
        if style.startswith("derived"):
            print_shares(f"headline, {style}: precision", score, "right", ["wrong"], ">= 99.5 %")
            print_shares(f"headline, {style}: recall", score, "right", ["wrong", "missed"], ">= 99 %")
        else:
            print_shares(f"headline, {style}: found (no title is known)", score, "found", ["none"], "")
        print_examples(score, ["wrong", "missed"], n_examples)
    print_shares("date: precision", dates, "right", ["wrong"], ">= 99.7 %")
    print_shares("date: recall where the day is printed", dates, "right", ["wrong", "missed"], ">= 98 %")
    print_examples(dates, ["wrong", "missed"], n_examples)


def _print_rejected(rejected: Score) -> None:
    reasons = sorted((rejected.seen + rejected.held).keys() - {"kept"})
    print_shares("kept", rejected, "kept", reasons, "")
    counts: Counter[str] = rejected.seen + rejected.held
    print("  rejected: " + ", ".join(f"{reason} {counts[reason]:.0f}" for reason in reasons))
