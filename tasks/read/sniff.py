"""The first bytes of a file -> what it really holds, whatever its name says."""

import codecs
import json
import re

from tasks.read.formats import Format

# Bytes looked at: more than the head of any page we met before its `<html`, little enough to look at in every file.
SNIFF_BYTES = 8192
# Share of control characters from which bytes are no text. Real articles with stray control characters stay under 1 %,
# compressed and machine data have about 11 %.
BINARY_SHARE = 0.05
# Share of printable characters in what is text in two-byte units.
PRINTABLE_SHARE = 0.95

CONTROLS = bytes(c for c in range(32) if chr(c) not in "\t\n\v\f\r\x1a\x1b") + b"\x7f"
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
SIGNATURES: tuple[tuple[re.Pattern[bytes], Format], ...] = (
    (re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]|mimetype|META-INF/|_rels/)", re.S), "other"),
    (re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", re.S), "zip"),
    (re.compile(rb".{257}ustar", re.S), "tar"),
    (re.compile(rb"PAR1", re.S), "parquet"),
    (re.compile(rb"\{\\rtf", re.S), "other"),
    (re.compile(rb"%PDF-|\xd0\xcf\x11\xe0\xa1\xb1|SQLite format 3\x00|ARROW1", re.S), "binary"),
    (
        re.compile(
            rb"\x89PNG\r|\xff\xd8\xff|GIF8[79]a|RIFF.{4}(?:WEBP|WAVE|AVI )|.{4}ftyp|ID3[\x02-\x04]|OggS\x00", re.S
        ),
        "binary",
    ),
    (re.compile(rb"\x7fELF|MZ\x90\x00|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|wOF[F2]", re.S), "binary"),
)
SPACE = r"[\s\ufeff\u200b\x00-\x20]*"
# A page may begin with comments or an XML declaration; a scraper may have put a title above it.
PAGE_START = re.compile(SPACE + r"<(?:!doctype\s+html|html|head|meta|body)\b", re.I)
PAGE_NEAR = re.compile(r"<!doctype\s+html\b|<html\b|<head\b|<meta\s", re.I)
PAGE_BELOW_A_TITLE = re.compile(r"<!doctype\s+html\b|<html[\s>]", re.I)
NEAR_CHARS = 2048
XML_START = re.compile(SPACE + r"<\?xml\b", re.I)
# A feed's items may hold pages.
FEED_START = re.compile(SPACE + r"(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex|nitf|newsml)\b", re.I)
# `{"key": …`, `[{"key": …`, `["https://…`, `{}` or `[]` alone. An article may begin with a bracket.
JSON_START = re.compile(SPACE + r'(?:(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:|\[\s*"https?://|[\[{]\s*[\]}]\s*$)')


def sniff(head: bytes) -> Format | None:
    """Return the format the first bytes of a file show; None when they may be plain text."""
    for pattern, format_ in SIGNATURES:
        if pattern.match(head):
            return format_
    if is_binary(head):
        return "binary"
    return sniff_text(decoded_head(head))


def sniff_text(text: str) -> Format | None:
    """Return the format the first characters of a text show; None when it may be plain text."""
    near = text[:NEAR_CHARS]
    if FEED_START.match(near):
        return "xml"
    if PAGE_START.match(near) or (near.lstrip("\ufeff \t\r\n").startswith("<") and PAGE_NEAR.search(near)):
        return "html"
    if XML_START.match(near):
        return "xml"
    if JSON_START.match(text):
        return "jsonl" if is_json_by_line(text) else "json"
    return None


def is_page_below_a_title(head: bytes) -> bool:
    """Return whether a page follows the first lines of a text. In a table, a cell may hold a page."""
    return bool(PAGE_BELOW_A_TITLE.search(decoded_head(head)[:NEAR_CHARS]))


def is_json_by_line(text: str) -> bool:
    """Return whether the first line is an object of its own and another begins below it."""
    first, _, rest = text.lstrip("\ufeff\r\n\t ").partition("\n")
    if not first.startswith("{") or not rest.lstrip().startswith("{"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def is_binary(data: bytes) -> bool:
    """Return whether bytes are no text in any encoding."""
    if not data or data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        return False
    n_controls = len(data) - len(data.translate(None, CONTROLS))
    return n_controls > BINARY_SHARE * len(data) and wide_encoding(data) is None


def wide_encoding(data: bytes) -> str | None:
    """Return the two- or four-byte encoding of `data`, by its mark or by what makes it readable; None for others."""
    for mark, name in BYTE_ORDER_MARKS[:4]:
        if data.startswith(mark):
            return name
    sample = data[: SNIFF_BYTES // 2 * 2]
    sample = sample[: len(sample) // 2 * 2]
    return next((name for name in ("utf-16-le", "utf-16-be") if is_readable(sample, name)), None)


def is_readable(sample: bytes, encoding: str) -> bool:
    """Return whether `sample` read as `encoding` looks like words: printable, with spaces."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    n_good = sum(c.isprintable() or c in "\r\n\t" for c in text)
    return n_good >= PRINTABLE_SHARE * len(text) and any(c in " \n" for c in text)


def decoded_head(head: bytes) -> str:
    """Return the first bytes of a file as characters, good enough to see what it is."""
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if head.startswith(mark)), None)
    if encoding is None and b"\x00" in head:
        encoding = wide_encoding(head)
    return head.decode(encoding or "latin-1", "replace")
