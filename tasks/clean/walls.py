"""Pages that stand in for an article, read from `walls.toml` once: what they say, and how short they are."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

_FILE = Path(__file__).with_name("walls.toml")
_Limit = Literal["max_wall_words", "max_stub_words"]


@dataclass(frozen=True)
class Wall:
    """A kind of page: one of `decisive` shows it, or `enough` different ones of `signs`."""

    reason: str
    message: str
    longest: _Limit
    decisive: re.Pattern[str]
    signs: tuple[re.Pattern[str], ...]
    enough: int

    def is_shown_by(self, text: str) -> bool:
        """Tell whether `text` says what this wall says."""
        if self.decisive.search(text):
            return True
        return bool(self.signs) and sum(bool(sign.search(text)) for sign in self.signs) >= self.enough


@cache
def walls() -> tuple[Wall, ...]:
    """Return the walls in the order in which they are asked."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Wall(
            reason=entry["reason"],
            message=entry["message"],
            longest=entry["longest"],
            decisive=re.compile("|".join(f"(?:{pattern})" for pattern in entry["decisive"]), re.I),
            signs=tuple(re.compile(pattern, re.I) for pattern in entry.get("signs", ())),
            enough=entry.get("enough", 1),
        )
        for entry in data["wall"]
    )
