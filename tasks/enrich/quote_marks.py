"""Find what stands between quotation marks: curly, straight, single, over several paragraphs, with a lost closing mark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tasks.enrich.passages import Passage

ANY_MARK: Final = re.compile(r"[\"“”„«»]|(?<!\w)['‘](?=\w)|``|''")
# Double marks, then single ones: an opening one stands before a word and not behind one, a closing one the other way round.
MARK: Final = re.compile(r"[\"“”„«»]|``|''|(?<![\w.,!?’'])['‘](?=[\w$£€“\"])|(?<=[\w.,!?…%)”\"])['’](?!\w)")
# Words that begin with an apostrophe: 'em, '90s.
ELISION: Final = re.compile(r"['‘’](?:em|til|till|cause|tis|twas|n|bout|round|\d\ds?)\b", re.I)
OPENING: Final = frozenset({"“", "„", "«", "``", "‘"})
CLOSING: Final = frozenset({"”", "»", "’"})
# Marks (apostrophes among them) after an opening one, within which its closing one stands: a page of speech has some thirty.
MARKS_WITHIN: Final = 200


@dataclass(frozen=True)
class Quoted:
    """Words between marks: `[start, end)` inside them, `outer_end` after the closing mark, the number of its paragraph(s)."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    first_paragraph: int
    last_paragraph: int
    is_single: bool
    is_closed: bool


class Mark(NamedTuple):
    """One mark: its place, whether it can open and close, and whether it is single."""

    start: int
    end: int
    opens: bool
    closes: bool
    is_single: bool


def quoted_spans(passage: Passage) -> list[Quoted]:
    """Return everything quoted in a passage, in order."""
    if not ANY_MARK.search(passage.text):
        return []
    pieces = [q for number in range(len(passage.paragraphs)) for q in paragraph_quotes(passage, number)]
    return list(reopened(passage.text, pieces))


def paragraph_quotes(passage: Passage, number: int) -> list[Quoted]:
    """Return what is quoted in one paragraph; an unclosed quote runs to its end."""
    start, end = passage.paragraphs[number]
    marks = [read_mark(passage.text, m) for m in MARK.finditer(passage.text, start, end)]
    marks = [mark for mark in marks if not ELISION.match(passage.text, mark.start)]
    found = []
    index = 0
    while index < len(marks):
        opening = marks[index]
        if not opening.opens:
            index += 1
            continue
        closing = closing_mark(passage.text, marks, index)
        if closing is None:
            if not opening.is_single and text_follows(passage.text, opening.end, end):
                found.append(Quoted(opening.end, end, opening.start, end, number, number, False, False))
                break
            index += 1
            continue
        close = marks[closing]
        if close.start > opening.end:
            found.append(
                Quoted(opening.end, close.start, opening.start, close.end, number, number, opening.is_single, True)
            )
        index = closing + 1
    return found


def text_follows(text: str, start: int, end: int) -> bool:
    """Return whether words stand between the mark and the end of the paragraph."""
    return bool(re.search(r"\w", text[start:end]))


def read_mark(text: str, match: re.Match[str]) -> Mark:
    """Return a mark with what its neighbours say about it."""
    sign, start, end = match.group(), *match.span()
    single = sign in "'‘’"
    space_before = start == 0 or text[start - 1] in " \n\t\u00a0([—–-/:'‘"
    space_after = end == len(text) or not (text[end].isalnum() or text[end] in "$£€#@[(.…‘'“")
    if sign in OPENING and not (sign == "‘" and not space_before):
        return Mark(start, end, True, False, single)
    if sign in CLOSING:
        return Mark(start, end, sign == "”" and space_before and not space_after, True, single)
    opens = (space_before and not space_after) or (not space_after and not space_before and not single)
    return Mark(start, end, opens, not (space_before and not space_after), single)


def closing_mark(text: str, marks: Sequence[Mark], opening: int) -> int | None:
    """Return the number of the mark that closes the one with number `opening`; None when it is lost."""
    single, depth = marks[opening].is_single, 0
    first_possessive = None
    reached = range(opening + 1, min(opening + 1 + MARKS_WITHIN, len(marks)))
    for number in reached:
        mark = marks[number]
        if mark.is_single != single:
            continue
        if mark.closes and not (mark.opens and text[mark.start] != '"'):
            if (
                single
                and text[mark.start - 1] == "s"
                and first_possessive is None
                and text[mark.end : mark.end + 1] == " "
            ):
                first_possessive = number
                continue
            if depth == 0:
                return number
            depth -= 1
        elif mark.opens and text[mark.start] in "“„«":
            depth += 1
        elif mark.opens and single:
            break
    if depth and not single:
        return next((n for n in reached if marks[n].closes and not marks[n].is_single), None)
    return first_possessive


def reopened(text: str, pieces: Sequence[Quoted]) -> Iterator[Quoted]:
    """Yield the quotes with those that paragraphs reopen as one."""
    current: Quoted | None = None
    for piece in pieces:
        if current is not None and continues(text, current, piece):
            current = Quoted(
                current.start, piece.end, current.outer_start, piece.outer_end, current.first_paragraph,
                piece.last_paragraph, False, piece.is_closed,
            )  # fmt: skip
            continue
        if current is not None:
            yield current
        current = piece
    if current is not None:
        yield current


def continues(text: str, current: Quoted, piece: Quoted) -> bool:
    """Return whether `piece` opens the paragraph after an unclosed quote: then it is one quote."""
    follows = piece.first_paragraph == current.last_paragraph + 1
    return follows and not current.is_closed and not text[current.end : piece.outer_start].strip()
