"""A documents table to articles and texts, in the one order in which copies are kept."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.dedupe.fold import Ints
from tasks.dedupe.headline_form import learn_tails
from tasks.dedupe.headlines import Use, find_recurring, fold_headline, may_recur
from tasks.dedupe.relations import Article
from tasks.dedupe.settings import DedupeSettings

# Earliest day first, undated last; then the longest text; then the smallest id. The last two only order equal bytes.
KEEP_ORDER = [
    ("published_on", "ascending"),
    ("n_words", "descending"),
    ("article_id", "ascending"),
    ("source_uri", "ascending"),
    ("source_record", "ascending"),
]


def keep_order(documents: pa.Table) -> Ints:
    """Return the row numbers of a documents table, best first (columns: see KEEP_ORDER)."""
    order: Ints = pc.sort_indices(documents, sort_keys=KEEP_ORDER).to_numpy().astype(np.int64)
    return order


ARTICLE_FACTS = ["article_id", "publisher", "domain", "source_uri", "source_record", "published_at", "n_words"]


@dataclass(frozen=True)
class Corpus:
    """All documents, best rank first. A row's number is its rank; an article is named by its first row."""

    documents: pa.Table
    settings: DedupeSettings

    @cached_property
    def first_rows(self) -> Ints:
        """For every row the first row with the same article id."""
        codes = codes_of(self.documents["article_id"])
        _, firsts = np.unique(codes, return_index=True)
        return firsts[codes]

    @cached_property
    def texts(self) -> Ints:
        """For every row the number of its text; a text without words is like no other."""
        codes = codes_of(self.documents["text_digest"])
        rows = self.first_rows
        return np.where(codes[rows] < 0, -1 - rows, codes[rows])

    @cached_property
    def headlines(self) -> list[str | None]:
        """The folded headline of every row."""
        headlines, *outlets = (self.documents[name].to_pylist() for name in ("headline", "publisher", "domain"))
        tails = learn_tails(headlines, self.settings)
        return [
            fold_headline(headline, [outlet for outlet in row if outlet], tails)
            for headline, *row in zip(headlines, *outlets, strict=True)
        ]

    @cached_property
    def days(self) -> list[date | None]:
        """The day of every row."""
        return list(self.documents["published_on"].to_pylist())

    @cached_property
    def columns(self) -> frozenset[str]:
        """The folded headlines of recurring columns."""
        outlets = pc.utf8_lower(pc.coalesce(self.documents["publisher"], self.documents["domain"]))
        n_uses = Counter(self.headlines)
        uses = (
            Use(headline, self.days[row], int(self.texts[row]), outlets[row].as_py())
            for row, headline in enumerate(self.headlines)
            if headline and may_recur(headline, n_uses[headline], self.settings)
        )
        return find_recurring(uses, self.settings)

    def articles(self, rows: Ints) -> list[Article]:
        """Return the articles whose first rows are `rows`."""
        facts = self.documents.select(ARTICLE_FACTS).take(rows).to_pylist()
        return [self.article(row, fact) for row, fact in zip(rows.tolist(), facts, strict=True)]

    def article(self, row: int, facts: dict[str, Any]) -> Article:
        """Return the article whose first row is `row`."""
        headline = self.headlines[row]
        outlets = {(kind, facts[kind].casefold()) for kind in ("publisher", "domain") if facts[kind]}
        # A row of a table has its number in its name: the rows of one file are not versions of one another.
        outlets.add(("name", f"{facts['source_uri']}#{facts['source_record']}"))
        moment: datetime | None = facts["published_at"]
        return Article(
            rank=row,
            article_id=facts["article_id"],
            text=int(self.texts[row]),
            headline=headline,
            is_column=headline is not None and headline in self.columns,
            outlets=frozenset(outlets),
            day=self.days[row],
            moment=moment,
            n_words=facts["n_words"],
        )


def codes_of(values: pa.ChunkedArray) -> Ints:
    """Number the distinct values in order of appearance; null is -1."""
    codes = values.combine_chunks().dictionary_encode().indices.fill_null(-1)
    numbers: Ints = codes.to_numpy(zero_copy_only=False).astype(np.int64)
    return numbers
