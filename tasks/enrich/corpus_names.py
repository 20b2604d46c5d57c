"""The names of a whole corpus as numbers: each distinct text once, everything else small integers that say which.

Shards are read one after the other and forgotten: what is kept grows with distinct names, not with mentions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tasks.enrich.entity_tallies import Codes
from tasks.enrich.folding import fold

Counts = npt.NDArray[np.int64]
NO_DAY: Final = np.iinfo(np.int32).min + 1  # its negative is a number too


@dataclass(frozen=True)
class Forms:
    """One printing of one identity a row, sorted: which identity, full name, surface and method, how often, first article."""

    identity: Codes
    full_name: Codes
    surface: Codes
    method: Codes
    n: Counts
    article: Codes


@dataclass(frozen=True)
class CorpusNames:
    """Sorted lists of distinct texts, and tables of numbers into them.

    `seen`: which identity stands in which article. `roles`: identity, role and count. `first_on`, `last_on`: days since 1970,
    `NO_DAY` where none is known.
    """

    identities: list[str]
    names: pa.Array
    folded: list[str]
    methods: list[str]
    articles: pa.Array
    role_names: pa.Array
    forms: Forms
    roles: tuple[Codes, Codes, Counts]
    seen: tuple[Codes, npt.NDArray[np.int64]]
    first_on: Codes
    last_on: Codes

    def n_mentions(self) -> Counts:
        """Return how often each identity is named."""
        return np.bincount(self.forms.identity, weights=self.forms.n, minlength=len(self.identities)).astype(np.int64)


@dataclass
class Codebook:
    """Distinct texts, numbered as they come."""

    numbers: dict[str, int] = field(default_factory=dict)

    def codes(self, values: pa.Array) -> Codes:
        """Return the number of each text; a new one gets the next."""
        encoded = values.dictionary_encode()
        own = [self.numbers.setdefault(text, len(self.numbers)) for text in encoded.dictionary.to_pylist()]
        codes: Codes = np.array(own, dtype=np.int32)[encoded.indices.to_numpy()]
        return codes

    def in_order(self) -> tuple[list[str], Codes]:
        """Return the texts sorted, and for each number the place of its text."""
        texts = sorted(self.numbers)
        places = np.empty(len(texts), dtype=np.int32)
        places[[self.numbers[text] for text in texts]] = np.arange(len(texts), dtype=np.int32)
        return texts, places


@dataclass
class Books:
    """The texts met so far, by what they are."""

    identities: Codebook = field(default_factory=Codebook)
    names: Codebook = field(default_factory=Codebook)
    methods: Codebook = field(default_factory=Codebook)
    articles: Codebook = field(default_factory=Codebook)
    roles: Codebook = field(default_factory=Codebook)


def corpus_names(tallies: Iterable[pa.Table]) -> CorpusNames:
    """Join the tallies of all shards, whatever their order."""
    books = Books()
    shards = [coded_shard(tally, books) for tally in tallies]
    identities, place = books.identities.in_order()
    names, name_place = books.names.in_order()
    methods, method_place = books.methods.in_order()
    articles, article_place = books.articles.in_order()
    role_names, role_place = books.roles.in_order()
    form = [np.concatenate(column) for column in zip(*(shard.forms for shard in shards), strict=True)]
    role = [np.concatenate(column) for column in zip(*(shard.roles for shard in shards), strict=True)]
    first_on, last_on = spans_of_days(shards, place)
    return CorpusNames(
        identities=identities,
        names=pa.array(names, pa.string()),
        folded=[fold.__wrapped__(name) for name in names],
        methods=methods,
        articles=pa.array(articles, pa.string()),
        role_names=pa.array(role_names, pa.string()),
        forms=added_up(
            [place[form[0]], name_place[form[1]], name_place[form[2]], method_place[form[3]]],
            form[4],
            article_place[form[5]],
        ),
        roles=(place[role[0]], role_place[role[1]], role[2].astype(np.int64)),
        seen=articles_of(shards, place),
        first_on=first_on,
        last_on=last_on,
    )


@dataclass(frozen=True)
class CodedShard:
    """One shard in numbers: columns of its forms and roles, of which identity stands in which article, and of days."""

    forms: tuple[Codes, ...]
    roles: tuple[Codes, ...]
    seen: tuple[Codes, npt.NDArray[np.int64]]
    days: tuple[Codes, Codes, Codes]


def coded_shard(tally: pa.Table, books: Books) -> CodedShard:
    """Return the tally of one shard in the numbers of `books`."""
    tally = tally.combine_chunks()
    owner = books.identities.codes(tally["identity"].combine_chunks())
    forms, form_owner = flat(tally["forms"], owner)
    roles, role_owner = flat(tally["roles"], owner)
    articles, seen_owner = flat(tally["articles"], owner)
    return CodedShard(
        forms=(
            form_owner,
            books.names.codes(forms.field("full_name")),
            books.names.codes(forms.field("surface")),
            books.methods.codes(forms.field("link_method")),
            forms.field("n_mentions").to_numpy().astype(np.int32),
            books.articles.codes(forms.field("article_id")),
        ),
        roles=(role_owner, books.roles.codes(roles.field("role")), roles.field("n_mentions").to_numpy()),
        seen=(seen_owner, articles.to_numpy()),
        days=(owner, day_numbers(tally["first_on"]), day_numbers(tally["last_on"])),
    )


def day_numbers(days: pa.ChunkedArray) -> Codes:
    """Return days as days since 1970."""
    numbers: Codes = days.cast(pa.int32()).fill_null(NO_DAY).to_numpy()
    return numbers


def spans_of_days(shards: list[CodedShard], place: Codes) -> tuple[Codes, Codes]:
    """Return the first and the last day of each identity."""
    first = np.full(len(place), -NO_DAY, dtype=np.int32)
    last = np.full(len(place), NO_DAY, dtype=np.int32)
    for shard in shards:
        owner, first_on, last_on = shard.days
        np.minimum.at(first, place[owner], np.where(first_on == NO_DAY, -NO_DAY, first_on))
        np.maximum.at(last, place[owner], last_on)
    return np.where(first == -NO_DAY, NO_DAY, first), last


def flat(lists: pa.ChunkedArray, owner: Codes) -> tuple[pa.Array, Codes]:
    """Return the items of all lists, and the owner of each."""
    whole = lists.combine_chunks()
    return whole.flatten(), np.repeat(owner, pc.list_value_length(whole).to_numpy())


def added_up(keys: list[Codes], n: Codes, article: Codes) -> Forms:
    """Return each distinct row of keys with the sum of its counts and its first article."""
    order = np.lexsort(keys[::-1])
    keys = [key[order] for key in keys]
    starts = run_starts(keys)
    identity, full_name, surface, method = (key[starts] for key in keys)
    counts = np.add.reduceat(n[order].astype(np.int64), starts)
    return Forms(identity, full_name, surface, method, counts, np.minimum.reduceat(article[order], starts))


def run_starts(keys: list[Codes]) -> npt.NDArray[np.int64]:
    """Return where a new row of keys begins, in keys that are sorted."""
    changed = np.ones(len(keys[0]), dtype=bool)
    changed[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return np.flatnonzero(changed)


def articles_of(shards: list[CodedShard], place: Codes) -> tuple[Codes, npt.NDArray[np.int64]]:
    """Return which identity stands in which article, sorted by both: in whatever order the shards came."""
    identity = place[np.concatenate([shard.seen[0] for shard in shards])]
    article = np.concatenate([shard.seen[1] for shard in shards])
    order = np.lexsort((article, identity))
    return identity[order], article[order]
