"""Cleaned documents -> records: a digest for every line, for every sentence about the page, and for every whole body.

A record is 33 bytes and names no text, so that a whole corpus can be sorted by digest; they are split by the first bits of it.
"""

from itertools import compress, pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.clean.headline import key
from tasks.clean.learned import digest, digest_of_body, sentences
from tasks.clean.learning.form import PAGE_WORDS

# Records of a million articles of some thirty lines each: about two million in each part, 60 MB in a reducer.
N_PARTS = 16
RECORDS = pa.schema(
    [
        ("digest", pa.uint64()),  # of the text
        ("outlet", pa.uint64()),  # of publisher, else domain; 0 when neither is known
        ("document", pa.uint64()),  # the first 16 hex digits of its id
        ("story", pa.uint64()),  # of the headline (even), or of the middle paragraph when there is none (odd)
        ("is_body", pa.bool_()),
    ]
)
COLUMNS = ["article_id", "headline", "body", "publisher", "domain", "reason"]
_MIN_CHARS = 12  # two or three short words; shorter lines are crossheads and names


def outlet_of(publisher: str | None, domain: str | None) -> str | None:
    """Return the outlet whose lines a document's are counted with."""
    return publisher or domain


def outlet_digest(outlet: str | None) -> int:
    """Return the number of an outlet in records; 0 when it is not known."""
    return digest(outlet) if outlet else 0


def records(cleaned: pa.Table) -> list[pa.Table]:
    """Return the records of the articles in `cleaned` (COLUMNS), one table for each part."""
    articles = cleaned.filter(pc.is_null(cleaned.column("reason")))
    lines, parents, is_body = _texts(articles)
    found = pa.table(
        {
            "digest": pa.array(lines, pa.uint64()),
            **{name: column.take(parents) for name, column in _documents(articles).items()},
            "is_body": is_body,
        },
        schema=RECORDS,
    )
    return by_part(found)


def by_part(rows: pa.Table) -> list[pa.Table]:
    """Split rows with a digest by its first bits."""
    part = rows.column("digest").to_numpy() >> np.uint64(64 - N_PARTS.bit_length() + 1)
    order = np.argsort(part, kind="stable")
    bounds = np.searchsorted(part[order], np.arange(N_PARTS + 1))
    ordered = rows.take(pa.array(order))
    return [ordered.slice(start, end - start) for start, end in pairwise(bounds.tolist())]


def _texts(articles: pa.Table) -> tuple[list[int], pa.Array, pa.Array]:
    """Return the digests of all lines, sentences and bodies, the row of each, and which are bodies."""
    split = pc.split_pattern(articles.column("body").combine_chunks(), "\n\n")
    units, parents = pc.list_flatten(split), pc.list_parent_indices(split).to_pylist()
    all_digests = [digest(unit) for unit in units.to_pylist()]
    is_long = pc.greater_equal(pc.utf8_length(units), _MIN_CHARS).to_pylist()
    found, rows = list(compress(all_digests, is_long)), list(compress(parents, is_long))
    speaks = pc.match_substring_regex(units, PAGE_WORDS)
    for row, unit in zip(compress(parents, speaks.to_pylist()), units.filter(speaks).to_pylist(), strict=True):
        spans = sentences(unit)
        if len(spans) > 1:
            found += [digest(unit[start:end]) for start, end in spans if end - start >= _MIN_CHARS]
            rows += [row] * (len(found) - len(rows))
    n_lines = len(found)
    offsets = split.offsets.to_pylist()
    found += [digest_of_body(all_digests[start:end]) for start, end in pairwise(offsets)]
    rows += range(len(split))
    return found, pa.array(rows, pa.int64()), pa.array(np.arange(len(found)) >= n_lines)


def _documents(articles: pa.Table) -> dict[str, pa.Array]:
    """Return outlet, document and story of every article."""
    names = zip(*(articles.column(name).to_pylist() for name in ("publisher", "domain")), strict=True)
    told = zip(*(articles.column(name).to_pylist() for name in ("headline", "body")), strict=True)
    columns = {
        "outlet": [outlet_digest(outlet_of(*pair)) for pair in names],
        "document": [int(name[:16], 16) for name in articles.column("article_id").to_pylist()],
        "story": [story_digest(*pair) for pair in told],
    }
    return {name: pa.array(values, pa.uint64()) for name, values in columns.items()}


def story_digest(headline: str | None, body: str) -> int:
    """Return a number for what a document tells: even when it is that of a headline, whose figures do not matter."""
    if headline:
        return digest("".join(char for char in key(headline) if not char.isdigit())) & ~1
    units = body.split("\n\n")
    return digest(units[len(units) // 2]) | 1
