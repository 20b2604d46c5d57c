"""Offices printed beside a name: 'PPP chairman X', 'Prime Minister X', 'X, the trade minister,'."""

import re
from typing import Final

HEADS: Final = (
    "president|prime minister|minister|premier|chancellor|chairman|chairwoman|chairperson|chair|chief|leader|head|"
    "secretary|secretary general|secretary-general|general secretary|spokesman|spokeswoman|spokesperson|governor|mayor|"
    "senator|congressman|congresswoman|lawmaker|legislator|mp|mna|mpa|mla|deputy|ambassador|envoy|commander|director|"
    "director general|director-general|commissioner|superintendent|officer|inspector|attorney general|"
    "prosecutor|lawyer|"
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
    "tourism|sports|oil|petroleum|medical|civil"
)
# Offices in capitals, as South Asia's papers print them; "5 PM" is none, so they stand before a name only.
SHORT_HEADS: Final = r"(?-i:PM|CM|DCM|LG|SHO|IO|SSP|DSP|SP|ASP|DIG|IG|IGP|ASI|CJP|CJI|COAS|DC|AC)"
HEAD: Final = rf"(?:{HEADS})"
HEAD_BEFORE: Final = rf"(?:{HEADS}|{SHORT_HEADS})"
MODIFIER: Final = rf"(?:(?:{MODIFIERS})[-\s])"
CAPITALISED: Final = r"(?-i:(?:(?:[A-Z]\.)+|[A-Z][\w&-]*)(?:['’]s?)?)"
# What begins a sentence or clause, and no office: "When Prime Minister X".
STARTERS: Final = (
    "and|when|but|in|as|after|while|the|if|for|on|at|by|from|with|then|however|although|though|since|because|until|like"
)
OWNER: Final = rf"(?:{CAPITALISED}\s)"
PHRASE: Final = (
    rf"(?:(?!(?:{STARTERS})\s){OWNER}{{0,3}}(?:{MODIFIER}|{OWNER}|and\s(?={MODIFIER})){{0,4}}{HEAD_BEFORE}(?:-(?:in-chief|designate|"
    rf"elect))?)"
)
OF: Final = rf"(?:\s(?:of|for)\s(?:the\s)?(?:{OWNER}|and\s){{0,5}}{CAPITALISED})?"
LEADING: Final = re.compile(rf"(?:{MODIFIER}){{0,4}}{HEAD_BEFORE}(?:-(?:designate|elect))?\s+(?=[A-Z])", re.I)
WORD: Final = r"[\w.&’'-]+"
# The words directly before a name; at most nine of them are looked at, from the left.
BEFORE: Final = re.compile(rf"(?:^|(?<=\s))({PHRASE}{OF})(?:,)?\s$", re.I)
AFTER: Final = re.compile(
    rf",?\s\(?(?:who\sis\s)?(?:(?:the|a|an|its|his|her)\s)?(?!(?:who|which|whose|and|but|said|told|he|she|as|in|"
    rf"at|on|with|where|when)\b)((?:{WORD}\s){{0,4}}?{HEAD}(?:\s(?:of|for|at|to|"
    rf"in)\s(?:the\s)?(?:{WORD}\s?){{1,5}}?)?)(?=[,.;)]|\sand\b|\swho\b|$)",
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
    """Return what follows the last border of a sentence, clause or line."""
    return re.split(r"[.;:,!?\n“”\"()]\s", window)[-1]
