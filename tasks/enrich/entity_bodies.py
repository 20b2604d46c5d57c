"""A body's name as linking compares it: in one spelling of English, without small words, translated, its country apart."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from tasks.enrich.demonyms import AMBIGUOUS, DEMONYMS
from tasks.enrich.folding import fold
from tasks.enrich.places import place_list
from tasks.enrich.transliteration import JOINED_PARTICLE
from tasks.enrich.word_lists import words

AMERICAN: Final = {
    "isation": "ization", "centre": "center", "defence": "defense", "labour": "labor", "programme": "program", "peoples": "people",
}  # fmt: skip
BRITISH: Final = re.compile("|".join(AMERICAN))
# Words of the region's languages that papers print translated or not. Mind the meaning: a jamaat is a society, not an army.
TRANSLATED: Final[dict[str, str]] = {
    word: english
    for english, own in {
        "army": "jaish jaysh", "brigade": "liwa",
        "front": "jabhat jabhah jebhat", "movement": "harakat harkat tehreek tehrik tahrik tahreek",
        "party": "hizb", "brigades": "kataib katibat", "council": "majlis", "supporters": "ansar", "companions": "sahaba",
        "soldiers": "jund junud", "league": "rabita", "students": "tulaba",
    }.items()
    for word in own.split()
}  # fmt: skip
# A body whose name begins so is no person and no place, whatever the model says.
STARTERS: Final = frozenset(TRANSLATED) | words(
    "lashkar lashkare jamaat jamiat hizbul ahrar liwa faylaq hayat asaib saraya sipah"
)
ARTICLES: Final = words("al el ul ur ud ut")
SMALL: Final = ARTICLES | words("the of and for in on to e i y de a an")
TURNING: Final = words("of for on")  # University of Kellan, Committee for Tides
# Behind a name of two words and more, they only say what it is. "Party" is none of them: it tells a party from a movement.
TELLING_NOTHING: Final = words("group movement organization organisation network militia faction company fc afc cf")
ISLAMIC: Final = "islamic"
# What a company is before the law, printed or not.
LEGAL: Final = words("ltd limited plc inc incorporated corp llc llp lp gmbh nv bv co spa asa oyj bhd pjsc jsc")
BEFORE_LTD: Final = words("pty pvt private")
ABBREVIATED: Final = {
    "st": "saint",
    "un": "united nations",
    "us": "united states",
    "uk": "united kingdom",
    "eu": "european union",
}
# The American Football League is not the United States Football League.
NO_DEMONYM: Final = "american"
SHORT: Final = 5  # letters of a word that is no plural: Hamas


class Body(NamedTuple):
    """A body's name as it is compared.

    `telling`: its larger words, translated; `country`: the one it begins or ends with; `tail`: a word behind that says what it
    is; `joined`: its larger words written as one; `is_legal`: the name ends in what it is before the law.
    """

    name: str
    telling: tuple[str, ...]
    country: str
    tail: str
    joined: str
    may_turn: bool
    is_legal: bool


@lru_cache(maxsize=20_000)
def body_of(name: str) -> Body:
    """Return a folded name as it is compared."""
    spelled = BRITISH.sub(lambda match: AMERICAN[match.group()], spelled_out(name)).split()
    last = len(spelled) - 1  # "Candidate Y": the letter tells it from another
    larger = [word for place, word in enumerate(spelled) if word not in SMALL or place == last > 0]
    own, country = without_country(larger)
    is_legal = len(own) > 1 and own[-1] in LEGAL
    while len(own) > 1 and own[-1] in (LEGAL | BEFORE_LTD if is_legal else ()):
        own = own[:-1]
    tail, n_apart = "", bool(country)
    if len(own) + n_apart > 2 and own[-1] in TELLING_NOTHING:
        own, tail = own[:-1], own[-1]
        if len(own) + n_apart > 2 and own[-1] == ISLAMIC:
            own, tail = own[:-1], f"{ISLAMIC} {tail}"
    telling = tuple(TRANSLATED.get(word, word) for word in own)
    telling = tuple(map(singular, telling)) if len(telling) + n_apart > 2 else telling  # Public School, Public Schools
    may_turn = (
        not TURNING.isdisjoint(spelled) or bool(country) or own[:1] != [TRANSLATED.get(word, word) for word in own[:1]]
    )
    return Body(name, telling, country, tail, "".join(own), may_turn, is_legal)


def spelled_out(name: str) -> str:
    """Return a folded name with letters joined that dots or an apostrophe had parted, and known abbreviations written out."""
    parts: list[str] = []
    letters = False
    for word in name.split():
        is_letter = len(word) == 1 and word.isalpha()
        if parts and is_letter and (letters or word == "s"):
            parts[-1] += word
        else:
            parts.append(word)
            letters = is_letter
    written = [ABBREVIATED.get(word, word) for word in parts] if len(parts) > 1 else parts
    return JOINED_PARTICLE.sub(lambda match: "" if stem_of(match) in STARTERS else match.group(), " ".join(written))


def stem_of(match: re.Match[str]) -> str:
    """Return the word before a particle that is written as one with it: 'hizb' of 'hizbul'."""
    return match.string[: match.start()].rpartition(" ")[2]


def without_country(own: list[str]) -> tuple[list[str], str]:
    """Return the words without the country that they begin or end with, and the country; 'Norlander X' is 'X of Norland'."""
    found = []
    for n in (1, 2):
        if len(own) > n:
            found += [(country, rest) for part, rest in ((own[:n], own[n:]), (own[-n:], own[:-n]))
                      if (country := country_of(" ".join(part)))]  # fmt: skip
    if not found or len({country for country, _ in found}) > 1:
        return own, ""
    country, rest = found[-1]
    return rest, country


def country_of(word: str) -> str:
    """Return the country that folded words mean, as an adjective or a name; empty for none."""
    return countries().get(word, "")


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Return the countries by folded name and adjective."""
    called = {name: place.country for name, place in place_list().listed.items() if place.is_country and place.country}
    called |= {fold(adjective): country for adjective, country in DEMONYMS.items()}
    return {name: country for name, country in called.items() if name not in (NO_DEMONYM, fold(AMBIGUOUS))}


def singular(word: str) -> str:
    """Return a longer word without its s: of Guard Corps, Guards Corps."""
    return word[:-1] if len(word) > SHORT and word[-1] == "s" and word[-2] not in "sui" else word
