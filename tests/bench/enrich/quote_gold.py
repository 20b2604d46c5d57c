"""The quotes that people marked: what stands between marks, and what is told in other words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

Span = tuple[int, int]
_MARKS: Final = "“”\"‘’' \n"
_MARKED: Final = re.compile(r"[“\"]([^”\"“]+)[”\"]")
# Cues whose subject says something with them; other annotated cues are beliefs, wishes and deeds ("opposes", "is expected").
_SAYING: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|according\sto|add(?:ed|s|ing)?|announc(?:ed|es|ing)|claim(?:ed|s|ing)?|"
    r"not(?:ed|es|ing)|stat(?:ed|es|ing)|report(?:ed|s|ing)?|wr(?:ote|ites)|tweeted|acknowledg(?:ed|es|ing)|argu(?:ed?|es|ing)|"
    r"explain(?:ed|s|ing)?|suggest(?:ed|s|ing)?|warn(?:ed|s|ing)?|declar(?:ed|es|ing)|insist(?:ed|s|ing)?|assert(?:ed|s|ing)?|"
    r"den(?:ied|ies|ying)|confirm(?:ed|s|ing)?|admit(?:ted|s|ting)?|reveal(?:ed|s|ing)?|predict(?:ed|s|ing)?|point(?:ed|s|ing)?\sout|"
    r"maintain(?:ed|s|ing)?|alleg(?:ed?|es|ing)|vow(?:ed|s|ing)?|pledg(?:ed|es|ing)|promis(?:ed|es|ing)|recall(?:ed|s|ing)?)\b",
    re.I,
)


@dataclass(frozen=True)
class Told:
    """One attribution as annotated: where its words, its source and its cue stand."""

    kind: str
    contents: tuple[Span, ...]
    sources: tuple[Span, ...]
    cue: str

    @property
    def is_said(self) -> bool:
        """Tell whether a source says it with a verb of saying."""
        return bool(self.sources) and _SAYING.search(self.cue) is not None


def attributions(relations: list[dict[str, Any]]) -> list[Told]:
    """Return the attributions of one article."""
    return [
        Told(r["kind"], spans(r["content"]), spans(r["source"]), " ".join(s["text"] for s in r["cue"]))
        for r in relations
    ]


def spans(listed: list[dict[str, Any]]) -> tuple[Span, ...]:
    """Return start and end of annotated spans."""
    return tuple((s["start"], s["end"]) for s in listed)


def marked(text: str, told: Told) -> Iterator[Span]:
    """Yield the spans inside the marks of an attribution: a direct one is all quoted, of a partial one the marks decide."""
    for start, end in told.contents:
        words = text[start:end]
        if told.kind == "direct":
            yield start + len(words) - len(words.lstrip(_MARKS)), start + len(words.rstrip(_MARKS))
        elif told.kind == "partial":
            first = max(0, start - 1)
            yield from ((first + m.start(1), first + m.end(1)) for m in _MARKED.finditer(text[first : end + 1]))


def shared(one: Span, other: Span) -> int:
    """Return the number of characters that two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
