"""Offsets and what they are said to show -> whether the article's text really shows it, row by row.

Texts are taken up a few thousand articles at a time: a month of bodies as Python strings is too much for a worker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

ARTICLES_AT_ONCE = 2_000


@dataclass(frozen=True)
class Span:
    """Three columns that belong together: two offsets and the words they are said to show."""

    start: str
    end: str
    printed: str


@dataclass(frozen=True)
class Texts:
    """The texts of some articles, in one order."""

    headlines: list[str | None]
    bodies: list[str | None]
    captions: list[list[dict[str, Any]] | None]

    def text(self, article: int, field: str | None, index: int | None) -> str | None:
        """Return the text that offsets into `field` mean, None when there is none."""
        if field == "headline":
            return self.headlines[article]
        if field == "body":
            return self.bodies[article]
        captions = self.captions[article] or []
        if field != "caption" or index is None or not 0 <= index < len(captions):
            return None
        text: str | None = captions[index]["text"]
        return text


def spans_reproduce(rows: pa.Table, articles: pa.Table, spans: Sequence[Span]) -> list[pa.Array]:
    """Return for each span which rows reproduce it: their offsets show the words, or the row has neither.

    `articles` (article_id, headline, body, captions) must hold the article of every row: where it does not, the row
    reproduces nothing.
    """
    found = [np.zeros(rows.num_rows, dtype=bool) for _ in spans]
    where = rows.select(["field", "field_index"]).to_pydict()
    columns = [rows.select([s.start, s.end, s.printed]).to_pydict() for s in spans]
    for row, article, texts in rows_with_texts(rows["article_id"], articles):
        text = texts.text(article, where["field"][row], where["field_index"][row])
        for span, column, answers in zip(spans, columns, found, strict=True):
            answers[row] = reproduces(text, column[span.start][row], column[span.end][row], column[span.printed][row])
    return [pa.array(answers) for answers in found]


def rows_with_texts(article_ids: pa.ChunkedArray, articles: pa.Table) -> Iterator[tuple[int, int, Texts]]:
    """Yield each row whose article is known, with the place of its article in the texts that go with it."""
    known = pc.fill_null(pc.index_in(article_ids, articles["article_id"].combine_chunks()), -1)
    number = known.to_numpy()
    order = np.argsort(number, kind="stable")
    for first in range(0, articles.num_rows, ARTICLES_AT_ONCE):
        begin, end = np.searchsorted(number[order], [first, first + ARTICLES_AT_ONCE])
        if begin == end:
            continue
        texts = take_up(articles.slice(first, ARTICLES_AT_ONCE))
        for row in order[begin:end].tolist():
            yield row, int(number[row]) - first, texts


def take_up(articles: pa.Table) -> Texts:
    """Return the texts of these articles as Python strings, whose offsets are code points."""
    return Texts(
        articles["headline"].to_pylist(),
        articles["body"].to_pylist(),
        articles["captions"].to_pylist(),
    )


def reproduces(text: str | None, start: int | None, end: int | None, printed: str | None) -> bool:
    """Tell whether `text` shows `printed` at these offsets; offsets and words that are all missing are in order."""
    if start is None or end is None or printed is None:
        return start is None and end is None and printed is None
    return text is not None and 0 <= start < end <= len(text) and text[start:end] == printed
