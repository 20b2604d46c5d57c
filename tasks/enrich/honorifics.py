"""Titles before a name: found at its front or directly before it, and kept in a column of their own."""

import re
from typing import Final

from tasks.enrich.word_lists import in_order, words

WORDS: Final = (
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Lord", "Lady", "Dame", "Rev", "Reverend", "Fr", "Hon",
    "Gen", "General", "Lieutenant", "Lt", "Lt-Gen", "Maj", "Major", "Maj-Gen", "Brig", "Brigadier", "Brig-Gen", "Col", "Colonel",
    "Lt-Col", "Capt", "Captain", "Cpt", "Cmdr", "Adm", "Admiral", "Sgt", "Sergeant", "Cpl", "Pvt", "Air Marshal", "Field Marshal",
    "Air Chief Marshal", "Air Vice Marshal", "Air Commodore", "Commodore", "Rear Admiral", "Vice Admiral", "Wing Commander",
    "Squadron Leader", "Group Captain", "Flight Lieutenant", "Staff Sergeant", "Justice", "Judge", "Sheikh",
    "Shaikh", "Sheik", "Shaykh", "Maulana", "Mawlana", "Moulana", "Maulvi", "Moulvi",
    "Mullah", "Mulla", "Mufti", "Qari", "Hafiz", "Allama", "Ayatollah", "Grand Ayatollah",
    "Hojatoleslam", "Hojjatoleslam", "Hujjatoleslam", "Hujjat al-Islam", "Hojjat al-Islam", "Molana", "Mawlawi", "Molvi",
    "Ustad", "Imam", "Haji", "Hajji",
    "Mian", "Sardar", "Nawab", "Nawabzada", "Sahibzada", "Makhdoom", "Pir", "Barrister", "Advocate", "Engineer", "Engr", "Begum",
    "Shri", "Smt", "Swami", "Pandit", "King", "Queen", "Prince", "Princess", "Crown Prince", "Emir", "Pope", "Cardinal",
    "Archbishop", "Bishop", "Patriarch", "Pastor", "Father", "Sister", "Sen", "Rep", "Gov", "Rabbi", "Inspector", "Constable",
)  # fmt: skip
# A title that with one word makes a name of its own: Pope Francis, Mullah Omar. A bare surname after 'Mr' does not.
NAMING: Final = words(
    "Mullah Mulla Mufti Hafiz Pope King Queen Prince Princess Emir Imam Maulana Sheikh Ayatollah Patriarch Sultan"
) | {"Crown Prince", "Grand Ayatollah"}
# Titles that are everyday words too: they title a name that is known, but do not make a name of what follows.
EVERYDAY: Final = words(
    "General Major Colonel Captain Professor Judge Justice Father Sister Engineer Advocate Barrister Inspector "
    "Constable Miss King Queen Prince Princess Cardinal Bishop Archbishop Patriarch Pastor Admiral Air Field "
    "Grand Crown Lord Lady Hon Rep Sen Gov Col Begum Sardar Pir Mian Emir Fr Rev Reverend Brigadier Sergeant "
    "Lieutenant Maj Gen Capt Imam Sir"
)
# Only a shortened title has a full stop of its own; after "Sheikh." a sentence has ended.
SHORTENED: Final = in_order(
    "Mr Mrs Ms Mx Dr Prof Rev Fr Hon Gen Lt Maj Brig Col Capt Cpt Cmdr Adm Sgt Cpl Pvt Engr Smt Sen Rep Gov "
    "Lt-Gen Maj-Gen Brig-Gen Lt-Col"
)
ONE: Final = (
    "(?:(?:"
    + "|".join(SHORTENED)
    + r")\b\.?|(?:"
    + "|".join(w for w in sorted(WORDS, key=len, reverse=True) if w not in SHORTENED)
    + r")\b(?!\.))"
)
RETIRED: Final = r"(?:\s\((?:retd|r|Retd|R)\.?\))?"
SEQUENCE: Final = rf"{ONE}(?:[\s-]{ONE}){{0,2}}{RETIRED}"
LEADING: Final = re.compile(rf"{SEQUENCE}\s+(?=\w)")
BEFORE: Final = re.compile(rf"(?<![\w-])({SEQUENCE})\s$")
# Offices end as titles do: these are a role.
ENDS_OF_OFFICES: Final = ("General", "Justice", "Lady")
OFFICE: Final = re.compile(
    r"\b(?:(?:Attorney|Solicitor|Surgeon|Secretary|Director|Inspector|Consul|Governor|Auditor|Advocate|Comptroller|Postmaster)"
    r"[ -]General|Chief Justice|First Lady)\s$",
    re.I,
)
LONGEST: Final = 45  # characters: "Lieutenant General (retd) ..." and a little air
TELLING: Final = frozenset(re.split(r"[ -]", word)[0] for word in WORDS) - EVERYDAY
# A title, then capitalised words with the particles of names between them.
NAME_AFTER: Final = re.compile(
    rf"(?:{SEQUENCE})\s+(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:ul|ur|ud|bin|bint|al|el|de|van|ibn|e)\s)?(?:[A-Z]\.|"
    rf"[A-Z][\w’-]+)){{0,3}})"
)


def leading_honorific(surface: str) -> int:
    """Return where the name begins after a title at the front of `surface`; 0 without a title."""
    match = LEADING.match(surface)
    return match.end() if match else 0


def honorific_before(text: str, start: int) -> tuple[int, str] | None:
    """Return start and words of a title that stands directly before `start`."""
    window = max(0, start - LONGEST)
    match = BEFORE.search(text[window:start])
    if match is None or (match[1].endswith(ENDS_OF_OFFICES) and OFFICE.search(text, window, start)):
        return None
    return window + match.start(1), match[1]


def makes_a_name(honorific: str) -> bool:
    """Return whether the title and a single word after it are a full name."""
    return honorific.rstrip(".") in NAMING
