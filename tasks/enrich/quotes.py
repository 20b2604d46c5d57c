"""Turn what stands between quotation marks into quotes with their speakers; titles and scare quotes are none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.quote_marks import Quoted, quoted_spans
from tasks.enrich.quote_speakers import Attribution, Speaker, after_quote, before_quote
from tasks.enrich.word_lists import words

SHORT_WORDS: Final = 3  # up to so many words without a speaker are a scare quote, not speech
TITLE_WORDS: Final = 8  # a work's title is seldom longer
TERM_BEFORE: Final = re.compile(
    r"(?:\b(?:so-called|known as|nicknamed|titled|entitled|named|the (?:term|word|phrase|slogan|title|name)s?|"
    r"headlined|dubbed|codenamed|aka))\s*$",
    re.I,
)
SMALL: Final = words("a an the of in on and or for to at by with from is as vs but")


@dataclass(frozen=True)
class Quote:
    """One quotation of a passage and who speaks it."""

    passage: int
    start: int
    end: int
    kind: str
    speaker: Speaker | None
    cue: str | None
    rule: str
    is_lost: bool = False


def passage_quotes(number: int, passage: Passage, names: Sequence[Name]) -> list[Quote]:
    """Return the quotes of a passage with their speakers, those carried from the quote before included."""
    quoted = quoted_spans(passage)
    found: list[Quote] = []
    last: tuple[Quoted, Quote] | None = None
    for index, one in enumerate(quoted):
        previous = quoted[index - 1] if index else None
        following = quoted[index + 1] if index + 1 < len(quoted) else None
        quote = read_quote(number, passage, one, previous, following, names)
        if quote is None:
            continue
        if quote.speaker is None and not quote.is_lost and last is not None and carries(passage, last[0], one):
            quote = carried(quote, last[1])
        found.append(quote)
        last = (one, quote)
    return found


def read_quote(
    number: int, passage: Passage, one: Quoted, previous: Quoted | None, following: Quoted | None, names: Sequence[Name]
) -> Quote | None:
    """Return one quote; None when the marks hold a title, a term or a scare quote."""
    text = passage.text
    start, _ = passage.paragraphs[one.first_paragraph]
    _, end = passage.paragraphs[one.last_paragraph]
    before = max(start, previous.outer_end) if previous else start
    after = min(end, following.outer_start) if following else end
    is_direct = begins_a_sentence(text, before, one)
    if (one.end - one.start) < 2 or is_title(text, before, one):
        return None
    near = [name for name in names if before - 200 <= name.start < after]
    found = attribution(passage, one, before, after, near, is_direct)
    if found is None and n_words(text, one) <= SHORT_WORDS:
        return None
    if found is None and not is_direct and (one.is_single or n_words(text, one) <= SHORT_WORDS + 1):
        return None
    kind = "direct" if is_direct else "partial"
    if found is None:
        return Quote(number, one.start, one.end, kind, None, None, "marks_only")
    return Quote(number, one.start, one.end, kind, found.speaker, found.cue, found.rule, found.is_lost)


def attribution(
    passage: Passage, one: Quoted, before: int, after: int, names: Sequence[Name], is_direct: bool
) -> Attribution | None:
    """Return the speaker beside a quote: behind it where it is a sentence, before it where it is a part of one."""
    text = passage.text
    behind = after_quote(text, one.outer_end, after, names) if ends_open(text, one) else None
    if behind is not None and (is_direct or text[one.end - 1] == ","):
        return behind
    ahead = before_quote(text, before, one.outer_start, names, labels=not is_direct)
    return ahead or behind or (colon_before(passage, one, names) if is_direct else None)


def ends_open(text: str, one: Quoted) -> bool:
    """Return whether the sentence can go on behind the quote: no full stop inside the marks with a capital after them."""
    return not (
        text[one.end - 1] == "."
        and re.match(r"\s+[A-Z](?!\w*\s(?:said|says)\b)", text[one.outer_end : one.outer_end + 40])
    )


def colon_before(passage: Passage, one: Quoted, names: Sequence[Name]) -> Attribution | None:
    """Return the speaker that the paragraph before announces with a colon."""
    if one.first_paragraph == 0 or passage.text[passage.paragraphs[one.first_paragraph][0] : one.outer_start].strip():
        return None
    start, end = passage.paragraphs[one.first_paragraph - 1]
    if not passage.text[start:end].rstrip().endswith(":"):
        return None
    found = before_quote(passage.text, start, end, names, labels=True)
    return replace(found, rule="colon_before") if found else None


def n_words(text: str, one: Quoted) -> int:
    """Return the number of words between the marks."""
    return len(text[one.start : one.end].split())


def begins_a_sentence(text: str, before: int, one: Quoted) -> bool:
    """Return whether the quote is speech of its own: it begins its sentence or follows a comma, colon or verb with a capital."""
    lead = text[before : one.outer_start].rstrip(" \u00a0")
    first = text[one.start : one.start + 3].lstrip("'‘“\"[(. …")[:1]
    if not lead or lead[-1] in '\n.!?:;”"’':
        return True
    if lead[-1] in ",—–-":
        return True
    return first.isupper() and text[one.end - 1] in ".,!?…" and n_words(text, one) > SHORT_WORDS


def is_title(text: str, before: int, one: Quoted) -> bool:
    """Return whether the marks hold the title of a work or a term that is mentioned, not said."""
    words = [
        word for word in re.findall(r"[^\W\d_][\w’'-]*", text[one.start : one.end]) if word.casefold() not in SMALL
    ]
    if not words:
        return True
    if text[one.end - 1] in ",.!?" and text[one.outer_end : one.outer_end + 12].strip().split(" ")[0] in (
        "he",
        "she",
        "said",
        "says",
    ):
        return False
    if len(words) <= TITLE_WORDS and all(word[0].isupper() for word in words) and text[one.end - 1] not in "!?":
        return len(words) > 1 or text[one.end - 1] not in ".,"
    return len(words) <= TITLE_WORDS and bool(
        TERM_BEFORE.search(text[max(before, one.outer_start - 40) : one.outer_start])
    )


def carries(passage: Passage, last: Quoted, one: Quoted) -> bool:
    """Return whether the speaker of the last quote goes on: in its paragraph, or in a paragraph that is nothing but the quote."""
    if one.first_paragraph == last.last_paragraph:
        return True
    start, end = passage.paragraphs[one.first_paragraph]
    alone = not re.search(r"\w", passage.text[start : one.outer_start]) and not re.search(
        r"\w", passage.text[one.outer_end : end]
    )
    return alone and one.first_paragraph == last.last_paragraph + 1


def carried(quote: Quote, last: Quote) -> Quote:
    """Return the quote with the speaker of the one before it."""
    if last.speaker is None:
        return quote
    return replace(quote, speaker=replace(last.speaker, attribution="carried"), cue=None, rule="carried")
