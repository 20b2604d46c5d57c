"""The head of an HTML page -> what it says about its article: headline, date, author, address and site."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.clean import inside, page_authors
from tasks.clean.headline import key
from tasks.clean.language import letters_unspaced
from tasks.clean.page_dates import first_published

_META = re.compile(r"<meta\b[^<>]{0,2000}>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s{0,4}=\s{0,4}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'<>]{1,300}))""")
_H1 = re.compile(r"<h1\b[^<>]{0,500}>((?:(?!<h1\b).){1,1500}?)</h1>", re.I | re.S)
_TITLE = re.compile(r"<title\b[^<>]{0,200}>((?:(?!<title\b).){1,600}?)</title>", re.I | re.S)
_CANONICAL = re.compile(
    r"<link\b(?=[^<>]{0,600}\brel\s{0,3}=\s{0,3}[\"']?canonical)[^<>]{0,600}?\bhref\s{0,3}=\s{0,3}[\"']?([^\"'\s<>]{4,600})",
    re.I,
)
_HEAD_CHARS = 400_000  # of a page; its metas and titles stand at its start
_MIN_TITLE_WORDS = 4  # a shorter <title> is a site's or a section's name
_MAX_SITE_WORDS = 4
_MIN_HEADLINE_WORDS = 4  # of a lone <h1> that no title names; a shorter one is the site's or a section's name
_MAX_BUTTON_WORDS = 3
_SEPARATORS = ("|", "- ", "–", "—", "·", "»", "_")


@dataclass(frozen=True)
class PageHead:
    """What a page says about its article, verbatim; None where it says nothing."""

    title: str | None
    date: str | None
    changed: str | None
    url: str | None
    author: str | None
    source: str | None


def read_page_head(source: str) -> PageHead:
    """Return what the head of the page `source`, and its first heading, say."""
    start = source[:_HEAD_CHARS]
    metas = _metas(start)
    stated, publisher = page_authors.in_structured_data(source)
    site = _first(metas, "og:site_name", "application-name") or publisher
    authors = [name for name in stated if key(name) != key(site or "")] or page_authors.on_elements(source)
    return PageHead(
        title=_title(source, metas),
        date=first_published(source, metas),
        changed=_first(metas, "article:modified_time", "og:updated_time"),
        url=_first(metas, "og:url", "twitter:url") or _canonical(start),
        author=_author(metas, site) or ", ".join(authors) or None,
        source=site,
    )


def _metas(start: str) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in _META.findall(start):
        attributes = {name.lower(): "".join(values) for name, *values in _ATTRIBUTE.findall(tag)}
        name = (attributes.get("property") or attributes.get("name") or "").lower()
        content = html.unescape(attributes.get("content") or attributes.get("value") or "").strip()
        if name and content:
            metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], *names: str) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _canonical(start: str) -> str | None:
    found = _CANONICAL.search(start)
    return html.unescape(found.group(1)) if found else None


def _author(metas: dict[str, str], site: str | None) -> str | None:
    author = _first(metas, "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
    return None if author and ("://" in author or key(author) == key(site or "")) else author


def _title(source: str, metas: dict[str, str]) -> str | None:
    """Return the headline as the page prints it: an <h1> that its titles name, the only one, else the titles' own words."""
    page_title = _TITLE.search(source)
    in_title = _plain(page_title.group(1)) if page_title else ""
    social = _first(metas, "og:title", "twitter:title")
    h1s = list(_headings(source, _first(metas, "og:site_name")))
    for announced in (social, in_title):
        for h1 in h1s if announced else ():
            if _names(announced or "", h1):
                return h1
    if len(h1s) == 1 and len(h1s[0].split()) >= _MIN_HEADLINE_WORDS:
        return social if social and _adds_a_button(h1s[0], social) else h1s[0]
    if social:
        return bare_title(social)
    if len(in_title.split()) + letters_unspaced(in_title) >= _MIN_TITLE_WORDS or not h1s:
        return bare_title(in_title) or None
    return h1s[0]


def _headings(source: str, site: str | None) -> Iterator[str]:
    """Yield each <h1> once, the longest first, without the site's name and its own boxes ("Get our newsletter")."""
    found = sorted(
        {words for markup in _H1.findall(source) if key(words := _plain(markup))}, key=lambda h1: (-len(h1), h1)
    )
    for words in found:
        if key(words) != key(site or "") and not inside.read_line(words):
            yield words


def _names(announced: str, h1: str) -> bool:
    """Tell whether a title is `h1`, perhaps with the name of site and section behind it ("Bridges - Riverside")."""
    one, other = key(announced), key(h1)
    if other not in one:
        return False
    behind = announced[len(h1) :].lstrip() if announced.casefold().startswith(h1.casefold()) else ""
    is_suffix = behind.startswith(_SEPARATORS) and len(behind.split()) <= _MAX_SITE_WORDS + 1
    return is_suffix or len(other) * 2 >= len(bare_title(announced))


def _adds_a_button(h1: str, announced: str) -> bool:
    """Tell whether an <h1> is the title with the words of a button behind it ("Old bridge saved Add to ...")."""
    return h1.startswith(announced) and len(h1[len(announced) :].split()) <= _MAX_BUTTON_WORDS


def bare_title(title: str) -> str:
    """Return a title without the site's name behind its last dash or bar."""
    cut = max((f" {mark} " for mark in ("|", "-", "–", "—")), key=title.rfind)
    head, _, tail = title.rpartition(cut)
    return head.strip() if len(head.split()) >= _MIN_TITLE_WORDS and len(tail.split()) <= _MAX_SITE_WORDS else title


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,2000}>", " ", markup)).split())
