"""Ids: short digests of what a row is about, the same on every machine and in every run."""

import hashlib


def article_id(raw: bytes) -> str:
    """Return the id of a document: the first 24 hex digits of the SHA-256 of its raw bytes."""
    return hashlib.sha256(raw).hexdigest()[:24]


def span_id(
    kind: str, article: str, field: str, index: int | None, start: int, end: int, measure: str | None = None
) -> str:
    """Return the id of a mention, quote or figure: 16 hex digits over where it stands (and, for figures, its measure)."""
    parts = [kind, article, field, "" if index is None else str(index), str(start), str(end)]
    if measure is not None:
        parts.append(measure)
    return short_digest("|".join(parts))


def short_digest(text: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
