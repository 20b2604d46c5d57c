"""What was decided to the rows of `duplicates`: one for every copy that left, one for every two kept articles that are linked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from schemas.duplicates import DUPLICATES
from tasks.dedupe.corpus import Corpus
from tasks.dedupe.groups import Standing, Texts
from tasks.dedupe.headline_links import Dated, link_headlines
from tasks.dedupe.headlines import similarity
from tasks.dedupe.relations import EQUAL_TEXTS, SAME_BYTES, Measures, Verdict, link

# What a row says of its document in the document's own words.
OWN_FACTS = [
    "source_uri",
    "source_record",
    "article_id",
    "run_id",
    "headline",
    "published_on",
    "publisher",
    "agencies",
    "n_words",
]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of duplicates to be: numbers of the document and of the kept article, and why."""

    document: int
    kept: int
    verdict: Verdict
    is_dropped: bool
    measures: Measures | None


def duplicate_rows(corpus: Corpus, texts: Texts, standing: Standing) -> pa.Table:
    """Return DUPLICATES without excerpts, sorted by key."""
    rows = [*copies(corpus, standing), *links(corpus, texts, standing)]
    return as_duplicates(corpus, [*rows, *headline_rows(corpus, texts, standing, rows)])


def copies(corpus: Corpus, standing: Standing) -> Iterator[Row]:
    """Yield a row for every document that is dropped."""
    for row, first in enumerate(corpus.first_rows.tolist()):
        if first in standing.dropped:
            kept, verdict, measures = standing.dropped[first]
            yield Row(row, kept.rank, verdict, True, measures)
        elif row != first:
            yield Row(row, first, SAME_BYTES, True, EQUAL_TEXTS)


def links(corpus: Corpus, texts: Texts, standing: Standing) -> Iterator[Row]:
    """Yield a row for every two kept articles that share text."""
    for text, article in standing.kept.items():
        for other_text, measures in texts.measures.get(text, {}).items():
            other = standing.kept.get(other_text)
            # Ranks run by date, undated last, so the larger one is the later.
            if other and other.rank < article.rank and (verdict := link(article, other, measures, corpus.settings)):
                yield Row(article.rank, other.rank, verdict, False, measures)


def headline_rows(corpus: Corpus, texts: Texts, standing: Standing, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield a row for every two kept articles that share a headline and nothing that links them already."""
    linked = {(row.document, row.kept) for row in rows}
    dated = [
        Dated(row, headline, day.toordinal())
        for row in corpus.articles_but(standing.dropped).tolist()
        if (headline := corpus.headlines[row]) and (day := corpus.days[row]) and headline not in corpus.columns
    ]
    for found in link_headlines(dated, corpus.settings):
        if (found.later, found.earlier) not in linked:
            text, other = int(corpus.texts[found.later]), int(corpus.texts[found.earlier])
            measures = texts.measures.get(text, {}).get(other)
            yield Row(found.later, found.earlier, found.verdict, False, measures)


def as_duplicates(corpus: Corpus, rows: list[Row]) -> pa.Table:
    """Return the rows with everything DUPLICATES asks for but the excerpts, sorted by key."""
    own = corpus.documents.select(OWN_FACTS).take(np.array([row.document for row in rows], np.int64)).to_pylist()
    kept = corpus.documents.select(["article_id", "run_id"]).take(np.array([row.kept for row in rows], np.int64))
    found = [
        {
            **document,
            "kept_article_id": article["article_id"],
            "matched_run_id": article["run_id"],
            "relation": row.verdict.relation,
            "rule": row.verdict.rule,
            "threshold": row.verdict.threshold,
            "is_dropped": row.is_dropped,
            "jaccard": row.measures.jaccard if row.measures else None,
            "containment": row.measures.containment_of_smaller() if row.measures else None,
            "headline_similarity": similarity(corpus.headlines[row.document], corpus.headlines[row.kept]),
            "days_apart": days_apart(corpus.days[row.document], corpus.days[row.kept]),
        }
        for row, document, article in zip(rows, own, kept.to_pylist(), strict=True)
    ]
    keys = [(name, "ascending") for name in DUPLICATES.key]
    return DUPLICATES.from_rows(found).sort_by(keys)


def days_apart(one: date | None, other: date | None) -> int | None:
    """Return the days between two dates; null when one is unknown."""
    return None if one is None or other is None else abs((one - other).days)
