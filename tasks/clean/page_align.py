"""Lines of a page and the text an extractor took from it -> which lines those are: each word of the text once, in order.

A page prints a headline, a standfirst or a pull quote more than once; the extractor took one of them. So lines are not looked
up but aligned: the heaviest chain of lines whose places in the extracted text follow one another is the article.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# A letter of a script that prints no spaces is a word of its own.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]|[^\W_\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]+")
_WINDOW = 3  # words that are looked up at a time
_SHARE = 0.75  # of a line's windows: the extractor drops or joins words where markup stands inside a sentence
_MAX_PLACES = 24  # looked at for one window: a row of a table that stands there oftener is furniture
_MAX_PROBES = 12  # windows of a line by which its places are found
_MAX_TRIES = 4  # places of a line that are compared in full
_MAX_GAP_WORDS = 400  # between two lines that were found, in which short lines are looked for
# A longer line of the page repeats the whole article, for printers or for search engines, unless the extractor too has one
# about as long.
_LONG_PARAGRAPH_WORDS = 300
_SLACK = 1.5


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words of a page's line stand in the extracted text."""

    line: int
    start: int
    end: int


class _Extract:
    """The words of the extracted text, and where a line's words stand among them."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.lines: dict[tuple[str, ...], list[int]] = defaultdict(list)
        longest = _LONG_PARAGRAPH_WORDS
        for line in text.split("\n"):
            found = words_of(line)
            self.lines[tuple(found)].append(len(self.words))
            self.words += found
            longest = max(longest, len(found))
        self.longest = longest * _SLACK
        self._windows: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for start in range(len(self.words) - _WINDOW + 1):
            self._windows[tuple(self.words[start : start + _WINDOW])].append(start)

    def starts(self, words: list[str]) -> list[int]:
        """Return where `words` begin in the text: as a line of their own, or nearly all of them as a part of others."""
        if exact := self.lines.get(tuple(words)):
            return exact[:_MAX_PLACES]
        if not _WINDOW < len(words) <= self.longest:
            return []
        likely = self._likely_starts(words)
        return [start for start, _ in likely.most_common(_MAX_TRIES) if self._holds(words, start)]

    def _likely_starts(self, words: list[str]) -> Counter[int]:
        votes: Counter[int] = Counter()
        last = len(words) - _WINDOW
        for offset in range(0, last + 1, last // _MAX_PROBES + 1):
            for start in self._windows.get(tuple(words[offset : offset + _WINDOW]), ())[:_MAX_PLACES]:
                votes[max(start - offset, 0)] += 1
        return votes

    def _holds(self, words: list[str], start: int) -> bool:
        slack = len(words) // 4 + 1
        near = self.words[max(start - slack, 0) : start + len(words) + slack]
        found = set(zip(near, near[1:], near[2:], strict=False))
        wanted = list(zip(words, words[1:], words[2:], strict=False))
        return sum(window in found for window in wanted) >= len(wanted) * _SHARE


def words_of(text: str) -> list[str]:
    """Return the words of `text` in one case, without punctuation."""
    return _WORD.findall(text.casefold())


def align(lines: Sequence[str], extracted: str) -> list[bool]:
    """Return for each of `lines` whether the extractor took it."""
    extract = _Extract(extracted)
    words = [words_of(line) for line in lines]
    places = [
        [_Place(n, at, at + len(some)) for at in extract.starts(some)] if some else [] for n, some in enumerate(words)
    ]
    chain = _heaviest_chain(places, len(extract.words))
    taken = [False] * len(lines)
    for line in (
        *(place.line for place in chain),
        *_out_of_order(places, chain),
        *_in_gaps(words, chain, extract.words),
    ):
        taken[line] = True
    return taken


def _heaviest_chain(places: list[list[_Place]], n_words: int) -> list[_Place]:
    """Return the places, one a line at most, that follow one another without overlap and hold the most words."""
    best = _PrefixBest(n_words + 1)
    found: list[tuple[_Place, int]] = []  # a place and the number of the one before it in its chain
    for of_line in places:
        reached = []
        for place in of_line:
            weight, before = best.up_to(place.start)
            reached.append((place.end, weight + place.end - place.start, len(found)))
            found.append((place, before))
        for end, weight, number in reached:
            best.put(end, weight, number)
    chain = []
    _, number = best.up_to(n_words)
    while number >= 0:
        place, number = found[number]
        chain.append(place)
    return chain[::-1]


class _PrefixBest:
    """The heaviest entry at or before a position, the latest of equals: lines of an article stand close together."""

    def __init__(self, size: int) -> None:
        self._tree = [(0, -1)] * (size + 1)

    def put(self, position: int, weight: int, number: int) -> None:
        index = position + 1
        while index < len(self._tree):
            self._tree[index] = max(self._tree[index], (weight, number))
            index += index & -index

    def up_to(self, position: int) -> tuple[int, int]:
        index, found = position + 1, (0, -1)
        while index > 0:
            found = max(found, self._tree[index])
            index -= index & -index
        return found


def _out_of_order(places: list[list[_Place]], chain: list[_Place]) -> Iterator[int]:
    """Yield lines whose words the extractor moved: their places are free of the chain's lines."""
    used = {word for place in chain for word in range(place.start, place.end)}
    in_chain = {place.line for place in chain}
    for of_line in places:
        for place in of_line:
            words = range(place.start, place.end)
            if place.line not in in_chain and 2 * sum(word in used for word in words) < len(words):
                used.update(words)
                yield place.line
                break


def _in_gaps(words: list[list[str]], chain: list[_Place], flow: list[str]) -> Iterator[int]:
    """Yield short lines between two lines of the chain whose words stand between those of the two."""
    for before, behind in pairwise(chain):
        gap = flow[before.end : behind.start][:_MAX_GAP_WORDS]
        position = 0
        for line in range(before.line + 1, behind.line) if gap else ():
            wanted = words[line]
            size = len(wanted)
            starts = range(position, len(gap) - size + 1) if 0 < size <= _WINDOW else ()
            if (start := next((at for at in starts if gap[at : at + size] == wanted), None)) is not None:
                position = start + size
                yield line
