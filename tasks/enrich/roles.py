"""Offices printed beside a name: 'PPP chairman X', 'Prime Minister X', 'X, the trade minister,'."""

import re
from typing import Final

HEADS: Final = (
    "president|prime minister|minister|premier|chancellor|chairman|chairwoman|chairperson|chair|chief|leader|head|"
    "secretary|secretary general|secretary-general|general secretary|spokesman|spokeswoman|spokesperson|governor|mayor|"
    "senator|congressman|congresswoman|lawmaker|legislator|mp|mna|mpa|mla|deputy|ambassador|envoy|commander|director|"
    "director general|director-general|commissioner|superintendent|officer|inspector|attorney general|solicitor general|"
    "surgeon general|inspector general|consul general|auditor general|advocate general|governor general|governor-general|"
    "chief justice|first lady|prosecutor|lawyer|"
    "advocate|judge|speaker|candidate|analyst|economist|professor|researcher|activist|journalist|reporter|"
    "editor|author|"
    "coach|captain|manager|ceo|cfo|founder|co-founder|executive|coordinator|adviser|advisor|aide|official|"
    "representative|"
    "cleric|preacher|imam|king|queen|emir|sultan|dictator|ruler|militant|warlord|physician|expert|columnist|strategist"
)
MODIFIERS: Final = (
    "former|ex|acting|interim|caretaker|deputy|vice|assistant|associate|joint|additional|senior|chief|"
    "prime|foreign|interior|"
    "home|defence|defense|finance|information|trade|health|education|energy|water|power|law|justice|railways|planning|"
    "opposition|party|state|federal|provincial|national|central|regional|local|district|city|police|army|"
    "military|naval|"
    "security|intelligence|rebel|militant|union|club|team|presidential|parliamentary|religious|spiritual|supreme|"
    "political|executive|general|managing|special|human|rights|media|press|government|ministry|campaign|house|senate|"
    "majority|minority|republican|democratic|conservative|labour|labor|external|internal|affairs|cabinet|"
    "high|top|bank|navy|air|force|research|studies|commerce|culture|transport|agriculture|environment|climate|"
    "tourism|sports|oil|petroleum|medical|civil|housing|ways|science|industry|youth|women|oversight|management|arms|food"
)
# Offices in capitals, as South Asia's papers print them; "5 PM" is none, so they stand before a name only.
SHORT_HEADS: Final = r"(?-i:PM|CM|DCM|LG|SHO|IO|SSP|DSP|SP|ASP|DIG|IG|IGP|ASI|CJP|CJI|COAS|DC|AC)"
HEAD: Final = rf"(?:{HEADS})"
HEAD_BEFORE: Final = rf"(?:{HEADS}|{SHORT_HEADS})"
MODIFIER: Final = rf"(?:(?:{MODIFIERS})[-\s])"
CAPITALISED: Final = r"(?-i:(?:al-)?(?:(?:[A-Z]\.)+|[A-Z][\w&-]*)(?:['’]s?)?)"
# What begins a sentence or clause, and no office: "When Prime Minister X", "Both President X and Y".
STARTERS: Final = (
    "and|when|but|in|as|after|while|the|if|for|on|at|by|from|with|then|however|although|though|since|because|until|like|"
    "a|an|both|even|why|how|only|yet|so|january|february|march|april|may|june|july|august|september|october|november|december|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
OWNER: Final = rf"(?:(?:(?:House|Board|Bank|Chamber)\sof\s)?{CAPITALISED}\s)"
# Only two domains are joined, 'Housing and Urban Development Secretary': what stands before another 'and' is another person.
PHRASE: Final = (
    rf"(?:(?!(?:{STARTERS})\s){OWNER}{{0,3}}(?:{MODIFIER}(?:(?:and|&)\s(?={MODIFIER}|{OWNER}))?|{OWNER}){{0,4}}{HEAD_BEFORE}"
    rf"(?:-(?:in-chief|designate|elect))?)"
)
OF: Final = rf"(?:\s(?:of|for)\s(?:the\s)?(?:{OWNER}|and\s){{0,5}}{CAPITALISED})?"
LEADING: Final = re.compile(rf"(?:{MODIFIER}){{0,4}}{HEAD_BEFORE}(?:-(?:designate|elect))?\s+(?=[A-Z])", re.I)
WORD: Final = r"(?:(?-i:(?:[A-Z]\.)+|(?:St|Dr|Gov|Sen|Gen)\.)|[\w&’'-]+(?:\.\w+)*)"
# A clause, and no office: "X, was elected governor", "X, right, meets with President Y".
VERBS: Final = (
    "was|were|is|are|has|had|have|said|says|told|who|which|that|meets?|met|with|by|from|left|right|center|centre|seen"
)
DETERMINERS: Final = "the|an?|his|her|their|its|to"  # before these stands a verb: "X, flew to see the president"
# The words directly before a name; at most nine of them are looked at, from the left.
BEFORE: Final = re.compile(rf"(?:^|(?<=\s))({PHRASE}{OF})\s$", re.I)
# 'The foreign minister, X,' and 'a spokeswoman for the health ministry, X,': an article or an owner before, a mark behind.
APPOSED: Final = re.compile(
    rf"(?:^|(?<=\s))(?:(?:the|an?|its|his|her|their|our)\s|(?=(?-i:[A-Z][\w.-]*\s){{0,2}}[A-Z][\w.-]*['’]))"
    rf"((?:{OWNER}{{0,3}}(?:{MODIFIER}|{OWNER}){{0,4}}{HEAD})(?:\s(?:of|for|at)(?:\s(?!(?:{VERBS})\b){WORD}){{1,6}}?)?),\s$",
    re.I,
)
SET_OFF: Final = re.compile(r"[.;)](?:\s|$)|,\s(?![A-Z])")  # after a capital a list goes on: 'the mayor, X, Y and Z'
AFTER: Final = re.compile(
    rf",?\s\(?(?:who\sis\s)?(?:(?:also|now|then|himself|herself)\s)?(?:(?:the|a|an|its|his|her)\s)?(?!(?:whose|and|but|he|she|as|in|at|on|"
    rf"where|when)\b)((?:(?!(?:{VERBS}|{DETERMINERS})\b){WORD}\s){{0,4}}?{HEAD}(?:\s(?:of|for|at|to|in)(?:\sthe)?"
    rf"(?:\s(?!(?:{VERBS})\b){WORD}){{1,5}}?)?)(?=[,.;)]|\s(?:and|{VERBS})\b|$)",
    re.I,
)
HEAD_NEAR: Final = re.compile(rf"\b{HEAD_BEFORE}s?\b", re.I)
LONGEST: Final = 90  # characters before or after a name: eight long words


def leading_role(surface: str) -> int:
    """Return where the name begins after an office at the front of `surface`; 0 without one."""
    match = LEADING.match(surface)
    return match.end() if match else 0


def role_before(text: str, start: int) -> str | None:
    """Return the office that ends directly before `start`."""
    window = sentence_tail(text[max(0, start - LONGEST) : start])
    if not HEAD_NEAR.search(window):
        return None
    match = BEFORE.search(window)
    return match.group(1) if match else None


def role_apposed(text: str, start: int, end: int) -> str | None:
    """Return the office that stands before a name and its comma, where a comma or the sentence's end sets the name off."""
    if text[start - 2 : start] != ", " or not SET_OFF.match(text, end):
        return None
    window = f"{sentence_tail(text[max(0, start - LONGEST) : start - 2])}, "
    match = APPOSED.search(window) if HEAD_NEAR.search(window) else None
    return match.group(1) if match else None


def role_after(text: str, end: int) -> str | None:
    """Return the office that follows a name after a comma."""
    if text[end : end + 2] != ", ":
        return None
    window = text[end : end + LONGEST]
    if not HEAD_NEAR.search(window):
        return None
    match = AFTER.match(window)
    return match.group(1).strip() if match else None


def sentence_tail(window: str) -> str:
    """Return what follows the last border of a sentence, clause or line; the stop of 'U.S.' is none."""
    return re.split(r"(?:[;:,!?\n“”\"()]|(?<!\b[A-Z])\.)\s", window)[-1]
