"""The flow `ingest`: every stage a named Prefect task in plain sight, run names an operator can read, the run's numbers.

Prefect gets one task run per stage. Shards are mapped inside a stage by a pool of processes: a task run per shard would cost
more than the shard. Results are files under `_staging/`, so Prefect persists and caches nothing; resuming is looking at what
is there.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.context import FlowRunContext
from prefect.runtime import flow_run
from pydantic import Field

from flows.errors import WrongUsage
from flows.progress import progress_for_terminal
from flows.run import start
from flows.settings import load_settings
from flows.stages.assemble import assemble
from flows.stages.clean import clean
from flows.stages.dedupe import dedupe
from flows.stages.enrich import enrich
from flows.stages.pipeline import Stages, pipeline
from flows.stages.publish import publish
from flows.stages.read import read
from flows.stages.validate import validate
from flows.summary import Summary, as_markdown

ARTIFACT_KEY = "ingest-numbers"
IN_FILES: dict[str, Any] = {"cache_policy": NO_CACHE, "persist_result": False}  # results are files, not Prefect's

# Reading and publishing meet disks that other machines share: what fails once may work a moment later, and what was
# finished is not done again. The other stages compute; a second try would only fail again, later.
TASKS = Stages(
    read=task(name="read", retries=2, retry_delay_seconds=10, **IN_FILES)(read),
    clean=task(name="clean", **IN_FILES)(clean),
    dedupe=task(name="dedupe", **IN_FILES)(dedupe),
    enrich=task(name="enrich", **IN_FILES)(enrich),
    assemble=task(name="assemble", **IN_FILES)(assemble),
    validate=task(name="validate", **IN_FILES)(validate),
    publish=task(name="publish", retries=1, retry_delay_seconds=5, **IN_FILES)(publish),
)


def readable_run_name() -> str:
    """Return a name that tells an operator what runs into what, like 'inbox → warehouse, 24 Nov 06:15'."""
    parameters = flow_run.parameters
    names = [Path(source).name or source for source in parameters["sources"]]
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return f"{names[0]}{more} → {Path(parameters.get('to') or 'warehouse').name}, {datetime.now(UTC):%d %b %H:%M}"


@flow(name="ingest", flow_run_name=readable_run_name, persist_result=False, retries=0)
def ingest(
    sources: Annotated[list[str], Field(min_length=1)],
    to: Path | None = None,
    config: Path | None = None,
    workers: Annotated[int | None, Field(ge=1)] = None,
    runner: Literal["processes"] = "processes",
    model: Annotated[str | None, Field(min_length=1)] = None,
    full: bool = False,
) -> Summary:
    """Clean, deduplicate, enrich, check and publish what the sources hold.

    Args:
        sources: Files, folders, globs or archives to read.
        to: The warehouse folder; without it the configuration's, else ./warehouse.
        config: A copydesk.toml; without it the one in the working folder.
        workers: Worker processes; without it one per core.
        runner: What maps a stage over its shards.
        model: 'bundled', 'none', or the name of an installed spaCy pipeline.
        full: Work out everything again, even when nothing is new.
    """
    settings = load_settings(config, to=to, workers=workers, runner=runner, model=model, full=full)
    started_by = trigger()
    if started_by != "manual":
        refuse_relative(sources, settings.to)
    with start(sources, settings, progress_for_terminal(), trigger=started_by, flow_run_id=str(flow_run.id)) as run:
        summary = pipeline(run, TASKS)
    create_markdown_artifact(as_markdown(summary), key=ARTIFACT_KEY, description="What came of the run, in numbers.")
    return summary


def trigger() -> Literal["manual", "schedule", "api"]:
    """Return what started this flow run: a person's command, a schedule, or a call to a deployment."""
    context = FlowRunContext.get()
    if context is None or context.flow_run is None or context.flow_run.deployment_id is None:
        return "manual"
    return "schedule" if context.flow_run.auto_scheduled else "api"


def refuse_relative(sources: Sequence[str], to: Path) -> None:
    """Raise WrongUsage for a path that a worker would look for, or publish to, in the folder it throws away after the run."""
    relative = [path for path in (*sources, str(to)) if "://" not in path and not Path(path).is_absolute()]
    if relative:
        raise WrongUsage(
            f"{', '.join(map(repr, relative))}: a worker runs in a temporary folder, so `sources` and `to` of a deployed run "
            "must be absolute paths. Nothing was run."
        )
