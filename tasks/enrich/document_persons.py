"""Who a person's name means within one article: its bearer, a fuller name, or a person of that article only."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from tasks.enrich.document_identity import Identity, resolved
from tasks.enrich.exact_names import is_printed_as
from tasks.enrich.folding import fold
from tasks.enrich.honorifics import makes_a_name
from tasks.enrich.names import Name
from tasks.enrich.person_words import Words, holds, person_words, relative_of, sounds_of
from tasks.enrich.transliteration import is_misprint, sound
from tasks.enrich.word_lists import words

# Before a surname, a part of it: O'Venn, van Venn.
PREFIXES: Final = words("o mc mac van von der den di da del la le ter ben")
# Abu Hamza is not Hamza: that is his child.
PARENT_OF: Final = words("abu abou umm um")
# Who reigns is called by the given name: King Salman is not Mohammed bin Salman.
REIGNING: Final = words("King Queen Prince Princess Emir Sultan Pope Sheikha Crown")
_KIN: Final = (
    r"(?:half-|step-?)?(?:wife|husband|widow|widower|son|sons|daughter|daughters|brother|brothers|sister|sisters|father|mother|uncle|"
    r"aunt|cousin|nephew|niece|grandson|granddaughter|grandfather|grandmother|parents|twin|[Ff]irst [Ll]ady)"
)
KIN_BEFORE: Final = re.compile(rf"\b{_KIN}(?:-in-law)?,?\s(?:(?:and\s)?[A-Z]\w+\s(?:and\s)?)?$")
KIN_BEHIND: Final = re.compile(rf",\s(?:[Hh]is|[Hh]er|[Tt]heir|the|[A-Z]\w+[’']s?)\s(?:\w+\s)?{_KIN}\b")
REACH: Final = 40  # characters before a name in which its bearer is called a relative
# Albert and Ashton; written so an Arabic article leads a surname as well.
GIVEN_OR_ARTICLE: Final = re.compile(r"(?:Al|Ash) ([A-Z][\w’'-]+)")
# What is called after a person, and what a headline does with one: "Venn Tower", "Team Venn", "Beating Venn".
CALLED_AFTER: Final = words(
    "tower towers hotel building avenue road university college hospital airport stadium foundation organization organisation "
    "administration campaign presidency country republicans democrats supporters dossier doctrine"
)
NO_GIVEN_NAME: Final = re.compile(r"(?:Team|(?!Sterling|Channing|Manning)[A-Z][a-z]{3,}ing)\s")


@dataclass(frozen=True)
class Bearers:
    """The full names of one article's persons, those that sound alike as one, and what points to them.

    `by_word`: for the sound of a word, the names that have it with its place there; `by_letters`: the names written as one word.
    `places`: passage and start of each. `fuller`: the only longer name of a short one. `titles`: those printed before a name.
    `kin`: who is introduced as somebody's relative; a bare surname means the one that the article is about. `juniors`: sons
    called by their surname: beside "Venn Jr", Venn is another. `of_two`: those whose given name could be an article.
    """

    by_word: Mapping[str, tuple[tuple[str, int], ...]]
    by_letters: Mapping[str, str]
    places: Mapping[str, tuple[tuple[int, int], ...]]
    fuller: Mapping[str, tuple[str, str]]
    titles: Mapping[str, frozenset[str]]
    kin: frozenset[str]
    juniors: frozenset[str]
    of_two: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[Name], texts: Sequence[str]) -> "Bearers":
        """Return the bearers among the persons of an article, whose passages are `texts`."""
        called = [name for name in names if name.type == "PERSON"]
        persons = [name for name in called if is_full(name.surface) and is_persons(name.surface)]
        of_two = with_given_name({name.surface for name in called}, {name.surface for name in persons})
        counts = Counter(name.surface for name in persons)
        titles: dict[str, set[str]] = defaultdict(set)
        for name in persons:
            if name.honorific:
                titles[name.surface].add(name.honorific)
        chosen = one_a_sound(counts)
        places, kin = where_printed(called), relatives(persons, texts)
        fuller = {short: found for short in chosen if (found := longer_name(short, chosen, counts)) is not None}
        fuller |= {short: found for short, found in last_names(chosen, places, kin) if short not in fuller}
        fuller = the_other_way(fuller, counts) | nicknames(counts, chosen)
        by_word: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for surface in chosen:
            if surface not in fuller and not begins_with_more(surface, chosen):
                own = person_words(surface)
                for place, word in enumerate(own):
                    if place != 1 or own[0] not in PARENT_OF:
                        by_word[sound(word)].append((surface, place - len(own) if place else 0))
        for surface in sorted(of_two):
            by_word[sound(*person_words(surface))].append((surface, -1))
        return cls(
            {word: tuple(found) for word, found in by_word.items()},
            {fold(name).replace(" ", ""): name for name in chosen},
            places,
            {short: (at_last(fuller, short), method) for short, (_, method) in fuller.items()},
            {name: frozenset(found) for name, found in titles.items()},
            kin,
            frozenset(fold(name.surface) for name in called if relative_of(name.surface)),
            of_two,
        )

    def bearer(self, name: Name) -> tuple[str, str] | None:
        """Return the only person that a single word can mean, and how; None when there are none or several."""
        if (whole := self.by_letters.get(fold(name.surface))) is not None:
            return whole, "lost_space"
        word = person_words(name.surface)[-1]
        for spelled in (word, word.removesuffix("s")):  # "Venns" was "Venn's"; Harris is no Harry's
            heard = self.by_word.get(sound(spelled), ())
            found = [one for one in heard if spelled in person_words(one[0])]
            if spelled == word and not found:
                found = [one for one in heard if is_printed_as(spelled, person_words(one[0]))]
            for method, wanted in (("surname", -1), ("given_name", 0), ("middle_name", None)):
                bearers = [surface for surface, place in found if wanted in (None, place)]
                if relative := relative_of(name.surface):  # "Venn Jr" is no Orla Venn
                    bearers = [bearer for bearer in bearers if relative_of(bearer) == relative]
                else:
                    bearers = [b for b in bearers if f"{spelled} {relative_of(b)}" not in self.juniors]
                if bearers and (method == "given_name" or not is_reigning(name)):
                    return self.only(bearers, name, method)
        return None

    def bears(self, surname: str, first: Name) -> bool:
        """Return whether a person of that surname is named in full before its first printing."""
        full = [name for name in self.places if name.endswith(f" {surname}") and is_full(name)]
        return any(min(self.places[name]) < (first.passage, first.start) for name in full)

    def only(self, bearers: Sequence[str], name: Name, method: str) -> tuple[str, str] | None:
        """Return the one bearer; of several, the one printed with the same title, else the only one named in full so far.

        That the one named in full last is meant was tried: of 42 such surnames read, ten were another's.
        """
        if len(bearers) > 1 and name.honorific:
            titled = [bearer for bearer in bearers if name.honorific in self.titles.get(bearer, ())]
            bearers = titled if len(titled) == 1 else bearers
        if not name.honorific:  # "Mr Venn" may be her husband
            bearers = [bearer for bearer in bearers if bearer not in self.kin] or bearers
        if len(bearers) == 1:
            return bearers[0], method
        so_far = [bearer for bearer in bearers if min(self.places[bearer]) < (name.passage, name.start)]
        return (so_far[0], "only_so_far") if method == "surname" and len(so_far) == 1 else None


def is_persons(surface: str) -> bool:
    """Return whether a name that the model takes for a person's is none of a thing called after one."""
    return person_words(surface)[-1] not in CALLED_AFTER and NO_GIVEN_NAME.match(surface) is None


