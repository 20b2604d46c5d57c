"""Which body a shorter or another name means in its article: 'the Observatory', 'X, also known as Y'."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tasks.enrich.document_identity import Identity, resolved
from tasks.enrich.labels import IDENTITY_KINDS
from tasks.enrich.names import Name
from tasks.enrich.places import place_list
from tasks.enrich.word_lists import words

# Words that stand for the one body of the article that ends in them; a congress, a front or an army is another as often.
HEADS: Final = words(
    "Observatory Brotherhood Foundation Institute Authority Federation Coalition Commission Committee Ministry Agency Bureau Board "
    "Association Organization Organisation Society University Department Corporation Tribunal"
)
# Behind a body's own name they say what it is, and are left out when it comes again: Amnesty International, Amnesty.
KINDS: Final = words(
    "International Party Movement Group Holdings Company Corporation Inc Ltd University Airlines Airways Agency"
)
KNOWN_AS: Final = re.compile(
    r",?\s\(?(?:(?:also|better|formerly|previously|commonly|otherwise)\s(?:known|called|referred\sto)(?:\s(?:as|by))?|"
    r"aka|a\.k\.a\.)(?:\sthe)?[\s“\"‘']{1,2}"
)
ALSO: Final = " or "  # between two other names of one body; what stands behind an "and" is another body as often


def other_names(names: Sequence[Name], texts: Sequence[str]) -> dict[str, Identity]:
    """Return by surface the identities of names that stand for another name of the article."""
    return clipped(names) | known_as(names, texts) | heads(names)


def clipped(names: Sequence[Name]) -> dict[str, Identity]:
    """Return who is meant by a body's name without its last word, of the only one that has it."""
    surfaces = {name.surface for name in names if name.type == "ORG"}
    whole: dict[str, list[str]] = defaultdict(list)
    for surface in surfaces:
        front, _, kind = surface.rpartition(" ")
        if kind in KINDS and front in surfaces and not place_list().knows(front):
            whole[front].append(surface)
    return {front: resolved("ORG", front, found[0], "short_form") for front, found in whole.items() if len(found) == 1}


def heads(names: Sequence[Name]) -> dict[str, Identity]:
    """Return who is meant by the last word of a body's name, of the only one that has it."""
    surfaces = {name.surface for name in names if name.type == "ORG"}
    found = {}
    for head in surfaces & HEADS:
        whole = [one for one in surfaces if one != head and re.search(rf"\s{head}(?:$|\s(?:of|for)\s)", one)]
        if len(whole) == 1:
            found[head] = resolved("ORG", head, whole[0], "short_form")
    return found


def known_as(names: Sequence[Name], texts: Sequence[str]) -> dict[str, Identity]:
    """Return who is meant by names that the article introduces as another name of a person or body."""
    meant: dict[str, Name] = {}
    for first, second in pairwise(names):
        kind = IDENTITY_KINDS[first.type]
        if first.passage != second.passage or kind != IDENTITY_KINDS[second.type] or kind in (None, "PLACE"):
            continue
        between = texts[first.passage][first.end : second.start]
        if KNOWN_AS.fullmatch(between):
            meant[second.surface] = meant.get(first.surface, first)
        elif first.surface in meant and between == ALSO:
            meant[second.surface] = meant[first.surface]
    return {
        surface: resolved(str(IDENTITY_KINDS[name.type]), surface, name.surface, "known_as")
        for surface, name in meant.items()
        if surface != name.surface
    }
