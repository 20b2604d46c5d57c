"""Pairs of articles of one day or two that were read and judged: ids and verdicts, no text.

Most were judged by headlines and openings. Of reports of one event those that have most text in common were read whole: where
one is mostly text that the other prints too (agency copy, a release, a statement), the verdict is `shared_text`, and the bounds
of the contract say whether it may be dropped. A pair of any other verdict must not be.
"""

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class EventPair:
    """Two ids of dev.parquet and what they are to each other."""

    one: str
    other: str
    verdict: str


def read_event_pairs() -> list[EventPair]:
    """Return the pairs of event_pairs.tsv (one, other, verdict)."""
    path = Path(__file__).with_name("event_pairs.tsv")
    with path.open(newline="") as file:
        return [EventPair(**row) for row in csv.DictReader(file, delimiter="\t")]
