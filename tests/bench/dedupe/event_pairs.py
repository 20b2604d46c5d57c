"""Pairs of articles of one day or two that were judged by their headlines and openings: ids and verdicts, no text."""

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
