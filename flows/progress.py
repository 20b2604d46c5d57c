"""Shows how far a stage is: bars with rate and time left on a terminal, plain lines elsewhere, nothing when quiet."""

import sys
import time
from types import TracebackType
from typing import Protocol, Self

LINE_SECONDS = 10.0  # how often a long stage says a line when nobody watches a terminal


class Progress(Protocol):
    """What a stage tells while it works. Amounts are documents, or whatever the stage counts."""

    def begin(self, stage: str, total: int | None) -> None:
        """Start a stage of `total` items; None when the number is not known yet."""

    def advance(self, amount: int) -> None:
        """Add `amount` finished items to the stage."""

    def end(self, note: str) -> None:
        """Close the stage with a few words on its result."""

    def close(self) -> None:
        """Leave the terminal as it was."""


class Silent:
    """Says nothing; for tests, --json and library use."""

    def begin(self, stage: str, total: int | None) -> None:
        """Say nothing."""

    def advance(self, amount: int) -> None:
        """Say nothing."""

    def end(self, note: str) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Nothing to leave."""


class Lines:
    """One line when a stage ends, and one every ten seconds before."""

    def __init__(self) -> None:
        self._stage = ""
        self._total: int | None = None
        self._done = 0
        self._started = self._said = 0.0

    def begin(self, stage: str, total: int | None) -> None:
        """Start counting."""
        self._stage, self._total, self._done = stage, total, 0
        self._started = self._said = time.monotonic()

    def advance(self, amount: int) -> None:
        """Count, and say a line when the last one is ten seconds old."""
        self._done += amount
        now = time.monotonic()
        if now - self._said >= LINE_SECONDS:
            self._said = now
            of = f" of {self._total:,}" if self._total else ""
            self._say(f"{self._done:,}{of} · {self._done / (now - self._started):,.0f}/s")

    def end(self, note: str) -> None:
        """Say what came of the stage."""
        self._say(f"{note} · {time.monotonic() - self._started:.1f} s")

    def close(self) -> None:
        """Nothing to leave."""

    def _say(self, words: str) -> None:
        sys.stderr.write(f"{self._stage:<9} {words}\n")
        sys.stderr.flush()


class Bars:
    """A bar per stage on a terminal."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        self._bars = Progress(
            TextColumn("{task.description:<9}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[note]}"),
            console=Console(stderr=True),
        )
        self._bars.start()
        self._task = self._bars.add_task("", rate="", note="", visible=False)
        self._started = time.monotonic()

    def begin(self, stage: str, total: int | None) -> None:
        """Add a bar."""
        self._started = time.monotonic()
        self._task = self._bars.add_task(stage, total=total, rate="", note="")

    def advance(self, amount: int) -> None:
        """Move the bar."""
        self._bars.advance(self._task, amount)
        done = self._bars.tasks[self._task].completed
        self._bars.update(self._task, rate=f"{done / max(time.monotonic() - self._started, 0.001):,.0f}/s")

    def end(self, note: str) -> None:
        """Fill the bar and put the result beside it."""
        done = self._bars.tasks[self._task].completed
        self._bars.update(self._task, total=max(done, 1), completed=max(done, 1), note=note)

    def close(self) -> None:
        """Stop drawing."""
        self._bars.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def progress_for_terminal() -> Progress:
    """Return bars when someone watches, lines when the output goes to a file or a log."""
    return Bars() if sys.stderr.isatty() else Lines()
