"""How indirect speech is introduced: the verbs, what may stand between them and the words, and where the words end."""

import re
from typing import Final

from tasks.enrich.word_lists import in_order


def verbs(stems: str) -> str:
    """Return a pattern of verbs, written as infinitive/past or infinitive alone where the past is regular."""
    forms = []
    for entry in in_order(stems):
        word, _, past = entry.replace("_", " ").partition("/")
        base, _, particle = word.partition(" ")
        tail = f" {particle}" if particle else ""
        forms += [form + tail for form in (base, past or past_of(base), third_of(base), stem_of(base) + "ing")]
    return "|".join(sorted((re.escape(form).replace("\\ ", r"\s") for form in forms), key=len, reverse=True))


def past_of(verb: str) -> str:
    """Return the regular past of a verb."""
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"


def third_of(verb: str) -> str:
    """Return the third person of a verb."""
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")


def stem_of(verb: str) -> str:
    """Return what stands before -ing."""
    return verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb


# After these a clause follows, often without "that".
SAY: Final = verbs("say/said") + "|stated|stating"
# After these a clause follows, with "that" or with its verb in sight.
CLAIM: Final = verbs(
    "add claim warn insist argue note announce confirm declare acknowledge concede suggest allege assert contend report explain "
    "stress write/wrote tweet recall testify deny reiterate caution complain remark point_out hint reply respond counter conclude "
    "estimate vow pledge promise threaten boast joke lament emphasize emphasise disclose clarify believe agree "
    "make_clear/made_clear think/thought fear hope"
)
# These take an object as often: a clause is one only behind "that", or with an auxiliary verb in sight.
FIND: Final = verbs(
    "admit/admitted maintain reveal predict observe indicate recommend swear/swore mention rule demand propose proclaim "
    "find/found show"
)
# After these comes who hears it, then the clause or what is to be done.
TELL: Final = verbs("tell/told inform assure notify advise warn convince")
# After these comes what the speaker will do, or not.
VOW: Final = verbs("vow pledge promise threaten swear/swore")
# After these comes who shall do what: "urged the council to wait".
URGE: Final = verbs("urge call_on order advise warn encourage beg/begged") + r"|called\sfor"
# What stands behind the words it tells: "the pier is gone, the mayor said".
CLOSE: Final = f"{SAY}|" + verbs("add note report announce explain warn argue claim insist write/wrote tweet confirm")
ASK: Final = verbs("ask wonder question explain")

# When, where and to whom it was said, between the verb and the words.
OCCASION: Final = (
    r"(?:statement|interview|speech|address|conference|briefing|tweet|post|letter|report|message|memo|e-?mail|meeting|rally|"
    r"debate|communiqu[eé]|television|radio|television|telephone|phone|court|parliament|petition|filing|ruling|article|"
    r"editorial|release|testimony|appearance|remarks|comments|twitter|facebook|sermon|broadcast|affidavit)s?"
)
WHEN: Final = (
    r"(?:(?:on|late|early|last|this|earlier|later)\s){0,3}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|evening|"
    r"night|afternoon))?|yesterday|today|(?:earlier|later)(?:\sthis\s\w+|\sthat\s\w+|\son)?|(?:this|last)\s(?:week|month|year|"
    r"morning|evening)|again|also|too|recently|repeatedly|publicly|here|"
    r"there(?!\s(?:is|are|was|were|has|have|had|will|would|could|can|should|may|might|must)\b)"
)
WHERE: Final = (
    rf"(?:in|at|during|through|via|after|following|on|by)\s(?:(?!that\b)[\w’'.-]+\s){{0,5}}?{OCCASION}"
    r"(?:\s(?:to|with|on|from|in|for|at)\s(?!that\b)(?:[A-Z][\w’'.-]*|the\s\w+|his\s\w+|her\s\w+|\w+day)(?:\s[A-Z][\w’'.-]*){0,3})?"
)
TO_WHOM: Final = r"to\s(?:reporters|journalists|him|her|them|the\s\w+|[A-Z]\w+)"
SETTING: Final = rf"(?:,?\s(?:{WHEN}|{WHERE}|{TO_WHOM})(?=[\s,.!]|$),?)*"
HEARER: Final = (
    r"\s(?:him|her|them|us|me|you|it|(?:local|state|foreign|international)\s(?:media|television|radio)|(?:both|all|other|more)\s(?:[\w-]+\s)?[\w-]+s|(?:the|an?|his|her|their|its)\s(?:[\w’'-]+\s){0,2}?[\w’'-]+|"
    r"(?:reporters|journalists|lawmakers|supporters|officials|police|investigators|voters|viewers|colleagues|diplomats|"
    r"parliament|people|\w+ers)|[A-Z][\w’'.&-]*(?:\s[A-Z][\w’'.&-]*){0,4}(?:\sof\s[A-Z]\w*(?:\s[A-Z]\w*){0,2})?)"
)
QUESTION: Final = r"(?:whether|if|what|how|why)\b"
# What begins a clause that no "that" announces.
OPENING: Final = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Tt]h(?:is|at|ese|ose|ere|ey)|[Hh]e|[Ss]he|[Ii]t|[Ww]e|I|"
    r"you|no(?:\sone|body)?|some|many|most|more|all|any|each|every|both|several|such|if|at\sleast|another|"
    r"(?:about|nearly|almost|up\sto|around|over)(?=\s\d)|only|one|two|three|four|five|six|seven|eight|nine|ten)\s|(?!\w+day\s)[A-Z][\w’'.-]+\s|\d)"
)
# A verb in its finite form; "his support", "the plans" have none.
FINITE: Final = (
    r"(?:is|was|are|were|has|have|had|will|would|could|can|should|may|might|must|did|does|do|ought|"
    r"\w+n[’']t|(?:s?he|it|they|we|I)[’'](?:s|re|ve|ll|d|m)|\w{2,}ed|went|came|took|got|made|gave|left|held|began|lost|won|felt|saw|ran|"
    r"met|shot|fought|wrote|sent|set|hit|spoke|fell|grew|drew|broke|rose|chose|drove|knew|meant|remains?|thinks?|believes?|makes?|seems?|"
    r"(?<!\bhis\s)(?<!\bher\s)(?<!\bits\s)(?<!\btheir\s)(?<!\bthe\s)(?<!\bfor\s)(?<!\ba\s)(?:supports?|plans?|needs?|wants?|looks?))"
)
AUXILIARIES: Final = (
    r"(?:is|was|are|were|has|have|had|will|would|could|can|should|may|might|must|did|does|do|ought|\w+n[’']t|"
    r"(?:s?he|it|they|we|I)[’'](?:s|re|ve|ll|d|m))"
)
SOME_CLAUSE: Final = rf"(?:[^.;:!?\s]+\s){{0,16}}?{FINITE}\b"
# The verb of the clause itself, not of one within it: "confirmed the visit because they were asked" tells no clause.
WITHIN: Final = r"(?!(?:who|which|whose|because|when|while|after|before|as|where|although)\s)"
CLAUSE: Final = rf"{OPENING}(?:{WITHIN}[^.,;:!?\s]+\s){{0,14}}?{FINITE}\b"
SURE_CLAUSE: Final = rf"{OPENING}(?:{WITHIN}[^.,;:!?\s]+\s){{0,14}}?{AUXILIARIES}\b"
