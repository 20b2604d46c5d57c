"""Who is who within one article: a surname is its only bearer, an acronym its expansion, a place the one the article means."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tasks.enrich.acronyms import expansions
from tasks.enrich.document_identity import Identity, resolved
from tasks.enrich.document_persons import Bearers, person
from tasks.enrich.folding import fold
from tasks.enrich.labels import IDENTITY_KINDS
from tasks.enrich.names import Name
from tasks.enrich.place_spellings import sounding_like
from tasks.enrich.places import place_list
from tasks.enrich.settings import EnrichSettings


def identities_of(
    article_id: str,
    names: Sequence[Name],
    dateline_country: str | None,
    settings: EnrichSettings,
) -> list[Identity | None]:
    """Return the identity of each name of one article; None for peoples (NORP)."""
    bearers = Bearers.of(names)
    short = expansions(names)
    places = Places(spoken_of(names, dateline_country, settings), settings)
    result: list[Identity | None] = []
    for name in names:
        kind = IDENTITY_KINDS[name.type]
        expansion = short.get(name.surface)
        if kind is None or not fold(name.surface):
            result.append(None)
        elif kind == "PLACE":
            result.append(places.meant(name.surface, expansion))
        elif expansion is not None and IDENTITY_KINDS[expansion.type] not in (None, "PLACE"):
            own = str(IDENTITY_KINDS[expansion.type])
            result.append(resolved(own, name.surface, expansion.surface, "acronym"))
        elif kind == "PERSON":
            result.append(person(article_id, name, bearers))
        else:
            result.append(Identity(f"{kind}|{fold(name.surface)}", name.surface, "printed"))
    return result


def spoken_of(names: Iterable[Name], dateline_country: str | None, settings: EnrichSettings) -> list[str]:
    """Return the countries the article speaks of: its dateline's, those it names, the most named first, then its cities'."""
    named: Counter[str] = Counter()
    of_cities: Counter[str] = Counter()
    for surface, n in Counter(name.surface for name in names if name.type == "GPE").items():
        if (country := place_list().country_of(surface)) is not None:
            named[country] += n
        elif (place := place_list().resolve(surface, (), settings)) is not None and place.country is not None:
            of_cities[place.country] += n
    ordered = [[country for country, _ in sorted(c.items(), key=lambda i: (-i[1], i[0]))] for c in (named, of_cities)]
    return list(dict.fromkeys([*([dateline_country] if dateline_country else []), *ordered[0], *ordered[1]]))


@dataclass
class Places:
    """The places of one article, which speaks of `countries`."""

    countries: Sequence[str]
    settings: EnrichSettings
    known: dict[str, Identity] = field(default_factory=dict)

    def meant(self, surface: str, expansion: Name | None) -> Identity:
        """Return the identity of a place; `expansion` is the longer name that an acronym stands for."""
        if surface not in self.known:
            self.known[surface] = placed(surface, self.countries, self.settings)
            own = self.known[surface]
            if expansion is not None and IDENTITY_KINDS[expansion.type] == "PLACE" and own.method == "printed":
                self.known[surface] = abbreviated(surface, placed(expansion.surface, self.countries, self.settings))
        return self.known[surface]


def abbreviated(acronym: str, whole: Identity) -> Identity:
    """Return the identity of a place's acronym."""
    kind, name, *scope = whole.key.split("|")
    name = scope.pop()[1:] if scope and scope[-1].startswith("=") else name
    return Identity("|".join([kind, fold(acronym), *scope, f"={name}"]), whole.full_name, "acronym")


def placed(surface: str, countries: Sequence[str], settings: EnrichSettings) -> Identity:
    """Return the identity of a place: its name and, where the article decides it, its country."""
    place = place_list().resolve(surface, countries, settings)
    method = "gazetteer"
    if place is None and not place_list().knows(surface):
        place, method = sounding_like(surface, countries), "spelling"
    if place is None:
        return Identity(f"PLACE|{fold(surface)}", surface, "printed")
    country = place.country or ""
    if fold(place.name) == fold(surface):
        return Identity(f"PLACE|{fold(surface)}|{country}", surface, "printed")
    return Identity(f"PLACE|{fold(surface)}|{country}|={fold(place.name)}", place.name, method)
