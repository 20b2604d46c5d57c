"""Which persons of a corpus may be one: spellings, a name more or less, a nickname, a misprint; each with what it needs."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from tasks.enrich.exact_names import is_chinese, is_exact, key_word, letters
from tasks.enrich.nicknames import NICKNAMES
from tasks.enrich.person_words import RELATIVES, Words, holds, person_words, relative_of
from tasks.enrich.transliteration import (
    consonants,
    is_misprint,
    joined_sound,
    loose_sound,
    skeleton_of,
    sound,
    spelling_score,
)
from tasks.enrich.word_lists import words

MIN_WORDS: Final = 2
MAX_BLOCK: Final = 40  # names under one key that are all compared with one another; beyond, each with its neighbours
FATHERS_NAME: Final = re.compile(r"[a-z]{2}(?:ovich|evich|ovna|evna)$")
# Titles of descent that are printed, or not, like a given name.
DESCENT: Final = words("syed sayed sayyed sayyid saiyid seyed hojatoleslam")


MIN_SLIP: Final = 8  # letters: a shorter surname has neighbours


class Likeness(NamedTuple):
    """Two identities that may be one. `is_sure`: the names alone say so; otherwise their company has to."""

    a: str
    b: str
    method: str
    score: float
    is_sure: bool


def person_likenesses(identities: Iterable[str], min_spelling_score: float) -> Iterator[Likeness]:
    """Yield the pairs of persons whose names may mean one, in no particular order."""
    named = {identity: corpus_words(identity) for identity in identities if is_whole_person(identity)}
    yield from alike(named, lambda own: [skeleton_of(own)], spelled(min_spelling_score))
    yield from alike(named, lambda own: [consonants(own)], joined)
    yield from alike(named, lambda own: [" ".join(map(loose_sound, own))], heard_loosely(min_spelling_score))
    plain = {identity: nickless(own) for identity, own in named.items()}
    yield from alike(plain, lambda own: [skeleton_of(own)], nicknamed(named))
    yield from misprints(named)
    yield from longer_names(plain)


def is_whole_person(identity: str) -> bool:
    """Return whether an identity is a person with two names and more, wherever it stands."""
    return identity.startswith("PERSON|") and identity.count("|") == 1 and " " in identity


def corpus_words(identity: str) -> Words:
    """Return the words of a person's name without titles of descent, and without the father's name that Russians bear."""
    own = person_words(identity.split("|")[1])
    inner = {word for word in own[1:-1] if FATHERS_NAME.search(word)}
    kept = tuple(word for word in own if word not in DESCENT and word not in inner)
    relative = relative_of(identity.split("|")[1])
    return (*(kept if len(kept) >= MIN_WORDS else own), *([relative] if relative else []))


def nickless(own: Words) -> Words:
    """Return the words with a nickname in front written out."""
    return (NICKNAMES.get(own[0], own[0]), *own[1:])


Compare = Callable[[str, Words, str, Words], Likeness | None]


def alike(named: Mapping[str, Words], keys: Callable[[Words], list[str]], compare: Compare) -> Iterator[Likeness]:
    """Yield what a comparison finds among the names that share a key."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for identity, own in named.items():
        if len(own) >= MIN_WORDS:
            for key in keys(own):
                blocks[key].append(identity)
    for block in (block for block in blocks.values() if len(block) > 1):
        for number, a in enumerate(block):
            for b in block[number + 1 : number + 1 + MAX_BLOCK]:
                if (found := compare(a, named[a], b, named[b])) is not None:
                    yield found


def spelled(min_score: float) -> Compare:
    """Return the comparison of two names with one skeleton."""

    def compare(a: str, own: Words, b: str, other: Words) -> Likeness | None:
        score = spelling_score(own, other, min_score)
        if are_two(own, other):
            return Likeness(a, b, "misprint", score, False) if score and not is_chinese(own) else None
        if score:
            return Likeness(a, b, "spelling", score, True)
        if list(map(sound, own)) == list(map(sound, other)):
            return Likeness(a, b, "near_spelling", ratio(a, b) / 100, False)
        return None

    return compare


