"""Who states a figure: the speaker of its quote, 'according to X', or the subject of a verb of saying in its sentence."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tasks.enrich.cues import ACCORDING, AUXILIARY, SPEECH
from tasks.enrich.figure_records import is_shown, keeper, recorded
from tasks.enrich.names import Name
from tasks.enrich.quote import Quote
from tasks.enrich.quote_cues import HEARER, SETTING
from tasks.enrich.quote_forms import PASSIVE, VERB_INSIDE, told_form
from tasks.enrich.quote_speakers import PARTICIPLE
from tasks.enrich.quote_subjects import Speaker, sentence_subject, subject_behind, subject_in
from tasks.enrich.word_lists import words

COUNTING: Final = (
    r"reporting|claiming|(?<!was\s)(?<!is\s)(?<!been\s)(?<!were\s)put|puts|putting|counted|counts|recorded|records|estimates?|estimated|tallied|documented|registered|verified|"
    r"updated|monitored|describes?|described|show(?:s|ed)?|indicates?|indicated|suggest|found|finds|"
    r"(?:raised|increased|lowered|revised|put)(?=\s(?:the|its|their)\s(?:\w+\s){0,2}(?:toll|count|number|tally|estimate)\b)|"
    # A plural says it in the present: "contractors claim losses of"; after anything else these words are nouns.
    r"(?<=s\s)(?:claim|report|estimate|warn|allege|insist|believe|fear)(?=\s(?:that|losses|\w+\s(?:that|of)|[\w,]*\d))"
)
# "the storm claimed 21 lives", "the virus has claimed thousands of victims".
LIVES: Final = (
    r"\s(?:(?:[^\s.;:,]|(?<=\d),(?=\d))+\s){0,6}?(?:li(?:fe|ves)|victims)\b(?!\s(?:were|was|are|have|has|had)\b)"
)
# "an attack claimed by the group", "reports say": no subject of such a verb is a source.
NO_CUE: Final = (
    rf"(?!(?:(?<=claim)|(?<=claims)|(?<=claimed)|(?<=claiming)){LIVES}|(?<=claimed)\s(?:by|responsibility)\b|(?<=reports)\s(?:say|said|suggest|of|that|from)\b|"
    r"(?<=unts|ords)\sof\b|(?<=counts)\s(?:an?|on|as)\b)"
)
CUE: Final = re.compile(rf"\b(?:{SPEECH}|{COUNTING})\b{NO_CUE}")
SAID_BY: Final = re.compile(
    rf"\b(?:{ACCORDING}|citing|quoting|(?:provided|given|released|issued|published|compiled|cited|reported|confirmed)\s(?:\w+ly\s)?by)\b",
    re.I,
)
NEW_CLAUSE: Final = re.compile(r";|,?\s(?:while|but|whereas|although|though)\s|,\sand\s")
# What can be cited as a source; "citing threats" cites a reason.
TELLERS: Final = re.compile(
    r"(?:officials?|sources?|police|reports?|media|agenc(?:y|ies)|witness(?:es)?|ministry|statements?|data|figures|documents?|"
    r"spokes\w+|authorit(?:y|ies)|army|military|activists?|monitors?|residents|doctors?|medics|officers?|study|survey|television|"
    r"workers|lawyers|relatives|experts|lists?|records?|statistics|diplomats)$",
    re.I,
)
# Who pledges, orders or asks for an amount is its source when no other is named.
GIVING: Final = re.compile(
    r"\b(?:pledg(?:ed|es|ing)|promis(?:ed|es|ing)|commit(?:s|ted|ting)|offer(?:ed|s|ing)|donat(?:ed|es|ing)|order(?:ed|s|ing)|direct(?:ed|s)\sthat|"
    r"demand(?:ed|s|ing)|request(?:ed|s|ing)|ask(?:ed|s|ing)\sfor|seek(?:s|ing)|sought|appeal(?:ed|s|ing)\sfor|approv(?:ed|es|ing)|"
    r"allocat(?:ed|es|ing)|earmark(?:ed|s)|called\sfor)\b"
)
# "a festival that activists say is cruel": they say nothing of the figure; "X says all is calm, but 12 are held": nor does X.
RELATIVE: Final = re.compile(r"\b(?:that|which|who|whom|what|where|how)\s(?:the\s|some\s|many\s)?$")
WHAT: Final = re.compile(r"\bwhat\s(?:the\s)?$")  # "despite what X describes as"
# "in a war that has killed 5,000 people": a background that the speaker of the sentence does not state.
BACKGROUND: Final = re.compile(
    r"\b(?:war|conflict|uprising|revolt|crisis|violence|insurgency|fighting|campaign|offensive|unrest|rebellion)\b[^.;]{0,40}?\b"
    r"(?:that|which)\s(?:has|have|had)\s[^.;]{0,60}$"
)
RELAYED: Final = words("reported reports reporting")  # by an agency, of what another source told it
# "Orla Venn, who put the toll at six": she does.
WHO: Final = re.compile(r",\s(?:who|which|that)$")
CAPITALISED: Final = re.compile(
    r"(?:(?:[A-Z][a-z]+day|on|in)\s)?((?:(?:[Tt]he\s)?[A-Z][\w’'-]*\s){0,3}[A-Z][\w’'-]*)\s*$"
)
BY: Final = re.compile(r"(?:\s[a-z]+day)?\sby\b(?!\s(?:\w+day|then|now|phone|telephone|email|e-mail|saying)\b)")
WINDOW: Final = 1_200  # characters on either side in which a sentence names its source
TOLD_NEAR: Final = 60  # characters from a verb of saying to the words it tells
# A verb that ends its clause: what it tells stands before it.
CLOSED: Final = re.compile(
    rf"(?:{HEARER})?{SETTING}\s*(?:[^\w\s]|$|(?:on|in|at|after|as|when|to|during|citing|adding|and|while|by|from|this|last|late|early|"
    rf"\w+day|suggest|show|indicate)\b)"
)
INVERTED: Final = re.compile(
    r"(?<=said|says)\s(?:(?:the|an?)\s)?(?:[\w’'-]+\s){0,7}?[\w’'-]+\W*$"
)  # "… said the harbour police."
HEADLINE_SOURCE: Final = re.compile(r":\s([A-Z]?[\w ’'-]{2,30})\.?\s*$")
CLAIMED: Final = re.compile(rf"\b(?:claim(?:s|ed|ing)?(?!{LIVES})|alleg\w+|reportedly|may\shave|purported\w*)\b", re.I)
ESTIMATED: Final = re.compile(r"\bestimat\w+|\bprojected\b|\bpredict\w+", re.I)
# Verbs of the list above that state nothing about a count when the figure is their object.
NO_SOURCE: Final = words(
    "read reads ruled offered began begins continued continues continuing believed thought hoped hopes agreed "
    "agrees believes thinks demanded promised recommended proposed urged vowed pledged pledges promises charged"
) | {"called for", "calls for", "went on", "goes on"}


@dataclass(frozen=True)
class Source:
    """The words that name who states a figure, the name in them, and how firmly it is stated."""

    start: int
    end: int
    hedge: str
    name: Name | None


def source_of(
    text: str,
    sentence: tuple[int, int],
    figure: tuple[int, int],
    names: Sequence[Name],
    quotes: Sequence[Quote],
    quote: Quote | None,
    *,
    given: bool = False,
) -> Source | None:
    """Return who states the figure at `figure` in its sentence; `given`: it is an amount that somebody may pledge or ask for."""
    start, end = max(sentence[0], figure[0] - WINDOW), min(sentence[1], figure[1] + WINDOW)
    if BACKGROUND.search(text, start, figure[0]) is not None:
        speaker = said_by(text, start, end, figure, names)
    elif quote is not None and quote.speaker is not None:
        speaker = replace(quote.speaker, name=quote.meant)
    else:
        near = quotes_within(quotes, start, end)
        elsewhere = [q.start for q in near if q.end <= figure[0] and q.kind == "indirect"]
        speaker = said_by(text, start, end, figure, names) or saying(text, start, end, figure, names, elsewhere)
        if speaker is not None and any(q.kind != "indirect" and q.start <= speaker.start < q.end for q in near):
            speaker = None  # a subject in somebody's words is not who states what stands outside them
        if speaker is None and (match := HEADLINE_SOURCE.search(text, figure[1], end)) is not None:
            speaker = Speaker(match.start(1), match.end(1), "role")
        if speaker is None and given:
            speaker = giver(text, start, figure[0], names)
    if speaker is None:
        return None
    speaker = keeper(text, who_is(text, speaker, names))
    return Source(speaker.start, speaker.end, hedge_of(text[start:end]), speaker.name)


def quotes_within(quotes: Sequence[Quote], start: int, end: int) -> Sequence[Quote]:
    """Return the quotes that begin in `[start, end)`; `quotes` are in order of place."""
    first = bisect_left(quotes, start, key=lambda quote: quote.start)
    return quotes[first : bisect_left(quotes, end, first, key=lambda quote: quote.start)]


def giver(text: str, start: int, figure: int, names: Sequence[Name]) -> Speaker | None:
    """Return who pledges, orders or asks for an amount."""
    verb = next(iter(reversed(list(GIVING.finditer(text, start, figure)))), None)
    if verb is None:
        return None
    start = max(start, *(text.rfind(mark, start, verb.start()) + 1 for mark in '”"'))
    left = re.search(rf"(?:^|\s){AUXILIARY}$", text[start : verb.start()])
    until = start + left.start() if left else verb.start()
    return subject_in(text, start, until, names) or sentence_subject(text, start, verb.start(), names)


def said_by(
    text: str,
    start: int,
    end: int,
    figure: tuple[int, int],
    names: Sequence[Name],
) -> Speaker | None:
    """Return the source after 'according to': of two in a sentence the one of the figure's own clause."""
    found = list(SAID_BY.finditer(text, start, end))
    before = [match for match in found if match.end() <= figure[0]]
    behind = [match for match in found if match.start() >= figure[1]]
    if before and behind and NEW_CLAUSE.search(text, before[-1].end(), figure[0]):
        before = []
    for match in (*reversed(before), *behind):
        speaker = subject_behind(text, match.end(), end, names)
        if speaker is not None and (
            match.group().casefold() not in ("citing", "quoting")
            or speaker.name
            or TELLERS.search(text, speaker.start, speaker.end)
        ):
            return speaker
    return None


