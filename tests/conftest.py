"""What several tests share: one Prefect server for the whole test run, and one published warehouse of the sample."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before anything imports Prefect: no telemetry, patience with a busy machine.
os.environ.update(
    DO_NOT_TRACK="1",
    PREFECT_SERVER_ANALYTICS_ENABLED="false",
    PREFECT_LOGGING_LEVEL="WARNING",
)


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """Run one temporary Prefect server with a home of its own."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture(scope="session")
def sample_run(prefect_server: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, object]:
    """Publish the sample by the flow, once; return its warehouse and Prefect's final state."""
    from flows.ingest import ingest
    from flows.sample import corpus_folder

    warehouse = tmp_path_factory.mktemp("sample") / "warehouse"
    state = ingest(sources=[str(corpus_folder())], to=warehouse, workers=2, return_state=True)
    return warehouse, state


@pytest.fixture(scope="session")
def sample_warehouse(sample_run: tuple[Path, object]) -> Path:
    """Return the warehouse of the sample."""
    return sample_run[0]
