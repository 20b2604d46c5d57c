"""Join the identities of all articles into entities: one row a person, organisation or place of the corpus.

Everything is counted before Python sees it: loops run over distinct names, never over mentions.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Final

import pyarrow as pa

from schemas.entities import ENTITIES
from tasks.enrich.aliases import alias_joins, aliases, user_joins
from tasks.enrich.corpus_names import CorpusNames, corpus_names
from tasks.enrich.doubts import COULD_BE_SAME, could_be_same
from tasks.enrich.entity_groups import Groups, Unlike, united
from tasks.enrich.entity_joins import joins_of
from tasks.enrich.entity_rows import entity_rows
from tasks.enrich.settings import EnrichSettings
from tasks.enrich.user_entities import UserEntities

IDENTITIES: Final = pa.schema([pa.field("identity", pa.string(), False), pa.field("entity_id", pa.string(), False)])


@dataclass(frozen=True)
class Linked:
    """`entities`: the table of the contract. `identities`: for each identity of a document, the entity it became.

    `could_be_same`: pairs of entities with likely names that stayed two.
    """

    entities: pa.Table
    identities: pa.Table
    could_be_same: pa.Table


def link_entities(tallies: Iterable[pa.Table], settings: EnrichSettings, user: UserEntities | None = None) -> Linked:
    """Join the names of a whole corpus, tallied shard by shard; the order of the shards does not matter."""
    filled = (tally for tally in tallies if tally.num_rows)
    first = next(filled, None)
    if first is None:
        return Linked(ENTITIES.arrow_schema().empty_table(), IDENTITIES.empty_table(), COULD_BE_SAME.empty_table())
    with uncollected():
        return linked(corpus_names(chain([first], filled)), settings, user or UserEntities())


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no cycles be looked for: there are none, and a quarter of the time would go into finding that out."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def linked(names: CorpusNames, settings: EnrichSettings, user: UserEntities) -> Linked:
    """Join the names of a corpus that are known as numbers."""
    unlike = Unlike(user.different + aliases().different)
    wanted = list(user_joins(names.identities, user))
    joins = joins_of(names, wanted, list(alias_joins(names.identities)), unlike, settings)
    groups = united(names.identities, wanted, joins.found, unlike)
    rows = entity_rows(names, groups, user.names, settings)
    doubts = could_be_same(joins.doubtful, names, groups, rows, settings.max_could_be_same)
    return Linked(rows.sort_by("entity_id"), entity_of(names, groups, rows), doubts)


def entity_of(names: CorpusNames, groups: Groups, rows: pa.Table) -> pa.Table:
    """Return the entity of each identity, sorted by identity."""
    ids = rows["entity_id"].combine_chunks().take(pa.array(groups.number))
    return pa.table({"identity": names.identities, "entity_id": ids}, schema=IDENTITIES)
