"""A run's numbers, checks and tables become its page: one HTML file that needs nothing else, not even a script."""

from collections.abc import Mapping, Sequence
from importlib.resources import files as package_files
from pathlib import Path

import pyarrow as pa

from flows.report.account import account, outcome, tables
from flows.report.claims import claims
from flows.report.contents import contents
from flows.report.copies import copies
from flows.report.cost import cost
from flows.report.markup import Markup, element, escaped
from flows.report.names import names
from flows.report.promises import blocking, promises
from flows.report.set_aside import set_aside
from flows.summary import Summary
from schemas.catalog import TABLES
from tasks.dedupe import DedupeSettings

# Even if a tag slipped through, a browser would load nothing and run nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render_report(
    summary: Summary,
    checks: pa.Table,
    files: Mapping[str, Sequence[Path]],
    large_cluster: int = DedupeSettings.large_cluster,
) -> str:
    """Return the page of a run.

    `files` are the Parquet files by table, and those of `could_be_same` and `least_alike`; one the run did not make may be absent.
    """
    of = {table.name: tuple(files.get(table.name, ())) for table in TABLES}
    return whole_page(
        f"Run {summary.run_id}",
        outcome(summary, blocking(checks)),
        account(summary),
        tables(summary),
        copies(summary, of["duplicates"], of["clusters"], of["articles"], large_cluster, files.get("least_alike", ())),
        set_aside(summary, of["rejects"]),
        promises(checks),
        contents(of["articles"]),
        names(of["entities"], tuple(files.get("could_be_same", ()))),
        claims(of["figures"], of["articles"]),
        cost(summary, of["runs"]),
    )


def whole_page(title: str, *blocks: Markup) -> str:
    """Return the HTML document around the blocks."""
    style = package_files("flows.report").joinpath("page.css").read_text(encoding="utf-8")
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<title>{escaped(f'copydesk: {title}')}</title><style>{style}</style>"
    )
    body = element("main", element("h1", title), *blocks)
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{escaped(body)}</body></html>\n'
