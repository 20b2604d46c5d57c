"""Names and hosts -> outlets and agencies, one name each, and the places where a text cites one as its source."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from tasks.clean.places import fold
from tasks.clean.user_rules import UserOutlet

_FILE = Path(__file__).with_name("outlets.toml")
# Words an article's text shares with names of outlets; alone they cite nobody.
_WORDS_TOO = """
aa, ann, apa, aps, australian, cp, dawn, fars, forbes, guardian, ina, map, mehr, mena, new age, online, pa, pap, punch, rss, slate,
spa, stuff, tap, tempo, the age, the atlantic, the australian, the citizen, the intercept, the nation, the national, the news,
the print, the standard, the star, the sun, the wire, time, trend, uni, vanguard
"""
_NOT_CITED = frozenset(name.strip() for name in _WORDS_TOO.split(","))
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MAY_FOLLOW = frozenset(
    f"{_DAYS} tv television channel radio news newspaper magazine english urdu arabic persian online".split()
)
_NAME = r"((?:the\s)?[A-Z][\w&'’.\-]*(?:\s(?:of\s)?[A-Z][\w&'’.\-]*){0,4})"
_CITED_BEFORE = re.compile(
    r"\b(?:told|[Aa]ccording to|[Aa]s reported by|reported by|[Qq]uoted by|cited by|[Cc]iting|interview with|interviewed by|"
    r"[Ss]peaking (?:to|with)|spoke (?:to|with)|statement to|report (?:by|in|from))\s" + _NAME
)
_CITED_AFTER = re.compile(
    _NAME
    + r"(?:\s(?:newspaper|television|TV|channel|news agency|website|has|had|also))?\s(?:reported|reports|quoted|cited)\b"
)
_KINDS = (
    "newspaper",
    "daily",
    "magazine",
    "television",
    "TV",
    "channel",
    "broadcaster",
    "radio",
    "news agency",
    "website",
)
_KIND = rf"(?:{'|'.join(_KINDS)})"
_KIND_SAID = re.compile(rf"\s{_KIND}\s(?:said|says)\b")
_NAME_BEFORE = re.compile(rf"{_NAME}$")
_KIND_BEFORE = re.compile(rf"\b{_KIND}\s{_NAME}(?=,?\s(?:said|says|reported|reports|quoted)\b)")
# Who speaks so speaks to reporters: here "The News" and "Dawn" are papers.
_TOLD = re.compile(r"\btold\s(?=[A-Z])")
_NAME_BEHIND = re.compile(_NAME)
_ROLE_WORD = re.compile(
    r"\b(?:officials?|sources?|police|residents?|witnesses|experts?|analysts?|spokes(?:man|woman|person)|secretary|commissioner)\s",
    re.I,
)
_ROLE = re.compile(rf"{_ROLE_WORD.pattern}(?:[a-z]+\s){{0,3}}$", re.I)
_LOOK_BACK = 60  # characters, for a role or a name
_REPORTING = re.compile(r"report|quot|cit|according")


@dataclass(frozen=True)
class Outlet:
    """An outlet under its one name."""

    name: str
    is_agency: bool


@dataclass(frozen=True)
class Cited:
    """An outlet that a text names as its source, with the words that do so; `reported` when it told the story first."""

    outlet: Outlet
    words: str
    reported: bool


def by_name(name: str) -> Outlet | None:
    """Return the outlet called `name`, in any case and with or without "The"."""
    key = fold(name)
    names = _names()
    return names.get(key) or names.get(key.removeprefix("the ")) or names.get(f"the {key}")


def agency(name: str) -> str | None:
    """Return the agency called `name`; codes ("AP") only in capitals."""
    found = by_name(name)
    if (
        found is None
        or not found.is_agency
        or (len(found.name) <= 4 and fold(name) == fold(found.name) and not name.isupper())
    ):
        return None
    return found.name


def by_domain(domain: str) -> Outlet | None:
    """Return the outlet that publishes on `domain` or on a domain it is part of."""
    labels = domain.split(".")
    return next((found for cut in range(len(labels) - 1) if (found := _hosts().get(".".join(labels[cut:])))), None)


def domain_of(url: str | None) -> str | None:
    """Return the host of `url` without "www.", or None when it has none."""
    if not url:
        return None
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:  # "http://[x" is no address
        return None
    if not host or "." not in host or not re.fullmatch(r"[\w.-]+", host):
        return None
    return host.removeprefix("www.").strip(".") or None


def cited(text: str) -> list[Cited]:
    """Return the known outlets that `text` cites ("told X", "according to X", "X reported")."""
    found: list[Cited] = []
    for match, from_start, may_be_word in _citations(text):
        if outlet := _longest(match.group(1), from_start, may_be_word):
            words = match.group()
            found.append(Cited(outlet, words, bool(_REPORTING.search(words))))
    return found


def _citations(text: str) -> Iterator[tuple[re.Match[str], bool, bool]]:
    """Yield where an outlet may be cited; whether its name starts there or ends; and whether a name like a word is one."""
    for match in _CITED_BEFORE.finditer(text):
        yield match, True, False
    for match in _CITED_AFTER.finditer(text):
        yield match, False, False
    if any(kind in text for kind in _KINDS):  # looking for words costs a tenth of looking for names
        for said in _KIND_SAID.finditer(text):
            if named := _NAME_BEFORE.search(text[max(said.start() - _LOOK_BACK, 0) : said.start()]):
                yield named, False, False
        for match in _KIND_BEFORE.finditer(text):
            yield match, True, False
    for told in _TOLD.finditer(text) if _ROLE_WORD.search(text) else ():
        is_to_reporters = _ROLE.search(text[max(told.start() - _LOOK_BACK, 0) : told.start()])
        if is_to_reporters and (paper := _NAME_BEHIND.match(text, told.end())):
            yield paper, True, True


def _longest(words: str, from_start: bool, may_be_word: bool) -> Outlet | None:
    """Return the outlet whose name is the most words at the start (or end) of `words`.

    "told the Guardian Angels" cites nobody: behind the name only a day or the kind of outlet may follow in capitals.
    """
    parts = words.split()
    for size in range(len(parts), 0, -1):
        goes_on = from_start and size < len(parts) and parts[size - 1][-1] not in ",."
        if goes_on and fold(parts[size]) not in _MAY_FOLLOW:
            continue
        name = " ".join(parts[:size] if from_start else parts[-size:])
        bare = name.rstrip(".,").removesuffix("'s").removesuffix("’s")
        found = by_name(bare)
        is_name = may_be_word or (fold(bare) not in _NOT_CITED and (len(bare) > 4 or bare.isupper()))
        if found and is_name:
            return found
    return None


Table = tuple[dict[str, Outlet], dict[str, Outlet]]


@cache
def _shipped() -> Table:
    """Return the names and hosts of `outlets.toml`."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    table: Table = ({}, {})
    for section in ("outlets", "agencies"):  # a code that is both means the agency
        for name, others in data[section].items():
            _add(table, Outlet(name, section == "agencies"), [name, *others])
    return table


