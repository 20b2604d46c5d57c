"""Drop what the model takes for names where every word has capitals: of 'TRUST BUT VERIFY' it makes a body.

A name in such a line is one that the article, a list or other articles know in small letters.
"""

from collections.abc import Sequence
from typing import Final

from tasks.enrich.gazetteer import gazetteer
from tasks.enrich.name_usage import Usage, key_of
from tasks.enrich.names import Name
from tasks.enrich.places import place_list

MIN_LETTERS: Final = 4  # shorter ones are acronyms
REACH: Final = 20  # characters of the line before and behind a name
# Share of the letters beside a name that are capitals in a line that has nothing else, some initials aside (0 to 1).
MIN_CAPITALS: Final = 0.8


def without_shouts(names: Sequence[Name], texts: Sequence[str], usage: Usage) -> list[Name]:
    """Return the names without those that are known only from lines in capitals."""
    shouted = {id(name) for name in names if name.surface.isupper() and is_shouted(texts[name.passage], name)}
    if not shouted:
        return list(names)
    printed = {word.casefold() for name in names if id(name) not in shouted for word in name.surface.split(" ")}
    return [name for name in names if id(name) not in shouted or is_known(name.surface, printed, usage)]


def is_shouted(text: str, name: Name) -> bool:
    """Return whether the model found a name of some letters among words in capitals."""
    if name.extractor != "model" or sum(map(str.isalpha, name.surface)) < MIN_LETTERS:
        return False
    before = text[max(0, name.start - REACH) : name.start].rpartition("\n")[2]
    behind = text[name.end : name.end + REACH].partition("\n")[0]
    letters = [c for c in before + behind if c.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(map(str.isupper, letters)) >= MIN_CAPITALS * len(letters)


def is_known(surface: str, printed: set[str], usage: Usage) -> bool:
    """Return whether the article prints the words in other names, a list has them, or the first of them begins persons."""
    if printed.issuperset(surface.casefold().split(" ")) or place_list().knows(surface) or gazetteer().known(surface):
        return True
    first, space, _ = surface.lower().partition(" ")
    return bool(space) and usage.get(key_of("first", first), "").startswith("PERSON, all")
