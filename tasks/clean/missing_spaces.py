"""A full stop between two sentences that lost its space ("It closed.Shops stayed open") -> with a space behind it.

Only between a word and a capital, and only where nothing says that the full stop belongs to a name: not in addresses and
host names (`Healthcare.Gov`), initials and ranks (`U.S.Army`, `Gen.Khan`), names of programs (`Node.JS`) or lines of code.
"""

import re

_STOP = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z](?:[a-z]|\s))")
_WINDOW = 30  # characters on either side; a longer token is no word
_BEFORE = re.compile(r"(?:^|[\s(\"'“‘—–-])(?:(?P<word>[a-z]{3,}|[A-Z][a-z]{5,})|[A-Z][a-z]{1,4})$")
_BEHIND = re.compile(r"(?:[A-Z][a-z]+(?:['’´-][A-Za-z]+)*|[IA])(?=[\s,;:!?)\"”’—–]|\.(?:\s|$)|$)")
_OPENING_WORDS = "a an and at but by he if in it on she so the they this we while"
_OPENINGS = frozenset(_OPENING_WORDS.split())
_HOSTS = frozenset(["com", "org", "net", "gov", "edu", "info", "biz", "tv", "co", "uk", "io", "fm", "js", "py"])


def mend_missing_spaces(text: str) -> tuple[str, int]:
    """Return `text` with the spaces that it lost between sentences, and their number."""
    parts: list[str] = []
    position = 0
    for stop in _STOP.finditer(text):
        if _ends_a_sentence(text, stop.end()):
            parts.append(text[position : stop.end()])
            position = stop.end()
    return " ".join([*parts, text[position:]]), len(parts)


def _ends_a_sentence(text: str, end: int) -> bool:
    """Tell whether the full stop before `end` stands between two plain words that are no name together.

    A capitalised word of up to five letters may be a rank or a title ("Supt.Khan"): behind it only a word that opens sentences
    shows that one ended ("the Bank.The").
    """
    before = _BEFORE.search(text[max(end - 1 - _WINDOW, 0) : end - 1])
    behind = _BEHIND.match(text[end : end + _WINDOW])
    if before is None or behind is None:
        return False
    opening = behind.group().casefold()
    return opening in _OPENINGS or (before["word"] is not None and opening not in _HOSTS)