def are_two(own: Words, other: Words) -> bool:
    """Return whether two names are both written in their own letters, and not in the same ones."""
    if not (is_exact(own) and is_exact(other)) or letters("".join(own)) == letters("".join(other)):
        return False
    return len(own) != len(other) or any(
        letters(x) != letters(y) and not is_slip(x, y) for x, y in zip(own, other, strict=True)
    )


def is_slip(x: str, y: str) -> bool:
    """Return whether two long words that sound alike differ in a letter too many, not in one for another: Petersen, Peterson."""
    return min(len(x), len(y)) >= MIN_SLIP and len(x) != len(y) and OSA.distance(x, y) == 1


def joined(a: str, own: Words, b: str, other: Words) -> Likeness | None:
    """Return the likeness of two names that sound the same written as one word, cut into other words."""
    if len(own) == len(other) or are_two(own, other):
        return None  # cut alike: the comparison of spellings looks at each word
    if any(len(word) == 1 or word in RELATIVES for word in own + other) and "".join(own) != "".join(other):
        return None  # an initial or a "III" is heard as part of its neighbour
    if joined_sound(own) != joined_sound(other):
        return None
    return Likeness(a, b, "spelling", ratio(a.replace(" ", ""), b.replace(" ", "")) / 100, True)


def heard_loosely(min_score: float) -> Compare:
    """Return the comparison of two names that sound alike to one who hears fewer differences, and are no sure spellings."""

    def compare(a: str, own: Words, b: str, other: Words) -> Likeness | None:
        if are_two(own, other) or (skeleton_of(own) == skeleton_of(other) and spelling_score(own, other, min_score)):
            return None
        return Likeness(a, b, "near_spelling", ratio(a, b) / 100, False)

    return compare


def nicknamed(named: Mapping[str, Words]) -> Compare:
    """Return the comparison of two names that sound the same once a nickname is written out."""

    def compare(a: str, own: Words, b: str, other: Words) -> Likeness | None:
        if named[a][0] == named[b][0] or any(
            key_word(x, own) != key_word(y, other) for x, y in zip(own, other, strict=True)
        ):
            return None
        return Likeness(a, b, "nickname", ratio(a, b) / 100, False)

    return compare


def misprints(named: Mapping[str, Words]) -> Iterator[Likeness]:
    """Yield the names that differ in one letter."""

    def compare(a: str, own: Words, b: str, other: Words) -> Likeness | None:
        if not is_misprint(own, other):
            return None
        return Likeness(a, b, "misprint", ratio(a, b) / 100, False)

    def keys(own: Words) -> list[str]:
        sounds = [sound(word) for word in own]
        return [" ".join([*sounds[:i], word[0], *sounds[i + 1 :]]) for i, word in enumerate(own)]

    yield from alike(named, keys, compare)


def longer_names(named: Mapping[str, Words]) -> Iterator[Likeness]:
    """Yield each name with the longer ones that hold it, found by their parts of one name less, or by their initials."""
    whole: dict[str, list[str]] = defaultdict(list)
    for identity, own in named.items():
        whole[skeleton_of(own)].append(identity)
    for identity, own in named.items():
        for part in parts_of(own):
            for shorter in whole.get(skeleton_of(part), ())[:MAX_BLOCK]:
                if shorter == identity or (named[shorter][-1] not in RELATIVES and own[-1] in RELATIVES):
                    continue
                if holds(own, named[shorter]):
                    yield Likeness(shorter, identity, "short_form", len(part) / len(own), False)
                elif own[-len(part) :] == part:
                    yield Likeness(shorter, identity, "fathers_name", len(part) / len(own), False)


def parts_of(own: Words) -> set[Words]:
    """Return a name without its first, its last, or some of its middle words, and with initials; two words at least."""
    parts = {own[:n] for n in range(MIN_WORDS, len(own))} | {own[-n:] for n in range(MIN_WORDS, len(own))}
    parts |= {own[:n] + own[n + 1 :] for n in range(1, len(own) - 1)}
    if len(own) > MIN_WORDS:
        parts.add((own[0], own[-1]))
    if len(own[0]) > 1:
        parts.add((own[0][0], own[-1]))
        parts.add((*(word[0] for word in own[:-1]), own[-1]))
    return parts
