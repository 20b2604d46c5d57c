"""Decide the class of each name by the whole article: the list of places, the majority, the surname of a person."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tasks.enrich.acronyms import acronym_letters, initials
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.labels import PLACES
from tasks.enrich.name_rules import BRACKETED
from tasks.enrich.names import Name
from tasks.enrich.peoples import is_people
from tasks.enrich.places import place_list

# Words that say what a longer name is, whatever the model makes of the rest of it.
TELLING_WORDS: Final = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (
            r"^Operation [A-Z]|\b(?:Olympics|Olympic Games|World Cup|Cup|Festival|Grand Prix|Revolution|Championships?|War|"
            r"World War I{1,2}|Spring|Uprising|Massacre|Summit)$",
            "EVENT",
        ),
        (r" (?:Act|Treaty|Accords?|Convention|Constitution|Protocol|Initiative|Prize|Awards?|Medal|Day)$", "OTHER"),
        (
            r" (?:Party|League|Movement|Front|Ministry|Council|Committee|Commission|Authority|Agency|"
            r"Association|Federation|Union|Bureau|Brigades?|Battalion|Army|Navy|Air Force|Forces|Police|Coalition|Alliance|"
            r"Congress|Parliament|Assembly|Senate|Chamber|Club|FC|Sena|Sangh|Sabha|Dal)$",
            "ORG",
        ),
        (
            r"^(?:University|Ministry|Department|Bank|Office|Institute|Council|Association|Society|Board|Committee|Commission|"
            r"Organi[sz]ation|Federation|Bureau|Friends) of |[a-z] (?:Without|Across) (?:the )?[A-Z]|\b(?:University|College|"
            r"Institute|Court|Bank|Corporation|Foundation|Academy|School)$",
            "ORG",
        ),
        (
            r" (?:Inc|Corp|Ltd|Limited|Group|Holdings|Airlines|Airways|Motors|Technologies|Industries|Entertainment|Pictures)\.?$",
            "ORG",
        ),
        (
            r" (?:Times|Post|Tribune|Gazette|Herald|News|Mail|Telegraph|TV|Television|Radio|Broadcasting|Press|Images|Media)$",
            "ORG",
        ),
        # Armed groups and parties by their first word.
        (
            r"^(?:Jaish|Jaysh|Jabhat|Liwa|Harakat|Hizb|Lashkar|Jamaat|Jamiat|Tehreek|Tehrik|Sipah|Faylaq|Failaq|Saraya|Kata[’']?ib|"
            r"Asa[’']?ib)[ -]",
            "ORG",
        ),
        # Villages, valleys and hills by theirs.
        (r"^(?:Kafr|Kfar|Tel|Tell|Deir|Wadi|Jebel|Jabal|Beit|Bab al-|Bab Al-)[ -]?[A-Z]", "LOC"),
        (
            r" (?:Airport|Bridge|Stadium|Mosque|Highway|Motorway|Expressway|Dam|Zoo|Square|Palace|Street|Avenue|Cathedral|"
            r"Crossing|Temple|Camp|Prison|Barracks|Power Plant|Station|Air Base|Airbase|Hotel|Chowk)$",
            "FAC",
        ),
        (
            r" (?:River|Valley|Strait|Sea|Ocean|Desert|Mountains|Islands?|Peninsula|District|Province|Village|Hamlet)$|"
            r"^(?:Lake|County|Gulf of|Strait of|Mount) ",
            "LOC",
        ),
        (r"^(?:State|Kingdom|Republic|Sultanate|Principality|Emirate) of [A-Z]", "GPE"),
        # A father's name and where he is from: no place has both.
        (r"^(?:Abu|Abou|Umm) [A-Z][\w’'-]+ (?:[Aa]l|[Ee]l)[- ][A-Z]", "PERSON"),
    )
)


PLACE_BEFORE: Final = re.compile(
    r"\b(?:villages?|towns?|city|cities|districts?|provinces?|governorates?|suburbs?|neighbou?rhoods?|tehsil|"
    r"county|region|state|port|settlements?) of\s(?:[A-Z][\w-]+\s(?:and\s)?)?$"
)
PLACE_BEHIND: Final = re.compile(
    r"\s(?:province|governorate|district|village|town|city|county|tehsil|neighbou?rhood|suburb|region|airport|valley|rivers?|barrage|"
    r"canal)\b"
)
# In 488 marked articles a name of two words stood after these 250 times as a place and once as a person.
WHERE_BEFORE: Final = re.compile(
    r"\b(?:in|near|outside|around|(?:back|home|return(?:ed|ing|s)?|road|way|fled|travel\w*|flew|flights?|trip|moved) to)\s$",
    re.IGNORECASE,
)
POSSESSIVE: Final = re.compile(r"[’']s?\b")
# Those who fight for a body, or own one: for a person they do not stand behind the bare name.
FOLLOWERS_BEHIND: Final = re.compile(r"\s(?:fighters?|militants?|insurgents?|gunm[ae]n|militiam[ae]n|shareholders?)\b")
NO_CONTEXT: Final[Counter[str]] = Counter()
REACH: Final = 40  # characters before a name: "neighbourhoods of " and a first name


def with_classes(names: Sequence[Name], texts: Sequence[str]) -> list[Name]:
    """Return the names with the classes that the article as a whole gives them; `texts` are its passages."""
    full = [name.surface.split(" ") for name in names if name.type == "PERSON" and " " in name.surface]
    person_words = {parts[-1] for parts in full} | {parts[0] for parts in full}
    types: dict[str, Counter[str]] = {}
    contexts: dict[str, Counter[str]] = {}
    for name in names:
        types.setdefault(name.surface, Counter())[name.type] += 1
        if name.honorific is None and (context := context_of(texts[name.passage], name)):
            contexts.setdefault(name.surface, Counter())[context] += 1
    decided = {
        surface: class_of(surface, own, contexts.get(surface, NO_CONTEXT), person_words)
        for surface, own in types.items()
    }
    return [name if decided[name.surface] == name.type else replace(name, type=decided[name.surface]) for name in names]


def context_of(text: str, name: Name) -> str | None:
    """Return what the words beside a name say it is; None when they say nothing."""
    if is_called_place(text, name):
        return "called place"
    if stands_where_places_do(text, name):
        return "stands as place"
    if name.type in PLACES and is_followed_by_its_acronym(text, name):
        return "has an acronym"
    if name.type not in ("ORG", "NORP") and FOLLOWERS_BEHIND.match(text, name.end):
        return "has followers"
    return None


def is_followed_by_its_acronym(text: str, name: Name) -> bool:
    """Return whether a name of three words and more has its initials in brackets behind it."""
    match = BRACKETED.match(text, name.end + 1) if name.surface.count(" ") >= 2 else None
    return match is not None and acronym_letters(match[1]) in initials(name.surface)


def is_called_place(text: str, name: Name) -> bool:
    """Return whether the words beside a name call it a place: 'the village of X', 'X district'."""
    if name.type in PLACES or name.type == "NORP":
        return False
    return PLACE_BEHIND.match(text, name.end) is not None or (
        (text[name.start - 4 : name.start] == " of " or text[name.start - 5 : name.start] == " and ")
        and PLACE_BEFORE.search(text, max(0, name.start - REACH), name.start) is not None
    )


def stands_where_places_do(text: str, name: Name) -> bool:
    """Return whether a person of two names and more stands as no person does: 'in X Y', 'back to X Y', but not 'in X Y's'."""
    return (
        name.type == "PERSON"
        and " " in name.surface
        and WHERE_BEFORE.search(text, max(0, name.start - REACH), name.start) is not None
        and POSSESSIVE.match(text, name.end) is None
    )


