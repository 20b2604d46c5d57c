"""Split what the model took for one name and is two: 'India-China', 'Kurdish YPG', 'Orla Venn Praises Norland'."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.capitals import capitalised_words, stands_alone
from tasks.enrich.gazetteer import KnownName, gazetteer
from tasks.enrich.labels import PLACES
from tasks.enrich.names import Name
from tasks.enrich.peoples import is_people
from tasks.enrich.places import place_list

# Verbs of headlines that no name has inside it.
VERB: Final = re.compile(
    r"(?:^|\s)(?:Says|Said|Kills|Killed|Condemns|Decries|Denounces|Endorses|Praises|Breaks|Liberates|Repels|Eliminates|"
    r"Used|Uses|Linked|Accuses|Warns|Urges|Calls|Vows|Denies|Rejects|Backs|Blames|Slams|Meets|Visits|Arrests|Arrested|"
    r"Hits|Takes|Wins|Loses|Seizes|Captures|Targets|Threatens|Announces|Claims|Launches|Gets|Wants|Faces|Offers|Orders|"
    r"Seeks|Sends|Tells|Asks|Admits|Resigns|Dies|Since|Amid|Despite|Attempts?|Confirms|Demands|Pledges|Defends|Reveals|Has|Is|"
    r"Was|Will|Are|Were)(?:\s|$)"
)
WORKS: Final = frozenset({"EVENT", "OTHER"})  # the title of a work may have any word in it
SMALL_WORD: Final = re.compile(r"\s(?:[a-z]{1,3}|&)\s")  # a name with one is one name: Friends of Norland
INITIALS: Final = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,2})?$")
# "Norland Militants", "Harbour Front Fighters": in a title these have a capital too.
THOSE_WHO: Final = re.compile(
    r"\s(?:Militants?|Terrorists?|Fighters?|Rebels?|Gunm[ae]n|Insurgents?|Jihadists?|Extremists?|Lawmakers?|Soldiers?|Troops|"
    r"Protesters?|Civilians|Refugees|Residents|Officials?|Supporters|Leaders?|Commanders?|Positions|Airstrikes?|Regime)$"
)

POSSESSIVE: Final = re.compile(r"['’]s\s")
# Numbers and ticks of a table stand in no person's name: "Orla Venn 8 2 ✓ Edda Holm 5".
VERB_OR_NUMBER: Final = re.compile(rf"{VERB.pattern}|(?:\s[^A-Za-z\s]*[\d✓✔][^A-Za-z\s]*)+(?:\s|$)")
GIVEN_NAMES: Final = frozenset({"Jordan", "Israel", "Chad", "Georgia", "China"})  # of countries that persons bear too


def split_names(names: Iterable[Name]) -> list[Name]:
    """Return the names, each as one."""
    return [part for name in split_at_verbs(names) for part in parts_of(name)]


def parts_of(name: Name) -> Sequence[Name]:
    """Return the names that a name is made of: what the first rule says that fits, else itself."""
    if name.surface.isalpha() and not name.surface.endswith("s"):
        return (name,)  # one word: nearly every name
    for rule in RULES:
        if parts := rule(name):
            return parts
    return (name,)


def owner_of_more(name: Name) -> list[Name]:
    """Take a person off what is theirs: 'Venn's Harbour'."""
    owner = POSSESSIVE.search(name.surface) if name.type == "PERSON" else None
    return [piece(name, 0, owner.start(), "PERSON")] if owner is not None else []


def split_at_verbs(names: Iterable[Name]) -> list[Name]:
    """Return the names with 'Orla Venn Praises Norland' as two: in a headline that stands in the text a verb has a capital too."""
    result: list[Name] = []
    for name in names:
        if " " not in name.surface or name.type in WORKS:
            result.append(name)
            continue
        start = 0
        borders = (VERB_OR_NUMBER if name.type == "PERSON" else VERB).finditer(name.surface)
        for left, right in [*(border.span() for border in borders), (len(name.surface), len(name.surface))]:
            if left > start:
                result.append(piece(name, start, left, name.type))
            start = right
    return result


def piece(name: Name, start: int, end: int, kind: str) -> Name:
    """Return a part of a name, in offsets of its surface, as a name of this class."""
    return replace(name, start=name.start + start, end=name.start + end, surface=name.surface[start:end], type=kind)


def halves(name: Name, left: int, right: int, first: str, second: str) -> list[Name]:
    """Return what ends at `left` and what begins at `right`, with their classes."""
    return [piece(name, 0, left, first), piece(name, right, len(name.surface), second)]


def city_and_country(name: Name) -> list[Name]:
    """Split 'Kellan, Norland'."""
    city, comma, country = name.surface.rpartition(", ")
    if comma and name.type in PLACES and place_list().is_large(country):
        return halves(name, len(city), len(city) + 2, "GPE", "GPE")
    return []


def country_beside_city(name: Name) -> list[Name]:
    """Split a country and a city or country with a lost comma between them: 'Syria Damascus'."""
    first, space, second = name.surface.partition(" ")
    places = place_list()
    if not space or name.type not in PLACES | {"ORG"} or not (places.country_of(first) or places.country_of(second)):
        return []
    if places.is_metropolis(first) and places.is_metropolis(second) and not places.knows(name.surface):
        return halves(name, len(first), len(first) + 1, "GPE", "GPE")
    return []


