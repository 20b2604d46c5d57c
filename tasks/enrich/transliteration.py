"""Compare two spellings of a name that came from another script: Qaddafi and Gaddafi, Zia ul Haq and Ziaul Haq."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from tasks.enrich.folding import fold

# Particles that join or lead a name and are written or left out at will.
PARTICLES: Final = frozenset({"al", "el", "ul", "ur", "ud", "us", "uz", "un", "ush", "ad", "ar", "as", "az", "ash"})
JOINED_PARTICLE: Final = re.compile(r"(?<=[a-z]{3})(?:ul|ur|ud|us|uz|el)$")
# One name each, in more spellings than rules can hold.
NAMES: Final[dict[str, str]] = {
    spelling: name
    for name, spellings in {
        "muhammad": "mohammed mohammad mohamed mohamad muhammed muhamad mohammod mohamud muhammad mahomed",
        "gaddafi": "gaddafi qaddafi gadhafi qadhafi kadhafi gadafi qadafi kadafi kaddafi",
        "muammar": "muammar moammar muammer moamer muamar",
        "abd": "abd abdul abdel abdal abdol",
        "yusuf": "yusuf yousuf yousef youssef yusef yousaf yusof",
        "hussain": "hussain hussein husain husayn hossein hussien husein",
        "ahmad": "ahmad ahmed ahmet",
        "fazl": "fazl fazal fazel",
    }.items()
    for spelling in spellings.split()
}
RULES: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"eh(?=[mr])|ah(?=[mr])", "ah"),
        (r"ph", "f"),
        (r"[kq]h|q|c(?!h)|ck", "k"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"w", "v"),
        (r"j|zh", "j"),
        (r"(?<=[aeiou])h(?=$|[^aeiou])", ""),
        (r"ou|oo|u|o", "u"),
        (r"ai|ay|ei|ey|ee|ie|ia(?=[^aeiou])|i|y|e", "i"),
        (r"(.)\1+", r"\1"),
    )
)
VOWELS: Final = re.compile(r"(?<!^)[aiu](?!$)")
MIN_SKELETON: Final = 4  # with fewer consonants the vowels decide: Hasan is not Husain, Karim is not Karam


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """Return the folded `word` as it sounds: vowels in three classes, no doubled letters, one sign a consonant."""
    if len(word) <= 2:
        return word
    word = NAMES.get(word, word)
    for pattern, instead in RULES:
        word = pattern.sub(instead, word)
    return word


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it: folded, without particles, free or joined."""
    words = [word for word in fold(name).split() if word not in PARTICLES]
    return tuple(
        JOINED_PARTICLE.sub("", word) if word not in NAMES and number < len(words) - 1 else word
        for number, word in enumerate(words)
    )


def skeleton(name: str) -> str:
    """Return the key under which spellings of one name meet: the sounds without inner vowels, word by word."""
    return " ".join(VOWELS.sub("", sound(word)) for word in name_words(name))


def spelling_score(a: str, b: str, min_score: float) -> float:
    """Return how alike two spellings with equal skeletons are, 0 to 1; 0 when one word says they are two names."""
    words = list(zip(name_words(a), name_words(b), strict=True))
    if all(one_word(x, y, min_score) for x, y in words):
        return ratio(fold(a), fold(b)) / 100
    return 0.0


def one_word(a: str, b: str, min_score: float) -> bool:
    """Return whether two words with one skeleton are spellings of one another."""
    if sound(a) == sound(b):
        return True
    long_enough = len(VOWELS.sub("", sound(a))) >= MIN_SKELETON
    return long_enough and ratio(a, b) / 100 >= min_score
