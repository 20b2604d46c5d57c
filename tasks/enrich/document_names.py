"""Who is who within one article: a surname is its only bearer, an acronym its expansion, a place the one the article means."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tasks.enrich.acronyms import expansions
from tasks.enrich.body_owners import weights_of
from tasks.enrich.document_bodies import other_names
from tasks.enrich.document_identity import Identity, resolved
from tasks.enrich.document_persons import Bearers, person
from tasks.enrich.folding import fold
from tasks.enrich.generic_bodies import countries_of
from tasks.enrich.labels import IDENTITY_KINDS, PLACES
from tasks.enrich.names import Name
from tasks.enrich.place_spellings import sounding_like
from tasks.enrich.places import place_list
from tasks.enrich.settings import EnrichSettings
from tasks.enrich.taken_for_places import taken_for_places


def identities_of(
    article_id: str,
    names: Sequence[Name],
    dateline_country: str | None,
    settings: EnrichSettings,
    texts: Sequence[str],
) -> list[Identity | None]:
    """Return the identity of each name of one article, whose passages are `texts`; None for peoples (NORP)."""
    bearers = Bearers.of(names, texts)
    short = expansions(names, texts)
    countries = spoken_of(names, dateline_country, settings)
    places = Places(countries, settings, told_countries(names, texts))
    others = other_names(names, texts)
    common = countries_of(names, texts, weights_of(names, dateline_country, settings))
    surnames = taken_for_places(names, texts, bearers)
    result: list[Identity | None] = []
    for name in names:
        kind = IDENTITY_KINDS[name.type]
        expansion = short.get(name.surface)
        if kind is None or not fold(name.surface):
            result.append(None)
        elif name.surface in surnames and kind == "PLACE":
            result.append(person(article_id, name, bearers))
        elif kind == "PLACE":
            result.append(places.meant(name.surface, expansion))
        elif name in common:
            result.append(common[name])
        elif expansion is not None and IDENTITY_KINDS[expansion.type] not in (None, "PLACE"):
            own = str(IDENTITY_KINDS[expansion.type])
            result.append(resolved(own, name.surface, expansion.surface, "acronym"))
        elif name.surface in others:
            result.append(others[name.surface])
        elif kind == "PERSON":
            result.append(person(article_id, name, bearers))
        else:
            result.append(Identity(f"{kind}|{fold(name.surface)}", name.surface, "printed"))
    return result


def told_countries(names: Sequence[Name], texts: Sequence[str]) -> dict[str, str]:
    """Return the countries that the places behind other places tell: 'Paris, Texas'."""
    told: dict[str, str] = {}
    for first, second in pairwise(names):
        if first.passage == second.passage and {first.type, second.type} <= PLACES:
            country = (
                place_list().listed[fold(second.surface)].country if place_list().is_region(second.surface) else None
            )
            if country is not None and texts[first.passage][first.end : second.start] == ", ":
                told.setdefault(first.surface, country)
    return told


def spoken_of(names: Iterable[Name], dateline_country: str | None, settings: EnrichSettings) -> list[str]:
    """Return the countries the article speaks of, the most named of a kind first.

    Its dateline's, those it names, those of places that no other country has, those of cities far larger than their namesakes.
    """
    named, of_places, of_cities = Counter[str](), Counter[str](), Counter[str]()
    for surface, n in Counter(name.surface for name in names if name.type == "GPE").items():
        if (country := place_list().country_of(surface)) is not None:
            named[country] += n
        elif (country := place_list().only_country(surface)) is not None:
            of_places[country] += n
        elif (place := place_list().resolve(surface, (), settings)) is not None and place.country is not None:
            of_cities[place.country] += n
    ordered = [sorted(counts.items(), key=lambda item: (-item[1], item[0])) for counts in (named, of_places, of_cities)]
    first = [dateline_country] if dateline_country else []
    return list(dict.fromkeys([*first, *(country for counts in ordered for country, _ in counts)]))


@dataclass
class Places:
    """The places of one article, which speaks of `countries` and says of some places in which they lie (`told`)."""

    countries: Sequence[str]
    settings: EnrichSettings
    told: Mapping[str, str]
    known: dict[str, Identity] = field(default_factory=dict)

    def meant(self, surface: str, expansion: Name | None) -> Identity:
        """Return the identity of a place; `expansion` is the longer name that an acronym stands for."""
        if surface not in self.known:
            self.known[surface] = placed(surface, self.countries, self.settings, self.told.get(surface))
            own = self.known[surface]
            if expansion is not None and IDENTITY_KINDS[expansion.type] == "PLACE" and own.method == "printed":
                self.known[surface] = abbreviated(surface, placed(expansion.surface, self.countries, self.settings))
        return self.known[surface]


def abbreviated(acronym: str, whole: Identity) -> Identity:
    """Return the identity of a place's acronym."""
    kind, name, *scope = whole.key.split("|")
    name = scope.pop()[1:] if scope and scope[-1].startswith("=") else name
    return Identity("|".join([kind, fold(acronym), *scope, f"={name}"]), whole.full_name, "acronym")


def placed(surface: str, countries: Sequence[str], settings: EnrichSettings, told: str | None = None) -> Identity:
    """Return the identity of a place: its name and, where the article decides it, its country."""
    place = place_list().resolve(surface, countries, settings, told)
    method = "gazetteer"
    if place is None and not place_list().knows(surface):
        place, method = sounding_like(surface, countries), "spelling"
    if place is None:
        return Identity(f"PLACE|{fold(surface)}", surface, "printed")
    country = place.country or ""
    if fold(place.name) == fold(surface):
        return Identity(f"PLACE|{fold(surface)}|{country}", surface, "printed")
    return Identity(f"PLACE|{fold(surface)}|{country}|={fold(place.name)}", place.name, method)
