"""The source of an HTML page -> its visible text, what its head says about it, and what extractors take for its article."""

import html
import re
from dataclasses import dataclass

from tasks.clean import captions
from tasks.clean.headline import key
from tasks.clean.page_head import PageHead, read_page_head
from tasks.clean.page_readings import read_article
from tasks.clean.page_text import text_and_linked_lines, visible_text

_LOOKS_LIKE = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?(?:<!doctype\s+html|<html\b|<head\b|<body\b|"
    r"<\?xml[^>]{0,200}>\s{0,20}<!doctype html)",
    re.I | re.S,
)
_MIN_CAPTION_WORDS = 3  # cards of other stories name their section or author in one or two
_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|article|section|ul|li|script|noscript|meta)\b[^<>]{0,500}>", re.I)
_FIGCAPTION = re.compile(r"<figcaption\b[^<>]{0,500}>((?:(?!<figcaption\b).){1,3000}?)</figcaption>", re.I | re.S)
# Services that stand before a site and let in whom they take for a person; their page has no text of its own.
_GUARD = re.compile(
    r"_Incapsula_|cf-chl|challenge-platform|captcha|datadome|perimeterx|px-captcha|distil_r_|akamai.{0,9}bot", re.I
)


@dataclass(frozen=True)
class Page:
    """A page's visible text and what its head says.

    `readings` are the texts that extractors take for the article; `captions` the lines below figures and `links` the lines
    that are one link, both folded.
    """

    text: str
    head: PageHead
    readings: tuple[str, ...]
    captions: frozenset[str]
    links: frozenset[str]
    has_script: bool
    has_guard: bool


def looks_like_html(text: str) -> bool:
    """Tell whether `text` is a page or a fragment of one rather than text with a tag or two."""
    start = text[:6000]
    return bool(_LOOKS_LIKE.match(start)) or (
        "<" in start and start.lstrip().startswith("<") and len(_BLOCK.findall(start)) >= 2
    )


def read(source: str) -> Page:
    """Return what can be seen of the page `source`."""
    text, links = text_and_linked_lines(source)
    return Page(
        text=text,
        head=read_page_head(source),
        readings=read_article(source),
        captions=_captions(source),
        links=frozenset(folded for line in links if (folded := key(line))),
        has_script="<script" in source[:200_000].lower(),
        has_guard=bool(_GUARD.search(source[:200_000])),
    )


def _captions(source: str) -> frozenset[str]:
    """Return the lines that stand in a <figcaption>, folded."""
    found = [html.unescape(visible_text(words)) for words in _FIGCAPTION.findall(source)]
    lines = [line for words in found for line in words.split("\n")]
    return frozenset(
        key(line) for line in lines if len(line.split()) >= _MIN_CAPTION_WORDS or captions.read_line(line.strip())
    )
