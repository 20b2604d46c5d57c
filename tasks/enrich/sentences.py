"""Where sentences end: a mark, white space and a capital, but not after an abbreviation or an initial."""

import re
from typing import Final

from tasks.enrich.word_lists import in_order

ABBREVIATIONS: Final = in_order(
    "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Maj Capt Sgt Rev Prof St No Jr vs Rs Jan Feb Aug Sept Oct Nov Dec"
)
# The mark comes first and the look-behinds after it: so they are tried at marks, not at every letter.
NOT_ABBREVIATED: Final = "".join(rf"(?<!\b{word}\.)" for word in (*ABBREVIATIONS, "[A-Z]"))
SENTENCE_END: Final = re.compile(rf"[.!?…]{NOT_ABBREVIATED}['’\"”)\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
# A full stop that ends no sentence, for patterns that must not cross one.
INNER_STOP: Final = r"\.(?=\))|" + "|".join(rf"(?<=\b{word})\." for word in (*ABBREVIATIONS, "[A-Z]"))


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return start and end of the sentences in `text[start:end)`."""
    borders = [match.end() for match in SENTENCE_END.finditer(text, start, end)]
    return list(zip([start, *borders], [*borders, end], strict=True))
