"""Labels and paragraphs -> the ledger, and the proof that together they cover the source exactly once."""

from tasks.clean.lines import Label, Unit

Removed = tuple[str, int, int, str, str]
Span = tuple[int, int, int]


def removed(text: str, labels: list[Label]) -> tuple[Removed, ...]:
    """Return kind, start, end, text and rule of every labelled piece, in the order of the source."""
    rows = [(label.kind, start, end, text[start:end], label.rule) for label in labels for start, end in label.pieces]
    return tuple(sorted(rows, key=lambda row: row[1:3]))


def paragraph_spans(units: list[Unit]) -> tuple[Span, ...]:
    """Return number, start and end of every piece of every paragraph."""
    return tuple((number, start, end) for number, unit in enumerate(units) for start, end in unit.pieces)


def covers(text: str, spans: tuple[Span, ...], rows: tuple[Removed, ...]) -> bool:
    """Tell whether the spans overlap nowhere and leave out nothing but white space."""
    pieces = sorted([(start, end) for _, start, end in spans] + [(start, end) for _, start, end, _, _ in rows])
    position = 0
    for start, end in pieces:
        if start < position or end <= start or text[position:start].strip():
            return False
        position = end
    return not text[position:].strip()
