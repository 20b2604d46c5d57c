"""Documents and verified pairs to the decision: which articles stay, and a row for every copy and every link."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schemas.duplicates import DUPLICATES
from tasks.dedupe.corpus import Corpus, keep_order
from tasks.dedupe.groups import Standing, Texts, choose_kept
from tasks.dedupe.headline_links import Dated, link_headlines
from tasks.dedupe.headlines import similarity
from tasks.dedupe.relations import EQUAL_TEXTS, SAME_BYTES, Article, Measures, Verdict, link
from tasks.dedupe.settings import DedupeSettings

PAIRS = pa.schema([pa.field("left", pa.string(), nullable=False), pa.field("right", pa.string(), nullable=False)])
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


@dataclass(frozen=True)
class Decision:
    """Rows of DUPLICATES without excerpts, the ids that stay (sorted), and PAIRS that were not verified but would help.

    `wanted` are pairs of kept articles whose copies are related. Verified and added to the pairs, they may link or drop what
    now stays; a second decision asks for few or none.
    """

    duplicates: pa.Table
    kept: pa.Array
    wanted: pa.Table


@dataclass(frozen=True)
class Row:
    """One row of duplicates to be: numbers of the document and of the kept article, and why."""

    document: int
    kept: int
    verdict: Verdict
    is_dropped: bool
    measures: Measures | None


def decide(documents: pa.Table, pairs: pa.Table, settings: DedupeSettings) -> Decision:
    """Decide which articles stay, by the rules of the contract's section 5.

    `documents` has a row for every document: article_id, source_uri, source_record, headline, published_on, published_at,
    publisher, domain, agencies, n_words, run_id, text_digest. `pairs` is VERIFIED; an article is dropped only for one it has a
    verified pair with. The order of rows changes nothing.
    """
    corpus = Corpus(documents.take(keep_order(documents)), settings)
    texts = gather_texts(corpus, pairs)
    standing = choose_kept(texts, settings)
    stays = np.zeros(len(corpus.documents), np.bool_)
    stays[corpus.first_rows] = True
    stays[list(standing.dropped)] = False
    rows = [*copies(corpus, standing), *links(texts, standing, settings)]
    rows = [*rows, *headline_rows(corpus, stays, texts, rows, settings)]
    kept = pc.array_sort_indices(ids := corpus.documents["article_id"].combine_chunks().filter(pa.array(stays)))
    return Decision(as_duplicates(corpus, rows), ids.take(kept), wanted_pairs(texts, standing, settings))


def gather_texts(corpus: Corpus, pairs: pa.Table) -> Texts:
    """Return the articles and measures of all texts that have more than one article or a verified pair."""
    ids = corpus.documents["article_id"].combine_chunks()
    lefts, rights = (
        corpus.texts[pc.index_in(pairs[side].cast(ids.type), value_set=ids).to_numpy(zero_copy_only=False).astype(int)]
        for side in ("left", "right")
    )
    measures: dict[int, dict[int, Measures]] = defaultdict(dict)
    for left, right, measured in zip(lefts.tolist(), rights.tolist(), read_measures(pairs), strict=True):
        if left != right:
            measures[left][right], measures[right][left] = measured, measured.turned()
    first_rows = np.unique(corpus.first_rows)
    numbers, places, sizes = np.unique(corpus.texts[first_rows], return_inverse=True, return_counts=True)
    involved = (sizes > 1) | np.isin(numbers, np.array(sorted(measures), np.int64))
    articles: dict[int, list[Article]] = defaultdict(list)
    for article in corpus.articles(first_rows[involved[places]]):
        articles[article.text].append(article)
    return Texts(articles, measures)


def read_measures(pairs: pa.Table) -> Iterator[Measures]:
    """Yield the measures of every pair, seen from its left article."""
    sides = ("own_words_left", "own_words_right", "own_numbers_left", "own_numbers_right")
    names = ("jaccard", "containment_left", "containment_right", *sides)
    return (Measures(*values) for values in zip(*(pairs[name].to_pylist() for name in names), strict=True))


def copies(corpus: Corpus, standing: Standing) -> Iterator[Row]:
    """Yield a row for every document that is dropped."""
    for row, first in enumerate(corpus.first_rows.tolist()):
        if first in standing.dropped:
            kept, verdict, measures = standing.dropped[first]
            yield Row(row, kept.rank, verdict, True, measures)
        elif row != first:
            yield Row(row, first, SAME_BYTES, True, EQUAL_TEXTS)


def links(texts: Texts, standing: Standing, settings: DedupeSettings) -> Iterator[Row]:
    """Yield a row for every two kept articles that share text."""
    for text, article in standing.kept.items():
        for other_text, measures in texts.measures.get(text, {}).items():
            other = standing.kept.get(other_text)
            # Ranks run by date, undated last, so the larger one is the later.
            if other and other.rank < article.rank and (verdict := link(article, other, measures, settings)):
                yield Row(article.rank, other.rank, verdict, False, measures)


def headline_rows(
    corpus: Corpus,
    stays: npt.NDArray[np.bool_],
    texts: Texts,
    rows: Iterable[Row],
    settings: DedupeSettings,
) -> Iterator[Row]:
    """Yield a row for every two kept articles that share a headline and nothing that links them already."""
    linked = {(row.document, row.kept) for row in rows}
    dated = [
        Dated(row, headline, day.toordinal())
        for row in np.flatnonzero(stays).tolist()
        if (headline := corpus.headlines[row]) and (day := corpus.days[row]) and headline not in corpus.columns
    ]
    for found in link_headlines(dated, settings):
        if (found.later, found.earlier) not in linked:
            text, other = int(corpus.texts[found.later]), int(corpus.texts[found.earlier])
            measures = texts.measures.get(text, {}).get(other)
            yield Row(found.later, found.earlier, found.verdict, False, measures)


def wanted_pairs(texts: Texts, standing: Standing, settings: DedupeSettings) -> pa.Table:
    """Return pairs of kept articles, not verified yet, for which articles stand that share much text."""
    keepers = {text: keeper(articles[0], standing) for text, articles in texts.articles.items()}
    wanted: dict[tuple[int, int], tuple[str, str]] = {}
    for text, others in texts.measures.items():
        for other, measures in others.items():
            one, two = keepers[text], keepers[other]
            is_known = one.text == two.text or two.text in texts.measures.get(one.text, {})
            if one.rank < two.rank and not is_known and measures.containment_of_smaller() >= settings.revision_overlap:
                wanted[one.rank, two.rank] = (one.article_id, two.article_id)
    pairs = [wanted[ranks] for ranks in sorted(wanted)]
    return pa.table([pa.array([pair[side] for pair in pairs], pa.string()) for side in (0, 1)], schema=PAIRS)


def keeper(article: Article, standing: Standing) -> Article:
    """Return the article of this text that stays, else the one that `article` is dropped for."""
    return standing.kept.get(article.text) or standing.dropped[article.rank][0]


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
