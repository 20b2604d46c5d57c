"""The source of an HTML page -> its visible text: its text nodes in order, without scripts, with a line break after each block.

It is a scanner of our own, because a tree parser gives up on pages nested some hundred deep.
"""

import html
import re
from collections.abc import Iterator

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
# Any other element ends the head, whether or not the page says so.
_OF_HEAD = frozenset(
    {"html", "head", "title", "meta", "link", "base", "basefont", "script", "style", "noscript", "template"}
)
_END_OF = {name: re.compile(f"</{name}", re.I) for name in _HIDDEN}


def visible_text(source: str) -> str:
    """Return the text nodes of `source` in order, one line for each block; entities stay for the repairs to count."""
    return "".join(text for text, _ in _nodes(source))


def text_and_linked_lines(source: str) -> tuple[str, frozenset[str]]:
    """Return the visible text, and its lines that are one link and no cell of a table, with their entities read."""
    nodes = list(_nodes(source))
    return "".join(text for text, _ in nodes), _linked_lines(nodes)


def _linked_lines(nodes: list[tuple[str, bool]]) -> frozenset[str]:
    found: set[str] = set()
    words: list[str] = []
    is_link = True
    for text, is_linked in (*nodes, ("\n", False)):
        if text != "\n":
            words.append(text)
            is_link = is_link and (is_linked or not text.strip())
            continue
        if is_link and (line := html.unescape("".join(words)).strip()):
            found.add(line)
        words, is_link = [], True
    return frozenset(found)


def _nodes(source: str) -> Iterator[tuple[str, bool]]:
    """Yield each piece of visible text, a line break for each block, and whether it is a link outside tables."""
    position = 0
    in_head = in_link = False
    n_tables = 0
    while match := _TAG.search(source, position):
        if match.start() > position and not in_head:
            yield _flow(source[position : match.start()]), in_link and not n_tables
        position = match.end()
        name = (match["name"] or match["name2"] or "").lower()
        closes = bool(match["close"] or match["close2"])
        if name == "head":
            in_head = not closes
        elif name and name not in _OF_HEAD:
            in_head = False
        if name == "a":
            in_link = not closes and "href" in match.group().lower()
        elif name == "table":
            n_tables = max(n_tables + (-1 if closes else 1), 0)
        if name in _HIDDEN:
            if not closes and not match.group().endswith("/>"):
                end = _END_OF[name].search(source, position)
                position = end.start() if end else len(source)
        elif name and name not in _INLINE:
            yield "\n", False
    if not in_head:
        yield _flow(source[position:]), in_link and not n_tables


def _flow(text: str) -> str:
    """Return a text node as a browser shows it: any run of white space is one space."""
    words = text.split()
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + " ".join(words) + (" " if text[-1].isspace() else "")
