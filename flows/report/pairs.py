"""Two texts side by side, word by word: the copies that a run dropped and that are least like the article kept for them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow.parquet as pq

from flows.explain.comparing import compare
from flows.explain.story import Change
from flows.report.markup import Markup, element, note

TITLE = "Dropped in this run, and least like the article kept for them"
TAGS = {"gone": "del", "added": "ins"}


def side_by_side(least_alike: Sequence[Path]) -> Iterator[Markup]:
    """Yield each pair with its word diff under one heading; nothing when there is no pair."""
    rows = [row for path in least_alike for row in pq.read_table(path).to_pylist()]
    if not rows:
        return
    yield element("h3", TITLE)
    yield note(
        "Struck out: only in the article that is kept. Underlined: only in the copy. Of any other: copydesk explain ID"
    )
    for row in rows:
        diff = compare("", row["kept_body"], row["body"])
        said = (
            f"{row['headline'] or '(no headline)'}: {row['relation']} ({row['rule']}), jaccard {row['jaccard']:.3f}, "
            f"containment {row['containment']:.3f}. Copy {row['article_id']}, kept {row['kept_article_id']}"
        )
        yield element("h4", said)
        yield element("p", *(part for change in diff.changes for part in (marked(change), " ")))
        if diff.n_left_out:
            yield note(f"{diff.n_left_out:,} more changes are not shown.")


def marked(change: Change) -> Markup:
    """Return words as both have them, struck out or underlined; what is skipped in brackets."""
    text = f"(… {change.text} …)" if change.kind == "skipped" else change.text
    return element(TAGS.get(change.kind, "span"), text)
