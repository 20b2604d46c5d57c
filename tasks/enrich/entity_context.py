"""What two identities have in common besides their names: who and what is named in their articles, and their roles."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tasks.enrich.corpus_names import CorpusNames
from tasks.enrich.entity_tallies import Codes

MAX_ARTICLES = 40  # of one identity that are looked at: enough to know its company
MIN_ROLE_WORDS = 2  # "chairman" says nothing, "trade minister" does

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Context:
    """`starts`: where the articles of each identity begin in `articles`; the same for the identities of each article."""

    number: dict[str, int]
    starts: Rows
    articles: Codes
    article_starts: Rows
    identities: Codes
    weight: npt.NDArray[np.float64]
    roles: dict[int, set[str]]

    @classmethod
    def of(cls, names: CorpusNames) -> "Context":
        """Return the context of every identity."""
        owner, article = names.seen
        _, numbered = np.unique(article, return_inverse=True)
        n_articles = int(numbered.max()) + 1
        n_seen = np.bincount(owner, minlength=len(names.identities))
        roles: dict[int, set[str]] = defaultdict(set)
        role_names = names.role_names.to_pylist()
        for identity, role in zip(*names.roles[:2], strict=True):
            if len(role_names[role].split()) >= MIN_ROLE_WORDS:
                roles[int(identity)].add(role_names[role].casefold())
        return cls(
            number={identity: number for number, identity in enumerate(names.identities)},
            starts=np.concatenate([[0], np.cumsum(n_seen)]),
            articles=numbered.astype(np.int32),
            article_starts=np.concatenate([[0], np.cumsum(np.bincount(numbered))]),
            identities=owner[np.argsort(numbered, kind="stable")],
            weight=np.log((n_articles + 1) / np.maximum(n_seen, 1)),
            roles=roles,
        )

    def articles_of(self, identity: int) -> Codes:
        """Return the articles that name an identity."""
        return self.articles[self.starts[identity] : self.starts[identity + 1]]

    def share_a_role(self, a: str, b: str) -> bool:
        """Return whether both are printed with one office of two words or more."""
        return not self.roles.get(self.number[a], set()).isdisjoint(self.roles.get(self.number[b], set()))

    def company(self, a: str, b: str) -> float:
        """Return which share of the names beside the less known of the two stands beside the other too, rare names more (0 to 1).

        Articles that name both say nothing: there they may be two people.
        """
        first, second = self.number[a], self.number[b]
        own, other = self.articles_of(first), self.articles_of(second)
        both = np.intersect1d(own, other, assume_unique=True)
        if len(both):
            own, other = (np.setdiff1d(articles, both, assume_unique=True) for articles in (own, other))
        beside = [self.beside(articles[:MAX_ARTICLES], first, second) for articles in (own, other)]
        smaller = min(float(self.weight[found].sum()) for found in beside)
        shared = float(self.weight[np.intersect1d(beside[0], beside[1], assume_unique=True)].sum())
        return shared / smaller if smaller else 0.0

    def beside(self, articles: Codes, first: int, second: int) -> Codes:
        """Return the identities named in the articles, but for two."""
        if not len(articles):
            return np.array([], dtype=np.int32)
        rows = [self.identities[self.article_starts[one] : self.article_starts[one + 1]] for one in articles]
        found = np.unique(np.concatenate(rows))
        others: Codes = found[(found != first) & (found != second)]
        return others
