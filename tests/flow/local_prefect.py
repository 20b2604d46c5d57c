"""A real Prefect server and process worker on this machine, each a process of its own, with a home and a port of their own."""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import FlowRun

from tests.flow.processes import BUSY_SECONDS, ROOT, environment, running, until


@dataclass(frozen=True)
class LocalPrefect:
    """A running server, as the commands of deployments/README.md meet it."""

    folder: Path
    api: str
    environment: dict[str, str]

    def prefect(self, *arguments: str) -> str:
        """Run a `prefect` command in the checkout; return what it prints. Raises when it fails, with what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "prefect", *arguments],
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=BUSY_SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    def client(self) -> SyncPrefectClient:
        """Return a client of this server, whatever the settings of the test's own process say."""
        return SyncPrefectClient(self.api)

    def final(self, flow_run_id: UUID) -> FlowRun:
        """Wait until a flow run has ended; return it."""
        with self.client() as client:
            until(lambda: is_final(client.read_flow_run(flow_run_id)), f"the end of flow run {flow_run_id}")
            return client.read_flow_run(flow_run_id)

    def started(self, flow_run_id: UUID) -> None:
        """Wait until a worker has taken a flow run up."""
        with self.client() as client:
            until(lambda: client.read_flow_run(flow_run_id).start_time is not None, f"the start of {flow_run_id}")

    def logs(self) -> str:
        """Return what server and worker have said."""
        return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in self.folder.glob("*.log"))


def is_final(flow_run: FlowRun) -> bool:
    """Tell whether a flow run has ended."""
    return flow_run.state is not None and flow_run.state.is_final()


@contextmanager
def local_prefect(folder: Path, **more: str) -> Iterator[LocalPrefect]:
    """Start a server and wait until it answers; `more` is set in the environment of every command and process."""
    port = str(free_port())
    api = f"http://127.0.0.1:{port}/api"
    env = environment(folder / "home", PREFECT_API_URL=api, **more)
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", port, "--no-ui"]
    with running(command, env, folder, folder / "server.log"):
        until(lambda: answers(f"{api}/health"), "an answer of the server")
        yield LocalPrefect(folder, api, env)


@contextmanager
def worker(server: LocalPrefect, pool: str) -> Iterator[None]:
    """Start a worker that serves the pool."""
    command = [sys.executable, "-m", "prefect", "worker", "start", "--pool", pool]
    with running(command, server.environment, server.folder, server.folder / "worker.log"):
        yield


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Tell whether something answers at an address."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
