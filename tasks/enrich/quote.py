"""What a quotation is: where its words stand, who says them, and how it was found."""

from dataclasses import dataclass

from tasks.enrich.names import Name
from tasks.enrich.quote_subjects import Speaker


@dataclass(frozen=True)
class Quote:
    """One quotation of a passage and who speaks it. `meant`: the name of who speaks, wherever it stands in the passage."""

    passage: int
    start: int
    end: int
    kind: str
    speaker: Speaker | None
    cue: str | None
    rule: str
    is_lost: bool = False
    meant: Name | None = None
