"""Names known beforehand: regional organisations and places, written by hand in gazetteer.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tasks.enrich.folding import fold

MAX_SHORT = 3  # characters: up to so many, capitals are an acronym of their own
FILE = Path(__file__).with_name("gazetteer.toml")


@dataclass(frozen=True)
class KnownName:
    """A printed name, its type, the full name of its identity, and the country of a place.

    `is_telling`: it is a name wherever it stands; 'Dawn' is a paper only where the model sees a name.
    """

    printed: str
    type: str
    full_name: str
    country: str | None = None
    is_telling: bool = True


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
        KnownName(printed, kind, entry["names"][0], entry.get("country"), entry.get("find", True))
        for kind, part in (("ORG", "organisation"), ("GPE", "place"))
        for entry in content[part]
        for printed in entry["names"]
    ]
    ambiguous = frozenset(fold(name) for entry in content["ambiguous"] for name in entry["names"])
    by_fold = {fold(name.printed): name for name in known if len(name.printed) > MAX_SHORT}
    return Gazetteer({name.printed: name for name in known}, first_words(known), by_fold, ambiguous)


def first_words(known: list[KnownName]) -> dict[str, tuple[KnownName, ...]]:
    """Return the names by their first word as a scan for capitals sees it, the longest first."""
    grouped: dict[str, list[KnownName]] = {}
    for name in (name for name in known if name.is_telling):
        grouped.setdefault(name.printed.split()[0], []).append(name)
    return {word: tuple(sorted(names, key=lambda n: -len(n.printed))) for word, names in grouped.items()}
