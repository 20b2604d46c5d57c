"""Find who speaks a quote: the words beside it that a verb of saying governs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.enrich.cues import ACCORDING, AUXILIARY, DOCUMENTS, LABEL, PRONOUN, SPEECH
from tasks.enrich.figure_units import PEOPLE, is_agent
from tasks.enrich.names import Name
from tasks.enrich.sentences import INNER_STOP, SENTENCE_END
from tasks.enrich.word_lists import words as words_of

SPEAKING: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "OTHER", "FAC", "LOC"})
CUE: Final = re.compile(rf"\b(?:{SPEECH})\b")
ANY_CUE: Final = re.compile(rf"\b(?:{SPEECH}|{LABEL})\b")
SPEAKER_WORDS: Final = r"(?:[\w.&’'-]+)"
# The sentence goes on after the quote with the verb first: '" said the spokesman', '", according to X'.
INVERTED: Final = re.compile(
    rf"[\s,–—-]*(?:(?:also|then|later|\w+ly)\s)?(?P<cue>{SPEECH}|{ACCORDING})\b(?:\s(?:also|later|\w+ly))?(?P<rest>.*)",
    re.S,
)
SUBJECT_FIRST: Final = re.compile(
    rf"[\s,–—-]*(?P<subject>(?:[^.!?;:“”\"]|{INNER_STOP}){{1,220}}?)\s{AUXILIARY}(?P<cue>{SPEECH})\b", re.S
)
PRONOUN_FIRST: Final = re.compile(rf"(?P<subject>{PRONOUN})(?=\s|’|')")
# What a description of a speaker ends before.
NOUN_PHRASE: Final = re.compile(
    rf"\s*(?P<subject>(?:{SPEAKER_WORDS}\s){{0,14}}?{SPEAKER_WORDS})(?=\s*(?:[,.;:!?\n“”\"(]|$)|\s(?:on|in|at|who|"
    rf"after|during|as|when|while|told|that|before|from|with|by|about|but|and|via|this|last|late|early|speaking|"
    rf"adding|referring|has|had|is|was)\b|(?<!\bof)(?<!\bfor)(?<!\bto)(?<!\band)(?<!\bwhich)\s(?:the|an?|at\sleast|some|\d[\d,]*)\s)"
)
PREPOSITIONAL: Final = re.compile(
    r"\s*(?:on|in|at|to|during|after|as|when|while|that|before|from|with|by|about|this|last|late|early|and|but|"
    r"via|\w+day|yesterday|today|recently|earlier|of|for|again|reporters|him|her|them|me|us|the following)\b",
    re.I,
)
LAST_NOUN_PHRASE: Final = re.compile(
    rf"(?:^|[\s,])(?P<subject>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother|[Ss]ome|[Mm]any|"
    rf"[Ss]everal|[Oo]ther|[Ll]ocal|[Ss]enior|[Pp]olice|[Tt]wo|[Mm]y|[Oo]ur|[Ii]ts|[Mm]ost|[Tt]hose|"
    rf"[Oo]fficials?|[Rr]esidents|[Ss]ources?|[Ww]itnesses|[Cc]ritics|[Ee]xperts|[Aa]nalysts|[Aa]uthorities|"
    rf"[Pp]rosecutors|[Ii]nvestigators|[Aa]ctivists|[Mm]edics|[Dd]octors|[Mm]edical|[Hh]ealth|[Ss]ecurity|[Mm]ilitary|"
    rf"[Rr]escue|[Ii]ntelligence|[Rr]elatives|[Ss]urvivors|[Vv]illagers|[Ll]awyers|[Oo]rgani[sz]ers|[Oo]pposition|[Rr]ebels)"
    rf"(?:\sof\sthe)?(?:(?:\s(?:of|for|in|at|from)(?:\sthe)?)?\s(?!(?:and|but|that|which|was|"
    rf"were|is|had|has|the|an?)\b){SPEAKER_WORDS}){{0,8}})\s*$"
)
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
ASIDE: Final = re.compile(r",\s(?:an?|the|one|which|who|whose)\s[^,.!?;:]{2,120},?\s*$")
PROPER_PHRASE: Final = re.compile(
    r"(?:^|[\s,])((?:[Tt]he\s)?[A-Z][\w’'-]+(?:\s(?:of|for|the|and|[A-Z][\w’'-]+)){0,6})$"
)
# "…, and senior aides say": people without an article.
BARE_PLURAL: Final = re.compile(
    r"(?:^|[\s,])(?!(?:and|but|that|as|while|when|if|or)\s)((?:(?!(?:and|but|that|as|while|when|if|or)\s)[a-z-]+\s){0,2}?[A-Za-z-]+s)$"
)
SPEAKERS: Final = words_of(
    "aides allies associates critics economists analysts experts sources strategists pollsters reports polls surveys "
    "studies campaigns authorities friends executives democrats republicans"
)
TRAILING_PRONOUN: Final = re.compile(rf"(?:.*\s)?({PRONOUN})\s*$", re.S)
PARTICIPLE: Final = re.compile(r"\w+ing\b")
VERB_OPENS: Final = re.compile(rf"\s*(?P<cue>{SPEECH})\s(?P<rest>.*)", re.S | re.I)
NO_SUBJECT: Final = words_of("But And When If In At As So By On For After From With")
PRONOUN_HERE: Final = re.compile(rf"({PRONOUN})\b")
PRONOUN_BEHIND: Final = re.compile(r"\s*(he|she|they|I|we|it)\b")
NOUN_GOES_ON: Final = re.compile(r"\s(?!of\b|for\b|and\b|in\b)[a-z]{3,}")  # "another Pier Watch scientist"
OWNING: Final = ("’s", "'s")
# "Pressed about it by Piet Moor, Orla Venn …": the subject comes behind the comma.
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
AFTER_CUE: Final = re.compile(r"[^.!?;“”\"]{0,110}$")


@dataclass(frozen=True)
class Speaker:
    """The words that name a speaker at `[start, end)`, how they do, and the name in them where there is one."""

    start: int
    end: int
    attribution: str
    name: Name | None = None


@dataclass(frozen=True)
class Attribution:
    """What stands beside a quote: the speaker, the cue as printed and the rule. `is_lost`: the cue stands, its subject does not."""

    speaker: Speaker | None
    cue: str | None
    rule: str
    is_lost: bool = False


def after_quote(text: str, start: int, end: int, names: Sequence[Name]) -> Attribution | None:
    """Read the rest of the sentence behind a quote, `text[start:end)`; None when no verb of saying stands in it."""
    stop = SENTENCE_END.search(text, start, end)
    end = stop.start() if stop else end
    rest = text[start:end]
    if (match := INVERTED.match(rest)) is not None:
        return inverted(text, start, end, match, names)
    if (match := SUBJECT_FIRST.match(rest)) is None:
        return None
    first, last = start + match.start("subject"), start + match.end("subject")
    speaker = subject_in(text, first, last, names)
    return Attribution(speaker, match["cue"], "speaker_after") if speaker else None


def inverted(text: str, start: int, end: int, match: re.Match[str], names: Sequence[Name]) -> Attribution | None:
    """Return the speaker behind the verb: '" said X', '" according to X'."""
    first = start + match.start("rest")
    speaker = subject_behind(text, first, end, names)
    if speaker is None:
        nothing = PREPOSITIONAL.match(text, first, end) or not re.search(r"\w", text[first:end])
        verb = match["cue"] in ("said", "says", "added", "adds", "told", "warned", "stated")
        return Attribution(None, match["cue"], "subject_lost", is_lost=True) if nothing and verb else None
    rule = "according_to" if re.fullmatch(ACCORDING, match["cue"]) else "verb_first"
    return Attribution(speaker, match["cue"], rule)


def subject_behind(text: str, start: int, end: int, names: Sequence[Name]) -> Speaker | None:
    """Return the subject that begins at `start`: a name with the words before it, a pronoun or a description."""
    if PREPOSITIONAL.match(text, start, end):
        return None
    if (match := PRONOUN_BEHIND.match(text, start, end)) is not None:
        return Speaker(*match.span(1), "pronoun")
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    inside = [n for n in names if first <= n.start < end and n.type in SPEAKING]
    person = next((n for n in inside if n.type == "PERSON"), None)
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
    return described(text, first, last)


def speaks(name: Name) -> bool:
    """Return whether a name can be the speaker by itself; 'an Indian official' is a description."""
    return name.type in ("PERSON", "ORG", "GPE", "OTHER")


def described(text: str, start: int, end: int) -> Speaker | None:
    """Return the speaker that a description names."""
    end = start + len(text[start:end].rstrip(" .,"))
    words = text[start:end].split()
    if (
        not words
        or not re.search(r"[^\W\d_]{2}", text[start:end])
        or words[-1].casefold() in ("the", "a", "an", "that", "it")
    ):
        return None
    spoken = words[-1].casefold().rstrip("s")
    return Speaker(start, end, "document" if spoken in DOCUMENTS else "role")


def subject_in(text: str, start: int, end: int, names: Sequence[Name]) -> Speaker | None:
    """Return who speaks in the words before a verb: the pronoun that begins them, the name nearest to the verb, or themselves."""
    words = text[start:end]
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
    if (phrase := LAST_NOUN_PHRASE.search(words)) is not None:
        return described(text, start + phrase.start("subject"), start + phrase.end("subject"))
    if (aside := ASIDE.search(words)) is not None and (
        named := PROPER_PHRASE.search(words[: aside.start()])
    ) is not None:
        return described(text, start + named.start(1), start + named.end(1))
    if (bare := BARE_PLURAL.search(words)) is not None and people(bare[1]):
        return described(text, start + bare.start(1), start + bare.end(1))
    if not inside and len(words.split()) <= 8 and (match := re.match(r"[\s,–—-]*(.*\S)\s*$", words, re.S)):
        return described(text, start + match.start(1), start + match.end(1)) if is_subject(match[1]) else None
    return None


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
    return bool(re.match(r"[A-Z]", words)) and words.split()[0] not in NO_SUBJECT


def before_quote(text: str, start: int, end: int, names: Sequence[Name], *, labels: bool) -> Attribution | None:
    """Read the sentence before a quote, `text[start:end)`: its last verb of saying and that verb's subject."""
    if text[start:end].rstrip().endswith((".", "!", "?")):
        return None
    borders = [match.end() for match in SENTENCE_END.finditer(text, start, end)]
    start = borders[-1] if borders else start
    sentence = text[start:end]
    verbs = [m for m in (ANY_CUE if labels else CUE).finditer(sentence) if labels or AFTER_CUE.match(sentence, m.end())]
    for verb in reversed(verbs):
        left = re.search(rf"(?:^|\s){AUXILIARY}$", sentence[: verb.start()])
        until = start + (left.start() if left else verb.start())
        if not PARTICIPLE.match(verb.group()) and (speaker := subject_in(text, start, until, names)) is not None:
            return Attribution(speaker, verb.group(), "speaker_before")
    if verbs and (speaker := sentence_subject(text, start, start + verbs[-1].start(), names)) is not None:
        return Attribution(speaker, verbs[-1].group(), "sentence_subject")
    if (opening := VERB_OPENS.match(sentence)) and (
        speaker := subject_behind(text, start + opening.start("rest"), end, names)
    ):
        return Attribution(speaker, opening["cue"], "verb_first")
    if (match := re.search(rf"\b({ACCORDING})\b", sentence, re.I)) is not None:
        speaker = subject_behind(text, start + match.end(), end, names)
        return Attribution(speaker, match.group(), "according_to") if speaker else None
    if (
        not labels
        and sentence.rstrip().endswith(":")
        and (speaker := sentence_subject(text, start, end, names)) is not None
    ):
        return Attribution(speaker, None, "colon")
    return None


def sentence_subject(text: str, start: int, end: int, names: Sequence[Name]) -> Speaker | None:
    """Return the subject that the sentence begins with, for a verb further on: 'X left the hall, saying "'."""
    window = text[start:end]
    lead = re.match(r"[\s\"“”‘’(]*(?:(?:But|And|Then|Instead|So|Now|Still|However|Meanwhile),?\s)?", window)
    first = start + (lead.end() if lead else 0)
    if (match := PRONOUN_HERE.match(text, first, end)) is not None:
        return Speaker(*match.span(1), "pronoun")
    inside = [
        n for n in names if first <= n.start and n.end <= end and speaks(n) and text[n.end : n.end + 2] not in OWNING
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
