"""Blocks and sentences printed twice: the second one is labelled; of a sentence set in large type the large one."""

import re

from tasks.clean.headline import key
from tasks.clean.lines import Label, Unit, part, pieces_of

_MIN_WORDS_NEAR = 5  # right after one another nothing shorter is printed twice by design, but for cries and refrains
_MIN_WORDS_FAR = 12  # anywhere in the document
_MAX_FOLDED = 1500  # characters; a longer block is the same again only when it is the same letter by letter
_MIN_SENTENCE_CHARS = 40
_KEY_CHARS = 60  # by which the paragraph is found that another one ends with
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]{0,2}\s{1,3}(?=[A-Z“\"‘'(\d])")


def label_repeats(units: list[Unit]) -> tuple[list[Label], list[Unit]]:
    """Label every unit, and every first sentence, that was printed before."""
    labels: list[Label] = []
    rest: list[Unit] = []
    seen: set[str] = set()
    ends: dict[str, int] = {}
    gone: set[int] = set()
    before = ""
    for unit in units:
        folded = key(unit.text) if len(unit.text) <= _MAX_FOLDED else unit.text
        n_words = folded.count(" ") + 1
        if folded and (
            (n_words >= _MIN_WORDS_NEAR and folded == before) or (n_words >= _MIN_WORDS_FAR and folded in seen)
        ):
            labels.append(Label("repeated_block", "printed_again", unit.pieces))
            continue
        seen.add(folded)
        before = folded
        kept = _without_repeated_start(unit, rest[-1] if rest else None, labels)
        # A first paragraph is a lead rather than a sentence set in large type.
        pulled = ends.get(kept.text[-_KEY_CHARS:])
        if pulled and _ends_with(kept.text, rest[pulled].text):
            labels.append(Label("repeated_block", "pull_quote", rest[pulled].pieces))
            gone.add(pulled)
        if n_words >= _MIN_WORDS_FAR:
            ends[kept.text[-_KEY_CHARS:]] = len(rest)
        rest.append(kept)
    return labels, [unit for number, unit in enumerate(rest) if number not in gone]


def _ends_with(text: str, block: str) -> bool:
    """Tell whether the last sentences of a paragraph are a whole one that stands above it: the page set it in large type."""
    start = len(text) - len(block)
    return start > 1 and text.endswith(block) and _SENTENCE_END.match(text[start - 2 :]) is not None


def _without_repeated_start(unit: Unit, above: Unit | None, labels: list[Label]) -> Unit:
    """Label the unit's first sentence when it stands twice or more in a row, or when it is the whole paragraph above."""
    text = unit.text
    end = 0
    if above and len(above.text) >= _MIN_SENTENCE_CHARS and text.startswith(above.text):
        end = len(above.text)
    elif above and text.startswith(said := above.text.partition(": ")[2]) and len(said) >= _MIN_SENTENCE_CHARS:
        end = len(said)  # "Tax: They paid." above "They paid. Income: …"
    elif found := _SENTENCE_END.search(text, _MIN_SENTENCE_CHARS, 700):
        end = _end_of_copies(text, found.end())
    rest = part(unit, end, len(text)) if end else None
    if rest is None:
        return unit
    labels.append(Label("repeated_block", "sentence_again", pieces_of(unit, 0, end)))
    return rest


def _end_of_copies(text: str, size: int) -> int:
    """Return where the last of the copies begins that `text` prints of its first `size` characters, 0 when it prints one."""
    first = text[:size].rstrip()
    end = 0
    while text.startswith(first, end + size):
        end += size
    return end
