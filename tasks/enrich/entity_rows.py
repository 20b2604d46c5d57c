"""Groups of identities become the rows of the table of entities: names, aliases, ids, days, counts, roles."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schemas.entities import ENTITIES
from tasks.enrich.corpus_names import NO_DAY, CorpusNames, run_starts
from tasks.enrich.document_identity import target
from tasks.enrich.document_persons import PREFIXES
from tasks.enrich.entity_groups import Groups
from tasks.enrich.entity_ids import entity_ids, is_full
from tasks.enrich.entity_tallies import Codes
from tasks.enrich.person_words import FATHER, RELATIVES
from tasks.enrich.places import place_list
from tasks.enrich.settings import EnrichSettings
from tasks.enrich.transliteration import PARTICLES

# How sure a join within a document is, 0 to 1: a given name is weaker evidence than a surname.
SCORES: Final = {
    "printed": 1.0,
    "gazetteer": 1.0,
    "acronym": 0.95,
    "short_form": 0.95,
    "known_as": 0.95,
    "owner": 0.9,
    "lost_space": 0.95,
    "spelling": 0.9,
    "surname": 0.9,
    "nickname": 0.9,
    "misprint": 0.85,
    "last_names": 0.8,
    "only_so_far": 0.8,
    "given_name": 0.8,
    "middle_name": 0.7,
}
FULLY_NAMED: Final = ("PERSON", "ORG")
BEFORE_SURNAME: Final = PREFIXES | PARTICLES | FATHER
MAX_RARER: Final = 10  # times rarer than its commonest spelling is a full name that nobody uses


def entity_rows(names: CorpusNames, groups: Groups, chosen: Mapping[str, str], settings: EnrichSettings) -> pa.Table:
    """Return one row a group, in the order of the groups; `chosen`: names by folded name that somebody wants printed."""
    leads = leading_identities(names, groups)
    kinds = [names.identities[lead].split("|")[0] for lead in leads]
    n_mentions = np.bincount(groups.number[names.forms.identity], weights=names.forms.n).astype(np.int64)
    printed = most_printed(names, groups, kinds)
    places = [place_columns(names.identities[lead], kind, settings) for lead, kind in zip(leads, kinds, strict=True)]
    first_on, last_on = days(names, groups)
    columns = {
        "entity_id": entity_ids(names, groups, kinds),
        "name": wanted_names(names, groups, printed, chosen),
        "type": kinds,
        "aliases": aliases(names, groups, printed),
        "country": [place[0] for place in places],
        "latitude": [place[1] for place in places],
        "longitude": [place[2] for place in places],
        "roles": roles(names, groups, settings.max_roles),
        "n_articles": n_articles(names, groups),
        "n_mentions": n_mentions,
        "first_on": first_on,
        "last_on": last_on,
        "same_as": pa.nulls(len(groups), pa.string()),
    }
    schema = ENTITIES.arrow_schema()
    return pa.table({name: as_type(column, schema.field(name).type) for name, column in columns.items()}, schema=schema)


def as_type(column: object, kind: pa.DataType) -> pa.Array:
    """Return a column as Arrow wants it."""
    return column.cast(kind) if isinstance(column, (pa.Array, pa.ChunkedArray)) else pa.array(column, kind)


def leading_identities(names: CorpusNames, groups: Groups) -> Codes:
    """Return of each group the identity named most often: it says the kind and, for a place, which one it is."""
    order = np.lexsort((np.arange(len(groups.number)), -names.n_mentions(), groups.number))
    leads: Codes = order[run_starts([groups.number[order]])].astype(np.int32)
    return leads


def spelled(names: CorpusNames, groups: Groups) -> tuple[Codes, Codes, npt.NDArray[np.int64]]:
    """Return group, surface and count of each spelling of a group, sorted."""
    group, surface = groups.number[names.forms.identity], names.forms.surface
    order = np.lexsort((surface, group))
    group, surface = group[order], surface[order]
    starts = run_starts([group, surface])
    return group[starts], surface[starts], np.add.reduceat(names.forms.n[order], starts)


def most_printed(names: CorpusNames, groups: Groups, kinds: list[str]) -> Codes:
    """Return the spelling of each group that is printed most often.

    A man is printed by his surname most of the time, a party by its initials: where there are full names, they count. But a body
    that hardly anybody prints in full is called as everybody calls it: Facebook, not Facebook Inc.
    """
    group, surface, n = spelled(names, groups)
    fully_named = np.isin(np.array(kinds), FULLY_NAMED)[group]
    full = is_full(names)[surface] & ~is_surname_or_letters(names)[surface]
    is_short = (np.array(kinds) == "PERSON")[group] & ~is_full(names)[surface]  # where Al Venn is the fullest: not Venn
    most = np.maximum.reduceat(n, run_starts([group]))[group]
    rare = (np.array(kinds)[group] == "ORG") & (n * MAX_RARER < most)
    order = np.lexsort((surface, -n, is_short, ~(full & fully_named) | rare, group))
    return surface[order][run_starts([group[order]])]


def is_surname_or_letters(names: CorpusNames) -> npt.NDArray[np.bool_]:
    """Return for each name whether its words are a surname or single letters: O'Venn, al-Venn, Venn-Marsh, Venn Jr, F.B.I."""
    parts = [folded.split() for folded in names.folded]
    return np.array(
        [
            max(map(len, own), default=0) < 2
            or (len(own) == 2 and (own[0] in BEFORE_SURNAME or own[1] in RELATIVES or " " not in printed))
            for own, printed in zip(parts, names.names.to_pylist(), strict=True)
        ],
        dtype=bool,
    )