def who_is(text: str, speaker: Speaker, names: Sequence[Name]) -> Speaker:
    """Return the name that 'who' or 'which' stands behind instead of that word."""
    relative = WHO.search(text, max(0, speaker.start - 2), speaker.end)
    name = next((n for n in names if relative is not None and n.end == relative.start()), None)
    return Speaker(name.start, name.end, "named", name) if name is not None else speaker


def saying(
    text: str, start: int, end: int, figure: tuple[int, int], names: Sequence[Name], elsewhere: Sequence[int]
) -> Speaker | None:
    """Return the subject of the verb of saying nearest to the figure: after it ('…, officials said'), else before it.

    An agency that reports what another source told it ('…, the army said, Reuters reported') is not the source.
    """
    after, cue = said_behind(text, figure[1], end, names)
    if after is not None and cue not in RELAYED:
        return after
    return said_ahead(text, start, figure[0], names, elsewhere) or after


def said_behind(text: str, start: int, end: int, names: Sequence[Name]) -> tuple[Speaker | None, str]:
    """Return the subject of the first verb of saying behind a figure, and that verb."""
    for verb in CUE.finditer(text, start, end):
        if verb.group() in NO_SOURCE or is_passive(text, verb) or tells_on(text, verb, end):
            continue  # what "officials said the toll may rise" tells comes behind it
        if (teller := told_by(text, verb, end, names)) is not None:
            return teller, verb.group()
        if (record := recorded(text, start, verb)) is not None:
            return record, verb.group()
        if is_shown(verb):
            continue
        left = re.search(rf"(?:^|[\s,]){AUXILIARY}$", text[start : verb.start()])
        until = start + left.start() if left else verb.start()
        if not (
            CLOSED.match(text, verb.end(), end)
            or closes_the_clause(text, verb)
            or INVERTED.match(text, verb.end(), end)
        ):
            continue
        comma = text.rfind(",", start, until)
        speaker = subject_in(text, max(comma, start), until, names) or subject_in(text, start, until, names)
        if speaker is None and (closes_the_clause(text, verb) or INVERTED.match(text, verb.end(), end)):
            speaker = subject_behind(text, verb.end(), end, names)
        if speaker is None and (proper := CAPITALISED.search(text, start, until)) is not None:
            speaker = Speaker(*proper.span(1), "role")
        if speaker is not None and not RELATIVE.search(text, start, speaker.start):
            return speaker, verb.group()
    return None, ""


