"""Decoded text -> repaired text, with every repair counted by name. Quotation marks and spelling stay as printed.

Repairs run until none has anything left to do (at most `_ROUNDS` times, which no real text needs), so repairing
repaired text changes nothing.
"""

import html
import re
from collections import Counter
from collections.abc import Callable

from tasks.clean.missing_spaces import mend_missing_spaces

_ROUNDS = 4
_ENTITY = re.compile(r"&(?:amp;){0,9}(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(
    r"</?(p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|blockquote|font|table|tr|td|th|tbody|img|figure|figcaption|"
    r"sup|sub|small|center|hr|section|article|iframe)(?:\s[^<>]{0,600})?\s{0,3}/?>",
    re.I,
)
_INLINE = frozenset({"span", "a", "b", "i", "u", "em", "strong", "font", "sup", "sub", "small", "img"})
_LOST_BRACKET = re.compile(
    r"(?<![\w<&/=-])(?:strong|span|blockquote|figcaption)>|(?<![\w<])/(?:p|[abiu]|em|strong|span|div|li|ul|h[1-6])>"
)
_TAG_HINTS = ("</", "<br", "<BR")  # a lone "<B>" or "<P>" is a ticker; markup closes what it opens
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4\u0102-\u0178][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\ufffd]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_C1 = re.compile(r"[\x80-\x9f]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_SOFT_HYPHEN = re.compile("\u00ad")
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff\u180e]|(?<=[\u0000-\u024f])[\u200c\u200d](?=[\u0000-\u024f])")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NO_BREAK_SPACE = re.compile("[\u00a0\u2007\u202f]")
_UNDEFINED_C1 = "\x81\x8d\x8f\x90\x9d"


def repair(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return the repaired text and (name, count) of each repair, in the order in which they run."""
    counts: Counter[str] = Counter()
    text = _LINE_END.sub("\n", text)
    for _ in range(_ROUNDS):
        before = text
        for name, applies, mend in _REPAIRS:
            if applies(text):
                text, n_mended = mend(text)
                if n_mended:
                    counts[name] += n_mended
        if text == before:
            break
    if n_lost := text.count("\ufffd"):
        counts["replacement_character"] = n_lost
    return text, tuple(counts.items())


def _mend_mojibake(text: str) -> tuple[str, int]:
    from ftfy import fix_encoding

    n_mended = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _MOJIBAKE.search(line) and (fixed := fix_encoding(line)) != line:
            lines[number] = fixed
            n_mended += 1
    return "\n".join(lines), n_mended


def _mend_entities(text: str) -> tuple[str, int]:
    n_mended = 0

    def unescape(match: re.Match[str]) -> str:
        nonlocal n_mended
        entity = f"&{match.group(1)};"  # without the "amp;" of text that was escaped more than once
        plain = html.unescape(entity)
        if plain == entity:
            return match.group()
        n_mended += 1
        return plain

    return _ENTITY.sub(unescape, text), n_mended


def _is_markup(text: str) -> bool:
    return any(hint in text for hint in _TAG_HINTS) or text.count("<p>") > 1


def _mend_tags(text: str) -> tuple[str, int]:
    return _TAG.subn(lambda match: "" if match.group(1).lower() in _INLINE else "\n", text)


def _mend_c1(text: str) -> tuple[str, int]:
    """Read C1 controls as the cp1252 characters they were before someone called the bytes Latin-1."""
    return _C1.subn(
        lambda match: "" if match.group() in _UNDEFINED_C1 else match.group().encode("latin-1").decode("cp1252"), text
    )


def _substitution(pattern: re.Pattern[str], by: str) -> Callable[[str], tuple[str, int]]:
    return lambda text: pattern.subn(by, text)


def _not_ascii(text: str) -> bool:
    return not text.isascii()


_REPAIRS: tuple[tuple[str, Callable[[str], object], Callable[[str], tuple[str, int]]], ...] = (
    ("mojibake", lambda text: not text.isascii() and _MOJIBAKE.search(text), _mend_mojibake),
    ("html_entity", lambda text: "&" in text, _mend_entities),
    ("html_tag", lambda text: "<" in text and _is_markup(text), _mend_tags),
    ("broken_tag", lambda text: ">" in text, _substitution(_LOST_BRACKET, "")),
    ("line_end", lambda text: "\r" in text or not text.isascii(), _substitution(_LINE_END, "\n")),
    ("control_character", lambda _: True, _substitution(_CONTROL, "")),
    ("c1_control", _not_ascii, _mend_c1),
    ("soft_hyphen", _not_ascii, _substitution(_SOFT_HYPHEN, "")),
    ("zero_width", _not_ascii, _substitution(_ZERO_WIDTH, "")),
    ("bidi_control", _not_ascii, _substitution(_BIDI, "")),
    ("no_break_space", _not_ascii, _substitution(_NO_BREAK_SPACE, " ")),
    ("missing_space", lambda _: True, mend_missing_spaces),
)
