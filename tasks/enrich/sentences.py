"""Where sentences end: a mark, white space and a capital, but not after an abbreviation or an initial; and what words they have."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from tasks.enrich.word_lists import in_order

ABBREVIATIONS: Final = in_order(
    "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Maj Capt Sgt Rev Prof St No Jr vs Rs Jan Feb Aug Sept Oct Nov Dec"
)
# The mark comes first and the look-behinds after it: so they are tried at marks, not at every letter.
NOT_ABBREVIATED: Final = "".join(rf"(?<!\b{word}\.)" for word in (*ABBREVIATIONS, "[A-Z]"))
MARK: Final = rf"[.!?…]{NOT_ABBREVIATED}['’\"”)\]]*\s+"
SENTENCE_END: Final = re.compile(rf"{MARK}(?=[\"“‘'(\[]?[A-Z0-9])")
# A full stop that ends no sentence, for patterns that must not cross one.
INNER_STOP: Final = r"\.(?=\))|" + "|".join(rf"(?<=\b{word})\." for word in (*ABBREVIATIONS, "[A-Z]"))
# Characters: longer "sentences" are lists, or texts in small letters or without full stops.
LONG: Final = 800
ANY_END: Final = re.compile(MARK)
# Where a text without full stops can be cut so that a subject stays with its verb, the best first.
CLAUSE_MARKS: Final = ("; ", ", and ", ", ", " ")
WORD: Final = re.compile(r"[a-z]+|\d")


class WordedSentence(NamedTuple):
    """A sentence at `[start, end)`, with its words in small letters and its digits."""

    start: int
    end: int
    words: frozenset[str]


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return start and end of the sentences in `text[start:end)`."""
    borders = [match.end() for match in SENTENCE_END.finditer(text, start, end)]
    spans = list(zip([start, *borders], [*borders, end], strict=True))
    if all(last - first <= LONG for first, last in spans):
        return spans
    return [piece for first, last in spans for piece in pieces_of_sentence(text, first, last)]


def pieces_of_sentence(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, or its pieces where it is long: cut at full stops before small letters, else at the marks of clauses."""
    if end - start <= LONG:
        yield start, end
        return
    borders = [start, *(match.end() for match in ANY_END.finditer(text, start, end)), end]
    for first, last in pairwise(borders):
        while last - first > LONG:
            cut = next(
                (
                    found + len(mark)
                    for mark in CLAUSE_MARKS
                    if (found := text.rfind(mark, first + LONG // 2, first + LONG)) != -1
                ),
                first + LONG,
            )
            yield first, cut
            first = cut
        if first < last:
            yield first, last


def worded_sentences(text: str, start: int, end: int) -> tuple[WordedSentence, ...]:
    """Return the sentences in `text[start:end)` with their words, by which a reader passes over most of them."""
    spans = sentence_spans(text, start, end)
    return tuple(WordedSentence(*span, frozenset(WORD.findall(text[slice(*span)].lower()))) for span in spans)
