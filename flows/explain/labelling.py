"""The decoded source becomes lines with labels in the margin, so that what was removed is seen in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.explain.shelf import Row
from flows.explain.story import LabelledSource, SourceLine
from tasks.clean import Cleaned

TITLE = "The source with its labels (paragraphs of the body are numbered from 0)"
MARK = "¶"
UNLABELLED = "no label"


@dataclass(frozen=True, order=True)
class Labelled:
    """A span of the decoded source: what it was taken for, by which rule."""

    start: int
    end: int
    label: str
    rule: str | None
    is_body: bool


def labels_of_article(article: Row) -> list[Labelled]:
    """Return the spans of a published article."""
    spans = [(span["paragraph"], span["start_char"], span["end_char"]) for span in article["paragraph_spans"]]
    removed = [(r["kind"], r["start_char"], r["end_char"], r["rule"]) for r in article["removed"]]
    return in_order(spans, removed, article["crossheads"])


def labels_of_cleaned(cleaned: Cleaned) -> list[Labelled]:
    """Return the spans of a document that was cleaned again."""
    removed = [(kind, start, end, rule) for kind, start, end, _, rule in cleaned.removed]
    return in_order(cleaned.paragraph_spans, removed, cleaned.crossheads)


def in_order(
    spans: Sequence[tuple[int, int, int]],
    removed: Sequence[tuple[str, int, int, str]],
    crossheads: Sequence[int],
) -> list[Labelled]:
    """Return paragraphs and removed spans in the order of the source."""
    kept = [
        Labelled(start, end, f"{'crosshead' if number in crossheads else 'body'} {MARK}{number}", None, True)
        for number, start, end in spans
    ]
    return sorted([*kept, *(Labelled(start, end, kind, rule, False) for kind, start, end, rule in removed)])


def labelled_source(text: str, labels: Sequence[Labelled]) -> LabelledSource:
    """Return every visible piece of every line with its label; a run of empty lines is one empty line."""
    lines: list[SourceLine] = []
    for line in source_lines(text, labels):
        if line.text or (lines and lines[-1].text):
            lines.append(line)
    while lines and not lines[-1].text:
        lines.pop()
    return LabelledSource(TITLE, tuple(lines))


def source_lines(text: str, labels: Sequence[Labelled]) -> Iterator[SourceLine]:
    """Yield the pieces of every line; a span over several lines gives one piece on each."""
    start, next_label = 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        while next_label < len(labels) and labels[next_label].end <= start:
            next_label += 1
        here = [label for label in labels[next_label:] if label.start < end] if line.strip() else []
        yield from pieces(text, start, end, here)
        if not line.strip():
            yield SourceLine("", None, "", False)
        start = end + 1


def pieces(text: str, start: int, end: int, labels: Sequence[Labelled]) -> Iterator[SourceLine]:
    """Yield the pieces of one line; what no span covers is shown as such."""
    position = start
    for label in labels:
        first, last = max(label.start, start), min(label.end, end)
        yield from unlabelled(text[position:first])
        if piece := text[first:last].strip():
            yield SourceLine(label.label, label.rule, piece, label.is_body)
        position = max(position, last)
    yield from unlabelled(text[position:end])


def unlabelled(text: str) -> Iterator[SourceLine]:
    """Yield a piece that no span covers, unless it is white space."""
    if text.strip():
        yield SourceLine(UNLABELLED, None, text.strip(), False)