@lru_cache(maxsize=8)
def _with(added: tuple[UserOutlet, ...]) -> Table:
    names, hosts = _shipped()
    table: Table = (dict(names), dict(hosts))
    for one in added:
        _add(table, Outlet(one.name, one.is_agency), [one.name, *one.domains, *one.aliases])
    return table


def _add(table: Table, outlet: Outlet, spellings: Iterable[str]) -> None:
    names, hosts = table
    names[fold(outlet.name)] = outlet
    for spelling in spellings:
        if "." in spelling and " " not in spelling:
            hosts[spelling.lower()] = outlet
        else:
            names[fold(spelling)] = outlet


# What a user adds is asked for in a dozen rules that are handed nothing but text, so it is set once for a document.
_KNOWN: ContextVar[Table | None] = ContextVar("known_outlets", default=None)


@contextmanager
def also_known(added: tuple[UserOutlet, ...]) -> Iterator[None]:
    """Know a user's outlets, before those of the file, while a document is cleaned."""
    token = _KNOWN.set(_with(added) if added else None)
    try:
        yield
    finally:
        _KNOWN.reset(token)


def _names() -> dict[str, Outlet]:
    return (_KNOWN.get() or _shipped())[0]


def _hosts() -> dict[str, Outlet]:
    return (_KNOWN.get() or _shipped())[1]
