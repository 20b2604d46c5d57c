"""Find the subject of a verb of saying: a name, a pronoun, or the words that describe who speaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tasks.enrich.cues import DOCUMENT_OF, DOCUMENTS, NO_NOUN, PRONOUN, WORKPLACE
from tasks.enrich.figure_units import PEOPLE, is_agent
from tasks.enrich.names import Name
from tasks.enrich.sentences import INNER_STOP
from tasks.enrich.word_lists import words as words_of

SPEAKING: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "OTHER", "FAC", "LOC"})
SPEAKER_WORDS: Final = r"(?:[\w.&’'-]+(?<![a-z]{4}\.))"  # no word that ends a sentence
PRONOUN_FIRST: Final = re.compile(rf"(?P<subject>{PRONOUN})(?=\s|’|')")
# What a description of a speaker ends before.
NOUN_PHRASE: Final = re.compile(
    rf"\s*(?P<subject>(?:{SPEAKER_WORDS}\s){{0,14}}?{SPEAKER_WORDS})(?=\s*(?:[,.;:!?\n“”\"(]|$)|\s(?:on|in|at|who|"
    rf"after|during|as|when|while|told|that|before|from|with|by|about|but|and|via|this|last|late|early|speaking|"
    rf"adding|referring|has|had|is|was|which|whose)\b|(?<!\bof)(?<!\bfor)(?<!\bto)(?<!\band)\s(?:the|an?|at\sleast|some|\d[\d,]*)\s)"
)
# What is made by somebody, and people who know of something, with what says by whom and of what.
TAILED: Final = re.compile(
    r"\b(?:statements?|reports?|data|figures|numbers|estimates?|surveys?|polls?|study|studies|analysis|sources?|documents?|letters?|tally|count|lists?|"
    r"(?:compiled|kept|released|issued|published|collected|gathered|conducted|made|obtained|reviewed|seen|shared|posted|provided|commissioned)|"
    r"familiar|briefed|close)$"
)
TAIL: Final = re.compile(
    r"\s(?:from|by|(?<=familiar\s)with|(?<=briefed\s)on|(?<=close\s)to)\s(?=the\s|an?\s|its\s|his\s|her\s|their\s|[A-Z]|[a-z]+\s)"
)
PREPOSITIONAL: Final = re.compile(
    r"\s*(?:on|in|at|to|during|after|as|when|while|that|before|from|with|by|about|this|last|late|early|and|but|"
    r"via|\w+day|yesterday|today|recently|earlier|of|for|again|reporters|him|"
    r"her(?!\s(?!that\b|he\b|she\b|they\b|it\b|to\b|in\b|on\b|at\b|the\b|about\b|after\b|when\b|as\b|and\b|not\b)[a-z]{3})|them|me|us|the\sfollowing)\b",
    re.I,
)
LAST_NOUN_PHRASE: Final = re.compile(
    rf"(?:^|[\s,])(?P<subject>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother|[Ss]ome|[Mm]any|"
    rf"[Ss]everal|\d[\d.,]*(?:%|\sper\s?cent)|\w+\sin\s(?:ten|five|four|three|\d+)\b|[Oo]ther|[Ll]ocal|[Ss]enior|[Pp]olice|[Tt]wo|[Mm]y|[Oo]ur|[Ii]ts|[Mm]ost|[Tt]hose|"
    rf"[Oo]fficials?|[Rr]esidents|[Ss]ources?|[Ww]itnesses|[Cc]ritics|[Ee]xperts|[Aa]nalysts|[Aa]uthorities|"
    rf"[Pp]rosecutors|[Ii]nvestigators|[Aa]ctivists|[Mm]edics|[Dd]octors|[Mm]edical|[Hh]ealth|[Ss]ecurity|[Mm]ilitary|"
    rf"[Rr]escue|{WORKPLACE}|[Ii]ntelligence|[Rr]elatives|[Ss]urvivors|[Vv]illagers|[Ll]awyers|[Oo]rgani[sz]ers|[Oo]pposition|[Rr]ebels)"
    rf"(?:\sof\sthe)?(?:(?:\s(?:of|for|in|at|from|outside|inside|near|with|within|across|on|around|to(?=\s(?:the\s|h(?:im|er|is)\b|them\b|[A-Z])))(?:\s(?:the|an?))?|"
    rf"\swho(?:[’']\w+)?(?:\s(?:is|was|are|were|has|had|have|did))?(?:\sbeen)?)?\s(?!-|(?:{NO_NOUN}|"
    rf"which|the|an?)\b){SPEAKER_WORDS}){{0,8}})\s*$"
)
# "He paused for a moment", "the deal should not", "willing to": no words that name a speaker, but "an aide who was there" does.
NO_PHRASE: Final = re.compile(
    rf"\b(?!(?:and|to)\b)(?:{NO_NOUN})\b|^(?:He|She|They|We|I|It|You|Which|There)\s|\s(?:of|by|with|for|from|in|at|on|to|who|which|helps?)$"
)
OF_PEOPLE: Final = re.compile(r"\b(?:who|whose)\b")
SHARE: Final = re.compile(r"(?:\s?%|\sper\s?cent)$")  # of whom, the text does not say
LATE: Final = re.compile(r"\s(?:late|early|earlier|later|ago|again|alone|today|yesterday|which|who|[A-Z][a-z]+day)$")
# What may stand between a speaker's name and the verb: ', the trade minister,', ' (R-Iowa)', ' of the union', ' who was there'.
APPOSITION: Final = re.compile(
    rf",\s(?:[a-z]|\d|[A-Z][\w’']+(?:['’]s|\s[a-z]))(?:[^.!?;:]|{INNER_STOP}){{0,160}},?\s*|\s*\([^)]{{0,60}}\)\s*|"
    rf"\s(?:of|for|at|from|with|in|who)\s(?:[^.!?;:]|{INNER_STOP}){{0,100}}"
)
# "an official in Kellan said": the town does not.
PREPOSED: Final = re.compile(
    r"\b(?:in|at|from|of|near|on|with|by|against|between|for|outside|inside|around|across)\s(?:the\s)?(?:[a-z]+\s)?$"
)
# "The Harbour Watch, a group that counts ships," : what is told about a subject that no list and no model knows.
ASIDE: Final = re.compile(
    r",\s(?:an?|the|one|which|who|whose|for\s(?:his|her|its|their)|speaking|citing|asking|requesting|referring|writing|(?:\w+ed|made|taken)\s(?:by|for|in|on|at|from))\s[^,.!?;:]{2,120},?\s*$"
)
PROPER_PHRASE: Final = re.compile(
    r"(?:^|[\s,])((?:[Tt]he\s)?[A-Z][\w’'-]+(?:\s(?:of|for|the|and|[A-Z][\w’'-]+)){0,6})$"
)
FUNCTION: Final = r"(?:and|but|that|as|while|when|if|or|in|of|at|from|with|for|on|by|to|about|after|although|because)"
# "…, and senior aides say": people without an article.
BARE_PLURAL: Final = re.compile(
    rf"(?:^|[\s,])(?!{FUNCTION}\s)((?:(?!{FUNCTION}\s)[a-z-]+\s){{0,2}}?"
    rf"(?P<noun>[A-Za-z-]+s|people)(?:\s(?:in|of|at|from|inside|outside|near|for|with)\s[\w’' -]{{2,40}})?)$"
)
SPEAKERS: Final = words_of(
    "aides allies associates critics economists analysts experts sources strategists pollsters reports polls surveys "
    "studies campaigns authorities friends executives democrats republicans"
)
TRAILING_PRONOUN: Final = re.compile(rf"(?:.*\s)?({PRONOUN})\s*$", re.S)
NO_SUBJECT: Final = words_of(
    "But And When If In At As So By On For After From With Although While Though Because Since Plus Also Yet Still Not Of "
    "Right Now Then Here There Today"
)
# "Norland officials", before a plural that the list of first words begins with.
WHOSE: Final = re.compile(
    rf"(?<![^\s,])(?:(?!(?:\w+day|Meanwhile|However|Earlier|Later|{'|'.join(sorted(NO_SUBJECT))})\b)[A-Z][\w’'.-]*\s){{1,3}}"
    r"(?=(?:officials|police|sources|experts|analysts|authorities|prosecutors|investigators|activists|doctors|residents|critics)\b)"
)
BEFORE_SUBJECT: Final = re.compile(r"(?:Just|This|Last|Earlier|Plus|Also|Meanwhile|Still|Yet)\b")
PRONOUN_HERE: Final = re.compile(rf"(?!It(?:[’']s|\s(?:is|was))\b)({PRONOUN})\b")  # "It was easy to say" has no subject
PRONOUN_BEHIND: Final = re.compile(r"\s*(he|she|they|I|we|it)\b")
NOUN_GOES_ON: Final = re.compile(r"\s(?!of\b|for\b|and\b|in\b)[a-z]{3,}")  # "another Pier Watch scientist"
# "Venn campaign spokesman P.J. Moor": who speaks is named last.
AIDE: Final = re.compile(rf"\s(?:(?!(?:{FUNCTION}|{NO_NOUN}|who|whose|told|during)\b)[a-z-]+\s){{1,4}}[A-Z]")
ONE_OF: Final = re.compile(r"(?:one|an?|another)\s$", re.I)
# "The mayor — who met Piet Moor — said": what dashes set apart holds no subject.
BETWEEN_DASHES: Final = re.compile(r"\s(?:--|[—–-])\s[^—–]{3,160}?\s?(?:--|[—–]|\s-)\s*$")
# "An aide, who asked not to be named, said": what is told of a speaker who gives no name.
UNNAMED: Final = re.compile(
    r",?\s(?:who\s|speaking\s|asking\s|requesting\s|insisting\s)(?!said)[^.;:,]{0,30}\b(?:(?:not\s)?to\sbe|to\sremain|anonymity|authori[sz]ed\sto)\b"
    r"[^.;:,]{0,60},?\s*$"
)
OWNING: Final = ("’s", "'s")
# "Pressed about it by Piet Moor, Orla Venn …": the subject comes behind the comma.
FROM_THERE: Final = re.compile(
    r"\s(?:Sen|Rep|Gov|Lt|Gen|Col|President|Prime\sMinister|Mayor|Governor|Senator|Attorney|Foreign|Defen[cs]e)\b"
)
INTRODUCTION: Final = re.compile(
    r"\W*(?:(?i:In|On|At|After|As|While|When|With|Since|For|During|By|From|Under|Despite|If|Although|Though|Before|Amid|Last|Earlier|Like|"
    r"Unlike|Asked|Pressed|Questioned)|[A-Z][a-z]+ing)\b"
)
BEHIND_COMMA: Final = re.compile(r",\s(?:the\s)?(?:[\w’'.-]+\s){0,2}$")
# What may stand before the name of a speaker who follows the verb: titles and offices, but no new clause.
TITLE_WORDS: Final = re.compile(
    r"(?:(?!(?:who|after|when|as|while|in|on|at|that|and|but|before|during)\b)[\w’'.&()-]+,?\s)*"
)
TITLE_CHARS: Final = 60


@dataclass(frozen=True)
class Speaker:
    """The words that name a speaker at `[start, end)`, how they do, and the name in them where there is one."""

    start: int
    end: int
    attribution: str
    name: Name | None = None


def subject_behind(text: str, start: int, end: int, names: Sequence[Name]) -> Speaker | None:
    """Return the subject that begins at `start`: a name with the words before it, a pronoun or a description."""
    if PREPOSITIONAL.match(text, start, end):
        return None
    if (match := PRONOUN_BEHIND.match(text, start, end)) is not None:
        return Speaker(*match.span(1), "pronoun")
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    inside = [n for n in names if first <= n.start < end and n.type in SPEAKING]
    person = next((n for n in inside if n.type == "PERSON" and text[n.end : n.end + 2] not in OWNING), None)
    if person is not None and (aide := AIDE.match(text, person.end, end)) is not None:
        person = next((n for n in inside if n.type == "PERSON" and n.start >= aide.end() - 1), None)
    if person is not None and ONE_OF.match(text, first, person.start) and NOUN_GOES_ON.match(text, person.end, end):
        person = None  # "one Venn aide"
    if person is not None and person.start <= first + TITLE_CHARS and TITLE_WORDS.fullmatch(text, first, person.start):
        return Speaker(person.start, person.end, "named", person)
    if (match := NOUN_PHRASE.match(text, start, end)) is None:
        return None
    first, last = match.span("subject")
    if (
        inside
        and inside[0].start <= last
        and speaks(inside[0])
        and text[inside[0].end : inside[0].end + 2] not in OWNING
        and not NOUN_GOES_ON.match(text, inside[0].end, last)
    ):
        return Speaker(inside[0].start, inside[0].end, "named", inside[0])
    speaker = described(text, first, last)
    return replace(speaker, end=tail_end(text, speaker, end)) if speaker is not None else None


def tail_end(text: str, speaker: Speaker, end: int) -> int:
    """Return where a description ends that says whose it is: 'a statement from the mayor', 'an aide familiar with the talks'."""
    tail = TAIL.match(text, speaker.end, end) if TAILED.search(text, speaker.start, speaker.end) else None
    more = NOUN_PHRASE.match(text, tail.end() - 1, end) if tail is not None else None
    if more is None or "," in more["subject"]:
        return speaker.end
    return more.start("subject") + len(LATE.sub("", more["subject"].rstrip(".")))


def speaks(name: Name) -> bool:
    """Return whether a name can be the speaker by itself; 'an Indian official' is a description."""
    return name.type in ("PERSON", "ORG", "GPE", "OTHER")


def described(text: str, start: int, end: int) -> Speaker | None:
    """Return the speaker that a description names; none where the words are a clause, a time or a bare share."""
    start += len("what ") if text.startswith("what ", start) else 0
    phrase = LATE.sub("", text[start:end].rstrip(" .,"))
    end, words = start + len(phrase), phrase.split()
    if (
        not words
        or not re.search(r"[^\W\d_]{2}", phrase)
        or words[-1].casefold() in ("the", "a", "an", "that", "it")
        or (NO_PHRASE.search(phrase) and not OF_PEOPLE.search(phrase))
        or SHARE.search(phrase)
    ):
        return None
    is_document = words[-1].casefold().rstrip("s") in DOCUMENTS or DOCUMENT_OF.match(phrase)
    return Speaker(start, end, "document" if is_document else "role")


def subject_in(text: str, start: int, end: int, names: Sequence[Name]) -> Speaker | None:
    """Return who speaks in the words before a verb: the pronoun that begins them, the name nearest to the verb, or themselves."""
    for aside in (BETWEEN_DASHES.search(text, start, end), UNNAMED.search(text, start, end)):
        end = aside.start() if aside is not None else end
    words = text[start:end]
    if (paper := DOCUMENT_OF.search(words)) is not None:
        return Speaker(start + paper.start("subject"), start + len(words[: paper.end("subject")].rstrip()), "document")
    lead = len(words) - len(words.lstrip(" ,–—-"))
    if (match := PRONOUN_FIRST.match(words, lead)) is not None and match.end() >= len(words.rstrip()) - 2:
        return Speaker(start + match.start(), start + match.end(), "pronoun")
    inside = [n for n in names if start <= n.start and n.end <= end and n.type in SPEAKING and speaks(n)]
    inside = [n for n in inside if text[n.end : n.end + 2] not in OWNING]
    inside = [n for n in inside if n.type == "PERSON" or not PREPOSED.search(text, start, n.start)]
    if inside and not text[inside[-1].end : end].strip():
        nearest = inside[-1] if inside[-1].type == "PERSON" else resident(text, inside, end) or inside[-1]
        return Speaker(nearest.start, nearest.end, "named", nearest)
    if (match := TRAILING_PRONOUN.match(words)) is not None:
        return Speaker(start + match.start(1), start + match.end(1), "pronoun")
    for name in [n for n in inside if n.type == "PERSON"] + inside:
        if APPOSITION.fullmatch(text[name.end : end]):
            return Speaker(name.start, name.end, "named", name)
    if inside and text[inside[-1].end : end].strip() in (",", "as"):
        return Speaker(inside[-1].start, inside[-1].end, "named", inside[-1])
    return described_in(text, start, end, names) or (few_words(text, start, end) if not inside else None)


def described_in(text: str, start: int, end: int, names: Sequence[Name]) -> Speaker | None:
    """Return who speaks in words without a name beside the verb: the last description, or the one before an aside."""
    words = text[start:end]
    bare, phrase = BARE_PLURAL.search(words), LAST_NOUN_PHRASE.search(words)
    bare = bare if bare is not None and people(bare["noun"]) else None
    if phrase is not None and not (bare is not None and PREPOSED.search(words, 0, phrase.start("subject"))):
        first, whose = start + phrase.start("subject"), WHOSE.search(text, start, end)
        first = whose.start() if whose is not None and whose.end() == first else first
        return described(text, first, start + phrase.end("subject"))
    if (told := ASIDE.search(words)) is not None:
        aside = start + told.start()
        if words.rstrip().endswith(",") and (speaker := subject_in(text, start, aside, names)) is not None:
            return speaker
        if (named := PROPER_PHRASE.search(words[: told.start()])) is not None:
            return described(text, start + named.start(1), start + named.end(1))
    return described(text, start + bare.start(1), start + bare.end(1)) if bare is not None else None


def few_words(text: str, start: int, end: int) -> Speaker | None:
    """Return the speaker that a few words name when no list knows them."""
    words = text[start:end]
    if len(words.split()) > 8 or (match := re.match(r"[\s,–—-]*(.*\S)\s*$", words, re.S)) is None:
        return None
    comma = match[1].rfind(", ") if BEFORE_SUBJECT.match(match[1]) else -1  # "Just this month, traders said"
    first, last = start + match.start(1) + (comma + 2 if comma != -1 else 0), start + match.end(1)
    return described(text, first, last) if is_subject(text[first:last]) else None


def resident(text: str, names: Sequence[Name], end: int) -> Name | None:
    """Return the person of whom a place before the verb tells: 'Orla Venn, 36, of Kellan, Norland said'."""
    place = names[-1]
    if place.type != "GPE" or text[place.start - 2 : place.start] != ", ":
        return None
    return next((n for n in names if n.type == "PERSON" and APPOSITION.fullmatch(text[n.end : end])), None)


def people(phrase: str) -> bool:
    """Return whether a phrase ends with people: 'senior aides', 'social scientists'."""
    noun = phrase.rsplit(maxsplit=1)[-1].casefold()
    return noun in PEOPLE or noun in SPEAKERS or is_agent(noun)


def is_subject(words: str) -> bool:
    """Return whether a few words without a name can be a subject: they begin with a capital or name people."""
    return bool(re.match(r"[A-Z]", words) or people(words)) and words.split()[0].title() not in NO_SUBJECT


def sentence_subject(text: str, start: int, end: int, names: Sequence[Name]) -> Speaker | None:
    """Return the subject that the sentence begins with, for a verb further on: 'X left the hall, saying "'."""
    window = text[start:end]
    lead = re.match(r"[\s\"“”‘’(]*(?:(?:But|And|Then|Instead|So|Now|Still|However|Meanwhile),?\s)?", window)
    first = start + (lead.end() if lead else 0)
    if (match := PRONOUN_HERE.match(text, first, end)) is not None:
        return Speaker(*match.span(1), "pronoun")
    inside = [
        n
        for n in names
        if first <= n.start
        and n.end <= end
        and speaks(n)
        and text[n.end : n.end + 2] not in OWNING
        and not FROM_THERE.match(text, n.end, end)
    ]
    behind = next((n for n in inside if BEHIND_COMMA.search(text, first, n.start)), None)
    if behind is not None and INTRODUCTION.match(text, first, end):
        return Speaker(behind.start, behind.end, "named", behind)
    opening = [
        n
        for n in inside
        if n.start == first or (n.role is not None and n.start <= first + 60) or n.honorific is not None
    ]
    if opening and (opening[0].start <= first + 60):
        return Speaker(opening[0].start, opening[0].end, "named", opening[0])
    person = next((n for n in inside if n.type == "PERSON"), None)
    if person is not None and re.fullmatch(r"(?:[^,.;:]{0,60},\s)?(?:[\w’'.-]+\s){0,4}", text[first : person.start]):
        return Speaker(person.start, person.end, "named", person)
    return None
