"""Keep a party's faction in round brackets with its name: the Kellan League (Holm) is not the Kellan League (Aldous)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.acronyms import acronym_letters, initials
from tasks.enrich.folding import fold
from tasks.enrich.names import Name
from tasks.enrich.places import place_list
from tasks.enrich.word_lists import words

PARTY: Final = re.compile(
    r"\b(?:Party|League|Congress|Dal|Sena|Front|Movement|Conference|Parishad|Jamiat|Jamaat|Jama[’']at)\b|"
    r"^(?:[A-Z]{1,4}P|PML|JUI)$"
)
# One word, or two of which none is all capitals: "(Kellan TV)" says where it was reported, "(KL)" is the acronym.
FACTION: Final = re.compile(r"\s?\(([A-Z](?:[a-z]+(?:[\s-][A-Z][a-z]+)?)?)\)")
LETTER: Final = re.compile(r"[A-Z]{2,5}$")  # an acronym, whose faction may be a letter: KL (H)
# What stands in brackets behind a party in a caption or a list of results, and names no faction.
NO_FACTIONS: Final = words(
    "Photo File Image Pictured Left Right Centre Center Above Below Reuters Getty Yes No Facebook Twitter"
)


def with_factions(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names with the faction behind a party as a part of it, and no name of its own."""
    result: list[Name] = []
    for name in names:
        if result and name.start < result[-1].end:
            continue
        end = faction_end(text, name, names)
        result.append(name if end == name.end else replace(name, end=end, surface=text[name.start : end], type="ORG"))
    return result


def faction_end(text: str, name: Name, names: Sequence[Name]) -> int:
    """Return where a name ends with its faction; its own end when it has none."""
    match = FACTION.match(text, name.end)
    if match is None:
        return name.end
    faction = match[1]
    is_acronym = name.type == "ORG" and LETTER.match(name.surface)
    is_party = is_acronym if len(faction) == 1 else PARTY.search(name.surface)
    is_short_form = acronym_letters(faction) in initials(name.surface) or fold(name.surface) in initials(faction)
    is_other = is_short_form or faction in NO_FACTIONS or is_chapter(faction) or is_person(match.span(1), names)
    return name.end if not is_party or is_other else match.end()


def is_person(span: tuple[int, int], names: Sequence[Name]) -> bool:
    """Return whether a full name stands in the bracket: the party's candidate."""
    return any(n.type == "PERSON" and (n.start, n.end) == span and " " in n.surface for n in names)


def is_chapter(faction: str) -> bool:
    """Return whether the bracket says of which city, region or country the party is."""
    return (
        place_list().is_metropolis(faction) or place_list().is_region(faction) or bool(place_list().country_of(faction))
    )
