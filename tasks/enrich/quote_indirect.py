"""Find indirect speech: a verb of saying with a subject, and the clause that it tells."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tasks.enrich.cues import ACCORDING, AUXILIARY
from tasks.enrich.names import Name
from tasks.enrich.names_within import names_within
from tasks.enrich.passages import Passage
from tasks.enrich.quote import Quote
from tasks.enrich.quote_cues import CLOSE, FINITE, HEARER, SETTING, TELL
from tasks.enrich.quote_forms import CUE_WORDS, is_said, told_end, told_form, verbs_in
from tasks.enrich.quote_marks import Quoted
from tasks.enrich.quote_speakers import Attribution, Speaker, sentence_subject, subject_behind, subject_in
from tasks.enrich.quote_tellers import can_tell

LONGEST_TAIL: Final = 400  # characters from the comma before "X said" to the end of the sentence
MIN_WORDS: Final = 3  # less is no statement: "he said yes"
JOINED: Final = re.compile(rf"(?:\b(?:and|but|or|then)\b)\s?{AUXILIARY}$")
# "Orla Venn, who said that": she says it.
WHO: Final = re.compile(rf",\s(who|which|that)\s{AUXILIARY}$")
RESTRICTIVE: Final = re.compile(rf"(?<!,)\s(?:who|which|that)(?:[’']\w+)?\s{AUXILIARY}$")
# The verb closes the words in marks before its subject: '"…," Orla Venn said when she was asked'.
BEHIND_MARKS: Final = re.compile(r"[,!?](?:[”\"]|’’|'')\s(?:[\w.’'-]+\s){0,4}$")
# "reiterated that approach in public": no clause.
THAT_THING: Final = re.compile(r"[\w-]+\s(?:in|on|at|to|for|with|during|by|after|again)\b|[\w-]+$")
LEADS: Final = re.compile(
    r"\s*(?:[Ii]n|[Oo]n|[Aa]t|[Aa]fter|[Aa]s|[Ww]hile|[Ww]hen|[Ww]ith|[Ww]here|[Ss]ince|[Ff]or|[Dd]uring|[Bb]y|[Ff]rom|"
    r"[Uu]nder|[Dd]espite|[Ii]f|[Aa]lthough|[Bb]efore|[Aa]mid|[Aa]sked|[Ll]ast|[Ee]arlier)\b"
)
LEFT: Final = re.compile(rf"(?:^|\s){AUXILIARY}$")
# "…, the mayor said on Monday." and "…, said the mayor.": nothing but when and where may follow.
CLOSING: Final = re.compile(
    rf",\s(?P<subject>[^,;:“”\"]{{1,120}}?)\s{AUXILIARY}(?P<cue>{CLOSE}|(?P<tell>{TELL}))(?(tell){HEARER})"
    rf"(?:{SETTING}|\s(?:on|in|at|during|after|citing|this|last|as|when)\b(?:(?!\sthat\s)[^“”\"]){{0,200}})[.!]?$"
)
INSERTED: Final = re.compile(
    rf",\s(?P<subject>(?!(?:and|but|which|who|where|when|as|while|if|because)\s)[^,;:“”\"]{{1,60}}?)\s{AUXILIARY}(?P<cue>said|says|say|"
    rf"added|noted|argued|explained|warned|predicted){SETTING},\s(?!(?:and|but|who|which|adding|saying|according)\b)"
)
CLOSING_INVERTED: Final = re.compile(r",\s(?P<cue>said|says|say)\s(?P<subject>[^“”\"]{2,160})$")
AS_TOLD: Final = re.compile(rf",?\s(?P<cue>{ACCORDING})\s", re.I)
AS_TOLD_FIRST: Final = re.compile(rf"(?:(?:And|But|Meanwhile),?\s)?(?P<cue>{ACCORDING})\s", re.I)
PASSIVE_BEFORE: Final = re.compile(r"\b(?:is|was|are|were|be|been|being)\s(?:\w+ly\s)?$")
OPENS_WITH: Final = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|[Tt]here|[Tt]his|[Tt]hat)\b")
WITH_VERB: Final = frozenset({"told_clause", "speaker_after", "verb_first"})
VERB_INSIDE: Final = re.compile(rf"\b{FINITE}\b")
ASIDE: Final = re.compile(r"(?:an?|the|who|which|whose)\s")
AUXILIARY_VERB: Final = re.compile(r"\b(?:is|was|were|are|has|have|had|will|would|could|can)\b")
SUBORDINATE: Final = re.compile(
    r"(?:^|\W)(?:[Ww]hile|[Aa]lthough|[Tt]hough|[Aa]fter|[Aa]s|[Ii]f|[Ww]hen|[Bb]ecause|[Ss]ince|[Bb]efore)\s(?:the\s|an?\s|(?:[\w’'.-]+\s){0,3})$"
)
MAIN_VERB: Final = re.compile(rf",\s(?:\w+ly\s|also\s)?{FINITE}\b")
LEAD: Final = re.compile(r"(?:(?:But|And|So|Still|However|Meanwhile|Yet),?\s)?")


class Told(NamedTuple):
    """Words that are told, `text[start:end)`, with who tells them."""

    start: int
    end: int
    found: Attribution


@dataclass(frozen=True)
class Sentence:
    """One sentence with the names in it, where quotes between marks stand in it, and who speaks them."""

    text: str
    start: int
    end: int
    names: Sequence[Name]
    marked: Sequence[tuple[int, int]]
    speaker: Speaker | None

    def is_marked(self, start: int, end: int) -> bool:
        """Return whether a quote between marks stands in or around `[start, end)`."""
        return any(first < end and start < last for first, last in self.marked)


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
    return n_words >= MIN_WORDS and not sentence.is_marked(told.start, told.end)


def according_first(sentence: Sentence) -> Iterator[Told]:
    """Yield what follows 'According to X,'."""
    text, start, end = sentence.text, sentence.start, sentence.end
    if (match := AS_TOLD_FIRST.match(text, start, end)) is None:
        return
    comma = text.find(", ", match.end(), end)
    speaker = subject_behind(text, match.end() - 1, comma, sentence.names) if comma != -1 else None
    if speaker is not None:
        first = behind_aside(sentence, comma)
        yield Told(first, told_end(text, first, end), Attribution(speaker, match["cue"], "according_to"))


def behind_aside(sentence: Sentence, comma: int) -> int:
    """Return where the words begin after 'According to X,' or 'According to X, the mayor,'."""
    text = sentence.text
    following = text.find(", ", comma + 2, sentence.end)
    aside = text[comma + 2 : following] if following != -1 else ""
    is_name = any(name.start == comma + 2 and name.end == following for name in sentence.names)
    return following + 2 if is_name or (ASIDE.match(aside) and not AUXILIARY_VERB.search(aside)) else comma + 2


def according_behind(sentence: Sentence) -> Iterator[Told]:
    """Yield what stands before ', according to X'."""
    text, end = sentence.text, sentence.end
    match = AS_TOLD.search(text, sentence.start + 1, end)
    if match is None:
        return
    speaker = subject_behind(text, match.end() - 1, end, sentence.names)
    if speaker is not None:
        lead = LEAD.match(text, sentence.start)
        yield Told(
            lead.end() if lead else sentence.start, match.start(), Attribution(speaker, match["cue"], "according_to")
        )


def closing(sentence: Sentence) -> Iterator[Told]:
    """Yield what stands before ', X said' at the end of a sentence."""
    text, start, end = sentence.text, sentence.start, sentence.end
    window = text[start:end].rstrip()
    if (match := last_match(CLOSING, window)) is not None:
        if PASSIVE_BEFORE.search(window, match.start(), match.start("cue")):
            return
        speaker = subject_in(text, start + match.start("subject"), start + match.end("subject"), sentence.names)
        rule = "speaker_after"
    elif (match := last_match(CLOSING_INVERTED, window)) is not None:
        speaker = subject_behind(text, start + match.start("subject") - 1, end, sentence.names)
        rule = "verb_first"
        if VERB_INSIDE.search(match["subject"].partition(" who ")[0]) or (
            speaker is not None and speaker.attribution == "pronoun"
        ):
            return
    else:
        return
    if speaker is not None:
        lead = LEAD.match(text, start)
        first = lead.end() if lead else start
        if LEADS.match(text, first) and "," not in text[first : start + match.start()]:
            return  # "In reply, X said …" has its words behind
        yield Told(first, start + match.start(), Attribution(speaker, match["cue"], rule))


def between(sentence: Sentence) -> Iterator[Told]:
    """Yield the sentence around ', X said,': what stands before and behind it is one statement."""
    text, start, end = sentence.text, sentence.start, sentence.end
    match = INSERTED.search(text, start, end)
    if match is not None and not PASSIVE_BEFORE.search(text, match.start(), match.start("cue")):
        speaker = subject_in(text, match.start("subject"), match.end("subject"), sentence.names)
        if speaker is not None:
            lead = LEAD.match(text, start)
            yield Told(
                lead.end() if lead else start,
                told_end(text, match.end(), end),
                Attribution(speaker, match["cue"], "speaker_between"),
            )


def last_match(pattern: re.Pattern[str], window: str) -> re.Match[str] | None:
    """Return the match that begins at the last comma from which the pattern reaches the end."""
    first = max(0, len(window) - LONGEST_TAIL)
    for comma in reversed([m.start() for m in re.finditer(r",\s", window[first:])]):
        comma += first
        if (match := pattern.match(window, comma)) is not None:
            return match
    return None


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
        done = told_end(text, first, subordinate_end(text, start, speaker.start, first, end))
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
    if verb.group().casefold().endswith("ing") and not re.search(r"\b(?:is|was|are|were|been)\s(?:\w+ly\s)?$", before):
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
    opening,
    closing,
    between,
    according_behind,
)
