"""The id of an entity follows from its own names: the alphabetically first of the full ones, and no other entity's."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schemas.ids import short_digest
from tasks.enrich.corpus_names import CorpusNames, run_starts
from tasks.enrich.entity_groups import Groups
from tasks.enrich.entity_tallies import Codes

T = TypeVar("T", bound=Hashable)


def entity_ids(names: CorpusNames, groups: Groups, kinds: Sequence[str]) -> list[str]:
    """Return the id of each group; groups that would share one are told apart by their smallest article.

    Where even that is the same, as for two towns of one name in one article, the identity's own key tells them apart.
    """
    plain = list(zip(kinds, first_names(names, groups), strict=True))
    dated = [(*one, article) for one, article in zip(plain, first_articles(names, groups), strict=True)]
    keyed = [(*one, key) for one, key in zip(dated, first_identities(names, groups), strict=True)]
    shared, still_shared = repeated(plain), repeated(dated)
    told = [
        own if one_dated in still_shared else one_dated if one in shared else one
        for one, one_dated, own in zip(plain, dated, keyed, strict=True)
    ]
    return [short_digest("|".join(parts)) for parts in told]


def repeated(values: Sequence[T]) -> set[T]:
    """Return the values that stand more than once."""
    return {value for value, n in Counter(values).items() if n > 1}


def is_full(names: CorpusNames) -> npt.NDArray[np.bool_]:
    """Return for each name whether it has two words and more."""
    return np.array([" " in folded for folded in names.folded], dtype=bool)


def first_names(names: CorpusNames, groups: Groups) -> list[str]:
    """Return the alphabetically first folded name of each group: of its full names where it has some."""
    rank = np.empty(len(names.folded), dtype=np.int32)
    rank[sorted(range(len(names.folded)), key=names.folded.__getitem__)] = np.arange(len(names.folded))
    group = np.tile(groups.number[names.forms.identity], 2)
    name = np.concatenate([names.forms.surface, names.forms.full_name])
    order = np.lexsort((rank[name], ~is_full(names)[name], group))
    return [names.folded[one] for one in name[order][run_starts([group[order]])]]


def first_articles(names: CorpusNames, groups: Groups) -> list[str]:
    """Return the alphabetically first article of each group."""
    first: Codes = np.full(len(groups), len(names.articles), dtype=np.int32)
    np.minimum.at(first, groups.number[names.forms.identity], names.forms.article)
    articles: list[str] = names.articles.take(pa.array(first)).to_pylist()
    return articles


def first_identities(names: CorpusNames, groups: Groups) -> list[str]:
    """Return the alphabetically first identity of each group."""
    _, first = np.unique(groups.number, return_index=True)
    return [names.identities[one] for one in first]
