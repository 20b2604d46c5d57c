"""Read who keeps or shows a figure where no person states it: a survey, official figures, the ministry's own list."""

import re
from dataclasses import replace
from typing import Final

from tasks.enrich.quote_subjects import Speaker

# Verbs of which a record or a survey is the subject, and that record with whose it is.
SHOWN: Final = re.compile(r"show(?:s|ed)?|suggest(?:s|ed)?|indicate[sd]?|f(?:ou|i)nds?|puts?")
ALSO_SAID: Final = re.compile(r"suggest\w*|puts?")  # by people too
RECORDS: Final = re.compile(
    r"(?<![^\s,(“\"])(?P<record>(?:(?!-|(?:and|but|that|as|while|of|in|at|for|by|from|with|on|after|when|because|since|before|than|over)\s)"
    r"[\w’'./&-]+\s){0,5}?(?:polls?|surveys?|study|studies|data|figures|statistics|numbers|records|estimates?|census|tally|count|analysis|"
    r"documents)(?:\s(?:\w+ed\s)?(?:by|from|of|for)\s(?:[^,.;:]|(?<=\d),(?=\d)){2,80})?)(?:,\s[^.;:]{2,90},)?\s*$",
    re.I,
)
# "the ministry’s own list" speaks for the ministry.
OWN_RECORD: Final = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}(?:lists?|counts?|figures?|tall(?:y|ies)|data|records?|statistics|estimates?|numbers|database)$|"
    r"['’]s?\s(?:most\srecent|latest|own|new|official|preliminary|initial|first)$|,\sfor\s(?:example|instance|one)$"
)
REACH: Final = 200  # characters from the words for a record to its verb


def is_shown(verb: re.Match[str]) -> bool:
    """Return whether of a verb only a record or a survey can be the subject: what others show or find is no figure of theirs."""
    return SHOWN.fullmatch(verb.group()) is not None and ALSO_SAID.fullmatch(verb.group()) is None


def recorded(text: str, start: int, verb: re.Match[str]) -> Speaker | None:
    """Return the record or survey that shows a figure."""
    if SHOWN.fullmatch(verb.group()) is None:
        return None
    record = RECORDS.search(text, max(start, verb.start() - REACH), verb.start() - 1)
    return Speaker(*record.span("record"), "document") if record is not None else None


def keeper(text: str, speaker: Speaker) -> Speaker:
    """Return the body that keeps a record instead of the record: 'the ministry' for 'the ministry’s own list'."""
    record = OWN_RECORD.search(text, speaker.start, speaker.end)
    return replace(speaker, end=record.start()) if record is not None else speaker
