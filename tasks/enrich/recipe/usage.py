"""Count what a model makes of names, and of the words that begin and end them, in articles without annotation."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from tasks.enrich.labels import CLASSES, class_of_type
from tasks.enrich.language_model import Span
from tasks.enrich.name_usage import AGREEMENTS, AMOUNTS, VERDICTS, Usage, key_of, parts_of
from tasks.enrich.names import names_of

# Articles in which a word must stand in a name: fewer were tried (2) and are noise, more (5) lose names.
MIN_ARTICLES: Final = 3
MANY_ARTICLES: Final = 10
# Shares of the articles that give the likeliest class (0 to 1).
MOST, ALL = 0.75, 0.95
DTYPE: Final = np.dtype([("key", "<u4"), ("verdict", "u1")])


def counted_usage(texts: Sequence[str], spans: Iterable[list[Span]]) -> Usage:
    """Return the verdict on each part of the names that the spans of the texts make; an article counts a name once."""
    counts: dict[int, Counter[str]] = {}
    for text, own in zip(texts, spans, strict=True):
        seen: dict[str, Counter[str]] = {}
        for name in names_of(0, text, own):
            seen.setdefault(name.surface, Counter())[class_of_type(name.type)] += 1
        for surface, classes in seen.items():
            for part, words in parts_of(surface):
                if part == "whole" or " " in surface:
                    counts.setdefault(key_of(part, words), Counter())[classes.most_common(1)[0][0]] += 1
    return {key: verdict_on(classes) for key, classes in counts.items() if classes.total() >= MIN_ARTICLES}


def verdict_on(classes: Mapping[str, int]) -> str:
    """Return the likeliest class, how many of the articles agree on it, and whether they are many."""
    n_articles = sum(classes.values())
    best = max(CLASSES, key=lambda kind: classes.get(kind, 0))
    share = classes[best] / n_articles
    agreement = AGREEMENTS[(share >= MOST) + (share >= ALL)]
    return f"{best}, {agreement}, {AMOUNTS[n_articles >= MANY_ARTICLES]}"


def write_usage(usage: Usage, path: Path) -> None:
    """Write the table in the order of its keys."""
    np.save(path, np.array([(key, VERDICTS.index(verdict)) for key, verdict in sorted(usage.items())], DTYPE))
