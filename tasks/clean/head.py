"""The head of a document: headline, copies of it, dates, authors, captions and the dateline, in any order, line by line.

A cursor stands at the start of the first unit. The rules are asked in order; what one takes is labelled and the cursor moves
behind it, on the same line or to the next. The head ends where no rule takes anything.
"""

import re
from dataclasses import dataclass, field, replace

from tasks.clean import byline, captions, dateline, headline, inside, outlets
from tasks.clean.date_words import scan, whole_line
from tasks.clean.facts import Address, Byline, Dates, Headline
from tasks.clean.first_line import is_headline
from tasks.clean.lines import Label, Unit, part
from tasks.clean.rules import HeadRule, Setting, Taken, View, label, whole

_URL = re.compile(r"(?:(?:url|link|source|web)\s?:\s?)?(https?://[^\s<>\"]{4,2000})", re.I)
_AGENCY_WORD = re.compile(r"[A-Z][\w.]{1,12}(?:\s[A-Z]\w{1,12})?(?=\s)")
_SECTION_NAMES = """
world pakistan india national international sports sport business opinion editorial entertainment politics news home
latest top local regional asia africa europe americas uk us technology tech science health lifestyle culture economy
markets breaking exclusive analysis features feature columns letters featured headlines education crime
"""
_SECTIONS = frozenset(_SECTION_NAMES.split())
_MAX_LABELS = 40  # a head of more pieces is a list of something else
_MAX_HEADLINE = 3000  # characters; some sites print their whole menu as the title, and twice
_LOOK_AHEAD = 12  # units in which a headline's second copy stands, or other headings that tell what the first line is


@dataclass
class Head:
    """The labels of the head, the headline if one was found, and the units that remain."""

    labels: list[Label] = field(default_factory=list)
    headline: str | None = None
    headline_source: str | None = None
    rest: list[Unit] = field(default_factory=list)


def read_head(units: list[Unit], setting: Setting) -> Head:
    """Label the head of `units`."""
    head = Head(headline=setting.headline)
    number, current, is_whole = 0, units[0] if units else None, True
    while current is not None and len(head.labels) < _MAX_LABELS:
        view = View(
            current.text,
            is_whole,
            units[number + 1 : number + 1 + _LOOK_AHEAD],
            replace(setting, headline=head.headline),
        )
        taken = _first(view)
        if taken is None:
            break
        head.labels.append(label(current, taken))
        if isinstance(taken.fact, Headline) and head.headline is None:
            head.headline = taken.fact.text
            head.headline_source = "repeated_line" if taken.rule == "repeated_line" else "first_line"
        current, is_whole = part(current, taken.end, len(current.text)), taken.rule == "alert_mark"
        if current is None:
            number += 1
            current, is_whole = (units[number] if number < len(units) else None), True
    head.rest = ([current] if current is not None else []) + units[number + 1 :]
    return head


def _first(view: View) -> Taken | None:
    return next((taken for rule in HEAD_RULES if (taken := rule(view))), None)


def _address(view: View) -> Taken | None:
    if "://" in view.text[:20] and (found := _URL.fullmatch(view.text)):
        return whole(view.text, "metadata_line", "address_line", Address(found.group(1)))
    return None


def _dates(view: View) -> Taken | None:
    return date_line(view.text)


def date_line(text: str) -> Taken | None:
    """Take a line of dates and nothing else; "2 hours ago" is taken and tells no date."""
    found = whole_line(text)
    if not found:
        return None
    has_clock = any(printed.clock for printed in found.dates)
    if not found.dates:
        return whole(text, "timestamp_line", "relative_time")
    return whole(text, "timestamp_line" if has_clock else "date_line", "date_alone", Dates(found.dates))


def _date_prefix(view: View) -> Taken | None:
    """Take a date that the story, or the headline again, follows on the same line."""
    if not any(char.isdigit() for char in view.text[:40]):
        return None
    start = 0
    if agency := _AGENCY_WORD.match(view.text):
        start = agency.end() if outlets.agency(agency.group()) else 0
    found = scan(view.text, start)
    if not any(printed.day or printed.order_unknown or printed.impossible for printed in found.dates):
        return None
    rest = view.text[found.meaning_end :].lstrip(" -–—|:,.;)")
    if not rest or (rest[0].islower() and not (found.has_label or view.setting.is_lower_case)):
        return None
    end = len(view.text) - len(rest)
    return Taken(0, end, "date_prefix", "date_before_text", Dates(found.dates))


