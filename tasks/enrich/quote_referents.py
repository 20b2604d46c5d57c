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
from tasks.enrich.quote_subjects import BEHIND_COMMA, INTRODUCTION, Speaker
from tasks.enrich.word_lists import words

PARAGRAPHS_BACK: Final = 2  # a pronoun seldom means someone who did nothing for longer
SENTENCES_BACK: Final = 12  # nor for so many sentences of a text without paragraphs
QUOTES_BACK: Final = 30  # speakers among whom the last one who can be meant stands
HE_OR_SHE: Final = words("he she")
BODIES: Final = words("ORG GPE OTHER")
# Nouns of one office: "the party chief" may be printed as its chairman.
HEADS: Final = (
    words("chief leader head chairman chairwoman chairperson president boss"),
    words("minister secretary premier"),
    words("senator lawmaker legislator congressman congresswoman mp mpa mna parliamentarian"),
    words("spokesman spokeswoman spokesperson"),
    words("officer superintendent inspector commissioner"),
    words("general commander colonel major brigadier"),
)
DEFINITE: Final = re.compile(r"(?:the|his|her|their|its|that|this)\s", re.I)
COMMON_SUBJECT: Final = re.compile(r"[Tt]he\s[a-z]+\b")
# The subject is an office, and its bearer may be named elsewhere: "The mayor has left".
OFFICE_SUBJECT: Final = re.compile(
    rf"\W*([Tt]he\s(?:[a-z-]+\s){{0,2}}?(?:{'|'.join(sorted(frozenset().union(*HEADS)))}|mayor|governor|pope|king|queen|judge))\b"
    r"(?!,?\s(?:[\w’'-]+\s)?[A-Z])"
)
# "Speaking beside Piet Moor, he": whoever does it is the one the pronoun means, and not named there.
DOING: Final = re.compile(r"\W*(?!During)[A-Z][a-z]+ing\b")
# "He met Piet Moor. “…,” he said": the one that the first pronoun means.
GOES_ON: Final = re.compile(
    r"\W*(?:(?:Then|But|And|So|Later|Now|Still|Instead|Yet|Also|Initially),?\s)?(?:he|she)(?:[’']\w+)?\s", re.I
)
ONE_PERSON: Final = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?!\w+\s(?:statement|report|post|poll|survey|study)\b)")
OF_PLACE: Final = re.compile(r"[Tt]he\s[A-Z]")  # "the Norland senator" is no other senator
HEAD_END: Final = re.compile(r"\s(?:of|for|in|at|from|on|to|with|who)\b|,")
MADE_NEAR: Final = 60  # characters from "a statement" to the name behind "by the"
MADE_BY: Final = re.compile(r"\s(?:by|from|of|for|on)\s(?:the\s)?(?:[\w’'.-]+\s){0,3}$")
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
        return next((n for n in actors(known, speaker.start, before) if n is None or known.fits(n, word)), None)
    if word == "it":
        return body_meant(known, speaker, before)
    if word == "they":
        spoke = next((q for q in reversed(before) if q.speaker is not None), None)
        return spoke.meant if spoke is not None and spoke.meant is not None and spoke.meant.type == "ORG" else None
    if speaker.attribution == "document":
        return maker(known, speaker, before)
    return office_holder(known, said, before) if speaker.attribution == "role" and DEFINITE.match(said) else None


def body_meant(known: Context, speaker: Speaker, before: Sequence[Quote]) -> Name | None:
    """Return the body or country that 'it' means; where the sentence begins with a body's noun, only the bearer of that noun."""
    text = known.passage.text
    start, _ = next(sentences_before(known.passage, speaker.start))
    if (noun := COMMON_SUBJECT.match(text, start, speaker.start)) is not None and not any(
        name.start < noun.end() and noun.start() < name.end for name in known.names
    ):
        return office_holder(known, noun.group(), before)
    return next((n for n in actors(known, speaker.start, before) if n is not None and n.type in BODIES), None)


