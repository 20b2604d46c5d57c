"""Bytes of Latin letters that are no UTF-8 -> their code page: Western, Central European, Turkish, of old Macs or of DOS.

English shows no more than its quotation marks: in a Mac's file "won't" has the byte of Õ between two small letters. Other
languages are read by charset-normalizer in each code page; one of another region counts only for a language of that region.
"""

import re

_MAC_QUOTES = re.compile(rb"[a-z]\xd5[a-z]|(?:^|\s)\xd2(?=[A-Z])|[a-z.,!?]\xd3(?=\s)|[a-z]\x8e(?=[\s.,])")
_SAMPLE_BYTES = 12_288
# In Windows' pages these are signs of punctuation, which do not stand inside words; in those of DOS and Macs they are letters.
_LETTERS_ELSEWHERE = re.compile(rb"(?<=[a-z])[\x81-\x84\x86-\x8b\x8d\xa1-\xa4](?=[a-z])")
_MIN_LETTERS_ELSEWHERE = 3  # damage may put one or two there
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")  # ISO 8859-2 has no letter there
# Its letters that are others, or signs, in Windows' page: in Polish a, s and z with their marks, in Czech s and z with theirs.
_ISO_POLISH = re.compile(rb"[\xb1\xb6\xbc]")
_ISO_OTHERS = re.compile(rb"[\xa9\xae\xb9\xbe]")
_HUNGARIAN = re.compile(rb"[a-z][\xf5\xfb]")  # double acute accents; tildes and circumflexes in the Western page
_OLD_PAGES = ("mac_roman", "cp850", "cp852")
_PAGES = ("cp1252", "mac_roman", "cp1250", "iso8859_2", "cp1254")  # of equal ones the first is taken
_CENTRAL = frozenset({"Polish", "Czech", "Slovak", "Hungarian", "Croatian", "Slovene", "Romanian"})
_TURKISH = frozenset({"Turkish"})
_ONLY_THERE = frozenset({"Polish", "Czech", "Slovak", "Turkish"})  # for the others short Western texts are taken too
_LANGUAGES = {
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp852": _CENTRAL,
    "cp1254": _TURKISH,
}  # the other pages are for all but these
_FUNCTION_WORDS = re.compile(rb"\b(?:the|of|and|to|in|that|is|was|for|with)\b", re.I)
_MIN_ENGLISH_SHARE = 0.08  # of the words; the ten commonest make 20 to 30 % of English news and hardly any of another's
_MIN_COHERENCE_GAIN = 0.03  # by which another page must be likelier than the Western one


def latin_page(raw: bytes) -> str | None:
    """Return the code page of `raw`, None when it has none of these."""
    sample = raw[:_SAMPLE_BYTES]
    if len(_FUNCTION_WORDS.findall(sample)) >= len(sample.split()) * _MIN_ENGLISH_SHARE:
        return "mac_roman" if _MAC_QUOTES.search(raw) else "cp1252"
    return _by_language(sample)


def _by_language(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    is_old = len(_LETTERS_ELSEWHERE.findall(sample)) >= _MIN_LETTERS_ELSEWHERE
    pages = _OLD_PAGES if is_old else _PAGES
    only_there = _ONLY_THERE | ({"Hungarian"} if _HUNGARIAN.search(sample) else set())
    matches = from_bytes(sample, cp_isolation=list(pages), enable_fallback=False)
    # Pages that give the same text are one match.
    found = {page: match for match in matches for page in match.could_be_from_charset}
    likely = {
        page: (found[page].chaos, -found[page].coherence)
        for page in pages
        if page in found and _is_printed_in(found[page].language, page, only_there)
    }
    best = min(likely, key=lambda page: likely[page], default=None)
    western = likely.get("cp1252")
    if best and western and western[0] <= likely[best][0] and western[1] - likely[best][1] < _MIN_COHERENCE_GAIN:
        return "cp1252"
    if best == "cp1250" and likely.get("iso8859_2") == likely["cp1250"] and not _WINDOWS_ONLY.search(sample):
        letters = _ISO_POLISH if found["cp1250"].language == "Polish" else _ISO_OTHERS
        return "iso8859_2" if letters.search(sample) else best
    return best


def _is_printed_in(language: str, page: str, only_there: frozenset[str]) -> bool:
    return language in _LANGUAGES[page] if page in _LANGUAGES else language not in only_there
