"""Is this line a headline, and is that line the same headline again?"""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from tasks.clean.content_words import content_words

_LETTERS = re.compile(r"[^\W_]+")
_TAIL = re.compile(r"\s(?:[-–—|»]|::)\s[^-–—|»:]{2,60}$")
_NO_HEADLINE = re.compile(
    r"\s[»>/|]\s|^[-–—•*]\s"
)  # "Home » News » Bridge to be repaired", "- Bridge to be repaired" in a list
_NUMBER = re.compile(r"\d+")
_OUTLET = re.compile(
    r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}\s?[:|]\s"
)  # asked about only where the rest is the headline
_PREFIX = re.compile(r"(?:watch|update(?: \d)?|breaking|exclusive|live|video|photos?|opinion|analysis)\s?[:|-]\s", re.I)
_MIN_GLUED_WORDS = 3  # a shorter headline may also begin the first sentence by chance
_ALMOST = 90  # rapidfuzz ratio, of 100; below it two lines of the same day tell different stories
_MIN_SHARED_WORDS = 4  # that tell something; two lines with fewer in common are alike by chance
_SHARED = 0.8  # of the longer line's words; a second deck tells more than the headline, and shares less of it
_STEM_CHARS = 6  # "approves" and "approved"
_MAX_TAIL = 70  # characters that a publisher's name behind one of two copies may have
_MAX_CHARS = 400  # of a headline; longer lines are paragraphs


@lru_cache(maxsize=512)  # a headline is compared with many lines, and a line asked about more than once
def key(line: str) -> str:
    """Return `line` as letters and digits only, in one case."""
    return " ".join(_LETTERS.findall(line.casefold()))


def same(line: str, headline: str, loosely: bool = True) -> bool:
    """Tell whether `line` is `headline` again: equal but for case, punctuation, a suffix or prefix, a cut
    and, `loosely`, a few letters."""
    longer, shorter = max(len(line), len(headline)), min(len(line), len(headline))
    if longer > 2 * shorter + _MAX_TAIL:
        return False
    one, other = key(line), key(headline)
    if not one or not other:
        return line.strip() == headline.strip()
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    if (other in one and other in _bares(line)) or (one in other and one in _bares(headline)):
        return True
    if line.endswith(("...", "…")) and len(one) > 20 and other.startswith(one):
        return True
    if headline.endswith(("...", "…")) and len(other) > 20 and one.startswith(other) and len(one) < 2 * len(other):
        return True
    is_sentence = line.endswith(".") and headline.endswith(".")
    return loosely and not is_sentence and _nearly(one, other)


def retold(line: str, headline: str) -> bool:
    """Tell whether a line beside a headline says the same in nearly the same words: another verb, order or epithet."""
    printed = (line, headline)
    if max(map(len, printed)) > 2 * min(map(len, printed)) or any(
        len(text) > _MAX_CHARS or text.endswith(".") or _NO_HEADLINE.search(text) for text in printed
    ):
        return False
    one, other = ({word[:_STEM_CHARS] for word in content_words(text)} for text in printed)
    n_shared = len(one & other)
    is_like = n_shared >= max(_MIN_SHARED_WORDS, _SHARED * max(len(one), len(other)))
    return is_like and _NUMBER.findall(line) == _NUMBER.findall(headline)


def _bares(line: str) -> tuple[str, str]:
    """Return `line`, folded, without a publisher behind its last dash or bar, and without "Watch:" or a publisher before it."""
    bare = _TAIL.sub("", _PREFIX.sub("", line, count=1))
    return key(bare), key(_OUTLET.sub("", bare, count=1))


def _nearly(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 25 or _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    return fuzz.ratio(one, other) >= _ALMOST


def length_at_start(text: str, headline: str) -> int:
    """Return how many characters of `text` repeat `headline` before the story goes on, 0 when it does not.

    "Three killed in blast Three people were …" repeats it; "Three killed in blast in the north" begins with it by chance.
    """
    wanted = key(headline)
    if len(wanted.split()) < _MIN_GLUED_WORDS or len(wanted) > _MAX_CHARS:
        return 0
    end = _walk(text, wanted)
    if not end:
        return 0
    rest = text[end:]
    stop = len(rest) - len(rest.lstrip(" .:;,-–—|!?\"'”’)"))
    following = rest[stop:]
    if not following:
        return len(text)
    closing = rest[:stop]
    ends_a_sentence = any(mark in closing for mark in ".:!?|—–")
    if following[0].islower() or (not ends_a_sentence and not following[0].isalnum() and following[0] not in "“\"‘'("):
        return 0
    opening = len(closing) - len(closing.rstrip("\"'"))  # an opening mark belongs to what follows
    return end + stop - opening if closing.endswith((' "', " '")) else end + stop


def _walk(text: str, wanted: str) -> int:
    """Return where `text`, read as letters and digits only, has spelled `wanted` out; 0 when it does not."""
    compact = wanted.replace(" ", "")
    position = 0
    for match in _LETTERS.finditer(text[: len(wanted) * 2 + 80]):
        word = match.group().casefold()
        if not compact.startswith(word, position):
            return 0
        position += len(word)
        if position == len(compact):
            return match.end()
    return 0