def _headline_copy(view: View) -> Taken | None:
    known = view.setting.headline
    if not known:
        return None
    if view.is_whole and headline.same(view.text, known):
        return whole(view.text, "headline_line", "headline_again", Headline(view.text))
    if end := headline.length_at_start(view.text, known):
        return Taken(0, end, "headline_line", "headline_before_text", Headline(view.text[:end]))
    return None


def _repeated_line(view: View) -> Taken | None:
    """Take a line as the headline because it stands there again, at once or after dates and authors."""
    if view.setting.headline or not view.is_whole or len(view.text) > _MAX_HEADLINE or not headline.key(view.text):
        return None
    for distance, unit in enumerate(view.following):
        if headline.same(unit.text, view.text):
            if distance == 0 and (
                (view.text.endswith((".", "”")) and len(view.text) > 200) or _is_site_text(view.text)
            ):
                return None  # a first paragraph, or "Advertisement", printed twice
            return whole(view.text, "headline_line", "repeated_line", Headline(view.text))
        if headline.length_at_start(_without_date(unit.text), view.text):
            return whole(view.text, "headline_line", "repeated_line", Headline(view.text))
        if not (date_line(unit.text) or byline.read_line(unit.text) or _URL.fullmatch(unit.text)):
            return None
    return None


def _is_site_text(text: str) -> bool:
    """Tell whether a short line is the site's own ("Advertisement"), which also stands twice; a headline may begin like one."""
    return len(text.split()) < 4 and inside.read_line(text) is not None


def _without_date(text: str) -> str:
    return text[scan(text).meaning_end :].lstrip(" -–—|:,.")


def _first_line(view: View) -> Taken | None:
    if view.setting.headline or not view.is_whole or not is_headline(view.text, view.following, view.setting):
        return None
    return whole(view.text, "headline_line", "first_line", Headline(view.text))


def _alert_mark(view: View) -> Taken | None:
    """Take the asterisks or bullets that a wire prints before an urgent line."""
    found = re.match(r"[*#>•►▶\s]{2,12}(?=[A-Z\"“])", view.text) if view.is_whole else None
    return Taken(0, found.end(), "kicker", "alert_mark") if found else None


def _section(view: View) -> Taken | None:
    words = view.text.casefold().strip(" >»|/").split()
    if (
        view.is_whole
        and 0 < len(words) <= 3
        and all(word in _SECTIONS or word in (">", "»", "/", "|", "&") for word in words)
    ):
        return whole(view.text, "kicker", "section_name")
    return None


def _authors(view: View) -> Taken | None:
    found = byline.read_line(view.text) if view.is_whole else None
    if not found and view.is_whole and len(view.text) < 60 and view.setting.headline:
        found = _names_in_capitals(view.text)
    if found:
        return whole(view.text, "byline", "author_line", found)
    if prefix := byline.read_prefix(view.text):
        return Taken(0, prefix[0], "byline", "author_before_text", prefix[1])
    return None


def _names_in_capitals(text: str) -> Byline | None:
    """Read `SARA KHAN`, printed alone below the headline."""
    words = text.split()
    if (
        2 <= len(words) <= 3
        and text.isupper()
        and all(word.replace(".", "").replace("-", "").isalpha() for word in words)
    ):
        return byline.byline(text)
    return None


def _inside(view: View) -> Taken | None:
    return inside.read_line(view.text) if view.is_whole else None


def _glued_caption(view: View) -> Taken | None:
    found = captions.read_glued(view.text)
    return Taken(0, found[0], "caption_line", "caption_before_text", found[1]) if found else None


def _dateline(view: View) -> Taken | None:
    found = dateline.read(view.text, view.setting.is_lower_case, view.setting.others_have_labels)
    return Taken(0, found[0], "dateline", "dateline", found[1]) if found else None


HEAD_RULES: tuple[HeadRule, ...] = (
    _address,
    _dates,
    _alert_mark,
    _headline_copy,
    _repeated_line,
    _date_prefix,
    _section,
    _authors,
    _inside,
    _dateline,
    _glued_caption,
    _first_line,
)
