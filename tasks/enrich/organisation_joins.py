"""Which organisations of a corpus may be one: spellings, translations, another order of the same words, a word that says little."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from rapidfuzz.fuzz import ratio

from tasks.enrich.acronyms import initials
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.person_joins import MAX_BLOCK, Likeness, misprints
from tasks.enrich.transliteration import sound
from tasks.enrich.word_lists import words

AMERICAN: Final = {
    "isation": "ization", "centre": "center", "defence": "defense", "labour": "labor", "programme": "program", "peoples": "people",
}  # fmt: skip
BRITISH: Final = re.compile("|".join(AMERICAN))
# Words of the region's languages that papers print translated or not. Mind the meaning: a jamaat is a society, not an army.
TRANSLATED: Final[dict[str, str]] = {
    word: english
    for english, own in {
        "army": "jaish jaysh jaysh", "front": "jabhat jabhah jebhat", "movement": "harakat harkat tehreek tehrik tahrik tahreek",
        "party": "hizb", "brigades": "kataib katibat", "council": "majlis", "supporters": "ansar", "companions": "sahaba",
        "soldiers": "jund junud", "league": "rabita", "students": "tulaba",
    }.items()
    for word in own.split()
}  # fmt: skip
# A body whose name begins so is no person and no place, whatever the model says.
STARTERS: Final = frozenset(TRANSLATED) | words(
    "lashkar lashkare jamaat jamiat hizbul ahrar liwa faylaq hayat asaib saraya sipah"
)
ARTICLES: Final = words("al el ul ur ud")
SMALL: Final = ARTICLES | words("the of and for in on to e i y de a an")
# Behind a name of two words and more, they only say what it is. "Party" is none of them: it tells a party from a movement.
TELLING_NOTHING: Final = words("group movement organization organisation network militia faction")
ISLAMIC: Final = "islamic"
ONE_WORD: Final = 7  # letters: a single word that sounds alike is the same name when it is long: Hizbollah, Hezbullah
BESIDE_ARTICLE: Final = 5  # letters: al-Qaida, al-Qaeda
OF_TWO_WORDS: Final = 5  # letters: two bodies of two words can differ in one letter of a short word
SURE: Final = {
    "spelling": 1.0,
    "translation": 0.95,
    "word_order": 0.95,
    "long_form": 0.9,
    "abbreviation": 0.9,
    "acronym": 0.8,
}
MIN_INITIALS: Final = 3  # two letters are anybody's


class Body(NamedTuple):
    """A body's name as it is compared. `telling`: its larger words, translated; `tail`: a word behind that says what it is."""

    name: str
    telling: tuple[str, ...]
    tail: str
    may_turn: bool


def organisation_likenesses(identities: Iterable[str]) -> Iterator[Likeness]:
    """Yield the pairs of organisations whose names mean one, in no particular order."""
    bodies = {identity: body_of(identity.split("|")[1]) for identity in identities if is_organisation(identity)}
    yield from alike_bodies(bodies)
    yield from misprints({i: body.telling for i, body in bodies.items()})
    yield from factions(bodies)
    yield from initials_of(bodies)


def alike_bodies(bodies: Mapping[str, Body]) -> Iterator[Likeness]:
    """Yield the bodies whose names sound the same but for what says little."""
    blocks: dict[str, list[tuple[str, Body]]] = defaultdict(list)
    for identity, body in bodies.items():
        if is_long_enough(body):
            blocks[" ".join(sorted(map(sound, body.telling)))].append((identity, body))
    for block in blocks.values():
        for number, (a, own) in enumerate(block):
            for b, other in block[number + 1 : number + 1 + MAX_BLOCK]:
                if (method := how_alike(own, other)) is not None:
                    yield Likeness(a, b, method, ratio(own.name, other.name) / 100 * SURE[method], True)


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


def is_organisation(identity: str) -> bool:
    """Return whether an identity is a body, by its class or by its first word, wherever it stands."""
    kind, name, *scope = identity.split("|")
    first, _, rest = name.partition(" ")
    return not scope and (kind == "ORG" or (bool(rest) and first in STARTERS))


def body_of(name: str) -> Body:
    """Return a folded name as it is compared: American spelling, small words out, the region's words translated."""
    spelled = BRITISH.sub(lambda match: AMERICAN[match.group()], name).split()
    own = [word for word in spelled if word not in SMALL]
    tail = ""
    if len(own) > 2 and own[-1] in TELLING_NOTHING:
        own, tail = own[:-1], own[-1]
        if len(own) > 2 and own[-1] == ISLAMIC:
            own, tail = own[:-1], f"{ISLAMIC} {tail}"
    may_turn = "of" in spelled or own[:1] != [TRANSLATED.get(word, word) for word in own[:1]]
    return Body(name, tuple(TRANSLATED.get(word, word) for word in own), tail, may_turn)


def is_long_enough(body: Body) -> bool:
    """Return whether a body's name can be joined by its sound at all."""
    if len(body.telling) != 1:
        return bool(body.telling)
    needed = BESIDE_ARTICLE if body.name.split()[0] in ARTICLES else ONE_WORD
    return len(body.telling[0]) >= needed


def how_alike(a: Body, b: Body) -> str | None:
    """Return what makes two names one, of those with the same sounds; None when it may be two bodies."""
    if a.tail and b.tail and a.tail != b.tail:
        return None
    turned = tuple(map(sound, a.telling)) != tuple(map(sound, b.telling))
    if turned and not ((a.may_turn or b.may_turn) and is_turned(a.telling, b.telling)):
        return None
    differing = [(x, y) for x, y in zip(sorted(a.telling), sorted(b.telling), strict=True) if x != y]
    if len(a.telling) <= 2 and any(min(len(x), len(y)) < OF_TWO_WORDS for x, y in differing):
        return None
    if set(a.name.split()) & TRANSLATED.keys() != set(b.name.split()) & TRANSLATED.keys():
        return "translation"
    if turned:
        return "word_order"
    return "long_form" if a.tail != b.tail else "spelling"


def is_turned(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether one name is the other with its front moved to its end: University of Kellan, Kellan University."""
    own, other = tuple(map(sound, a)), tuple(map(sound, b))
    return any(own[n:] + own[:n] == other for n in range(1, len(own)))
