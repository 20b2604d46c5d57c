"""Find told words that stand around who tells them: 'According to X, …', '…, X said.', '…, said X.', '…, X said, …'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tasks.enrich.cues import AUXILIARY
from tasks.enrich.names import Name
from tasks.enrich.quote_cues import CLOSE, HEARER, SETTING, TELL
from tasks.enrich.quote_forms import VERB_INSIDE, told_end, verbs_in
from tasks.enrich.quote_speakers import Attribution
from tasks.enrich.quote_subjects import Speaker, subject_behind, subject_in

LONGEST_TAIL: Final = 400  # characters from the comma before "X said" to the end of the sentence
LEADS: Final = re.compile(
    r"\s*(?:[Ii]n|[Oo]n|[Aa]t|[Aa]fter|[Aa]s|[Ww]hile|[Ww]hen|[Ww]ith|[Ww]here|[Ss]ince|[Ff]or|[Dd]uring|[Bb]y|[Ff]rom|"
    r"[Uu]nder|[Dd]espite|[Ii]f|[Aa]lthough|[Bb]efore|[Aa]mid|[Aa]sked|[Ll]ast|[Ee]arlier)\b"
)
# "…, the mayor said on Monday." and "…, said the mayor.": nothing but when and where may follow.
CLOSING: Final = re.compile(
    rf",\s(?P<subject>[^,;:“”\"]{{1,120}}?)\s{AUXILIARY}(?P<cue>{CLOSE}|(?P<tell>{TELL}))(?(tell){HEARER})"
    rf"(?:{SETTING}|\s(?:on|in|at|during|after|citing|this|last|as|when)\b(?:(?!\sthat\s)[^“”\"]){{0,200}})[.!]?$"
)
INSERTED: Final = re.compile(
    rf",\s(?P<subject>(?!(?:and|but|which|who|where|when|as|while|if|because)\s)[^,;:“”\"]{{1,60}}?)\s{AUXILIARY}(?P<cue>said|says|say|"
    rf"added|noted|argued|explained|warned|predicted){SETTING},\s(?!(?:and|but|who|which|adding|saying|according)\b)"
)
RELAYED: Final = ("report", "reports", "reported")  # by an agency, of what another source told it
CLOSING_INVERTED: Final = re.compile(r",\s(?P<cue>said|says|say)\s(?P<subject>[^“”\"]{2,160})$")
# "…, he said, wiping his face": what he does is not told.
BESIDE: Final = re.compile(r"(?:\w+ing|an?\s\w+\sthat)\b")
AS_TOLD: Final = re.compile(r",?\s(?P<cue>according\sto)\s", re.I)
AS_TOLD_FIRST: Final = re.compile(r"(?:(?:And|But|Meanwhile),?\s)?(?P<cue>according\sto)\s", re.I)
PASSIVE_BEFORE: Final = re.compile(r"\b(?:is|was|are|were|be|been|being)\s(?:\w+ly\s)?$")
ASIDE: Final = re.compile(r"(?:an?|the|who|which|whose)\s")
# "the planes fell, the crews say" but not "a copy of the report": only several people say it in this form.
BARE_FORM: Final = re.compile(r"say|add|note|report|announce|explain|warn|argue|claim|insist|write|tweet|confirm")
OF_WHICH: Final = re.compile(r"(?:\w+\s)?wh(?:ich|om|ose)\b")
SEVERAL: Final = re.compile(r"(?:s|\b(?:people|police|[Tt]hey|[Ww]e|I|[Yy]ou|men|women|and\s[\w’'. -]+))$")
AUXILIARY_VERB: Final = re.compile(r"\b(?:is|was|were|are|has|have|had|will|would|could|can)\b")
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
    """Yield what stands before ', according to X'; what stands around it where the clause goes on behind."""
    text, end = sentence.text, sentence.end
    match = AS_TOLD.search(text, sentence.start + 1, end)
    if match is None:
        return
    speaker = subject_behind(text, match.end() - 1, end, sentence.names)
    if speaker is not None:
        lead = LEAD.match(text, sentence.start)
        first = lead.end() if lead else sentence.start
        goes_on = VERB_INSIDE.search(text, first, match.start()) is None and "," in text[speaker.end : end]
        done = told_end(text, speaker.end, end) if goes_on else match.start()
        yield Told(first, done, Attribution(speaker, match["cue"], "according_to"))


def closing(sentence: Sentence) -> Iterator[Told]:
    """Yield what stands before ', X said' at the end of a sentence."""
    text, start, end = sentence.text, sentence.start, sentence.end
    window = text[start:end].rstrip()
    if (match := last_match(CLOSING, window)) is not None:
        if PASSIVE_BEFORE.search(window, match.start(), match.start("cue")):
            return
        if match["cue"] in RELAYED and next(verbs_in(text, start, start + match.start()), None) is not None:
            return  # "X said …, Reuters reported": the words are X's
        speaker = closing_subject(sentence, start + match.start("subject"), start + match.end("subject"), match["cue"])
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


def closing_subject(sentence: Sentence, start: int, end: int, cue: str) -> Speaker | None:
    """Return who says what stands before; nobody where a clause of its own stands before the subject, or 'report' is a noun."""
    speaker = (
        subject_in(sentence.text, start, end, sentence.names) if not OF_WHICH.match(sentence.text, start) else None
    )
    if speaker is None or VERB_INSIDE.search(sentence.text, start, speaker.start):
        return None
    several = SEVERAL.search(sentence.text, start, end) or SEVERAL.search(sentence.text, start, speaker.end)
    return speaker if several or not BARE_FORM.fullmatch(cue) else None


def between(sentence: Sentence) -> Iterator[Told]:
    """Yield the sentence around ', X said,': what stands before and behind it is one statement."""
    text, start, end = sentence.text, sentence.start, sentence.end
    match = INSERTED.search(text, start, end)
    if match is not None and not PASSIVE_BEFORE.search(text, match.start(), match.start("cue")):
        speaker = subject_in(text, match.start("subject"), match.end("subject"), sentence.names)
        if speaker is not None:
            lead = LEAD.match(text, start)
            goes_on = BESIDE.match(text, match.end(), end) is None
            done = told_end(text, match.end(), end) if goes_on else match.start()
            yield Told(lead.end() if lead else start, done, Attribution(speaker, match["cue"], "speaker_between"))


def last_match(pattern: re.Pattern[str], window: str) -> re.Match[str] | None:
    """Return the match that begins at the last comma from which the pattern reaches the end."""
    first = max(0, len(window) - LONGEST_TAIL)
    for comma in reversed([m.start() for m in re.finditer(r",\s", window[first:])]):
        comma += first
        if (match := pattern.match(window, comma)) is not None:
            return match
    return None
