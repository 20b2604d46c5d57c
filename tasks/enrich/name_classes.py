"""Decide the class of each name by the whole article: the list of places, the majority, the surname of a person."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.labels import PLACES
from tasks.enrich.names import Name
from tasks.enrich.places import place_list

# Words that say what a longer name is, whatever the model makes of the rest of it.
TELLING_WORDS: Final = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"^Operation [A-Z]|\b(?:Olympics|World Cup|Festival|Grand Prix|Revolution)$", "EVENT"),
        (
            r" (?:Party|League|Movement|Front|Ministry|Council|Committee|Commission|Authority|Agency|"
            r"Association|Federation|Union|Bureau)$",
            "ORG",
        ),
        (
            r"^(?:University|Ministry|Department|Bank|Office|Institute|Council|Association) of |\b(?:University|"
            r"Institute|Court|Bank|Corporation|Foundation)$",
            "ORG",
        ),
        (r" (?:Airport|Bridge|Stadium|Mosque|Highway|Motorway|Expressway|Dam|Zoo|Square|Palace|Street|Avenue)$", "FAC"),
        (
            r" (?:River|Valley|Strait|Sea|Ocean|Desert|Mountains|Islands?|Peninsula)$|^(?:Lake|Gulf of|"
            r"Strait of|Mount) ",
            "LOC",
        ),
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
REACH: Final = 40  # characters before a name: "neighbourhoods of " and a first name


def with_classes(names: Sequence[Name], texts: Sequence[str]) -> list[Name]:
    """Return the names with the classes that the article as a whole gives them; `texts` are its passages."""
    full = [name.surface.split(" ") for name in names if name.type == "PERSON" and " " in name.surface]
    person_words = {words[-1] for words in full} | {words[0] for words in full}
    counts: dict[str, Counter[str]] = {}
    for name in names:
        counts.setdefault(name.surface, Counter())[name.type] += 1
        if name.honorific is None and is_called_place(texts[name.passage], name):
            counts[name.surface]["called place"] += 1
    decided = {surface: class_of(surface, types, person_words) for surface, types in counts.items()}
    return [name if decided[name.surface] == name.type else replace(name, type=decided[name.surface]) for name in names]


def is_called_place(text: str, name: Name) -> bool:
    """Return whether the words beside a name call it a place: 'the village of X', 'X district'."""
    if name.type in PLACES or name.type == "NORP":
        return False
    return PLACE_BEHIND.match(text, name.end) is not None or (
        (text[name.start - 4 : name.start] == " of " or text[name.start - 5 : name.start] == " and ")
        and PLACE_BEFORE.search(text, max(0, name.start - REACH), name.start) is not None
    )


def class_of(surface: str, types: Counter[str], person_words: set[str]) -> str:
    """Return the class of one surface, given the classes it has where it stands and the surnames of the article."""
    if (known := gazetteer().known(surface)) is not None:
        return known.type
    if surface in person_words and not place_list().is_metropolis(surface):
        return "PERSON"
    if types.pop("called place", 0) and " of " not in surface and told_class(surface) is None:
        return "GPE" if place_list().knows(surface) else "LOC"
    if " " in surface and (told := told_class(surface)) is not None:
        return told
    if is_people(surface):
        return "NORP"
    majority = types.most_common(1)[0][0]
    if majority == "PERSON":
        return "GPE" if place_list().is_metropolis(surface) and surface not in person_words else majority
    if place_list().is_large(surface) or (majority == "LOC" and place_list().knows(surface)):
        return "GPE"
    return majority


def told_class(surface: str) -> str | None:
    """Return the class that a word of the name tells; None when none does."""
    return next((kind for pattern, kind in TELLING_WORDS if pattern.search(surface)), None)


def is_people(surface: str) -> bool:
    """Return whether the word is a people made of a place: Kashmiri, Pakistanis, Iraqi."""
    stem = surface.removesuffix("s")
    return (
        stem.endswith("i") and " " not in stem and not place_list().knows(surface) and place_list().is_large(stem[:-1])
    )
