"""Paragraphs that are crossheads: a few words without an end mark, between paragraphs that are prose."""

_MAX_WORDS = 9
_MAX_CHARS = 70
_PROSE_CHARS = 90
_SENTENCE_CHARS = 40  # of a paragraph above that ends as a sentence does: many close a chapter with a short one
_ENDS_OF_SPEECH = (".”", '."', ",”", ',"', "?”", '?"', "!”", '!"')
_SENTENCE_MARKS = (".", "!", "?", "”", '"')
_DASHES = "-–— "


def numbers(paragraphs: list[str]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that are crossheads; the first and the last paragraph never are."""
    return tuple(
        number
        for number in range(1, len(paragraphs) - 1)
        if _is_heading(paragraphs[number]) and _is_prose(paragraphs[number - 1]) and _is_prose(paragraphs[number + 1])
    )


def _is_prose(text: str) -> bool:
    return len(text) > (_SENTENCE_CHARS if text.endswith(_SENTENCE_MARKS) else _PROSE_CHARS)


def _is_heading(text: str) -> bool:
    if text[0] in _DASHES and text[-1] in _DASHES:  # agencies print "- Respect the rules -"
        text = text.strip(_DASHES) or text
    if (
        len(text) > _MAX_CHARS
        or len(text.split()) > _MAX_WORDS
        or not (text[0].isupper() or text[0].isdigit() or text[0] in "‘“'\"")
    ):
        return False
    return text[-1].isalnum() or (text[-1] in "?!’”'\"" and not text.endswith(_ENDS_OF_SPEECH))
