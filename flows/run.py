"""A run: its id, its place in the warehouse, what it measures; and how an unfinished one is taken over."""

import contextlib
import json
import os
import secrets
import shutil
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import psutil

from flows.fingerprints import stage_fingerprints, versions
from flows.kept import kept_work
from flows.pool import Pool
from flows.progress import Progress
from flows.settings import Settings
from tasks.publish import Snapshot, Warehouse, hold, open_warehouse
from tasks.read import ReadError
from tasks.validate import ChecksFailed

SAMPLE_SECONDS = 0.5  # memory is looked at this often: a model takes longer than that to load


@dataclass(frozen=True)
class StageRecord:
    """What one stage took in, gave out and cost."""

    stage: str
    n_in: int
    n_out: int
    seconds: float
    cpu_seconds: float


@dataclass
class Meter:
    """Collects what a run costs: a record per stage, and the largest memory of its processes together."""

    records: list[StageRecord] = field(default_factory=list)
    peak_memory_bytes: int = 0


@dataclass(frozen=True)
class Plan:
    """What makes two runs the same work: a run that finds an unfinished plan equal to its own takes it over."""

    parent: str | None
    sources: tuple[str, ...]
    settings_sha256: str
    fingerprints: dict[str, str]
    versions: dict[str, str]


@dataclass(frozen=True)
class Run:
    """One run, as every stage sees it."""

    run_id: str
    plan: Plan
    settings: Settings
    warehouse: Warehouse
    parent: Snapshot | None
    started_at: datetime
    first_read_on: date
    pool: Pool
    progress: Progress
    meter: Meter
    kept: Mapping[str, Path]
    trigger: str = "manual"
    flow_run_id: str | None = None

    @property
    def staging(self) -> Path:
        """The folder of this run's work."""
        return self.warehouse.path / "_staging" / self.run_id

    def work(self, place: str) -> Path:
        """Return where the work file `place` (`clean/<name>`) stands: as an earlier run kept it, else in staging."""
        return self.kept.get(place, self.staging / place)

    @property
    def base(self) -> Path:
        """The folder that source addresses are relative to: the one that holds the warehouse."""
        return self.warehouse.path.parent


@contextlib.contextmanager
def start(
    sources: Sequence[str],
    settings: Settings,
    progress: Progress,
    *,
    trigger: str = "manual",
    flow_run_id: str | None = None,
) -> Iterator[Run]:
    """Hold the warehouse and give out the run; an unfinished run of the same plan is taken over.

    Raises WarehouseBusy when another run holds it. The work is kept when the run breaks and removed when it ends well.
    """
    warehouse = open_warehouse(settings.warehouse)
    with hold(warehouse, settings.wait_seconds), Pool(settings.workers) as pool, contextlib.ExitStack() as stack:
        meter = Meter()
        stack.enter_context(watch_memory(meter))
        stack.callback(progress.close)
        parent = warehouse.current_snapshot()
        plan = plan_of(sources, settings, parent)
        run_id, day = take_over(warehouse, plan) or begin(warehouse, plan)
        now = datetime.now(UTC)
        kept = {} if settings.full else kept_work(warehouse, parent)
        run = Run(
            run_id, plan, settings, warehouse, parent, now, day, pool, progress, meter, kept, trigger, flow_run_id
        )
        try:
            yield run
        except (ChecksFailed, ReadError):
            shutil.rmtree(run.staging)  # a rerun would come to the same end
            raise
        shutil.rmtree(run.staging)


def plan_of(sources: Sequence[str], settings: Settings, parent: Snapshot | None) -> Plan:
    """Return what these sources and settings make on top of `parent`."""
    name = parent.name if parent else None
    return Plan(name, tuple(sources), settings.sha256(), stage_fingerprints(settings), versions())


def begin(warehouse: Warehouse, plan: Plan) -> tuple[str, date]:
    """Make the folder of a new run; return its id and the day its documents count as first read."""
    run_id, today = secrets.token_hex(6), datetime.now(UTC).date()
    staging = warehouse.path / "_staging" / run_id
    staging.mkdir(parents=True)
    written = json.dumps({"run_id": run_id, "first_read_on": today.isoformat(), "plan": asdict(plan)}, indent=1)
    partial = staging / ".plan.json.partial"
    partial.write_text(written, encoding="utf-8")
    partial.replace(staging / "plan.json")
    return run_id, today


def take_over(warehouse: Warehouse, plan: Plan) -> tuple[str, date] | None:
    """Return id and day of an unfinished run of the same plan, and clear away work nobody can take over any more."""
    wanted = json.loads(json.dumps(asdict(plan)))
    found: tuple[str, date] | None = None
    for staging in sorted((warehouse.path / "_staging").glob("*")):
        try:
            written = json.loads((staging / "plan.json").read_text(encoding="utf-8"))
        except (OSError, json.JSONDecodeError):
            written = {"plan": {"parent": "unknown"}}  # it ended before its plan was whole: there is no work in it
        if found is None and written["plan"] == wanted:
            found = written["run_id"], date.fromisoformat(written["first_read_on"])
        elif written["plan"]["parent"] != wanted["parent"]:
            shutil.rmtree(staging)
    return found


@contextlib.contextmanager
def stage(run: Run, name: str, n_in: int, total: int | None = None) -> Iterator[list[int]]:
    """Measure a stage and show its progress. The stage puts its number of rows out into the list it is given."""
    started, cpu_started, pool_started = time.monotonic(), time.process_time(), run.pool.cpu_seconds
    run.progress.begin(name, n_in if total is None else total)
    n_out: list[int] = []
    yield n_out
    cpu_seconds = time.process_time() - cpu_started + run.pool.cpu_seconds - pool_started
    seconds = time.monotonic() - started
    run.meter.records.append(StageRecord(name, n_in, sum(n_out), round(seconds, 3), round(cpu_seconds, 3)))
    taken_in = f"{n_in:,} in · " if n_in else ""
    run.progress.end(f"{taken_in}{sum(n_out):,} out")


@contextlib.contextmanager
def watch_memory(meter: Meter) -> Iterator[None]:
    """Sample the memory of this process and its children until the block ends."""
    done = threading.Event()

    def sample() -> None:
        me = psutil.Process(os.getpid())
        while not done.wait(SAMPLE_SECONDS):
            meter.peak_memory_bytes = max(meter.peak_memory_bytes, tree_memory(me))

    thread = threading.Thread(target=sample, daemon=True, name="memory")
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def tree_memory(process: psutil.Process) -> int:
    """Return the resident memory of a process and its children in bytes; pages they share count once for each."""
    total = 0
    for member in [process, *process.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):  # it ended since it was listed
            total += member.memory_info().rss
    return total
