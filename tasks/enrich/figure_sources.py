"""Who states a figure: the speaker of its quote, 'according to X', or the subject of a verb of saying in its sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tasks.enrich.cues import ACCORDING, AUXILIARY, SPEECH
from tasks.enrich.names import Name
from tasks.enrich.quote_speakers import PARTICIPLE, Speaker, sentence_subject, subject_behind, subject_in
from tasks.enrich.word_lists import words

COUNTING: Final = (
    r"put|puts|putting|counted|counts|recorded|records|estimates?|estimated|tallied|documented|registered|verified|"
    r"updated|monitored|describes?|described|"
    # A plural says it in the present: "contractors claim losses of"; after anything else these words are nouns.
    r"(?<=s\s)(?:claim|report|estimate|warn|allege|insist|believe|fear)(?=\s(?:that|losses|\w+\s(?:that|of)|[\w,]*\d))"
)
CUE: Final = re.compile(rf"\b(?:{SPEECH}|{COUNTING})\b(?!\sthe\sli(?:fe|ves)\b)")
SAID_BY: Final = re.compile(rf"\b(?:{ACCORDING}|citing|quoting)\b", re.I)
# "the ministry’s own list" speaks for the ministry.
RECORD: Final = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}(?:lists?|counts?|figures?|tall(?:y|ies)|data|records?|statistics|estimates?|numbers|database)$"
)
BY: Final = re.compile(r"(?:\s[a-z]+day)?\sby\b(?!\s(?:\w+day|then|now|phone|telephone|email|e-mail|saying)\b)")
HEADLINE_SOURCE: Final = re.compile(r":\s([A-Z]?[\w ’'-]{2,30})\.?\s*$")
CLAIMED: Final = re.compile(r"\b(?:claim(?:s|ed|ing)?|alleg\w+|reportedly|may\shave|purported\w*)\b", re.I)
ESTIMATED: Final = re.compile(r"\bestimat\w+|\bprojected\b|\bpredict\w+", re.I)
# Verbs of the list above that state nothing about a count when the figure is their object.
NO_SOURCE: Final = words(
    "read reads ruled offered began begins continued continues continuing believed thought hoped hopes agreed "
    "agrees believes thinks demanded promised recommended proposed urged vowed pledged pledges promises charged"
) | {"called for", "calls for", "went on", "goes on"}


@dataclass(frozen=True)
class Source:
    """The words that name who states a figure, the name in them, and how firmly it is stated."""

    start: int
    end: int
    hedge: str
    name: Name | None


def source_of(
    text: str, sentence: tuple[int, int], figure: tuple[int, int], names: Sequence[Name], quoted: Speaker | None
) -> Source | None:
    """Return who states the figure at `figure` in its sentence; None when nobody is named."""
    start, end = sentence
    if quoted is not None:
        return Source(quoted.start, quoted.end, hedge_of(text[start:end]), quoted.name)
    speaker = said_by(text, start, end, names) or saying(text, start, end, figure, names)
    if speaker is None and (match := HEADLINE_SOURCE.search(text, figure[1], end)) is not None:
        speaker = Speaker(match.start(1), match.end(1), "role")
    return Source(speaker.start, speaker.end, hedge_of(text[start:end]), speaker.name) if speaker else None


def said_by(text: str, start: int, end: int, names: Sequence[Name]) -> Speaker | None:
    """Return the source after 'according to'."""
    match = SAID_BY.search(text, start, end)
    speaker = subject_behind(text, match.end(), end, names) if match else None
    if speaker is not None and (record := RECORD.search(text, speaker.start, speaker.end)) is not None:
        return replace(speaker, end=record.start())
    return speaker


def saying(text: str, start: int, end: int, figure: tuple[int, int], names: Sequence[Name]) -> Speaker | None:
    """Return the subject of the verb of saying nearest to the figure: after it first ('…, officials said'), then before it."""
    for verb in CUE.finditer(text, figure[1], end):
        if verb.group() in NO_SOURCE:
            continue
        if (teller := told_by(text, verb, end, names)) is not None:
            return teller
        left = re.search(rf"(?:^|[\s,]){AUXILIARY}$", text[figure[1] : verb.start()])
        until = figure[1] + (left.start() if left else 0) if left else verb.start()
        comma = text.rfind(",", figure[1], until)
        speaker = subject_in(text, max(comma, figure[1]), until, names) or subject_in(text, figure[1], until, names)
        speaker = speaker or subject_behind(text, verb.end(), end, names) if closes_the_clause(text, verb) else speaker
        if speaker is not None:
            return speaker
    for verb in reversed(list(CUE.finditer(text, start, figure[0]))):
        if verb.group() in NO_SOURCE:
            continue
        speaker = None
        if not PARTICIPLE.fullmatch(verb.group()):
            left = re.search(rf"(?:^|\s){AUXILIARY}$", text[start : verb.start()])
            speaker = subject_in(text, start, start + left.start() if left else verb.start(), names)
        if speaker := speaker or sentence_subject(text, start, verb.start(), names):
            return speaker
    return None


def told_by(text: str, verb: re.Match[str], end: int, names: Sequence[Name]) -> Speaker | None:
    """Return who tells where the verb is passive: 'the court was told by X'."""
    by = BY.match(text, verb.end(), end)
    return subject_behind(text, by.end(), end, names) if by is not None else None


def closes_the_clause(text: str, verb: re.Match[str]) -> bool:
    """Return whether a verb stands first in its clause, so that its subject follows: '… , said X'."""
    return bool(re.search(r"[,\"”’]\s*$", text[max(0, verb.start() - 3) : verb.start()]))


def hedge_of(sentence: str) -> str:
    """Return how firmly a sentence states what it states."""
    if CLAIMED.search(sentence):
        return "claimed"
    return "estimated" if ESTIMATED.search(sentence) else "said"
