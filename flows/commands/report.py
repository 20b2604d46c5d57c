"""`copydesk report`: the path of a run's page."""

import argparse
import json
import sys

from flows.commands.warehouse import opened, published
from tasks.publish import read_run


def run(options: argparse.Namespace) -> int:
    """Print the path of the page of the current snapshot, or of one run; open it when asked to."""
    if options.run is None:
        page = published(options).path / "report.html"
    else:
        warehouse = opened(options)
        read_run(warehouse, options.run)  # raises UnknownRun with the runs there are
        page = warehouse.runs / options.run / "report.html"
    sys.stdout.write(json.dumps({"report": str(page)}) + "\n" if options.json else f"{page}\n")
    if options.open:
        import webbrowser

        webbrowser.open(page.as_uri())
    return 0
