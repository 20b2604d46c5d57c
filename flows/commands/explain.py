"""`copydesk explain`: the whole story of an article, document, name, quote or figure."""

import argparse
import json
import shutil
import sys

from flows.commands.warehouse import opened
from flows.explain import as_json, as_text, explain
from flows.settings import load_settings


def run(options: argparse.Namespace) -> int:
    """Print the story of one id or file name."""
    settings = load_settings(options.config, to=options.to)
    story = explain(opened(options), options.id, settings.read, settings.clean)
    if options.json:
        sys.stdout.write(json.dumps(as_json(story), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(as_text(story, shutil.get_terminal_size().columns, sys.stdout.isatty()))
    return 0
