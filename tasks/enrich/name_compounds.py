"""Find the names inside compounds: 'the Venn-Aldous summit' names two, 'pro-Venn' and 'non-Kellanite' one."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from tasks.enrich.capitals import stands_alone
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.name_rules import free_spans
from tasks.enrich.name_usage import Usage, key_of
from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.peoples import is_people
from tasks.enrich.places import place_list

HYPHEN: Final = re.compile(r"[-–](?=[A-Z])")
PREFIX: Final = re.compile(r"(?<![\w-])(?:[Pp]ro|[Aa]nti|post|pre|[Nn]on|[Ee]x)$")
PREFIXED: Final = re.compile(r"([A-Z][\w’]*\w)(?![\w-])(\s[A-Z])?")
FIRST: Final = re.compile(r"(?<![\w-])[A-Z][\w’']+$")
# What two have between them; of a law or a newspaper with such a name, the two are a part.
SECOND: Final = re.compile(
    r"([A-Z][\w’']+)\s(?:summit|talks|meetings?|debates?|ticket|alliance|relations(?:hip)?|war|conflict|"
    r"border|front|deal|feud|rivalry|race|call|affair|tensions|ties|family|dynasty|matchup|fight|negotiations|agreement|axis)\b"
)
REACH: Final = 24  # characters before a hyphen: a long surname
CLASSES: Final = {
    f"{kind}, {agreement}, {amount}": kind
    for kind in ("PERSON", "ORG")
    for agreement in ("most", "all")
    for amount in ("few", "many")
}


def with_compounds(names: Sequence[Name], passages: Sequence[Passage], usage: Usage) -> list[Name]:
    """Return the names with those inside compounds, in place of what the model made of the whole."""
    persons = {word for name in names if name.type == "PERSON" for word in name.surface.split(" ")}
    found = [
        inside
        for number, passage in enumerate(passages)
        for inside in inside_compounds(number, passage.text, persons, usage)
    ]
    if not found:
        return list(names)
    starts = {(name.passage, name.start) for name in found}
    kept = [name for name in names if (name.passage, name.start) not in starts or " " in name.surface]
    return [
        name
        for number in range(len(passages))
        for name in free_spans([n for n in kept if n.passage == number], [n for n in found if n.passage == number])
    ]


def inside_compounds(number: int, text: str, persons: Set[str], usage: Usage) -> Iterator[Name]:
    """Yield the names inside the compounds of a text whose words are known."""
    for hyphen in HYPHEN.finditer(text):
        before, at = max(0, hyphen.start() - REACH), hyphen.end()
        if PREFIX.search(text, before, hyphen.start()):
            yield from prefixed(number, text, at, persons, usage)
        elif (second := SECOND.match(text, at)) and (first := FIRST.search(text, before, hyphen.start())):
            yield from pair(number, first, second, persons, usage)


def prefixed(number: int, text: str, start: int, persons: Set[str], usage: Usage) -> Iterator[Name]:
    """Yield the name behind 'pro-'; before another capital it may be half of one: 'post-Assad Syria', 'anti-Wall Street'."""
    word = PREFIXED.match(text, start)
    if word is None:
        return
    for known in gazetteer().by_first_word.get(word[1], ()):
        if text.startswith(known.printed, start) and stands_alone(text, start + len(known.printed)):
            yield Name(number, start, start + len(known.printed), known.printed, known.type, "prefixed")
            return
    kind = class_of_word(word[1], persons, usage)
    is_whole = word[2] is None or word[1] in persons or (kind == "PERSON" and key_of("whole", word[1]) in usage)
    if kind is not None and (is_whole or kind == "NORP"):
        yield Name(number, *word.span(1), word[1], kind, "prefixed")


def pair(number: int, first: re.Match[str], second: re.Match[str], persons: Set[str], usage: Usage) -> Iterator[Name]:
    """Yield two names that have something between them, where both are known."""
    one, other = class_of_word(first[0], persons, usage), class_of_word(second[1], persons, usage)
    if "PERSON" in (one, other):  # who meets a person is one, if it is nothing that is known
        one, other = one or "PERSON", other or "PERSON"
    if one is not None and other is not None:
        yield Name(number, *first.span(), first[0], one, "pair")
        yield Name(number, *second.span(1), second[1], other, "pair")


def class_of_word(word: str, persons: Set[str], usage: Usage) -> str | None:
    """Return what a single word names, by lists, by the article's persons, or by what other articles made of it."""
    if is_people(word):
        return "NORP"
    if (known := gazetteer().known(word)) is not None:
        return known.type
    if word in persons:
        return "PERSON"
    if place_list().is_metropolis(word):
        return "GPE"
    return CLASSES.get(usage.get(key_of("whole", word), "")) or CLASSES.get(usage.get(key_of("last", word.lower()), ""))
