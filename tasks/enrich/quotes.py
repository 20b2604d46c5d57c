"""Turn what stands between quotation marks into quotes with their speakers; titles and scare quotes are none."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.enrich.names import Name
from tasks.enrich.names_within import names_within
from tasks.enrich.passages import Passage
from tasks.enrich.quote import Quote
from tasks.enrich.quote_indirect import indirect_quotes
from tasks.enrich.quote_marks import Quoted, quoted_spans
from tasks.enrich.quote_referents import with_referents
from tasks.enrich.quote_speakers import Attribution, after_quote, before_quote
from tasks.enrich.word_lists import words

SHORT_WORDS: Final = 3  # up to so many words without a speaker are a scare quote, not speech
TITLE_WORDS: Final = 8  # a work's title is seldom longer
NAMING: Final = (
    r"(?:called|dubbed|nicknamed|named|codenamed|code-named|termed|labell?ed|christened|titled|entitled|headlined|"
    r"branded|deemed|considered)"
)
TERM_BEFORE: Final = re.compile(
    rf"(?:\b(?:so-called|known as|referred to as|billed as|{NAMING}|aka|"
    r"the (?:\w+ )?(?:term|word|phrase|slogan|title|name|nickname|motto|acronym|label)s?|"
    r"(?:operation|law|act|programme|program|series|song|film|book|poem|novel|album|play)))\s*$",
    re.I,
)
# "what she called 'a farce'" and "X has called 'a farce'" judge; "a drill called 'the swan'" names.
JUDGED: Final = re.compile(
    rf"\b(?:what|which|that|as)\b[^,.;]{{1,60}}\s{NAMING}\s*$|\b(?:has|have|had)\s{NAMING}\s*$", re.I
)
# From the end of told words, or of "…, X said on Monday", to the quote that goes on.
BORDER: Final = re.compile(r"(?:\s(?:[a-z]+|\w+day)){0,8}[.!?]\s[\"“'‘]")
GOVERNED: Final = 60  # characters from a cue to the one word it governs: "promised the crowd “months”"
NEAR: Final = 40  # characters from a quote to who speaks it, with a title between
SMALL: Final = words("a an the of in on and or for to at by with from is as vs but")


def passage_quotes(number: int, passage: Passage, names: Sequence[Name]) -> list[Quote]:
    """Return the quotes of a passage in order of place, each with its speaker and who that is."""
    quoted = quoted_spans(passage)
    marked = marked_quotes(number, passage, quoted, names)
    told = indirect_quotes(number, passage, names, marked, quoted)
    found = sorted([*marked, *told], key=lambda quote: (quote.start, quote.end))
    return with_referents(passage, names, going_on(passage, found))


def going_on(passage: Passage, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes with the direct ones that nobody is named for carried on from what is told in the sentence before them."""
    result: list[Quote] = []
    for quote in quotes:
        last = result[-1] if result else None
        alone = quote.kind == "direct" and quote.rule == "marks_only"
        if alone and last is not None and last.speaker is not None and last.kind == "indirect":
            between = passage.text[max(last.end, last.speaker.end) : quote.start]
            if BORDER.fullmatch(between):
                quote = carried(quote, last)
        result.append(quote)
    return result


def marked_quotes(number: int, passage: Passage, quoted: Sequence[Quoted], names: Sequence[Name]) -> list[Quote]:
    """Return what is quoted between marks with its speakers, those carried from the quote before included."""
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
    near = names_within(names, before - 200, after)
    found = attribution(passage, one, before, after, near, is_direct)
    if found is None and n_words(text, one) <= SHORT_WORDS:
        return None
    if found is None and not is_direct and (one.is_single or n_words(text, one) <= SHORT_WORDS + 1):
        return None
    if found is not None and not is_direct and n_words(text, one) == 1 and not is_governed(text, one, found):
        return None
    kind = "direct" if is_direct else "partial"
    if found is None:
        return Quote(number, one.start, one.end, kind, None, None, "marks_only")
    return Quote(number, one.start, one.end, kind, found.speaker, found.cue, found.rule, found.is_lost)


def is_governed(text: str, one: Quoted, found: Attribution) -> bool:
    """Return whether one quoted word stands close behind a cue with a subject: 'promised the crowd “months” of strikes'."""
    cue = text.rfind(found.cue, max(0, one.outer_start - GOVERNED), one.outer_start) if found.cue else -1
    return found.speaker is not None and cue != -1 and not re.search(r"[,;:.]", text[cue : one.outer_start])


def attribution(
    passage: Passage, one: Quoted, before: int, after: int, names: Sequence[Name], is_direct: bool
) -> Attribution | None:
    """Return the speaker beside a quote: behind it where it is a sentence, before it where it is a part of one."""
    text = passage.text
    behind = after_quote(text, one.outer_end, after, names) if ends_open(text, one) else None
    if behind is not None and is_direct:
        return behind
    ahead = before_quote(text, before, one.outer_start, names, labels=not is_direct)
    if behind is not None and text[one.end - 1] == "," and (ahead is None or is_near(behind, one)):
        return behind
    return ahead or behind or (colon_before(passage, one, names) if is_direct else None)


def is_near(behind: Attribution, one: Quoted) -> bool:
    """Return whether the speaker stands directly behind the quote, and not in a clause that tells something else."""
    return behind.speaker is None or behind.speaker.start - one.outer_end <= NEAR


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
    lead = text[max(before, one.outer_start - 80) : one.outer_start]
    return len(words) <= TITLE_WORDS and TERM_BEFORE.search(lead) is not None and JUDGED.search(lead) is None


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
