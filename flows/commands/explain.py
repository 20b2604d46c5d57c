"""`copydesk explain`: the whole story of an article, document, name, quote or figure."""

import argparse
import json
import shutil
import sys
from dataclasses import asdict

from flows.commands.warehouse import opened
from flows.explain import as_text, explain


def run(options: argparse.Namespace) -> int:
    """Print the story of one id or file name."""
    story = explain(opened(options), options.id)
    if options.json:
        sys.stdout.write(json.dumps(asdict(story), default=str, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(as_text(story, shutil.get_terminal_size().columns, sys.stdout.isatty()) + "\n")
    return 0
