"""What a call of the bench asks for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """What was asked for."""

    data: Path
    work: Path
    peers: Path
    parts: list[str]
    sizes: list[int]
    engines: list[str]
    rounds: int
