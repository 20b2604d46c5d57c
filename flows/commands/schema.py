"""`copydesk schema`: the data dictionary, of all tables or of one."""

import argparse
import json
import sys
import textwrap

from flows.errors import WrongUsage
from schemas.catalog import TABLES, table_named
from schemas.table import Table, describe

WIDTH = 110


def run(options: argparse.Namespace) -> int:
    """Print the dictionary."""
    tables = TABLES if options.table is None else (one_table(options.table),)
    if options.json:
        sys.stdout.write(json.dumps(describe(tables), indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(in_words(table) for table in tables))
    return 0


def one_table(name: str) -> Table:
    """Return a table; raise WrongUsage that lists the names there are."""
    try:
        return table_named(name)
    except KeyError as error:
        raise WrongUsage(str(error.args[0])) from error


def in_words(table: Table) -> str:
    """Return one table's dictionary as lines."""
    lines = [f"{table.name}: one row is {table.grain}. Key: {', '.join(table.key)}."]
    for field in table.fields:
        null = "" if field.nullable else ", never null"
        values = f" One of: {', '.join(field.values)}." if field.values else ""
        lines.append(f"  {field.name} ({field.type}{null})")
        lines += textwrap.wrap(field.description + values, WIDTH, initial_indent="      ", subsequent_indent="      ")
    promises = [pair.sentence for pair in table.pairs] + [rule.sentence for rule in table.rules]
    lines += [f"  promise: {sentence}" for sentence in promises]
    return "\n".join(lines) + "\n"
