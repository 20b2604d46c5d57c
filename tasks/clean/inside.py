"""Lines that are not the story wherever they stand: player texts, captions, share bars, promotion, notes, footers, error texts."""

from tasks.clean import byline, captions
from tasks.clean.facts import Note
from tasks.clean.line_patterns import line_patterns
from tasks.clean.rules import Taken, whole

_MAX_CHARS = 1300  # of an editor's note, the longest line that any rule here takes


def read_line(text: str) -> Taken | None:
    """Return what a whole line is when it is no part of the story, None when it may be."""
    if len(text) > _MAX_CHARS:
        return None
    if taken := _picture(text):
        return taken
    for rule in line_patterns():
        if rule.takes(text):
            return whole(text, rule.kind, rule.rule, Note(rule.flags) if rule.flags else None)
    if contributors := byline.read_credits(text):
        return whole(text, "byline", "contributors", contributors)
    return None


def _picture(text: str) -> Taken | None:
    """Take a player's words, or a caption."""
    if end := captions.player_text(text):
        return Taken(0, end, "player_text", "player_words")
    if found := captions.read_line(text):
        return whole(text, "caption_line", "caption_alone", found)
    return None
