"""Headlines compared: folded without what a desk puts around them, their numbers, and which of them are columns."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from tasks.dedupe.settings import DedupeSettings

DESK_PREFIX = re.compile(
    r"^\s*(?:watch|breaking(?: news)?|exclusive|updated?(?:\s*\d+)?|live|video|just in)\s*[:–—-]+\s*", re.I
)
TAIL = re.compile(r"^(?P<head>.+?)\s+[|–—-]\s+(?P<tail>[^|]+)$|^(?P<head_bar>.+?)\s*\|\s*(?P<tail_bar>[^|]+)$")
WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d+")
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
# What numbers an issue of a series: "report 19", "day 45", "12 March", "March 12".
ISSUE_NUMBER = re.compile(
    rf"\b(?:no|nr|number|day|week|part|episode|ep|issue|edition|vol|volume|report|update|bulletin|round|chapter)\s+(\d+)"
    rf"|\b(\d{{1,2}}\s+(?:{MONTHS})|(?:{MONTHS})\s+\d{{1,2}})\b"
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A folded headline: its words in print order and in sorted order, its numbers, and those that number a series."""

    text: str
    ordered: str
    numbers: tuple[str, ...]
    issue: tuple[str, ...]


def fold_headline(headline: str | None, *outlets: str | None) -> Headline | None:
    """Fold a headline: no desk prefix, no tail that names one of `outlets`; null when no word is left."""
    if headline is None:
        return None
    words = folded_words(without_tails(DESK_PREFIX.sub("", headline), outlets))
    if not words:
        return None
    text = " ".join(words)
    issue = tuple(sorted(next(filter(None, found)) for found in ISSUE_NUMBER.findall(text)))
    return Headline(text, " ".join(sorted(words)), tuple(sorted(NUMBER.findall(text))), issue)


def without_tails(headline: str, outlets: tuple[str | None, ...]) -> str:
    """Cut tails that name an outlet off; a blind cut would take real halves of headlines."""
    while (match := TAIL.match(headline)) and is_outlet(match["tail"] or match["tail_bar"], outlets):
        headline = match["head"] or match["head_bar"]
    return headline


def is_outlet(tail: str, outlets: tuple[str | None, ...]) -> bool:
    """Tell whether a headline's tail is the name of an outlet or its domain, with or without the ending."""
    hosts = [outlet.casefold().removeprefix("www.") for outlet in outlets if outlet]
    return compact(tail) in {compact(name) for host in hosts for name in (host, host.split(".")[0])}


def compact(text: str) -> str:
    """Return the text's folded words without spaces."""
    return "".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """Return the words of a text in lower case, Latin accents dropped."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    marks_dropped = "".join(c for c in plain if not 0x0300 <= ord(c) <= 0x036F) if not plain.isascii() else plain
    return WORD.findall(unicodedata.normalize("NFC", marks_dropped))


def similarity(one: Headline | None, other: Headline | None) -> float | None:
    """Return how alike two headlines are whatever their word order, 0 to 1; null when one is missing."""
    if one is None or other is None:
        return None
    return float(fuzz.ratio(one.ordered, other.ordered)) / 100


def is_other_issue(one: Headline | None, other: Headline | None) -> bool:
    """Tell whether both headlines number themselves, differently: two issues of one series."""
    return one is not None and other is not None and bool(one.issue and other.issue) and one.issue != other.issue


def find_recurring(
    headlines: Iterable[tuple[Headline, date | None, object]], settings: DedupeSettings
) -> frozenset[str]:
    """Return the folded headlines that are columns, not stories, from (headline, day, text) of every document.

    A column is known by its words ("Letters"), by several days with different texts, or by a span no story has.
    """
    days: dict[str, set[date]] = {}
    texts: dict[str, set[object]] = {}
    for headline, day, text in headlines:
        texts.setdefault(headline.text, set()).add(text)
        if day is not None:
            days.setdefault(headline.text, set()).add(day)
    return frozenset(text for text in texts if is_recurring(text, days.get(text, set()), len(texts[text]), settings))


def is_recurring(headline: str, days: set[date], n_texts: int, settings: DedupeSettings) -> bool:
    """Tell whether a headline with these days and this many texts is a column."""
    if len(headline.split()) <= settings.recurring_words:
        return True
    if n_texts < 2 or not days:
        return False
    return len(days) >= settings.recurring_days or (max(days) - min(days)).days > settings.recurring_span_days
