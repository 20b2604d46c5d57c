"""Names known beforehand: organisations, persons and places of the region, written by hand in gazetteer.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from tasks.enrich.folding import fold
from tasks.enrich.honorifics import leading_honorific

MAX_SHORT = 3  # characters: up to so many, capitals are an acronym of their own
FILE = Path(__file__).with_name("gazetteer.toml")
PARTS: Final = (("ORG", "organisation"), ("PERSON", "person"), ("GPE", "place"))


@dataclass(frozen=True)
class KnownName:
    """A printed name, its type, the full name of its identity, and the country of a place.

    `is_telling`: it is a name wherever it stands; 'Dawn' is a paper only where the model sees a name. `between`: the countries that
    each have a region of that name.
    """

    printed: str
    type: str
    full_name: str
    country: str | None = None
    is_telling: bool = True
    between: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """`by_name`: what a printed name means. `by_first_word`: the names that begin with a word, longest first."""

    by_name: dict[str, KnownName]
    by_first_word: dict[str, tuple[KnownName, ...]]
    by_fold: dict[str, KnownName]
    ambiguous: frozenset[str]

    def known(self, printed: str) -> KnownName | None:
        """Return what a printed name means; one in capitals also when it is listed in small letters."""
        return self.by_name.get(printed) or (self.by_fold.get(fold(printed)) if printed.isupper() else None)

    def full_name(self, printed: str) -> str | None:
        """Return the full name that `printed` stands for; None when it is not listed."""
        known = self.known(printed)
        return known.full_name if known else None


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Read the list once a process."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    known = [
        KnownName(
            printed,
            entry.get("type", kind),
            entry["names"][0],
            entry.get("country"),
            is_sought(printed, kind, entry),
            tuple(entry.get("between", ())),
        )
        for kind, part in PARTS
        for entry in content[part]
        for printed in entry["names"]
    ]
    ambiguous = frozenset(map(fold, content["ambiguous"]))
    by_fold = {fold(name.printed): name for name in known if len(name.printed) > MAX_SHORT}
    return Gazetteer({name.printed: name for name in known}, first_words(known), by_fold, ambiguous)


def is_sought(printed: str, kind: str, entry: dict[str, Any]) -> bool:
    """Return whether a listed name is one wherever it stands; a person's, when it is full and without title."""
    return entry.get("find", True) and (kind != "PERSON" or (" " in printed and not leading_honorific(printed)))


def before_capital(printed: str) -> int:
    """Return where the first word with a capital begins: an article written small as a word of its own, 'al Qaeda', has none."""
    return len(printed) - len(printed.removeprefix("al "))


def first_words(known: list[KnownName]) -> dict[str, tuple[KnownName, ...]]:
    """Return the names by their first word as a scan for capitals sees it, the longest first."""
    grouped: dict[str, list[KnownName]] = {}
    for name in (name for name in known if name.is_telling):
        grouped.setdefault(name.printed[before_capital(name.printed) :].split()[0], []).append(name)
    return {word: tuple(sorted(names, key=lambda n: -len(n.printed))) for word, names in grouped.items()}
