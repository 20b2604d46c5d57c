"""Read the annotated corpora: each text with the names that people (or, for GMB, people and machines) marked in it."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

# Sentences of one corpus that are joined to a text: the model should see borders of sentences.
SENTENCES_PER_TEXT: Final = 6
NO_SPACE_BEFORE: Final = re.compile(r"^(?:[.,:;!?)\]%’”]|n't|'(?:s|re|ve|ll|d|m)?|\.\.\.)$")
NO_SPACE_AFTER: Final = frozenset("([$“‘")
# What corpora without dates and money leave unmarked, though others call it a name.
DATE_WORD: Final = re.compile(
    r"^(?:\d.*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)$"
)
MONEY_WORD: Final = re.compile(r"^(?:[$€£]|dollars?|euros?|pounds?|rupees?|cents?|billion|million)$")

Marked = tuple[int, int, str]


@dataclass(frozen=True)
class AnnotatedText:
    """A text, its names as (start, end, class), and the stretches of which it is not known whether they are names."""

    text: str
    names: tuple[Marked, ...]
    unknown: tuple[tuple[int, int], ...] = ()
    outlet: str = ""
    key: str = ""


def worldwide(data: Path) -> list[AnnotatedText]:
    """Return the articles of the main corpus; the outlet is the key without its number."""
    rows = pq.read_table(data / "ner" / "worldwide_dev_aligned.parquet").to_pylist()
    gold = pq.read_table(data / "gt_ner_worldwide_dev.parquet", columns=["key", "doc_id"]).to_pylist()
    ids = {row["key"]: row["doc_id"] for row in gold}
    return [
        AnnotatedText(
            row["text"],
            tuple(zip(row["start"], row["end"], row["label"], strict=True)),
            outlet=re.sub(r"_?\d+$", "", row["key"]),
            key=ids[row["key"]],
        )
        for row in rows
    ]


def sentences(data: Path, name: str) -> list[AnnotatedText]:
    """Return the texts of a corpus that is kept sentence by sentence: 'gmb', 'crossner_politics', 'wikigold'."""
    rows = pq.read_table(data / "ner" / f"{name}.parquet", columns=["tokens", "tags"]).to_pylist()
    lexicon = frozenset(json.loads((data / "ner" / "norp_lexicon.json").read_text(encoding="utf-8")))
    groups = (rows[at : at + SENTENCES_PER_TEXT] for at in range(0, len(rows), SENTENCES_PER_TEXT))
    return [joined(group, name, lexicon) for group in groups]


def joined(rows: Sequence[dict[str, list[str]]], corpus: str, lexicon: frozenset[str]) -> AnnotatedText:
    """Return a few sentences as one text."""
    text, names, unknown = "", [], []
    for row in rows:
        spans, text = placed(text, row["tokens"])
        for first, last, label in chunks(row["tags"]):
            names.append((spans[first][0], spans[last][1], label))
        unknown += [
            span
            for span, token, tag in zip(spans, row["tokens"], row["tags"], strict=True)
            if tag == "O" and is_unknown(token, corpus, lexicon)
        ]
    return AnnotatedText(text, tuple(names), tuple(unknown))


def placed(text: str, tokens: Sequence[str]) -> tuple[list[tuple[int, int]], str]:
    """Return where each token comes to stand when a sentence is written behind `text`, and the longer text."""
    spans, glue = [], " " if text else ""
    for token in tokens:
        text += "" if NO_SPACE_BEFORE.match(token) else glue
        spans.append((len(text), len(text) + len(token)))
        text += token
        glue = "" if token in NO_SPACE_AFTER else " "
    return spans, text


def chunks(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first token, last token and class of every name in a row of BIO tags."""
    start: int | None = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, at - 1, tags[start][2:]
            start = None
        if tag.startswith("B-"):
            start = at


def is_unknown(token: str, corpus: str, lexicon: frozenset[str]) -> bool:
    """Return whether a word that a corpus leaves unmarked may be a name of a class that it does not mark."""
    if corpus == "gmb":
        return token in lexicon or MONEY_WORD.match(token) is not None
    return DATE_WORD.match(token) is not None or MONEY_WORD.match(token) is not None


def folds_of(texts: Sequence[AnnotatedText], n_folds: int) -> list[list[int]]:
    """Return the numbers of the texts in each part; an outlet is in one part only, and the parts are about equally large."""
    outlets: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        outlets.setdefault(text.outlet, []).append(number)
    folds: list[list[int]] = [[] for _ in range(n_folds)]
    for outlet in sorted(outlets, key=lambda name: (-len(outlets[name]), name)):
        min(folds, key=len).extend(outlets[outlet])
    return [sorted(fold) for fold in folds]
