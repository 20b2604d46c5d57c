"""Places that sound the same: one that no list has may be a listed one of a country that its article speaks of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from tasks.enrich.entity_groups import Join
from tasks.enrich.folding import fold
from tasks.enrich.places import Place, place_list
from tasks.enrich.transliteration import name_words, sound

MIN_LETTERS: Final = 4  # shorter names sound like too many others
# The article before a "sun letter", written as one word with it: Deir ez-Zor, Deir Ezzor.
ASSIMILATED: Final = re.compile(r"^[ae](?=([dnrstz])\1)")
MAX_COUNTRIES: Final = 3  # of those the article speaks of, the foremost


def sounding_like(name: str, countries: Sequence[str]) -> Place | None:
    """Return the only listed place that sounds like `name` in the first of `countries` that has one."""
    if len(fold(name).replace(" ", "")) < MIN_LETTERS:
        return None
    heard = sounds_of(name)
    for country in countries[:MAX_COUNTRIES]:
        if (place := by_sound(country).get(heard)) is not None:
            return place
    return None


def sounds_of(name: str) -> str:
    """Return the sounds of a place's name without its articles, written as one word."""
    words = name_words(name) or (fold(name),)
    return sound("".join([words[0], *(ASSIMILATED.sub("", word) for word in words[1:])]))


@lru_cache(maxsize=300)
def by_sound(country: str) -> dict[str, Place]:
    """Return the places of a country by sound: one listed by hand, else the only city of that sound."""
    cities: dict[str, set[Place]] = {}
    for namesakes in place_list().cities.values():
        for place in namesakes:
            if place.country == country:
                cities.setdefault(sounds_of(place.name), set()).add(place)
    listed = {sounds_of(name): place for name, place in place_list().listed.items() if place.country == country}
    return {heard: next(iter(places)) for heard, places in cities.items() if len(places) == 1} | listed


def place_joins(identities: Iterable[str]) -> Iterator[Join]:
    """Yield places of one country that sound the same."""
    heard: dict[tuple[str, str], str] = {}
    for identity in identities:
        kind, name, *scope = identity.split("|")
        if kind == "PLACE" and len(scope) == 1 and scope[0] and len(name.replace(" ", "")) >= MIN_LETTERS:
            first = heard.setdefault((scope[0], sounds_of(name)), identity)
            if first != identity:
                yield Join(first, identity, "spelling", ratio(first, identity) / 100)
