"""How well quotes and their speakers are found, on articles in which people marked them.

    python -m tests.bench.enrich.quotes --data DIR [--sample 200] [--misses 20]

DIR holds `gt_quotes_dev.parquet`. A quote is found when a row holds at least 0.8 of its characters; only quotes of five words
and more are counted. What the annotators hold for indirect speech though it stands between marks counts neither way.
"""

import argparse
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from tasks.enrich.language_model import load_model
from tests.bench.enrich.enriched_texts import by_article, enrich_texts
from tests.bench.enrich.quote_gold import Span, Told, attributions, marked, shared
from tests.bench.enrich.seen_and_held import Tally, in_context, print_f1, print_heading, print_misses, print_share

_SHARE: Final = 0.8  # of the characters of a quote, for it to count as found
_MIN_WORDS: Final = 5
_MISSES: Final = ("missed", "false", "speaker", "indirect false", "indirect missed", "indirect speaker")
Row = dict[str, Any]


def main() -> None:
    """Enrich the articles and print every number."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--sample", type=int, help="so many articles instead of all")
    options.add_argument("--misses", type=int, default=20, help="misses of each kind to print, of seen articles only")
    given = options.parse_args()
    gold = pq.read_table(given.data / "gt_quotes_dev.parquet", columns=["id", "text", "relations"]).to_pylist()
    gold = gold[:: max(1, len(gold) // given.sample)] if given.sample else gold
    found = by_article(enrich_texts({row["id"]: row["text"] for row in gold}, load_model("bundled")).quotes)
    print_tally(score(gold, found), given.misses)


def score(gold: list[Row], found: dict[str, list[Row]]) -> Tally:
    """Compare the rows found in each article with what people marked there."""
    tally = Tally()
    for article in gold:
        name, text, rows = article["id"], article["text"], found.get(article["id"], [])
        told = attributions(article["relations"])
        score_marked(tally, name, text, told, [r for r in rows if r["kind"] != "indirect"])
        score_indirect(tally, name, text, told, [r for r in rows if r["kind"] == "indirect"])
    return tally


def score_marked(tally: Tally, name: str, text: str, told: list[Told], rows: list[Row]) -> None:
    """Count what stands between marks."""
    gold = [(s, one) for one in told for s in marked(text, one) if len(text[slice(*s)].split()) >= _MIN_WORDS]
    for span, one in gold:
        tally.add(name, "marked")
        best = max(rows, key=lambda r: shared(span_of(r), span), default=None)
        if best is None or shared(span_of(best), span) < _SHARE * (span[1] - span[0]):
            tally.miss(name, "missed", in_context(text, *span))
            continue
        tally.add(name, "marked found")
        score_speaker(tally, name, text, one, best, "speaker")
    indirect = [s for one in told if one.kind == "indirect" for s in one.contents]
    for row in rows:
        if len(row["text"].split()) >= _MIN_WORDS:
            score_row(tally, name, text, row, [span for span, _ in gold], indirect)


def score_row(tally: Tally, name: str, text: str, row: Row, gold: list[Span], indirect: list[Span]) -> None:
    """Count whether a row was marked by people too; a gold quote may be a part of it, or it a part of one."""
    span = span_of(row)
    length = span[1] - span[0]
    right = any(shared(span, s) >= _SHARE * min(length, s[1] - s[0]) for s in gold)
    if right or not any(shared(span, s) >= length / 2 for s in indirect):
        tally.add(name, "marked rows")
        tally.add(name, "marked rows right", right)
        if not right:
            tally.miss(name, "false", f"{row['rule']} {in_context(text, *span)}")


def score_indirect(tally: Tally, name: str, text: str, told: list[Told], rows: list[Row]) -> None:
    """Count indirect speech: recall of all attributions and of those with a verb of saying, precision of the rows."""
    for one in told:
        if one.kind != "indirect" or not one.sources or any("''" in text[slice(*c)] for c in one.contents):
            continue  # two apostrophes are marks that the annotation's tool did not know
        length = sum(end - start for start, end in one.contents)
        best = max(rows, key=lambda r: covered(span_of(r), one), default=None)
        hit = best is not None and covered(span_of(best), one) >= _SHARE * length
        tally.add(name, "indirect")
        tally.add(name, "indirect found", hit)
        if one.is_said:
            tally.add(name, "said")
            tally.add(name, "said found", hit)
            if not hit:
                tally.miss(name, "indirect missed", f"({one.cue}) {in_context(text, *one.contents[0])}")
        if hit and best is not None:
            score_speaker(tally, name, text, one, best, "indirect speaker")
    for row in rows:
        span = span_of(row)
        likely = [one for one in told if covered(span, one) >= _SHARE * n_told(row)]
        whole = any(covered(span, one) >= _SHARE * sum(e - s for s, e in one.contents) for one in likely)
        tally.add(name, "indirect rows")
        tally.add(name, f"{row['rule']} rows")
        tally.add(name, "indirect rows inside", bool(likely))
        tally.add(name, "indirect rows right", whole)
        tally.add(name, f"{row['rule']} rows right", whole)
        if not whole:
            tally.miss(
                name, "indirect false", f"{row['rule']} {row['speaker']} ({row['cue']}) {in_context(text, *span)}"
            )


def score_speaker(tally: Tally, name: str, text: str, told: Told, row: Row, what: str) -> None:
    """Count whether the speaker's words overlap those of an annotated source."""
    if not told.sources:
        return
    own = (row["speaker_start_char"], row["speaker_end_char"])
    right = row["speaker"] is not None and any(shared(own, source) for source in told.sources)
    tally.add(name, what)
    tally.add(name, f"{what} right", right)
    if not right:
        wanted = " + ".join(text[slice(*source)] for source in told.sources)
        tally.miss(name, what, f"{row['rule']} {row['speaker']!r}, not {wanted!r}: {in_context(text, *span_of(row))}")


