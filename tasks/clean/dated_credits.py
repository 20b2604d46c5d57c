"""A line of a head that names authors and their day together: `TNN | Mar 4, 2024`, `By Web Desk - March 7, 2024`."""

import re

from tasks.clean import byline, outlets, places
from tasks.clean.author_names import read_authors
from tasks.clean.capitals import CAPITAL
from tasks.clean.date_words import scan
from tasks.clean.facts import Dates
from tasks.clean.rules import Taken, whole
from tasks.clean.sections import NO_AUTHORS

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
# Author and date may touch in the source ("Jane Doe2024-02-17"): a page sets them apart by its style.
DATE_STARTS = re.compile(rf"(?<![\w/.-])(?=\d{{1,4}}[\s/.-])|(?<![A-Z/.-])(?={_MONTH}\s\d|\d{{4}}-\d\d-\d\d)")
_MAX_CHARS = 140
_MAX_WORDS = 12  # beside the date
_CLOCK_BEFORE = re.compile(r"\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s?$", re.I)
_LABEL = re.compile(
    r"(?:last |first )?(?:updated?|modified|published|posted|filed|uploaded|created)(?: on)?\s?:?\s*$", re.I
)
_WEEKDAY = re.compile(r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s?$")
_PARTS = re.compile(r"\s*[|/•●·–—:]\s*|\s-\s|\s{2,}|,\s")
_WORD = rf"(?:{CAPITAL}[\w.'’-]*|al|bin|de|van|von|of|the)"
_NAME = re.compile(rf"{_WORD}(?:\s{_WORD}){{0,4}}")
_WORDS = frozenset(
    {"source", "editor", "author", "by", "filed", "updated", "published", "posted", "today's paper", "print edition"}
)
_LENGTH = re.compile(
    r"\d{1,2} min(?:ute)?s?(?: read)?|(?:\d{1,4}|no|leave a) comments?|by \w{2,20}", re.I
)  # "by admin"


def read(text: str, strictly: bool) -> Taken | None:
    """Take a line of authors, desks, agencies or places and a day; `strictly`, only with a word or clock that says so.

    Nothing but its author or label tells "By Web Desk - March 7, 2024" from "Gaza war, day 100: January 14, 2024".
    """
    if len(text) > _MAX_CHARS or text.endswith((".", "!", "?", "”")) or not any(map(str.isdigit, text)):
        return None
    for opening in DATE_STARTS.finditer(text):
        start = opening.start()
        for mark in (_CLOCK_BEFORE, _WEEKDAY, _LABEL):
            start = found.start() if (found := mark.search(text[:start])) else start
        dates = scan(text, start)
        if not dates.dates:  # a label that dates have not got: "Filed on"
            dates = scan(text, opening.start())
        if not any(printed.day or printed.order_unknown for printed in dates.dates):
            continue
        parts = [part for words in (text[:start], text[dates.meaning_end :]) for part in _split(words)]
        is_credit = all(map(_is_credit, parts)) and sum(len(part.split()) for part in parts) <= _MAX_WORDS
        says_so = start < opening.start() or any(printed.clock for printed in dates.dates) or any(map(_is_sure, parts))
        if is_credit and (says_so or (parts and not strictly)):
            return whole(
                text, "timestamp_line", "authors_and_date", Dates(dates.dates, _names(parts), _agencies(parts))
            )
    return None


def _split(words: str) -> list[str]:
    return [part for part in _PARTS.split(words.strip(" ,|/–—-•●·:()[]")) if part]


def _is_sure(part: str) -> bool:
    """Tell whether `part` names an author or an agency, and cannot be the subject of a headline."""
    return byline.read_line(part) is not None or outlets.agency(part) is not None or part.casefold() in _WORDS


def _is_credit(part: str) -> bool:
    is_word = " " not in part and part.isalpha()
    return is_word or _is_sure(part) or bool(_NAME.fullmatch(part) or _LENGTH.fullmatch(part))


def _agencies(parts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for part in parts if (found := outlets.agency(part))))


def _names(parts: list[str]) -> tuple[str, ...]:
    """Return the people and desks among the parts; places and outlets are none."""
    names: list[str] = []
    for part in parts:
        if part.casefold() in _WORDS:
            continue
        if found := byline.read_line(part):
            names += found.names
        elif is_full_name(part):
            names += read_authors(part).names
    return tuple(dict.fromkeys(names))


def is_full_name(text: str) -> bool:
    """Tell whether `text` may be an author's name alone: two to four capitalised words, no section, outlet or place."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not _NAME.fullmatch(text) or NO_AUTHORS & set(text.casefold().split()):
        return False
    return outlets.by_name(text) is None and places.find(text) is None
