"""The source of a page -> the authors and the publisher that its structured data and the marks on its elements name."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from tasks.clean.dated_credits import is_full_name

_JSON_LD = re.compile(
    r"<script\b[^<>]{0,300}?application/ld\+json[^<>]{0,300}>((?:(?!</?script\b).){2,200000}?)</script", re.I | re.S
)
_MAX_BLOCKS = 12  # of structured data; pages have one to four
_ARTICLE = re.compile(r"Article|Posting|Report")
_STATED = r"\b(?:rel|itemprop)\s{0,3}=\s{0,3}[\"']?(?:[\w ]{0,40} )?author\b"
_STYLED = (
    r"\bclass\s{0,3}=\s{0,3}[\"'](?:[\w-]{1,60}\s){0,6}"
    r"(?:(?:article|post|entry|story|byline)[-_]{1,2})?(?:author|byline)(?:[-_]{1,2}(?:name|link))?[\"'\s]"
)
_WORDS = r"[^<>]{0,400}>((?:(?!</\1\b).){1,400}?)</\1>"
_MARKS = tuple(
    (re.compile(rf"<([a-z]{{1,12}})\b(?=[^<>]{{0,400}}?{attribute}){_WORDS}", re.I | re.S), most)
    # An article has up to three authors; a class is also that of the authors of other stories, unless there is but one.
    for attribute, most in ((_STATED, 3), (_STYLED, 1))
)
_BY = re.compile(r"by:?\s", re.I)


def in_structured_data(source: str) -> tuple[tuple[str, ...], str | None]:
    """Return the names of the authors and of the publisher that the page's JSON-LD gives its article."""
    for block, _ in zip(_JSON_LD.finditer(source), range(_MAX_BLOCKS), strict=False):
        for node in _nodes(_parsed(block.group(1))):
            if _ARTICLE.search(str(node.get("@type", ""))):
                return tuple(dict.fromkeys(_names(node.get("author")))), next(_names(node.get("publisher")), None)
    return (), None


def on_elements(source: str) -> tuple[str, ...]:
    """Return the names on elements that are marked as those of the author, when they are no more than an article has."""
    for pattern, most in _MARKS:
        words = [_BY.sub("", _plain(found.group(2)), count=1) for found in pattern.finditer(source)]
        names = tuple(dict.fromkeys(name for name in words if is_full_name(name)))
        if 0 < len(names) <= most:
            return names
    return ()


def _parsed(block: str) -> Any:
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):  # structured data that programs broke says nothing
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a block: itself, those of its list, those of its graph."""
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and (plain := _plain(name)) and "://" not in plain:
            yield plain


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,2000}>", " ", markup)).split())
