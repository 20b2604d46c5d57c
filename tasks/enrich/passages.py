"""Read articles off an Arrow table: each is a few texts (headline, body, captions) with what is known beside them."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa

from tasks.enrich.sentences import WordedSentence, worded_sentences

PARAGRAPH = re.compile(r"[^\n]+")
COLUMNS = ("article_id", "published_on", "headline", "body", "captions", "dateline_country")


@dataclass(frozen=True)
class Passage:
    """One text that offsets can mean: a headline, a body or the caption with number `index`."""

    field: str
    index: int | None
    text: str

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Return start and end of every paragraph."""
        return tuple(match.span() for match in PARAGRAPH.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[tuple[WordedSentence, ...], ...]:
        """Return the sentences of every paragraph, read once for all who look for something in them."""
        return tuple(worded_sentences(self.text, start, end) for start, end in self.paragraphs)


@dataclass(frozen=True)
class Article:
    """One article to be enriched."""

    article_id: str
    published_on: date | None
    passages: tuple[Passage, ...]
    dateline_country: str | None = None


def read_articles(table: pa.Table) -> list[Article]:
    """Return the articles of `table`, which has the columns of cleaned articles."""
    rows = table.select(list(COLUMNS)).to_pylist()
    return [
        Article(
            article_id=row["article_id"],
            published_on=row["published_on"],
            passages=tuple(passages_of(row["headline"], row["body"], row["captions"] or [])),
            dateline_country=row["dateline_country"],
        )
        for row in rows
    ]


def passages_of(headline: str | None, body: str | None, captions: list[dict[str, str | None]]) -> list[Passage]:
    """Return the texts that are there, headline first."""
    named = [("headline", None, headline), ("body", None, body)]
    numbered = [("caption", number, caption["text"]) for number, caption in enumerate(captions)]
    return [Passage(field, index, text) for field, index, text in named + numbered if text]


def pieces_of(text: str, max_chars: int) -> list[tuple[int, str]]:
    """Cut `text` into pieces of at most `max_chars`, each with its offset: at paragraphs, else at a space."""
    pieces = []
    start = 0
    while len(text) - start > max_chars:
        end = cut_before(text, start, start + max_chars)
        pieces.append((start, text[start:end]))
        start = end
    pieces.append((start, text[start:]))
    return pieces


def cut_before(text: str, start: int, limit: int) -> int:
    """Return the last paragraph border, sentence end or space in the second half before `limit`, else `limit`."""
    half = start + (limit - start) // 2
    for border in ("\n\n", ". ", " "):
        if (found := text.rfind(border, half, limit)) != -1:
            return found + len(border)
    return limit
