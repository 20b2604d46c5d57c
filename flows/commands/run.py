"""`copydesk run`: the pipeline over some sources, as a Prefect flow run or, untracked, plainly."""

import argparse
import json
import os
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

from flows.settings import Settings, load_settings
from flows.summary import Summary
from tasks.read import find_starts

# Set before Prefect is imported. An empty home migrates its database while a busy machine looks on: the default of 20
# seconds was missed in 6 of 6 tries. The two about telemetry keep Prefect from calling home.
PREFECT_ENVIRONMENT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_LOGGING_LEVEL": "WARNING",
}


def run(options: argparse.Namespace) -> int:
    """Run the pipeline and print its numbers."""
    if options.wait is not None:
        os.environ["COPYDESK_WAIT_SECONDS"] = str(options.wait)
    refuse_early(options)
    summary = run_plainly(options) if options.untracked else run_tracked(options)
    if options.json:
        sys.stdout.write(json.dumps(asdict(summary), ensure_ascii=False) + "\n")
    else:
        show(summary)
    return 0


def refuse_early(options: argparse.Namespace) -> None:
    """Raise for settings, a model or sources that cannot be used, before Prefect starts and would log it as a crash."""
    from tasks.enrich import model_identity

    model_identity(settings_of(options).enrich.model)
    find_starts(options.sources)


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings that the options ask for."""
    return load_settings(
        options.config,
        to=options.to,
        workers=options.workers,
        runner=options.runner,
        model=options.model,
        full=options.full,
    )


def run_tracked(options: argparse.Namespace) -> Summary:
    """Run the flow, against PREFECT_API_URL when set, else against Prefect's embedded server."""
    for name, value in PREFECT_ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    from flows.embedded_server import embedded_server
    from flows.ingest import ingest

    with embedded_server():
        summary: Summary = ingest(
            sources=options.sources,
            to=options.to,
            config=options.config,
            workers=options.workers,
            runner=options.runner or "processes",
            model=options.model,
            full=options.full,
        )
    return summary


def run_plainly(options: argparse.Namespace) -> Summary:
    """Run the same stages without Prefect."""
    from flows.progress import progress_for_terminal
    from flows.run import start
    from flows.stages.pipeline import pipeline

    with start(options.sources, settings_of(options), progress_for_terminal()) as started:
        return pipeline(started)


def show(summary: Summary) -> None:
    """Print the numbers and what to type next."""
    from rich.console import Console
    from rich.table import Table

    from flows.summary import numbers

    console = Console()
    title = f"snapshot {summary.snapshot}" if summary.snapshot else summary.result.replace("_", " ")
    table = Table(title=f"copydesk: {title}", title_justify="left", show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in numbers(summary):
        table.add_row(label, value)
    console.print(table)
    console.print(next_steps(summary), soft_wrap=True, highlight=False)


def next_steps(summary: Summary) -> str:
    """Return where tables and page are, and what to type next."""
    where, copydesk = os.path.relpath(summary.warehouse), as_typed()
    page = f"{where}/current/report.html" if summary.snapshot else f"{where}/_runs/{summary.run_id}/report.html"
    return (
        f"tables   {where}/<table>, as in pd.read_parquet('{where}/articles')\n"
        f"report   {page}\n"
        f"next     {copydesk} status --to {where}\n"
        f"         {copydesk} rejects --to {where}\n"
        f"         {copydesk} explain ID --to {where}   (an id of any table, or a file name)\n"
        f"         {copydesk} schema articles"
    )


def as_typed() -> str:
    """Return how this command can be called again: by its name, or by its path where its folder is not searched."""
    called = sys.argv[0]
    found = shutil.which("copydesk")
    return "copydesk" if found and Path(found).samefile(called) else os.path.relpath(called)
