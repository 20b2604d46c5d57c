"""The command line: reads the arguments, calls one command, turns what went wrong into a sentence and an exit status.

Nothing heavy is imported here: `copydesk --help` answers at once, and every command imports what it needs.
"""

import argparse
import json
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

BROKEN, INTERRUPTED, TERMINATED = 4, 130, 143

# By name, since importing the rooms they live in would make `--help` slow. What is not listed is a breakdown.
STATUS_OF = {
    "WrongUsage": 2,
    "SourceNotFound": 2,
    "UnsupportedSource": 2,
    "UnknownField": 2,
    "UnknownSnapshot": 2,
    "UnknownRun": 2,
    "UnknownId": 2,
    "AmbiguousId": 2,
    "NothingPublished": 2,
    "UnknownModel": 2,
    "ModelNamesNothing": 2,
    "WarehouseUnusable": 2,
    "ChecksFailed": 1,
    "WarehouseBusy": 3,
    "WorkerLost": 4,
    "WarehouseDamaged": 4,
}

EPILOG = """\
exit status: 0 published, or no news · 1 a check blocked the publish · 2 wrong usage · 3 another run holds the warehouse
             4 the run broke, rerun resumes it · 130, 143 interrupted, terminated, rerun resumes it"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, terminate)
    try:
        return int(options.command(options))
    except KeyboardInterrupt:
        say("interrupted; the last snapshot is still current. Run the same command again to resume.")
        return INTERRUPTED
    except SystemExit:  # by `terminate`
        say("terminated; the last snapshot is still current. Run the same command again to resume.")
        return TERMINATED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away, as `head` does: nothing is wrong
        return 0
    except Exception as error:  # noqa: BLE001 - every failure ends as a sentence and an exit status
        return explain_failure(error, options)


def explain_failure(error: Exception, options: argparse.Namespace) -> int:
    """Say what went wrong; return the exit status for it."""
    status = STATUS_OF.get(type(error).__name__)
    if status is None:
        traceback.print_exc()
        say(
            f"the run broke ({type(error).__name__}: {error}). The last snapshot is still current and finished work is kept:"
        )
        say("run the same command again to resume; when it breaks again, report the lines above.")
        return BROKEN
    if options.json:
        sys.stdout.write(
            json.dumps({"error": type(error).__name__, "message": str(error), "exit_status": status}) + "\n"
        )
    say(str(error))
    return status


def say(words: str) -> None:
    """Write a sentence to the standard error."""
    sys.stderr.write(f"copydesk: {words}\n")


def terminate(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    """End on SIGTERM as on an error, so that workers end and the lock is given back."""
    raise SystemExit(TERMINATED)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="copydesk",
        description="Scraped news articles in, Parquet tables an analyst can trust out.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_run(commands)
    add(commands, "status", "what is published, what ran, what is set aside")
    explain = add(commands, "explain", "the whole story of an article, document, name, quote or figure")
    explain.add_argument(
        "id", metavar="ID", help="an id, the start of an article's id, a file name, or an entity's name"
    )
    report = add(commands, "report", "write the run's page and print its path")
    report.add_argument("--run", metavar="ID", help="the run (default: the one that published the current snapshot)")
    report.add_argument("--open", action="store_true", help="open the page in a browser")
    rejects = add(commands, "rejects", "what was set aside, and why")
    rejects.add_argument("--run", metavar="ID", help="only what this run set aside")
    add(commands, "check", "verify the published snapshot against its manifest and contracts")
    snapshots = add(commands, "snapshots", "list the snapshots")
    snapshots.add_argument(
        "--path", action="store_true", help="print the path of the current one, for readers that pin it"
    )
    rollback = add(commands, "rollback", "make an earlier snapshot current again")
    rollback.add_argument("snapshot", metavar="SNAPSHOT", type=snapshot_number, help="its number, like 41 or 000041")
    add(commands, "prune", "remove old snapshots: the last 10, those of 30 days and the current one stay")
    schema = add(commands, "schema", "the data dictionary")
    schema.add_argument("table", metavar="TABLE", nargs="?", help="one table (default: all)")
    add(commands, "config", "the effective settings, and where each comes from")
    return top


def add(commands: Any, name: str, sentence: str) -> argparse.ArgumentParser:
    """Add a command with the options that every command takes."""
    command: argparse.ArgumentParser = commands.add_parser(name, help=sentence, description=sentence)
    command.add_argument(
        "--to", metavar="WAREHOUSE", type=Path, help="the warehouse (default: configuration, else ./warehouse)"
    )
    command.add_argument(
        "--config", metavar="FILE", type=Path, help="settings (default: ./copydesk.toml when there is one)"
    )
    command.add_argument("--json", action="store_true", help="answer in JSON")
    command.set_defaults(command=command_named(name))
    return command


def add_run(commands: Any) -> None:
    """Add the command `run`."""
    run = add(commands, "run", "read the sources, and publish what they hold when it passes the checks")
    run.add_argument("sources", metavar="SOURCE", nargs="+", help="a file, folder, glob or archive")
    run.add_argument("--workers", metavar="N", type=int, help="worker processes (default: one per core)")
    run.add_argument("--runner", choices=["processes"], help="what maps a stage over its shards")
    run.add_argument(
        "--model", metavar="NAME", help="an installed spaCy pipeline, or none (default: the bundled model)"
    )
    run.add_argument("--full", action="store_true", help="work out everything again, even when nothing is new")
    run.add_argument(
        "--wait", metavar="SECONDS", type=float, help="wait this long for a busy warehouse (default: not at all)"
    )
    run.add_argument("--untracked", action="store_true", help="run without Prefect")


def command_named(name: str) -> Callable[[argparse.Namespace], int]:
    """Return the command's function, importing its module only when it is called."""

    def call(options: argparse.Namespace) -> int:
        from importlib import import_module

        status: int = import_module(f"flows.commands.{name}").run(options)
        return status

    return call


def snapshot_number(text: str) -> int:
    """Read a snapshot's number, with or without its zeros."""
    return int(text, 10)


if __name__ == "__main__":
    sys.exit(main())
