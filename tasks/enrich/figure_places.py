"""Find where what a figure counts happened: the place that a preposition ties to it in its own clause, else none."""

import re
from collections.abc import Sequence
from typing import Final

from tasks.enrich.cues import ACCORDING, SPEECH
from tasks.enrich.names import Name

PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
TIED: Final = re.compile(
    r"(?:^|\W)(?i:in|into|at|on|near|across|outside|inside|off|(?:shelling|bombing|bombardment|siege|storming)\sof)\s(?:and\saround\s)?(?:the\s)?(?:[\w’'-]+\s){0,3}$"
)
# What ends the clause that says where: who said so, another clause, another time.
ENDS: Final = (
    rf"[;:–—]|\s-\s|\b(?:{SPEECH}|{ACCORDING})\b|\b(?:before|since|while|but|who|whose|which|days?)\b|,\sand\s|\d"
)
BORDER: Final = re.compile(rf"{ENDS}|\b(?:after|when)\b")
# "killed when a bomb exploded in Kellan": what happened there tells where they were killed.
BORDER_BEHIND: Final = re.compile(rf"{ENDS}|,\s(?:after|when)\b|\b(?:after|when)\s(?:he|she|it|they)\b")
# "the U.S. base": the name of a place before a noun tells of the noun.
BEFORE_NOUN: Final = re.compile(
    r"\s(?!(?:and|or|but|in|on|at|of|to|by|with|from|near|for|over|as|after|before|when|where|who|which|that|this|last|late|early|while|"
    r"since|during|yesterday|today|is|was|were|are|has|have|had|said)\b)[a-z]"
)
# "in modern Norland history"; but "in eastern Norland" is a place.
DESCRIBED: Final = re.compile(
    r"\b(?:in|of|on|at)\s(?!(?:the|central|rural|nearby|downtown|neighbou?ring|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)[\w-]*)\s)[a-z]+\s$"
)
VERB_BEHIND: Final = re.compile(r"\s\w+(?:ing|ed|s)\b")
POSSESSIVE: Final = re.compile(r"[’']?s?\s(?:[\w-]+\s){0,3}$")  # "Norland’s Kellan", "Norland’s second city Kellan"
OWNING: Final = re.compile(r"[’']s\b|s\s")  # also where a corpus has lost its apostrophes
REACH: Final = 150  # characters from a figure to its place: a clause


def place_of(text: str, sentence: int, figure: tuple[int, int], names: Sequence[Name]) -> Name | None:
    """Return the place of a figure: the first one tied to it behind it in its clause, else the last one before it."""
    places = [name for name in names if name.type in PLACES and text[name.end : name.end + 1] != "-"]
    for index, name in enumerate(places):
        if name.start >= figure[1]:
            if name.start - figure[1] > REACH or BORDER_BEHIND.search(text, figure[1], name.start):
                break
            if TIED.search(text, figure[1], name.start) and not is_adjective(text, name):
                return owned(text, places, index)
    for index in range(len(places) - 1, -1, -1):
        name = places[index]
        if name.end <= figure[0]:
            if figure[0] - name.end > REACH or BORDER.search(text, name.end, figure[0]):
                break
            if TIED.search(text, sentence, name.start) and not is_adjective(text, name):
                return owned(text, places, index)
    return None


def is_adjective(text: str, name: Name) -> bool:
    """Return whether a place stands before the noun that is meant: 'on the Kellan base'."""
    if BEFORE_NOUN.match(text, name.end) is None:
        return False
    is_described = DESCRIBED.search(text, max(0, name.start - 20), name.start) is not None
    return text[max(0, name.start - 4) : name.start].casefold() == "the " or (
        is_described and not VERB_BEHIND.match(text, name.end)
    )


def owned(text: str, places: Sequence[Name], index: int) -> Name:
    """Return the place that a possessive leads to: 'Kellan' of 'Norland’s Kellan'."""
    name = places[index]
    following = places[index + 1] if index + 1 < len(places) else None
    if following is not None and OWNING.match(text, name.end) and POSSESSIVE.fullmatch(text, name.end, following.start):
        return following
    return name
