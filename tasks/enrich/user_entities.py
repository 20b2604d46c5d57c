"""What a user knows of the identities of a corpus: an entities.toml, which wins over every rule and list.

same = [["Orla Venn", "O. K. Venn"]]
different = [["Harbour Front", "Harbour Front-Aldous"]]

[name]
"Orla Venn" = "Orla K. Venn"
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tasks.enrich.folding import fold

KEYS = ("same", "different", "name")


class BadEntitiesFile(Exception):  # noqa: N818 - the name says what happened
    """An entities file cannot be used; the message says which line and why."""

    def __init__(self, where: str, line: int | None, why: str) -> None:
        self.where = where
        self.line = line
        super().__init__(f"{where}{f', line {line}' if line else ''}: {why} Nothing was run.")


@dataclass(frozen=True)
class UserEntities:
    """Folded names. `same`: lists of one identity each; `different`: lists of which no two are one; `names`: what to print."""

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[frozenset[str], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def read_user_entities(path: Path | None) -> UserEntities:
    """Return what the file says; nothing when there is none. Raises BadEntitiesFile."""
    if path is None:
        return UserEntities()
    try:
        return parse_user_entities(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise BadEntitiesFile(
            str(path), None, f"the entities file cannot be read: {error.strerror or error}."
        ) from error
    except UnicodeDecodeError as error:
        raise BadEntitiesFile(str(path), None, "the entities file is not UTF-8.") from error


def parse_user_entities(text: str, where: str) -> UserEntities:
    """Return what an entities file says; `where` is its name in messages. Raises BadEntitiesFile."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadEntitiesFile(where, None, f"this is no TOML: {error}.") from error
    for key in content:
        if key not in KEYS:
            raise BadEntitiesFile(where, line_of(text, key), f"there is no {key!r}; there are {', '.join(KEYS)}.")
    same = tuple(tuple(map(fold, names)) for names in name_lists(content, "same", text, where))
    different = tuple(frozenset(map(fold, names)) for names in name_lists(content, "different", text, where))
    refuse_contradiction(content, text, where)
    return UserEntities(same, different, chosen_names(content, text, where))


def name_lists(content: Mapping[str, Any], key: str, text: str, where: str) -> list[list[str]]:
    """Return the lists of names under a key; each holds two names and more."""
    lists = content.get(key, [])
    if not isinstance(lists, list) or not all(isinstance(names, list) for names in lists):
        raise BadEntitiesFile(where, line_of(text, key), f"{key!r} is a list of lists of names.")
    for names in lists:
        for name in names:
            if not isinstance(name, str) or not fold(name):
                raise BadEntitiesFile(where, line_of(text, str(name)), f"{name!r} in {key!r} is no name.")
        if len(set(map(fold, names))) < 2:
            line = line_of(text, names[0] if names else key)
            raise BadEntitiesFile(where, line, f"a list in {key!r} holds two different names and more, not {names}.")
    return lists


def chosen_names(content: Mapping[str, Any], text: str, where: str) -> dict[str, str]:
    """Return the name to print by folded name."""
    names = content.get("name", {})
    if not isinstance(names, dict):
        raise BadEntitiesFile(where, line_of(text, "name"), "'name' is a table of names and what to print for them.")
    for name, printed in names.items():
        if not isinstance(printed, str) or not printed.strip() or not fold(name):
            raise BadEntitiesFile(where, line_of(text, name), f"{name!r} under [name] wants a name, not {printed!r}.")
    return {fold(name): printed for name, printed in names.items()}


def refuse_contradiction(content: Mapping[str, Any], text: str, where: str) -> None:
    """Raise BadEntitiesFile when two names are said to be one, over however many lists, and to be different."""
    groups = united_lists(content.get("same", []))
    for names in content.get("different", []):
        for number, a in enumerate(names):
            for b in names[number + 1 :]:
                if any(fold(a) in group and fold(b) in group for group in groups):
                    line = line_of(text, a, behind="different")
                    raise BadEntitiesFile(where, line, f"{a!r} and {b!r} are said to be the same and to be different.")


def united_lists(lists: list[list[str]]) -> list[set[str]]:
    """Return lists that share a name as one set of folded names."""
    groups: list[set[str]] = []
    for names in lists:
        own = set(map(fold, names))
        touching = [group for group in groups if group & own]
        groups = [group for group in groups if not group & own] + [own.union(*touching)]
    return groups


def line_of(text: str, words: str, behind: str = "") -> int | None:
    """Return the first line that holds `words`, at or after the key `behind`."""
    lines = list(numbered_lines(text))
    start = next((n for n, line in lines if behind and re.match(rf"\s*{behind}\b", line)), 1)
    return next((n for n, line in lines if n >= start and words in line), None)


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number from 1."""
    yield from enumerate(text.splitlines(), start=1)
