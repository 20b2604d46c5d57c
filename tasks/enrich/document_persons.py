"""Who a person's name means within one article: its bearer, a fuller name, or a person of that article only."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tasks.enrich.document_identity import Identity, resolved
from tasks.enrich.folding import fold
from tasks.enrich.honorifics import makes_a_name
from tasks.enrich.names import Name
from tasks.enrich.nicknames import NICKNAMES
from tasks.enrich.transliteration import is_misprint, name_words, sound
from tasks.enrich.word_lists import words

RELATIVES: Final = words("jr sr ii iii")
# Before a surname, a part of it: O'Venn, van Venn.
PREFIXES: Final = words("o mc mac van von der den di da del la le ter ben")
# "bin Salman" and "al-Assad" are surnames, however many words they have.
FATHER: Final = words("bin ibn bint")
# Who reigns is called by the given name: King Salman is not Mohammed bin Salman.
REIGNING: Final = words("King Queen Prince Princess Emir Sultan Pope Sheikha Crown")
_KIN: Final = (
    r"(?:half-|step-?)?(?:wife|husband|widow|widower|son|sons|daughter|daughters|brother|brothers|sister|sisters|father|mother|uncle|"
    r"aunt|cousin|nephew|niece|grandson|granddaughter|grandfather|grandmother|parents|twin|[Ff]irst [Ll]ady)"
)
KIN_BEFORE: Final = re.compile(rf"\b{_KIN}(?:-in-law)?,?\s(?:(?:and\s)?[A-Z]\w+\s(?:and\s)?)?$")
KIN_BEHIND: Final = re.compile(rf",\s(?:[Hh]is|[Hh]er|[Tt]heir|the|[A-Z]\w+[’']s?)\s(?:\w+\s)?{_KIN}\b")
REACH: Final = 40  # characters before a name in which its bearer is called a relative
Words = tuple[str, ...]


@dataclass(frozen=True)
class Bearers:
    """The full names of one article's persons, those that sound alike as one, and what points to them.

    `by_word`: for the sound of a word, the names that have it with its place there; `by_letters`: the names written as one word.
    `places`: passage and start of each. `fuller`: the only longer name of a short one. `titles`: those printed before a name.
    `kin`: who is introduced as somebody's relative; a bare surname means the one that the article is about.
    """

    by_word: Mapping[str, tuple[tuple[str, int], ...]]
    by_letters: Mapping[str, str]
    places: Mapping[str, tuple[tuple[int, int], ...]]
    fuller: Mapping[str, tuple[str, str]]
    titles: Mapping[str, frozenset[str]]
    kin: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[Name], texts: Sequence[str] = ()) -> "Bearers":
        """Return the bearers among the persons of an article, whose passages are `texts`."""
        persons = [name for name in names if name.type == "PERSON" and is_full(name.surface)]
        counts = Counter(name.surface for name in persons)
        titles: dict[str, set[str]] = defaultdict(set)
        for name in persons:
            if name.honorific:
                titles[name.surface].add(name.honorific)
        chosen = one_a_sound(counts)
        fuller = {short: found for short in chosen if (found := longer_name(short, chosen, counts)) is not None}
        by_word: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for surface in chosen:
            if surface not in fuller and not begins_with_more(surface, chosen):
                own = person_words(surface)
                for place, word in enumerate(own):
                    by_word[sound(word)].append((surface, place - len(own) if place else 0))
        return cls(
            {word: tuple(found) for word, found in by_word.items()},
            {fold(name).replace(" ", ""): name for name in chosen},
            where_printed(persons),
            fuller,
            {name: frozenset(found) for name, found in titles.items()},
            relatives(persons, texts),
        )

    def bearer(self, name: Name) -> tuple[str, str] | None:
        """Return the only person that a single word can mean, and how; None when there are none or several."""
        if (whole := self.by_letters.get(fold(name.surface))) is not None:
            return whole, "lost_space"
        word = person_words(name.surface)[-1]
        for spelled in (word, word.removesuffix("s")):  # "Venns" was "Venn's"
            found = self.by_word.get(sound(spelled), ())
            for method, wanted in (("surname", -1), ("given_name", 0), ("middle_name", None)):
                bearers = [surface for surface, place in found if wanted in (None, place)]
                if bearers and (method == "given_name" or not is_reigning(name)):
                    return self.only(bearers, name, method)
        return None

    def only(self, bearers: Sequence[str], name: Name, method: str) -> tuple[str, str] | None:
        """Return the one bearer; of several, the one printed with the same title, else the only one named in full so far.

        That the one named in full last is meant was tried: of 42 such surnames read, ten were another's.
        """
        if len(bearers) > 1 and name.honorific:
            titled = [bearer for bearer in bearers if name.honorific in self.titles.get(bearer, ())]
            bearers = titled if len(titled) == 1 else bearers
        bearers = [bearer for bearer in bearers if bearer not in self.kin] or bearers
        if len(bearers) == 1:
            return bearers[0], method
        so_far = [bearer for bearer in bearers if min(self.places[bearer]) < (name.passage, name.start)]
        return (so_far[0], "only_so_far") if method == "surname" and len(so_far) == 1 else None


def where_printed(names: Iterable[Name]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return passage and start of each printing of a name."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name in names:
        places[name.surface].append((name.passage, name.start))
    return {surface: tuple(found) for surface, found in places.items()}


def relatives(names: Sequence[Name], texts: Sequence[str]) -> frozenset[str]:
    """Return the names that are introduced as a relative's: 'his wife Orla Venn', 'Orla Venn, her sister'."""
    first: dict[str, Name] = {}
    for name in names if texts else ():
        first.setdefault(name.surface, name)
    return frozenset(surface for surface, name in first.items() if is_called_kin(texts[name.passage], name))


