"""Shared texts with their witnesses -> which are boilerplate. In doubt a text is none: to lose a true sentence is far worse.

A line about the page is learned from few documents, any other paragraph only when the stories it stands in have no subject in
common: what an agency repeats below every story of a war has that war in common with them. Versions and copies of one story
teach nothing, whatever they share.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pyarrow as pa

from schemas.boilerplate import BOILERPLATE
from schemas.ids import short_digest
from tasks.clean.content_words import content_words
from tasks.clean.learned import fold
from tasks.clean.learning.counts import N_WITNESSES
from tasks.clean.learning.form import holds_quote, is_about_makers, is_about_page
from tasks.clean.learning.records import outlet_digest
from tasks.clean.settings import CleanSettings

# What pass two needs beside the table: the digest of the text, and of its outlet (0: everywhere).
LEARNED = pa.schema(
    [
        *BOILERPLATE.arrow_schema(),
        pa.field("digest", pa.uint64()),
        pa.field("outlet", pa.uint64()),
    ]
)
_DIGESTS = pa.list_(pa.uint64())
# In which paragraphs and bodies its witnesses have it.
FOUND = LEARNED.append(pa.field("units", _DIGESTS)).append(pa.field("bodies", _DIGESTS))
_MAX_LIKENESS = 0.4  # mean Jaccard of what two witnesses are about; versions of a story have more, other stories 0.1
_WHOLE_SHARE = 0.8  # of the witnesses that print a paragraph as one


@dataclass(frozen=True)
class Witness:
    """One document that holds a text."""

    outlet: str | None
    outlet_digest: int
    text: str
    body: int
    unit: int
    words: frozenset[str]
    headline_words: frozenset[str]
    coverage: float | None


@dataclass(frozen=True)
class Shared:
    """A text, how many documents hold it, in which scope, and those that were read."""

    digest: int
    outlet: int
    is_body: bool
    n_documents: int
    n_headlines: int
    n_outlet_documents: int
    witnesses: tuple[Witness, ...]

    @property
    def text(self) -> str:
        """The text as the first witness prints it."""
        return self.witnesses[0].text

    @property
    def whole_share(self) -> float:
        """Share of the witnesses that print it as a paragraph of its own."""
        return sum(one.unit == self.digest for one in self.witnesses) / len(self.witnesses)


def find_boilerplate(
    shared: pa.Table, witnesses: pa.Table, outlets: Mapping[int, int], settings: CleanSettings
) -> pa.Table:
    """Return the texts of `shared` that are boilerplate (FOUND); `outlets`: number of articles by digest of the outlet."""
    read = _by_digest(witnesses)
    found = [
        one
        for row in shared.sort_by([("digest", "ascending"), ("outlet", "ascending")]).to_pylist()
        if (one := _shared(row, read.get(row["digest"], []), outlets)).witnesses and is_boilerplate(one, settings)
    ]
    everywhere = {one.digest for one in found if not one.outlet}
    rows = [_row(one) for one in found if not one.outlet or one.digest not in everywhere]
    return pa.Table.from_pylist(rows, schema=FOUND)


def without_parts(found: pa.Table, settings: CleanSettings) -> pa.Table:
    """Return LEARNED: `found` without lines that hardly any document holds outside of bodies, or paragraphs, that were learned."""
    rows = found.to_pylist()
    whole = {(row["digest"], row["outlet"]) for row in rows if row["digest"] in row["units"]}
    bodies = {row["digest"] for row in rows if row["kind"] == "body"}
    kept = [row for row in rows if row["kind"] == "body" or not _is_part_of_learned(row, whole, bodies, settings)]
    return pa.Table.from_pylist(sorted(kept, key=lambda row: str(row["line_id"])), schema=FOUND).select(LEARNED.names)


def _is_part_of_learned(
    row: Mapping[str, Any], whole: Set[tuple[int, int]], bodies: Set[int], settings: CleanSettings
) -> bool:
    places = list(zip(row["units"], row["bodies"], strict=True))
    inside = sum(
        body in bodies or (unit != row["digest"] and ((unit, row["outlet"]) in whole or (unit, 0) in whole))
        for unit, body in places
    )
    n_outside = row["n_documents"] * (1 - inside / len(places))
    return bool(n_outside < (settings.learned_documents if row["outlet"] else settings.learned_documents_of_input))


def _shared(row: Mapping[str, Any], read: Sequence[Witness], outlets: Mapping[int, int]) -> Shared:
    """Return one counted text with the witnesses of its scope."""
    scope = row["outlet"]
    heard = [one for one in read if not scope or one.outlet_digest == scope]
    n_outlet = outlets.get(scope, 0) if scope else sum(outlets.values())
    counts = row["n_documents"], row["n_headlines"], n_outlet
    return Shared(row["digest"], scope, row["is_body"], *counts, tuple(heard))


def is_boilerplate(shared: Shared, settings: CleanSettings) -> bool:
    """Tell whether a text that many documents hold belongs to none of them."""
    if shared.is_body:
        return _is_nobodys_body(shared, settings)
    told = [one.words for one in shared.witnesses if one.words]
    bound = settings.learned_documents if shared.outlet else settings.learned_documents_of_input
    if len(told) < min(bound, N_WITNESSES) or _likeness(told) > _MAX_LIKENESS:
        return False
    return _is_notice(shared, told, settings) or _is_prose_of_no_story(shared, told, settings)


def _is_notice(shared: Shared, told: Sequence[frozenset[str]], settings: CleanSettings) -> bool:
    """Tell whether a text is about the page, or about its author: of whom the stories themselves do not speak."""
    if _may_be_quoted(shared, settings):
        return False
    own = frozenset(content_words(shared.text))
    told_of_it = _topic_share([words & own for words in told])
    if is_about_page(shared.text):
        return told_of_it <= settings.learned_notice_topic_share
    return is_about_makers(shared.text) and told_of_it <= settings.learned_topic_share


def _is_prose_of_no_story(shared: Shared, told: Sequence[frozenset[str]], settings: CleanSettings) -> bool:
    """Tell whether a paragraph stands in stories without a common subject, and is too long or too frequent for chance."""
    of_input = settings.learned_documents_of_input / settings.learned_documents
    bound = settings.learned_prose_documents * (1 if shared.outlet else of_input)
    if shared.n_documents < bound or shared.whole_share < _WHOLE_SHARE:
        return False
    n_words, topic = len(shared.text.split()), _topic_share(told)
    share = shared.n_documents / shared.n_outlet_documents
    if n_words < settings.learned_prose_words:
        is_template = share >= settings.learned_short_share and n_words >= settings.learned_short_words
        return is_template and topic <= settings.learned_frequent_topic_share
    if share >= settings.learned_prose_share:
        return topic <= settings.learned_frequent_topic_share
    return topic <= settings.learned_topic_share and not _may_be_quoted(shared, settings)


def _may_be_quoted(shared: Shared, settings: CleanSettings) -> bool:
    """Tell whether someone's words, told again by many, could be all of a text."""
    is_long = shared.whole_share >= _WHOLE_SHARE and len(shared.text.split()) >= settings.learned_quote_words
    return holds_quote(shared.text) and not is_long


