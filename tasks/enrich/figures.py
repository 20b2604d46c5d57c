"""Find the figures of a passage: how many, of what, who says so, and what they are a part of. No number is ever guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tasks.enrich.figure_amounts import Amount, amounts_in, may_have_amounts
from tasks.enrich.figure_counts import OF_WHOLE, Counted, counts_in
from tasks.enrich.figure_days import day_of
from tasks.enrich.figure_measures import STEM, STEMS
from tasks.enrich.figure_numbers import NUMBERS, Number
from tasks.enrich.figure_others import STEMS as HAPPENING
from tasks.enrich.figure_others import with_others
from tasks.enrich.figure_places import place_of
from tasks.enrich.figure_sources import Source, source_of
from tasks.enrich.figure_units import is_people, is_unnamed
from tasks.enrich.names import Name
from tasks.enrich.names_within import names_within
from tasks.enrich.passages import Passage
from tasks.enrich.quote import Quote
from tasks.enrich.quote_referents import quotes_near
from tasks.enrich.sentences import WordedSentence
from tasks.enrich.word_lists import words

COUNTING: Final = STEMS | HAPPENING
AMOUNTS: Final = frozenset({"amount", "fraction"})  # rules of what is money or a share, and counts nobody
# "70 pilgrims, mostly farm workers,": who they are stands behind the noun.
MOSTLY: Final = re.compile(
    r"(?:,|\s?[–—-]|\s\()\s?(?P<who>(?:mostly|mainly|largely|predominantly|primarily)\s(?!(?:in|from|on|at|by|with|of|due|because|near|around|to|for)\b)"
    r"(?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=\s?[,.;)–—]|\s[-–—]|\s(?:were|was|have|had|are|from|in|on|who)\b)"
)
# How firmly a count is stated of which no source is named.
UNSURE: Final = r"\b(?:reportedly|allegedly|purportedly|may\shave)\b"
UNSURE_AHEAD: Final = re.compile(rf"{UNSURE}(?!\sand\s)(?:(?!,\s(?:and|but|while)\s)[^.;:]){{0,40}}$", re.I)
UNSURE_WINDOW: Final = 60  # characters before a figure, within its clause
UNSURE_BEHIND: Final = re.compile(
    rf"\s(?:(?:were|was|are|have|has|had|been|also|who|more|others)\s){{0,3}}{UNSURE}", re.I
)
PLAIN_UNITS: Final = words(
    "people persons person individuals others other more victims dead killed injured wounded hurt missing displaced detained "
    "arrested lives deaths casualties"
)
# A sentence that tells of parts of the count before it.
PARTS_FOLLOW: Final = re.compile(
    r"\W*(?:(?:They|These)\s(?:also\s)?(?:include|included|were|are)\b|Among\s(?:them|those|the\s\w+)\b|Of\s(?:them|these|those|the\s\w+)\b|"
    r"The\s(?:dead|victims|killed|wounded|injured|detainees|hostages)\s(?:also\s)?(?:include|included)\b)"
)
# "Police put the figure at 2,000": another number of what the sentence before counts.
SAME_COUNT: Final = re.compile(
    r"\b(?:figure|number|total|count|estimate|turnout)\s(?:(?:stood|stands|now|put)\s)*(?:at|to|is|was|closer\sto)\s$"
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
    hedge: str | None = None
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
    reading = Reading(number, passage.text, names, quotes, published_on)
    for sentences in passage.sentences:
        numbered = [sentence for sentence in sentences if not NUMBERS.isdisjoint(sentence.words)]
        if numbered:
            counted = any(has_stem(sentence, COUNTING) for sentence in sentences)
            found += paragraph_figures(reading, numbered, counted)
    return found


def has_stem(sentence: WordedSentence, stems: frozenset[str]) -> bool:
    """Return whether a word of a sentence begins like one that counts."""
    return not stems.isdisjoint(word[:STEM] for word in sentence.words)


def paragraph_figures(reading: Reading, sentences: Sequence[WordedSentence], counted: bool) -> list[Figure]:
    """Return the figures of one paragraph: a sentence may go on with the count, or the source, of the one before it."""
    text = reading.text
    found: list[Figure] = []
    source: Source | None = None
    for worded in sentences:
        sentence = worded[:2]
        last = next((f for f in reversed(found) if f.rule not in AMOUNTS), None)
        own = counts(reading.passage, text, worded, last) if counted else []
        amounts = amounts_in(text, *sentence) if may_have_amounts(text, worded) else ()
        own = without_overlaps(own + [amount_figure(reading.passage, amount) for amount in amounts])
        own = [sourced(figure, reading, sentence) for figure in own]
        if source is not None and GOES_ON.match(text, *sentence):
            own = [f if f.source is not None else replace(f, source=source, hedge=source.hedge) for f in own]
        source = next((f.source for f in reversed(own) if f.source is not None), source if not own else None)
        found += own
    return found


def counts(passage: int, text: str, worded: WordedSentence, last: Figure | None) -> list[Figure]:
    """Return the counted numbers of one sentence that have a measure; `last`: the count before it, of which they may be parts."""
    sentence = worded[:2]
    opening = PARTS_FOLLOW.match(text, *sentence) if last is not None else None
    figures: list[Figure] = []
    counted = counts_in(text, *sentence)
    if has_stem(worded, HAPPENING):
        counted = with_others(text, sentence, counted)
    for index, one in enumerate(counted):
        is_named = is_people(one.unit) and not is_unnamed(text, one.unit, sentence[1])
        if one.measure is None and opening is not None and last is not None and is_named:
            one = replace(one, measure=last.measure, rule="part", is_part=True)
        if (
            one.measure is None
            and one.unit.noun is None
            and last
            and SAME_COUNT.search(text, sentence[0], one.number.start)
        ):
            one = replace(one, measure=last.measure, rule="same_count")
        if one.measure is not None:
            whole = whole_of(one, figures[-1] if figures else None, last if opening is not None else None)
            figures.append(count_figure(passage, text, sentence[1], one, whole))
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


def count_figure(passage: int, text: str, end: int, one: Counted, whole: Figure | None) -> Figure:
    """Return the figure of a count that has its measure, in a sentence that ends at `end`."""
    unit = one.unit.noun
    who = one.unit.words if unit is not None else None
    if (mostly := MOSTLY.match(text, one.unit.end, end)) is not None:
        who = mostly["who"]
    if who is not None and all(word in PLAIN_UNITS for word in who.casefold().split()):
        who = None
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
        passage, amount.start, amount.end, number, amount.measure, amount.unit, amount.rule, currency=amount.currency
    )


def without_overlaps(figures: list[Figure]) -> list[Figure]:
    """Return the figures in order of place; where two overlap, the amount. Nothing is a part of what is left out."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (f.rule not in AMOUNTS, f.start)):
        if not any(f.start < figure.end and figure.start < f.end for f in kept):
            kept.append(figure)
    gone = {(f.start, f.end) for f in figures} - {(f.start, f.end) for f in kept}
    kept = [replace(f, whole=None) if f.whole is not None and (f.whole.start, f.whole.end) in gone else f for f in kept]
    return sorted(kept, key=lambda f: f.start)


