"""Find who is meant by the words that name a speaker: 'she', 'the party chief', 'the statement', or nobody where a name is lost."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tasks.enrich.names import Name
from tasks.enrich.names_within import names_within
from tasks.enrich.passages import Passage
from tasks.enrich.quote import Quote
from tasks.enrich.quote_genders import genders, last_word
from tasks.enrich.quote_offices import (
    DEFINITE,
    HE_OR_SHE,
    OFFICES,
    SPEAKS_FOR,
    Bearer,
    bearers,
    head_phrase,
    unnamed_one,
)
from tasks.enrich.quote_subjects import BEHIND_COMMA, INTRODUCTION, Speaker
from tasks.enrich.word_lists import words

PARAGRAPHS_BACK: Final = 2  # a pronoun seldom means someone who did nothing for longer
SENTENCES_BACK: Final = 12  # nor for so many sentences of a text without paragraphs
QUOTES_BACK: Final = 30  # speakers among whom the last one who can be meant stands
BODIES: Final = words("ORG GPE OTHER")
COMMON_SUBJECT: Final = re.compile(r"[Tt]he\s[a-z]+\b")
# The subject is an office, and its bearer may be named elsewhere: "The mayor has left".
OFFICE_SUBJECT: Final = re.compile(
    rf"\W*([Tt]he\s(?:[a-z-]+\s){{0,2}}?(?:{'|'.join(sorted(OFFICES | SPEAKS_FOR))}|pope|king|queen))\b"
    r"(?!,?\s(?:[\w’'-]+\s)?[A-Z])"
)
# "Speaking beside Piet Moor, he": whoever does it is the one the pronoun means, and not named there.
DOING: Final = re.compile(r"\W*(?!During)[A-Z][a-z]+ing\b")
# "He met Piet Moor. “…,” he said": the one that the first pronoun means.
GOES_ON: Final = re.compile(
    r"\W*(?:(?:Then|But|And|So|Later|Now|Still|Instead|Yet|Also|Initially),?\s)?(?:he|she)(?:[’']\w+)?\s", re.I
)
OF_PLACE: Final = re.compile(r"[Tt]he\s[A-Z]")  # "the Norland senator" is no other senator
MADE_NEAR: Final = 60  # characters from "a statement" to the name behind "by the"
MADE_BY: Final = re.compile(r"\s(?:by|from|of|for|on)\s(?:the\s)?(?:[\w’'.-]+\s){0,3}$")
IN_STATEMENT: Final = re.compile(
    r"\W*In\s(?:an?|its|his|her|their)\s(?:[\w-]+\s){0,2}(?:statement|report|letter|post|tweet|message|memo)(?:\s(?!to\b|sent\b|from\b)[^,.;]{2,40})?,\s(?:the\s)?"
)
# The maker stands behind "by" and "from"; on a page speaks the one whose page it is.
MADE_TAIL: Final = re.compile(r"\s(?:by|from|(?P<other>on|to|of))\s(?:the\s(?=[A-Z]))?")
PAGE: Final = re.compile(
    r"\s(?:on|to)\s(?P<owner>(?:[\w.-]+\s){0,4}?[\w.-]+?)[’']s?\s(?:[\w-]+\s){0,2}(?:page|account|website|site|feed|channel|profile|timeline|"
    r"blog|wall|handle)\b"
)
ISSUED: Final = re.compile(
    r"\b(?:issu|releas|publish|post|wr[oi]t|sa(?:id|ys?|ying)\sin|tweet|sent|put\sout|announc)\w*\b[^.;]{0,60}?\b"
    r"(?:statements?|reports?|letters?|posts?|tweets?|messages?|communiqu[eé]s?|memos?|emails?|videos?|notes?|articles?)\b",
    re.I,
)
# "the Venn cabinet" is no Venn.
THE: Final = re.compile(r"\b[Tt]he\s$")
NOUN_BEHIND: Final = re.compile(
    r"\s(?!(?:and|or|in|on|at|of|to|by|with|from|for|as|who|which|that|is|was|were|are|has|have|had)\b)[a-z]{4,}"
)
# "in a talk with the host Piet Moor": whoever the subject does something with.
WITH: Final = re.compile(r"\b(?:with|by|from|to|of|against|between|about|including)\s(?:[\w’'-]+\s){0,4}$")
OWNED_BY_SUBJECT: Final = re.compile(r"['’]s\b")


@dataclass(frozen=True)
class Context:
    """A passage with its names, its quotes so far resolved, and what is known of genders."""

    passage: Passage
    names: Sequence[Name]
    quotes: Sequence[Quote]
    gender: dict[str, str]

    def fits(self, name: Name, pronoun: str) -> bool:
        """Return whether a person may be meant by 'he' or 'she'."""
        known = self.gender.get(last_word(name))
        return name.type == "PERSON" and known in (None, pronoun)

    def is_quoted(self, name: Name) -> bool:
        """Return whether a name stands in somebody's words: whoever is spoken of does not act."""
        return any(q.start <= name.start and name.end <= q.end for q in quotes_near(self.quotes, name.start))


