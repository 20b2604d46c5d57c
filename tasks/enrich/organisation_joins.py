"""Which organisations of a corpus may be one: spellings, translations, another order of the same words, a word that says little."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rapidfuzz.fuzz import ratio

from tasks.enrich.acronyms import initials
from tasks.enrich.entity_bodies import ARTICLES, STARTERS, TRANSLATED, Body, body_of
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.person_joins import MAX_BLOCK, Likeness, misprints
from tasks.enrich.transliteration import sound, word_skeleton
from tasks.enrich.word_lists import words

ONE_WORD: Final = 7  # letters: a single word that sounds alike is the same name when it is long: Hizbollah, Hezbullah
BESIDE_ARTICLE: Final = 5  # letters: al-Qaida, al-Qaeda
OF_TWO_WORDS: Final = 5  # letters: two bodies of two words can differ in one letter of a short word
OF_MORE_WORDS: Final = 3  # words: of so many, one may lack a vowel that is heard or not: Janata, Janta
MIN_HEARD: Final = 0.85  # of the letters of such a word (rapidfuzz ratio)
SURE: Final = {
    "spelling": 1.0,
    "translation": 0.95,
    "word_order": 0.95,
    "long_form": 0.9,
    "abbreviation": 0.9,
    "acronym": 0.8,
}
NEW_LETTERS: Final = ("translation", "word_order")  # how far the letters agree says nothing there
# Behind a name of one word, what it is, printed or not; a "State Party" is no State: their company has to say.
KINDS: Final = words(
    "fc afc movement group party newspaper daily television tv channel radio agency network company club bank airlines"
)
NO_VOWELS: Final = str.maketrans("", "", "aeiouyh")
MIN_COMPANY: Final = 4  # letters: a shorter name may be anything, with "Inc" or without
MIN_INITIALS: Final = 3  # two letters are anybody's


def organisation_likenesses(identities: Iterable[str]) -> Iterator[Likeness]:
    """Yield the pairs of organisations whose names mean one, in no particular order."""
    bodies = {identity: body_of(identity.split("|")[1]) for identity in identities if is_organisation(identity)}
    yield from alike_bodies(bodies)
    yield from misprints({i: (*body.telling, *filter(None, [body.country])) for i, body in bodies.items()})
    yield from factions(bodies)
    yield from initials_of(bodies)
    yield from clipped(bodies)


def alike_bodies(bodies: Mapping[str, Body]) -> Iterator[Likeness]:
    """Yield the bodies whose names sound the same but for what says little."""
    blocks: dict[str, list[tuple[str, Body]]] = defaultdict(list)
    for identity, body in bodies.items():
        blocks[f"{body.country} {' '.join(sorted(map(word_skeleton, body.telling)))}"].append((identity, body))
        blocks[f"{body.country}={body.joined.translate(NO_VOWELS)}"].append((identity, body))
    for block in (block for block in blocks.values() if len(block) > 1):
        for number, (a, own) in enumerate(block):
            for b, other in block[number + 1 : number + 1 + MAX_BLOCK]:
                if (method := how_alike(own, other)) is not None:
                    letters = 1.0 if method in NEW_LETTERS else ratio(own.name, other.name) / 100
                    yield Likeness(a, b, method, letters * SURE[method], True)


def factions(bodies: Mapping[str, Body]) -> Iterator[Likeness]:
    """Yield 'Harbour League-N' with the only 'Harbour League-Norland'."""
    longer: dict[tuple[str, str], list[str]] = defaultdict(list)
    for identity, body in bodies.items():
        front, _, last = body.name.rpartition(" ")
        if " " in front and len(last) > 1:
            longer[front, last[0]].append(identity)
    for identity, body in bodies.items():
        front, _, last = body.name.rpartition(" ")
        whole = longer.get((front, last), []) if len(last) == 1 else []
        if len(whole) == 1:
            yield Likeness(identity, whole[0], "abbreviation", SURE["abbreviation"], True)


def initials_of(bodies: Mapping[str, Body]) -> Iterator[Likeness]:
    """Yield names that are the initials of longer ones; whether they mean them, their company has to say."""
    longer: dict[str, list[str]] = defaultdict(list)
    for identity, body in bodies.items():
        if body.name.count(" ") >= 2:
            for letters in initials(body.name):
                longer[letters].append(identity)
    for identity, body in bodies.items():
        letters = body.name.replace(" ", "")
        if len(letters) >= MIN_INITIALS and body.name.count(" ") <= 1 and body.name not in gazetteer().ambiguous:
            for whole in longer.get(letters, ())[:MAX_BLOCK]:
                yield Likeness(identity, whole, "acronym", SURE["acronym"], False)


def clipped(bodies: Mapping[str, Body]) -> Iterator[Likeness]:
    """Yield names of one word and of that word with what it is: Kellanix, the Kellanix Party."""
    short: dict[str, list[str]] = defaultdict(list)
    for identity, body in bodies.items():
        if len(body.telling) == 1 and not body.country and len(body.joined) >= MIN_COMPANY:
            short[body.telling[0]].append(identity)
    for identity, body in bodies.items():
        own = [word for word in body.name.split() if word not in ARTICLES and word != "the"]
        if len(own) == 2 and own[1] in KINDS:
            for whole in short.get(own[0], ())[:MAX_BLOCK]:
                yield Likeness(whole, identity, "short_form", SURE["long_form"], False)


def is_organisation(identity: str) -> bool:
    """Return whether an identity is a body, by its class or by its first word, wherever it stands."""
    kind, name, *scope = identity.split("|")
    first, _, rest = name.partition(" ")
    return not scope and (kind == "ORG" or (bool(rest) and first in STARTERS))


def is_long_enough(body: Body) -> bool:
    """Return whether a body's name can be joined by its sound at all."""
    if len(body.telling) > 1:
        return True
    needed = BESIDE_ARTICLE if body.name.split()[0] in ARTICLES else ONE_WORD
    return len(body.joined) >= needed


