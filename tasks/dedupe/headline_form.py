"""What desks put around a headline: prefixes that say what kind of piece it is, tails that name the outlet."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from tasks.dedupe.letters import letters
from tasks.dedupe.settings import DedupeSettings

PREFIX = re.compile(
    r"^(?:\s*(?:watch|breaking(?: news)?|exclusive|updated?(?:\s*\d+)?|live|video|just in)\s*[:|–—-]+\s*)+", re.I
)
SIGN = re.compile(r"\s[|·•»–—-]+\s+|\s*\|\s*")  # what outlets are set off with
A_SIGN = re.compile(r"[|·•»–—-]")  # without one the longer search is spared


def without_form(headline: str, outlets: Collection[str], tails: Collection[str]) -> str:
    """Cut off prefixes, and tails that name one of `outlets` or are among `tails`; a blind cut would take real halves."""
    headline = PREFIX.sub("", headline)
    while (parts := split_tail(headline)) and is_tail(compact(parts[1]), outlets, tails):
        headline = parts[0]
    return headline


def split_tail(headline: str) -> tuple[str, str] | None:
    """Return what stands before and after the last sign that sets an outlet off; null when there is none."""
    signs = list(SIGN.finditer(headline)) if A_SIGN.search(headline) else []
    if not signs or not 0 < signs[-1].start() <= signs[-1].end() < len(headline):
        return None
    return headline[: signs[-1].start()], headline[signs[-1].end() :]


def is_tail(tail: str, outlets: Collection[str], tails: Collection[str]) -> bool:
    """Tell whether a compact tail is learned, or the name of one of `outlets`, with or without the ending of its domain."""
    hosts = [outlet.casefold().removeprefix("www.") for outlet in outlets]
    return tail in tails or any(tail == compact(name) for host in hosts for name in (host, host.split(".")[0]))


def learn_tails(headlines: Iterable[str | None], settings: DedupeSettings) -> frozenset[str]:
    """Return the tails, compact, that stand behind so many different heads that they are no part of a headline."""
    heads: dict[str, set[str]] = defaultdict(set)
    for headline in headlines:
        while headline and (parts := split_tail(headline)):
            headline, tail = parts
            heads[compact(tail)].add(headline)
    return frozenset(tail for tail, known in heads.items() if tail and len(known) >= settings.tail_heads)


def compact(text: str) -> str:
    """Return the text's folded words without spaces."""
    return "".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """Return the words of a text as bodies are folded: lower case, no accents; each character of a script without spaces."""
    return text.translate(letters()).split()
