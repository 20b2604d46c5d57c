"""`ingest` as Prefect sees it: one run, one task run per stage, states, names, an artifact."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.exceptions import ParameterTypeError

from flows.ingest import ARTIFACT_KEY, ingest
from flows.summary import Summary

pytestmark = pytest.mark.slow

STAGES = ["read", "clean", "dedupe", "enrich", "assemble", "validate", "publish"]


def test_the_flow_run_is_completed_and_returns_the_numbers(sample_run: tuple[Path, object]) -> None:
    _, state = sample_run
    assert state.is_completed()  # type: ignore[attr-defined]
    summary = state.result()  # type: ignore[attr-defined]
    assert isinstance(summary, Summary)
    assert summary.n_read == summary.n_kept + summary.n_duplicate + summary.n_rejected + summary.n_unchanged


def test_there_is_one_named_task_run_per_stage_and_no_subflow(sample_run: tuple[Path, object]) -> None:
    _, state = sample_run
    flow_run_id = state.state_details.flow_run_id  # type: ignore[attr-defined]
    with get_client(sync_client=True) as client:
        tasks = client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[flow_run_id])))
        assert sorted(task.name.rpartition("-")[0] for task in tasks) == sorted(STAGES)
        assert all(task.state is not None and task.state.is_completed() for task in tasks)
        run = client.read_flow_run(flow_run_id)
    assert run.name.startswith("corpus → warehouse, ")


def test_the_artifact_holds_the_numbers_of_the_run(sample_run: tuple[Path, object]) -> None:
    _, state = sample_run
    with get_client(sync_client=True) as client:
        artifact = next(a for a in client.read_artifacts() if a.key == ARTIFACT_KEY)
    assert f"| documents read | {state.result().n_read} |" in str(artifact.data)  # type: ignore[attr-defined]


def test_the_runs_table_names_the_flow_run(sample_run: tuple[Path, object]) -> None:
    warehouse, state = sample_run
    (run,) = pq.read_table(warehouse / "runs").to_pylist()
    assert run["flow_run_id"] == str(state.state_details.flow_run_id)  # type: ignore[attr-defined]
    assert (run["trigger"], run["result"]) == ("manual", "published")


def test_a_second_run_over_the_same_sources_has_no_news(sample_run: tuple[Path, object]) -> None:
    from flows.sample import corpus_folder

    warehouse, state = sample_run
    before = (warehouse / "current").readlink()
    summary = ingest(sources=[str(corpus_folder())], to=warehouse, workers=2)
    assert (summary.result, summary.n_unchanged) == ("no_news", state.result().n_read)  # type: ignore[attr-defined]
    assert (warehouse / "current").readlink() == before


@pytest.mark.parametrize(
    ("parameters", "complaint"),
    [
        ({"sources": []}, "sources"),
        ({"sources": ["x"], "workers": 0}, "workers"),
        ({"sources": ["x"], "runner": "threads"}, "runner"),
        ({"sources": ["x"], "model": ""}, "model"),
    ],
)
def test_a_wrong_parameter_is_refused_with_a_sentence(
    prefect_server: None, parameters: dict[str, object], complaint: str
) -> None:
    with pytest.raises(ParameterTypeError, match=complaint):
        ingest(**parameters)  # type: ignore[arg-type]
