"""Read numbers off a text: digits, words, ranges, vague words, each with the qualifier before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tasks.enrich.word_lists import in_order, words

SMALL: Final = {
    word: number
    for number, word in enumerate(
        in_order(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS: Final = {w: 20 + 10 * n for n, w in enumerate(in_order("twenty thirty forty fifty sixty seventy eighty ninety"))}
SCALES: Final = {
    "hundred": 100, "hundreds": 100, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "million": 1e6,
    "m": 1e6, "mn": 1e6, "mln": 1e6, "crore": 1e7, "crores": 1e7, "billion": 1e9, "bn": 1e9, "bln": 1e9, "b": 1e9,
    "trillion": 1e12, "tn": 1e12, "trn": 1e12, "tr": 1e12, "cr": 1e7, "lacs": 1e5, "dozen": 12,
}  # fmt: skip
FIXED: Final = {
    "half a million": 5e5, "half-a-million": 5e5, "half a billion": 5e8, "half a trillion": 5e11, "a quarter of a million": 2.5e5,
    "half a dozen": 6, "half-a-dozen": 6, "a dozen": 12, "a hundred": 100, "a thousand": 1e3, "a million": 1e6,
    "a billion": 1e9, "a score": 20,
}  # fmt: skip

# A sentence without any of these (small letters, digits one by one) states no number.
NUMBERS: Final = (
    frozenset("0123456789")
    | words("no nobody none half third quarter fifth tenth thirds quarters fifths tenths score scores tens")
    | frozenset(SMALL) | frozenset(TENS)
    | frozenset(f"{scale}{plural}" for scale in SCALES for plural in ("", "s") if len(scale) > 2)
)  # fmt: skip

# As English writes number words: "forty-one" is one number, "forty-fifty" two; after a scale a smaller number may follow.
ONES: Final = "|".join(list(SMALL)[1:10])
BELOW_HUNDRED: Final = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{ONES}))?|{'|'.join(SMALL)})\b"
SCALE_WORD: Final = r"[\s-](?:hundreds?|thousand|million|billion|trillion|lakhs?|crores?|dozen)\b"
DIGITS: Final = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# What may go on behind a number: "two and a half million", "2½ million", "a million and a half". Never left out once it is there.
HALF: Final = r"(?:[\s-]and[\s-]a[\s-]half\b|½)"
HALVED: Final = rf"(?:{HALF}(?:{SCALE_WORD})?+)?+"
WORDS: Final = rf"(?:(?:{BELOW_HUNDRED}(?:{SCALE_WORD})+,?[\s-](?:and\s)?)*{BELOW_HUNDRED}(?:{SCALE_WORD})*{HALVED})"
SCALED: Final = (
    rf"(?:{DIGITS})(?:[\s-]?(?:million|billion|trillion|bn|tn|mn|mln|m|k)\b|\s(?:hundred|thousand|lakhs?|lac|crores?|"
    rf"dozen)\b)?"
)
FIXED_WORDS: Final = "|".join(re.escape(words) for words in sorted(FIXED, key=len, reverse=True))
EXACT: Final = rf"(?:(?:{FIXED_WORDS}|{SCALED}){HALVED}|{WORDS})"
VAGUE: Final = (
    r"(?:tens|hundreds|dozens|scores|thousands|millions)(?:\sof\s(?:thousands|millions|lakhs))?|lakhs|crores|"
    r"billions|(?:several|a\sfew|a\scouple\sof)\s(?:dozens?|hundreds?|thousands?|million|lakh|crore)|(?!1[5-9]\d0s|20\d0s)\d+0s"
)
HALVES: Final = re.compile(HALF)
# The lower number is read whole (atomic): else "forty-one" gives back its "one" and becomes a range.
RANGE: Final = (
    rf"(?:(?:between|from)\s(?P<low>(?>{EXACT}))\s(?:and|to)\s(?:(?:well\s)?(?:over|above|about|some|nearly|more\sthan)\s)?|(?P<first>(?>{EXACT}))(?:\s?[-–]\s?|\s(?:to|"
    rf"or)\s))(?P<high>{EXACT})"
)
NUMBER: Final = re.compile(
    rf"(?<![\w$€£₹.,/:#’'-])(?:(?P<vague>{VAGUE})|{RANGE}|(?P<one>{EXACT}))(?![\w/]|[.,:]\d|-\w|\s\d/\d)", re.I
)
QUALIFIERS: Final = (
    ("at_least", r"at\sleast|no\s(?:fewer|less)\sthan|not\sless\sthan|a\sminimum\sof"),
    (
        "over",
        r"(?:well\s|far\s)?(?:more\sthan|over|above|upwards?\sof|in\sexcess\sof|exceed(?:s|ed|ing)?|topp(?:ed|ing)|tops|"
        r"surpass(?:es|ed|ing)?|passed)",
    ),
    ("up_to", r"up\sto|as\smany\sas|as\shigh\sas|at\smost"),
    ("under", r"(?:less|fewer)\sthan|under|below"),
    ("about", r"about|around|some|nearly|almost|roughly|approximately|(?:an\s)?estimated|close\sto|circa|approx\.?"),
    ("exact", r"a\stotal\sof|an\sadditional|a\sfurther|another|exactly|only|just"),
)
SECOND: Final = r"(?:(?:another|an\sadditional|a\stotal\sof|a\sfurther|an\sestimated|some)\s)?"
NAMED: Final = "|".join(f"(?P<{name}>{pattern})" for name, pattern in QUALIFIERS)
QUALIFIED: Final = re.compile(rf"(?<!\w)(?:{NAMED})\s{SECOND}$", re.I)
LONGEST_QUALIFIER: Final = 34  # characters: "approximately an additional " and air


@dataclass(frozen=True)
class Number:
    """A number at `[num_start, num_end)`, with its qualifier from `start`; no values when it is vague."""

    start: int
    num_start: int
    num_end: int
    low: float | None
    high: float | None
    is_vague: bool
    qualifier: str


def numbers_in(text: str, start: int, end: int) -> Iterator[Number]:
    """Yield the numbers of `text[start:end)` in order; years, ages and ordinals among them, for the reader to judge."""
    for match in NUMBER.finditer(text, start, end):
        low, high = values_of(match)
        qualifier, first = qualifier_before(text, start, match.start())
        yield Number(first, *match.span(), low, high, match["vague"] is not None, qualifier)


def values_of(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return the lower and upper value of a match; nulls when it is vague."""
    if match["vague"]:
        return None, None
    if match["one"]:
        value = value_of(match["one"])
        return value, value
    return range_values(match["low"] or match["first"], match["high"])


