"""Lines that are not the story wherever they stand: player texts, captions, share bars, promotion, notes, footers, error texts."""

import re
import unicodedata

from tasks.clean import author_notes, byline, captions, line_patterns
from tasks.clean.facts import Byline, Note
from tasks.clean.rules import Taken, whole

HIGHLIGHTS = re.compile(
    r"(?:story highlights|highlights|key points|at a glance|in short|the gist|key takeaways)\b[:.]?\s?|"
    r"(?:what you need to know|in summary)\s?:?$",
    re.I,
)
_FIRST_SIGN = "\u2600"  # of picture signs; "©" is a symbol too
_VARIANT_OF_SIGN = " \ufe0f"
_MAX_CHARS = 1300  # of an editor's note, the longest line that any rule here takes


def read_line(text: str) -> Taken | None:
    """Return what a whole line is when it is no part of the story, None when it may be."""
    if not text or len(text) > _MAX_CHARS:
        return None
    if text[0] < _FIRST_SIGN or unicodedata.category(text[0]) != "So":
        return _picture(text) or _site_text(text)
    taken = _site_text(text.lstrip(text[0] + _VARIANT_OF_SIGN))  # channels put a sign before "Subscribe to …"
    return whole(text, taken.kind, taken.rule, taken.fact) if taken else None


def _site_text(text: str) -> Taken | None:
    if rule := line_patterns.first_for(text):
        return whole(text, rule.kind, rule.rule, Note(rule.flags) if rule.flags else _author(rule.rule, text))
    if contributors := byline.read_credits(text):
        return whole(text, "byline", "contributors", contributors)
    return None


def _author(rule: str, text: str) -> Byline | None:
    """Return whom a disclaimer calls the author ("Jane Doe is … The opinions expressed in this commentary are hers.")."""
    return author_notes.named_in(text) if rule == "opinion_disclaimer" else None


def _picture(text: str) -> Taken | None:
    """Take a player's words, or a caption."""
    if end := captions.player_text(text):
        return Taken(0, end, "player_text", "player_words")
    if found := captions.read_line(text):
        return whole(text, "caption_line", "caption_alone", found)
    return None
