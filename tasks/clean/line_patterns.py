"""The patterns of whole lines that are no part of a story, read from `line_patterns.toml` once."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("line_patterns.toml")


@dataclass(frozen=True)
class LinePattern:
    """A whole line that is no part of the story: its kind, the rule's name, its longest length in characters, its flags."""

    kind: str
    rule: str
    pattern: re.Pattern[str]
    max_chars: int
    flags: tuple[str, ...]
    needs: str


@cache
def line_patterns() -> tuple[LinePattern, ...]:
    """Return the patterns in the order in which they are asked."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_compile(entry, data["words"]) for entry in data["line"])


def first_for(text: str) -> LinePattern | None:
    """Return the first pattern that takes all of `text`; length and needed words are looked at first, for next to nothing."""
    length = len(text)
    for rule in line_patterns():
        if length <= rule.max_chars and rule.needs in text and rule.pattern.fullmatch(text):
            return rule
    return None


def _compile(entry: dict[str, object], words: dict[str, str]) -> LinePattern:
    alternatives = entry["any"]
    if not isinstance(alternatives, list):
        raise TypeError(f"{_FILE.name}: `any` of rule {entry['rule']} must be a list of patterns")
    joined = "|".join(f"(?:{alternative})" for alternative in alternatives)
    for name, word in words.items():
        joined = joined.replace("{" + name + "}", word.replace("\\\n", ""))
    flags = entry.get("flags", [])
    return LinePattern(
        kind=str(entry["kind"]),
        rule=str(entry["rule"]),
        pattern=re.compile(joined, re.I),
        max_chars=int(str(entry["max_chars"])),
        flags=tuple(str(flag) for flag in flags) if isinstance(flags, list) else (),
        needs=str(entry.get("needs", "")),
    )
