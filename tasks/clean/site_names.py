"""What a site calls itself: behind its headlines ("Bridge reopens - Riverside Post"), and where an author should stand."""

import re

from tasks.clean import outlets
from tasks.clean.headline import key

_MARK = re.compile(r"\s[-–—|»:·]\s")
_MIN_WORDS = 3  # of a headline; what is left of fewer is a section's name
_MAX_CHARS = 400  # of a title; a longer one is a menu, and asking behind each of its marks would take for ever
_NO_NAMES = frozenset({"www", "com", "co", "org", "net", "gov", "ac", "edu", "news", "en", "english", "world"})


def without_site(title: str, source: str | None, domain: str | None) -> str:
    """Return `title` up to the dash or bar behind which the site that published it names itself, also with its slogan."""
    if len(title) > _MAX_CHARS:
        return title
    names = _names(source, domain)
    for mark in _MARK.finditer(title):
        behind = _MARK.split(title[mark.end() :], maxsplit=1)[0]
        if _joined(behind) in names and len(title[: mark.start()].split()) >= _MIN_WORDS:
            return title[: mark.start()].rstrip()
    return title


def is_site(name: str, source: str | None, domain: str | None) -> bool:
    """Tell whether `name` is the site that published the document, which is nobody's name."""
    return _joined(name) in _names(source, domain)


def _names(source: str | None, domain: str | None) -> frozenset[str]:
    """Return what a site may call itself, each as letters and digits only."""
    hosts = [host for host in (domain, source if source and "." in source and " " not in source else None) if host]
    labels = [label for host in hosts for label in host.casefold().split(".")[:-1] if label not in _NO_NAMES]
    known = [found.name for host in hosts if (found := outlets.by_domain(host.casefold()))]
    names = {_joined(name) for name in (source or "", *labels, *known)}
    return frozenset(names | {name.removeprefix("the") for name in names}) - {""}


def _joined(name: str) -> str:
    return key(name).replace(" ", "")
