"""Acronyms and what they stand for in one article: beside it in brackets, or the only name with such initials."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tasks.enrich.folding import fold
from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.labels import IDENTITY_KINDS
from tasks.enrich.names import Name
from tasks.enrich.transliteration import is_misprint, sound
from tasks.enrich.word_lists import words

MIN_LETTERS: Final = 2
MIN_LETTERS_OF_PERSON: Final = 3  # two letters are anybody's initials
SMALL_WORDS: Final = words("of the and for in on to at e i ul ur ud de la al")


def expansions(names: Sequence[Name], texts: Sequence[str]) -> dict[str, Name]:
    """Return for each acronym of the article, whose passages are `texts`, the name that it stands for."""
    acronyms = {
        name.surface: name for name in names if IDENTITY_KINDS[name.type] is not None and is_acronym(name.surface)
    }
    if not acronyms:
        return {}
    counts = Counter(name.surface for name in names)
    longer = {n.surface: n for n in names if len(fold(n.surface).split()) > 1 and n.type != "NORP"}
    found = bracketed(names, counts, texts)
    for surface, acronym in acronyms.items():
        candidates = [name for name in longer.values() if may_shorten(acronym, name)]
        if surface in found or not candidates:
            continue
        best = min(candidates, key=lambda name: (-counts[name.surface], name.surface))
        if all(is_spelling(larger_words(best.surface), larger_words(name.surface)) for name in candidates):
            found[surface] = best
    return found


def is_spelling(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether two names sound the same, or one is a misprint of the other."""
    return tuple(map(sound, a)) == tuple(map(sound, b)) or is_misprint(a, b)


def bracketed(names: Sequence[Name], counts: Counter[str], texts: Sequence[str]) -> dict[str, Name]:
    """Return for each acronym the name that it stands in brackets behind, or that stands in brackets behind it.

    That a bracket alone joins two names was tried: "Harbour Front (Kellan TV)" made two bodies one.
    """
    found: dict[str, Name] = {}
    for first, second in pairwise(names):
        if first.passage == second.passage and is_bracket(first, second, texts):
            for acronym, name in ((second, first), (first, second)):
                if is_spelled_by(acronym.surface, name.surface) or (
                    acronym is second and is_introduced(acronym, name, counts)
                ):
                    found.setdefault(acronym.surface, name)
    return found


def is_bracket(first: Name, second: Name, texts: Sequence[str]) -> bool:
    """Return whether the second name stands in brackets behind the first."""
    return texts[first.passage][first.end : second.start] == " ("


def is_introduced(acronym: Name, name: Name, counts: Counter[str]) -> bool:
    """Return whether an article introduces an acronym of another language: it stands in brackets, and then alone.

    An agency in brackets does not come again, or is listed as another body.
    """
    known = gazetteer().by_name.get(acronym.surface)
    return (
        acronym.type == name.type == "ORG"
        and name.surface.count(" ") > 0
        and acronym.surface.isalpha()
        and acronym.surface.isupper()
        and len(acronym.surface) >= MIN_LETTERS_OF_PERSON
        and counts[acronym.surface] > 1
        and (known is None or known.full_name in (acronym.surface, name.surface))
    )


def is_acronym(surface: str) -> bool:
    """Return whether the name is written in capitals, like UNHCR, U.N. or PML-N."""
    letters = [c for c in surface if c.isalpha()]
    return (
        len(letters) >= MIN_LETTERS and " " not in surface and sum(c.isupper() for c in letters) * 3 >= len(letters) * 2
    )


def may_shorten(acronym: Name, name: Name) -> bool:
    """Return whether the initials of a longer name are those letters, and the two are of kinds that go together."""
    letters = acronym_letters(acronym.surface)
    if "PERSON" in (name.type, acronym.type) and len(letters) < MIN_LETTERS_OF_PERSON:
        return False
    is_place = IDENTITY_KINDS[acronym.type] == "PLACE"
    return is_place == (IDENTITY_KINDS[name.type] == "PLACE") and letters in initials(name.surface)


def acronym_letters(acronym: str) -> str:
    """Return the letters and digits of an acronym: DC-3 is no D.C."""
    return "".join(c for c in acronym if c.isalnum()).casefold()


def initials(name: str) -> set[str]:
    """Return the initials of a longer name, with and without its small words, an acronym inside it letter by letter."""
    parts = [part for part in name.replace("’", "'").replace("'s", "s").replace("-", " ").split() if fold(part)]
    each = [acronym_letters(part) if is_acronym(part) or part.isdigit() else fold(part)[0] for part in parts]
    large = [letter for letter, part in zip(each, parts, strict=True) if fold(part) not in SMALL_WORDS]
    return {"".join(each), "".join(large), "".join(fold(part)[0] for part in parts)}


def is_spelled_by(acronym: str, name: str) -> bool:
    """Return whether the acronym's letters stand in the longer name in that order, the first ones alike."""
    letters, text = acronym_letters(acronym), iter(fold(name).replace(" ", ""))
    return (
        is_acronym(acronym)
        and len(fold(name).split()) > 1
        and fold(name)[:1] == letters[:1]
        and all(letter in text for letter in letters)
    )


def larger_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without small words."""
    return tuple(word for word in fold(name).split() if word not in SMALL_WORDS)
