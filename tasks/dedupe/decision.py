"""Documents and verified pairs to the decision: which articles stay, and a row for every copy and every link."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.dedupe.corpus import Corpus, keep_order
from tasks.dedupe.fold import Ints
from tasks.dedupe.groups import Standing, Texts, choose_again, choose_kept
from tasks.dedupe.relations import Article, Measures
from tasks.dedupe.rows import duplicate_rows
from tasks.dedupe.settings import DedupeSettings

PAIRS = pa.schema([pa.field("left", pa.string(), nullable=False), pa.field("right", pa.string(), nullable=False)])


@dataclass(frozen=True)
class Decision:
    """What was decided; its tables are made when they are asked for.

    `wanted` are PAIRS of kept articles whose copies are related and that were not verified. With them, what now stays may be
    linked or dropped; a second decision asks for few or none.
    """

    corpus: Corpus
    texts: Texts
    standing: Standing

    @cached_property
    def duplicates(self) -> pa.Table:
        """Rows of DUPLICATES without excerpts."""
        return duplicate_rows(self.corpus, self.texts, self.standing)

    @cached_property
    def kept(self) -> pa.Array:
        """The ids of the articles that stay, sorted."""
        ids = self.corpus.documents["article_id"].take(self.corpus.articles_but(self.standing.dropped))
        return ids.take(pc.array_sort_indices(ids.combine_chunks())).combine_chunks()

    @cached_property
    def wanted(self) -> pa.Table:
        """PAIRS to verify."""
        return wanted_pairs(self.texts, self.standing, self.corpus.settings)

    def with_pairs(self, pairs: pa.Table) -> "Decision":
        """Return the decision with more VERIFIED pairs: only what they are tied to is decided anew."""
        texts = gather_texts(self.corpus, pairs, self.texts)
        touched = texts_of_pairs(self.corpus, pairs).ravel().tolist()
        return Decision(self.corpus, texts, choose_again(self.standing, texts, touched, self.corpus.settings))


def decide(documents: pa.Table, pairs: pa.Table, settings: DedupeSettings) -> Decision:
    """Decide which articles stay, by the rules of the contract's section 5.

    `documents` has a row for every document: article_id, source_uri, source_record, headline, published_on, published_at,
    publisher, domain, agencies, n_words, run_id, text_digest. `pairs` is VERIFIED; an article is dropped only for one it has a
    verified pair with. The order of rows changes nothing.
    """
    corpus = Corpus(documents.take(keep_order(documents)), settings)
    texts = gather_texts(corpus, pairs, Texts(gather_articles(corpus, corpus.repeated_texts), {}))
    return Decision(corpus, texts, choose_kept(texts, settings))


def gather_texts(corpus: Corpus, pairs: pa.Table, known: Texts) -> Texts:
    """Return the articles and measures of the known texts and of those that have a verified pair."""
    measures = defaultdict(dict, {text: dict(others) for text, others in known.measures.items()})
    texts = texts_of_pairs(corpus, pairs)
    for (left, right), measured in zip(texts.tolist(), read_measures(pairs), strict=True):
        if left != right:
            measures[left][right], measures[right][left] = measured, measured.turned()
    return Texts({**known.articles, **gather_articles(corpus, measures.keys() - known.articles.keys())}, measures)


def texts_of_pairs(corpus: Corpus, pairs: pa.Table) -> Ints:
    """Return the numbers of the texts of every pair."""
    ids = corpus.documents["article_id"].combine_chunks()
    rows = [pc.index_in(pairs[side].cast(ids.type), value_set=ids) for side in ("left", "right")]
    texts: Ints = corpus.texts[np.stack([some.to_numpy(zero_copy_only=False).astype(int) for some in rows], axis=1)]
    return texts


def gather_articles(corpus: Corpus, texts: Iterable[int]) -> dict[int, list[Article]]:
    """Return the articles of some texts, best rank first."""
    rows = corpus.articles_but(())
    is_wanted = np.isin(corpus.texts[rows], np.array(sorted(texts), np.int64))
    articles: dict[int, list[Article]] = defaultdict(list)
    for article in corpus.articles(rows[is_wanted]):
        articles[article.text].append(article)
    return dict(articles)


def read_measures(pairs: pa.Table) -> Iterator[Measures]:
    """Yield the measures of every pair, seen from its left article."""
    sides = ("own_words_left", "own_words_right", "own_numbers_left", "own_numbers_right")
    names = ("jaccard", "containment_left", "containment_right", *sides)
    return (Measures(*values) for values in zip(*(pairs[name].to_pylist() for name in names), strict=True))


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
