"""Bodies that every country has: whose 'Interior Ministry' or 'Supreme Court' an article means, where it says so."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from tasks.enrich.body_owners import is_regional, owner_by_subject
from tasks.enrich.demonyms import country_called
from tasks.enrich.document_identity import Identity, resolved
from tasks.enrich.folding import fold
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.names import Name
from tasks.enrich.word_lists import words

_SAME: Final = {"defense": "defence", "centre": "center", "labor": "labour"}
_SHORT: Final = {"house": "house of representatives"}
_DOMAINS: Final = words(
    "interior foreign defence health finance education justice information trade energy oil petroleum planning agriculture "
    "culture environment transport labour commerce economy water power tourism home external religious endowments sports youth "
    "women immigration communications electricity industry science technology housing religion law human rights climate"
)
_SMALL: Final = words("of the for and affairs")
_COMMON: Final = frozenset(
    {
        "supreme court", "high court", "constitutional court", "federal court", "parliament", "national assembly", "senate",
        "cabinet", "election commission", "electoral commission", "central bank", "army", "air force", "navy", "national guard",
        "house of representatives", "foreign office", "home office", "coast guard", "red crescent", "civil defence",
        "border guards", "republican guard", "federal police", "national police", "stock exchange", "state tv",
        "state television", "congress", "state bank", "chamber of commerce", "presidential guard", "special forces", "armed forces",
    }
)  # fmt: skip
_OWNER: Final = r"(?:[A-Z][\w.]*\s)?[A-Z][\w.]+"
_BEFORE: Final = re.compile(rf"({_OWNER})(?:['’]s?)?\s$")
_BEHIND: Final = re.compile(rf"\s(?:of|in)\s(?:the\s)?({_OWNER})")
_REACH: Final = 40  # characters before a body in which its owner stands


@lru_cache(maxsize=20_000)
def body_of_country(surface: str) -> tuple[str, str | None] | None:
    """Return the body that a name means, as all countries call it, and the country in the name itself; None for other bodies."""
    if gazetteer().known(surface) is not None:
        return None  # a body with a name of its own: the Syrian Civil Defence are the White Helmets
    if (body := common_name(surface)) is not None:
        return body, None
    for owner in owners_in_front(surface):
        country, body = country_called(owner), common_name(surface[len(owner) :].lstrip("'’s "))
        if country is not None and body is not None:
            return body, country
    name, of, owner = surface.rpartition(" of ")
    country, body = country_called(owner) if of else None, common_name(name)
    return (body, country) if country is not None and body is not None else None


def owners_in_front(surface: str) -> list[str]:
    """Return the first word and the first two of a longer name, without a possessive."""
    parts = surface.split(" ")
    return [re.sub(r"['’]s?$", "", " ".join(parts[:n])) for n in (1, 2) if len(parts) > n]


def common_name(surface: str) -> str | None:
    """Return the name by which every country calls such a body: 'interior ministry' for 'Ministry of the Interior'."""
    folded = fold(surface)
    own = [_SAME.get(word, word) for word in _SHORT.get(folded, folded).split()]
    if " ".join(own) in _COMMON:
        return " ".join(own)
    domain = [word for word in own if word not in _SMALL and word != "ministry"]
    if "ministry" not in own or not domain or not _DOMAINS.issuperset(domain):
        return None
    return " ".join([*sorted(domain), "ministry"])


def owner_beside(text: str, name: Name) -> str | None:
    """Return the country that the words beside a body give it: 'Norland's X', 'the Norlander X', 'X of Norland'."""
    before = _BEFORE.search(text, max(0, name.start - _REACH), name.start)
    behind = _BEHIND.match(text, name.end)
    for match in (before, behind):
        if match is not None:
            parts = match[1].split(" ")
            last = parts[-1 if match is before else 0]  # "Norlands X" was "Norland's X"
            found = map(country_called, (match[1], last, last.removesuffix("s")))
            if (country := next(filter(None, found), None)) is not None:
                return country
    return None


def countries_of(names: Sequence[Name], texts: Sequence[str], weights: Mapping[str, int]) -> dict[Name, Identity]:
    """Return the identities of the bodies whose country the article tells; the others are left out.

    Beside the name; else the only one that the article gives a body of that name; else the country that it is about, by the
    `weights` of those it names, unless it gives a body of that name to a part of a country.
    """
    common = {
        name: found for name in names if name.type == "ORG" and (found := body_of_country(name.surface)) is not None
    }
    own = {name: country or owner_beside(texts[name.passage], name) for name, (_, country) in common.items()}
    told: dict[str, set[str]] = defaultdict(set)
    regional = set()
    for name, (body, _) in common.items():
        told[body].update(filter(None, [own[name]]))
        if own[name] is None and is_regional(texts[name.passage], name):
            regional.add(body)
    by_subject = {body: owner_by_subject(body, weights) for body in told.keys() - regional if not told[body]}
    result = {}
    for name, (body, in_name) in common.items():
        country = own[name] or (next(iter(told[body])) if len(told[body]) == 1 else by_subject.get(body))
        if country is not None:
            result[name] = Identity(f"ORG|{body}|{country}", name.surface, "printed" if in_name else "owner")
    untold = {name: body for name, (body, _) in common.items() if not told[body] and name not in result}
    return result | of_one_name(untold)


def of_one_name(bodies: Mapping[Name, str]) -> dict[Name, Identity]:
    """Return the identities of bodies that an article names in several ways, of a country that it does not tell."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, body in bodies.items():
        counts[body][name.surface] += 1
    best = {body: min((-n, surface) for surface, n in own.items())[1] for body, own in counts.items()}
    return {
        name: resolved("ORG", name.surface, best[body], "spelling")
        for name, body in bodies.items()
        if name.surface != best[body]
    }
