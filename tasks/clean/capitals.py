"""The capital letters of the alphabets that names are printed in, as a class for patterns: Ö, Ł and Ş begin names as A does."""

_ALPHABETS = ((0x41, 0x5B), (0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x1F00))  # Latin, Greek and Cyrillic
CAPITAL = "[" + "".join(chr(code) for low, high in _ALPHABETS for code in range(low, high) if chr(code).isupper()) + "]"