def with_given_name(surfaces: Set[str], full: Iterable[str]) -> frozenset[str]:
    """Return the names like 'Al Venn' whose bearer is called Venn too, and that are no shorter form of a full name."""
    last = {person_words(surface)[-1] for surface in full}
    found = {surface: match for surface in surfaces if (match := GIVEN_OR_ARTICLE.fullmatch(surface))}
    return frozenset(
        surface for surface, match in found.items() if match[1] in surfaces and last.isdisjoint(person_words(surface))
    )


def where_printed(names: Iterable[Name]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return passage and start of each printing of a name."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name in names:
        places[name.surface].append((name.passage, name.start))
    return {surface: tuple(found) for surface, found in places.items()}


def relatives(names: Sequence[Name], texts: Sequence[str]) -> frozenset[str]:
    """Return the names that are introduced as a relative's: 'his wife Orla Venn', 'Orla Venn, her sister'."""
    first: dict[str, Name] = {}
    for name in names:
        first.setdefault(name.surface, name)
    return frozenset(surface for surface, name in first.items() if is_called_kin(texts[name.passage], name))


def is_called_kin(text: str, name: Name) -> bool:
    """Return whether the words beside a name call its bearer somebody's relative."""
    before = KIN_BEFORE.search(text, max(0, name.start - REACH), name.start)
    return before is not None or KIN_BEHIND.match(text, name.end) is not None


def is_reigning(name: Name) -> bool:
    """Return whether the title before a name is one that goes with a given name."""
    return name.honorific is not None and name.honorific.split()[0] in REIGNING


def is_full(surface: str) -> bool:
    """Return whether a name has more than a surname: 'al-Venn', 'bin Venn', 'O'Venn' and 'Venn-Aldous' have not."""
    own = person_words(surface)
    if len(own) == 2 and (own[0] in PREFIXES or is_double(surface)):
        return False
    return len(own) > 1


def is_double(surface: str) -> bool:
    """Return whether a name is one word with a hyphen, and no article in it as in Zia-ul-Haq."""
    return " " not in surface and len(person_words(surface)) == len(fold(surface).split())


def begins_with_more(surface: str, names: Sequence[str]) -> bool:
    """Return whether a name is another one with more before it: 'Outspoken Orla Venn' is no second Venn."""
    own = person_words(surface)
    return any(len(other := person_words(name)) < len(own) and own[-len(other) :] == other for name in names)


def one_a_sound(counts: Mapping[str, int]) -> list[str]:
    """Return the names, of those that sound alike the most printed one, and of those the longest."""
    best: dict[Words, str] = {}
    for surface in sorted(counts, key=lambda s: (-counts[s], -len(s), s)):
        best.setdefault(sounds_of(surface), surface)
    return sorted(best.values())


def longer_name(short: str, names: Sequence[str], counts: Mapping[str, int]) -> tuple[str, str] | None:
    """Return the only name that holds all of `short` and more, or that `short` is a misprint of; and which of the two."""
    own = person_words(short)
    names = [name for name in names if name != short and relative_of(name) == relative_of(short)]
    longer = [name for name in names if holds(person_words(name), own)]
    longest = [
        name for name in longer if not any(holds(person_words(o), person_words(name)) for o in longer if o != name)
    ]
    if longest:
        return (longest[0], "short_form") if len(longest) == 1 else None
    right = [
        name for name in names
        if (counts[name], name) > (counts[short], short) and is_misprint(own, person_words(name))
    ]  # fmt: skip
    return (right[0], "misprint") if len(right) == 1 else None


def last_names(
    names: Sequence[str], places: Mapping[str, Sequence[tuple[int, int]]], kin: frozenset[str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield a name of two words and more with the only one that has names before it, was printed first and stands apart.

    Ana Ibarra Montoya is Ibarra Montoya in the next paragraph; beside one another they may be parent and child. With two names
    before, they are two persons run together: 'Orla Venn-Aldous Pell'.
    """
    for short in names:
        own = tuple(map(sound, person_words(short)))
        longer = [n for n in names if tuple(map(sound, person_words(n)))[1:] == own]
        if len(longer) == 1 and kin.isdisjoint({short, longer[0]}) and relative_of(short) == relative_of(longer[0]):
            before, here = places[longer[0]], places[short]
            if min(before) < min(here) and {one for one, _ in before}.isdisjoint(one for one, _ in here):
                yield short, (longer[0], "last_names")


def nicknames(names: Iterable[str], chosen: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return the names whose first word is another's nickname, with that one: Bill Venn is William Venn."""
    sounds = {sounds_of(name): name for name in chosen}
    found = ((name, sounds[sounds_of(name)]) for name in names)
    return {
        name: (whole, "nickname")
        for name, whole in found
        if sound(person_words(name)[0]) != sound(person_words(whole)[0])
    }


def the_other_way(fuller: Mapping[str, tuple[str, str]], counts: Mapping[str, int]) -> dict[str, tuple[str, str]]:
    """Return who stands for whom, a longer name for the shorter one where the article prints the shorter more often.

    'Orla Venn Resigns' in a headline, or a full name that is given once, is Orla Venn of all other articles.
    """
    result: dict[str, tuple[str, str]] = {}
    for short in sorted(fuller, key=lambda name: (-counts[name], name)):
        longer, method = fuller[short]
        if method == "short_form" and counts[short] > counts[longer] and longer not in result and longer not in fuller:
            result[longer] = (short, method)
        else:
            result[short] = fuller[short]
    return result


def at_last(fuller: Mapping[str, tuple[str, str]], name: str) -> str:
    """Return the name that a shorter one stands for, over however many others."""
    seen = {name}
    while name in fuller and fuller[name][0] not in seen:
        name = fuller[name][0]
        seen.add(name)
    return name


def person(article_id: str, name: Name, bearers: Bearers) -> Identity:
    """Return who a person's name means; a single word that nobody's full name explains stays within its article."""
    folded = fold(name.surface)
    if is_full(name.surface) or name.surface in bearers.of_two:
        if (found := bearers.fuller.get(name.surface)) is not None:
            return resolved("PERSON", name.surface, *found)
        return Identity(f"PERSON|{folded}", name.surface, "printed")
    if (found := bearers.bearer(name)) is not None:
        full_name, method = found
        return Identity(f"PERSON|{fold(full_name)}", full_name, method)
    if name.honorific is not None and makes_a_name(name.honorific):
        full_name = f"{name.honorific.rstrip('.')} {name.surface}"
        return Identity(f"PERSON|{fold(full_name)}", full_name, "printed")
    return Identity(f"PERSON|{folded}|{article_id}", name.surface, "printed")
