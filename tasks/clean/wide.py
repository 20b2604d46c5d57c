"""Bytes without a byte order mark -> are they UTF-16 or UTF-32, and which way round?

Text of one byte a letter has hardly a control byte. Wide text is full of them: the high bytes of Latin, Greek, Cyrillic, Hebrew,
Arabic and Thai letters are such, and one in ten of the low bytes of Chinese characters.
"""

import unicodedata

_HEAD_BYTES = 4096  # shows an encoding as well as the whole; a multiple of four
_MIN_CONTROL_SHARE = 0.04  # of the bytes; Korean, with the fewest, has 6 %
_MAX_ASCII_SHARE = 0.75  # of the bytes; above it they are one-byte text with some damage
_MIN_GOOD_SHARE = 0.95  # of the characters; read the wrong way round, many are no assigned letter
_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\x1b")))
_ASCII = bytes(range(32, 127))
_GOOD_CATEGORIES = frozenset("LMNPZ")


def wide_encoding(raw: bytes) -> str | None:
    """Return the name of the wide encoding of `raw`, None when it has none."""
    head = raw[:_HEAD_BYTES]
    head = head[: len(head) - len(head) % 4] or head
    if len(head) < 4 or _count(head, _CONTROL) < len(head) * _MIN_CONTROL_SHARE:
        return None
    if _count(head, _ASCII) > len(head) * _MAX_ASCII_SHARE:
        return None
    if not any(head[3::4]) and head[2::4].count(0) > len(head) / 4 * _MIN_GOOD_SHARE:
        return "utf-32-le"
    if not any(head[0::4]) and head[1::4].count(0) > len(head) / 4 * _MIN_GOOD_SHARE:
        return "utf-32-be"
    return _two_byte_order(head)


def _count(raw: bytes, wanted: bytes) -> int:
    return len(raw) - len(raw.translate(None, wanted))


def _two_byte_order(head: bytes) -> str | None:
    """Return the order in which the text uses fewer blocks of 256 characters, if it reads as text that way."""
    read = {name: head.decode(name, "replace") for name in ("utf-16-le", "utf-16-be")}
    name = min(read, key=lambda order: len({ord(char) >> 8 for char in read[order]}))
    text = read[name]
    n_good = sum(char in "\t\n\r" or unicodedata.category(char)[0] in _GOOD_CATEGORIES for char in text)
    return name if n_good >= len(text) * _MIN_GOOD_SHARE else None