def tells_on(text: str, verb: re.Match[str], end: int) -> bool:
    """Return whether what a verb tells comes behind it; '…, says the aid agency' has no clause there."""
    if closes_the_clause(text, verb) and VERB_INSIDE.search(text, verb.end(), end) is None:
        return False
    return told_form(text, verb.start(), end) is not None


def said_ahead(text: str, start: int, end: int, names: Sequence[Name], elsewhere: Sequence[int]) -> Speaker | None:
    """Return the subject of the last verb of saying before a figure; not of one whose told words ended before it."""
    for verb in reversed(list(CUE.finditer(text, start, end))):
        if (
            verb.group() in NO_SOURCE
            or CUE.match(text, verb.start()) is None  # the figure itself may tell that it claimed lives
            or is_passive(text, verb)
            or any(verb.end() <= told <= verb.end() + TOLD_NEAR for told in elsewhere)
        ):
            continue
        speaker = recorded(text, start, verb)
        if speaker is not None:
            return speaker
        if is_shown(verb):
            continue
        if not PARTICIPLE.fullmatch(verb.group()) or text[verb.start() - 2 : verb.start() - 1] != ",":
            left = re.search(rf"(?:^|\s){AUXILIARY}$", text[start : verb.start()])
            speaker = subject_in(text, start, start + left.start() if left else verb.start(), names)
        speaker = speaker or sentence_subject(text, start, verb.start(), names)
        if speaker is None and closes_the_clause(text, verb):
            speaker = subject_behind(text, verb.end(), end, names)  # "Right now, explains X, …"
        if speaker is not None and not WHAT.search(text, start, speaker.start):
            return speaker
    return None


def is_passive(text: str, verb: re.Match[str]) -> bool:
    """Return whether nobody says who says it: 'it was reported that'."""
    before = text[max(0, verb.start() - 20) : verb.start()]
    return (
        verb.group().endswith(("ed", "told", "said", "found"))
        and bool(PASSIVE.search(before))
        and not BY.match(text, verb.end())
    )


def told_by(text: str, verb: re.Match[str], end: int, names: Sequence[Name]) -> Speaker | None:
    """Return who tells where the verb is passive: 'the court was told by X'."""
    by = BY.match(text, verb.end(), end)
    return subject_behind(text, by.end(), end, names) if by is not None else None


def closes_the_clause(text: str, verb: re.Match[str]) -> bool:
    """Return whether a verb stands first in its clause, so that its subject follows: '… , said X'."""
    return bool(re.search(r"[,\"”’]\s*$", text[max(0, verb.start() - 3) : verb.start()]))


def hedge_of(sentence: str) -> str:
    """Return how firmly a sentence states what it states."""
    if CLAIMED.search(sentence):
        return "claimed"
    return "estimated" if ESTIMATED.search(sentence) else "said"
