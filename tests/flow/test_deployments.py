"""deployments/prefect.yaml on a real server and worker: a triggered run, a scheduled run, and what is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pyarrow.parquet as pq
import pytest
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterDeploymentId,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterId,
)
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.responses import DeploymentResponse
from prefect.client.schemas.schedules import CronSchedule, IntervalSchedule
from prefect.exceptions import PrefectHTTPStatusError

from flows.ingest import ARTIFACT_KEY
from tests.flow.corpora import write_articles
from tests.flow.local_prefect import LocalPrefect, local_prefect, worker
from tests.flow.processes import until

pytestmark = pytest.mark.slow

STAGES = ["assemble", "clean", "dedupe", "enrich", "publish", "read", "validate"]
N_TRIGGERED, N_IN_INBOX = 5, 4


@dataclass(frozen=True)
class Site:
    """A machine on which the deployments were put up, and three runs have ended: `relative` asked for relative paths."""

    prefect: LocalPrefect
    warehouse: Path
    triggered: FlowRun
    scheduled: FlowRun
    relative: FlowRun

    def deployment(self, name: str) -> DeploymentResponse:
        """Return a deployment of the flow `ingest`."""
        with self.prefect.client() as client:
            return client.read_deployment_by_name(f"ingest/{name}")

    def runs(self) -> dict[str, dict[str, object]]:
        """Return the published rows of `runs` by the flow run that wrote them."""
        return {row["flow_run_id"]: row for row in pq.read_table(self.warehouse / "runs").to_pylist()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Do what deployments/README.md says, with a corpus of our own and without a language model."""
    folder = tmp_path_factory.mktemp("site")
    warehouse, inbox = folder / "warehouse", write_articles(folder / "inbox", range(100, 100 + N_IN_INBOX))
    write_articles(folder / "articles", range(N_TRIGGERED))
    with local_prefect(
        folder,
        COPYDESK_INBOX=str(inbox),
        COPYDESK_TO=str(warehouse),
        COPYDESK_ENRICH__MODEL="none",
        PREFECT_SERVER_DEPLOYMENTS_CONCURRENCY_SLOT_WAIT_SECONDS="5",  # half a minute otherwise
    ) as prefect:
        prefect.prefect("work-pool", "create", "copydesk", "--type", "process")
        for _ in range(2):  # the second time is an update
            prefect.prefect("--no-prompt", "deploy", "--all", "--prefect-file", "deployments/prefect.yaml")
        with worker(prefect, "copydesk"):
            scheduled = schedule_soon(prefect)
            triggered = trigger(prefect, {"sources": [str(folder / "articles")], "model": "none", "workers": 1})
            prefect.started(triggered)
            relative = trigger(prefect, {"sources": ["articles"], "to": "warehouse"})
            yield Site(prefect, warehouse, *(prefect.final(run_id) for run_id in (triggered, scheduled, relative)))


def trigger(prefect: LocalPrefect, parameters: dict[str, object]) -> UUID:
    """Ask for a run of `ingest-now`; return its id."""
    with prefect.client() as client:
        deployment = client.read_deployment_by_name("ingest/ingest-now")
        return client.create_flow_run_from_deployment(deployment.id, parameters=parameters).id


def schedule_soon(prefect: LocalPrefect) -> UUID:
    """Give `ingest` a second schedule that is due within a minute; return the run that the scheduler makes of it."""
    due = datetime.now(UTC) + timedelta(seconds=45)
    with prefect.client() as client:
        deployment = client.read_deployment_by_name("ingest/ingest")
        daily = IntervalSchedule(interval=timedelta(days=1), anchor_date=due)
        client.create_deployment_schedules(deployment.id, [(daily, True)])
        # The scheduler looks at a deployment that has runs enough again only when it was touched.
        client.pause_deployment(deployment.id)
        client.resume_deployment(deployment.id)
        next_minute = FlowRunFilter(
            deployment_id=FlowRunFilterDeploymentId(any_=[deployment.id]),
            expected_start_time=FlowRunFilterExpectedStartTime(before_=due + timedelta(seconds=1)),
        )
        until(lambda: bool(client.read_flow_runs(flow_run_filter=next_minute)), "a scheduled run")
        return client.read_flow_runs(flow_run_filter=next_minute)[0].id


