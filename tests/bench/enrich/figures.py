"""How well figures are found, with their values, qualifiers, measures and sources, on articles marked whole.

    python -m tests.bench.enrich.figures --data DIR [--misses 20]

DIR holds `gt_figures_dev.parquet` and `dev.parquet`. A figure is found when a row overlaps its number; a second row on one
number is ignored, and rows of figures that reasonable people differ about count neither way, as in DIR's `score_gold.py`.
"""

import argparse
import re
from pathlib import Path
from typing import Any, Final

from tasks.enrich.language_model import load_model
from tests.bench.enrich.enriched_texts import by_article, enrich_texts
from tests.bench.enrich.figure_gold import GoldArticle, gold_articles
from tests.bench.enrich.seen_and_held import Tally, in_context, print_f1, print_heading, print_misses, print_share

_MISSES: Final = ("missed", "false", "differs", "source")
_AID: Final = frozenset({"aid", "money"})  # the difference between them is no error
_BODIES: Final = frozenset({"killed", "injured"})
Row = dict[str, Any]


def main() -> None:
    """Enrich the articles and print every number."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--misses", type=int, default=20, help="misses of each kind to print, of seen articles only")
    given = options.parse_args()
    gold = gold_articles(str(given.data / "gt_figures_dev.parquet"), str(given.data / "dev.parquet"))
    found = by_article(enrich_texts({one.article: one.text for one in gold}, load_model("bundled")).figures)
    tally = Tally()
    for article in gold:
        score(tally, article, found.get(article.article, []))
    print_tally(tally, given.misses)


def score(tally: Tally, gold: GoldArticle, rows: list[Row]) -> None:
    """Compare the rows of one article with its marked figures."""
    name, text = gold.article, gold.text
    tally.add(name, "not_figures", len(gold.not_figures))
    hits: dict[int, Row] = {}
    for row in rows:
        marked = next((f for f in gold.figures if overlaps(row, f["num_start"], f["num_end"])), None)
        if marked is not None:
            hits.setdefault(marked["row"], row)
            continue
        tally.add(name, "rows")
        tally.add(name, f"rows {row['measure'] in _BODIES}")
        tally.add(name, "not_figures taken", any(overlaps(row, *span) for span in gold.not_figures))
        tally.miss(
            name, "false", f"{row['measure']} {row['rule']}: {in_context(text, row['start_char'], row['end_char'])}"
        )
    for marked in gold.figures:
        if marked["required"]:
            score_marked(tally, gold, marked, hits.get(marked["row"]))


def score_marked(tally: Tally, gold: GoldArticle, marked: Row, row: Row | None) -> None:
    """Count a figure that has to be found: found, and with the right value and measure."""
    name, where = gold.article, in_context(gold.text, marked["start"], marked["end"])
    bodies = marked["measure"] in _BODIES
    for part in ("", f" {bodies}"):
        tally.add(name, f"required{part}")
        tally.add(name, f"found{part}", row is not None)
        tally.add(name, f"rows{part}", row is not None)
        tally.add(name, f"rows right{part}", row is not None)
    if row is None:
        tally.miss(name, "missed", f"{marked['measure']}: {where}")
        return
    right = {
        "value": same_value(row, marked),
        "measure": row["measure"] == marked["measure"] or {row["measure"], marked["measure"]} == _AID,
        "qualifier": row["qualifier"] == marked["qualifier"],
    }
    for field, is_right in right.items():
        tally.add(name, field)
        tally.add(name, f"{field} right", is_right)
    tally.add(name, "found right", right["value"] and right["measure"])
    if not all(right.values()):
        got = (row["measure"], row["qualifier"], row["value_low"], row["value_high"])
        tally.miss(
            name, "differs", f"{got}, not {marked['measure']} {marked['qualifier']} {marked['value_low']}: {where}"
        )
    score_source(tally, name, marked, row, where)


def score_source(tally: Tally, name: str, marked: Row, row: Row, where: str) -> None:
    """Count whether a source is given where there is one, and whether its words overlap; a pronoun has no words to overlap."""
    given, wanted = row["attributed_to"], marked["attributed_to"]
    tally.add(name, "source")
    tally.add(name, "source right", (given is None) == (wanted is None))
    overlap = bool(given and wanted and words_of(given) & words_of(wanted))
    if wanted is not None:
        tally.add(name, "words")
        tally.add(name, "words right", overlap)
        if words_of(wanted):
            tally.add(name, "words of nouns")
            tally.add(name, "words of nouns right", overlap)
    if (wanted is None) != (given is None) or (wanted is not None and not overlap):
        tally.miss(name, "source", f"{given!r}, not {wanted!r}: {where}")


def same_value(row: Row, marked: Row) -> bool:
    """Return whether both values are the marked ones; vague figures have none."""
    if row["is_vague"] != marked["is_vague"]:
        return False
    return marked["is_vague"] or all(
        row[end] is not None and abs(row[end] - marked[end]) <= 1e-6 * max(1, abs(marked[end]))
        for end in ("value_low", "value_high")
    )


def overlaps(row: Row, start: int, end: int) -> bool:
    """Return whether a row overlaps a span."""
    return bool(row["start_char"] < end and start < row["end_char"])


def words_of(source: str) -> set[str]:
    """Return the words of three letters and more."""
    return set(re.findall(r"\w{3,}", source.lower()))


def print_tally(tally: Tally, misses: int) -> None:
    """Print the table, then the misses."""
    print_heading("Figures that have to be found")
    print_share("found", tally, "found", "required")
    print_share("rows that are figures", tally, "rows right", "rows")
    print_f1("F1, of numbers found", tally, ("found", "required"), ("rows right", "rows"))
    print_f1(
        "F1, with the right value and measure", tally, ("found right", "required"), ("found right", "rows"), ">= 90 %"
    )
    print_f1("F1, of killed and injured", tally, ("found True", "required True"), ("rows right True", "rows True"))
    print_share("not_figures taken", tally, "not_figures taken", "not_figures", "<= 2 %")
    print_heading("Of those found")
    print_share("value (none when vague)", tally, "value right", "value")
    print_share("measure", tally, "measure right", "measure")
    print_share("qualifier", tally, "qualifier right", "qualifier", ">= 95 %")
    print_share("source given or not", tally, "source right", "source", ">= 85 %")
    print_share("source's words overlap", tally, "words right", "words", ">= 80 %")
    print_share("  of sources that are more than a pronoun", tally, "words of nouns right", "words of nouns")
    print_misses(tally, _MISSES, misses)


if __name__ == "__main__":
    main()
