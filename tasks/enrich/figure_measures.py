"""What a counted number measures: the verb before it, the verb behind it, or its noun."""

import re
from typing import Final

from tasks.enrich.figure_units import BY_NOUN
from tasks.enrich.word_lists import words

PASSIVE: Final = {
    "killed": r"killed|dead|died|die|dies|dying|slain|murdered|martyred|massacred|executed|beheaded|slaughtered|shot\sdead|"
    r"lay\sdead|fell\sdead|found\sdead|laid\sdown\stheir\slives|embraced\smartyrdom|attained\smartyrdom|blown\sup|"
    r"perished|drowned|lost\stheir\slives|lost\s(?:his|her)\slife|stoned\sto\sdeath|hanged|gunned\sdown|lynched|"
    r"burn(?:ed|t)\s(?:to\sdeath|alive)|(?:beaten|crushed|starved|froze|frozen|stabbed)\sto\sdeath|succumbed|suffocated|feared\sdead|"
    r"electrocuted",
    "injured": r"injured|wounded|hurt|maimed|hospitali[sz]ed|injuries|(?:with|suffer(?:ed|ing)|sustain(?:ed|ing)|treated\sfor)\s"
    r"(?:[\w-]+\s){0,2}?(?:injuries|wounds|burns|fractures)|taken\sto\s(?:an?\s|the\s)?hospitals?",
    "displaced": r"displaced|uprooted|homeless|evacuated|fled|flee|fleeing|forced\sto\s(?:flee|leave)|resettled|"
    r"(?:driven|forced)\sfrom|"
    r"(?:out\sof|away\sfrom|from)\stheir\s(?:homes|houses|villages|lands)(?!\s(?:were|was|are|have|had|who)\b)|"
    r"(?:left|abandoned|vacated|lost)\stheir\s(?:homes|houses|villages)|(?:sought|seeking|taken|taking|taking\sup)\s"
    r"(?:refuge|shelter)|(?:(?:living|liv(?:e|ed)|sheltering|housed)\s)?in\s(?:(?:refugee|relief|makeshift|crowded|squalid|tent|displacement)\s)*camps",
    "kidnapped": r"abducted|kidnapped|(?:(?:taken|held)\s)?(?:hostage|captive)|(?:in|remain\sin|held\sin)\scaptivity",
    "detained": r"arrested|detained|jailed|imprisoned|taken\sinto\scustody|rounded\sup|apprehended|"
    r"(?:in|remain\sin|held\sin)\s(?:detention|custody)|under\sarrest|behind\sbars",
    "missing": r"missing|unaccounted\sfor|disappeared|vanished",
    "held": r"(?:are|were|was|is|be|been|remain|being)\s(?:still\s|also\s|being\s)?"
    r"(?:held|seized|captured|snatched|taken\s(?:away|prisoner))",
    "crowd": r"march(?:ed|ing)?|rall(?:ied|y|ying)|protest(?:ed|ing)?|demonstrat(?:ed|e|ing)|gather(?:ed|ing)?|assembl(?:ed|ing)|"
    r"converg(?:ed|ing)|throng(?:ed|ing)?|staged\s(?:a|an|the)\s[^.;,]{0,30}?"
    r"(?:sit-in|protest|rally|march|demonstration)|took\s(?:to\sthe\sstreets|part\sin\s[^.;,]{0,40}?(?:march|rally|"
    r"protest|demonstration|procession)\w*)|turned\sout|attended\s(?:the|a|an|his|her)\s[^.;,]{0,40}?(?:funeral|rally|"
    r"march|protest|vigil|ceremony|prayers|procession)|chanted|flocked|massed|(?:lined|packed|filled|crowded)\sthe|"
    r"poured\s(?:into|onto|out)|joined\s(?:the|a|an)\s[^.;,]{0,30}?(?:march|rally|protest|demonstration|procession|vigil)|"
    r"(?:walked|came|stood|travelled|met)\s[^.;,]{2,80}?\sto\s(?:protest|"
    r"demonstrate|mourn|demand)",
}
# What people do rather than suffer: it may stand further from them.
ACTS: Final = {
    "killed": r"died|perished|drowned|lost\stheir\slives",
    "displaced": r"fled|spent\s[^.;,]{2,40}?\saway\sfrom\stheir\s\w+",
    "crowd": PASSIVE["crowd"],
    "missing": r"disappeared|vanished|went\smissing",
}
# Two gunmen who "killed a guard" are not killed: a verb without an auxiliary, and what it is done to.
DOING: Final = words(
    "killed injured wounded hurt maimed murdered massacred executed beheaded slaughtered lynched arrested detained jailed "
    "imprisoned apprehended abducted kidnapped displaced evacuated uprooted seized captured held martyred"
)
PASSIVE_FORM: Final = re.compile(r"\b(?:were|was|been|being|is|are|be|got|get|found|feared|reported)\b", re.I)
OBJECT: Final = re.compile(
    r"\s(?:an?\s(?!day|week|month|year|night|hour|few)|(?:his|her|their|him|himself|them|themselves)\b|"
    r"(?:at\sleast\s|more\sthan\s|about\s|around\s|over\s|between\s|up\sto\s|some\s|nearly\s|almost\s)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"dozens|hundreds|scores)\s(?!injured|wounded|hurt|killed|dead|missing|arrested|others?\b|more\b))",
    re.I,
)
# "four guards who had held her when she died": the verb has a subject of its own.
OTHERS_ACT: Final = re.compile(
    r"\b(?:when|while|(?<!known\s)as|after|before|because)\s(?:he|she|they|it|the|an?|his|her|their)\b", re.I
)
ACTIVE: Final = {
    "killed": r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)|claim(?:s|ed|ing)(?:\sthe\slives\sof)?|"
    r"(?:took|taking|taken|takes)\sthe\sli(?:fe|ves)\sof|(?:taken|took)\sout|deaths?\sof|killings?\sof|murders?\sof|"
    r"massacres?\sof|execut(?:ed|ing|ions?\sof)|behead(?:ed|ing)|slaughter(?:ed|ing)|massacr(?:ed|ing)|"
    r"martyr(?:ed|ing|dom\sof)|shot\sdead|gunned\sdown|eliminat(?:ed|ing)|neutrali[sz](?:ed|ing)|slay(?:s|ing)|slew|"
    r"lynch(?:ed|ing)|gass(?:ed|ing)|crucif(?:ies|ied|ying)|bodies\sof|lives\sof|loss\sof|lost",
    "injured": r"injur(?:es|ed|ing|e)|injur(?:y|ies)\s(?:to|of)|wound(?:s|ed|ing)|hurt(?:s|ing)?|maim(?:ed|ing)|"
    r"inflict(?:ed|ing)\sharm\son|(?:injuries|wounds|burns)\s(?:suffered|sustained)\sby",
    "displaced": r"displac(?:es|ed|ing|e)|displacement\sof|uproot(?:s|ed|ing)?|evacuat(?:ed|ing|es|e)|forc(?:ed|ing)|"
    r"(?:exodus|flight)\sof",
    "detained": r"arrest(?:s|ed|ing)|arrests?\sof|detain(?:s|ed|ing)|jail(?:s|ed|ing)|imprison(?:s|ed|ing)|"
    r"round(?:ed|ing)\sup|apprehend(?:ed|ing)|nabbed|captur(?:es|ed|ing)|took\sinto\scustody|custody\sof|detention\sof",
    "held": r"seiz(?:es|ed|ing)|hold(?:s|ing)?|held|releas(?:e|es|ed|ing)|release\sof|free(?:s|d|ing)|rescu(?:e|es|ed|ing)",
    "crowd": r"(?:crowds?|throngs?|rall(?:y|ies)|march|demonstrations?|protests?|gatherings?)\sof|attended\sby|"
    r"(?:rally|march|demonstration|protest|funeral)\s(?:drew|attracted)",
    "kidnapped": r"abduct(?:s|ed|ing)|abduction\sof|kidnap(?:s|ped|ping)|kidnapping\sof|took\shostage|taken\shostage",
}
LINK: Final = (
    r"(?:(?:have|has|had|were|was|are|is|be|been|being|got|get|also|reportedly|feared|confirmed|believed|"
    r"thought|to|have|may|might|could|would|all|both|later|(?:this|last)\s(?:week|month|year|night)|(?:late\s|early\s|on\s)*\w+day|overnight|"
    r"allegedly|instantly|still|already|now|presumed|either|listed|as|who|that|reported|declared|left|remain(?:ed|s)?|went|"
    r"survived|escaped|(?:shot|beaten|burned|attacked)\sand|seriously|badly|critically|severely|slightly|"
    r"lightly|more|others?|of\sthem|immediately|subsequently|apparently|brutally|then|so\sfar)\s)*"
)
ASIDE: Final = (
    r"(?:\s?[-–—]\s[^-–—]{3,90}\s[-–—]|,\s(?:including|mostly|among|most|all|many|perhaps|possibly|maybe|if\snot|according|some|both|who|one|two|"
    r"three)\b[^,;.]{3,110},|\s\([^)]{2,90}\)|,?\s(?:all\s)?aged\s(?:between\s)?\w+(?:\s?(?:[-–]|to|and)\s?\w+)?,?)?"
)
# Others whom no number counts, who suffer the same: "six guards, a cook and her son were killed".
COMPANIONS: Final = (
    r"(?:(?:,|,?\s(?:and|plus|as\swell\sas|along\swith|together\swith))\s(?:an?|another|his|her|their|one)\s[\w’'-]+"
    r"(?:\s[\w’'-]+){0,3}?){0,5}"
)
PHRASE: Final = (
    r"(?:\s(?:from|in|of|at|with|on|near|aboard|inside|belonging|travelling|traveling|across|around|for|by|this|"
    r"last|who|mostly|[a-z]{2,}ing)\s(?:[^.;:!?,\d]|(?<=\b[A-Z])\.){1,60}?|\s(?:including|among\sthem)\s[^.;:!?,]{1,50}?)?"
)
AMONG: Final = r"(?:among|of)\s(?:the|those|them)?\s?(?:\w+\s){0,2}?"


