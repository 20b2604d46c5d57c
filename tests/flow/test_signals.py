"""`copydesk run`, interrupted, terminated or killed while it cleans: it leaves nothing running, and a rerun takes up its work."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.flow.corpora import write_articles
from tests.flow.processes import BUSY_SECONDS, alive, descendants, environment, running, until

pytestmark = pytest.mark.slow

N_ARTICLES = 2_400  # six shards, so that one worker is still cleaning when the first is done
GONE_SECONDS = 20.0  # workers end with their parent within a second; the machine may be busy


class Command:
    """One `copydesk run` over one corpus into one warehouse, to be started again and again."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder, self.warehouse, self.log = folder, folder / "warehouse", folder / "log"
        self.line = [sys.executable, "-m", "flows.cli", "run", "in", "--to", "warehouse", "--workers", "1"]
        self.line += ["--model", "none", *options]
        write_articles(folder / "in", range(N_ARTICLES))

    def start(self) -> "running[subprocess.Popen[bytes]]":  # type: ignore[type-arg]
        """Start the command."""
        return running(self.line, environment(self.folder / "prefect"), self.folder, self.log)

    def output(self) -> str:
        """Return all it has said so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def shards(self, stage: str = "clean") -> list[Path]:
        """Return the finished shards of a stage of the unfinished run."""
        return sorted(self.warehouse.glob(f"_staging/*/{stage}/*.parquet"))

    def run_id(self) -> str:
        """Return the id of the unfinished run."""
        (staging,) = (self.warehouse / "_staging").iterdir()
        return staging.name

    def result(self, run_id: str) -> str:
        """Return how a run ended, by its own record."""
        record = json.loads((self.warehouse / "_runs" / run_id / "run.json").read_text(encoding="utf-8"))
        return str(record["result"])


def stop_while_cleaning(command: Command, stop: signal.Signals, *, whole_group: bool = False) -> int:
    """Start the command, send it a signal when its first shard is clean; return its exit status, when nothing of it is left."""
    with command.start() as process:
        until(lambda: bool(command.shards()) or process.poll() is not None, "the first clean shard")
        assert process.poll() is None, command.output()
        family = descendants(process.pid)
        assert family
        (os.killpg if whole_group else os.kill)(process.pid, stop)
        status = process.wait(BUSY_SECONDS)
        until(lambda: not alive(family), "the end of the workers", GONE_SECONDS)
    assert len(command.shards()) < N_ARTICLES // 400
    return status


def resume(command: Command, finished: Sequence[Path]) -> int:
    """Start the command again; return its exit status, having seen that it did not do its finished shards again."""
    before = {path: path.stat().st_mtime_ns for path in finished}
    with command.start() as process:
        until(lambda: bool(command.shards("tables/articles")) or process.poll() is not None, "the first table")
        assert {path: path.stat().st_mtime_ns for path in finished} == before
        return process.wait(BUSY_SECONDS)


@pytest.mark.parametrize(
    ("stop", "status", "sentence"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")],
    ids=["SIGINT", "SIGTERM"],
)
def test_a_stopped_run_says_so_leaves_no_process_and_is_resumed_by_the_same_command(
    tmp_path: Path, stop: signal.Signals, status: int, sentence: str
) -> None:
    command = Command(tmp_path, "--untracked")
    assert stop_while_cleaning(command, stop) == status, command.output()
    assert f"copydesk: {sentence}; the last snapshot is still current." in command.output()
    run_id = command.run_id()
    assert command.result(run_id) == "cancelled"
    assert resume(command, command.shards()) == 0, command.output()
    assert command.result(run_id) == "published"
    assert not list((command.warehouse / "_staging").iterdir())


def test_the_workers_and_the_server_of_a_killed_run_end_and_an_untracked_one_resumes_it(tmp_path: Path) -> None:
    command = Command(tmp_path)
    assert stop_while_cleaning(command, signal.SIGKILL) == -signal.SIGKILL
    run_id = command.run_id()
    command.line.append("--untracked")
    assert resume(command, command.shards()) == 0, command.output()
    assert command.result(run_id) == "published"


def test_a_terminals_interrupt_does_not_end_the_embedded_server_before_the_run_has_told_it(tmp_path: Path) -> None:
    command = Command(tmp_path)
    assert stop_while_cleaning(command, signal.SIGINT, whole_group=True) == 130, command.output()
    assert "Finished in state Crashed" in command.output()
    assert "attempts failed" not in command.output()
    assert command.result(command.run_id()) == "cancelled"


def test_a_terminated_tracked_run_is_resumed_by_an_untracked_one(tmp_path: Path) -> None:
    command = Command(tmp_path)
    assert stop_while_cleaning(command, signal.SIGTERM) == 143, command.output()
    run_id = command.run_id()
    assert command.result(run_id) == "cancelled"
    command.line.append("--untracked")
    assert resume(command, command.shards()) == 0, command.output()
    assert command.result(run_id) == "published"
