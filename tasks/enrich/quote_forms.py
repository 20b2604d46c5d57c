"""Read what a verb of saying tells: whether it states something, and from where to where the told words run."""

import re
from collections.abc import Iterator
from typing import Final

from tasks.enrich.cues import ACCORDING
from tasks.enrich.quote_cues import (
    ASK,
    CLAIM,
    CLAUSE,
    FIND,
    FINITE,
    HEARER,
    OPENING,
    QUESTION,
    SAY,
    SETTING,
    SOME_CLAUSE,
    SURE_CLAUSE,
    TELL,
    URGE,
    VOW,
)  # fmt: skip

ANY_VERB: Final = f"{SAY}|{CLAIM}|{FIND}|{TELL}|{VOW}|{ASK}|{URGE}"
VERB: Final = re.compile(rf"\b(?:{ANY_VERB})\b")
# What a sentence has that tells something, in small letters: the first words of the verbs, or of "according to", "in the words of".
FIRST_WORDS: Final = frozenset(re.split(r"[^a-z]", verb.casefold())[0] for verb in ANY_VERB.split("|"))
CUE_WORDS: Final = FIRST_WORDS | {"according", "words", "remarks"}
WORD: Final = re.compile(r"[A-Za-z]+")
# Verbs of a list at a verb's place, with what follows up to the words that are told (group `told`).
NO_CLAUSE: Final = (
    r"(?![–—-]|(?:to|so|yes|goodbye|nothing|hello|little|of|about|for|by|with|as|in|on|at|and|or|but|is|was|the\sleast|"
    r"(?:this|last)\s(?:week|month|year|morning|evening|night|afternoon)|yesterday|today|\w+day|\w+-of-\w+|the\sli(?:fe|ves)\sof|responsibility|(?:[\w’'-]+\s){0,2}[\w’'-]+,\s(?:s?he|they|it|we|I)|(?<=,\s)\w+ing)\b)"
)
FORMS: Final = (
    ("that", re.compile(rf"(?:{SAY}|{CLAIM}|{FIND}|{ASK})\b{SETTING},?\sthat,?\s(?P<told>)")),
    ("that", re.compile(rf"(?:{TELL})\b{HEARER}{SETTING},?\sthat\s(?P<told>)")),
    ("that", re.compile(rf"(?:{TELL})\s[^.,;:“”\"]{{2,90}}?\sthat\s(?P<told>)")),
    (
        "that",
        re.compile(rf"(?:{SAY}|{CLAIM})\s(?:on|in|at|during|to(?=\s(?:the|his|her|a|an|their|[A-Z]\w+|\w+ers|\w+ists)\s)|after|[—–]|\w+ly)\s[^.;:“”\"]{{1,70}}?\sthat\s(?P<told>)"),
    ),
    ("question", re.compile(rf"(?:{SAY}|{ASK}|{CLAIM}|{FIND})\b{SETTING}\s(?P<told>){QUESTION}")),
    ("question", re.compile(rf"(?:{TELL}|{ASK})\b{HEARER}{SETTING}\s(?P<told>){QUESTION}")),
    ("clause", re.compile(rf"(?i:{SAY})\b{SETTING}\s(?P<told>){NO_CLAUSE}(?:{OPENING}|{SOME_CLAUSE})")),
    ("clause", re.compile(rf"(?i:{TELL})\b{HEARER}{SETTING}\s(?P<told>){NO_CLAUSE}{CLAUSE}")),
    ("clause", re.compile(rf"(?i:{CLAIM})\b{SETTING}\s(?P<told>){NO_CLAUSE}{CLAUSE}")),
    ("clause", re.compile(rf"(?i:{FIND})\b{SETTING}\s(?P<told>){NO_CLAUSE}{SURE_CLAUSE}")),
    ("to_do", re.compile(rf"(?:{URGE})\b(?=\s(?P<told>)){HEARER}(?:\sand{HEARER})?\s(?:not\s)?to\s[a-z]")),
    ("will_do", re.compile(rf"(?i:{VOW})\b{SETTING}\s(?P<told>)(?:not\s)?to\s\w")),
)  # fmt: skip
# What stands before a verb that makes it no statement: it is denied, passive, or only thought of.
NOT_SAID: Final = re.compile(
    r"\b(?:to|not|never|n[’']t|can|cannot|will|would|could|should|may|might|must|the|an?|this|that|these|those|his|her|its|their|some|no|"
    r"of|any|if|with|without|on|about|from|for|in|than|just|recent|early|new|initial|official|despite|whatever|worth)\s(?:\w+ly\s|yet\s)?$|"
    r"\w[’']s?\s(?:\w+ly\s)?$|n[’']t\s(?:\w+ly\s)?$",
    re.I,
)
PASSIVE: Final = re.compile(
    r"\b(?:is|was|were|are|be|been|being|get|got|as|when|if|after|once)\s(?:\w+ly\s|also\s|being\s)?$", re.I
)
# A verb by which the speaker says more; thoughts ("and hoped that") and infinitives ("would sit and tell") are told themselves.
MORE_SAID: Final = rf"(?!thought|think|believe|hope|fear|agree|conclude)(?:{SAY}|{CLAIM}|{TELL})(?<=[dsg])\b"
WHO_ACTS: Final = r"(?:he|she|it|they|(?!I\b)[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})"
# Where told words end though the sentence goes on.
ENDS: Final = (
    # The speaker says more, or does something else.
    rf"[,;]?\s(?:and|but|while|though|although)\s(?:(?:also|later|then|he|she|they|it|has|have|had|\w+ly)\s){{0,3}}{MORE_SAID}",
    r",?\s(?:and|but)\s(?:\w+ly\s|also\s|has\s|have\s)?(?:accused|urged|called|criticized|criticised|praised|denounced|blamed|"
    r"thanked|condemned|rejected|dismissed|declined|accuses|urges|calls|blames)\b",
    r",\s(?:also\s|\w+ly\s)?(?:adding|saying|citing|noting|telling|warning|calling|insisting|claiming|arguing|describing|referring|"
    r"urging|conceding|implying|reiterating|pointing\sto|highlighting|stressing|emphasi[sz]ing|vowing|promising|pledging|alleging|"
    r"acknowledging|asserting|declaring|accusing|blaming|praising|criticizing|criticising|denouncing|suggesting)\b",
    # Somebody else does, or says something.
    rf",\s(?:but|and)\s(?!that\b){WHO_ACTS}\s(?:\w+ly\s|also\s)?{FINITE}\b",
    rf"[,;]\s(?:(?:and|but|while)\s)?(?:(?!should|would|could|must|may|might|to\b)[\w’'.-]+\s){{1,6}}?(?:{SAY}|(?:{CLAIM})(?<=ed)|(?:{TELL}))\b",
    rf",?\s(?:{ACCORDING})\b",
    # The writer remarks on what is told.
    r"\s?[,–—]\s(?:an?|the)\s(?:[\w-]+\s){0,2}?(?:move|claim|charge|view|position|statement|reference|recommendation|assertion|"
    r"accusation|allegation|suggestion|promise|pledge|threat|stance|argument|approach|practice|milestone|milepost|record|prospect)\b",
    r",\s(?:compared\swith|compared\sto|despite|echoing|prompting|drawing|even\sas|after|surpassing|while)\b",
    r":(?=\s*(?:[\"“‘'`]|$))|\s(?:--|[–—])\s(?:but|to\sthe\s\w+\sof)\b",
)
END: Final = re.compile("|".join(ENDS))
# What is told of the past is told in the past: a clause in the present is the writer's.
PRESENT: Final = re.compile(
    r"\s?[,–—]\s(?:which|who|where)\s(?:\w+ly\s|also\s)?(?:is|are|has|have|does|do|\w{3,}(?<!wa)(?<!s)s)\b"
)
PAST: Final = re.compile(r"\w+ed\b|said|told|wrote|thought|swore|made")
# Behind "to go home" a verb in the past is the speaker's: "vowed to go home and thanked the crew".
PAST_BEHIND: Final = re.compile(
    r"(?:,|,?\s(?:and|but))\s(?:\w+ly\s|has\s|have\s|had\s|was\s|were\s)?(?:\w{2,}ed|said|told|went|took|left|gave)\b"
)
TO_DO: Final = frozenset({"told_to_do", "told_will_do"})
VERB_INSIDE: Final = re.compile(rf"\b{FINITE}\b")
TRAILING: Final = " \n\t,.;:!?…–—-’\"”'"


