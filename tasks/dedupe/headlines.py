"""Headlines compared: folded without what a desk puts around them, their numbers, and which of them are columns."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from tasks.dedupe.headline_form import folded_words, without_form
from tasks.dedupe.settings import DedupeSettings

NUMBER = re.compile(r"\d+")
ARTICLES = frozenset({"the", "a", "an", "s"})  # what folding makes of "Today's" is two words
NUMBER_WORDS = {  # "one" is rarely a count
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
}
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
# What numbers an issue of a series: "report 19", "day 45", "12 March", "March 12".
ISSUE_NUMBER = re.compile(
    rf"\b(?:no|nr|number|day|week|part|episode|ep|issue|edition|vol|volume|report|update|bulletin|round|chapter)\s+(\d+)"
    rf"|\b(\d{{1,2}}\s+(?:{MONTHS})|(?:{MONTHS})\s+\d{{1,2}})\b"
)


def fold_headline(headline: str | None, outlets: Collection[str] = (), tails: Collection[str] = ()) -> str | None:
    """Fold a headline: no desk prefix, no tail that names one of `outlets` or is among `tails`; null when no word is left."""
    words = folded_words(without_form(headline, outlets, tails)) if headline else ()
    return " ".join(words) or None


def in_order(headline: str) -> str:
    """Return a folded headline's words, sorted: what is compared, so that word order does not matter."""
    return " ".join(sorted(headline.split()))


def numbers_of(headline: str) -> tuple[str, ...]:
    """Return the numbers in a folded headline, those in words too, and its weekdays: Friday's report is not Thursday's."""
    words = headline.split()
    if not NUMBER_WORDS.keys().isdisjoint(words):
        words = [NUMBER_WORDS.get(word, word) for word in words]
    days = () if WEEKDAYS.isdisjoint(words) else WEEKDAYS.intersection(words)
    return tuple(sorted([*NUMBER.findall(" ".join(words)), *days]))


def issue_of(headline: str) -> tuple[str, ...]:
    """Return what numbers an issue of a series in a folded headline."""
    return tuple(sorted(next(filter(None, found)) for found in ISSUE_NUMBER.findall(headline)))


def are_other_issues(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two headlines number themselves, differently: two issues of one series."""
    return bool(one and other) and one != other


def similarity(one: str | None, other: str | None) -> float | None:
    """Return how alike two folded headlines are whatever their word order, 0 to 1; null when one is missing."""
    if one is None or other is None:
        return None
    return float(fuzz.ratio(in_order(one), in_order(other))) / 100


@dataclass(frozen=True, slots=True)
class Use:
    """One document under a headline: its day, which text it has, and who published it."""

    headline: str
    day: date | None
    text: object
    outlet: str | None


def find_recurring(uses: Iterable[Use], settings: DedupeSettings) -> frozenset[str]:
    """Return the folded headlines that are columns, not stories.

    A column is known by its words ("Letters"), by several days with different texts at one outlet, or by a span no story has.
    Days are counted for each outlet: a wire story is printed by many, under one headline, for some days.
    """
    days: dict[tuple[str, str | None], set[date]] = defaultdict(set)
    texts: dict[tuple[str, str | None], set[object]] = defaultdict(set)
    for use in uses:
        key = use.headline, use.outlet
        texts[key].add(use.text)
        if use.day is not None:
            days[key].add(use.day)
    return frozenset(
        text for (text, outlet), known in texts.items() if is_recurring(text, days[text, outlet], len(known), settings)
    )


def may_recur(headline: str, n_uses: int, settings: DedupeSettings) -> bool:
    """Tell whether a headline can be a column at all: most are printed once, and need no count of days."""
    return n_uses > 1 or has_few_words(headline, settings)


def has_few_words(headline: str, settings: DedupeSettings) -> bool:
    """Tell whether a headline is too short to tell a story: "Letters", "The morning briefing", "Today's weather"."""
    words = headline.split()
    most = settings.recurring_words
    return len(words) <= most or (len(words) <= 2 * most and len([w for w in words if w not in ARTICLES]) <= most)


def is_recurring(headline: str, days: set[date], n_texts: int, settings: DedupeSettings) -> bool:
    """Tell whether a headline with these days and this many texts is a column."""
    if has_few_words(headline, settings):
        return True
    if n_texts < 2 or not days:
        return False
    return len(days) >= settings.recurring_days or (max(days) - min(days)).days > settings.recurring_span_days
