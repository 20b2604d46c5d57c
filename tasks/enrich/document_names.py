"""Who is who within one article: a surname is its only bearer, an acronym its expansion, a place the one the article means."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tasks.enrich.folding import fold
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.honorifics import makes_a_name
from tasks.enrich.labels import IDENTITY_KINDS
from tasks.enrich.names import Name
from tasks.enrich.places import Place, place_list
from tasks.enrich.settings import EnrichSettings
from tasks.enrich.transliteration import name_words, sound
from tasks.enrich.word_lists import words

MIN_ACRONYM_LETTERS: Final = 2
SMALL_WORDS: Final = words("of the and for in on to e i ul ud de la")
RELATIVES: Final = frozenset({"jr", "sr", "ii", "iii"})


@dataclass(frozen=True, slots=True)
class Identity:
    """`key`: equal for equal identities of the corpus; `full_name`: the fullest name the article gives; `method`: how joined."""

    key: str
    full_name: str
    method: str


def identities_of(
    article_id: str, names: Sequence[Name], dateline_country: str | None, settings: EnrichSettings
) -> list[Identity | None]:
    """Return the identity of each name of one article; None for peoples (NORP)."""
    persons = sorted({name.surface for name in names if name.type == "PERSON"})
    bearers = Bearers.of(persons)
    acronyms = expansions(names)
    countries = spoken_of(names, dateline_country)
    places: dict[str, Identity] = {}
    result: list[Identity | None] = []
    for name in names:
        kind = IDENTITY_KINDS[name.type]
        if kind is None or not fold(name.surface):
            result.append(None)
        elif kind == "PERSON":
            result.append(person(article_id, name, bearers))
        elif kind == "PLACE":
            if name.surface not in places:
                places[name.surface] = placed(name.surface, countries, settings)
            result.append(places[name.surface])
        else:
            result.append(listed(kind, name.surface, acronyms))
    return result


@dataclass(frozen=True)
class Bearers:
    """The persons of one article with a full name, by the sound of their last and first words."""

    by_last: dict[str, frozenset[str]]
    by_first: dict[str, frozenset[str]]
    fuller: dict[str, str]

    @classmethod
    def of(cls, surfaces: Iterable[str]) -> "Bearers":
        """Return the bearers among the surfaces of persons; spellings of one name count as one bearer."""
        chosen: dict[str, str] = {}
        for surface in sorted((s for s in surfaces if len(fold(s).split()) > 1), key=lambda s: (-len(s), s)):
            chosen.setdefault(" ".join(map(sound, name_words(surface))) or fold(surface), surface)
        by_last: dict[str, set[str]] = defaultdict(set)
        by_first: dict[str, set[str]] = defaultdict(set)
        for surface in chosen.values():
            words = [word for word in name_words(surface) if word not in RELATIVES] or [fold(surface)]
            by_last[sound(words[-1])].add(surface)
            by_first[sound(words[0])].add(surface)
        return cls(sole(by_last), sole(by_first), middle_dropped(list(chosen.values())))

    def bearer(self, surface: str) -> tuple[str, str] | None:
        """Return the only person that a single word can mean, and how; None when there are none or several."""
        words = name_words(surface) or (fold(surface),)
        for method, index in (("surname", self.by_last), ("given_name", self.by_first)):
            if found := index.get(sound(words[-1])):
                return (next(iter(found)), method) if len(found) == 1 else None
        return None


def sole(index: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """Return the index with forms of one name (a middle name more or less) counted once, the longest."""
    result = {}
    for key, surfaces in index.items():
        longest = [s for s in surfaces if not any(s != o and extends(o, s) for o in surfaces)]
        result[key] = frozenset(longest)
    return result


def extends(longer: str, shorter: str) -> bool:
    """Return whether `longer` is `shorter` with names between its first and last words, or before them."""
    long_words, short_words = fold(longer).split(), fold(shorter).split()
    if len(long_words) <= len(short_words):
        return False
    if long_words[-len(short_words) :] == short_words:
        return True
    return (long_words[0], long_words[-1]) == (short_words[0], short_words[-1])


def middle_dropped(surfaces: list[str]) -> dict[str, str]:
    """Return for each full name the only fuller one that differs by middle names alone."""
    fuller = {}
    for surface in surfaces:
        ends = fold(surface).split()
        longer = [
            o for o in surfaces if len(w := fold(o).split()) > len(ends) == 2 and (w[0], w[-1]) == (ends[0], ends[-1])
        ]
        if len(longer) == 1:
            fuller[surface] = longer[0]
    return fuller


def person(article_id: str, name: Name, bearers: Bearers) -> Identity:
    """Return who a person's name means; a single word that nobody's full name explains stays within its article."""
    folded = fold(name.surface)
    if " " in folded:
        if (fuller := bearers.fuller.get(name.surface)) is not None:
            return Identity(f"PERSON|{folded}", fuller, "short_form")
        return Identity(f"PERSON|{folded}", name.surface, "printed")
    if (found := bearers.bearer(name.surface)) is not None:
        full_name, method = found
        return Identity(f"PERSON|{fold(full_name)}", full_name, method)
    if name.honorific is not None and makes_a_name(name.honorific):
        full_name = f"{name.honorific.rstrip('.')} {name.surface}"
        return Identity(f"PERSON|{fold(full_name)}", full_name, "printed")
    return Identity(f"PERSON|{folded}|{article_id}", name.surface, "printed")


def expansions(names: Sequence[Name]) -> dict[str, str]:
    """Return for each acronym of the article the only longer name whose initials it is."""
    longer = sorted({n.surface for n in names if n.type == "ORG" and " " in n.surface})
    acronyms = {n.surface for n in names if n.type == "ORG" and is_acronym(n.surface)}
    bracketed = {b.surface: a.surface for a, b in pairwise(names) if b.extractor == "bracketed_acronym"}
    found = {}
    for acronym in acronyms:
        candidates = [name for name in longer if acronym_letters(acronym) in initials(name)]
        if len(candidates) == 1:
            found[acronym] = candidates[0]
        elif acronym in bracketed and shares_initial(acronym, bracketed[acronym]):
            found[acronym] = bracketed[acronym]
    return found


def is_acronym(surface: str) -> bool:
    """Return whether the name is written in capitals, like UNHCR, U.N. or PML-N."""
    letters = [c for c in surface if c.isalpha()]
    return (
        len(letters) >= MIN_ACRONYM_LETTERS
        and " " not in surface
        and sum(c.isupper() for c in letters) * 3 >= len(letters) * 2
    )


def acronym_letters(acronym: str) -> str:
    """Return the letters of an acronym."""
    return "".join(c for c in acronym if c.isalpha()).casefold()


def initials(name: str) -> set[str]:
    """Return the initials of a longer name, with and without its small words."""
    words = fold(name).split()
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL_WORDS)}


def shares_initial(acronym: str, expansion: str) -> bool:
    """Return whether acronym and name before the bracket begin alike, so that the bracket is its short form."""
    return fold(acronym)[:1] == fold(expansion)[:1]


def listed(kind: str, surface: str, acronyms: dict[str, str]) -> Identity:
    """Return the identity of an organisation or other name."""
    if (expansion := acronyms.get(surface)) is not None:
        full_name = gazetteer().full_name(expansion) or expansion
        return Identity(f"{kind}|{fold(full_name)}", full_name, "acronym")
    if (full_name := gazetteer().full_name(surface) or surface) != surface:
        return Identity(f"{kind}|{fold(full_name)}", full_name, "gazetteer")
    return Identity(f"{kind}|{fold(surface)}", surface, "printed")


def spoken_of(names: Iterable[Name], dateline_country: str | None) -> list[str]:
    """Return the countries the article speaks of: its dateline's, then those it names, the most named first."""
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        if name.type == "GPE" and (country := place_list().country_of(name.surface)) is not None:
            counts[country] += 1
    named = sorted(counts, key=lambda country: (-counts[country], country))
    return ([dateline_country] if dateline_country else []) + named


def placed(surface: str, countries: Sequence[str], settings: EnrichSettings) -> Identity:
    """Return the identity of a place: its name and, where the article decides it, its country."""
    place: Place | None = place_list().resolve(surface, countries, settings)
    if place is None:
        return Identity(f"PLACE|{fold(surface)}", surface, "printed")
    key = f"PLACE|{fold(place.name)}|{place.country or ''}"
    same = fold(place.name) == fold(surface)
    return Identity(key, surface if same else place.name, "printed" if same else "gazetteer")
