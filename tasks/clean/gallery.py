"""A gallery printed into the text, picture after picture on one line -> its captions.

Sites number the pictures: "Photos: The flood The mayor on Monday. Hide Caption 2 of 9 Photos: The flood …". Every counter
closes a picture, and the one that says "9 of 9" the gallery; what stands before "Photos:" and behind the last is the story.
"""

import re

from tasks.clean.facts import Caption
from tasks.clean.rules import Taken

_COUNTER = re.compile(r"\b(?:(?:hide|show|close) caption)\s(?P<number>\d{1,3})\s?(?:of|/)\s?(?P<total>\d{1,3})\b", re.I)
_NUMBERED = re.compile(
    r"(?:photo|image|picture|slide) \d{1,3} ?(?:of|/) ?\d{1,3}\b[\s:.–—-]{0,4}(?P<text>.{0,400})", re.I
)
_TITLE = re.compile(r"(?:Photos?|Gallery|In [Pp]ictures): ?")
_MAX_TITLES = 3  # before the first picture, twice with "Photos:" and once without
_MAX_FIRST = 600  # characters; a longer text before the first counter, without "Photos:", is story as well as caption


def read(text: str) -> list[Taken]:
    """Return the pictures of the gallery that `text` holds, in their order; none when it holds none."""
    if "aption " in text or "APTION " in text:
        return _with_captions(text, _spans(text))
    if len(text) <= 440 and (found := _NUMBERED.fullmatch(text)):
        return [Taken(0, len(text), "caption_line", "gallery_picture", Caption(found["text"].strip() or None, None))]
    return []


def _spans(text: str) -> list[tuple[int, int, int]]:
    """Return start, end of the words, and end of each picture."""
    spans: list[tuple[int, int, int]] = []
    position, is_open = 0, False
    for counter in _COUNTER.finditer(text):
        start = position if is_open else _start(text, position, counter)
        if start is not None:
            spans.append((start, counter.start(), counter.end()))
        is_open = int(counter["number"]) < int(counter["total"])
        position = counter.end()
    if spans and is_open and _TITLE.match(text[position:].lstrip()):
        spans.append((position, len(text), len(text)))
    return spans


def _start(text: str, position: int, counter: re.Match[str]) -> int | None:
    """Return where the first picture of a gallery begins: at its title, or where the line does."""
    if title := _TITLE.search(text, position, counter.start()):
        return title.start()
    is_short = counter.start() - position <= _MAX_FIRST
    return position if position == 0 and (is_short or int(counter["number"]) > 1) else None


def _with_captions(text: str, spans: list[tuple[int, int, int]]) -> list[Taken]:
    words = [text[start:end].strip() for start, end, _ in spans]
    title = _title(words)
    return [
        Taken(start, end, "caption_line", "gallery_picture", Caption(_without(title, caption) or None, None))
        for (start, _, end), caption in zip(spans, words, strict=True)
    ]


def _title(words: list[str]) -> str:
    """Return what all pictures begin with: the gallery's title."""
    first, last = min(words, default=""), max(words, default="")
    n_equal = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    common = first[:n_equal] if len(words) > 1 else ""
    return common if common in words or not common else common[: common.rfind(" ") + 1]


def _without(title: str, caption: str) -> str:
    """Return `caption` without the title, which stands up to three times before the words, also as "The flood – "."""
    title = title.strip()
    for _ in range(_MAX_TITLES):
        for printed in (title, _TITLE.sub("", title)):
            if printed and caption.startswith(printed):
                caption = caption[len(printed) :].lstrip(" –—-")
    return caption
