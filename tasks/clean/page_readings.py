"""A page -> the texts that three extractors take for its article. Each errs in its own way, so their majority says what it is.

trafilatura reads it twice, once leaning to whole articles and once to clean ones; the third is the readability it brings along,
which weighs containers instead of single elements and finds stories that are set without paragraphs.
"""

import html
import re
from typing import TYPE_CHECKING

from tasks.clean.page_text import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_DEPTH = 200  # elements inside one another; trafilatura walks the tree by recursion
_MAX_CHARS = (
    2_000_000  # of a page; the extractors take seconds on more, and the largest of 600 news pages has 1,900,000 ...
)
_MAX_TAGS = 40_000  # ... and their cost grows with the tags: the largest of them has 23,000
_NESTING = re.compile(r"<(/?)(?:div|span|table|ul|ol|section|article|blockquote|b|font)\b", re.I)


def read_article(source: str) -> tuple[str, ...]:
    """Return the texts that the extractors take for the article; none when the page is too deep or too large for them."""
    if len(source) > _MAX_CHARS or not 0 < source.count("<") <= _MAX_TAGS or _depth(source) > _MAX_DEPTH:
        return ()
    from trafilatura import extract, load_html

    found = [
        extract(source, include_comments=False, favor_recall=True),
        extract(source, include_comments=False, favor_precision=True),
    ]
    if (tree := load_html(source)) is not None:
        found.append(_heaviest_container(tree))
    return tuple(text for text in found if text)


def _heaviest_container(tree: "HtmlElement") -> str:
    from trafilatura.readability_lxml import Document

    return html.unescape(visible_text(Document(tree).summary()))


def _depth(source: str) -> int:
    depth = deepest = 0
    for match in _NESTING.finditer(source):
        depth = max(depth + (-1 if match.group(1) else 1), 0)
        deepest = max(deepest, depth)
    return deepest
