"""What the articles claim: the largest numbers of people killed, with who says so, where and when."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds

from flows.report.markup import Cell, Markup, listing, note, section, shortened
from flows.report.rows import count_rows, largest, values_of

N_FIGURES = 10
HEADLINE_CHARS = 100
SOURCE_CHARS = 60
COLUMNS = ("article_id", "text", "who", "attributed_to", "published_on")


def claims(figures: Sequence[Path], articles: Sequence[Path]) -> Markup:
    """Return the largest stated numbers of people killed."""
    stated = (ds.field("measure") == "killed") & ds.field("value_high").is_valid()
    found = largest(figures, "figure_id", "value_high", COLUMNS, N_FIGURES, stated)
    headlines = values_of(articles, "article_id", {row["article_id"] for row in found}, "headline")
    listed = listing(
        "Largest figures of people killed",
        ("figure", "who", "stated by", "published", "headline", "figure_id"),
        [claim(row, headlines.get(row["article_id"])) for row in found],
        count_rows(figures, stated),
    )
    said = note("As the articles state them: several may speak of one event, and none was verified.")
    return section("Figures", listed, said) if found else section("Figures", listed)


def claim(row: dict[str, Any], headline: str | None) -> tuple[Cell, ...]:
    """Return one figure as cells."""
    return (
        row["text"],
        shortened(row["who"], SOURCE_CHARS),
        shortened(row["attributed_to"], SOURCE_CHARS),
        str(row["published_on"]) if row["published_on"] else None,
        shortened(headline, HEADLINE_CHARS),
        row["figure_id"],
    )
