"""Find indirect speech: a verb of saying with a subject, and the clause that it tells."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tasks.enrich.cues import AUXILIARY
from tasks.enrich.names import Name
from tasks.enrich.names_within import names_within
from tasks.enrich.passages import Passage
from tasks.enrich.quote import Quote
from tasks.enrich.quote_around import LEADS, Sentence, Told, according_behind, according_first, between, closing
from tasks.enrich.quote_cues import FINITE
from tasks.enrich.quote_forms import CUE_WORDS, TO_DO, VERB_INSIDE, is_said, told_end, told_form, verbs_in
from tasks.enrich.quote_marks import Quoted
from tasks.enrich.quote_speakers import PARTICIPLE, Attribution
from tasks.enrich.quote_subjects import Speaker, sentence_subject, subject_in
from tasks.enrich.quote_tellers import can_tell

MIN_WORDS: Final = 3  # less is no statement: "he said yes"
JOINED: Final = re.compile(rf"(?:\b(?:and|but|or|then)\b)\s?{AUXILIARY}$")
# "Orla Venn, who said that": she says it.
WHO: Final = re.compile(rf",\s(who|which|that)\s{AUXILIARY}$")
RESTRICTIVE: Final = re.compile(rf"(?<!,)\s(?:who|which|that)(?:[’']\w+)?\s{AUXILIARY}$")
# The verb closes the words in marks before its subject: '"…," Orla Venn said when she was asked'.
BEHIND_MARKS: Final = re.compile(r"[,!?](?:[”\"]|’’|'')\s(?:[\w.’'-]+\s){0,4}$")
# "reiterated that approach in public": no clause.
THAT_THING: Final = re.compile(r"[\w-]+\s(?:in|on|at|to|for|with|during|by|after|again)\b|[\w-]+$")
LEFT: Final = re.compile(rf"(?:^|\s){AUXILIARY}$")
OPENS_WITH: Final = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|[Tt]here|[Tt]his|[Tt]hat)\b")
WITH_VERB: Final = frozenset({"told_clause", "speaker_after", "verb_first"})
# "which he said could sink", "a crowd that spilled onto the pier": these tell of what stands before them.
NO_SUBJECT: Final = re.compile(
    r"(?:to|is|was|are|were|has|have|had|will|would|could|can|should|may|might|must|\w{3,}ed\s(?:the|an?|out|onto|into|in|on|by|with|"
    r"from|for|to))\b"
)
# "the aim it pledged to reach": a clause that tells of the noun before it.
OF_NOUN: Final = re.compile(
    r"(?<![\w,])(?!(?:that|when|while|after|as|because|if|and|but|or|since|before|though|although|whether|where|until|once|so|then|yet)\s)"
    r"[a-z’'-]{3,}\s$"
)
SUBORDINATE: Final = re.compile(
    r"(?<!\w)(?:[Ww]hile|[Aa]lthough|[Tt]hough|[Aa]fter|[Aa]s|[Ii]f|[Ww]hen|[Bb]ecause|[Ss]ince|[Bb]efore)\s(?:the\s|an?\s|(?:[\w’'.-]+\s){0,3})$"
)
MAIN_VERB: Final = re.compile(rf",\s(?:\w+ly\s|also\s)?(?:{FINITE}|said|says|told)\b")


def indirect_quotes(
    number: int, passage: Passage, names: Sequence[Name], marked: Sequence[Quote], quoted: Sequence[Quoted]
) -> list[Quote]:
    """Return what a passage tells in other words; an utterance with words in marks is that quote, and no second row."""
    kept = {quote.start for quote in marked}
    outer = [(one.outer_start, one.outer_end) for one in quoted if one.start in kept]
    speakers = sorted((q.speaker for q in marked if q.speaker is not None), key=lambda speaker: speaker.start)
    found: list[Quote] = []
    for sentences in passage.sentences:
        for start, end, words in sentences:
            if CUE_WORDS.isdisjoint(words):
                continue
            near = outer[bisect_right(outer, start, key=lambda m: m[1]) : bisect_left(outer, end, key=lambda m: m[0])]
            spoke = next(iter(speakers[bisect_left(speakers, start, key=lambda s: s.start) :][:1]), None)
            own = names_within(names, start, end)
            spoke = spoke if spoke is not None and spoke.start < end else None
            for told in statements(Sentence(passage.text, start, end, own, near, spoke)):
                by = told.found
                found.append(Quote(number, told.start, told.end, "indirect", by.speaker, by.cue, by.rule))
    return found


def statements(sentence: Sentence) -> list[Told]:
    """Return the statements of one sentence, none inside another."""
    kept: list[Told] = []
    for rule in RULES:
        for told in rule(sentence):
            if is_statement(sentence, told) and not any(k.start < told.end and told.start < k.end for k in kept):
                kept.append(told)
    return sorted(kept, key=lambda told: told.start)


def is_statement(sentence: Sentence, told: Told) -> bool:
    """Return whether told words are some words, and none of them in marks."""
    if (
        told.found.rule == "speaker_after"
        and LEADS.match(sentence.text, told.start)
        and "," not in sentence.text[told.start : told.end]
    ):
        return False
    n_words = len(sentence.text[told.start : told.end].split())
    if told.found.rule == "told_that" and THAT_THING.match(sentence.text, told.start, told.end):
        return False
    stated = OPENS_WITH.match(sentence.text, told.start) or VERB_INSIDE.search(sentence.text, told.start, told.end)
    if told.found.rule in WITH_VERB and not stated:
        return False
    if told.found.rule in ("told_clause", "told_that") and NO_SUBJECT.match(sentence.text, told.start):
        return False
    return n_words >= MIN_WORDS and not sentence.is_marked(told.start, told.end)


def opening(sentence: Sentence) -> Iterator[Told]:
    """Yield what follows a verb of saying: 'X said that …', 'X said …', 'X vowed to …', 'X urged Y to …'."""
    text, start, end = sentence.text, sentence.start, sentence.end
    last = sentence.speaker
    done = start
    for verb in verbs_in(text, start, end):
        first = (
            verb.start() if verb.group().endswith("ing") else verb.start() - 2
        )  # '," said X' has its words behind it
        if verb.start() < done or sentence.is_marked(first, verb.end()):
            continue
        form = told_form(text, verb.start(), end)
        if form is None or not is_said(text, start, verb):
            continue
        speaker = teller(sentence, max(start, done), verb, last)
        rule, cue, first = form
        if speaker is None or not can_tell(text, start, speaker, cue):
            continue
        if rule != "told_that" and BEHIND_MARKS.search(text, start, speaker.start):
            continue
        if text[speaker.end : verb.start()].strip() == "," and speaker.attribution == "role":
            continue  # "…, say experts, …": who speaks stands behind the verb
        if rule in TO_DO and speaker.attribution == "pronoun" and OF_NOUN.search(text, start, speaker.start):
            continue
        done = told_end(text, first, subordinate_end(text, start, speaker.start, first, end), cue, rule)
        last = speaker
        yield Told(first, done, Attribution(speaker, cue, rule))


def subordinate_end(text: str, start: int, speaker: int, first: int, end: int) -> int:
    """Return where a clause ends that stands in the main one: 'While X said that the pier was gone, Y …', 'X, who said …, left'."""
    if text[speaker : speaker + 4] == "who ":
        main = MAIN_VERB.search(text, first, end)
        return main.start() if main is not None else end
    if SUBORDINATE.search(text, start, speaker):
        comma = text.find(", ", first, end)
        return comma if comma != -1 else end
    return end


def teller(sentence: Sentence, done: int, verb: re.Match[str], last: Speaker | None) -> Speaker | None:
    """Return the subject of a verb: what stands before it, or the one of the verb before ('X said … and added that …')."""
    text, start = sentence.text, sentence.start
    before = text[done : verb.start()]
    if JOINED.search(before) or not before.strip(" ,"):
        return last or sentence_subject(text, start, verb.start(), sentence.names)
    if PARTICIPLE.match(verb.group()) and not re.search(r"\b(?:is|was|are|were|been)\s(?:\w+ly\s)?$", before):
        return last or sentence_subject(text, start, verb.start(), sentence.names)
    left = LEFT.search(before)
    if RESTRICTIVE.search(before):
        return None  # "voters who say that": some of many, and nobody says it
    if (who := WHO.search(before)) is not None:
        name = next((name for name in sentence.names if name.end == done + who.start()), None)
        return Speaker(done + who.start(1), done + who.end(1), "pronoun", name) if name is not None else None
    until = done + left.start() if left else verb.start()
    return subject_in(text, behind_lead(text, done, until), until, sentence.names)


def behind_lead(text: str, start: int, end: int) -> int:
    """Return where the subject can begin: not in 'In Kellan,' or 'When the pier burned,' before it."""
    comma = text.rfind(", ", start, end)
    return comma + 1 if comma != -1 and LEADS.match(text, start, comma) else start


RULES: Final[tuple[Callable[[Sentence], Iterator[Told]], ...]] = (
    according_first,
    closing,
    between,
    according_behind,
    opening,
)
