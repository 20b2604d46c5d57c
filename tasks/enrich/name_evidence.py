"""What an article shows about each of its names: how the model classed it, how it is spelled, what stands beside it, its kin.

Each sign is a line of text, 'behind: said', with a weight; `name_weights` knows what signs speak for which class.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.honorifics import honorific_before
from tasks.enrich.name_usage import Usage, usage_signs
from tasks.enrich.names import Name
from tasks.enrich.peoples import is_people
from tasks.enrich.places import place_list

REACH: Final = 28  # characters in which the two words beside a name stand
N_WORDS_BESIDE: Final = 2
MAX_WORDS: Final = 4  # longer names are all alike
MAX_SHAPE: Final = 12  # characters
N_LETTERS: Final = 3  # of the beginnings and ends of words
WORD: Final = re.compile(r"[^\W_][\w’'-]*|\S|\n")
SENTENCE_WORDS: Final = frozenset({"The", "In", "On", "At", "But", "And"})  # a capital tells nothing about these
TITLE_MARKS: Final = frozenset({".", ")"})
REPEATED: Final = re.compile(r"(.)\1+")
PARTS: Final = re.compile(r"[ -]")


@dataclass(frozen=True)
class Seen:
    """A surface, its names, the article's passages, the classes of the longer names with its words, and the usage of names."""

    surface: str
    names: Sequence[Name]
    texts: Sequence[str]
    kin: Mapping[str, Mapping[tuple[str, str], int]]
    usage: Usage


def evidence(
    names: Sequence[Name], texts: Sequence[str], usage: Usage, is_settled: Callable[[str], bool] = lambda _: False
) -> dict[str, dict[str, float]]:
    """Return the signs of every surface that no list and nothing else settles; `texts` are the article's passages."""
    places: dict[str, list[Name]] = {}
    kin: dict[str, Counter[tuple[str, str]]] = {}
    for name in names:
        places.setdefault(name.surface, []).append(name)
        for word in name.surface.split(" "):
            kin.setdefault(word, Counter())[name.surface, name.type] += 1
    return {
        surface: signs(Seen(surface, found, texts, kin, usage))
        for surface, found in places.items()
        if is_open(surface) and not is_settled(surface)
    }


def is_open(surface: str) -> bool:
    """Return whether no list settles what a surface is."""
    return not is_people(surface) and gazetteer().known(surface) is None


def signs(seen: Seen) -> dict[str, float]:
    """Return the signs of one surface."""
    return {sign: weight for rule in RULES for sign, weight in rule(seen).items()}


def votes(seen: Seen) -> dict[str, float]:
    """Return which classes the model gives the surface in this article."""
    counts = Counter(name.type for name in seen.names)
    most = counts.most_common(1)[0][0]
    length = "a word" if " " not in seen.surface else "words"
    shares = {f"model: {kind}": n / len(seen.names) for kind, n in counts.items()}
    return shares | {f"mostly {most}, {length}, {'once' if len(seen.names) == 1 else 'often'}": 1.0}


def spelling(seen: Seen) -> dict[str, float]:
    """Return what the letters of the surface look like."""
    return signs_of_letters(seen.surface)


@lru_cache(maxsize=2**12)
def signs_of_letters(surface: str) -> dict[str, float]:
    """Return the signs of a surface that no article changes."""
    words = surface.split(" ")
    found = {f"first: {words[0].lower()}": 1.0, f"last: {words[-1].lower()}": 1.0}
    for part in PARTS.split(surface):
        found[f"begins: {part[:N_LETTERS].lower()}"] = found[f"ends: {part[-N_LETTERS:].lower()}"] = 0.5
    found[f"words: {min(MAX_WORDS, len(words))}"] = found[f"shape: {shape(surface)}"] = 1.0
    if any(word[:1].islower() for word in words):
        found["small words"] = 1.0
    return found


def shape(surface: str) -> str:
    """Return capitals as X, small letters as x and digits as d, repeated ones once."""
    kinds = ("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in surface)
    return REPEATED.sub(r"\1", "".join(kinds))[:MAX_SHAPE]


def surroundings(seen: Seen) -> dict[str, float]:
    """Return the two words before and behind the surface wherever it stands, and whether a title does."""
    found: dict[str, float] = {}
    share = 1 / len(seen.names)
    for name in seen.names:
        text = seen.texts[name.passage]
        before = WORD.findall(text[max(0, name.start - REACH) : name.start])[-N_WORDS_BESIDE:]
        behind = WORD.findall(text[name.end : name.end + REACH])[:N_WORDS_BESIDE]
        beside = [f"before {at}: {beside_form(word)}" for at, word in enumerate(reversed(before), start=1)]
        beside += [f"behind {at}: {beside_form(word)}" for at, word in enumerate(behind, start=1)]
        if name.honorific or name.role or (ends_as_titles_do(before) and honorific_before(text, name.start)):
            beside.append("title")
        for sign in beside:
            found[sign] = found.get(sign, 0.0) + share
    return found


def ends_as_titles_do(words: Sequence[str]) -> bool:
    """Return whether the words before a name may be a title, which costs more to look for: 'Gen.', 'Col (retd)', 'Sheikh'."""
    return bool(words) and (words[-1] in TITLE_MARKS or words[-1][0].isupper())


def beside_form(word: str) -> str:
    """Return a word in small letters; one with a capital only as that, for which it is says nothing about the next article."""
    return "Xx" if word[0].isupper() and word not in SENTENCE_WORDS else word.lower()


def lists(seen: Seen) -> dict[str, float]:
    """Return what the list of places knows about the surface."""
    places = place_list()
    known = (
        ("place", places.knows(seen.surface)),
        ("large place", places.is_large(seen.surface)),
        ("metropolis", places.is_metropolis(seen.surface)),
    )
    return {sign: 1.0 for sign, holds in known if holds}


def elsewhere(seen: Seen) -> dict[str, float]:
    """Return what other articles made of the surface and its words."""
    return usage_signs(seen.surface, seen.usage)


def relatives(seen: Seen) -> dict[str, float]:
    """Return the classes of the article's other names that share a word with this one, and at which end of them it stands."""
    return dict.fromkeys(kin_signs(seen), 1.0)


def kin_signs(seen: Seen) -> Iterator[str]:
    """Yield a sign for every word of the surface that other names of the article have."""
    for word in seen.surface.split(" "):
        ends: dict[str, Counter[str]] = {}
        for (other, kind), n in seen.kin[word].items():
            if other != seen.surface:
                ends.setdefault("shares a word", Counter())[kind] += n
                if word == seen.surface and other.endswith(f" {word}"):
                    ends.setdefault("is the last word", Counter())[kind] += n
                if word == seen.surface and other.startswith(f"{word} "):
                    ends.setdefault("is the first word", Counter())[kind] += n
        for how, kinds in ends.items():
            yield f"{how}: {kinds.most_common(1)[0][0]}"


RULES: Final[tuple[Callable[[Seen], dict[str, float]], ...]] = (
    votes,
    spelling,
    surroundings,
    lists,
    elsewhere,
    relatives,
)
