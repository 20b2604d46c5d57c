"""What the corpus taught about one document: which of its lines others share, whether its body is one, and its order of dates.

A text is known by the 64-bit digest of its folded form. Facts are learned outside of this file; here they are used.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tasks.clean.content_words import coverage
from tasks.clean.lines import Label, Unit, join, part, pieces_of

_OWN_COVERAGE = (
    0.6  # share of its words; of the documents with a body that strayed, one is the article it was taken from
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]{0,2}\s{1,3}(?=[A-Z“\"‘'(\d©])")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|[A-Za-z]\.[A-Za-z]|Mrs?|Ms|Drs?|Profs?|Sens?|Reps?|Govs?|Pres|Gen|Col|Lt|Sgt|Capt|Cpl|Adm|Rev|Hon|St|Jr|Sr|"
    r"vs|Inc|Co|Corp|Ltd|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Mt|Ft)\.$"
)
_DIGITS = re.compile(r"\d{4}|\d{1,3}")


@dataclass(frozen=True)
class Taught:
    """Facts that may concern one document: line ids by digest of a line or body, and orders by style ("" is any style)."""

    lines: Mapping[int, str] = field(default_factory=dict)
    bodies: Mapping[int, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)

    def order(self, evidence: str) -> str | None:
        """Return the order of day and month (dmy, mdy) of a date printed as `evidence`, None when it is not known."""
        return self.orders.get("") or self.orders.get(style_of(evidence))

    def body(self, paragraphs: list[Unit], headline: str | None) -> str | None:
        """Return the id of the body that these paragraphs are, when it stands under many headlines and not under its own."""
        found = self.bodies.get(digest_of_body([digest(unit.text) for unit in paragraphs])) if self.bodies else None
        covered = coverage(headline or "", " ".join(unit.text for unit in paragraphs)) if found else None
        return found if (covered or 0.0) < _OWN_COVERAGE else None

    def take(self, units: list[Unit]) -> tuple[list[Label], list[Unit]]:
        """Label every unit, and every sentence of a unit, that was learned."""
        if not self.lines:
            return [], units
        labels: list[Label] = []
        rest: list[Unit] = []
        for unit in units:
            if line_id := self.lines.get(digest(unit.text)):
                labels.append(_label(line_id, unit, 0, len(unit.text)))
            else:
                rest += self._without_sentences(unit, labels)
        return labels, rest

    def _without_sentences(self, unit: Unit, labels: list[Label]) -> list[Unit]:
        """Label the learned sentences of a unit; return what is left of it: one unit, or none."""
        spans = sentences(unit.text)
        learned = [self.lines.get(digest(unit.text[start:end])) for start, end in spans]
        if len(spans) == 1 or not any(learned):
            return [unit]
        labels += [
            _label(line_id, unit, *span) for span, line_id in zip(spans, learned, strict=True) if line_id is not None
        ]
        kept = [span for span, line_id in zip(spans, learned, strict=True) if line_id is None]
        parts = [found for start, end in kept if (found := part(unit, start, end))]
        return [join(parts)] if parts else []


NOTHING = Taught()


def _label(line_id: str, unit: Unit, start: int, end: int) -> Label:
    return Label("boilerplate", f"line:{line_id}", pieces_of(unit, start, end))


def fold(text: str) -> str:
    """Return `text` in small letters with single spaces: templates print the same letters and signs every time."""
    return " ".join(text.lower().split())


def digest(text: str) -> int:
    """Return the 64-bit digest by which a line, sentence or body is known."""
    return _short(fold(text).encode("utf-8", "surrogatepass"))


def digest_of_body(paragraphs: Sequence[int]) -> int:
    """Return the digest of a whole body from those of its paragraphs."""
    return _short(b"".join(number.to_bytes(8) for number in paragraphs))


def _short(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest())


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a unit stands, without the white space between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, max(start, match.start() - 8), match.start() + 1):
            continue
        spans.append((start, start + len(text[start : match.end()].rstrip())))
        start = match.end()
    return [*spans, (start, len(text))]


def style_of(evidence: str) -> str:
    """Return how a date is set: its signs and words, 9 for a day, month or hour and 9999 for a year."""
    return _DIGITS.sub(lambda match: "9999" if len(match.group()) == 4 else "9", fold(evidence))
