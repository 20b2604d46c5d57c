"""A story becomes lines of text for a terminal: wrapped to its width, coloured only when asked."""

import io
import re

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from flows.explain.story import (
    Block,
    Diff,
    Facts,
    LabelledSource,
    Listing,
    Passage,
    Remark,
    SourceLine,
    Story,
)

HEADING, QUIET = "bold", "dim"
NAME_COLUMNS = 16  # widest name of a fact
NARROW_LABEL, WIDE_LABEL = 20, 44  # columns of the margin: label above rule, or both on one line
ROOM_FOR_WORDS = 72  # columns; on a narrower terminal an id of 24 digits leaves no room for what it names
WHOLE = re.compile(r"[0-9a-f]{16,24}|\S{0,14}")  # an id, or a short word
WIDE_FROM = 110  # columns of a terminal on which the wide margin leaves room for text
# A terminal obeys control characters, and bidirectional ones turn what follows around: articles must not steer it.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MARKS = {"span": ("[[", "]]", "bold cyan"), "source": ("((", "))", "bold yellow"), None: ("", "", "")}
CHANGES = {
    "same": ("", "", ""),
    "gone": ("[-", "-]", "red"),
    "added": ("{+", "+}", "green"),
    "skipped": ("(… ", " …)", QUIET),
}


def as_text(story: Story, width: int = 80, colour: bool = False) -> str:
    """Return the story as text of at most `width` columns."""
    target = io.StringIO()
    console = Console(
        file=target,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(safe(story.title, HEADING))
    for block in story.blocks:
        console.print()
        for part in rendered(block, width):
            console.print(part)
    lines = (line.rstrip() for line in target.getvalue().split("\n"))
    return "\n".join(lines).rstrip() + "\n"


def rendered(block: Block, width: int) -> list[RenderableType]:
    """Return a block as what Rich can print."""
    match block:
        case Facts():
            return [safe(block.title, HEADING), facts(block)]
        case Listing():
            return [safe(block.title, HEADING), listing(block, width), *left_out(block.n_left_out, "rows")]
        case LabelledSource():
            return [safe(block.title, HEADING), source(block, width)]
        case Diff():
            words = Text(" ").join(between(change.text, *CHANGES[change.kind]) for change in block.changes)
            return [safe(block.title, HEADING), indented(words), *left_out(block.n_left_out, "changes")]
        case Passage():
            words = Text().join(between(piece.text, *MARKS[piece.mark]) for piece in block.pieces)
            return [safe(block.title, HEADING), indented(words)]
        case Remark():
            return [safe(block.text)]


def facts(block: Facts) -> RenderableType:
    """Return facts as two columns, the evidence after each value."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=NAME_COLUMNS)
    grid.add_column(overflow="fold")
    for fact in block.facts:
        evidence = safe(f" ({fact.evidence})", QUIET) if fact.evidence else Text()
        grid.add_row(safe(fact.name, QUIET), safe(fact.value) + evidence)
    return indented(grid)


def listing(block: Listing, width: int) -> RenderableType:
    """Return rows under their headers; ids and short words stay whole where there is room."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=QUIET)
    for header, cells in zip(block.headers, zip(*block.rows, strict=True), strict=True):
        are_words = all(WHOLE.fullmatch(cell) for cell in cells)
        table.add_column(safe(header), overflow="fold", no_wrap=are_words and width >= ROOM_FOR_WORDS)
    for row in block.rows:
        table.add_row(*(safe(cell) for cell in row))
    return indented(table)


def source(block: LabelledSource, width: int) -> RenderableType:
    """Return the source with its labels in the margin."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    labels = [label(line) for line in block.lines]
    margin = min(WIDE_LABEL if width >= WIDE_FROM else NARROW_LABEL, max(map(len, labels), default=0))
    grid.add_column(width=margin, overflow="fold")
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    for line, said in zip(block.lines, labels, strict=True):
        bars = Text(("│" if line.is_body else "┆") if line.text else "", QUIET)
        grid.add_row(said, bars, safe(line.text, "" if line.is_body else QUIET))
    return grid


def label(line: SourceLine) -> Text:
    """Return the label of a line with the rule that gave it."""
    style = "" if line.is_body else "yellow"
    return safe(line.label, style) + safe(f" {line.rule}" if line.rule else "", QUIET)


def between(text: str, opening: str, closing: str, style: str) -> Text:
    """Return text between its marks."""
    return safe(f"{opening}{text}{closing}", style)


def indented(content: RenderableType) -> Padding:
    """Return content set in from the margin."""
    return Padding(content, (0, 0, 0, 2))


def left_out(n: int, what: str) -> list[RenderableType]:
    """Return the line that says how many are not shown."""
    return [indented(safe(f"{n:,} more {what} are not shown.", QUIET))] if n else []


def safe(text: str, style: str = "") -> Text:
    """Return text that cannot steer a terminal."""
    return Text(CONTROL.sub("\ufffd", text), style)
