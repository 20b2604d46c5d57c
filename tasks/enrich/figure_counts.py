"""Read the counted numbers of a sentence: each with its noun, and the measure that the words beside it tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tasks.enrich.figure_measures import measure_ahead, measure_behind
from tasks.enrich.figure_numbers import Number, numbers_in
from tasks.enrich.figure_units import Unit, is_living, is_people, is_unnamed, measure_of_noun, unit_behind

LIST_JOIN: Final = re.compile(
    r"(?:\sof\s[^,.;\d]{2,30})?\s*(?:,|,?\s(?:and|or|as\swell\sas|along\swith|plus))\s*(?:also\s)?$|\s$", re.I
)
PART_BEFORE: Final = re.compile(
    r"(?:\bincluding|\bamong\s(?:them|whom|the\sdead)(?:\s(?:were|was|are))?|\bof\s(?:whom|them|which)|"
    r"\bmore\sthan\shalf)\s(?:at\sleast\s)?$",
    re.I,
)
PART_BEHIND: Final = re.compile(r"\sof\s(?:them|whom|the\s(?:dead|killed|victims|injured|wounded))\b", re.I)
# What follows a number that counts time, distance or age, or is a date.
NOT_COUNTED: Final = re.compile(
    r"(?:[\s-](?:square\s)?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|kilomet\w+|km|mm|cm|calib\w+|"
    r"miles?|met(?:re|er)s?|feet|ft|acres?|degrees?|"
    r"times|magnitude|percent|per\scent|pc|am|pm|a\.m|p\.m|o’clock|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|"
    r"consecutive|occasions?|cases?|places?|locations?|districts?|provinces?|countries)\b|%|st\b|nd\b|rd\b|th\b|"
    r"\s(?-i:At\sleast\s|More\sthan\s|Over\s|About\s|Around\s|Nearly\s|Some\s)?\d)",  # numbers in a row: a page's counters
    re.I,
)
DATE_BEFORE: Final = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|"
    r"August|September|October|November|December)\.?|\b(?:aged?|No|Article|Section|Resolution|Chapter|page|"
    r"the\sage\sof|(?:boy|girl|man|woman|child|youth|teenager|son|daughter)\sof))\s$"
)
YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|of|by|during|until|from|after|before|for|the|late|early|mid|and|to)|[A-Z]\w+,?|\d,?|\()\s?$"
)
YEAR_OF: Final = re.compile(r"\s[A-Z][a-z]+\s[A-Z][a-z]+")  # "the 2014 Harbour Lives protests"
# Deeds are counted too, but nobody dies of their number.
DEEDS: Final = re.compile(r"\s(?:separate|different|major|incidents?|attacks?|explosions?|blasts?)\b", re.I)
# "one of the largest" counts nothing, "one of them died" does.
ONE_OF_MANY: Final = re.compile(r"one\sof\b(?!\s(?:them|whom|the\s(?:dead|injured|wounded|victims))\b)", re.I)
YEARS: Final = range(1900, 2100)


# What only the living suffer: an unlisted noun with such a verb is people, or beasts, which are listed.
SUFFERED: Final = frozenset({"killed", "injured"})
NOT_DEADLY: Final = re.compile(
    r"\b(?:lost|loss\sof|claim\w*|took\sout|taken\sout|eliminat\w+)\s[^,;]*$", re.I
)  # "lost 13 seats"
SPARED: Final = re.compile(
    r"\b(?:sav(?:e[ds]?|ing)|spar(?:e[ds]?|ing)|prevent(?:s|ed|ing)?|avert(?:s|ed|ing)?)\s$", re.I
)  # "saved 12 lives"
CLOSE: Final = 40  # characters from such a verb to its number
TAKEN: Final = frozenset({"detained", "kidnapped", "displaced"})  # by verbs that are said of things as well
NO_ONE: Final = re.compile(
    r"\b(?P<number>no\s?one|nobody|none)(?:\sof\s[^.;,]{2,30}?)?(?P<noun>)\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|got)\s"
    r"(?:\w+ly\s|reported\s|immediately\s)?(?P<state>killed|injured|hurt|wounded|harmed|missing|arrested|detained|displaced)\b|"
    r"\b(?P<no>no)\s(?:\w+\s){0,2}?(?P<loss>casualties|deaths|fatalities|injuries|lives|loss\sof\slife)\b",
    re.I,
)
STATES: Final = {
    "killed": "killed", "injured": "injured", "hurt": "injured", "wounded": "injured", "harmed": "injured", "missing": "missing",
    "arrested": "detained", "detained": "detained", "displaced": "displaced", "casualties": "casualties", "deaths": "killed",
    "fatalities": "killed", "injuries": "injured", "lives": "killed", "loss of life": "killed",
}  # fmt: skip
OF_WHOLE: Final = re.compile(r"\sof\s(?:the\s|some\s|about\s|at\sleast\s)?$", re.I)
WHOLE_FIRST: Final = re.compile(r"\W*(?:out\s)?of\s(?:the|these|those|some)?\s?(?:\w+\s){0,2}$", re.I)


@dataclass(frozen=True)
class Counted:
    """A number of a sentence with its unit, and what is known so far of its measure."""

    number: Number
    unit: Unit
    measure: str | None
    rule: str
    is_part: bool = False


def counts_in(text: str, start: int, end: int) -> list[Counted]:
    """Return the counted numbers of the sentence `text[start:end)` in order, those that no word gives a measure among them."""
    found = [read_count(text, (start, end), n) for n in numbers_in(text, start, end) if not is_no_count(text, n, start)]
    found += nobody(text, start, end)
    return with_parts(text, start, with_neighbours(text, sorted(found, key=lambda one: one.number.start)))


def nobody(text: str, start: int, end: int) -> Iterator[Counted]:
    """Yield a zero for 'no one was hurt' and 'no casualties'."""
    for match in NO_ONE.finditer(text, start, end):
        span = match.span("number" if match["number"] else "no")
        word = match["state"] or match["loss"]
        unit = Unit(match["loss"], match["loss"], match.end("loss")) if match["loss"] else Unit(None, None, span[1])
        number = Number(span[0], *span, 0.0, 0.0, False, "exact")
        yield Counted(number, unit, STATES[" ".join(word.casefold().split())], "no_one")


def with_parts(text: str, start: int, counted: list[Counted]) -> list[Counted]:
    """Return the counts with parts known: '40 children of 112 people killed', 'Of the 112 dead, 40 were children'."""
    result = list(counted)
    for i in range(1, len(result)):
        one, before = result[i], result[i - 1]
        if OF_WHOLE.fullmatch(text, before.unit.end, one.number.start) and one.measure and before.unit.noun:
            result[i - 1] = replace(before, measure=one.measure, rule="part", is_part=True)
        elif before.measure and one.measure is None and WHOLE_FIRST.fullmatch(text, start, before.number.start):
            result[i] = replace(one, measure=before.measure, rule="part", is_part=True) if is_people(one.unit) else one
    return result


def is_no_count(text: str, number: Number, start: int) -> bool:
    """Return whether a number is a date, a year, an age, a time or a length."""
    if NOT_COUNTED.match(text, number.num_end) and not number.is_vague:
        return True
    if DATE_BEFORE.search(text, max(start, number.num_start - 20), number.num_start):
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
    named = YEAR_OF.match(text, number.num_end)
    return before is not None or number.num_start == start or named is not None


def is_age(text: str, number: Number) -> bool:
    """Return whether one or two digits stand alone between commas or in brackets, as an age behind a name does."""
    before, behind = text[max(0, number.num_start - 2) : number.num_start], text[number.num_end : number.num_end + 1]
    return (before == ", " and behind in (",", ".")) or (before.endswith("(") and behind == ")")


def read_count(text: str, sentence: tuple[int, int], number: Number) -> Counted:
    """Return a number with its unit and the measure that the words beside it tell."""
    start, end = sentence
    number = in_marks(text, number)
    unit = unit_behind(text, number.num_end, end, is_one=number.low == 1)
    is_part = (
        PART_BEFORE.search(text, max(start, number.start - 40), number.start) is not None
        or PART_BEHIND.match(text, number.num_end) is not None
    )
    if ONE_OF_MANY.match(text, number.num_start):
        return Counted(number, unit, None, "none")
    if DEEDS.match(text, number.num_end) is not None and not number.is_vague:
        return Counted(number, unit, None, "deeds")
    measure, rule = measure_of(text, sentence, number, unit)
    return Counted(number, unit, measure, rule, is_part)


def in_marks(text: str, number: Number) -> Number:
    """Return a number that stands alone between quotation marks with its marks: '“dozens” of fighters'."""
    marks = text[number.start - 1 : number.start] + text[number.num_end : number.num_end + 1]
    if marks not in ("“”", '""', "‘’"):
        return number
    return replace(number, start=number.start - 1, num_start=number.num_start - 1, num_end=number.num_end + 1)


def measure_of(text: str, sentence: tuple[int, int], number: Number, unit: Unit) -> tuple[str | None, str]:
    """Return the measure of a number and the rule that told it: the verb behind its noun, the verb before it, its noun."""
    start, end = sentence
    ahead = measure_ahead(text, start, number.start)
    if ahead in TAKEN and is_unnamed(text, unit, end):
        ahead = None  # "seized a dozen commercial aircraft"
    if (
        ahead == "killed"
        and (unit.noun is None or not is_people(unit))
        and NOT_DEADLY.search(text, max(start, number.start - CLOSE), number.start)
    ):
        ahead = None
    noun = measure_of_noun(unit)
    if noun == "killed" and SPARED.search(text, max(start, number.start - CLOSE), number.start):
        return None, "none"
    behind = measure_behind(text, unit.end if unit.status_start is None else unit.status_start, end)
    if not is_people(unit) and noun is None:
        return unlisted(unit, ahead, behind)
    if behind is not None and behind[0] is not None and not (behind[1] and ahead):
        return behind[0], "verb_behind"
    if ahead is not None and noun not in ("weapons", "crowd"):
        return (noun if noun in ("injured", "casualties") else ahead), "verb_before"
    return noun, "noun"


def unlisted(unit: Unit, ahead: str | None, behind: tuple[str | None, bool] | None) -> tuple[str | None, str]:
    """Return the measure of a noun that no list knows: what only the living suffer, when it happens to them."""
    if not is_living(unit):
        return None, "verb_before"
    if behind is not None and behind[0] in SUFFERED and not (behind[1] and ahead):
        return behind[0], "verb_behind"
    return (ahead, "verb_before") if ahead in SUFFERED else (None, "verb_before")


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
            if one.is_part and (one.unit.noun is not None or PART_BEHIND.match(text, one.number.num_end)):
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
