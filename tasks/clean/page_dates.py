"""The source of a page -> when it says that it was first published, verbatim.

The kinds of statement are asked in the order of their worth; a day on which the page was changed is none of them.
"""

import html
import re

_VALUE = r"[\"']([^\"'<>]{6,60})[\"']"
_JSON_LD_DATE = re.compile(rf"[\"']datePublished[\"']\s{{0,4}}:\s{{0,4}}{_VALUE}")
_MARKED = re.compile(  # schema.org's and hAtom's marks, on whatever element prints the date
    r"<[a-z]{1,12}\b(?=[^<>]{0,400}?\b(?:itemprop\s{0,3}=\s{0,3}[\"']?datePublished\b|class\s{0,3}=\s{0,3}[\"']published[\"'\s]))"
    rf"[^<>]{{0,400}}?\b(?:content|datetime|title)\s{{0,3}}=\s{{0,3}}{_VALUE}",
    re.I,
)
_TIME_TAG = re.compile(rf"<time\b[^<>]{{0,400}}?\bdatetime\s{{0,3}}=\s{{0,3}}{_VALUE}", re.I)
_IN_SCRIPTS = re.compile(
    r"\"(?:pub|publish|published|publication|date_?published|first_?published)(?:_?(?:date|time|at|on))?\\{0,3}\"\s{0,4}:\s{0,4}"
    r"\\{0,3}\"(\d{4}-?\d\d-?\d\d[^\"\\]{0,30})",
    re.I,
)
_H1 = re.compile(r"<h1\b", re.I)
_HEAD_END = re.compile(r"</head>|<body\b", re.I)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_DAY = ("0000", "0001-01-01", "1969-12-31", "1970-01-01")  # what programs write for "not known"
# Names of metas, as letters only: sites write published_time, publish-date, DC.date.issued.
_FIRST_PUBLISHED = ("articlepublishedtime", "ogarticlepublishedtime", "ogpublishedtime")
_DATE_NAMES = (
    "date", "dcdate", "dcdateissued", "dctermsdate", "dctermsissued", "pubdate", "publishdate", "publisheddate", "sailthrudate",
    "parselypubdate", "articlepublished", "articlepubdate", "articledateoriginal", "publicationdate", "publishtime",
    "publishedtime", "originalpublicationdate", "firstpublished", "rnewsdatepublished", "citationpublicationdate",
    "citationdate", "cxenseparserecspublishtime", "dctermscreated", "dcdatecreated", "datecreated", "pdate", "ptime",
)  # fmt: skip


def first_published(source: str, metas: dict[str, str]) -> str | None:
    """Return when the page says it was first published, None when it does not say so."""
    named = {re.sub("[^a-z]", "", name): value for name, value in reversed(metas.items()) if _is_known(value)}
    return _stated(source, named) or _named(named) or _beside_headline(source) or _in_scripts(source)


def _is_known(value: str) -> bool:
    return not value.startswith(_NO_DAY)


def _stated(source: str, named: dict[str, str]) -> str | None:
    """Return the earliest of the statements that mean nothing else: later ones tell of updates."""
    values = [named[name] for name in _FIRST_PUBLISHED if name in named]
    if (found := _JSON_LD_DATE.search(source)) and _is_known(found.group(1)):
        values.append(found.group(1))
    if values and all(_ISO_DAY.match(value) for value in values):
        return min(values)
    return values[0] if values else None


def _named(named: dict[str, str]) -> str | None:
    return next((named[name] for name in _DATE_NAMES if name in named), None)


def _beside_headline(source: str) -> str | None:
    """Return the first marked date or <time> in the head or behind the headline, or the only one: others are other stories'."""
    matches = [*_MARKED.finditer(source), *_TIME_TAG.finditer(source)]
    dates = sorted({(match.start(), html.unescape(match.group(1))) for match in matches if _is_known(match.group(1))})
    h1, head_end = _H1.search(source), _HEAD_END.search(source)
    start, end = h1.start() if h1 else len(source), head_end.start() if head_end else 0
    found = [value for at, value in dates if at > start or at < end]
    return found[0] if found else dates[0][1] if len(dates) == 1 else None


def _in_scripts(source: str) -> str | None:
    """Return the date that the data of the page's scripts give, when they give but one: lists of stories give many."""
    values = [value for value in _IN_SCRIPTS.findall(html.unescape(source)) if _is_known(value)]
    days = {re.sub(r"\D", "", value)[:8] for value in values}
    return values[0] if len(days) == 1 else None