def quotes_near(quotes: Sequence[Quote], position: int) -> Sequence[Quote]:
    """Return the quotes that begin shortly before `position`; `quotes` are in order of place and seldom overlap."""
    last = bisect_right(quotes, position, key=lambda quote: quote.start)
    return quotes[max(0, last - 3) : last]


def with_referents(passage: Passage, names: Sequence[Name], quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes, in order, each with the name of who is meant where the text tells."""
    known = Context(passage, names, quotes, genders(names))
    meant: dict[int, Name | None] = {}
    result: list[Quote] = []
    for quote in quotes:
        speaker = quote.speaker
        if speaker is not None and speaker.start not in meant:
            meant[speaker.start] = speaker.name or referent(known, speaker, result[-QUOTES_BACK:])
        if speaker is not None:
            result.append(replace(quote, meant=meant[speaker.start]))
        else:
            result.append(quote)
    if not any(quote.is_lost and quote.speaker is None for quote in result):
        return result
    only = only_speaker(known, result)
    return [replace(q, meant=only) if q.is_lost and q.speaker is None else q for q in result]


def referent(known: Context, speaker: Speaker, before: Sequence[Quote]) -> Name | None:
    """Return the name that the words of a speaker mean."""
    said = known.passage.text[speaker.start : speaker.end]
    word = said.casefold()
    if word in HE_OR_SHE:
        return person_meant(known, speaker.start, word, before)
    if word == "it":
        return body_meant(known, speaker, before)
    if word == "they":
        spoke = next((q for q in reversed(before) if q.speaker is not None), None)
        return spoke.meant if spoke is not None and spoke.meant is not None and spoke.meant.type == "ORG" else None
    if speaker.attribution == "document":
        return maker(known, speaker, before)
    return office_holder(known, said, before) if speaker.attribution == "role" and DEFINITE.match(said) else None


def person_meant(known: Context, position: int, pronoun: str, before: Sequence[Quote]) -> Name | None:
    """Return the person that 'he' or 'she' means: nobody where an unnamed one spoke last, whom the next name is not."""
    is_unnamed_bearer = False
    for actor in actors(known, position, before):
        if isinstance(actor, Bearer):
            is_unnamed_bearer = True
        elif actor is None:
            return None
        elif known.fits(actor, pronoun):
            has_office = any(n.role for n in known.names if last_word(n) == last_word(actor))
            return None if is_unnamed_bearer and has_office else actor
    return None


def body_meant(known: Context, speaker: Speaker, before: Sequence[Quote]) -> Name | None:
    """Return the body or country that 'it' means; where the sentence begins with a body's noun, only the bearer of that noun."""
    text = known.passage.text
    start, _ = next(sentences_before(known.passage, speaker.start))
    if (noun := COMMON_SUBJECT.match(text, start, speaker.start)) is not None and not any(
        name.start < noun.end() and noun.start() < name.end for name in known.names
    ):
        return office_holder(known, noun.group(), before)
    acted = (n for n in actors(known, speaker.start, before) if isinstance(n, Name))
    return next((n for n in acted if n.type in BODIES), None)


def actors(known: Context, position: int, before: Sequence[Quote]) -> Iterator["Name | Bearer | None"]:
    """Yield who acted or spoke before `position`, the last first; None where that is a person whose name the text does not give."""
    text = known.passage.text
    for start, end in sentences_before(known.passage, position):
        yield from reversed(spoke_in(text, start, end, before))
        if (office := OFFICE_SUBJECT.match(text, start, end)) is not None:
            held = office_holder(known, office[1], before)
            if held is not None or not bearers(known.names, head_phrase(office[1])):
                yield held
        own = subjects(known, start, end)
        doing = end == position and DOING.match(text, start, end)
        if not GOES_ON.match(text, start, end):
            yield from (n for n in own if not doing or BEHIND_COMMA.search(text, start, n.start))


def sentences_before(passage: Passage, position: int) -> Iterator[tuple[int, int]]:
    """Yield the sentence around `position` up to it, then those before it in its paragraph and the ones before, the last first."""
    number = bisect_right(passage.paragraphs, position, key=lambda paragraph: paragraph[0]) - 1
    left = SENTENCES_BACK
    for sentences in reversed(passage.sentences[max(0, number - PARAGRAPHS_BACK) : number + 1]):
        last = bisect_left(sentences, max(position, 1), key=lambda sentence: sentence.start)
        for start, end, _ in reversed(sentences[max(0, last - left) : last]):
            yield start, min(end, position)
        left -= min(left, last)


def spoke_in(text: str, start: int, end: int, before: Sequence[Quote]) -> list["Name | Bearer | None"]:
    """Return who speaks in `[start, end)`, in order: a name, or one person whom no name is known for ('a farmer')."""
    own = [q for q in before if q.speaker is not None and start <= q.speaker.start < end]
    spoke: list[Name | Bearer | None] = []
    for quote in own:
        if quote.meant is not None:
            spoke.append(quote.meant)
        elif quote.speaker is not None and (unnamed := unnamed_one(text, quote.speaker)):
            spoke += unnamed
    return spoke


def subjects(known: Context, start: int, end: int) -> Iterator[Name]:
    """Yield the names of a sentence that can be its subject, the first first; who is spoken of or owns something comes later."""
    text = known.passage.text
    own = [n for n in names_within(known.names, start, end) if n.end <= end and not known.is_quoted(n)]
    own = [
        n
        for n in own
        if n.type != "PERSON" or not (THE.search(text, start, n.start) and NOUN_BEHIND.match(text, n.end, end))
    ]
    own.sort(key=lambda name: WITH.search(text, start, name.start) is not None)
    if INTRODUCTION.match(text, start, end):
        own.sort(key=lambda name: not BEHIND_COMMA.search(text, start, name.start))
    yield from (n for n in own if not OWNED_BY_SUBJECT.match(text, n.end))
    yield from (n for n in own if OWNED_BY_SUBJECT.match(text, n.end))


def maker(known: Context, speaker: Speaker, before: Sequence[Quote]) -> Name | None:
    """Return who made a document: the name in its words, behind them, or who issued one before."""
    text = known.passage.text
    inside = [n for n in names_within(known.names, speaker.start, speaker.end) if n.end <= speaker.end]
    if (tail := MADE_TAIL.search(text, speaker.start, speaker.end)) is not None:
        return made_by(known, speaker, tail, inside, before)
    if inside:
        return inside[0]
    told = known_document(text, speaker, before)
    if told is not None:
        return told
    behind = next(iter(names_within(known.names, speaker.end, speaker.end + MADE_NEAR)), None)
    if behind is not None and MADE_BY.fullmatch(text, speaker.end, behind.start):
        return behind
    for start, end in sentences_before(known.passage, speaker.start):
        if (opening := IN_STATEMENT.match(text, start, end)) is not None:
            return next(iter(names_within(known.names, opening.end(), opening.end() + 1)), None)
        if ISSUED.search(text, start, end):
            spoke = next((n for n in spoke_in(text, start, end, before) if isinstance(n, Name)), None)
            return spoke or next(subjects(known, start, end), None)
    return None


def made_by(
    known: Context, speaker: Speaker, tail: re.Match[str], inside: Sequence[Name], before: Sequence[Quote]
) -> Name | None:
    """Return who stands behind 'by', or owns the page that a post is on; a report on a place is not made by it."""
    text = known.passage.text
    owner = PAGE.match(text, tail.start(), speaker.end)
    if tail["other"] is not None and owner is None:
        return next((n for n in inside if n.end <= tail.start()), None)
    end = speaker.end if owner is None else owner.end("owner")
    said = text[tail.end() : end]
    named = next((n for n in inside if tail.end() <= n.start and n.end <= end), None)
    if named is not None and (OWNED_BY_SUBJECT.match(text, named.end, end) or NOUN_BEHIND.match(text, named.end, end)):
        return None  # "Norland’s foreign ministry", "Norland officials"
    return named or (office_holder(known, said, before) if DEFINITE.match(said) else None)


def known_document(text: str, speaker: Speaker, before: Sequence[Quote]) -> Name | None:
    """Return who made the document that is quoted again: 'a statement by the board' and then 'the statement'."""
    noun = text[speaker.start : speaker.end].casefold().split()[-1]
    if not DEFINITE.match(text, speaker.start, speaker.end):
        return None
    for quote in reversed(before):
        own, meant = quote.speaker, quote.meant
        if own is None or meant is None or own.attribution != "document" or not own.start <= meant.start < own.end:
            continue
        if noun in text[own.start : meant.start].casefold().split():
            return meant
    return None


def office_holder(known: Context, said: str, before: Sequence[Quote]) -> Name | None:
    """Return the person who bears an office, or the body whose noun it is: 'the minister', 'the ministry'."""
    phrase = head_phrase(said)
    if not phrase:
        return None
    bodies = [n for n in known.names if n.type == "ORG" and phrase[-1] in n.surface.casefold().split()]
    spoke = [q.meant for q in reversed(before) if q.meant is not None]
    for found in (bearers(known.names, phrase), bodies):
        if OF_PLACE.match(said) and not any(n in spoke for n in found if n.role is not None):
            found = [n for n in found if n.role is None or phrase[0] in n.role.casefold()]
        different = {last_word(n) for n in found}
        if len(different) == 1:
            return found[0]
        if different:  # of two presidents it is the one who spoke last, or nobody knows
            return next((n for n in spoke if last_word(n) in different), None)
    return None


def only_speaker(known: Context, quotes: Sequence[Quote]) -> Name | None:
    """Return the only person who speaks in the passage, else the only one who acts; None where there are more."""
    spoke = [q.meant for q in quotes if q.meant is not None and q.meant.type == "PERSON"]
    persons = spoke or [n for n in known.names if n.type == "PERSON" and not known.is_quoted(n)]
    return persons[0] if len({last_word(n) for n in persons}) == 1 else None
