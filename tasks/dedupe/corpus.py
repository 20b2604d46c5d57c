"""A documents table to articles and texts, in the one order in which copies are kept."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.dedupe.fold import Ints
from tasks.dedupe.headline_form import learn_tails
from tasks.dedupe.headlines import Use, find_recurring, fold_headline, issue_of, may_recur
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

    def articles_but(self, rows: Collection[int]) -> Ints:
        """Return the first rows of all articles but those whose first rows are `rows`."""
        is_first = self.first_rows == np.arange(self.first_rows.size)
        is_first[list(rows)] = False
        return np.flatnonzero(is_first)

    @cached_property
    def texts(self) -> Ints:
        """For every row the number of its text; a text without words is like no other."""
        codes = codes_of(self.documents["text_digest"])
        rows = self.first_rows
        return np.where(codes[rows] < 0, -1 - rows, codes[rows])

    @property
    def repeated_texts(self) -> list[int]:
        """The numbers of the texts that several articles have."""
        numbers, n_articles = np.unique(self.texts[self.articles_but(())], return_counts=True)
        return list(numbers[n_articles > 1].tolist())

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
        outlets = pc.utf8_lower(pc.coalesce(self.documents["publisher"], self.documents["domain"])).to_pylist()
        n_uses = Counter(self.headlines)
        uses = (
            Use(headline, *facts)
            for headline, *facts in zip(self.headlines, self.days, self.texts.tolist(), outlets, strict=True)
            if headline and may_recur(headline, n_uses[headline], self.settings)
        )
        return find_recurring(uses, self.settings)

    def articles(self, rows: Ints) -> list[Article]:
        """Return the articles whose first rows are `rows`."""
        facts = self.documents.select(ARTICLE_FACTS).take(rows).columns
        texts = self.texts[rows].tolist()
        return [
            self.article(*row)
            for row in zip(rows.tolist(), texts, *(column.to_pylist() for column in facts), strict=True)
        ]

    def article(
        self,
        row: int,
        text: int,
        article_id: str,
        publisher: str | None,
        domain: str | None,
        source_uri: str,
        source_record: int | None,
        moment: datetime | None,
        n_words: int,
    ) -> Article:
        """Return the article whose first row is `row`; the other arguments are its facts."""
        headline = self.headlines[row]
        outlets = {(kind, name.casefold()) for kind, name in (("publisher", publisher), ("domain", domain)) if name}
        # A row of a table has its number in its name: the rows of one file are not versions of one another.
        outlets.add(("name", f"{source_uri}#{source_record}"))
        return Article(
            rank=row,
            article_id=article_id,
            text=text,
            headline=headline,
            issue=issue_of(headline) if headline else (),
            is_column=headline is not None and headline in self.columns,
            outlets=frozenset(outlets),
            day=self.days[row],
            moment=moment,
            n_words=n_words,
        )


def codes_of(values: pa.ChunkedArray) -> Ints:
    """Number the distinct values in order of appearance; null is -1."""
    codes = values.combine_chunks().dictionary_encode().indices.fill_null(-1)
    numbers: Ints = codes.to_numpy(zero_copy_only=False).astype(np.int64)
    return numbers
