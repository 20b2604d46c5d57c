"""Verified pairs to who stays: an article leaves when one it may be dropped for stays, and only then.

Components over pairs would chain A-B-C, with A and C having nothing in common. Here every dropped article has a verified pair
with the one kept for it. Articles are looked at with the preferred ones first, so what stays does not depend on any order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import pairwise

from tasks.dedupe.relations import EQUAL_TEXTS, SAME_TEXT, Article, Measures, Verdict, drop, goes_first
from tasks.dedupe.settings import DedupeSettings

# Pairs of articles of two texts that are told apart one by one (versions of one outlet); texts printed more often than that are
# wire copy and go by rank.
MOST_SINGLE_PAIRS = 256


@dataclass(frozen=True)
class Texts:
    """Articles by text, best rank first, and what was measured between texts, seen from both."""

    articles: Mapping[int, list[Article]]
    measures: Mapping[int, Mapping[int, Measures]]


@dataclass
class Standing:
    """Who stays so far: the kept article of a text, and for every dropped one its kept article and why."""

    kept: dict[int, Article] = field(default_factory=dict)
    dropped: dict[int, tuple[Article, Verdict, Measures]] = field(default_factory=dict)


def choose_kept(texts: Texts, settings: DedupeSettings) -> Standing:
    """Return who stays of all articles of `texts`."""
    standing = Standing()
    for article in preferred_first(texts, settings):
        reason = best_reason(article, texts, standing, settings)
        if reason is None:
            standing.kept[article.text] = article
        else:
            standing.dropped[article.rank] = reason
    return standing


def choose_again(standing: Standing, texts: Texts, touched: Iterable[int], settings: DedupeSettings) -> Standing:
    """Return who stays when measures of some texts were added: all else stands, as groups with no pair between them do not meet."""
    tied = tied_to(touched, texts)
    some = Texts({text: texts.articles[text] for text in tied}, {text: texts.measures.get(text, {}) for text in tied})
    again = choose_kept(some, settings)
    ranks = {article.rank for articles in some.articles.values() for article in articles}
    return Standing(
        {text: article for text, article in standing.kept.items() if text not in tied} | again.kept,
        {rank: reason for rank, reason in standing.dropped.items() if rank not in ranks} | again.dropped,
    )


def tied_to(touched: Iterable[int], texts: Texts) -> set[int]:
    """Return these texts and all that pairs lead to from them."""
    waiting = list(touched)
    tied: set[int] = set()
    while waiting:
        text = waiting.pop()
        if text not in tied:
            tied.add(text)
            waiting += texts.measures.get(text, {})
    return tied


def best_reason(
    article: Article, texts: Texts, standing: Standing, settings: DedupeSettings
) -> tuple[Article, Verdict, Measures] | None:
    """Return the kept article that `article` is dropped for: its own text's, else the one that holds most of it."""
    if article.text in standing.kept:
        return standing.kept[article.text], SAME_TEXT, EQUAL_TEXTS
    reasons = []
    for text, measures in texts.measures.get(article.text, {}).items():
        kept = standing.kept.get(text)
        if kept and (verdict := drop(article, kept, measures, settings)):
            reasons.append((kept, verdict, measures))
    return min(reasons, key=lambda reason: (-reason[2].containment, -reason[2].jaccard, reason[0].rank), default=None)


def preferred_first(texts: Texts, settings: DedupeSettings) -> Iterator[Article]:
    """Yield every article after all that are preferred to it; where preferences run in a circle, the longest goes first."""
    followers: dict[int, list[int]] = defaultdict(list)
    n_before: dict[int, int] = defaultdict(int)
    for first, then in preferences(texts, settings):
        followers[first.rank].append(then.rank)
        n_before[then.rank] += 1
    everyone = sorted((a for articles in texts.articles.values() for a in articles), key=lambda a: (-a.n_words, a.rank))
    by_rank = {article.rank: article for article in everyone}
    ready = [article.rank for article in everyone if not n_before[article.rank]]
    heapify(ready)
    done: set[int] = set()
    longest = iter(everyone)
    while len(done) < len(everyone):
        rank = heappop(ready) if ready else next(article.rank for article in longest if article.rank not in done)
        if rank in done:
            continue
        done.add(rank)
        yield by_rank[rank]
        for follower in followers[rank]:
            n_before[follower] -= 1
            if not n_before[follower]:
                heappush(ready, follower)


def preferences(texts: Texts, settings: DedupeSettings) -> Iterator[tuple[Article, Article]]:
    """Yield (preferred, other) for articles one of which may be dropped for the other."""
    for articles in texts.articles.values():
        yield from pairwise(articles)
    for text, others in texts.measures.items():
        for other, measures in others.items():
            if text < other:
                yield from preferences_between(texts.articles[text], texts.articles[other], measures, settings)


def preferences_between(
    ones: list[Article], others: list[Article], measures: Measures, settings: DedupeSettings
) -> Iterable[tuple[Article, Article]]:
    """Yield (preferred, other) between the articles of two texts."""
    if len(ones) * len(others) > MOST_SINGLE_PAIRS:
        ones, others = ones[:1], others[:1]
    for one in ones:
        for other in others:
            first = goes_first(one, other, measures, settings)
            if first is not None:
                yield (first, other if first is one else one)
