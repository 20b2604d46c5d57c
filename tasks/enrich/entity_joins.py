"""Decide which identities of a corpus are one: each rule yields joins, each join says why and how sure it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from tasks.enrich.acronyms import is_acronym
from tasks.enrich.corpus_names import CorpusNames
from tasks.enrich.document_identity import target
from tasks.enrich.document_persons import GIVEN_OR_ARTICLE
from tasks.enrich.entity_bodies import STARTERS
from tasks.enrich.entity_context import Context
from tasks.enrich.entity_groups import Groups, Join, Unlike, united
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.organisation_joins import organisation_likenesses
from tasks.enrich.person_joins import Likeness, person_likenesses
from tasks.enrich.place_spellings import place_joins
from tasks.enrich.settings import EnrichSettings

MIN_ACRONYM_CHARS: Final = 3  # two letters mean too many things
RESOLVED: Final = {
    "acronym": 0.95,
    "short_form": 0.95,
    "known_as": 0.95,
    "gazetteer": 1.0,
    "spelling": 0.9,
    "nickname": 0.9,
    "misprint": 0.85,
    "last_names": 0.8,
}


@dataclass(frozen=True)
class Joins:
    """`found`: what the rules join. `doubtful`: what only looks alike."""

    found: list[Join]
    doubtful: list[Join]


def joins_of(
    names: CorpusNames, wanted: Sequence[Join], listed: Sequence[Join], unlike: Unlike, settings: EnrichSettings
) -> Joins:
    """Return every pair of identities that a list or rule finds to be one, and those it cannot decide.

    `wanted` is what a user's file joins: it is not among the result, but other rules build on it.
    """
    n = dict(zip(names.identities, names.n_mentions().tolist(), strict=True))
    found = [*listed, *resolved_joins(names), *same_name_joins(n), *given_name_joins(names)]
    found += [*lost_apostrophe_joins(n, settings)]
    found += longer_name_joins(names, n, settings)
    found += place_joins(names.identities)
    likely = list(organisation_likenesses(names.identities))
    likely += person_likenesses(names.identities, settings.min_spelling_score)
    found += [Join(one.a, one.b, one.method, one.score) for one in likely if one.is_sure]
    groups = united(names.identities, wanted, found, unlike)
    found += acronym_joins(names, groups)
    sure, doubtful = judged([one for one in likely if not one.is_sure], names, groups, n, settings)
    return Joins(found + sure, doubtful)


def resolved_joins(names: CorpusNames) -> Iterator[Join]:
    """Yield each name that an article says stands for another, with that other one."""
    method = dict(zip(names.forms.identity.tolist(), names.forms.method.tolist(), strict=True))
    for number, identity in enumerate(names.identities):
        if (other := target(identity)) is not None:
            how = names.methods[method[number]]
            yield Join(identity, other, how, RESOLVED[how])


def longer_name_joins(names: CorpusNames, n: Mapping[str, int], settings: EnrichSettings) -> Iterator[Join]:
    """Yield persons that an article calls by a common name and by a rare longer one: 'Orla Venn Resigns', 'Orla K. Venn'.

    Longer by words behind it or by initials: a name more in the middle may be another's.
    """
    for identity in names.identities:
        longer = target(identity) if identity.startswith("PERSON|") else None
        if longer is None:
            continue
        short = f"PERSON|{identity.split('|')[1]}"
        own, other = (key.split("|")[1].split() for key in (short, longer))
        added = [word for word in other[len(own) - 1 : -1] if len(word) > 1]
        is_longer = len(other) > len(own) and (other[: len(own)] == own or (own[-1] == other[-1] and not added))
        if is_longer and n.get(short, 0) >= settings.min_times_as_often * n.get(longer, 0):
            yield Join(short, longer, "short_form", 0.85)


def same_name_joins(n: Mapping[str, int]) -> Iterator[Join]:
    """Yield names that the model classed as one thing here and as another there.

    A body and a law or event of one name are one, whichever is the mistake. Other classes: of two words and more, the rare one is.
    """
    by_name: dict[str, list[str]] = defaultdict(list)
    for identity in n:
        _, name, *scope = identity.split("|")
        if not scope:
            by_name[name].append(identity)
    for name, identities in by_name.items():
        if len(identities) == 1:
            continue
        body = f"ORG|{name}" if f"ORG|{name}" in n else ""
        lead = body if name.split()[0] in STARTERS and body else max(identities, key=lambda one: (n[one], one))
        for other in identities:
            rare, common = sorted((n[other], n[lead]))
            mistaken = " " in name and (
                (lead == body != "" and name.split()[0] in STARTERS) or rare * MAX_MISTAKEN <= common
            )
            if other != lead and mistaken:
                yield Join(lead, other, "same_name", common / (rare + common))
        if body and f"OTHER|{name}" in n and len(name) >= MIN_ACRONYM_CHARS:
            yield Join(body, f"OTHER|{name}", "same_name", 0.8)


MAX_MISTAKEN: Final = 4  # times rarer than the right class is a wrong one


def given_name_joins(names: CorpusNames) -> Iterator[Join]:
    """Yield 'Al Venn' of the articles that leave open whether Al is a name, with the Al Venn of those that show it.

    Those that show a man named Al print him as Venn, too. Where only one or two do, an Arabic article may stand before the surname.
    """
    named = {one: n for n, one in enumerate(names.identities) if one.startswith(("PERSON|al ", "PERSON|ash "))}
    n_articles = np.bincount(names.seen[0], minlength=len(names.identities))
    for identity, number in named.items():
        whole = identity.rpartition("|")[0]
        is_shown = whole in named and n_articles[named[whole]] >= MIN_SHOWN and identity.count("|") > 1
        if is_shown and all(map(GIVEN_OR_ARTICLE.fullmatch, printed(number, names))):
            yield Join(identity, whole, "same_name", 0.9)


MIN_SHOWN: Final = 3  # articles


def lost_apostrophe_joins(n: Mapping[str, int], settings: EnrichSettings) -> Iterator[Join]:
    """Yield names with an s too many, much rarer than without it: 'Orla Venns' was 'Orla Venn's'.

    A single word that nobody's name explains may also be a place: 'Kellans' streets'. Hamas is not the town of Hama.
    """
    places = {
        identity.split("|")[1]: identity for identity in n if identity.startswith("PLACE|") and "=" not in identity
    }
    for identity, own in n.items():
        kind, name, *scope = identity.split("|")
        if not name.endswith("s") or name in gazetteer().by_fold:
            continue
        without = name.removesuffix("s")
        other = places.get(without, "") if kind == "PERSON" and scope else "|".join([kind, without, *scope])
        if n.get(other, 0) >= settings.min_times_as_often * own:
            yield Join(identity, other, "lost_apostrophe", 0.9)


def acronym_joins(names: CorpusNames, groups: Groups) -> Iterator[Join]:
    """Yield the acronyms that (nearly) all articles which expand them expand alike.

    Only acronyms: "the Committee" is another body in the next article, and what one article calls another name may be its mistake.
    """
    method = dict(zip(names.forms.identity.tolist(), names.forms.method.tolist(), strict=True))
    number = {identity: position for position, identity in enumerate(names.identities)}
    n_articles = np.bincount(names.seen[0], minlength=len(names.identities))
    expanded: dict[str, Counter[int]] = defaultdict(Counter)
    example: dict[int, str] = {}
    for identity, position in number.items():
        kind, short, *scope = identity.split("|")
        is_acronym = names.methods[method[position]] == "acronym"
        if is_acronym and kind in ("ORG", "PLACE") and target(identity) is not None:
            group = int(groups.number[position])
            expanded["|".join([kind, short, *scope[:-1]])][group] += int(n_articles[position])
            example.setdefault(group, identity)
    for alone, counts in sorted(expanded.items()):
        ((group, most),) = counts.most_common(1)
        share = most / counts.total()
        if alone not in number or share < MIN_SHARE or not may_stand_alone(alone.split("|")[1]):
            continue
        if counts.total() >= MIN_EXPANDED * n_articles[number[alone]] or in_capitals(number[alone], names):
            yield Join(alone, example[group], "acronym", share)


def in_capitals(identity: int, names: CorpusNames) -> bool:
    """Return whether a name is printed as an acronym most of the time: the Fed is not the FED."""
    n = names.forms.n[forms_of(identity, names)]
    capital = [is_acronym(surface) for surface in printed(identity, names)]
    return bool(2 * n[capital].sum() >= n.sum())


def printed(identity: int, names: CorpusNames) -> list[str]:
    """Return the surfaces of an identity, one a form."""
    surfaces: list[str] = names.names.take(pa.array(names.forms.surface[forms_of(identity, names)])).to_pylist()
    return surfaces


def forms_of(identity: int, names: CorpusNames) -> slice:
    """Return where the forms of an identity stand."""
    start, end = np.searchsorted(names.forms.identity, (identity, identity + 1))
    return slice(int(start), int(end))


MIN_EXPANDED: Final = (
    0.05  # of the articles that print an acronym: so many must expand it, unless it is printed in capitals
)
MIN_SHARE: Final = 0.9  # of the articles that expand an acronym; below, it means two things


def may_stand_alone(acronym: str) -> bool:
    """Return whether an acronym may join across documents: long enough, and not known to mean several things."""
    return len(acronym) >= MIN_ACRONYM_CHARS and acronym not in gazetteer().ambiguous


def judged(
    likely: Iterable[Likeness], names: CorpusNames, groups: Groups, n: Mapping[str, int], settings: EnrichSettings
) -> tuple[list[Join], list[Join]]:
    """Return the likenesses that the company of the names bears out, and the others."""
    context = Context.of(names)
    number = {identity: int(groups.number[position]) for position, identity in enumerate(names.identities)}
    sure: list[Join] = []
    doubtful: list[Join] = []
    for one in only_candidates(likely, number, n, settings.min_times_as_often):
        company = context.company(one.a, one.b)
        needed = settings.min_company * (NICKNAMED if one.method == "nickname" else 1)
        known = [company >= needed, context.share_a_role(one.a, one.b)]
        rare, common = sorted((n[one.a], n[one.b]))
        is_rare = one.method != "misprint" or rare * settings.min_times_as_often <= common
        score = one.score * (0.5 + 0.5 * min(1.0, company / settings.min_company))
        is_known = all(known) if one.method == "fathers_name" else any(known)  # a family keeps the same company
        (sure if is_known and is_rare else doubtful).append(Join(one.a, one.b, one.method, score))
    return sure, doubtful


NICKNAMED: Final = 0.4  # of the company that other likely names need: a nickname with the same surname says much
SHORTENING: Final = frozenset({"short_form", "acronym"})


def only_candidates(
    likely: Iterable[Likeness], number: Mapping[str, int], n: Mapping[str, int], times: int
) -> list[Likeness]:
    """Return the likenesses of two groups, without short names that several longer ones hold, none far above the others."""
    apart = [one for one in sorted(set(likely)) if number[one.a] != number[one.b]]
    longer: dict[int, Counter[int]] = defaultdict(Counter)
    counted = {(number[one.a], number[one.b], one.b) for one in apart if one.method in SHORTENING}
    for short, group, identity in counted:
        longer[short][group] += n[identity]
    meant = {short: foremost(groups, times) for short, groups in longer.items()}
    return [one for one in apart if one.method not in SHORTENING or meant[number[one.a]] == number[one.b]]


def foremost(counts: Counter[int], times: int) -> int | None:
    """Return what is counted `times` as often as anything else; None when nothing is."""
    (first, n), *others = counts.most_common(2)
    return first if not others or n >= times * others[0][1] else None
