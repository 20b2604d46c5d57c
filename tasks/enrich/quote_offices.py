"""Know an office by its words: 'the party chief' may be printed as its chairman, and a spokesman's name is seldom printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.enrich.figure_units import PEOPLE, SINGULAR
from tasks.enrich.names import Name
from tasks.enrich.quote_subjects import Speaker
from tasks.enrich.word_lists import words

HE_OR_SHE: Final = words("he she")
# Nouns of one office: "the party chief" may be printed as its chairman.
HEADS: Final = (
    words("chief leader head chairman chairwoman chairperson president boss"),
    words("minister secretary premier"),
    words("senator lawmaker legislator congressman congresswoman mp mpa mna parliamentarian"),
    words("spokesman spokeswoman spokesperson"),
    words("officer superintendent inspector commissioner"),
    words("general commander colonel major brigadier"),
)
SPEAKS_FOR: Final = HEADS[3]
OFFICES: Final = frozenset().union(*HEADS) - SPEAKS_FOR | words("mayor governor judge envoy ambassador")
EPITHETS: Final = words("former veteran longtime ex")
DEFINITE: Final = re.compile(r"(?:the|his|her|their|its|that|this)\s", re.I)
ONE_PERSON: Final = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?!\w+\s(?:statement|report|post|poll|survey|study)\b)")
HEAD_END: Final = re.compile(r"\s(?:of|for|in|at|from|on|to|with|who)\b|,")


@dataclass(frozen=True)
class Bearer:
    """Who bears an office and is not named with it: no person who is printed with another office."""


def head_phrase(said: str) -> list[str]:
    """Return the words of an office: 'trade minister' of 'the trade minister of Norland'."""
    return HEAD_END.split(DEFINITE.sub("", said, count=1), maxsplit=1)[0].casefold().split()


def bearers(names: Sequence[Name], phrase: Sequence[str]) -> list[Name]:
    """Return the persons who are printed with an office."""
    return [n for n in names if n.type == "PERSON" and n.role and bears(n.role, phrase)]


def bears(role: str, phrase: Sequence[str]) -> bool:
    """Return whether a printed role is the office of a phrase: the same head, and no other field ('trade', 'finance')."""
    printed = re.findall(r"[\w-]+", HEAD_END.split(role, maxsplit=1)[0].casefold())
    head = phrase[-1]
    alike = next((group for group in HEADS if head in group), frozenset({head}))
    if not printed or printed[-1] not in alike:
        return False
    fields = {word for word in phrase[:-1] if word not in ("former", "senior", "top", "party", "young")}
    return not fields or bool(fields & set(printed)) or (len(printed) == 1 and head == printed[0])


def unnamed_one(text: str, speaker: Speaker) -> "list[Bearer | None]":
    """Return the one person of a description without a name: None, or the bearer of an office, whom a name may be printed for."""
    said = text[speaker.start : speaker.end]
    if said.casefold() in HE_OR_SHE or (speaker.attribution == "role" and ONE_PERSON.match(said)):
        return [None]
    phrase = head_phrase(said) if DEFINITE.match(said) else []
    if speaker.attribution != "role" or not phrase or phrase[0] in EPITHETS:
        return []
    if phrase[-1] in OFFICES:
        return [Bearer()]
    return [None] if phrase[-1] in SPEAKS_FOR or phrase[-1] in SINGULAR or f"{phrase[-1]}s" in PEOPLE else []