# Between a verb and the number of those it happens to: "killed and wounded", "killed himself and".
BETWEEN: Final = (
    r"(?:\s(?:and|or)\s(?:\w+ly\s)?\w+(?:ed|ing|s))?"
    r"(?:\s(?:[A-Z]|(?:an?|the|his|her|its|their)\s)[^.;:!?\d]{2,60}?,?\s(?:and|plus|along\swith|as\swell\sas)(?:\salso)?)?"
    r"(?:\s(?:the|all|another|as\swell\sas|himself\sand|herself\sand|him\sand|her\sand|off|up|also|dead|people,?))?"
)


def behind_pattern(measure: str, verbs: str) -> re.Pattern[str]:
    """Compile what stands between a counted noun and the verb that it suffers."""
    direct = rf"{ASIDE}{COMPANIONS}\s{LINK}(?<!\bwho\s)(?<!\bthat\s)(?:{verbs})"
    auxiliary = (
        r"(?:(?:have|has|had)\s(?:also\s|reportedly\s)?(?:been\s)?|(?:were|was|are|is|got)\s|(?:also|reportedly)\s)"
    )
    distant = rf"{PHRASE}{ASIDE}{PHRASE}\s{auxiliary}{LINK}(?:{verbs})"
    active = rf"{PHRASE}\s{LINK}(?:{ACTS[measure]})" if measure in ACTS else r"(?!)"
    among = rf"{ASIDE}\s?(?:were|was|are|is)?(?:,[^,]{{2,60}},)?\s{AMONG}(?:{verbs})"
    return re.compile(
        rf"(?:{direct}|{among}|{distant}|{active})\b(?P<number>\s(?:at\sleast\s|more\sthan\s|about\s|around\s|"
        rf"over\s)?\d)?",
        re.I,
    )


