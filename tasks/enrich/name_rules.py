"""Names that the model missed and rules find safely: listed ones, titled ones and acronyms in brackets."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.capitals import bare, capitalised_words, stands_alone
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.honorifics import NAME_AFTER, TELLING
from tasks.enrich.labels import PLACES
from tasks.enrich.names import NOT_NAMES, Name
from tasks.enrich.passages import Passage
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
HANGING: Final = re.compile(r"\s(?:of|for|and|in|at|on|to|by|with|&)$")
BRACKETED: Final = re.compile(r"\(([A-Z][A-Za-z&]*[A-Z][A-Za-z&]*(?:-[A-Z]\w*)?)\)")


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


def joined_at_connectors(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names with 'Office of' and the 'UN' behind it as one, of the first one's class; a word left hanging is cut off."""
    result: list[Name] = []
    for name in names:
        last = result[-1] if result else None
        if last is not None and HANGING.search(last.surface) and text[last.end : name.start] in (" ", " the "):
            result[-1] = replace(last, end=name.end, surface=text[last.start : name.end])
        else:
            result.append(name)
    return [
        name if (tail := HANGING.search(name.surface)) is None else replace(
            name, end=name.start + tail.start(), surface=name.surface[: tail.start()]
        )
        for name in result
    ]  # fmt: skip


def split_at_verbs(names: Iterable[Name]) -> list[Name]:
    """Return the names with 'Orla Venn Praises Norland' as two: in a headline that stands in the text a verb has a capital too."""
    result: list[Name] = []
    for name in names:
        if " " not in name.surface or name.type in WORKS:
            result.append(name)
            continue
        start = 0
        borders = VERB.finditer(name.surface)
        for left, right in [*(border.span() for border in borders), (len(name.surface), len(name.surface))]:
            if left > start:
                surface = name.surface[start:left]
                result.append(replace(name, start=name.start + start, end=name.start + left, surface=surface))
            start = right
    return result


def split_compounds(names: Iterable[Name]) -> list[Name]:
    """Return the names with 'India-China' as two where both halves are places, and 'Syrias' without its lost apostrophe's s."""
    result: list[Name] = []
    for name in names:
        left, dash, right = name.surface.partition("-")
        owner, _, owned = name.surface.partition(" ")
        city, comma, country = name.surface.rpartition(", ")
        if comma and name.type in PLACES and place_list().is_large(country):
            result += two_places(name, city, len(city) + 2, country)
        elif owned and name.type in PLACES | {"ORG"} and are_two_places(name.surface, owner, owned):
            result += two_places(name, owner, len(owner) + 1, owned)
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


def are_two_places(surface: str, first: str, second: str) -> bool:
    """Return whether a name is a country and a city or country with a lost comma between them: 'Syria Damascus'."""
    places = place_list()
    has_country = places.country_of(first) is not None or places.country_of(second) is not None
    return has_country and places.is_metropolis(first) and places.is_metropolis(second) and not places.knows(surface)


def two_places(name: Name, first: str, gap: int, second: str) -> list[Name]:
    """Return the first place of a name and, where it has one, the second, which begins after `gap` characters."""
    places = [replace(name, end=name.start + len(first), surface=first, type="GPE")]
    if second:
        places.append(replace(name, start=name.start + gap, surface=second, type="GPE"))
    return places
