"""A story is a title and blocks of a few kinds, so that it can be printed, coloured or handed on as JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Fact:
    """One thing that is known, and how."""

    name: str
    value: str
    evidence: str | None = None


@dataclass(frozen=True)
class Facts:
    """Facts under a heading."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Listing:
    """Rows under headers; `n_left_out` further ones are not listed."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    n_left_out: int = 0


@dataclass(frozen=True)
class SourceLine:
    """A piece of one line of the decoded source, with what it was taken for and by which rule."""

    label: str
    rule: str | None
    text: str
    is_body: bool


@dataclass(frozen=True)
class LabelledSource:
    """The decoded source, line by line."""

    title: str
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True)
class Change:
    """Words of a comparison: the same in both, gone from the first, added by the second, or skipped to keep it short."""

    kind: Literal["same", "gone", "added", "skipped"]
    text: str


@dataclass(frozen=True)
class Diff:
    """Two texts compared word by word; `n_left_out` further changes are not shown."""

    title: str
    changes: tuple[Change, ...]
    n_left_out: int = 0


@dataclass(frozen=True)
class Piece:
    """A piece of a passage: the span that is explained, another span that belongs to it, or the text around them."""

    text: str
    mark: Literal["span", "source"] | None = None


@dataclass(frozen=True)
class Passage:
    """Some sentences with spans marked."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Remark:
    """A sentence."""

    text: str


Block = Facts | Listing | LabelledSource | Diff | Passage | Remark
KINDS: dict[type[Block], str] = {
    Facts: "facts",
    Listing: "listing",
    LabelledSource: "labelled_source",
    Diff: "diff",
    Passage: "passage",
    Remark: "remark",
}


@dataclass(frozen=True)
class Story:
    """All there is to tell about one identifier."""

    kind: str
    identifier: str
    title: str
    blocks: tuple[Block, ...]


def as_json(story: Story) -> dict[str, Any]:
    """Return the story as plain values; every block names its kind."""
    blocks = [{"block": KINDS[type(block)], **asdict(block)} for block in story.blocks]
    return {"kind": story.kind, "identifier": story.identifier, "title": story.title, "blocks": blocks}


def listing(title: str, headers: tuple[str, ...], rows: Sequence[tuple[str, ...]], most: int) -> tuple[Block, ...]:
    """Return the first `most` rows under their heading; nothing when there is no row."""
    return (Listing(title, headers, tuple(rows[:most]), max(0, len(rows) - most)),) if rows else ()


def facts(title: str, *known: Fact | None) -> Facts:
    """Return what is known under a heading; what is not known is left out."""
    return Facts(title, tuple(fact for fact in known if fact is not None and fact.value))


def shortened(text: str | None, n_chars: int) -> str:
    """Return `text` on one line of at most `n_chars` characters."""
    line = " ".join((text or "").split())
    return line if len(line) <= n_chars else f"{line[: n_chars - 1].rstrip()}…"
