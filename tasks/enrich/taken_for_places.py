"""Surnames that the model took for places: 'Jordan said', in an article with Rep. Orla Jordan and nothing that lies in Jordan."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from tasks.enrich.document_persons import REACH, Bearers
from tasks.enrich.names import Name

# What stands before a place, and behind one who speaks.
PLACE_BEFORE: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Ii]nto|[Tt]o|[Ff]rom|[Nn]ear|[Aa]cross|[Oo]f|[Tt]hrough|[Aa]t|[Ww]ith|[Oo]ver|[Aa]gainst|[Bb]etween|[Aa]nd|[Ff]or)|,)\s$"
)
SPEECH_BEHIND: Final = re.compile(
    r"(?:\s\w+ly)?\s(?:said|told|added|asked|argued|wrote|tweeted|criticized|criticised|insisted|replied|pointed|continued|testified)\b"
)


def taken_for_places(names: Sequence[Name], texts: Sequence[str], bearers: Bearers) -> frozenset[str]:
    """Return the surnames that the model took for places: printed after their bearer only, who speaks, and nowhere like a place.

    In an article with Rep. Orla Jordan, "Jordan said" is she, until something lies "in Jordan".
    """
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.type == "GPE" and " " not in name.surface:
            found[name.surface].append(name)
    return frozenset(
        surface
        for surface, printed in found.items()
        if bearers.bears(surface, printed[0]) and all_speak(printed, texts)
    )


def all_speak(printed: Sequence[Name], texts: Sequence[str]) -> bool:
    """Return whether one printing of a name is the subject of speech, and none stands where a place does."""
    before = [texts[name.passage][max(0, name.start - REACH) : name.start] for name in printed]
    return not any(map(PLACE_BEFORE.search, before)) and any(
        SPEECH_BEHIND.match(texts[name.passage], name.end) for name in printed
    )
