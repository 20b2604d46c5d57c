"""Find the figures of a passage: how many, of what, who says so, and what they are a part of. No number is ever guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tasks.enrich.figure_amounts import GUARD, Amount, amounts_in
from tasks.enrich.figure_counts import OF_WHOLE, Counted, counts_in
from tasks.enrich.figure_days import day_of
from tasks.enrich.figure_measures import KEYWORD
from tasks.enrich.figure_numbers import Number
from tasks.enrich.figure_sources import Source, source_of
from tasks.enrich.figure_units import is_people
from tasks.enrich.names import Name
from tasks.enrich.names_within import names_within
from tasks.enrich.passages import Passage
from tasks.enrich.quote import Quote
from tasks.enrich.sentences import sentence_spans
from tasks.enrich.word_lists import words

PLAIN_UNITS: Final = words("people persons person others other victims dead killed injured wounded lives deaths")
# What a paragraph with a figure has, whatever it counts: looked for first, as it is cheaper than the words around it.
NUMBERS: Final = re.compile(
    r"\d|\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]we|[Tt]hir|[Ff]if|[Ff]or|"
    r"[Ss]cores|[Dd]oz|[Hh]undred|[Tt]hous|[Tt]ens|[Mm]ill|[Bb]ill|[Tt]rill|[Ll]akh|[Cc]rore|[Hh]alf|[Qq]uart|[Ff]our|[Nn]o\b|[Nn]obody|"
    r"[Nn]one|[Nn]inet|[Ss]ixt|[Ss]event|[Ee]ighte)"
)
# Characters: a longer "sentence" is a table or has lost its full stops, and nothing in it tells what its numbers count.
LONGEST_SENTENCE: Final = 3_000
# A sentence that tells of parts of the count before it.
PARTS_FOLLOW: Final = re.compile(
    r"\W*(?:(?:They|These)\s(?:also\s)?(?:include|included|were|are)\b|Among\s(?:them|those|the\s\w+)\b|Of\s(?:them|these|those|the\s\w+)\b|"
    r"The\s(?:dead|victims|killed|wounded|injured|detainees|hostages)\s(?:also\s)?(?:include|included)\b)"
)
# A sentence that goes on with what the source of the one before it says.
GOES_ON: Final = re.compile(
    r"\W*(?:(?:They|These|Those|The\s(?:dead|victims|killed|wounded|injured|toll))\b|Among\b|Of\s(?:them|these|those|the)\b|As\sfor\b|"
    r"Another\b|A\sfurther\b|An\sadditional\b|In\saddition\b|Also\b|Most\sof\b|While\sthe\snumber\b)"
)


@dataclass(frozen=True)
class Figure:
    """One claimed quantity of a passage. `whole`: start of the figure it is a part of, with its measure."""

    passage: int
    start: int
    end: int
    number: Number
    measure: str
    unit: str | None
    rule: str
    currency: str | None = None
    who: str | None = None
    source: Source | None = None
    place: Name | None = None
    quote: Quote | None = None
    whole: "Figure | None" = None
    as_of: date | None = None


@dataclass(frozen=True)
class Reading:
    """The text that is read, with its number, its names and its quotes."""

    passage: int
    text: str
    names: Sequence[Name]
    quotes: Sequence[Quote]
    published_on: date | None = None


def passage_figures(
    number: int, passage: Passage, names: Sequence[Name], quotes: Sequence[Quote], published_on: date | None = None
) -> list[Figure]:
    """Return the figures of a passage, in order; without the day of publication 'on Monday' means no day."""
    found: list[Figure] = []
    for start, end in passage.paragraphs:
        if NUMBERS.search(passage.text, start, end) is None:
            continue
        counted = KEYWORD.search(passage.text, start, end) is not None
        if not counted and not GUARD.search(passage.text, start, end):
            continue
        found += paragraph_figures(Reading(number, passage.text, names, quotes, published_on), start, end, counted)
    return found


def paragraph_figures(reading: Reading, start: int, end: int, counted: bool) -> list[Figure]:
    """Return the figures of one paragraph: a sentence may go on with the count, or the source, of the one before it."""
    text = reading.text
    found: list[Figure] = []
    source: Source | None = None
    for sentence in sentence_spans(text, start, end):
        if sentence[1] - sentence[0] > LONGEST_SENTENCE:
            continue
        last = next((f for f in reversed(found) if f.rule != "amount"), None)
        own = counts(reading.passage, text, sentence, last) if counted else []
        own = without_overlaps(own + [amount_figure(reading.passage, a) for a in amounts_in(text, *sentence)])
        own = [sourced(figure, reading, sentence) for figure in own]
        if source is not None and GOES_ON.match(text, *sentence):
            own = [f if f.source is not None else replace(f, source=source) for f in own]
        source = next((f.source for f in reversed(own) if f.source is not None), source if not own else None)
        found += own
    return found


def counts(passage: int, text: str, sentence: tuple[int, int], last: Figure | None) -> list[Figure]:
    """Return the counted numbers of one sentence that have a measure; `last`: the count before it, of which they may be parts."""
    opening = PARTS_FOLLOW.match(text, *sentence) if last is not None else None
    figures: list[Figure] = []
    counted = counts_in(text, *sentence)
    for index, one in enumerate(counted):
        if one.measure is None and opening is not None and last is not None and is_people(one.unit):
            one = replace(one, measure=last.measure, rule="part", is_part=True)
        if one.measure is not None:
            whole = whole_of(one, figures[-1] if figures else None, last if opening is not None else None)
            figures.append(count_figure(passage, one, whole))
        if index and OF_WHOLE.fullmatch(text, counted[index - 1].unit.end, one.number.start) and len(figures) > 1:
            figures[-2] = replace(figures[-2], whole=figures[-1])
    return figures


def whole_of(one: Counted, before: Figure | None, last: Figure | None) -> Figure | None:
    """Return the figure that a count is a part of: the one before it in its sentence, or in the sentence before."""
    if not one.is_part:
        return None
    whole = before or last
    if before is not None and before.rule == "part" and before.whole is not None:
        whole = before.whole
    return whole if whole is not None and whole.measure == one.measure else None


def count_figure(passage: int, one: Counted, whole: Figure | None) -> Figure:
    """Return the figure of a count that has its measure."""
    unit = one.unit.noun
    who = (
        one.unit.words
        if unit is not None and (unit.casefold() not in PLAIN_UNITS or " " in (one.unit.words or ""))
        else None
    )
    return Figure(
        passage,
        one.number.start,
        one.unit.end,
        one.number,
        one.measure or "other",
        unit,
        one.rule,
        who=who,
        whole=whole,
    )


def amount_figure(passage: int, amount: Amount) -> Figure:
    """Return the figure of an amount of money or a share."""
    number = Number(
        amount.start, amount.start, amount.end, amount.low, amount.high, amount.low is None, amount.qualifier
    )
    return Figure(
        passage, amount.start, amount.end, number, amount.measure, amount.unit, "amount", currency=amount.currency
    )


def without_overlaps(figures: list[Figure]) -> list[Figure]:
    """Return the figures in order of place; where two overlap, the amount. Nothing is a part of what is left out."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (f.rule != "amount", f.start)):
        if not any(f.start < figure.end and figure.start < f.end for f in kept):
            kept.append(figure)
    gone = {(f.start, f.end) for f in figures} - {(f.start, f.end) for f in kept}
    kept = [replace(f, whole=None) if f.whole is not None and (f.whole.start, f.whole.end) in gone else f for f in kept]
    return sorted(kept, key=lambda f: f.start)


