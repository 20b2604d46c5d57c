"""An HTML page -> its visible text, what its head says about it, and which lines of the text are the article.

The visible text is every text node in order, without scripts and styles, with a line break after each block. It is read by a
scanner of our own, because a tree parser gives up on pages nested some hundred deep; trafilatura only points at lines.
"""

import html
import re
from dataclasses import dataclass

from tasks.clean.headline import key

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|<[!?][^<>]{0,4000}+>|"
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]{0,60})(?:[^<>\"']++|\"[^\"]{0,20000}+\"|'[^']{0,20000}+')*+/?>|<(?P<close2>/?)(?P<name2>[a-zA-Z][\w:-]{0,60})[^<>]{0,4000}+>",
    re.S,
)
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "title", "iframe", "object", "canvas", "math"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "o:p",
    ]
)
_LOOKS_LIKE = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?(?:<!doctype\s+html|<html\b|<head\b|<body\b|"
    r"<\?xml[^>]{0,200}>\s{0,20}<!doctype html)",
    re.I | re.S,
)
_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|article|section|ul|li|script|noscript|meta)\b[^<>]{0,500}>", re.I)
_META = re.compile(r"<meta\b[^<>]{0,2000}>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s{0,4}=\s{0,4}(?:"([^"]{0,2000})"|'([^']{0,2000})')""")
_H1 = re.compile(r"<h1\b[^<>]{0,500}>(.{1,1500}?)</h1>", re.I | re.S)
_TITLE = re.compile(r"<title\b[^<>]{0,200}>(.{1,600}?)</title>", re.I | re.S)
_CANONICAL = re.compile(
    r"<link\b(?=[^<>]{0,600}\brel\s{0,3}=\s{0,3}[\"']?canonical)[^<>]{0,600}?\bhref\s{0,3}=\s{0,3}[\"']?([^\"'\s<>]{4,600})",
    re.I,
)
_FIGCAPTION = re.compile(r"<figcaption\b[^<>]{0,500}>(.{1,3000}?)</figcaption>", re.I | re.S)
_JSON_LD_DATE = re.compile(r"[\"']datePublished[\"']\s{0,4}:\s{0,4}[\"']([^\"']{6,40})[\"']")
_TIME_TAG = re.compile(r"<time\b[^<>]{0,400}?\bdatetime\s{0,3}=\s{0,3}[\"']([^\"'<>]{6,60})[\"']", re.I)
_DATE_NAMES = (
    "article:published_time", "datepublished", "og:published_time", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
    "publish-date", "sailthru.date", "parsely-pub-date", "article.published", "publication_date", "dcterms.created",
)  # fmt: skip
_MAX_DEPTH = 200  # elements inside one another; trafilatura walks the tree by recursion
_MAX_BYTES = 3_000_000  # characters handed to the extractor; it takes seconds on more
_MIN_TITLE_WORDS = 4  # a shorter <title> is a site's or a section's name
_MAX_SITE_WORDS = 4
_SHORT_LINE_WORDS = 4  # shorter lines are article only when the extractor gives them as lines of their own


@dataclass(frozen=True)
class Page:
    """A page's visible text and what its head says.

    `article` holds the extractor's lines, `captions` those below figures, both folded.
    """

    text: str
    title: str | None
    date: str | None
    url: str | None
    author: str | None
    source: str | None
    article: tuple[str, ...]
    captions: frozenset[str]
    has_script: bool


def looks_like_html(text: str) -> bool:
    """Tell whether `text` is a page or a fragment of one rather than text with a tag or two."""
    start = text[:6000]
    return bool(_LOOKS_LIKE.match(start)) or (
        "<" in start and start.lstrip().startswith("<") and len(_BLOCK.findall(start)) >= 2
    )


def read(source: str) -> Page:
    """Return what can be seen of the page `source`."""
    metas = _metas(source)
    return Page(
        text=visible_text(source),
        title=_title(source, metas),
        date=_date(source, metas),
        url=_first(metas, "og:url", "twitter:url") or _canonical(source),
        author=_author(metas),
        source=_first(metas, "og:site_name", "application-name"),
        article=_article(source),
        captions=_captions(source),
        has_script="<script" in source[:200_000].lower(),
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


def _metas(source: str) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in _META.findall(source[:400_000]):
        attributes = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(tag)}
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        content = html.unescape(attributes.get("content", "")).strip()
        if name and content:
            metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], *names: str) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _canonical(source: str) -> str | None:
    found = _CANONICAL.search(source[:400_000])
    return html.unescape(found.group(1)) if found else None


def _author(metas: dict[str, str]) -> str | None:
    author = _first(metas, "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
    return None if author and "://" in author else author


def _title(source: str, metas: dict[str, str]) -> str | None:
    """Return the headline: the longest <h1> that the page's titles name, else the title for social media, else <title>."""
    h1s = sorted({words for found in _H1.findall(source) if key(words := _plain(found))}, key=len, reverse=True)
    page_title = _TITLE.search(source)
    in_title = _plain(page_title.group(1)) if page_title else ""
    social = _first(metas, "og:title", "twitter:title")
    for announced in (social, in_title):
        for h1 in h1s if announced else ():
            if key(h1) in key(announced or "") and len(h1) * 2 >= len(bare_title(announced or "")):
                return h1
    if social:
        return social
    if len(in_title.split()) >= _MIN_TITLE_WORDS or not h1s:
        return bare_title(in_title) or None
    return h1s[0]


def bare_title(title: str) -> str:
    """Return a <title> without the site's name behind its last dash or bar."""
    head, _, tail = title.rpartition(" | ") if " | " in title else title.rpartition(" - ")
    return head.strip() if len(head.split()) >= _MIN_TITLE_WORDS and len(tail.split()) <= _MAX_SITE_WORDS else title


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,2000}>", " ", markup)).split())


def _date(source: str, metas: dict[str, str]) -> str | None:
    if stated := _first(metas, *_DATE_NAMES):
        return stated
    for pattern in (_JSON_LD_DATE, _TIME_TAG):
        if found := pattern.search(source):
            return found.group(1)
    return None


def _captions(source: str) -> frozenset[str]:
    """Return the lines that stand in a <figcaption>, folded."""
    found = [html.unescape(visible_text(words)) for words in _FIGCAPTION.findall(source)]
    return frozenset(folded for words in found for line in words.split("\n") if (folded := key(line)))


def _article(source: str) -> tuple[str, ...]:
    """Return the lines that trafilatura takes for the article, folded; none when the page is too deep or too large for it."""
    if len(source) > _MAX_BYTES or _depth(source) > _MAX_DEPTH or "<" not in source:
        return ()
    from trafilatura import extract

    found = extract(source, include_comments=False, include_tables=False, with_metadata=False)
    return tuple(folded for line in (found or "").split("\n") if (folded := key(line)))


def _depth(source: str) -> int:
    depth = deepest = 0
    for match in re.finditer(r"<(/?)(?:div|span|table|ul|ol|section|article|blockquote|b|font)\b", source, re.I):
        depth = max(depth + (-1 if match.group(1) else 1), 0)
        deepest = max(deepest, depth)
    return deepest


def is_article_line(line: str, lines: frozenset[str], flow: str) -> bool:
    """Tell whether the extractor took `line`: as a line of its own, or as a part of one."""
    folded = key(line)
    return folded in lines or (folded.count(" ") + 1 >= _SHORT_LINE_WORDS and f" {folded} " in flow)
