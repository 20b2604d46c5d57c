"""Labels, metadata and address of a document -> the dates that may be the one of its publication, each with its place."""

from dataclasses import replace

from tasks.clean.dates import Candidate, from_metadata, from_url
from tasks.clean.facts import Credit, Dateline, Dates
from tasks.clean.lines import Label, Unit

# What may part the last paragraph from the day of its story: a day below anything else ("Related stories") is another story's.
_CREDITS = frozenset(
    {"byline", "credit_line", "timestamp_line", "date_line", "caption_line", "headline_line", "duplicate_headline"}
)
_STATED = "first_published"  # says wherever it stands that it means the story


def date_candidates(
    labels: list[Label], paragraphs: list[Unit], stated: str | None, changed: str | None, url: str | None
) -> list[Candidate]:
    """Return every date that a document was printed or recorded with; `stated` and `changed` are days of its record.

    A line of dates below the story is mostly that of a comment or of another story: it counts only when nothing else does.
    """
    found: list[Candidate] = []
    for label in labels:
        if isinstance(label.fact, Dates):
            is_below = label.rule != _STATED and _is_below(label, paragraphs)
            if not is_below or _closes_story(labels, label, paragraphs):
                found += [Candidate(label.kind, printed, is_below) for printed in label.fact.found]
        elif isinstance(label.fact, Credit):
            found += [Candidate("credit_line", printed) for printed in label.fact.dates]
        elif isinstance(label.fact, Dateline):
            found += [Candidate("dateline", printed) for printed in label.fact.dates]
    if day := from_metadata(stated):
        found.append(Candidate("metadata", day))
    elif day := from_metadata(changed):
        found.append(Candidate("metadata", replace(day, is_update=True)))
    if in_url := from_url(url):
        found.append(Candidate("url", in_url))
    return found


def _is_below(label: Label, paragraphs: list[Unit]) -> bool:
    """Tell whether more of the story stands above a label than below it: some print the day below a standfirst."""
    at = label.pieces[0][0]
    return sum(len(unit.text) if _start(unit) < at else -len(unit.text) for unit in paragraphs) > 0


def _closes_story(labels: list[Label], label: Label, paragraphs: list[Unit]) -> bool:
    """Tell whether the whole story stands above a label, and nothing but its credits between."""
    at = label.pieces[0][0]
    last = max(map(_start, paragraphs))
    return last < at and all(one.kind in _CREDITS for one in labels if last < one.pieces[0][0] < at)


def _start(unit: Unit) -> int:
    return unit.pieces[0][0]
