"""Headlines of kept articles to pairs that tell one story in other words: equal or nearly equal, a few days apart.

Each headline is compared with its neighbours in time among those that share one of its rarest words, and linked to a few
earlier articles only, so that a headline printed a thousand times costs a thousand links, not a million.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import distinct
from tasks.dedupe.headlines import in_order, numbers_of
from tasks.dedupe.pairs import lefts_of, packed, rights_of
from tasks.dedupe.relations import Verdict
from tasks.dedupe.settings import DedupeSettings

MOST_NEIGHBOURS = 16  # later headlines with the same rare word that one is compared with


@dataclass(frozen=True, slots=True)
class Dated:
    """A kept article's headline and day; `rank` names the article."""

    rank: int
    headline: str
    day: int


@dataclass(frozen=True, slots=True)
class HeadlineLink:
    """Two articles, numbers into the list they came from, the later one first, and why they are linked."""

    later: int
    earlier: int
    verdict: Verdict


def link_headlines(articles: list[Dated], settings: DedupeSettings) -> list[HeadlineLink]:
    """Return the links between articles, the earliest first; a day's order is that of `rank`."""
    dated = sorted(articles, key=lambda article: (article.day, article.rank))
    links: list[HeadlineLink] = []
    n_links: Counter[int] = Counter()
    for earlier, later, score in sorted(alike(dated, settings), key=lambda pair: (pair[1], -pair[2], -pair[0])):
        if n_links[later] < settings.headline_links:
            n_links[later] += 1
            links.append(HeadlineLink(dated[later].rank, dated[earlier].rank, name_link(score, settings)))
    return links


def name_link(score: float, settings: DedupeSettings) -> Verdict:
    """Return the verdict for two headlines that are alike by `score`."""
    if score == 1:
        return Verdict("same_headline", "equal_headline", None)
    return Verdict("same_headline", "similar_headline", settings.similar_headline)


def alike(dated: list[Dated], settings: DedupeSettings) -> Iterator[tuple[int, int, float]]:
    """Yield earlier, later (places in `dated`, which is sorted by day) and score of headlines that are alike."""
    days = np.array([article.day for article in dated], np.int64)
    ordered = [in_order(article.headline) for article in dated]
    whole = number_values(ordered)
    everyone = np.arange(len(dated))
    for lefts, rights in neighbours(whole, everyone, days, settings.headline_links, settings.headline_days):
        yield from ((a, b, 1.0) for a, b in zip(lefts.tolist(), rights.tolist(), strict=True))
    yield from nearly_alike(dated, ordered, days, whole, settings)


def nearly_alike(
    dated: list[Dated], ordered: list[str], days: Ints, whole: Ints, settings: DedupeSettings
) -> Iterator[tuple[int, int, float]]:
    """Yield earlier, later and score of headlines with the same numbers that differ in some letters."""
    numbers = number_values([" ".join(numbers_of(article.headline)) for article in dated])
    keys, owners = rare_words(ordered, settings.headline_keys)
    found = [np.zeros(0, np.uint64)]
    for lefts, rights in neighbours(keys, owners, days, MOST_NEIGHBOURS, settings.headline_days):
        worth = (numbers[lefts] == numbers[rights]) & (whole[lefts] != whole[rights])
        found.append(packed(lefts[worth], rights[worth]))
    pairs = distinct(np.sort(np.concatenate(found)))
    lefts, rights = lefts_of(pairs).tolist(), rights_of(pairs).tolist()
    scores = cpdist([ordered[i] for i in lefts], [ordered[i] for i in rights], scorer=fuzz.ratio, workers=1) / 100
    for left, right, score in zip(lefts, rights, scores.tolist(), strict=True):
        if score >= settings.similar_headline:
            yield left, right, score


def number_values(values: Iterable[str]) -> Ints:
    """Number the distinct values in the order they are met."""
    codes = pa.array(values, pa.large_string()).dictionary_encode().indices
    numbers: Ints = codes.to_numpy(zero_copy_only=False).astype(np.int64)
    return numbers


def rare_words(headlines: list[str], n: int) -> tuple[Ints, Ints]:
    """Return the `n` rarest words of every headline (numbered) and the places of the headlines."""
    lists = pc.split_pattern(pa.array(headlines, pa.large_string()), " ")
    words = lists.flatten().dictionary_encode()
    owners = pc.list_parent_indices(lists).to_numpy().astype(np.int64)
    uses = distinct(np.sort(packed(owners, words.indices.to_numpy().astype(np.int64))))
    owners, codes = lefts_of(uses), rights_of(uses)
    n_uses = np.bincount(codes, minlength=len(words.dictionary))
    by_use = [("n", "ascending"), ("word", "ascending")]
    ranks = np.argsort(pc.sort_indices(pa.table({"n": n_uses, "word": words.dictionary}), by_use).to_numpy())
    rarest = np.sort(packed(owners, ranks[codes]))  # of every headline, the rarest first
    is_rare = np.arange(owners.size) - np.searchsorted(owners, owners) < n
    return rights_of(rarest[is_rare]), owners[is_rare]


def neighbours(keys: Ints, owners: Ints, days: Ints, n: int, most_days: int) -> Iterator[tuple[Ints, Ints]]:
    """Yield pairs of owners with the same key, at most `n` places and `most_days` days apart; owners are sorted by day."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    here = np.arange(keys.size)
    for distance in range(1, n + 1):
        here = here[here + distance < keys.size]
        lefts, rights = owners[here], owners[here + distance]
        close = (keys[here] == keys[here + distance]) & (days[rights] - days[lefts] <= most_days)
        here = here[close]
        yield lefts[close], rights[close]
