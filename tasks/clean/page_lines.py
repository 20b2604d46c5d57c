"""Lines of a page -> those of the article, and labels for the rest: headline, dates, authors, captions, else navigation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tasks.clean import byline, captions
from tasks.clean.date_words import scan
from tasks.clean.facts import Caption, Dates, Headline
from tasks.clean.head_dates import date_line
from tasks.clean.headline import key, same
from tasks.clean.html_page import Page
from tasks.clean.lines import Label, Unit
from tasks.clean.rules import label, whole

_NEAR_HEADLINE = 12  # lines below the headline in which dates and authors of the article stand
_NEAR_STORY = 4  # lines above the first of the article in which they stand when a page prints no headline
_WINDOW = 3  # words that are compared at a time
_MIN_WINDOW_WORDS = 4  # shorter lines are article only when the extractor gives them as lines of their own
_MIN_FLOW_CHARS = 25  # of a line in a script without spaces, looked for as a part of another
_SHARE = 0.75  # of a line's windows: the extractor drops or joins words where markup stands inside a sentence
_LONG_PARAGRAPH_WORDS = (
    300  # a longer line of the page repeats the whole article, for printers or for search engines ...
)
_SLACK = 1.5  # ... unless the extractor too has one about as long
_MAX_BESIDE_CHARS = 140  # of a line that holds authors and date
_OPENS_BESIDE = re.compile(
    r"(?:by|written|posted|published|created|first published|story by|reported|added|date|on)\b", re.I
)
_DATE_STARTS = re.compile(r"(?<![\w/.-])(?=\d{1,4}[\s/.-]|[A-Z][a-z]{2,8}\.?\s\d)")


@dataclass(frozen=True)
class _Extract:
    """The lines that the extractor took, and ways to ask whether another line is one of them."""

    lines: tuple[str, ...]

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(self.lines)

    @cached_property
    def _flow(self) -> str:
        return f" {' '.join(self.lines)} "

    @cached_property
    def _windows(self) -> frozenset[str]:
        return frozenset(_windows(" ".join(self.lines)))

    @cached_property
    def _longest(self) -> float:
        return _SLACK * max([_LONG_PARAGRAPH_WORDS, *(line.count(" ") for line in self.lines)])

    def holds(self, line: str) -> bool:
        """Tell whether the extractor took `line`: as a line of its own, or nearly all of it as a part of others."""
        folded = key(line)
        if folded in self._whole:
            return True
        if folded.count(" ") + 1 < _MIN_WINDOW_WORDS:
            return len(folded) >= _MIN_FLOW_CHARS and f" {folded} " in self._flow
        if folded.count(" ") > self._longest:
            return False
        found = [window in self._windows for window in _windows(folded)]
        return sum(found) >= len(found) * _SHARE


def _windows(folded: str) -> Iterator[str]:
    words = folded.split()
    return (" ".join(words[start : start + _WINDOW]) for start in range(len(words) - _WINDOW + 1))


def split_page(units: list[Unit], page: Page, title: str | None) -> tuple[list[Unit], list[Label]]:
    """Return the lines that the extractor takes for the article, and the labels of all others."""
    extract = _Extract(page.article)
    taken = [extract.holds(unit.text) for unit in units]
    top = next((number for number, unit in enumerate(units) if title and same(unit.text, title)), None)
    near = _lines_beside(top, taken)
    last = max((number for number, is_taken in enumerate(taken) if is_taken), default=0)
    article: list[Unit] = []
    labels: list[Label] = []
    for number, unit in enumerate(units):
        if number <= last and key(unit.text) in page.captions:
            labels.append(_caption(unit))
        elif taken[number]:
            article.append(unit)
        elif number == top:
            labels.append(Label("headline_line", "page_headline", unit.pieces, Headline(unit.text)))
        else:
            beside = _beside_headline(unit) if number in near else None
            labels.append(beside or Label("navigation", "not_the_article", unit.pieces))
    return article, labels


def _lines_beside(top: int | None, taken: list[bool]) -> range:
    """Return the numbers of the lines in which the article's date and authors stand."""
    if top is not None:
        return range(top + 1, top + 1 + _NEAR_HEADLINE)
    first = next((number for number, is_taken in enumerate(taken) if is_taken), 0)
    return range(first - _NEAR_STORY, first)


def _caption(unit: Unit) -> Label:
    """Label a line that the page marks as the words below a picture, whether or not it names a credit."""
    fact = captions.read_line(unit.text) or Caption(unit.text, None)
    return label(unit, whole(unit.text, "caption_line", "figure_caption", fact))


def _beside_headline(unit: Unit) -> Label | None:
    """Label a line of dates, of authors, or of both ("By Jane Doe in Markets on 1 June 2019 at 8:34 PM")."""
    if taken := date_line(unit.text):
        return label(unit, taken)
    if len(unit.text) > _MAX_BESIDE_CHARS:
        return None
    if found := byline.read_line(unit.text):
        return label(unit, whole(unit.text, "byline", "author_line", found))
    opens = _OPENS_BESIDE.match(unit.text)
    for start in _DATE_STARTS.finditer(unit.text):
        dates = tuple(printed for printed in scan(unit.text, start.start()).dates if printed.day)
        if dates and (opens or _is_name(unit.text[: start.start()])):
            return label(unit, whole(unit.text, "timestamp_line", "date_beside_authors", Dates(dates)))
    return None


def _is_name(words: str) -> bool:
    """Tell whether nothing but an author's name stands before a date."""
    parts = words.strip(" ,|–—-•·").split()
    return 2 <= len(parts) <= 4 and all(part[0].isupper() for part in parts)
