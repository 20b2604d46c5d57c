"""Join the identities of all articles into entities: one row a person, organisation or place of the corpus.

Everything is grouped before Python sees it: the loops below run over distinct spellings, never over mentions.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from schemas.entities import ENTITIES
from schemas.ids import short_digest
from tasks.enrich.entity_joins import Form, Groups, groups_of
from tasks.enrich.folding import fold
from tasks.enrich.places import place_list
from tasks.enrich.settings import EnrichSettings

# How sure a join within a document is, 0 to 1: a given name is weaker evidence than a surname.
SCORES: Final = {
    "printed": 1.0,
    "gazetteer": 1.0,
    "acronym": 0.95,
    "short_form": 0.95,
    "surname": 0.9,
    "given_name": 0.8,
}
IDENTITIES: Final = pa.schema([pa.field("identity", pa.string(), False), pa.field("entity_id", pa.string(), False)])


@dataclass(frozen=True)
class Linked:
    """`entities`: the table of the contract. `identities`: for each identity of a document, the entity it became."""

    entities: pa.Table
    identities: pa.Table


def link_entities(names: pa.Table, settings: EnrichSettings) -> Linked:
    """Join the named mentions of a whole corpus; the order of the rows does not matter."""
    names = names.filter(pc.is_valid(names["identity"]))
    if names.num_rows == 0:
        return Linked(ENTITIES.arrow_schema().empty_table(), IDENTITIES.empty_table())
    forms = distinct_forms(names)
    groups = groups_of(forms, settings.min_spelling_score)
    numbered = with_group(names, groups)
    rows = pd.DataFrame({"group": range(max(groups.group_of.values()) + 1)})
    rows = rows.join(spellings(forms, groups)).join(seen(numbered)).join(roles(numbered, settings.max_roles))
    rows["entity_id"] = entity_ids(rows)
    ids = rows["entity_id"].tolist()
    identities = sorted((identity, ids[number]) for identity, number in groups.group_of.items())
    return Linked(entity_table(rows, settings), pa.table(list(zip(*identities, strict=True)), schema=IDENTITIES))


def distinct_forms(names: pa.Table) -> list[Form]:
    """Return each distinct spelling of each identity with its count and smallest article."""
    keys = ["identity", "full_name", "surface", "link_method"]
    grouped = (
        names.select([*keys, "article_id"]).group_by(keys).aggregate([("article_id", "count"), ("article_id", "min")])
    )
    columns = [grouped[name].to_pylist() for name in [*keys, "article_id_count", "article_id_min"]]
    return [Form(*row) for row in zip(*columns, strict=True)]


def with_group(names: pa.Table, groups: Groups) -> pa.Table:
    """Return the mentions with the number of their group."""
    encoded = names["identity"].combine_chunks().dictionary_encode()
    numbers = np.array([groups.group_of[identity] for identity in encoded.dictionary.to_pylist()], dtype=np.int32)
    return names.append_column("group", pa.array(numbers[encoded.indices.to_numpy()]))


def seen(names: pa.Table) -> pd.DataFrame:
    """Return for each group in how many articles, how often, and between which days it is named."""
    wanted = [
        ("article_id", "count_distinct"),
        ("article_id", "count"),
        ("published_on", "min"),
        ("published_on", "max"),
        ("article_id", "min"),
    ]
    frame = names.group_by("group").aggregate(wanted).sort_by("group").to_pandas(date_as_object=True)
    columns = {
        "article_id_count_distinct": "n_articles",
        "article_id_count": "n_mentions",
        "published_on_min": "first_on",
        "published_on_max": "last_on",
        "article_id_min": "first_article",
    }
    named: pd.DataFrame = frame.rename(columns=columns).set_index("group")
    return named


def roles(names: pa.Table, most: int) -> "pd.Series[Any]":
    """Return for each group its roles, the most frequent first."""
    grouped = names.filter(pc.is_valid(names["role"])).group_by(["group", "role"]).aggregate([("role", "count")])
    frame = grouped.to_pandas().sort_values(["group", "role_count", "role"], ascending=[True, False, True])
    listed: pd.Series[Any] = frame.groupby("group").head(most).groupby("group")["role"].agg(list).rename("roles")
    return listed


def spellings(forms: list[Form], groups: Groups) -> pd.DataFrame:
    """Return for each group its kind, name, aliases, the name its id is made of and the key that names its place."""
    members: dict[int, list[Form]] = {}
    for form in sorted(forms):
        members.setdefault(groups.group_of[form.identity], []).append(form)
    return pd.DataFrame([spelling(own, groups) for _, own in sorted(members.items())])


FULLY_NAMED: Final = ("PERSON", "ORG")


def spelling(forms: list[Form], groups: Groups) -> dict[str, Any]:
    """Return name, aliases and id name of one group."""
    counts: dict[str, int] = {}
    for form in forms:
        counts[form.surface] = counts.get(form.surface, 0) + form.n
    kind = forms[0].identity.split("|")[0]
    # A man is printed by his surname most of the time, a party by its initials: where there are full names, they count.
    full = {surface: n for surface, n in counts.items() if kind in FULLY_NAMED and is_full(surface)} or counts
    name = min(full, key=lambda surface: (-full[surface], surface))
    printed = {form.surface for form in forms} | {form.full_name for form in forms}
    first = min(fold(p) for p in ({p for p in printed if is_full(p)} or printed))
    aliases = [
        alias(surface, n, name, [f for f in forms if f.surface == surface], groups) for surface, n in counts.items()
    ]
    aliases.sort(key=lambda a: (-a["n_mentions"], a["text"]))
    return {
        "kind": kind,
        "name": name,
        "first": first,
        "aliases": aliases,
        "key": forms[0].identity,
    }


def is_full(name: str) -> bool:
    """Tell whether a name has two words and more."""
    return " " in fold(name)


def alias(surface: str, n: int, name: str, forms: list[Form], groups: Groups) -> dict[str, Any]:
    """Return one spelling with how it was joined: within its document, or across the corpus to the most printed name."""
    likeliest = min(forms, key=lambda form: (-form.n, form))
    method, score = likeliest.method, SCORES[likeliest.method]
    join = groups.joins.get(likeliest.identity)
    if method == "printed" and join is not None and fold(surface) != fold(name):
        method, score = join.method, join.score
    evidence = min(form.article_id for form in forms)
    return {"text": surface, "n_mentions": n, "method": method, "score": score, "evidence_article_id": evidence}


def entity_ids(rows: pd.DataFrame) -> "pd.Series[Any]":
    """Return the id of each group; groups that would share one are told apart by their smallest article.

    Where even that is the same, as for two towns of one name in one article, the identity's own key tells them apart.
    """
    shared = rows.duplicated(["kind", "first"], keep=False)
    still_shared = rows.duplicated(["kind", "first", "first_article"], keep=False)
    parts = zip(rows["kind"], rows["first"], rows["first_article"], rows["key"], shared, still_shared, strict=True)
    names = ("|".join((k, f, *([a] * s), *([own] * both))) for k, f, a, own, s, both in parts)
    return pd.Series([short_digest(name) for name in names], index=rows.index)


def entity_table(rows: pd.DataFrame, settings: EnrichSettings) -> pa.Table:
    """Return the table of the contract, sorted by id."""
    places = [place_columns(key, kind, settings) for key, kind in zip(rows["key"], rows["kind"], strict=True)]
    day = ENTITIES.field("first_on").type
    columns = {
        "entity_id": rows["entity_id"].tolist(),
        "name": rows["name"].tolist(),
        "type": rows["kind"].tolist(),
        "aliases": rows["aliases"].tolist(),
        "country": [place[0] for place in places],
        "latitude": [place[1] for place in places],
        "longitude": [place[2] for place in places],
        "roles": [found if isinstance(found, list) else [] for found in rows["roles"]],
        "n_articles": rows["n_articles"].tolist(),
        "n_mentions": rows["n_mentions"].tolist(),
        "first_on": pa.array(rows["first_on"], day, from_pandas=True),
        "last_on": pa.array(rows["last_on"], day, from_pandas=True),
        "same_as": [None] * len(rows),
    }
    return pa.table(columns, schema=ENTITIES.arrow_schema()).sort_by("entity_id")


def place_columns(key: str, kind: str, settings: EnrichSettings) -> tuple[str | None, float | None, float | None]:
    """Return country and coordinates of a place whose article told which one it is; nulls otherwise."""
    _, name, *country = key.split("|")
    if kind != "PLACE" or not country:
        return None, None, None
    place = place_list().resolve(name, country, settings)
    return (country[0] or None, place.latitude, place.longitude) if place else (country[0] or None, None, None)
