"""Find the figures of a passage: how many, of what, who says so, and what they are a part of. No number is ever guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tasks.enrich.figure_amounts import GUARD, Amount, amounts_in
from tasks.enrich.figure_measures import KEYWORD, measure_ahead, measure_behind
from tasks.enrich.figure_numbers import Number, numbers_in
from tasks.enrich.figure_sources import Source, source_of
from tasks.enrich.figure_units import Unit, is_people, measure_of_noun, unit_behind
from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.quote_speakers import Speaker
from tasks.enrich.quotes import Quote
from tasks.enrich.sentences import sentence_spans
from tasks.enrich.word_lists import words

PLAIN_UNITS: Final = words("people persons person others other victims dead killed injured wounded lives deaths")
LIST_JOIN: Final = re.compile(
    r"(?:\sof\s[^,.;\d]{2,30})?\s*(?:,|,?\s(?:and|or|as\swell\sas|along\swith|plus))\s*(?:also\s)?$", re.I
)
PART_BEFORE: Final = re.compile(
    r"(?:\bincluding|\bamong\s(?:them|whom|the\sdead)(?:\s(?:were|was|are))?|\bof\s(?:whom|them|which)|"
    r"\bmore\sthan\shalf)\s(?:at\sleast\s)?$",
    re.I,
)
PART_BEHIND: Final = re.compile(r"\sof\s(?:them|whom|the\s(?:dead|killed|victims|injured|wounded))\b", re.I)
# What follows a number that counts time, distance or age, or is a date.
NOT_COUNTED: Final = re.compile(
    r"(?:[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|kilomet\w+|km|"
    r"miles?|met(?:re|er)s?|feet|ft|acres?|degrees?|"
    r"times|magnitude|percent|per\scent|pc|am|pm|a\.m|p\.m|o’clock|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|"
    r"separate|different|consecutive|major|incidents?|attacks?|explosions?|blasts?|occasions?|cases?|places?|"
    r"locations?|districts?|provinces?|countries)\b|%|st\b|nd\b|rd\b|th\b)",
    re.I,
)
DATE_BEFORE: Final = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|"
    r"August|September|October|November|December)\.?|\b(?:aged?|No|Article|Section|Resolution|Chapter|page|"
    r"the\sage\sof))\s$"
)
YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|of|by|during|until|from|after|before|for|the|late|early|mid|and|to)|[A-Z]\w+,?|\d,?|\()\s?$"
)
# "one of the largest" counts nothing, "one of them died" does.
ONE_OF_MANY: Final = re.compile(r"one\sof\b(?!\s(?:them|whom|the\s(?:dead|injured|wounded|victims))\b)", re.I)
YEARS: Final = range(1900, 2100)


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


@dataclass(frozen=True)
class Counted:
    """A number of a sentence with its unit, and what is known so far of its measure."""

    number: Number
    unit: Unit
    measure: str | None
    rule: str
    is_part: bool = False


def passage_figures(number: int, passage: Passage, names: Sequence[Name], quotes: Sequence[Quote]) -> list[Figure]:
    """Return the figures of a passage, in order."""
    found: list[Figure] = []
    for start, end in passage.paragraphs:
        counted = KEYWORD.search(passage.text, start, end) is not None
        if not counted and not GUARD.search(passage.text, start, end):
            continue
        for sentence in sentence_spans(passage.text, start, end):
            own = counts(number, passage.text, sentence) if counted else []
            own += [amount_figure(number, a) for a in amounts_in(passage.text, *sentence)]
            own = without_overlaps(own)
            found += [sourced(figure, passage.text, sentence, names, quotes) for figure in own]
    return found


def counts(passage: int, text: str, sentence: tuple[int, int]) -> list[Figure]:
    """Return the counted numbers of one sentence that have a measure."""
    start, end = sentence
    counted = [read_count(text, sentence, n) for n in numbers_in(text, start, end) if not is_no_count(text, n, start)]
    counted = with_neighbours(text, counted)
    figures: list[Figure] = []
    for one in counted:
        if one.measure is not None:
            whole = figures[-1] if one.is_part and figures and figures[-1].measure == one.measure else None
            figures.append(count_figure(passage, one, whole))
    return figures


def is_no_count(text: str, number: Number, start: int) -> bool:
    """Return whether a number is a date, a year, an age, a time or a length."""
    if NOT_COUNTED.match(text, number.num_end) and not number.is_vague:
        return True
    if DATE_BEFORE.search(text, max(start, number.num_start - 16), number.num_start):
        return True
    digits = text[number.num_start : number.num_end]
    if not digits.isdigit():
        return False
    return is_year(text, number, start) if len(digits) == 4 else len(digits) <= 2 and is_age(text, number)


def is_year(text: str, number: Number, start: int) -> bool:
    """Return whether four digits are a year: what stands before them decides."""
    if number.low is None or int(number.low) not in YEARS or number.start != number.num_start:
        return False
    before = YEAR_BEFORE.search(text, max(start, number.num_start - 12), number.num_start)
    return before is not None or number.num_start == start


def is_age(text: str, number: Number) -> bool:
    """Return whether one or two digits stand alone between commas or in brackets, as an age behind a name does."""
    before, behind = text[max(0, number.num_start - 2) : number.num_start], text[number.num_end : number.num_end + 1]
    return (before == ", " and behind in (",", ".")) or (before.endswith("(") and behind == ")")


def read_count(text: str, sentence: tuple[int, int], number: Number) -> Counted:
    """Return a number with its unit and the measure that the words beside it tell."""
    start, end = sentence
    unit = unit_behind(text, number.num_end, end, is_one=number.low == 1)
    is_part = (
        PART_BEFORE.search(text, max(start, number.start - 40), number.start) is not None
        or PART_BEHIND.match(text, number.num_end) is not None
    )
    if ONE_OF_MANY.match(text, number.num_start):
        return Counted(number, unit, None, "none")
    measure, rule = measure_of(text, sentence, number, unit)
    return Counted(number, unit, measure, rule, is_part)


def measure_of(text: str, sentence: tuple[int, int], number: Number, unit: Unit) -> tuple[str | None, str]:
    """Return the measure of a number and the rule that told it: the verb behind its noun, the verb before it, its noun."""
    start, end = sentence
    ahead = measure_ahead(text, start, number.start)
    noun = measure_of_noun(unit)
    if not is_people(unit) and noun is None:
        return None, "verb_before"
    behind = measure_behind(text, unit.end if unit.status_start is None else unit.status_start, end)
    if behind is not None and behind[0] is not None and not (behind[1] and ahead):
        return behind[0], "verb_behind"
    if ahead is not None and noun not in ("weapons", "crowd"):
        return (noun if noun in ("injured", "casualties") else ahead), "verb_before"
    return noun, "noun"


def with_neighbours(text: str, counted: list[Counted]) -> list[Counted]:
    """Return the counts with those in a list taking the measure of their neighbour: '11 soldiers and 17 rebels were killed'."""
    result = list(counted)
    for i in range(len(result) - 2, -1, -1):
        one, following = result[i], result[i + 1]
        if (
            one.measure is None
            and following.measure is not None
            and following.rule in ("verb_behind", "list")
            and is_people(one.unit)
            and joined(text, one, following)
        ):
            result[i] = replace(one, measure=following.measure, rule="list")
    for i in range(1, len(result)):
        one, before = result[i], result[i - 1]
        if one.measure is None and before.measure is not None and is_people(one.unit):
            if one.is_part and one.unit.noun is not None:
                result[i] = replace(one, measure=before.measure, rule="part")
            elif (
                before.rule in ("verb_before", "list", "part")
                and joined(text, before, one)
                and one.unit.noun is not None
            ):
                result[i] = replace(one, measure=before.measure, rule="list", is_part=before.is_part)
    return result


def joined(text: str, one: Counted, following: Counted) -> bool:
    """Return whether two counts stand in one list."""
    return LIST_JOIN.match(text, one.unit.end, following.number.start) is not None


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
    """Return the figures in order of place; where two overlap, the amount."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (f.rule != "amount", f.start)):
        if not any(f.start < figure.end and figure.start < f.end for f in kept):
            kept.append(figure)
    return sorted(kept, key=lambda f: f.start)


def sourced(
    figure: Figure, text: str, sentence: tuple[int, int], names: Sequence[Name], quotes: Sequence[Quote]
) -> Figure:
    """Return the figure with its source, its place and the quote it stands in."""
    quote = next((q for q in quotes if q.start <= figure.start and figure.end <= q.end), None)
    near = [name for name in names if sentence[0] <= name.start < sentence[1]]
    speaker: Speaker | None = quote.speaker if quote is not None else None
    known = names if speaker is not None else near
    source = source_of(text, sentence, (figure.start, figure.end), known, speaker)
    return replace(figure, source=source, quote=quote, place=place_of(figure, text, near))


def place_of(figure: Figure, text: str, names: Sequence[Name]) -> Name | None:
    """Return the place that a preposition ties to the figure: the first one behind it in its clause."""
    if figure.rule == "amount":
        return None
    for name in names:
        if name.start >= figure.end and name.type in ("GPE", "LOC", "FAC"):
            between = text[figure.end : name.start]
            if re.search(r"\b(?:in|at|near|across)\s(?:the\s)?(?:[\w’'-]+\s){0,3}$", between) and not re.search(
                r"[;:]|\bafter\b|\bdays?\b", between
            ):
                return name
            return None
    return None