def _is_nobodys_body(shared: Shared, settings: CleanSettings) -> bool:
    """Tell whether a body stands under many headlines that have nothing to do with it, nor with one another."""
    read = [one for one in shared.witnesses if one.coverage is not None]
    if len({one.headline_words for one in read}) < settings.learned_body_headlines:
        return False
    coverage = sum(one.coverage or 0.0 for one in read) / len(read)
    likeness = _likeness([one.headline_words for one in read])
    return coverage <= settings.learned_body_coverage and likeness <= settings.learned_headline_likeness


def _likeness(told: Sequence[frozenset[str]]) -> float:
    """Return the mean Jaccard of neighbours: witnesses are sorted by a digest, so neighbours are a random sample of pairs."""
    pairs = list(pairwise(told))
    return sum(len(one & other) / len(one | other) for one, other in pairs) / len(pairs) if pairs else 1.0


def _topic_share(told: Sequence[frozenset[str]]) -> float:
    """Return the largest share of the witnesses that have one word in common."""
    counts = Counter(word for words in told for word in words)
    return max(counts.values(), default=0) / len(told)


def _by_digest(witnesses: pa.Table) -> dict[int, list[Witness]]:
    """Return the witnesses of each text in the order of their documents; one that stands in two places counts once."""
    found: dict[int, dict[int, Witness]] = {}
    for row in witnesses.sort_by([("digest", "ascending"), ("document", "ascending")]).to_pylist():
        words, headline_words = frozenset(row["words"]), frozenset(row["headline_words"])
        one = Witness(
            row["outlet"],
            outlet_digest(row["outlet"]),
            row["text"],
            row["body"],
            row["unit"],
            words,
            headline_words,
            row["coverage"],
        )
        found.setdefault(row["digest"], {}).setdefault(row["document"], one)
    return {number: list(holders.values()) for number, holders in found.items()}


def _row(shared: Shared) -> dict[str, object]:
    outlets = {one.outlet for one in shared.witnesses}
    publisher = outlets.pop() if len(outlets) == 1 else None
    kind = "body" if shared.is_body else "line"
    return {
        "line_id": short_digest(f"{kind}|{publisher if shared.outlet else ''}|{fold(shared.text)}"),
        "text": shared.text,
        "publisher": publisher,
        "n_documents": shared.n_documents,
        "n_headlines": shared.n_headlines,
        "kind": kind,
        "digest": shared.digest,
        "outlet": shared.outlet,
        "units": [one.unit for one in shared.witnesses],
        "bodies": [one.body for one in shared.witnesses],
    }