def class_of(surface: str, types: Counter[str], contexts: Counter[str], person_words: set[str]) -> str:
    """Return the class of one surface, given the classes and contexts it has where it stands and the surnames of the article."""
    known = gazetteer().known(surface)
    if known is not None and (known.is_telling or surface not in person_words):
        return known.type
    told = told_class(surface) if " " in surface else None
    is_place = contexts["called place"] > 0 or 2 * contexts["stands as place"] >= types.total()
    if is_place and " of " not in surface and told is None:
        return "GPE" if place_list().knows(surface) else "LOC"
    if told is not None:
        return told
    if is_people(surface) or is_of_place(surface):
        return "NORP"
    majority = types.most_common(1)[0][0]
    is_body = contexts["has followers"] or contexts["has an acronym"]
    if is_body and majority != "NORP" and not place_list().knows(surface):
        return "ORG"
    if majority == "PERSON" and (surface in person_words or not place_list().is_metropolis(surface)):
        return "PERSON"
    if place_list().is_large(surface) or (majority == "LOC" and place_list().knows(surface)):
        return "GPE"
    return majority


@lru_cache(maxsize=2**14)  # every surface is asked for twice, and most stand in many articles
def told_class(surface: str) -> str | None:
    """Return the class that a word of the name tells; None when none does."""
    return next((kind for pattern, kind in TELLING_WORDS if pattern.search(surface)), None)


def is_of_place(surface: str) -> bool:
    """Return whether the word is a people made of a place: Kashmiri, Pakistanis, Iraqi."""
    stem = surface.removesuffix("s")
    return (
        stem.endswith("i") and " " not in stem and not place_list().knows(surface) and place_list().is_large(stem[:-1])
    )
