"""Small invented corpora for flow tests, and a plain run over them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows.progress import Silent
from flows.run import start
from flows.settings import load_settings
from flows.stages.pipeline import PLAIN, Stages, pipeline
from flows.summary import Summary

PLACES = ("Noorgarh", "Band Khoja", "Tall Murad", "Minarpur", "Port Sadaf", "Ras Lahab", "Dera Sangin", "Nandanpur")
DEEDS = ("reopened the bridge", "closed the grain market", "counted the votes again", "repaired the old canal")
REASONS = ("after a week of rain", "before the festival", "despite the strike", "at the request of the court")


def article(number: int) -> str:
    """Return an article unlike any other of another number: headline, date, headline, five paragraphs."""
    place, deed = PLACES[number % len(PLACES)], DEEDS[number % len(DEEDS)]
    headline = f"Council of {place} {deed} in round {number}"
    paragraphs = [
        f"The council of {place} {deed} {REASONS[(number + i) % len(REASONS)]}, member {number * 7 + i} told the assembly, "
        f"and file {number * 13 + i} was sent on to bureau {number * 31 + i} for study under heading {number * 17 + i}."
        for i in range(5)
    ]
    return "\n\n".join([headline, f"2024-03-{number % 28 + 1:02d} 06:05:09", headline, *paragraphs]) + "\n"


def write_articles(folder: Path, numbers: Sequence[int]) -> Path:
    """Write one file per article."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:04d}.txt").write_text(article(number), encoding="utf-8")
    return folder


def run_plainly(sources: Sequence[Path], warehouse: Path, stages: Stages = PLAIN, **flags: Any) -> Summary:
    """Run the stages without Prefect and without a language model."""
    settings = load_settings(to=warehouse, **{"workers": 1, "model": "none", **flags})
    with start([str(source) for source in sources], settings, Silent()) as run:
        return pipeline(run, stages)
