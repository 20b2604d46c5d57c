"""Find who speaks a quote: the words beside it that a verb of saying governs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.enrich.cues import ACCORDING, AUXILIARY, LABEL, SPEECH
from tasks.enrich.names import Name
from tasks.enrich.quote_subjects import PREPOSITIONAL, Speaker, sentence_subject, subject_behind, subject_in
from tasks.enrich.sentences import INNER_STOP, SENTENCE_END

CUE: Final = re.compile(rf"\b(?:{SPEECH})\b")
ANY_CUE: Final = re.compile(rf"\b(?:{SPEECH}|{LABEL})\b")
# The sentence goes on after the quote with the verb first: '" said the spokesman', '", according to X'.
INVERTED: Final = re.compile(
    rf"[\s,–—-]*(?:(?:also|then|later|\w+ly)\s)?(?P<cue>{SPEECH}|{ACCORDING})\b(?:\s(?:also|later|\w+ly))?(?P<rest>.*)",
    re.S,
)
SUBJECT_FIRST: Final = re.compile(
    rf"[\s,–—-]*(?P<subject>(?:[^.!?;:“”\"]|{INNER_STOP}){{1,220}}?)\s{AUXILIARY}(?P<cue>{SPEECH})\b", re.S
)
PARTICIPLE: Final = re.compile(r"\w+ing\b")
VERB_OPENS: Final = re.compile(rf"\s*(?!asked\b)(?P<cue>{SPEECH})\s(?P<rest>.*)", re.S | re.I)
# "the comments", "her remarks", "will help tell": no verb of saying with a subject.
NO_VERB: Final = re.compile(r"\b(?:the|an?|his|her|their|its|these|those|my|our|helps?|helped)\s$")
# "the mayor’s tweets", "other reports".
NOUN: Final = re.compile(
    r"(?:[’']s?|\b(?:other|more|many|several|recent|new|such|of|own|latest|earlier|initial|news|press|positive|negative|(?<![\w-])[a-z]+-[\w-]+))\s(?:tweets|"
    r"posts|reports|claims|comments|remarks|notes|replies|demands|pledges|promises|answers|jokes|views?)$|\b(?:Gulf|member|swing)\sstates$|"
    r"\b[Aa]ccording\sto\s[^.,]*\sreports$"
)
# "talk of sails and jokes about the boat"
JOINED_NOUN: Final = re.compile(r"(?<=\sand\s)(?:jokes|claims|reports|comments|remarks)\s(?:about|of|from)\b")
# "the deal was rejected", "practices described as": what is done to its subject, who says nothing.
IS_DONE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s(?:\w+ly\s|also\s|once\s|often\s)?$")
PASSIVE: Final = re.compile(r"\w+ed\b|said|told|seen|put\sit")
# '"gain" when he asked': a clause that tells when, and not who said so.
AT_THE_TIME: Final = re.compile(
    r"[\s,–—-]*(?:when|after|before|because|while|if|until|unless|though|although|since|where|who|which)\s"
)
AFTER_CUE: Final = re.compile(r"[^.!?;“”\"]{0,110}$")


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
    match = SUBJECT_FIRST.match(rest)
    if match is None or (AT_THE_TIME.match(rest) and "," not in match["subject"]):
        return None
    if not is_verb(rest, match.start("cue"), match.end("cue")):
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


def is_verb(text: str, start: int, end: int) -> bool:
    """Return whether a verb of saying is one where it stands, and no noun, infinitive or passive: 'the comments', 'was told'."""
    if NO_VERB.search(text, 0, start) or NOUN.search(text, 0, end) or JOINED_NOUN.match(text, start):
        return False
    return not (PASSIVE.fullmatch(text, start, end) and IS_DONE.search(text, 0, start))


def before_quote(text: str, start: int, end: int, names: Sequence[Name], *, labels: bool) -> Attribution | None:
    """Read the sentence before a quote, `text[start:end)`: its last verb of saying and that verb's subject."""
    if text[start:end].rstrip().endswith((".", "!", "?")):
        return None
    borders = [match.end() for match in SENTENCE_END.finditer(text, start, end)]
    start = borders[-1] if borders else start
    sentence = text[start:end]
    cues = (ANY_CUE if labels else CUE).finditer(sentence)
    verbs = [
        m for m in cues if (labels or AFTER_CUE.match(sentence, m.end())) and is_verb(sentence, m.start(), m.end())
    ]
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
