"""Names that the model missed and rules find safely: listed ones, titled ones, and repeats of names found elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.capitals import capitalised_words, stands_alone
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.honorifics import NAME_AFTER, TELLING
from tasks.enrich.labels import PLACES
from tasks.enrich.names import NOT_NAMES, Name
from tasks.enrich.passages import Passage
from tasks.enrich.places import place_list

BRACKETED: Final = re.compile(r"\(([A-Z][A-Za-z&]*[A-Z][A-Za-z&]*(?:-[A-Z]\w*)?)\)")
REPEATED_TYPES: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})


def free_spans(taken: Sequence[Name], found: Iterable[Name]) -> list[Name]:
    """Return `taken`, which is sorted and free of overlaps, and those of `found` that overlap nothing, in order of place."""
    kept = list(taken)
    starts = [name.start for name in kept]
    for name in sorted(found, key=lambda n: (n.start, -n.end)):
        place = bisect_left(starts, name.start)
        if (place == 0 or kept[place - 1].end <= name.start) and (place == len(kept) or name.end <= starts[place]):
            kept.insert(place, name)
            starts.insert(place, name.start)
    return kept


def listed_names(number: int, passage: Passage) -> list[Name]:
    """Return the names of the gazetteer in a passage."""
    text, listed = passage.text, gazetteer().by_first_word
    found = []
    for start, word in capitalised_words(text):
        for known in listed.get(word) or listed.get(bare(word), ()):
            end = start + len(known.printed)
            if text.startswith(known.printed, start) and stands_alone(text, end):
                found.append(Name(number, start, end, known.printed, known.type, "gazetteer"))
                break
    return found


def with_listed(names: Sequence[Name], listed: Sequence[Name]) -> list[Name]:
    """Return the names with the listed ones added; a listed name of several words replaces its parts ('Jammu', 'Kashmir')."""
    longer = [name for name in listed if " " in name.surface]
    parts = (
        {
            (part.start, part.end)
            for name in longer
            for part in names
            if name.start <= part.start and part.end <= name.end and part.surface != name.surface
        }
        if longer
        else set()
    )
    return free_spans([name for name in names if (name.start, name.end) not in parts], listed)


def bare(word: str) -> str:
    """Return a word without the marks that the scan leaves at its end."""
    return re.sub(r"(?:['’]s?|[.,])+$", "", word)


def titled_names(number: int, passage: Passage) -> list[Name]:
    """Return the names that stand after an honorific, each once: of several titles in a row the first one tells."""
    found = []
    for start, word in capitalised_words(passage.text):
        if word.rstrip(".").split("-")[0] in TELLING and (match := NAME_AFTER.match(passage.text, start)):
            first, last = match.span("name")
            surface = bare(passage.text[first:last])
            if surface.casefold() not in NOT_NAMES:
                title = passage.text[start:first].strip()
                found.append(Name(number, first, first + len(surface), surface, "PERSON", "honorific", title))
    return free_spans([], found)


def bracketed_acronyms(number: int, passage: Passage, names: Sequence[Name]) -> list[Name]:
    """Return the acronyms in brackets directly after an organisation."""
    ends = {name.end: name for name in names if name.type == "ORG"}
    found = []
    for match in BRACKETED.finditer(passage.text):
        expansion = ends.get(match.start() - 1)
        if expansion is not None:
            found.append(Name(number, *match.span(1), match.group(1), expansion.type, "bracketed_acronym"))
    return found


def repeated_names(number: int, passage: Passage, known: dict[str, str], names: Sequence[Name]) -> list[Name]:
    """Return where names found elsewhere in the article stand again; `known` gives each surface its type."""
    by_first_word: dict[str, list[str]] = {}
    for surface in sorted(known, key=lambda surface: (-len(surface), surface)):
        by_first_word.setdefault(surface.split()[0], []).append(surface)
    rule = "headline_match" if passage.field == "headline" else "repeat"
    text, taken = passage.text, {name.start for name in names}
    found = []
    for start, word in capitalised_words(text):
        if start in taken:
            continue
        for surface in by_first_word.get(word) or by_first_word.get(bare(word)) or []:
            if text.startswith(surface, start) and stands_alone(text, start + len(surface)):
                found.append(Name(number, start, start + len(surface), surface, known[surface], rule))
                break
    return found


def surfaces_worth_repeating(names: Iterable[Name], in_headline: bool) -> dict[str, str]:
    """Return the surfaces that are a name wherever they stand: two words, an acronym, a place, or any in a headline."""
    return {
        name.surface: name.type
        for name in names
        if name.type in REPEATED_TYPES
        and (in_headline or " " in name.surface or name.surface.isupper() or is_place(name))
    }


def is_place(name: Name) -> bool:
    """Return whether the name is a listed place."""
    return name.type != "PERSON" and place_list().is_large(name.surface)


def split_compounds(names: Iterable[Name]) -> list[Name]:
    """Return the names with 'India-China' as two where both halves are places, and 'Syrias' without its lost apostrophe's s."""
    result: list[Name] = []
    for name in names:
        left, dash, right = name.surface.partition("-")
        owner, _, owned = name.surface.partition(" ")
        city, comma, country = name.surface.rpartition(", ")
        if comma and name.type in PLACES and place_list().is_large(country):
            result += two_places(name, city, len(city) + 2, country)
        elif dash and name.type != "PERSON" and place_list().is_large(left) and place_list().is_large(right):
            result += two_places(name, left, len(left) + 1, right)
        elif (
            name.type != "NORP"
            and owner.endswith("s")
            and not place_list().knows(owner)
            and place_list().country_of(owner[:-1])
        ):
            result += two_places(name, owner[:-1], len(owner) + 1, owned)
        else:
            result.append(name)
    return result


def without_lost_apostrophes(names: Sequence[Name]) -> list[Name]:
    """Return the names with 'Venns' as 'Venn' where the article knows a Venn: some sources lose the apostrophe."""
    persons = {name.surface for name in names if name.type == "PERSON"}
    return [
        replace(name, end=name.end - 1, surface=name.surface[:-1])
        if name.type == "PERSON" and name.surface.endswith("s") and name.surface[:-1] in persons
        else name
        for name in names
    ]


def two_places(name: Name, first: str, gap: int, second: str) -> list[Name]:
    """Return the first place of a name and, where it has one, the second, which begins after `gap` characters."""
    places = [replace(name, end=name.start + len(first), surface=first, type="GPE")]
    if second:
        places.append(replace(name, start=name.start + gap, surface=second, type="GPE"))
    return places
