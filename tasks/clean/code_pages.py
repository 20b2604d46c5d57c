"""Bytes of Latin letters that are no UTF-8 -> their code page: Western, Central European, Turkish, or that of old Macs.

English shows no more than its quotation marks: in a Mac's file "won't" has the byte of Õ between two small letters. Other
languages are read by charset-normalizer in each code page; one of another region counts only for a language of that region.
"""

import re

_MAC_QUOTES = re.compile(rb"[a-z]\xd5[a-z]|(?:^|\s)\xd2(?=[A-Z])|[a-z.,!?]\xd3(?=\s)|[a-z]\x8e(?=[\s.,])")
_SAMPLE_BYTES = 12_288
_PAGES = ("cp1252", "mac_roman", "cp1250", "iso8859_2", "cp1254")  # of equal ones the first is taken
_CENTRAL = frozenset({"Polish", "Czech", "Slovak", "Hungarian", "Croatian", "Slovene", "Romanian"})
_TURKISH = frozenset({"Turkish"})
_ONLY_THERE = frozenset({"Polish", "Czech", "Slovak", "Turkish"})  # for the others short Western texts are taken too
_LANGUAGES = {"cp1250": _CENTRAL, "iso8859_2": _CENTRAL, "cp1254": _TURKISH}  # the other pages are for all but these
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

    matches = from_bytes(sample, cp_isolation=list(_PAGES), enable_fallback=False)
    # Pages that give the same text are one match.
    found = {page: match for match in matches for page in match.could_be_from_charset}
    likely = {
        page: (found[page].chaos, -found[page].coherence)
        for page in _PAGES
        if page in found and _is_printed_in(found[page].language, page)
    }
    best = min(likely, key=lambda page: likely[page], default=None)
    western = likely.get("cp1252")
    if best and western and western[0] <= likely[best][0] and western[1] - likely[best][1] < _MIN_COHERENCE_GAIN:
        return "cp1252"
    return best


def _is_printed_in(language: str, page: str) -> bool:
    return language in _LANGUAGES[page] if page in _LANGUAGES else language not in _ONLY_THERE