def verbs_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the verbs of saying in `text[start:end)`: only at the words they begin with is the long pattern tried."""
    done = start
    for word in WORD.finditer(text, start, end):
        if word.start() >= done and word.group().casefold() in FIRST_WORDS:
            verb = VERB.match(text, word.start(), end)
            if verb is not None:
                done = verb.end()
                yield verb


def told_form(text: str, start: int, end: int) -> tuple[str, str, int] | None:
    """Return the rule, the cue and where the told words begin after a verb at `start`."""
    for rule, pattern in FORMS:
        if (match := pattern.match(text, start, end)) is not None:
            cue = VERB.match(text, start)
            return f"told_{rule}", cue.group() if cue else "", match.start("told")
    return None


def is_said(text: str, start: int, verb: re.Match[str]) -> bool:
    """Return whether the verb states something: it is not denied, wished for, passive, or a noun."""
    before = text[max(start, verb.start() - 30) : verb.start()]
    if verb.group()[0].isupper() and re.search(r"\w\s$", before):
        return False  # "United States"
    if NOT_SAID.search(before):
        return False
    return not PASSIVE.search(before) or verb.group().casefold().endswith("ing")


def told_end(text: str, start: int, end: int, cue: str = "said", rule: str = "told_clause") -> int:
    """Return where told words end: at the next verb of saying, the next clause, a remark of the writer's, or with the sentence."""
    patterns = [END]
    if PAST.match(cue):
        patterns.append(PRESENT)
    if rule in TO_DO:
        patterns.append(PAST_BEHIND)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            if rule in TO_DO or VERB_INSIDE.search(text, start, match.start()):
                end = match.start()
                break
    return start + len(text[start:end].rstrip(TRAILING))
