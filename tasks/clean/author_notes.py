"""What a page says of its author, above or below the story: "Jane Doe is a lecturer at …", "The writer is …"."""

import re
from collections.abc import Iterable

from tasks.clean.author_names import read_authors
from tasks.clean.capitals import CAPITAL
from tasks.clean.facts import Byline

_MAX_CHARS = 600
_NAME = rf"{CAPITAL}[\w.'’-]+(?: {CAPITAL}[\w.'’-]+){{1,4}}"
_TITLE = r"(?:(?:Dr|Prof|Sir|Mr|Ms|Mrs)\.? )?"
_OPENING = r"[*_•–—\s(]{0,4}"
_VERBS = (
    r"(?:is|are|was|were|has|have|writes|works|teaches|serves|served|leads|covers|reports|tweets|holds|thanks?|"
    r"previously|can be)"
)
_OF_THE_WRITER = re.compile(
    rf"{_OPENING}The (?:writer|author|columnist)s? (?:{_VERBS}|may be)\b[^\n]*|"
    rf"{_OPENING}{_TITLE}(?P<name>{_NAME}),? (?:is|are|was|teaches|writes|covers|reports)\b"
    r"(?=[^\n]{0,160}\b(?:columnist|contributor|contributing (?:editor|writer|columnist|opinion)|"
    r"(?:senior |visiting |research |policy )?fellow\b|professor|lecturer|author of|editor of|editor[- ]in[- ]chief|"
    r"(?i:contact|reach|follow|e-?mail) (?:him|her|them)\b|(?i:director|president|researcher|analyst)\b[^\n]{0,80} at the\b|"
    r"freelance|can be reached|on Twitter|@\w+|latest book|\[email))[^\n]*"
)
_BEGINS_WITH_NAME = re.compile(
    rf"(?:editor['’]s note\s?:?\s)?{_OPENING}{_TITLE}(?P<name>(?-i:{_NAME}))(?:\s?,[^.\n]{{2,160}}?,|,)?\s(?:is|was|served)\b",
    re.I,
)
_BEHIND_NAME = re.compile(rf"(?:,[^.\n]{{2,80}},| and [^.\n]{{2,60}}?)?,?\s{_VERBS}\b")


_MARKED = re.compile(  # "— Jane Doe is a reporter at …": behind a dash or an asterisk any such sentence is one
    rf"[—–*•]\s?{_TITLE}[A-Z][a-z’'-]+(?: [A-Z][\w.’'-]+){{1,3}} is (?:an?|the)\b[^\n]{{5,300}}\.[*)]?"
)


def is_note(text: str) -> bool:
    """Tell whether a paragraph at the foot says who wrote the story, by its words alone."""
    return len(text) <= _MAX_CHARS and bool(_OF_THE_WRITER.fullmatch(text) or _MARKED.fullmatch(text))


def is_about(text: str, authors: Iterable[str]) -> bool:
    """Tell whether a paragraph says who one of `authors` (in small letters) is."""
    if len(text) > _MAX_CHARS:
        return False
    bare = re.sub(rf"^{_OPENING}{_TITLE}", "", text)
    folded = bare.casefold()
    return any(folded.startswith(name) and _BEHIND_NAME.match(bare[len(name) :]) for name in authors)


def named_in(text: str) -> Byline | None:
    """Return the author whom a note begins with, None when it names none."""
    found = _BEGINS_WITH_NAME.match(text)
    return read_authors(found["name"]) if found else None