def test_the_deployments_are_stored_as_the_file_says(site: Site) -> None:
    with site.prefect.client() as client:
        assert sorted(deployment.name for deployment in client.read_deployments()) == ["ingest", "ingest-now"]
    for name, tag in (("ingest", "scheduled"), ("ingest-now", "manual")):
        stored = site.deployment(name)
        assert (stored.work_pool_name, stored.entrypoint, stored.pull_steps) == ("copydesk", "flows.ingest.ingest", [])
        assert stored.description
        assert stored.tags == ["copydesk", tag]
        assert stored.global_concurrency_limit is not None
        assert stored.global_concurrency_limit.limit == 1
        assert stored.concurrency_options is not None
        assert stored.concurrency_options.collision_strategy == "ENQUEUE"
        assert stored.job_variables["env"]["DO_NOT_TRACK"] == "1"
        assert stored.job_variables["env"]["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_only_ingest_is_scheduled_and_reads_the_inbox(site: Site) -> None:
    scheduled = site.deployment("ingest")
    daily = next(entry for entry in scheduled.schedules if entry.slug == "every-morning")
    assert daily.active
    assert isinstance(daily.schedule, CronSchedule)
    assert (daily.schedule.cron, daily.schedule.timezone) == ("15 6 * * *", "Asia/Karachi")
    assert scheduled.parameters == {
        "sources": [site.prefect.environment["COPYDESK_INBOX"]],
        "to": str(site.warehouse),
    }
    assert site.deployment("ingest-now").schedules == []


def test_the_form_explains_every_parameter(site: Site) -> None:
    schema = site.deployment("ingest-now").parameter_openapi_schema
    assert schema is not None
    assert list(schema["properties"]) == ["sources", "to", "config", "workers", "runner", "model", "full"]
    assert all(parameter["description"].endswith(".") for parameter in schema["properties"].values())


def test_a_triggered_run_completes_stage_by_stage_under_a_name_an_operator_can_read(site: Site) -> None:
    assert site.triggered.state is not None
    assert site.triggered.state.is_completed(), site.prefect.logs()
    assert site.triggered.name.startswith("articles → warehouse, ")
    with site.prefect.client() as client:
        own = FlowRunFilter(id=FlowRunFilterId(any_=[site.triggered.id]))
        tasks = client.read_task_runs(flow_run_filter=own)
    assert sorted(task.name.rpartition("-")[0] for task in tasks) == STAGES
    assert all(task.state is not None and task.state.is_completed() for task in tasks)


def test_a_triggered_run_publishes_its_tables_and_leaves_its_numbers(site: Site) -> None:
    run = site.runs()[str(site.triggered.id)]
    assert (run["trigger"], run["result"], run["n_read"], run["n_kept"]) == (
        "api",
        "published",
        N_TRIGGERED,
        N_TRIGGERED,
    )
    with site.prefect.client() as client:
        found = [artifact for artifact in client.read_artifacts() if artifact.flow_run_id == site.triggered.id]
    assert [artifact.key for artifact in found] == [ARTIFACT_KEY]
    assert f"| documents read | {N_TRIGGERED} |" in str(found[0].data)


def test_a_scheduled_run_adds_the_inbox_to_the_same_warehouse(site: Site) -> None:
    assert site.scheduled.auto_scheduled
    assert site.scheduled.state is not None
    assert site.scheduled.state.is_completed(), site.prefect.logs()
    assert site.scheduled.name.startswith("inbox → warehouse, ")
    run = site.runs()[str(site.scheduled.id)]
    assert (run["trigger"], run["result"], run["n_read"]) == ("schedule", "published", N_IN_INBOX)
    assert pq.read_table(site.warehouse / "articles").num_rows == N_TRIGGERED + N_IN_INBOX


def test_a_second_run_of_a_deployment_waits_for_the_first(site: Site) -> None:
    assert site.relative.start_time is not None
    assert site.triggered.end_time is not None
    assert site.relative.start_time >= site.triggered.end_time


def test_a_relative_path_is_refused_since_it_would_lie_in_the_workers_temporary_folder(site: Site) -> None:
    assert site.relative.state is not None
    assert site.relative.state.is_failed(), site.prefect.logs()
    assert "'articles', 'warehouse': a worker runs in a temporary folder" in str(site.relative.state.message)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"sources": []}, "[] should be non-empty"),
        ({}, "'sources' is a required property"),
        ({"sources": ["/in"], "workers": 0}, "0 is less than the minimum of 1"),
        ({"sources": ["/in"], "runner": "threads"}, "'processes' was expected"),
        ({"sources": ["/in"], "full": "perhaps"}, "'perhaps' is not of type 'boolean'"),
    ],
)
def test_a_wrong_parameter_is_refused_with_a_sentence_before_a_run_exists(
    site: Site, wrong: dict[str, object], sentence: str
) -> None:
    with site.prefect.client() as client:
        before = client.count_flow_runs()
        with pytest.raises(PrefectHTTPStatusError) as refused:
            client.create_flow_run_from_deployment(site.deployment("ingest-now").id, parameters=wrong)
        assert sentence in refused.value.response.json()["detail"]
        assert client.count_flow_runs() == before