def ahead_pattern(verbs: str) -> re.Pattern[str]:
    """Compile what stands between a verb and the number of those it happens to."""
    return re.compile(rf"\b(?:{verbs}){BETWEEN}\s\(?$", re.I)


BEHIND: Final = {measure: behind_pattern(measure, verbs) for measure, verbs in PASSIVE.items()}
AHEAD: Final = {measure: ahead_pattern(verbs) for measure, verbs in ACTIVE.items()}
TOLL: Final = re.compile(
    r"\b(?:tolls?|(?:arrest|death|casualty)\stotal|arrests|casualties|(?:number|count)\sof\s(?:the\s)?(?:\w+\s){0,3}?(?:who\s(?:have|had)\sbeen\s)?(?:dead|deaths|"
    r"killed|injured|wounded|arrested|detained|displaced|missing|fatalities|martyrs|martyred|casualties|die|died)|deaths|fatalities|dead|(?<=the\s)missing)\b"
    r"(?:(?:[^.;!?\d]|\d{1,2}(?=\s(?:hours|days))){0,130}?)\b(?:to|at|of|is|was|as|reach(?:ed|es|ing)|hit|exceed(?:ed|s)|pass(?:ed|es)|top(?:ped|"
    r"s)|become|became|stands\sat|stood\sat|climbed\sto|in\sthe|now|totall?ed|were|are|toll|rising)\s(?:to\s|"
    r"at\s)?$",
    re.I,
)
TOLL_ONLY: Final = re.compile(r"\btolls?\b[^.;!?\d]{0,80}(?<!from)\s$", re.I)
TOLL_WORDS: Final = (
    ("injured", re.compile(r"injured|wounded", re.I)),
    ("casualties", re.compile(r"casualt", re.I)),
    ("detained", re.compile(r"arrest|detained", re.I)),
    ("displaced", re.compile(r"displaced", re.I)),
    ("missing", re.compile(r"missing", re.I)),
)
ARRIVALS: Final = re.compile(r"\bnumbers?\sof\s(?:\w+\s){0,3}(?:refugees|migrants|displaced)\b[^.;!?\d]{0,90}$", re.I)
CROWD_SIZE: Final = re.compile(
    r"\b(?:crowds?|turnout|attendance|protesters|demonstrators|marchers)\b[^.;!?\d]{0,80}?\b(?:numbered|to\snumber|"
    r"numbering|(?:put|estimated)\sat|swelled\sto|grew\sto|reached)\s$|"
    r"\b(?:crowds?|rall(?:y|ies)|march(?:es)?|protests?|demonstrations?|funeral|procession|vigil|sit-in|gathering|prayers)\b"
    r"[^.;!?\d]{0,60}?\b(?:(?<=crowd\s)at|drew|attracted|brought\stogether|gathered|involved|involving)\s$",
    re.I,
)
KIDNAP: Final = re.compile(r"\b(?:kidnap|abduct|hostage|ransom|captors?\b)", re.I)
CUSTODY: Final = re.compile(r"\b(?:detain|detention|custody|arrest|jail|prison|seiz|captur)", re.I)
CONTEXT: Final = 400  # characters around a number that tell hostages from prisoners
WINDOW_AHEAD: Final = 180  # characters of the sentence read before a number: a toll and who gave it
# A paragraph without a word that begins like one of these counts nobody: looked for first, as patterns are dear.
STEM: Final = 4  # letters
STEMS: Final = frozenset(
    word[:STEM]
    for word in words(
        "killed dead died die dies dying death slain slay slew murder martyr massacre executed behead slaughter perish "
        "drown lives life lost loss succumb crush electrocuted lynch burned burnt beaten stoned hanged gunned blown toll "
        "bodies corpse fatal casualty injured wound hurt maimed hospital harm treated displaced uproot homeless refugee "
        "evacuated fled flee exodus flight arrested detained jail imprisoned custody bars rounded apprehend nabbed "
        "prisoner inmate kidnapped abducted hostage captive captured captor missing unaccounted disappeared vanished "
        "gassed crucified released free rescued seized hold held refuge shelter sought camps chanted flocked massed "
        "packed poured lined one nobody neutralised eliminate taken took resettled driven forced away homes villages "
        "houses march rally rallies protest demonstrate gather assembled converge throng crowd streets attended turned "
        "funeral joined staged drew attracted shot migrants arrivals number turnout attendance starved detention"
    )
    | frozenset(BY_NOUN)
)


