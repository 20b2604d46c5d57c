"""The words that carry a person's name, and whether one name holds another."""

from functools import lru_cache
from typing import Final

from tasks.enrich.exact_names import key_word
from tasks.enrich.folding import fold
from tasks.enrich.nicknames import NICKNAMES
from tasks.enrich.transliteration import name_words, sound
from tasks.enrich.word_lists import words

RELATIVES: Final = words("jr sr ii iii")
# "bin Salman" and "al-Assad" are surnames, however many words they have.
FATHER: Final = words("bin ibn bint")
# Of descent or rank: before a full name they are printed or left out, and alone before one name they make it full.
LEFT_OUT: Final = words(
    "syed syeda sayed sayyed sayyid saiyid seyed chaudhry chaudhary chaudhri choudhry choudhury choudhary chowdhury chaudry ch"
)
Words = tuple[str, ...]


@lru_cache(maxsize=20_000)
def person_words(surface: str) -> Words:
    """Return the words of a person's name that carry it; at least one."""
    own = tuple(word for word in name_words(surface) if word not in RELATIVES)
    while len(own) > 1 and own[0] in FATHER:
        own = own[1:]
    if len(own) > 2 and own[0] in LEFT_OUT:
        own = own[1:]
    return own or (fold(surface),)


def relative_of(surface: str) -> str:
    """Return the word behind a name that tells a son from his father; empty when there is none."""
    last = fold(surface).rpartition(" ")[2]
    return last if last in RELATIVES else ""


def sounds_of(surface: str) -> Words:
    """Return the sounds of a name, a nickname in front written out."""
    first, *others = person_words(surface)
    own = (NICKNAMES.get(first, first), *others)
    return (*(key_word(word, own) for word in own), relative_of(surface))


def holds(longer: Words, shorter: Words) -> bool:
    """Return whether `longer` is `shorter` with more names behind, with more between its first and its last, or written out.

    With a name before, it may be a child that bears the father's whole name: then only initials, or 'Abdul', say that it is one.
    """
    n = len(shorter)
    if len(longer) < n or longer == shorter:
        return False
    if len(longer) == n:
        return any(len(word) == 1 for word in shorter) and all(map(fits, shorter, longer))
    parts = [longer[:n]]
    if all(len(word) == 1 for word in longer[:-n]) or (n == 2 and sound(shorter[0]) == sound("abdul")):
        parts.append(longer[-n:])
    return any(all(map(fits, shorter, part)) for part in parts) or is_between(longer, shorter)


def is_between(longer: Words, shorter: Words) -> bool:
    """Return whether names between the first and the last were left out: of several initials, all or none.

    George W. Bush is not George H. W. Bush.
    """
    if not (fits(shorter[0], longer[0]) and fits(shorter[-1], longer[-1])):
        return False
    inner, left = iter(longer[1:-1]), [word for word in longer[1:-1] if len(word) == 1]
    kept = [word for word in shorter[1:-1] if len(word) == 1]
    return all(any(fits(word, other) for other in inner) for word in shorter[1:-1]) and (
        not kept or len(kept) >= len(left)
    )


def fits(word: str, other: str) -> bool:
    """Return whether a word is a spelling or the initial of another."""
    return sound(word) == sound(other) or (len(word) == 1 and other.startswith(word))