def how_alike(a: Body, b: Body) -> str | None:
    """Return what makes two names one, of those with the same sounds; None when it may be two bodies."""
    if a.tail and b.tail and a.tail != b.tail:
        return None
    if a.telling == b.telling and a.is_legal != b.is_legal and len(a.joined) >= MIN_COMPANY:
        return "long_form"
    if not (is_long_enough(a) and is_long_enough(b)):
        return None
    if len(a.telling) != len(b.telling):  # the words are cut in another way
        return "spelling" if not a.tail and not b.tail and sound(a.joined) == sound(b.joined) else None
    turned = tuple(map(word_skeleton, a.telling)) != tuple(map(word_skeleton, b.telling))
    if turned and not ((a.may_turn or b.may_turn) and is_turned(a, b)):
        return None
    if not are_spellings(a, b):
        return None
    if set(a.name.split()) & TRANSLATED.keys() != set(b.name.split()) & TRANSLATED.keys():
        return "translation"
    if turned:
        return "word_order"
    return "long_form" if a.tail != b.tail else "spelling"


def are_spellings(a: Body, b: Body) -> bool:
    """Return whether all words of two bodies are spellings of one another."""
    n = len(a.telling) + bool(a.country)
    for x, y in zip(sorted(a.telling, key=word_skeleton), sorted(b.telling, key=word_skeleton), strict=True):
        if x != y and n < OF_MORE_WORDS and min(len(x), len(y)) < OF_TWO_WORDS:
            return False
        if sound(x) != sound(y) and (n < OF_MORE_WORDS or ratio(x, y) / 100 < MIN_HEARD):
            return False
    return True


def is_turned(a: Body, b: Body) -> bool:
    """Return whether one name is the other with its front moved to its end: University of Kellan, Kellan University.

    Of two words, they have the same letters: the Houses of Kellan are no Kellan House.
    """
    if len(a.telling) == 2 and sorted("".join(a.telling)) != sorted("".join(b.telling)):
        return False
    own, other = (tuple(map(word_skeleton, body.telling)) for body in (a, b))
    return any(own[n:] + own[:n] == other for n in range(1, len(own)))