def sourced(figure: Figure, reading: Reading, sentence: tuple[int, int]) -> Figure:
    """Return the figure with its source, its place and the quote it stands in."""
    inside = [q for q in quotes_near(reading.quotes, figure.start) if figure.end <= q.end]
    quote = min(inside, key=lambda q: q.end - q.start, default=None)
    near = names_within(reading.names, *sentence)
    as_of = day_of(reading.text, sentence, reading.published_on) if figure.rule not in AMOUNTS else None
    given = figure.measure in ("aid", "money")
    source = source_of(reading.text, sentence, (figure.start, figure.end), near, reading.quotes, quote, given=given)
    place = (
        place_of(reading.text, sentence[0], (figure.start, figure.end), near) if figure.rule not in AMOUNTS else None
    )
    hedge = source.hedge if source is not None else unsure(reading.text, sentence, figure)
    return replace(figure, source=source, hedge=hedge, quote=quote, place=place, as_of=as_of)


def unsure(text: str, sentence: tuple[int, int], figure: Figure) -> str | None:
    """Return how firmly a figure without a source is stated: the words of its own clause tell, else nothing does."""
    if "estimated" in text[figure.start : figure.number.num_start].casefold():
        return "estimated"
    ahead = UNSURE_AHEAD.search(text, max(sentence[0], figure.start - UNSURE_WINDOW), figure.start)
    return "claimed" if ahead or UNSURE_BEHIND.match(text, figure.end, sentence[1]) else None
