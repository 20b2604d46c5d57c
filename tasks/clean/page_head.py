"""The head of an HTML page -> what it says about its article: headline, date, author, address and site."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.clean import inside
from tasks.clean.headline import key

_META = re.compile(r"<meta\b[^<>]{0,2000}>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s{0,4}=\s{0,4}(?:"([^"]{0,2000})"|'([^']{0,2000})')""")
_H1 = re.compile(r"<h1\b[^<>]{0,500}>(.{1,1500}?)</h1>", re.I | re.S)
_TITLE = re.compile(r"<title\b[^<>]{0,200}>(.{1,600}?)</title>", re.I | re.S)
_CANONICAL = re.compile(
    r"<link\b(?=[^<>]{0,600}\brel\s{0,3}=\s{0,3}[\"']?canonical)[^<>]{0,600}?\bhref\s{0,3}=\s{0,3}[\"']?([^\"'\s<>]{4,600})",
    re.I,
)
_JSON_LD_DATE = re.compile(r"[\"']datePublished[\"']\s{0,4}:\s{0,4}[\"']([^\"']{6,40})[\"']")
_TIME_TAG = re.compile(r"<time\b[^<>]{0,400}?\bdatetime\s{0,3}=\s{0,3}[\"']([^\"'<>]{6,60})[\"']", re.I)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_PUBLISHED = ("article:published_time", "og:article:published_time", "og:published_time", "datepublished")
_DATE_NAMES = (
    "date", "dc.date", "dc.date.issued", "pubdate", "publishdate", "publish-date", "sailthru.date", "parsely-pub-date",
    "article.published", "publication_date", "dcterms.created",
)  # fmt: skip
_HEAD_CHARS = 400_000  # of a page; its metas and titles stand at its start
_MIN_TITLE_WORDS = 4  # a shorter <title> is a site's or a section's name
_MAX_SITE_WORDS = 4
_MIN_HEADLINE_WORDS = 4  # of a lone <h1> that no title names; a shorter one is the site's or a section's name
_SEPARATORS = ("|", "- ", "–", "—", "·", "»", "_")


@dataclass(frozen=True)
class PageHead:
    """What a page says about its article, verbatim; None where it says nothing."""

    title: str | None
    date: str | None
    url: str | None
    author: str | None
    source: str | None


def read_page_head(source: str) -> PageHead:
    """Return what the head of the page `source`, and its first heading, say."""
    start = source[:_HEAD_CHARS]
    metas = _metas(start)
    return PageHead(
        title=_title(source, metas),
        date=_date(source, metas),
        url=_first(metas, "og:url", "twitter:url") or _canonical(start),
        author=_author(metas),
        source=_first(metas, "og:site_name", "application-name"),
    )


def _metas(start: str) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in _META.findall(start):
        attributes = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(tag)}
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        content = html.unescape(attributes.get("content") or attributes.get("value") or "").strip()
        if name and content:
            metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], *names: str) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _canonical(start: str) -> str | None:
    found = _CANONICAL.search(start)
    return html.unescape(found.group(1)) if found else None


def _author(metas: dict[str, str]) -> str | None:
    author = _first(metas, "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
    return None if author and "://" in author else author


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
        return h1s[0]
    if social:
        return bare_title(social)
    if len(in_title.split()) >= _MIN_TITLE_WORDS or not h1s:
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


def bare_title(title: str) -> str:
    """Return a title without the site's name behind its last dash or bar."""
    cut = max((f" {mark} " for mark in ("|", "-", "–", "—")), key=title.rfind)
    head, _, tail = title.rpartition(cut)
    return head.strip() if len(head.split()) >= _MIN_TITLE_WORDS and len(tail.split()) <= _MAX_SITE_WORDS else title


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,2000}>", " ", markup)).split())


def _date(source: str, metas: dict[str, str]) -> str | None:
    """Return when the page says it was first published: the earliest of such statements, for later ones tell of updates."""
    stated = [metas[name] for name in _FIRST_PUBLISHED if name in metas]
    if found := _JSON_LD_DATE.search(source):
        stated.append(found.group(1))
    if stated:
        return min(stated) if all(_ISO_DAY.match(value) for value in stated) else stated[0]
    if named := _first(metas, *_DATE_NAMES):
        return named
    h1 = _H1.search(source)
    times = [(found.start(), found.group(1)) for found in _TIME_TAG.finditer(source)]
    behind = [value for start, value in times if h1 and start > h1.start()]  # one above belongs to another story
    return behind[0] if behind else times[0][1] if len(times) == 1 else None