def sourced(figure: Figure, reading: Reading, sentence: tuple[int, int]) -> Figure:
    """Return the figure with its source, its place and the quote it stands in."""
    inside = [q for q in reading.quotes if q.start <= figure.start and figure.end <= q.end]
    quote = min(inside, key=lambda q: q.end - q.start, default=None)
    near = names_within(reading.names, *sentence)
    as_of = day_of(reading.text, sentence, reading.published_on) if figure.rule != "amount" else None
    given = figure.measure in ("aid", "money")
    source = source_of(reading.text, sentence, (figure.start, figure.end), near, reading.quotes, quote, given=given)
    return replace(figure, source=source, quote=quote, place=place_of(figure, reading.text, near), as_of=as_of)


def place_of(figure: Figure, text: str, names: Sequence[Name]) -> Name | None:
    """Return the place that a preposition ties to the figure: the first one behind it in its clause."""
    if figure.rule == "amount":
        return None
    for name in names:
        if name.start >= figure.end and name.type in ("GPE", "LOC", "FAC") and text[name.end : name.end + 1] != "-":
            between = text[figure.end : name.start]
            if re.search(r"\b(?:in|at|near|across)\s(?:the\s)?(?:[\w’'-]+\s){0,3}$", between) and not re.search(
                r"[;:]|\bafter\b|\bdays?\b", between
            ):
                return name
            return None
    return None
