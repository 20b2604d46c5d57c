"""Whose Senate an article means that does not say it: that of the country it is about, if this one has a senate."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from tasks.enrich.demonyms import country_called
from tasks.enrich.names import Name
from tasks.enrich.places import place_list
from tasks.enrich.settings import EnrichSettings
from tasks.enrich.word_lists import words

# Bodies that some countries have, and which; others every country has. India's Congress is a party.
HAVE: Final = {
    "congress": words("US MX BR AR PE CL CO PH ES GT HN PY BO DO EC CR"),
    "senate": words(
        "US FR IT CA AU PH PK BR AR MX CL CO NG KE BE NL ES IE CZ RO PL TH KH JO EG ZA RW ZW UY PY BO DO HT KZ UZ LR CD CI CM BI "
        "MG NA LS SZ MY"
    ),
    "house of representatives": words("US AU NZ PH JP NG BE NL ID BY FJ JM CO"),
    "foreign office": words("GB PK"),
    "national assembly": words(
        "FR PK KR KW VN BG HU VE ZA NG TH ZM TZ KE TG BJ ML SN NE BF CM CD AO MW AM AZ BH EC NI PA RS CU LA KH"
    ),
}
# In an article about one country, forces that are called so without a word may well be another's.
FORCES: Final = frozenset(
    {"army", "navy", "air force", "national guard", "coast guard", "armed forces", "special forces", "cabinet"}
)
NO_MINISTRIES: Final = words("US PH")  # their ministries are departments, their parliament a congress
REGIONAL: Final = re.compile(
    r"(?:\b[Ss]tate(?:['’]s)?|\b[Pp]rovincial|\b[Rr]egional|([A-Z]\w+(?:\s[A-Z]\w+)?)(?:['’]s)?)\s$"
)
REACH: Final = 40  # characters before a body in which its region stands
MIN_NAMED: Final = 2  # times a country is named in an article that is about it; its dateline counts as much
TIMES: Final = 3  # as often as any other country that has such a body


def weights_of(names: Iterable[Name], dateline_country: str | None, settings: EnrichSettings) -> Counter[str]:
    """Return how often an article names each country: itself, its people, or a place that can be in no other."""
    weights = Counter({dateline_country: MIN_NAMED} if dateline_country else {})
    for (kind, surface), n in Counter((name.type, name.surface) for name in names).items():
        country = None
        if kind == "NORP":
            country = country_called(surface)
        elif kind == "GPE" and (country := place_list().only_country(surface)) is None:
            place = place_list().resolve(surface, (), settings)
            country = place.country if place else None
        if country is not None:
            weights[country] += n
    return weights


def owner_by_subject(body: str, weights: Mapping[str, int]) -> str | None:
    """Return the country an article is about, of those that have such a body; None when it is about none or several."""
    (n, country), *others = sorted(((n, c) for c, n in weights.items() if may_have(c, body)), reverse=True) or [(0, "")]
    is_alone = not others or (body not in FORCES and n >= TIMES * others[0][0])
    return country if n >= MIN_NAMED and is_alone else None


def may_have(country: str, body: str) -> bool:
    """Return whether a country can have a body of that name."""
    if body in HAVE:
        return country in HAVE[body]
    return country not in NO_MINISTRIES or not (body == "parliament" or body.endswith("ministry"))


def is_regional(text: str, name: Name) -> bool:
    """Return whether the words before a body give it to a part of a country: 'the state Senate', 'the Ohio Senate'."""
    match = REGIONAL.search(text, max(0, name.start - REACH), name.start)
    if match is None or match[1] is None:
        return match is not None
    places = place_list()
    return any(
        places.is_region(part) and places.country_of(part) is None for part in (match[1], match[1].split(" ")[-1])
    )
