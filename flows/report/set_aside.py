"""What was set aside and why: rejects by reason, each with some documents that show what the reason means."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.dataset as ds

from flows.report.markup import Markup, element, note, section, shortened, table
from flows.report.rows import batches, count_values, ranked
from flows.summary import Summary

N_EXAMPLES = 3
EXAMPLE_CHARS = 120
SHOWN = ("reason", "headline", "raw_excerpt", "source_uri", "source_record", "message")
Examples = dict[str, list[dict[str, Any]]]


def set_aside(summary: Summary, rejects: Sequence[Path]) -> Markup:
    """Return rejects by reason, with examples."""
    counts = count_values(rejects, "reason", ds.field("released_run_id").is_null())
    rows = [(reason, summary.reasons.get(reason, 0), n) for reason, n in ranked(counts)]
    counted = table("Rejects by reason, those that were released left out", ("reason", "in this run", "in all"), rows)
    examples = examples_by_reason(summary.run_id, rejects)
    shown = [reason_block(reason, n, examples[reason]) for reason, n in ranked(counts)]
    return section("Rejects", counted, *shown)


def examples_by_reason(run_id: str, rejects: Sequence[Path]) -> Examples:
    """Return the first rejects of each reason, those of this run before others."""
    found: Examples = defaultdict(list)
    own = ds.field("run_id") == run_id
    for wanted in (own, ~own):
        for batch in batches(rejects, SHOWN, wanted & ds.field("released_run_id").is_null()):
            for reason in pc.unique(batch.column("reason")).to_pylist():
                room = N_EXAMPLES - len(found[reason])
                if room > 0:
                    found[reason] += batch.filter(pc.equal(batch.column("reason"), reason)).slice(0, room).to_pylist()
    return found


def reason_block(reason: str, n: int, examples: list[dict[str, Any]]) -> Markup:
    """Return the examples of one reason."""
    items = element("ul", *(example(row) for row in examples), class_="examples")
    left_out = n - len(examples)
    rest = note(f"{left_out:,} more are not shown.") if left_out else ""
    return element("div", element("h3", reason), items, rest)


def example(row: dict[str, Any]) -> Markup:
    """Return one reject: what it says of itself, why it was set aside, and where it lies."""
    text = shortened(row["headline"] or row["raw_excerpt"], EXAMPLE_CHARS) or "(nothing to read)"
    record = "" if row["source_record"] is None else f" row {row['source_record']:,}"
    place = element("div", f"{row['source_uri']}{record}", class_="place")
    return element("li", text, element("div", row["message"]), place)
