"""What several tests of runs share: steps that run in the test's own process."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from flows.pool import Pool
from flows.stages import read


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run steps here, where they can be watched, on shards of few documents."""

    def run_here(_: Pool, function: Callable[[Any], Any], jobs: Iterable[Any]) -> Iterator[Any]:
        return iter([function(job) for job in jobs])

    monkeypatch.setattr(Pool, "map", run_here)
    monkeypatch.setattr(read, "SHARD_DOCUMENTS", 5)