def is_called_kin(text: str, name: Name) -> bool:
    """Return whether the words beside a name call its bearer somebody's relative."""
    before = KIN_BEFORE.search(text, max(0, name.start - REACH), name.start)
    return before is not None or KIN_BEHIND.match(text, name.end) is not None


def is_reigning(name: Name) -> bool:
    """Return whether the title before a name is one that goes with a given name."""
    return name.honorific is not None and name.honorific.split()[0] in REIGNING


@lru_cache(maxsize=20_000)
def person_words(surface: str) -> Words:
    """Return the words of a person's name that carry it; at least one."""
    own = tuple(word for word in name_words(surface) if word not in RELATIVES)
    while len(own) > 1 and own[0] in FATHER:
        own = own[1:]
    return own or (fold(surface),)


def relative_of(surface: str) -> str:
    """Return the word behind a name that tells a son from his father; empty when there is none."""
    last = fold(surface).rpartition(" ")[2]
    return last if last in RELATIVES else ""


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
        first, *others = person_words(surface)
        best.setdefault((*map(sound, (NICKNAMES.get(first, first), *others)), relative_of(surface)), surface)
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


def holds(longer: Words, shorter: Words) -> bool:
    """Return whether `longer` is `shorter` with more names behind, or between its first and its last.

    With a name before, it may be a child that bears the father's whole name: then only 'Abdul' says that it is one.
    """
    n = len(shorter)
    if len(longer) < n or longer == shorter:
        return False
    if len(longer) == n:
        return any(len(word) == 1 for word in shorter) and all(map(fits, shorter, longer))
    parts = [longer[:n]]
    if n == 2:  # George W. Bush is not George H. W. Bush
        parts.append((longer[0], longer[-1]))
        if sound(shorter[0]) == sound("abdul"):
            parts.append(longer[-n:])
    return any(all(map(fits, shorter, part)) for part in parts)


def fits(word: str, other: str) -> bool:
    """Return whether a word is a spelling or the initial of another."""
    return sound(word) == sound(other) or (len(word) == 1 and other.startswith(word))


def person(article_id: str, name: Name, bearers: Bearers) -> Identity:
    """Return who a person's name means; a single word that nobody's full name explains stays within its article."""
    folded = fold(name.surface)
    if is_full(name.surface):
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
