"""Names that the model missed and rules find safely: listed ones, titled ones and acronyms in brackets."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.acronyms import acronym_letters, initials
from tasks.enrich.capitals import bare, capitalised_words, stands_alone
from tasks.enrich.gazetteer import before_capital, gazetteer
from tasks.enrich.honorifics import NAME_AFTER, TELLING
from tasks.enrich.names import LONE_TITLES, NOT_NAMES, Name
from tasks.enrich.passages import Passage

POSSESSIVE: Final = re.compile(r"['’]s\s")
HANGING: Final = re.compile(r"\s(?:of|for|and|in|at|on|to|by|with|&)$")
GOES_ON: Final = re.compile(r"[\s-][A-Z]")  # more of a name: Orla Venn Bridge
# The tokenizer takes 'Venn/Harbour' for one word, and the model with it.
CREDIT: Final = re.compile(
    r"\(((?:[A-Z][\w’'-]+ |[A-Z]\. ){1,3}[A-Z][\w’'-]+(?:/(?:[A-Z][\w.&’'-]*)(?: [A-Z][\w.&’'-]*){0,3}){1,3})\)"
)
MISSION: Final = re.compile(r"\s(?:Mission|Interim Force|Multinational Force)$")
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
            first = start - before_capital(known.printed)
            end = first + len(known.printed)
            if known.type == "PERSON" and GOES_ON.match(text, end):
                continue
            if first >= 0 and text.startswith(known.printed, first) and stands_alone(text, end):
                found.append(Name(number, first, end, known.printed, known.type, "gazetteer"))
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


def credited_names(number: int, passage: Passage) -> list[Name]:
    """Return who took a picture and for whom: '(Orla Venn/Harbour Wire/Kellan Images)'."""
    found = []
    for match in CREDIT.finditer(passage.text):
        start = match.start(1)
        for at, part in enumerate(match[1].split("/")):
            kind = "PERSON" if at == 0 else "ORG"
            found.append(Name(number, start, start + len(part), part, kind, "picture_credit"))
            start += len(part) + 1
    return found


def titled_names(number: int, passage: Passage) -> list[Name]:
    """Return the names that stand after an honorific, each once: of several titles in a row the first one tells."""
    found = []
    for start, word in capitalised_words(passage.text):
        if word.rstrip(".").split("-")[0] in TELLING and (match := NAME_AFTER.match(passage.text, start)):
            first, last = match.span("name")
            surface = bare(POSSESSIVE.split(passage.text[first:last])[0])
            if surface.casefold() not in NOT_NAMES | LONE_TITLES:
                title = passage.text[start:first].strip()
                found.append(Name(number, first, first + len(surface), surface, "PERSON", "honorific", title))
    return free_spans([], found)


def not_inside_persons(titled: Iterable[Name], modelled: Sequence[Name]) -> list[Name]:
    """Return the titled names without 'Mohammed' of 'Khalid Sheikh Mohammed': a title may be a name inside a longer one."""
    persons = [name for name in modelled if name.type == "PERSON" and " " in name.surface]
    return [
        name
        for name in titled
        if not any(one.start < name.start - len(name.honorific or "") - 1 and name.end <= one.end for one in persons)
    ]


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


def missions(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names with 'Salt Assistance Mission in Norland' as one: what it is and where make its name, and its acronym."""
    result: list[Name] = []
    for name in names:
        last = result[-1] if result else None
        if last is not None and last.type == "ORG" and text[last.end : name.start] in (" in ", " in the "):
            surface = text[last.start : name.end]
            bracket = BRACKETED.match(text, name.end + 1)
            if MISSION.search(last.surface) or (bracket and acronym_letters(bracket[1]) in initials(surface)):
                result[-1] = replace(last, end=name.end, surface=surface)
                continue
        result.append(name)
    return result