def range_values(lower: str, upper: str) -> tuple[float, float]:
    """Return the values of a range; the scale of its end holds for both: '2 to 3 million'."""
    low, high, scale = value_of(lower), value_of(upper), scale_of(upper)
    if scale and not scale_of(lower) and low < high / scale:
        low *= scale
    return min(low, high), max(low, high)


def scale_of(words: str) -> float | None:
    """Return what the last word multiplies by, so that '2 to 3 million' scales both."""
    last = re.split(r"[\s\d.,-]+", words.casefold())[-1]
    return SCALES.get(last)


def value_of(words: str) -> float:
    """Return the value of digits or number words."""
    folded = " ".join(words.casefold().split())
    if folded in FIXED:
        return FIXED[folded]
    if (half := HALVES.search(folded)) is not None:
        whole, scale = folded[: half.start()], folded[half.end() :].strip(" -")
        return (value_of(whole) + 0.5) * SCALES[scale] if scale else value_of(whole) + (scale_of(whole) or 1) / 2
    if folded[0].isdigit():
        digits = re.match(r"[\d,.]+", folded)
        scale = folded[digits.end() :].strip(" -") if digits else ""
        return round(
            float(folded[: digits.end() if digits else None].replace(",", "").rstrip(".")) * SCALES.get(scale, 1), 6
        )
    return words_value(re.split(r"[\s-]+", folded))


def words_value(words: list[str]) -> float:
    """Return the value of number words: 'three hundred and twelve thousand'."""
    total = current = 0.0
    for word in words:
        if word in SMALL or word in TENS:
            current += SMALL.get(word, 0) + TENS.get(word, 0)
        elif word in SCALES and SCALES[word] <= 100:
            current = max(current, 1) * SCALES[word]
        elif word in SCALES:
            total += max(current, 1) * SCALES[word]
            current = 0.0
    return total + current


def qualifier_before(text: str, start: int, number: int) -> tuple[str, int]:
    """Return the qualifier directly before a number and where it starts."""
    window = max(start, number - LONGEST_QUALIFIER)
    match = QUALIFIED.search(text, window, number)
    if match is None:
        return "exact", number
    return str(match.lastgroup), match.start()
