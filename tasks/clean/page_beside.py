"""A line beside the headline of a page -> its dates and authors: a line of dates, of authors, or of both."""

import re
from dataclasses import replace
from datetime import date

from tasks.clean import byline
from tasks.clean.author_names import read_authors
from tasks.clean.date_words import scan
from tasks.clean.dated_credits import DATE_STARTS
from tasks.clean.dates import from_url
from tasks.clean.facts import Dates, PrintedDate
from tasks.clean.head_dates import date_line
from tasks.clean.lines import Label, Unit
from tasks.clean.rules import Taken, label, whole
from tasks.clean.sections import NO_AUTHORS

_MAX_CHARS = 140  # of a line that holds authors and date
_ENDS_OF_SENTENCES = (".", "!", "?", "”", '"')
_OPENS = re.compile(
    r"(?:by|written|posted|published|submitted|uploaded|created|first published|story by|reported|added|date|on)\b",
    re.I,
)
_BEHIND_DATE = re.compile(r"\s{0,3}(?:$|[|/•·–—]|by\b|-\s|来源)", re.I)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)(?: on)?\s?:?", re.I)
_FIRST_PUBLISHED = re.compile(r"(?:first|originally) published\b.{10,80}$", re.I)
_BY = re.compile(
    r"(?:(?:story|written|posted|published|submitted|reported|added) )?by:?(?:\s+|(?=(?-i:[A-Z][a-z])))", re.I
)
_BEHIND_NAME = re.compile(r"\s{2,}|\s?@\w|\s(?:in|on|at|published|posted|updated)\b", re.I)  # "Jane Doe in Markets on"
_PARTS = re.compile(r"\s[|/•·–—-]\s")
_AND = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s")
# Scripts without spaces set author, date and section on one line and put no space before the date. A day on which something
# is sold, held or begins, and one that a particle follows, is a day of the story.
_EASTERN_START = re.compile(
    r"(?<!\d)(?=\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일](?!\s?(?:発売|発行|開催|開始|実施|締切|[\u3041-\u3096])))"
)
_MAX_EASTERN_CHARS = 60
_EASTERN_STOPS = ("。", "，", "、")  # of running text


def below_headline(unit: Unit, before: str, is_article: bool) -> Label | None:
    """Label a line of dates, of authors, or of both ("By Jane Doe in Markets on 1 June 2019 at 8:34 PM").

    A sentence that an extractor took for the article is one, whatever it begins with; `before` is the line above.
    """
    if is_article and unit.text.endswith(_ENDS_OF_SENTENCES):
        return None
    taken = date_line(unit.text) or _authors(unit.text) or _authors_and_date(unit.text) or _in_eastern_line(unit.text)
    if taken and isinstance(taken.fact, Dates) and _UPDATED.fullmatch(before):
        taken = replace(taken, fact=Dates(tuple(replace(printed, is_update=True) for printed in taken.fact.found)))
    return label(unit, taken) if taken else None


def above_headline(unit: Unit, is_next: bool, url: str | None) -> Label | None:
    """Label a date above the headline: right above it, with its time or author, or in the month of the page's address.

    A bare day further up, or with its weekday, is as often today's, printed below the paper's name.
    """
    taken = date_line(unit.text) or _authors_and_date(unit.text) or (_in_eastern_line(unit.text) if is_next else None)
    if not taken or not isinstance(taken.fact, Dates):
        return None
    in_url = from_url(url)
    month = in_url.month if in_url else None
    is_near = (is_next and not scan(unit.text).has_weekday) or taken.rule == "date_beside_authors"
    is_known = any(is_near or found.clock or found.month == month for found in taken.fact.found if _is_first(found))
    return label(unit, taken) if is_known else None


def first_published(unit: Unit) -> Label | None:
    """Label a line that says when the story was first published, wherever it stands."""
    found = scan(unit.text) if _FIRST_PUBLISHED.match(unit.text) else None
    dates = tuple(printed for printed in found.dates if printed.day) if found else ()
    return label(unit, whole(unit.text, "timestamp_line", "first_published", Dates(dates))) if dates else None


def tells_day(found: Label | None) -> bool:
    """Tell whether a label gives the day of the story, and not only of a change."""
    return found is not None and isinstance(found.fact, Dates) and any(map(_is_first, found.fact.found))


def _is_first(printed: PrintedDate) -> bool:
    return printed.day is not None and not printed.is_update


def _authors(text: str) -> Taken | None:
    found = (byline.read_line(text) or byline.read_with_outlet(text)) if len(text) <= _MAX_CHARS else None
    return whole(text, "byline", "author_line", found) if found else None


def _authors_and_date(text: str) -> Taken | None:
    if len(text) > _MAX_CHARS:
        return None
    ends = [0, *(part.end() for part in _PARTS.finditer(text))]
    likely = [
        end for end in ends if date_line(_PARTS.split(text[end:], maxsplit=1)[0])
    ]  # with its label, if it has one
    if _opens_with_date(text):
        likely.append(0)
    opens = _OPENS.match(text)
    starts = [found.start() for found in DATE_STARTS.finditer(text)]
    likely += [start for start in starts if opens or _is_name(text[:start])]
    return _dates_from(likely, text, _MAX_CHARS)


def _opens_with_date(text: str) -> bool:
    """Tell whether nothing but a mark, an author or the end of the line stands behind the date that begins it."""
    found = scan(text)
    behind = text[found.meaning_end :]
    return any(printed.day for printed in found.dates) and bool(_BEHIND_DATE.match(behind) or _is_name(behind))


def _in_eastern_line(text: str) -> Taken | None:
    if any(stop in text for stop in _EASTERN_STOPS):
        return None
    return _dates_from([found.start() for found in _EASTERN_START.finditer(text)], text, _MAX_EASTERN_CHARS)


def _dates_from(starts: list[int], text: str, max_chars: int) -> Taken | None:
    """Take all of `text` when a date begins at one of `starts`."""
    for start in starts if len(text) <= max_chars else ():
        found = scan(text, start)
        if dates := tuple(printed for printed in found.dates if printed.day):
            names = _authors_around(text[:start], text[found.meaning_end :])
            return whole(text, "timestamp_line", "date_beside_authors", Dates(_earliest_first(dates), names))
    return None


def _authors_around(before: str, behind: str) -> tuple[str, ...]:
    """Return the authors before a date, or behind it: "By Jane Doe in Markets on", "Jane Doe -", "by Jane Doe"."""
    for words in (_PARTS.split(before)[0], _PARTS.split(behind)[0]):
        bare = words.strip(" ,|/–—-•·")
        opens = _BY.match(bare)
        name = _BEHIND_NAME.split(bare[opens.end() :] if opens else bare, maxsplit=1)[0]
        is_free = not NO_AUTHORS & set(name.casefold().split())
        if (_is_name(name) and (opens or is_free)) or (opens and all(map(_is_name, _AND.split(name)))):
            return read_authors(name).names
    return ()


def _earliest_first(dates: tuple[PrintedDate, ...]) -> tuple[PrintedDate, ...]:
    """Return the dates of one line, of which a later one without a label tells of an update."""
    return tuple(sorted(dates, key=lambda printed: printed.day or date.max))


def _is_name(words: str) -> bool:
    """Tell whether nothing but an author's name stands before a date, perhaps with a desk behind it."""
    parts = words.strip(" ,|–—-•·").split("|")[0].split()
    return 2 <= len(parts) <= 4 and all(part[0].isupper() and ":" not in part for part in parts)
