"""What a rule is: it looks at a unit where it stands and says how much of it is what; it never changes text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tasks.clean.facts import Fact
from tasks.clean.lines import Label, Unit, pieces_of


@dataclass(frozen=True, slots=True)
class Taken:
    """The span `[start, end)` of a unit's text that a rule took, with its kind and what it tells."""

    start: int
    end: int
    kind: str
    rule: str
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the document is like, for rules that must know: `authors` in small letters, and whether a day or author was read."""

    headline: str | None
    is_lower_case: bool
    others_have_labels: bool
    authors: tuple[str, ...] = ()
    is_below_credits: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A unit as the head of the document sees it: `is_whole` until something was taken from its start."""

    text: str
    is_whole: bool
    following: Sequence[Unit]
    setting: Setting


HeadRule = Callable[[View], Taken | None]
LineRule = Callable[[str], Taken | None]


def whole(text: str, kind: str, rule: str, fact: Fact | None = None) -> Taken:
    """Take all of `text`."""
    return Taken(0, len(text), kind, rule, fact)


def label(unit: Unit, taken: Taken) -> Label:
    """Return the label that `taken` puts on `unit`."""
    return Label(taken.kind, taken.rule, pieces_of(unit, taken.start, taken.end), taken.fact)
