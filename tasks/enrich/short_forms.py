"""Short forms of an article's organisations that the model passed over: 'IS' of Islamic State, 'the Observatory' of its name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tasks.enrich.names import Name
from tasks.enrich.passages import Passage

# Initials that are words or places when they stand in capitals.
NOT_ACRONYMS: Final = frozenset(
    {"US", "UK", "EU", "UN", "IT", "AM", "PM", "AS", "OR", "AN", "AT", "IN", "ON", "NO", "TV"}
)
# Words that stand for the body they belong to; others mean another body as often ("the Council", "the State").
HEADS: Final = frozenset(
    {"Observatory", "Brotherhood", "Foundation", "Institute", "Authority", "Federation", "Coalition"}
)
# Whose chief it is needs no article: "Observatory chief Orla Venn".
SPEAKS: Final = r"(?=\s(?:chief|head|director|spokes\w+)\b)"


def initials(surface: str) -> str:
    """Return the first letters of the capitalised words of a name: IS for Islamic State."""
    return "".join(word[0] for word in re.split(r"[\s-]", surface) if word[:1].isupper())


def short_forms(number: int, passage: Passage, bodies: Sequence[str]) -> Iterator[Name]:
    """Yield where the initials or the head of one of `bodies`, the article's organisations of several words, stand alone."""
    acronyms = {initials(body) for body in bodies} - NOT_ACRONYMS
    acronyms = {acronym for acronym in acronyms if len(acronym) > 1}
    heads = {word for body in bodies for word in body.split() if word in HEADS}
    if acronyms:
        for match in re.finditer(rf"(?<![\w.-])(?:{'|'.join(sorted(acronyms))})(?![\w-])(?!\.\w)", passage.text):
            yield Name(number, match.start(), match.end(), match.group(), "ORG", "acronym")
    if heads:
        any_head = rf"(?:{'|'.join(sorted(heads))})(?![\w-])"
        for match in re.finditer(rf"(?<=[Tt]he ){any_head}(?! [A-Z]| of )|(?<![\w-]){any_head}{SPEAKS}", passage.text):
            yield Name(number, match.start(), match.end(), match.group(), "ORG", "head_of_body")


def bodies_of(names: Sequence[Name]) -> list[str]:
    """Return the organisations of several words."""
    return sorted({name.surface for name in names if name.type == "ORG" and " " in name.surface})