def span_of(row: Row) -> Span:
    """Return where a row's words stand."""
    return row["start_char"], row["end_char"]


def n_told(row: Row) -> int:
    """Return how many characters of a row are told: a speaker inserted in the words, with the cue, tells none."""
    start, end = span_of(row)
    inserted = row["speaker_start_char"] is not None and start < row["speaker_start_char"] < end
    return int(end - start - (len(f"{row['speaker']} {row['cue']}, , ") if inserted else 0))


def covered(span: Span, told: Told) -> int:
    """Return how many characters of an attribution's words a span holds."""
    return sum(shared(span, content) for content in told.contents)


def print_tally(tally: Tally, misses: int) -> None:
    """Print the table, then the misses."""
    print_heading("Quotes between marks, five words and more")
    print_share("found", tally, "marked found", "marked")
    print_share("rows that people marked too", tally, "marked rows right", "marked rows")
    print_f1("F1", tally, ("marked found", "marked"), ("marked rows right", "marked rows"), ">= 95 %")
    print_share("speaker overlaps the annotated source", tally, "speaker right", "speaker", ">= 88 %")
    print_heading("Indirect speech")
    print_share("found, of all with a source", tally, "indirect found", "indirect")
    print_share("found, of those with a verb of saying", tally, "said found", "said", ">= 50 %")
    print_share(
        "rows with 0.8 of one attribution's words, and no more",
        tally,
        "indirect rows right",
        "indirect rows",
        ">= 80 %",
    )
    print_share("rows inside one attribution", tally, "indirect rows inside", "indirect rows")
    print_share("speaker overlaps the annotated source", tally, "indirect speaker right", "indirect speaker")
    for total in sorted(
        key for key in tally.seen if key.endswith(" rows") and key not in ("marked rows", "indirect rows")
    ):
        print_share(f"  {total}", tally, f"{total} right", total)
    print_misses(tally, _MISSES, misses)


if __name__ == "__main__":
    main()
