"""What every character becomes in the fold: itself, a plainer letter, a space, or nothing."""

import unicodedata
from bisect import bisect_right
from functools import cache

import numpy as np
import numpy.typing as npt

SPACE = 0x20
SPACES = 0x20202020
TABLE_SIZE = 0x110000

# Marks that printers leave out: accents on Latin, Greek and Cyrillic, Hebrew points, Arabic vowels, the dot below Indic
# letters (which some keyboards set as a part of the letter, too). Vowel signs of Indic scripts are not among them, they carry
# the word.
OPTIONAL_MARKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05BD),
    (0x05BF, 0x05C7),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x093C, 0x093C),
    (0x09BC, 0x09BC),
    (0x0A3C, 0x0A3C),
    (0x0ABC, 0x0ABC),
    (0x0B3C, 0x0B3C),
    (0x0CBC, 0x0CBC),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xE0000, 0xE0FFF),
)
# Letters by category that are printed as quotation marks or accents.
MODIFIER_SIGNS = ((0x02B9, 0x02DF),)
# Letters that look alike and of which Arabic, Persian and Urdu keyboards have one or the other: yeh, kaf, heh.
SAME_LETTER = str.maketrans("يىكہەۃ", "ییکههة")
# Scripts that print no space between words: every code point counts as a word.
UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3041, 0x30FF),  # kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
# Beyond these the table is filled by rule: ideographs and syllables fold to themselves and are many.
LISTED = ((0x80, 0x33FF), (0xA640, 0xABFF), (0xF900, 0xFFFF))
NOT_WORDS = ((0xE000, 0xF8FF), (0x1F000, 0x1FAFF))  # private use; pictures

ASCII_FOLD = bytes(
    ord(chr(byte).lower()) if byte < 0x80 and chr(byte).isalnum() else (byte if byte >= 0x80 else SPACE)
    for byte in range(256)
)


def within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether `code` lies in one of `ranges`, which are sorted."""
    at = bisect_right(ranges, (code, TABLE_SIZE)) - 1
    return at >= 0 and code <= ranges[at][1]


def fold_character(code: int) -> str:
    """Return what the character becomes: letters and digits, one space, or an empty string."""
    if within(code, OPTIONAL_MARKS) or unicodedata.category(chr(code)) == "Cf":
        return ""
    if within(code, MODIFIER_SIGNS) or not is_word_character(chr(code)):
        return " "
    plain = "".join(c for c in unicodedata.normalize("NFKD", chr(code)) if not within(ord(c), OPTIONAL_MARKS))
    plain = plain.casefold().translate(SAME_LETTER)
    folded = "".join(fold_digit(c) for c in unicodedata.normalize("NFC", plain) if is_word_character(c))
    # The fold works in place, so what becomes longer than it was stays as it is.
    return folded if folded and len(folded.encode()) <= len(chr(code).encode()) else chr(code)


def is_word_character(character: str) -> bool:
    """Tell whether the character is part of a word: a letter, a number, or a vowel sign."""
    return unicodedata.category(character)[0] in "LNM"


def fold_digit(character: str) -> str:
    """Return the ASCII digit for a decimal digit of any script, any other character as it is."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


@cache
def folded_bytes() -> npt.NDArray[np.uint32]:
    """Return for every code point its folded UTF-8 bytes, first byte lowest; zero bytes vanish.

    Code points that fold to themselves hold their own bytes. What folds to a space fills its bytes with spaces: gaps are dear.
    """
    table = own_bytes(np.arange(TABLE_SIZE, dtype=np.uint32))
    for first, last in NOT_WORDS:
        table[first : last + 1] = SPACES
    for first, last in OPTIONAL_MARKS:
        table[first : last + 1] = 0
    for first, last in LISTED:
        codes = range(first, last + 1)
        table[first : last + 1] = [int.from_bytes(fold_character(code).encode(), "little") for code in codes]
    table[table == SPACE] = SPACES
    return table


def own_bytes(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return the UTF-8 bytes of every code point as one number, first byte lowest."""
    last = 0x80 | codes & 0x3F
    middle = 0x80 | codes >> 6 & 0x3F
    high = 0x80 | codes >> 12 & 0x3F
    two = (0xC0 | codes >> 6) | last << 8
    three = (0xE0 | codes >> 12) | middle << 8 | last << 16
    four = (0xF0 | codes >> 18) | high << 8 | middle << 16 | last << 24
    table = np.select([codes < 0x80, codes < 0x800, codes < 0x10000], [codes, two, three], four)
    return table.astype(np.uint32)


@cache
def unspaced_points() -> npt.NDArray[np.bool_]:
    """Return for every code point whether it belongs to a script without spaces."""
    table = np.zeros(TABLE_SIZE, np.bool_)
    for first, last in UNSPACED:
        table[first : last + 1] = True
    return table


class Letters(dict[int, str]):
    """The same fold for `str.translate`, filled in as letters are met: short texts are folded without the table of all."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(code)
        self[code] = f" {folded} " if within(code, UNSPACED) else folded
        return self[code]


@cache
def letters() -> Letters:
    """Return the one table of a process."""
    return Letters()