def wanted_names(names: CorpusNames, groups: Groups, printed: Codes, chosen: Mapping[str, str]) -> list[str]:
    """Return the name of each group: the most printed spelling, or the one that was chosen for it."""
    result: list[str] = names.names.take(pa.array(printed)).to_pylist()
    if chosen:
        for number, identity in enumerate(names.identities):
            if (name := chosen.get(identity.split("|")[1])) is not None:
                result[groups.number[number]] = name
    return result


def aliases(names: CorpusNames, groups: Groups, printed: Codes) -> pa.ListArray:
    """Return for each group every spelling with how it was joined, the most printed first."""
    forms = names.forms
    group = groups.number[forms.identity]
    order = np.lexsort((forms.method, forms.full_name, forms.identity, -forms.n, forms.surface, group))
    starts = run_starts([group[order], forms.surface[order]])
    likeliest = order[starts]
    n = np.add.reduceat(forms.n[order], starts)
    evidence = np.minimum.reduceat(forms.article[order], starts)
    found = [how_joined(names, groups, form, printed[group[form]]) for form in likeliest]
    rows = np.lexsort((forms.surface[likeliest], -n, group[likeliest]))
    columns = {
        "text": names.names.take(pa.array(forms.surface[likeliest][rows])),
        "n_mentions": n[rows],
        "method": [found[row][0] for row in rows],
        "score": [found[row][1] for row in rows],
        "evidence_article_id": names.articles.take(pa.array(evidence[rows])),
    }
    kind = ENTITIES.field("aliases").type
    parts = [as_type(columns[field.name], field.type) for field in kind.value_type]
    values = pa.StructArray.from_arrays(parts, fields=list(kind.value_type))
    return lists(values, group[likeliest][rows], len(groups))


def how_joined(names: CorpusNames, groups: Groups, form: int, printed: int) -> tuple[str, float]:
    """Return method and score of one spelling: within its document, or across the corpus to the most printed name."""
    method = names.methods[names.forms.method[form]]
    join = groups.joins.get(names.identities[names.forms.identity[form]])
    if join is not None and method == "printed" and names.folded[names.forms.surface[form]] != names.folded[printed]:
        return join.method, join.score
    return method, SCORES[method]


def lists(values: pa.Array, owner: Codes, n: int) -> pa.ListArray:
    """Return the values as one list an owner; owners are sorted."""
    ends = np.cumsum(np.bincount(owner, minlength=n))
    return pa.ListArray.from_arrays(pa.array(np.concatenate([[0], ends]), pa.int32()), values)


def roles(names: CorpusNames, groups: Groups, most: int) -> pa.ListArray:
    """Return for each group its roles, the most frequent first."""
    owner, role, n = names.roles
    group = groups.number[owner]
    if len(group) == 0:
        return lists(pa.array([], pa.string()), group, len(groups))
    order = np.lexsort((role, group))
    group, role = group[order], role[order]
    starts = run_starts([group, role])
    group, role, n = group[starts], role[starts], np.add.reduceat(n[order], starts)
    order = np.lexsort((role, -n, group))
    group, role = group[order], role[order]
    first = run_starts([group])
    rank = np.arange(len(group)) - np.repeat(first, np.diff(np.append(first, len(group))))
    return lists(names.role_names.take(pa.array(role[rank < most])), group[rank < most], len(groups))


def n_articles(names: CorpusNames, groups: Groups) -> npt.NDArray[np.int64]:
    """Return in how many articles each group stands; an article that two of its identities share counts once."""
    owner, article = names.seen
    group = groups.number[owner]
    alone = (np.bincount(groups.number) == 1)[group]
    counts = np.bincount(group[alone], minlength=len(groups))
    order = np.lexsort((article[~alone], group[~alone]))
    if len(order):
        group, article = group[~alone][order], article[~alone][order]
        counts += np.bincount(group[run_starts([group, article])], minlength=len(groups))
    return counts


def days(names: CorpusNames, groups: Groups) -> tuple[pa.Array, pa.Array]:
    """Return the first and the last day of each group; null where none is known."""
    first = np.full(len(groups), -NO_DAY, dtype=np.int32)
    np.minimum.at(first, groups.number, np.where(names.first_on == NO_DAY, -NO_DAY, names.first_on))
    last = np.full(len(groups), NO_DAY, dtype=np.int32)
    np.maximum.at(last, groups.number, names.last_on)
    unknown = last == NO_DAY
    return tuple(pa.array(day, pa.int32(), mask=unknown).cast(pa.date32()) for day in (first, last))


def place_columns(key: str, kind: str, settings: EnrichSettings) -> tuple[str | None, float | None, float | None]:
    """Return country and coordinates of a place, and the country of a body, where the article told them; nulls otherwise."""
    _, name, *country = (target(key) or key).split("|")
    if kind == "PLACE" and country and (place := place_list().resolve(name, country, settings, country[0])) is not None:
        return country[0] or None, place.latitude, place.longitude
    return (country[0] or None if kind in ("PLACE", "ORG") and country else None), None, None
