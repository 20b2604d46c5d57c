"""Places that sound the same: one that no list has may be a listed one of a country that its article speaks of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from tasks.enrich.entity_bodies import country_of
from tasks.enrich.entity_groups import Join
from tasks.enrich.folding import fold
from tasks.enrich.places import Place, place_list, spelled_out
from tasks.enrich.transliteration import name_words, sound
from tasks.enrich.word_lists import words

MIN_LETTERS: Final = 4  # shorter names sound like too many others
# The article before a "sun letter", written as one word with it: Deir ez-Zor, Deir Ezzor.
ASSIMILATED: Final = re.compile(r"^[ae](?=([dnrstz])\1)")
# What a place is, before its name or behind it, in one spelling.
KINDS: Final = {
    spelling: kind
    for kind, spellings in {
        "river": "river", "lake": "lake", "mount": "mount mountain", "sea": "sea", "gulf": "gulf", "strait": "strait straits",
        "isle": "isle island", "peninsula": "peninsula", "province": "province", "governorate": "governorate", "bay": "bay",
        "cape": "cape", "valley": "valley", "republic": "republic",
    }.items()
    for spelling in spellings.split()
}  # fmt: skip
HELD: Final = words("administered occupied controlled held ruled")  # Norland-held Kellan, Norlander-held Kellan
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
    own = name_words(name) or (fold(name),)
    return sound("".join([own[0], *(ASSIMILATED.sub("", word) for word in own[1:])]))


@lru_cache(maxsize=300)
def by_sound(country: str) -> dict[str, Place]:
    """Return the places of a country by sound: one listed by hand, else the only city of that sound."""
    cities: dict[str, set[Place]] = {}
    for namesakes in place_list().cities.values():
        for place in namesakes:
            if place.country == country:
                cities.setdefault(sounds_of(place.name), set()).add(place)
    own = [name for name, place in place_list().listed.items() if place.country == country]
    listed = {sounds_of(name): place_list().listed[name] for name in own if len(name.replace(" ", "")) >= MIN_LETTERS}
    return {heard: next(iter(places)) for heard, places in cities.items() if len(places) == 1} | listed


def place_joins(identities: Iterable[str]) -> Iterator[Join]:
    """Yield places of one country that sound the same, and those whose kind stands before the name or behind it."""
    heard: dict[tuple[str, str], str] = {}
    turned: dict[tuple[str, str], str] = {}
    for identity in identities:
        kind, name, *scope = identity.split("|")
        if kind != "PLACE" or len(scope) > 1 or "=" in identity or len(name.replace(" ", "")) < MIN_LETTERS:
            continue
        country = "".join(scope)
        if country and (first := heard.setdefault((country, sounds_of(name)), identity)) != identity:
            yield Join(first, identity, "spelling", ratio(first, identity) / 100)
        if (form := kind_and_name(name)) and (first := turned.setdefault((country, form), identity)) != identity:
            yield Join(first, identity, "word_order", 0.95)


def kind_and_name(name: str) -> str:
    """Return what a place is, or who holds it, and its name: 'river kell' for 'Kell River'; empty when only one is told."""
    own = [word for word in spelled_out(name).split() if word not in ("of", "the")]
    if len(own) < 2:
        return ""
    if own[1] in HELD and (country := country_of(own[0])):
        return " ".join([country, *own[1:]])
    first, last = KINDS.get(own[0]), KINDS.get(own[-1])
    if first and not last:
        return " ".join([first, *own[1:]])
    return " ".join([last, *own[:-1]]) if last and not first else ""
