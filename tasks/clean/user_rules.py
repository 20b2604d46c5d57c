"""What a user adds in `copydesk.toml`: lines and patterns that are boilerplate, and outlets; each for one source or for all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tasks.clean.lines import Label, Unit
from tasks.clean.pattern_cost import MAX_LINE_CHARS, compile_safely
from tasks.clean.places import fold


@dataclass(frozen=True)
class UserLine:
    """A whole line that is boilerplate, in any case and spacing. `source`: an outlet, a domain or a part of the address."""

    text: str
    source: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse an empty line, which would match nothing."""
        if not self.text.strip():
            raise ValueError("`text` of a line is empty; it must be the line to remove.")


@dataclass(frozen=True)
class UserPattern:
    """A regular expression for whole lines of up to 500 characters that are boilerplate."""

    pattern: str
    source: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no regular expression, what could take for ever, and what would remove every line."""
        if compile_safely(self.pattern).fullmatch(""):
            raise ValueError(f"{self.pattern!r} matches an empty line, so it could remove every line.")


@dataclass(frozen=True)
class UserOutlet:
    """An outlet or agency under its one name, with its domains and other spellings; it comes before those we know."""

    name: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    is_agency: bool = False

    def __post_init__(self) -> None:
        """Refuse an outlet without a name."""
        if not self.name.strip():
            raise ValueError("`name` of an outlet is empty; it must be the one name under which it is published.")


@dataclass(frozen=True)
class UserRules:
    """The lines and patterns that hold for one document, each with the name of its rule."""

    lines: tuple[tuple[str, str], ...] = ()
    patterns: tuple[tuple[re.Pattern[str], str], ...] = ()

    def take(self, units: list[Unit]) -> tuple[list[Label], list[Unit]]:
        """Return labels for the units that are the user's boilerplate, and the others."""
        if not self.lines and not self.patterns:
            return [], units
        labels: list[Label] = []
        rest: list[Unit] = []
        for unit in units:
            rule = self._rule_for(unit.text)
            if rule:
                labels.append(Label("boilerplate", rule, unit.pieces))
            else:
                rest.append(unit)
        return labels, rest

    def _rule_for(self, text: str) -> str | None:
        folded = _folded(text) if self.lines else ""
        for line, rule in self.lines:
            if folded == line:
                return rule
        if len(text) > MAX_LINE_CHARS:
            return None
        return next((rule for pattern, rule in self.patterns if pattern.fullmatch(text)), None)


NO_RULES = UserRules()


def rules_for(lines: tuple[UserLine, ...], patterns: tuple[UserPattern, ...], names: Sequence[str | None]) -> UserRules:
    """Return the rules for a document whose outlet, domain and address are `names`."""
    if not lines and not patterns:
        return NO_RULES
    sources = {line.source for line in lines} | {entry.source for entry in patterns}
    return _rules_of(lines, patterns, frozenset(source for source in sources if _holds(source, names)))


def _holds(source: str, names: Sequence[str | None]) -> bool:
    """Tell whether `source` is one of `names`, the domain that one of them is part of, or a part of an address."""
    wanted = fold(source)
    for name in filter(None, names):
        is_part = "/" in name and wanted in (fold(part) for part in re.split("[/!]+", name))
        is_domain = "." in source and name.casefold().endswith(f".{source.casefold()}")
        if fold(name) == wanted or is_part or is_domain:
            return True
    return not source


@lru_cache(maxsize=256)
def _rules_of(lines: tuple[UserLine, ...], patterns: tuple[UserPattern, ...], sources: frozenset[str]) -> UserRules:
    return UserRules(
        tuple(
            (_folded(line.text), f"user:{line.name or f'line {number}'}")
            for number, line in enumerate(lines, 1)
            if line.source in sources
        ),
        tuple(
            (compile_safely(entry.pattern), f"user:{entry.name or f'pattern {number}'}")
            for number, entry in enumerate(patterns, 1)
            if entry.source in sources
        ),
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
