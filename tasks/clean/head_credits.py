"""The credits of a head: authors, their day, and what stands between a headline and them."""

import re

from tasks.clean import byline, dated_credits, inside
from tasks.clean.author_names import read_authors
from tasks.clean.facts import Byline
from tasks.clean.first_line import above_credits as is_above_credits
from tasks.clean.first_line import is_credit, is_lone_line
from tasks.clean.rules import Taken, View, whole
from tasks.clean.sections import NO_AUTHORS

_MAX_NAME_CHARS = 60
_ROLE = re.compile(
    r"(?:[A-Z][\w’'-]*\s){0,4}(?i:correspondent|reporter|editor|writer|columnist|producer)s?"
    r"(?:,? (?:in |at |for )?(?:the )?[A-Z][\w’' -]{2,40})?"
)
_NAMES = re.compile(r"\s?[,|/&]\s?|\sand\s")
_MAX_WORDS = 12  # of what stands between a headline and its credits: a deck, a section, a place


def authors(view: View) -> Taken | None:
    """Take a line of authors, or authors before the text of a line."""
    found = byline.read_line(view.text) if view.is_whole else None
    if not found and view.is_whole and view.setting.headline:
        found = _names_in_capitals(view.text) or byline.read_with_outlet(view.text)
    if found:
        return whole(view.text, "byline", "author_line", found)
    if prefix := byline.read_prefix(view.text):
        return Taken(0, prefix[0], "byline", "author_before_text", prefix[1])
    return None


def _names_in_capitals(text: str) -> Byline | None:
    """Read `SARA KHAN`, printed alone below the headline."""
    words = text.split()
    if (
        len(text) < _MAX_NAME_CHARS
        and 2 <= len(words) <= 3
        and text.isupper()
        and all(word.replace(".", "").replace("-", "").isalpha() for word in words)
        and not NO_AUTHORS & set(text.casefold().split())
    ):
        return read_authors(text)
    return None


def authors_and_day(view: View) -> Taken | None:
    """Take authors with their day, and a bare name above a date."""
    if not view.is_whole:
        return None
    if found := dated_credits.read(view.text, strictly=view.setting.headline is None):
        return found
    below = view.following[0].text if view.following else ""
    is_name = bool(view.setting.headline) and dated_credits.is_full_name(view.text) and is_credit(view.text, below)
    return whole(view.text, "byline", "name_above_date", read_authors(view.text)) if is_name else None


def role(view: View) -> Taken | None:
    """Take what an author is, on the line below the name: `Political editor, City News`."""
    is_role = view.is_whole and view.setting.is_below_credits and _ROLE.fullmatch(view.text)
    return whole(view.text, "byline", "role_of_author") if is_role else None


def below_headline(view: View) -> Taken | None:
    """Take the one short line between a headline and its story: authors, a section, a slug.

    Among other headings it is a crosshead. A story seldom speaks of its author, and often of its section.
    """
    near = [unit.text for unit in view.following]
    if not view.is_whole or not view.setting.headline or not is_lone_line(view.text, near):
        return None
    names = _NAMES.split(view.text)
    story = " ".join(near).casefold()
    is_name = all(map(dated_credits.is_full_name, names)) and not any(
        name.casefold().split()[-1] in story for name in names
    )
    if is_name:
        return whole(view.text, "byline", "name_below_headline", read_authors(view.text))
    return whole(view.text, "kicker", "line_below_headline")


def above_credits(view: View) -> Taken | None:
    """Take a short line between the headline and the authors or day of the story."""
    is_short = len(view.text.split()) <= _MAX_WORDS and view.text[-1] not in ".!?"
    if not view.is_whole or not view.setting.headline or not is_short or inside.HIGHLIGHTS.match(view.text):
        return None
    is_above = is_above_credits([unit.text for unit in view.following])
    return whole(view.text, "kicker", "above_credits") if is_above else None
