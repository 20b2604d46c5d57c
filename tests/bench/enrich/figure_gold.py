"""The figures that people marked in whole articles, and the numbers that tempt and are none."""

from dataclasses import dataclass
from typing import Any

import pyarrow.parquet as pq


@dataclass(frozen=True)
class GoldArticle:
    """One article: its figures in text order, and the spans that are no figures."""

    article: str
    text: str
    figures: tuple[dict[str, Any], ...]
    not_figures: tuple[tuple[int, int], ...]


def gold_articles(marked: str, texts: str) -> list[GoldArticle]:
    """Return the articles of the gold set `marked`, with their texts from the corpus file `texts`."""
    rows = pq.read_table(marked).to_pylist()
    ids = sorted({row["id"] for row in rows})
    corpus = pq.read_table(texts, columns=["id", "text"], filters=[("id", "in", ids)]).to_pylist()
    text_of = {row["id"]: row["text"] for row in corpus}
    return [
        GoldArticle(
            article=name,
            text=text_of[name],
            figures=tuple(row for row in rows if row["id"] == name and row["row"] > 0),
            not_figures=tuple(
                (n["start"], n["end"])
                for row in rows
                if row["id"] == name and row["row"] == 0
                for n in row["not_figures"]
            ),
        )
        for name in ids
    ]
