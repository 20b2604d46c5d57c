"""An HTML page -> its visible text, what its head says about it, and which lines of the text are the article.

The visible text is every text node in order, without scripts and styles, with a line break after each block. It is read by a
scanner of our own, because a tree parser gives up on pages nested some hundred deep; trafilatura only points at lines.
"""

import html
import re
from dataclasses import dataclass

from tasks.clean.headline import key
from tasks.clean.page_head import PageHead, read_page_head

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|<[!?][^<>]{0,4000}+>|"
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]{0,60})(?:[^<>\"']++|\"[^\"]{0,20000}+\"|'[^']{0,20000}+')*+/?>|<(?P<close2>/?)(?P<name2>[a-zA-Z][\w:-]{0,60})[^<>]{0,4000}+>",
    re.S,
)
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "title", "iframe", "object", "canvas", "math"})
_INLINE_NAMES = """
a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike
strong sub sup time tt u var wbr o:p
"""
_INLINE = frozenset(_INLINE_NAMES.split())
_LOOKS_LIKE = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?(?:<!doctype\s+html|<html\b|<head\b|<body\b|"
    r"<\?xml[^>]{0,200}>\s{0,20}<!doctype html)",
    re.I | re.S,
)
_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|article|section|ul|li|script|noscript|meta)\b[^<>]{0,500}>", re.I)
_FIGCAPTION = re.compile(r"<figcaption\b[^<>]{0,500}>(.{1,3000}?)</figcaption>", re.I | re.S)
# Services that stand before a site and let in whom they take for a person; their page has no text of its own.
_GUARD = re.compile(
    r"_Incapsula_|cf-chl|challenge-platform|captcha|datadome|perimeterx|px-captcha|distil_r_|akamai.{0,9}bot", re.I
)
_MAX_DEPTH = 200  # elements inside one another; trafilatura walks the tree by recursion
_MAX_BYTES = 3_000_000  # characters handed to the extractor; it takes seconds on more


@dataclass(frozen=True)
class Page:
    """A page's visible text and what its head says.

    `article` holds the extractor's lines, `captions` those below figures, both folded.
    """

    text: str
    head: PageHead
    article: tuple[str, ...]
    captions: frozenset[str]
    has_script: bool
    has_guard: bool


def looks_like_html(text: str) -> bool:
    """Tell whether `text` is a page or a fragment of one rather than text with a tag or two."""
    start = text[:6000]
    return bool(_LOOKS_LIKE.match(start)) or (
        "<" in start and start.lstrip().startswith("<") and len(_BLOCK.findall(start)) >= 2
    )


def read(source: str) -> Page:
    """Return what can be seen of the page `source`."""
    return Page(
        text=visible_text(source),
        head=read_page_head(source),
        article=_article(source),
        captions=_captions(source),
        has_script="<script" in source[:200_000].lower(),
        has_guard=bool(_GUARD.search(source[:200_000])),
    )


def visible_text(source: str) -> str:
    """Return the text nodes of `source` in order, one line for each block; entities stay for the repairs to count."""
    parts: list[str] = []
    lowered = source.lower()
    position = 0
    in_head = False
    while match := _TAG.search(source, position):
        if match.start() > position and not in_head:
            parts.append(_flow(source[position : match.start()]))
        position = match.end()
        name = (match["name"] or match["name2"] or "").lower()
        closes = bool(match["close"] or match["close2"])
        if name == "head":
            in_head = not closes
        elif name == "body":
            in_head = False
        if name in _HIDDEN and not closes and not match.group().endswith("/>"):
            end = lowered.find(f"</{name}", position)
            position = len(source) if end < 0 else end
        elif name and name not in _INLINE and name not in _HIDDEN:
            parts.append("\n")
    if not in_head:
        parts.append(_flow(source[position:]))
    return "".join(parts)


def _flow(text: str) -> str:
    """Return a text node as a browser shows it: any run of white space is one space."""
    words = text.split()
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + " ".join(words) + (" " if text[-1].isspace() else "")


def _captions(source: str) -> frozenset[str]:
    """Return the lines that stand in a <figcaption>, folded."""
    found = [html.unescape(visible_text(words)) for words in _FIGCAPTION.findall(source)]
    return frozenset(folded for words in found for line in words.split("\n") if (folded := key(line)))


def _article(source: str) -> tuple[str, ...]:
    """Return the lines that trafilatura takes for the article, folded; none when the page is too deep or too large for it."""
    if len(source) > _MAX_BYTES or _depth(source) > _MAX_DEPTH or "<" not in source:
        return ()
    from trafilatura import extract

    found = extract(source, include_comments=False, include_tables=True, with_metadata=False)
    return tuple(folded for line in (found or "").split("\n") if (folded := key(line)))


def _depth(source: str) -> int:
    depth = deepest = 0
    for match in re.finditer(r"<(/?)(?:div|span|table|ul|ol|section|article|blockquote|b|font)\b", source, re.I):
        depth = max(depth + (-1 if match.group(1) else 1), 0)
        deepest = max(deepest, depth)
    return deepest
