"""Facts about identities that no rule can know, written by hand in aliases.toml and gazetteer.toml."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from tasks.enrich.entity_groups import Join
from tasks.enrich.folding import fold
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.user_entities import UserEntities

FILE = Path(__file__).with_name("aliases.toml")
KINDS: Final = {"organisations": "ORG", "events": "OTHER"}
LISTED: Final = ("ORG", "PERSON")  # a place is one wherever it stands: places.py knows its spellings


@dataclass(frozen=True)
class Aliases:
    """`same`: kind and folded names of one identity, its full name first; `different`: lists of which no two are one."""

    same: tuple[tuple[str, tuple[str, ...]], ...]
    different: tuple[frozenset[str], ...]


@lru_cache(maxsize=1)
def aliases() -> Aliases:
    """Read the lists once a process."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    same = [(KINDS[part], tuple(map(fold, names))) for part, lists in content["same"].items() for names in lists]
    different = tuple(frozenset(map(fold, names)) for names in content["do_not_merge"])
    return Aliases((*same, *known_spellings()), different)


def known_spellings() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the bodies and persons of the gazetteer with all their spellings; one that two of them share says nothing."""
    spellings: dict[tuple[str, str], set[str]] = defaultdict(set)
    owners: dict[str, set[str]] = defaultdict(set)
    for known in gazetteer().by_name.values():
        if known.type in LISTED:
            spellings[known.type, fold(known.full_name)].add(fold(known.printed))
            owners[fold(known.printed)].add(fold(known.full_name))
    for (kind, full_name), names in sorted(spellings.items()):
        own = sorted(name for name in names if name != full_name and len(owners[name]) == 1)
        if own:
            yield kind, (full_name, *own)


def alias_joins(identities: Sequence[str]) -> Iterator[Join]:
    """Yield the identities that the shipped lists name as one; a name of two words and more whatever its class."""
    by_name = whole_identities(identities)
    for kind, names in aliases().same:
        lead = f"{kind}|{names[0]}"
        for name in names:
            for identity in by_name.get(name, ()):
                if identity != lead and (" " in name or identity.startswith(f"{kind}|")):
                    yield Join(identity, lead, "alias", 1.0)


def user_joins(identities: Sequence[str], user: UserEntities) -> Iterator[Join]:
    """Yield the identities that a user's file names as one."""
    by_name = whole_identities(identities) if user.same else {}
    for names in user.same:
        found = [identity for name in names for identity in by_name.get(name, ())]
        for other in found[1:]:
            yield Join(found[0], other, "entities_file", 1.0)


def whole_identities(identities: Sequence[str]) -> dict[str, list[str]]:
    """Return by folded name the identities that mean the same wherever they stand; a place's country may follow."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for identity in identities:
        kind, name, *scope = identity.split("|")
        if not scope or (kind == "PLACE" and len(scope) == 1 and not scope[0].startswith("=")):
            by_name[name].append(identity)
    return by_name