def actors(known: Context, position: int, before: Sequence[Quote]) -> Iterator[Name | None]:
    """Yield who acted or spoke before `position`, the last first; None where that is a person whose name the text does not give."""
    text = known.passage.text
    for start, end in sentences_before(known.passage, position):
        yield from reversed(spoke_in(text, start, end, before))
        if (office := OFFICE_SUBJECT.match(text, start, end)) is not None:
            held = office_holder(known, office[1], before)
            if held is not None or not bearers(known, head_phrase(office[1])):
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


def spoke_in(text: str, start: int, end: int, before: Sequence[Quote]) -> list[Name | None]:
    """Return who speaks in `[start, end)`, in order: a name, None for one person whom no name is known for ('a farmer')."""
    own = [q for q in before if q.speaker is not None and start <= q.speaker.start < end]
    return [q.meant for q in own if q.meant is not None or (q.speaker and is_one(text, q.speaker))]


def is_one(text: str, speaker: Speaker) -> bool:
    """Return whether a description is of one person."""
    return speaker.attribution == "role" and ONE_PERSON.match(text, speaker.start, speaker.end) is not None


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
    if inside:
        return inside[0]
    behind = next(iter(names_within(known.names, speaker.end, speaker.end + MADE_NEAR)), None)
    if behind is not None and MADE_BY.fullmatch(text, speaker.end, behind.start):
        return behind
    for start, end in sentences_before(known.passage, speaker.start):
        if ISSUED.search(text, start, end):
            return next(iter(spoke_in(text, start, end, before)), None) or next(subjects(known, start, end), None)
    return None


def office_holder(known: Context, said: str, before: Sequence[Quote]) -> Name | None:
    """Return the person who bears an office, or the body whose noun it is: 'the minister', 'the ministry'."""
    phrase = head_phrase(said)
    if not phrase:
        return None
    bodies = [n for n in known.names if n.type == "ORG" and phrase[-1] in n.surface.casefold().split()]
    spoke = [q.meant for q in reversed(before) if q.meant is not None]
    for found in (bearers(known, phrase), bodies):
        if OF_PLACE.match(said) and not any(n in spoke for n in found if n.role is not None):
            found = [n for n in found if n.role is None or phrase[0] in n.role.casefold()]
        different = {last_word(n) for n in found}
        if len(different) == 1:
            return found[0]
        if different:  # of two presidents it is the one who spoke last, or nobody knows
            return next((n for n in spoke if last_word(n) in different), None)
    return None


def head_phrase(said: str) -> list[str]:
    """Return the words of an office: 'trade minister' of 'the trade minister of Norland'."""
    return HEAD_END.split(DEFINITE.sub("", said, count=1), maxsplit=1)[0].casefold().split()


def bearers(known: Context, phrase: Sequence[str]) -> list[Name]:
    """Return the persons who are printed with an office."""
    return [n for n in known.names if n.type == "PERSON" and n.role and bears(n.role, phrase)]


def bears(role: str, phrase: Sequence[str]) -> bool:
    """Return whether a printed role is the office of a phrase: the same head, and no other field ('trade', 'finance')."""
    printed = re.findall(r"[\w-]+", HEAD_END.split(role, maxsplit=1)[0].casefold())
    head = phrase[-1]
    alike = next((group for group in HEADS if head in group), frozenset({head}))
    if not printed or printed[-1] not in alike:
        return False
    fields = {word for word in phrase[:-1] if word not in ("former", "senior", "top", "party", "young")}
    return not fields or bool(fields & set(printed)) or (len(printed) == 1 and head == printed[0])


def only_speaker(known: Context, quotes: Sequence[Quote]) -> Name | None:
    """Return the only person who speaks in the passage, else the only one who acts; None where there are more."""
    spoke = [q.meant for q in quotes if q.meant is not None and q.meant.type == "PERSON"]
    persons = spoke or [n for n in known.names if n.type == "PERSON" and not known.is_quoted(n)]
    return persons[0] if len({last_word(n) for n in persons}) == 1 else None
