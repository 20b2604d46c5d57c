"""The head of a document: headline, copies of it, dates, authors, captions and the dateline, in any order, line by line.

A cursor stands at the start of the first unit. The rules are asked in order; what one takes is labelled and the cursor moves
behind it, on the same line or to the next. The head ends where no rule takes anything.
"""

import re
from dataclasses import dataclass, field, replace

from tasks.clean import byline, captions, dateline, head_dates, headline, inside
from tasks.clean.author_names import read_authors
from tasks.clean.facts import Address, Byline, Headline
from tasks.clean.first_line import is_headline
from tasks.clean.lines import Label, Unit, part
from tasks.clean.rules import HeadRule, Setting, Taken, View, label, whole

_URL = re.compile(r"(?:(?:url|link|source|web)\s?:\s?)?(https?://[^\s<>\"]{4,2000})", re.I)
_SECTION_NAMES = """
world pakistan india national international sports sport business opinion editorial entertainment politics news home
latest top local regional asia africa europe americas uk us technology tech science health lifestyle culture economy
markets breaking exclusive analysis features feature columns letters featured headlines education crime
"""
_SECTIONS = frozenset(_SECTION_NAMES.split())
_MAX_SECTION_CHARS = 60  # of three words
_MAX_LABELS = 40  # a head of more pieces is a list of something else
_MAX_HEADLINE = 3000  # characters; some sites print their whole menu as the title, and twice
_OPENINGS = frozenset({"alert_mark", "date_before_text"})  # what stands behind them is a line like any other
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
        current, is_whole = part(current, taken.end, len(current.text)), taken.rule in _OPENINGS
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
    if head_dates.opens_with_stamp(view.text):
        return None
    for distance, unit in enumerate(view.following):
        if headline.same(unit.text, view.text):
            if distance == 0 and (
                (view.text.endswith((".", "”")) and len(view.text) > 200) or _is_site_text(view.text)
            ):
                return None  # a first paragraph, or "Advertisement", printed twice
            return whole(view.text, "headline_line", "repeated_line", Headline(view.text))
        if headline.length_at_start(head_dates.without_date(unit.text), view.text):
            return whole(view.text, "headline_line", "repeated_line", Headline(view.text))
        if not _is_between_copies(unit.text):
            return None
    return None


def _is_between_copies(text: str) -> bool:
    """Tell whether a line may part a headline from its copy: a date, authors, an address, a section's name, a site's own line."""
    return bool(
        head_dates.date_line(text)
        or byline.read_line(text)
        or _URL.fullmatch(text)
        or _is_section(text)
        or inside.read_line(text)
    )


def _is_site_text(text: str) -> bool:
    """Tell whether a line is the site's own ("Advertisement") or a caption: they stand twice too; headlines may begin like one."""
    return captions.ends_with_photographer(text) or (len(text.split()) < 4 and inside.read_line(text) is not None)


def _first_line(view: View) -> Taken | None:
    if view.setting.headline or not view.is_whole or not is_headline(view.text, view.following, view.setting):
        return None
    return whole(view.text, "headline_line", "first_line", Headline(view.text))


def _alert_mark(view: View) -> Taken | None:
    """Take the asterisks or bullets that a wire prints before an urgent line."""
    found = re.match(r"[*#>•►▶\s]{2,12}(?=[A-Z\"“])", view.text) if view.is_whole else None
    return Taken(0, found.end(), "kicker", "alert_mark") if found else None


def _section(view: View) -> Taken | None:
    return whole(view.text, "kicker", "section_name") if view.is_whole and _is_section(view.text) else None


def _is_section(text: str) -> bool:
    if len(text) > _MAX_SECTION_CHARS:
        return False
    words = text.casefold().strip(" >»|/").split()
    return 0 < len(words) <= 3 and all(word in _SECTIONS or word in (">", "»", "/", "|", "&") for word in words)


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
        return read_authors(text)
    return None


def _inside(view: View) -> Taken | None:
    return inside.read_line(view.text) if view.is_whole else None


def _glued_caption(view: View) -> Taken | None:
    found = captions.read_glued(view.text)
    return Taken(0, found[0], "caption_line", "caption_before_text", found[1]) if found else None


def _dateline(view: View) -> Taken | None:
    found = dateline.read(view.text, view.setting.is_lower_case, view.setting.others_have_labels)
    if not found or _is_headline_of_a_place(view, found[0]):
        return None
    return Taken(0, found[0], "dateline", "dateline", found[1])


def _is_headline_of_a_place(view: View, end: int) -> bool:
    """Tell whether a line is a headline that names its place first ("Lahore: Bridge to be repaired"), no story filed there."""
    has_capitals = view.text[:end].isupper() or any(char.isdigit() for char in view.text[:end])
    return not has_capitals and end < len(view.text) and _first_line(view) is not None


HEAD_RULES: tuple[HeadRule, ...] = (
    _address,
    head_dates.date_label,
    head_dates.dates,
    _alert_mark,
    _headline_copy,
    _repeated_line,
    head_dates.date_prefix,
    _section,
    _authors,
    _inside,
    _dateline,
    _glued_caption,
    _first_line,
)
