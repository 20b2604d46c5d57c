"""Bytes -> text: the byte order mark, the declared charset, UTF-8, or the code page that the bytes themselves show."""

import codecs
import re
from dataclasses import dataclass

from tasks.clean.code_pages import latin_page
from tasks.clean.wide import wide_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?([A-Za-z0-9_:.-]{2,40})""", re.I
)
_HEAD_BYTES = 4096  # where HTML allows a charset to be declared, with some slack (the standard says 1024)
_SAMPLE_BYTES = 12_288  # enough letters for charset-normalizer; its cost grows with what it is given
_CODE_PAGES = (
    "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1256", "iso8859_6", "cp1255", "iso8859_8", "cp1253", "iso8859_7",
    "cp1250", "iso8859_2", "cp1254", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp874", "cp1252",
)  # fmt: skip
_LATIN_PAGES = ("cp1250", "iso8859_2", "cp1252", "cp1254")  # Czech has as many accents as other scripts have letters
_SHIFTED = re.compile(rb"\x1b\$[@B]")  # the escape by which Japanese mail and news change to their letters
_HIGH = re.compile(rb"[\x80-\xff]+")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WESTERN_SHARE = 0.12  # of the bytes: text in Latin letters is ASCII with some accents and quotation marks


@dataclass(frozen=True)
class Decoded:
    """Text with the name of the encoding that gave it."""

    text: str
    encoding: str


def decode(raw: bytes, is_html: bool) -> Decoded:
    """Return `raw` as text; bytes that mean nothing become U+FFFD."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return Decoded(raw[len(mark) :].decode(name, "replace"), name)
    if wide := wide_encoding(raw):
        return Decoded(raw.decode(wide, "replace"), wide)
    if _SHIFTED.search(raw) and (text := _strict(raw, "iso2022_jp")) is not None:
        return Decoded(text, "iso2022_jp")
    if raw.isascii():
        return Decoded(raw.decode("ascii"), "ascii")
    if (text := _strict(raw, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    if is_html and (declared := _declared(raw)) and (text := _strict(raw, declared)) is not None:
        return Decoded(text, declared)
    return _legacy(raw)


def _strict(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except UnicodeDecodeError:
        return None


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:_HEAD_BYTES])
    if not found:
        return None
    try:
        codec = codecs.lookup(found.group(1).decode("ascii"))
    except LookupError:
        return None
    name = codec.name
    if not codec._is_text_encoding or name.startswith(
        ("utf-16", "utf-32")
    ):  # "hex" is a codec too; a wide page cannot say so
        return None
    return {"iso8859-1": "cp1252", "gb2312": "gb18030", "ascii": "cp1252"}.get(name, name)  # as browsers read them


def _legacy(raw: bytes) -> Decoded:
    """Return bytes that are not valid UTF-8: damaged UTF-8, Latin letters, or what charset-normalizer finds."""
    n_high = sum(len(run) for run in _HIGH.findall(raw))
    n_in_sequences = sum(len(found) for found in _UTF8_SEQUENCE.findall(raw))
    if n_in_sequences * 2 > n_high:
        return Decoded(raw.decode("utf-8", "replace"), "utf-8 (damaged)")
    if n_high < len(raw) * _WESTERN_SHARE and (page := latin_page(raw)) and (text := _strict(raw, page)) is not None:
        is_latin_1 = page == "cp1252" and not re.search(rb"[\x80-\x9f]", raw)
        return Decoded(text, "latin-1" if is_latin_1 else page)
    if n_high >= len(raw) * _WESTERN_SHARE and (name := _guess(raw)):
        return Decoded(raw.decode(name, "replace"), name)
    return Decoded(raw.decode("utf-8", "replace"), "utf-8 (damaged)")


def _guess(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE_BYTES], cp_isolation=list(_CODE_PAGES), enable_fallback=False).best()
    name = best.encoding if best else None
    return latin_page(raw) or name if name in _LATIN_PAGES else name
