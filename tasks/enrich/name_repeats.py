"""Names that stand again where the model did not see them: what an article names once, it means wherever it prints it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.capitals import bare, capitalised_words, stands_alone
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.name_headlines import headline_names
from tasks.enrich.name_rules import free_spans
from tasks.enrich.names import NOT_NAMES, Name
from tasks.enrich.passages import Article, Passage
from tasks.enrich.places import place_list
from tasks.enrich.short_forms import bodies_of, short_forms

REPEATED_TYPES: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
# Characters a single word needs to be sought again: shorter ones are syllables of other names (Ip, Ng, Das).
MIN_CHARS: Final = 4
# How often the model must have named a single word before it counts as a name wherever it stands.
MIN_TIMES: Final = 2
LOWER: Final = re.compile(r"\b[a-z]{4,}\b")
CAPITAL_BEFORE: Final = re.compile(r"(?:^|[\s(“\"‘'])[A-Z][\w’'-]*[\s-]$")
CAPITAL_BEHIND: Final = re.compile(r"(?:['’]s)?[\s-](?:(?:of|and|&)\s)?[A-Z]")
REACH: Final = 30  # characters before a word in which the word before it stands


def with_repeats(article: Article, names: Sequence[Name]) -> list[Name]:
    """Return the names and where they stand again unseen; in a headline single words count too."""
    everyday = {word for passage in article.passages for word in LOWER.findall(passage.text)}
    body = surfaces_worth_repeating(names)
    single = words_worth_repeating(names, everyday)
    headline = single | {name.surface: name.type for name in names if name.type in REPEATED_TYPES}
    bodies = bodies_of(names)
    result: list[Name] = []
    for number, passage in enumerate(article.passages):
        own = [name for name in names if name.passage == number]
        found = repeated_names(number, passage, headline if passage.field == "headline" else body, own)
        if passage.field != "headline":
            found += [n for n in repeated_names(number, passage, single, own) if is_alone(passage.text, n)]
        found += headline_names(number, passage, names, everyday)
        result += free_spans(own, [*found, *short_forms(number, passage, bodies)])
    return result


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


def surfaces_worth_repeating(names: Iterable[Name]) -> dict[str, str]:
    """Return the surfaces that are a name wherever they stand: two words, an acronym, a place."""
    return {
        name.surface: name.type
        for name in names
        if name.type in REPEATED_TYPES and (" " in name.surface or name.surface.isupper() or is_place(name))
    }


def words_worth_repeating(names: Sequence[Name], everyday: set[str]) -> dict[str, str]:
    """Return the single words that are a name when no other capital stands beside them: named twice, or a surname."""
    times = Counter((name.surface, name.type) for name in names if name.type in REPEATED_TYPES)
    often = {surface: kind for (surface, kind), n in times.items() if n >= MIN_TIMES and " " not in surface}
    surnames = {
        surface.split()[-1]: "PERSON"
        for (surface, kind) in times
        if kind == "PERSON" and " " in surface and not place_list().knows(surface.split()[-1])
    }
    return {
        word: kind
        for word, kind in (surnames | often).items()
        if len(word) >= MIN_CHARS and word[0].isupper() and word.casefold() not in everyday | NOT_NAMES
    }


def is_alone(text: str, name: Name) -> bool:
    """Return whether no other capitalised word stands directly beside a name: then it is not a part of a longer one."""
    before = text[max(0, name.start - REACH) : name.start]
    return CAPITAL_BEFORE.search(before) is None and CAPITAL_BEHIND.match(text, name.end) is None


def is_place(name: Name) -> bool:
    """Return whether the name is a listed place."""
    return name.type != "PERSON" and place_list().is_large(name.surface)


def is_body(acronym: str) -> bool:
    """Return whether an acronym is a listed body: MPs and NGOs are no MP's and no NGO's."""
    known = gazetteer().by_name.get(acronym) if acronym.isupper() else None
    return known is not None and known.is_telling and known.type == "ORG"


def without_lost_apostrophes(names: Sequence[Name], texts: Sequence[str]) -> list[Name]:
    """Return the names with 'Venns' as 'Venn' where the article knows a Venn: some sources lose the apostrophe."""
    persons = {name.surface for name in names if name.type == "PERSON"}
    surnames = {re.split(r"[\s-]", person)[-1] for person in persons if " " in person}
    surnames -= {f"{surname}s" for surname in surnames}
    owners = {name.surface: name.type for name in names if is_place(name)} | dict.fromkeys(persons | surnames, "PERSON")
    owners |= {short: "ORG" for name in names if is_body(short := name.surface[:-1])}
    return [
        replace(name, end=name.end - 1, surface=owner, type=owners[owner])
        if (owner := name.surface.removesuffix("s")) in owners
        and owner != name.surface
        and name.surface not in surnames
        and not place_list().knows(name.surface)
        and not (owners[owner] == "PERSON" and is_family(texts[name.passage], name))
        else name
        for name in names
    ]


def is_family(text: str, name: Name) -> bool:
    """Return whether the article stands before a name: 'the Venns'."""
    return text.startswith("the ", max(0, name.start - 4))
