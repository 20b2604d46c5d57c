"""The recipe's own pass over an article's names, as it was written: what ours is compared with."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tasks.enrich.honorifics import honorific_before
from tasks.enrich.places import place_list
from tasks.enrich.recipe.corpora import AnnotatedText, Marked

# A surface of the training data decides its class when it stands there so often, and so often with one class.
MIN_MENTIONS: Final = 8
MIN_AGREEMENT: Final = 0.9


def surfaces_of(texts: Iterable[AnnotatedText]) -> dict[str, str]:
    """Return the class of each surface that the training data gives (nearly) always the same one."""
    counts: dict[str, Counter[str]] = {}
    for text in texts:
        for start, end, label in text.names:
            counts.setdefault(text.text[start:end], Counter())[label] += 1
    return {
        surface: types.most_common(1)[0][0]
        for surface, types in counts.items()
        if types.total() >= MIN_MENTIONS and types.most_common(1)[0][1] >= MIN_AGREEMENT * types.total()
    }


def recipe_pass(text: str, names: Sequence[Marked], surfaces: dict[str, str]) -> list[Marked]:
    """Return the names of an article with the classes that places, the training data, titles and the article give them."""
    told = [(start, end, told_class(text, (start, end, label), surfaces)) for start, end, label in names]
    counts: dict[str, Counter[str]] = {}
    for start, end, label in told:
        counts.setdefault(text[start:end], Counter())[label] += 1
    surnames = {s.split()[-1] for s, types in counts.items() if " " in s and types.most_common(1)[0][0] == "PERSON"}
    return [
        (start, end, "PERSON" if text[start:end] in surnames else counts[text[start:end]].most_common(1)[0][0])
        for start, end, _ in told
    ]


def told_class(text: str, name: Marked, surfaces: dict[str, str]) -> str:
    """Return the class that the list of places, the training data or a title gives a name; else its own."""
    start, end, label = name
    surface = text[start:end]
    if place_list().is_large(surface):
        return "LOC"
    if surface in surfaces:
        return surfaces[surface]
    return "PERSON" if honorific_before(text, start) is not None else label
