"""Two texts become a compact word diff: what the first has alone, what the second has alone, and a little around it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import LCSseq

from flows.explain.story import Change, Diff

MOST_WORDS = 8_000  # of each text; what is aligned costs words times words, and a longer article is rare
MOST_CHARS = 2_400  # of the diff: about a screen
AROUND_WORDS = 6  # words shown before and after a change
ISLAND_WORDS = 3  # fewer equal words between two changes are chance ("of the"), and make a diff hard to read
SIGNS = "\"'“”‘’„«».,;:!?()[]–—-"


def compare(title: str, first: str, second: str) -> Diff:
    """Return the word diff from `first` to `second`; letter case, quotation marks and stops alone are no change."""
    ours, theirs = first.split()[:MOST_WORDS], second.split()[:MOST_WORDS]
    changes = list(changes_of(ours, theirs))
    shown, n_chars = [], 0
    for change in changes:
        if n_chars > MOST_CHARS:
            break
        shown.append(change)
        n_chars += len(change.text)
    left_out = sum(change.kind in ("gone", "added") for change in changes[len(shown) :])
    return Diff(title, tuple(shown), left_out)


def changes_of(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Change]:
    """Yield runs of equal words (shortened) and of words only one side has."""
    runs = merged(ours, theirs)
    for place, (tag, own, other) in enumerate(runs):
        if tag == "equal":
            yield from shortened_run(other, is_first=place == 0, is_last=place == len(runs) - 1)
            continue
        if own:
            yield Change("gone", clipped(own))
        if other:
            yield Change("added", clipped(other))


def merged(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, list[str], list[str]]]:
    """Return runs as (equal or changed, words of the first, words of the second); short islands join the changes."""
    opcodes = LCSseq.opcodes([folded(word) for word in ours], [folded(word) for word in theirs])
    tagged = []
    for place, code in enumerate(opcodes):
        inside = 0 < place < len(opcodes) - 1
        is_island = inside and code.tag == "equal" and code.src_end - code.src_start < ISLAND_WORDS
        tagged.append(("changed" if is_island or code.tag != "equal" else "equal", code))
    return [
        (
            tag,
            [word for _, code in group for word in ours[code.src_start : code.src_end]],
            [word for _, code in group for word in theirs[code.dest_start : code.dest_end]],
        )
        for tag, group in ((tag, list(codes)) for tag, codes in groupby(tagged, key=lambda item: item[0]))
    ]


def folded(word: str) -> str:
    """Return a word as it is compared; what is only signs is one sign like any other."""
    return word.casefold().replace("’", "'").strip(SIGNS) or SIGNS


def shortened_run(words: Sequence[str], *, is_first: bool, is_last: bool) -> Iterator[Change]:
    """Yield equal words: those next to a change, and how many are skipped."""
    before, after = (0 if is_first else AROUND_WORDS), (0 if is_last else AROUND_WORDS)
    n_skipped = len(words) - before - after
    if n_skipped <= AROUND_WORDS:
        yield Change("same", " ".join(words))
        return
    if before:
        yield Change("same", " ".join(words[:before]))
    yield Change("skipped", f"{n_skipped:,} words the same")
    if after:
        yield Change("same", " ".join(words[-after:]))


def clipped(words: Sequence[str]) -> str:
    """Return words as text, the middle of a very long passage left out."""
    text = " ".join(words)
    if len(text) <= MOST_CHARS // 2:
        return text
    return f"{text[: MOST_CHARS // 4].rstrip()} … {text[-MOST_CHARS // 4 :].lstrip()}"