def measure_behind(text: str, start: int, end: int) -> tuple[str | None, bool] | None:
    """Return the measure that the words behind a counted noun tell, and whether another number follows them at once."""
    best: tuple[int, str, bool] | None = None
    for measure, pattern in BEHIND.items():
        match = pattern.match(text, start, end)
        if match is not None and (best is None or match.end() < best[0]) and not does(text, match):
            best = (match.end(), measure, match["number"] is not None)
    if best is None:
        return None
    return (held_by_whom(text, start) if best[1] == "held" else best[1]), best[2]


def does(text: str, match: re.Match[str]) -> bool:
    """Return whether those counted do what the verb says to others, instead of suffering it."""
    if OTHERS_ACT.search(text, match.start(), match.end()):
        return True
    verb_end = match.start("number") if match["number"] else match.end()
    verb = text[match.start() : verb_end].rsplit(maxsplit=1)[-1].casefold()
    return (
        verb in DOING
        and OBJECT.match(text, verb_end) is not None
        and PASSIVE_FORM.search(text, match.start(), verb_end) is None
    )


def held_by_whom(text: str, position: int) -> str | None:
    """Return whether those 'held' are hostages or prisoners: the words around decide, else nobody knows."""
    window = slice(max(0, position - CONTEXT), position + CONTEXT)
    if KIDNAP.search(text[window]):
        return "kidnapped"
    return "detained" if CUSTODY.search(text[window]) else None


def measure_ahead(text: str, start: int, number: int) -> str | None:
    """Return the measure that the words before a number tell: a verb, or a toll."""
    window = max(start, number - WINDOW_AHEAD)
    for measure, pattern in AHEAD.items():
        if pattern.search(text, max(window, number - 60), number):
            return held_by_whom(text, number) if measure == "held" else measure
    if TOLL.search(text, window, number) or TOLL_ONLY.search(text, window, number):
        return toll_measure(text[max(window, number - 70) : number])
    if ARRIVALS.search(text, window, number):
        return "displaced"
    return "crowd" if CROWD_SIZE.search(text, window, number) else None


def toll_measure(before: str) -> str:
    """Return what a toll counts, by the last words before its number."""
    return next((measure for measure, pattern in TOLL_WORDS if pattern.search(before)), "killed")
