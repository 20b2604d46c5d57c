"""Data of a bench folder to documents as the room wants them, and what is known to be true of them.

The form that `make_scale.py` and scrapers put around a text is taken off and its bytes are mended, as cleaning would do it;
the rest of cleaning would only blur what is measured here.
"""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.clean.repairs import repair
from tests.bench.dedupe.groups import joined

RUN = "0" * 12
SEED = 1
DATE_PREFIX = re.compile(r"^date \d{4}-\d\d-\d\d ")
DATE_LINE = re.compile(r"\d{4}-\d\d-\d\d \S+")
FORM_LINES = 4  # title, date, title again, and one to spare
# What makes two real articles one in the truth: the contract's bounds for a row of `duplicates`.
SAME_JACCARD, SAME_CONTAINMENT = 0.5, 0.8


@dataclass(frozen=True)
class Scale:
    """Generated documents, the pairs of copy and original (row numbers), and the true group of every document."""

    documents: pa.Table
    pairs: list[tuple[int, int]]
    groups: list[int]


def generated(data: Path, n: int, folder: Path) -> Scale:
    """Return `n` documents of make_scale.py, generated and cleaned once and kept in `folder`."""
    source, documents = folder / f"scale{n}", folder / f"scale{n}.parquet"
    if not (source / "truth.parquet").exists():
        script = [sys.executable, str(data / "make_scale.py"), "--in", str(data / "dev.parquet"), "--n", str(n)]
        subprocess.run([*script, "--seed", str(SEED), "--out", str(source)], check=True, stdout=subprocess.DEVNULL)
    truth = pq.read_table(source / "truth.parquet").to_pylist()
    if not documents.exists():
        raw = (row for part in sorted(source.glob("part-*.parquet")) for row in pq.read_table(part).to_pylist())
        rows = zip(raw, truth, strict=True)
        write_documents((scale_row(one, known) for one, known in rows), documents)
    return Scale(read_documents(documents), copies(truth), true_groups(truth, data))


def scale_row(one: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Return a generated document as the room wants it."""
    title = known["title"] if isinstance(known["title"], str) else None
    day = date.fromisoformat(known["published"])
    return as_document(one["id"], one["raw"], title, day, None, one["source"], one["url"])


def as_document(
    name: str, raw: str, title: str | None, day: date | None, moment: datetime | None, source: str | None, url: Any
) -> dict[str, Any]:
    """Return one document."""
    headline = repair(title)[0].strip() if title else None
    body = without_form(repair(raw)[0], headline)
    return {
        "article_id": hashlib.sha256(f"{name}\0{raw}".encode("utf-8", "replace")).hexdigest()[:24],
        "body": body,
        "headline": headline or None,
        "published_on": day,
        "published_at": moment,
        "publisher": source or None,
        "domain": (urlparse(url).netloc or None) if isinstance(url, str) else None,
        "source_uri": name,
        "n_words": len(body.split()),
    }


def without_form(text: str, title: str | None) -> str:
    """Take off the date prefix and the lines that repeat the title."""
    body = DATE_PREFIX.sub("", text.strip()).strip()
    for _ in range(FORM_LINES):
        line, _, rest = body.partition("\n")
        if line.strip() != title and not DATE_LINE.fullmatch(line.strip()):
            break
        body = rest.strip()
    return body


def write_documents(rows: Iterable[dict[str, Any]], target: Path) -> None:
    """Write the documents with every column that the room reads."""
    strings = ("article_id", "body", "headline", "publisher", "domain", "source_uri")
    types = {name: pa.string() for name in strings} | {"n_words": pa.int32()}
    types |= {"published_on": pa.date32(), "published_at": pa.timestamp("us")}
    table = pa.Table.from_pylist(list(rows), schema=pa.schema(list(types.items())))
    n = table.num_rows
    table = table.append_column("source_record", pa.nulls(n, pa.int64()))
    table = table.append_column("agencies", pa.array([[]] * n, pa.list_(pa.string())))
    pq.write_table(table.append_column("run_id", pa.array([RUN] * n)), target)


def read_documents(file: Path) -> pa.Table:
    """Return the documents in one piece: rows taken from many pieces cost a copy of them all."""
    return pq.read_table(file).combine_chunks()


def copies(truth: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return the pairs of original and copy."""
    originals = {row["group"]: number for number, row in enumerate(truth) if not row["is_copy"]}
    return [(originals[row["group"]], number) for number, row in enumerate(truth) if row["is_copy"]]


def true_groups(truth: Sequence[dict[str, Any]], data: Path) -> list[int]:
    """Return the true group of every document: copies of one original, and originals that are copies in the real data."""
    numbers: dict[str, int] = {}
    pairs = []
    for number, row in enumerate(truth):
        name = f"group {row['group']}"
        pairs.append((number, numbers.setdefault(name, number)))
        if not row["substituted"]:
            pairs.append((number, numbers.setdefault(row["real_id"], number)))
    for gold in pq.read_table(data / "gt_dup_pairs_dev.parquet").to_pylist():
        is_same = gold["jaccard"] >= SAME_JACCARD or gold["containment"] >= SAME_CONTAINMENT
        if is_same and gold["a"] in numbers and gold["b"] in numbers:
            pairs.append((numbers[gold["a"]], numbers[gold["b"]]))
    return joined(len(truth), pairs)


def real(data: Path, folder: Path) -> pa.Table:
    """Return the real articles of dev.parquet; their names (`source_uri`) are its ids with the row's number."""
    target = folder / "dev.documents.parquet"
    if not target.exists():
        columns = ["id", "text", "title", "published", "source", "url"]
        rows = pq.read_table(data / "dev.parquet", columns=columns).to_pylist()
        write_documents((real_row(number, row) for number, row in enumerate(rows) if has_words(row["text"])), target)
    return read_documents(target)


def real_row(number: int, row: dict[str, Any]) -> dict[str, Any]:
    """Return a real article as the room wants it."""
    try:
        moment = datetime.fromisoformat(row["published"]).replace(tzinfo=None) if row["published"] else None
    except ValueError:
        moment = None
    day, time = (moment.date(), moment if len(row["published"]) > 10 else None) if moment else (None, None)
    return as_document(f"{row['id']}#{number}", row["text"], row["title"], day, time, row["source"], row["url"])


def has_words(text: str | None) -> bool:
    """Tell whether there is anything to compare."""
    return bool(text and text.split())
