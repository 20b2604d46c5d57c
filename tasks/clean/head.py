"""The head of a document: headline, copies of it, dates, authors, captions and the dateline, in any order, line by line.

A cursor stands at the start of the first unit. The rules are asked in order; what one takes is labelled and the cursor moves
behind it, on the same line or to the next. The head ends where no rule takes anything.
"""

import re
from dataclasses import dataclass, field, replace

from tasks.clean import (
    author_notes,
    byline,
    captions,
    dateline,
    head_credits,
    head_dates,
    headline,
    inside,
)
from tasks.clean.facts import Address, Headline
from tasks.clean.first_line import above_filed_story, is_headline
from tasks.clean.lines import Label, Unit, part
from tasks.clean.rules import HeadRule, Setting, Taken, View, label, whole
from tasks.clean.sections import SECTIONS

_URL = re.compile(r"(?:(?:url|link|source|web)\s?:\s?)?(https?://[^\s<>\"]{4,2000})", re.I)
# A scraper put the page's address before the text, with or without a space ("…/2003781903Police searched the house").
_GLUED_URL = re.compile(
    r"(https?://[^\s<>\"]{8,400}?(?:\d|\.html?|/))(?=[A-Z][a-z]*\s)|(?P<spaced>https?://[^\s<>\"]{8,400})\s+(?=[A-Z“\"‘'])"
)
_PAGE_MARK = re.compile(
    r"(?:(?:\(updated [^()]{4,30}\)|get short url(?: \d{1,6}){0,3}|listen to (?:this )?article(?: \d{1,2}:\d\d)?|"
    r"\d{1,2} min(?:ute)?s? read)"
    r"[\s|•·:–-]*)+(?=(?-i:[A-Z“\"‘']))",
    re.I,
)
_MAX_SECTION_CHARS = 60  # of three words
_MAX_MASTHEAD = 3  # words
_SLUG = re.compile(r"[A-Z]{2,}(?:-[A-Z\d]{2,})+\b[^a-z]*$")  # "AM-HARBOUR-FIRE (TOP, 3RD LD)"
_MAX_LABELS = 40  # a head of more pieces is a list of something else
_MAX_HEADLINE = 3000  # characters; some sites print their whole menu as the title, and twice
_OPENINGS = frozenset({"alert_mark", "date_before_text"})  # what stands behind them is a line like any other
_PROSE_BELOW = 3  # paragraphs
_MIN_STANDFIRST, _MAX_STANDFIRST = (
    8,
    35,
)  # words; shorter lines are crossheads, longer ones paragraphs whose last mark was lost
_MIN_SENTENCE = 4  # words
_MANY_LABELS = 2  # "Price: 12 euros Size: A4" is data
_CREDITS = frozenset({"timestamp_line", "date_line", "byline"})
_MARKS = frozenset(".!?…”\"’')。।؟")
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
            replace(setting, headline=head.headline, is_below_credits=any(one.kind in _CREDITS for one in head.labels)),
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
    if "://" not in view.text[:20]:
        return None
    if found := _URL.fullmatch(view.text):
        return whole(view.text, "metadata_line", "address_line", Address(found.group(1)))
    if (glued := _GLUED_URL.match(view.text)) and view.is_whole:
        return Taken(0, glued.end(), "metadata_line", "address_before_text", Address(glued[1] or glued["spaced"]))
    return None


def _headline_copy(view: View) -> Taken | None:
    known = view.setting.headline
    if not known:
        return None
    if view.is_whole and (headline.same(view.text, known) or headline.retold(view.text, known)):
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
        if headline.retold(unit.text, view.text) or headline.length_at_start(
            head_dates.without_date(unit.text), view.text
        ):
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


def _note_on_author(view: View) -> Taken | None:
    if view.is_whole and author_notes.is_about(view.text, view.setting.authors):
        return whole(view.text, "metadata_line", "note_on_author")
    return None


def _standfirst(view: View) -> Taken | None:
    """Take a first line that ends without a mark above paragraphs that all end with one.

    It is a standfirst, a second deck or a caption that lost its credit: 43 of 45 that were read.
    """
    near = [unit.text for unit in view.following[:_PROSE_BELOW]]
    n_words = len(view.text.split())
    is_length = _MIN_STANDFIRST <= n_words <= _MAX_STANDFIRST
    if view.is_whole and view.setting.headline and is_length and near and byline.read_line(near[0]):
        return whole(view.text, "kicker", "standfirst")  # it parts the headline from its author
    is_line = is_length and view.text[-1].isalnum() and view.text.count(": ") < _MANY_LABELS
    if not view.is_whole or not is_line or len(near) < _PROSE_BELOW or near[0][0].islower():
        return None
    is_story = all(text[-1] in _MARKS and len(text.split()) >= _MIN_SENTENCE for text in near)
    return whole(view.text, "kicker", "standfirst") if is_story else None


def _page_mark(view: View) -> Taken | None:
    """Take what a page prints beside a story and a scraper before its text: `Get short URL`, `3 min read`."""
    found = _PAGE_MARK.match(view.text)
    return Taken(0, found.end(), "metadata_line", "page_mark_before_text") if found else None


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
    return 0 < len(words) <= 3 and all(word in SECTIONS or word in (">", "»", "/", "|", "&") for word in words)


def _above_dateline(view: View) -> Taken | None:
    """Take a short line above the paragraph that a dateline opens: there the story begins."""
    if not view.is_whole or not view.setting.headline or len(view.text.split()) > _MAX_STANDFIRST:
        return None
    near = [view.text, *(unit.text for unit in view.following)]
    is_above = not inside.HIGHLIGHTS.match(view.text) and above_filed_story(near, view.setting)
    return whole(view.text, "kicker", "above_dateline") if is_above else None


def _above_headline(view: View) -> Taken | None:
    """Take a masthead or a wire's slug above the headline."""
    if view.setting.headline or not view.is_whole or not view.following:
        return None
    is_name = len(view.text.split()) <= _MAX_MASTHEAD and view.text[-1].isalnum() and view.text[0].isupper()
    if not is_name and not _SLUG.match(view.text):
        return None
    below, rest = view.following[0].text, view.following[1:]
    return whole(view.text, "kicker", "above_headline") if is_headline(below, rest, view.setting) else None


def _inside(view: View) -> Taken | None:
    return inside.read_line(view.text) if view.is_whole else None


def _glued_caption(view: View) -> Taken | None:
    found = captions.read_glued(view.text)
    return Taken(0, found[0], "caption_line", "caption_before_text", found[1]) if found else None


def _dateline(view: View) -> Taken | None:
    if view.is_whole and view.following and (alone := dateline.read_alone(view.text)):
        return whole(view.text, "dateline", "dateline_alone", alone)
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
    head_credits.authors,
    head_credits.authors_and_day,
    head_credits.role,
    _inside,
    _dateline,
    _glued_caption,
    _page_mark,
    _above_headline,
    _first_line,
    _note_on_author,
    _above_dateline,
    head_credits.above_credits,
    head_credits.below_headline,
    _standfirst,
)
