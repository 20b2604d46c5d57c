"""`copydesk config`: the effective settings, and where each comes from."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic_settings import EnvSettingsSource

from flows.settings import Settings, config_file, from_file, load_settings


def run(options: argparse.Namespace) -> int:
    """Print every setting with its value and its origin."""
    settings = load_settings(options.config, to=options.to)
    given = givers(options.to, config_file(options.config))
    rows = {
        name: {"value": value, "from": next((giver for giver, names in given.items() if name in names), "default")}
        for name, value in leaves(settings.model_dump(mode="json", by_alias=True))
    }
    if options.json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")
        return 0
    width = max(map(len, rows))
    for name, row in rows.items():
        value = json.dumps(row["value"], ensure_ascii=False)
        sys.stdout.write(f"{name:<{width}}  {value}  ({row['from']})\n")
    return 0


def givers(to: Path | None, path: Path | None) -> dict[str, set[str]]:
    """Return who set which settings, the one that wins first."""
    environment = EnvSettingsSource(Settings)()
    return {
        "flag": {"to"} if to is not None else set(),
        "environment": {name for name, _ in leaves(environment)},
        str(path): {name for name, _ in leaves(from_file(path))} if path else set(),
    }


def leaves(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every setting as `section.name` with its value."""
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{inner}", inner_value) for inner, inner_value in leaves(value))
        else:
            yield name, value