def places_with_hyphen(name: Name) -> list[Name]:
    """Split 'India-China'."""
    left, dash, right = name.surface.partition("-")
    if dash and name.type != "PERSON" and place_list().is_large(left) and place_list().is_large(right):
        return halves(name, len(left), len(left) + 1, "GPE", "GPE")
    return []


def owner_without_apostrophe(name: Name) -> list[Name]:
    """Split 'Syrias Damascus', which was 'Syria's Damascus'; 'Syrias' alone loses its s."""
    owner, _, owned = name.surface.partition(" ")
    if not owner.endswith("s") or name.type == "NORP" or place_list().knows(owner):
        return []
    is_country = place_list().country_of(owner[:-1]) is not None
    if is_country or (owned and name.type in PLACES and place_list().is_metropolis(owner[:-1])):
        parts = halves(name, len(owner) - 1, len(owner) + 1, "GPE", "GPE")
        return parts if owned != owned.lower() else parts[:1]
    return []


def people_before_body(name: Name) -> list[Name]:
    """Split 'Kurdish YPG', 'Lebanese Hezbollah' and 'Syrian Idlib': a body or city of one word that needs no adjective."""
    first, space, body = name.surface.partition(" ")
    if not space or " " in body or gazetteer().known(name.surface) is not None or not is_people(first):
        return []
    known = gazetteer().known(body)
    if INITIALS.match(body) or (known is not None and known.type == "ORG"):
        return halves(name, len(first), len(first) + 1, "NORP", "ORG")
    if name.type in PLACES and place_list().is_large(body):
        return halves(name, len(first), len(first) + 1, "NORP", "GPE")
    return []


def place_before_people(name: Name) -> list[Name]:
    """Split 'Syria Kurds' and 'Indiana Republicans'."""
    place, space, people = name.surface.rpartition(" ")
    if space and name.type != "PERSON" and people.endswith("s") and is_people(people) and place_list().is_large(place):
        return halves(name, len(place), len(place) + 1, "GPE", "NORP")
    return []


def glued_names(name: Name) -> list[Name]:
    """Split what holds two listed names or more, a body among them or nothing beside them: 'Idlib Homs Hama'."""
    if name.surface.count(" ") < 2 or SMALL_WORD.search(name.surface) or gazetteer().known(name.surface) is not None:
        return []
    found = list(listed_within(name.surface))
    n_listed = sum(len(known.printed) for _, known in found)
    if len(found) < 2 or (
        all(known.type != "ORG" for _, known in found) and n_listed + len(found) - 1 < len(name.surface)
    ):
        return []
    return [piece(name, start, start + len(known.printed), known.type) for start, known in found]


def person_before_place(name: Name) -> list[Name]:
    """Split 'Orla Venn Iraq Talks' after the person: the country begins the next line."""
    if name.type != "PERSON" or name.surface.count(" ") < 2:
        return []
    for start, word in capitalised_words(name.surface):
        if name.surface.count(" ", 0, start) >= 2 and word not in GIVEN_NAMES and place_list().country_of(word):
            return [piece(name, 0, start - 1, "PERSON"), piece(name, start, start + len(word), "GPE")]
    return []


def listed_within(surface: str) -> Iterator[tuple[int, KnownName]]:
    """Yield the listed names inside a longer one, with where each begins."""
    end = 0
    for start, word in capitalised_words(surface):
        for known in gazetteer().by_first_word.get(word, ()) if start >= end else ():
            if surface.startswith(known.printed, start) and stands_alone(surface, start + len(known.printed)):
                end = start + len(known.printed)
                yield start, known
                break


def before_those_who(name: Name) -> list[Name]:
    """Cut the people off 'Harbour Front Militants' where the rest is a known name."""
    if name.type in WORKS or (last := THOSE_WHO.search(name.surface)) is None:
        return []
    rest = name.surface[: last.start()]
    known = gazetteer().known(rest)
    if known is None and not (INITIALS.match(rest) or is_people(rest) or place_list().is_large(rest)):
        return []
    kind = known.type if known else "NORP" if is_people(rest) else "GPE" if place_list().is_large(rest) else "ORG"
    return [piece(name, 0, last.start(), kind)]


RULES: Final[tuple[Callable[[Name], list[Name]], ...]] = (
    owner_of_more,
    city_and_country,
    country_beside_city,
    places_with_hyphen,
    owner_without_apostrophe,
    people_before_body,
    place_before_people,
    glued_names,
    person_before_place,
    before_those_who,
)


def split_between_persons(names: Sequence[Name]) -> list[Name]:
    """Return the names with 'Venn-Aldous talks' as two where the article knows a Venn and an Aldous."""
    surnames = {name.surface.split(" ")[-1] for name in names if name.type == "PERSON" and " " in name.surface}
    result: list[Name] = []
    for name in names:
        first, dash, second = name.surface.partition("-")
        if dash and {first, second} <= surnames and name.surface not in surnames:
            result += halves(name, len(first), len(first) + 1, "PERSON", "PERSON")
        else:
            result.append(name)
    return result
