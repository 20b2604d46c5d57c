"""The settings of the room: which model names things, and how much text it sees at a time."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class EnrichSettings:
    """What enrichment may be told. `model` is 'bundled', 'none', or any installed spaCy pipeline (or its folder)."""

    model: str = "bundled"
    # Pieces a batch. Measured: 1.16 times the speed of 64, in 65 MB instead of 440 (a batch is one matrix in the encoder).
    batch_size: int = 8
    # Characters a piece: most articles are one piece, and a batch of long ones stays small.
    max_chars_per_piece: int = 8_000
    # Share of a name's spellings that must agree (0 to 1, rapidfuzz ratio). Below 0.8, Salman meets Sulaiman.
    min_spelling_score: float = 0.8
    # Share of the names beside one person that must stand beside another, for two likely names to be one person (0 to 1).
    min_company: float = 0.25
    # Times as often the right spelling is printed as a misprint of it.
    min_times_as_often: int = 5
    # A city takes a name shared between countries when it has this many times the people of the next one.
    city_majority: float = 5.0
    # A smaller namesake may be chosen by the dateline when it has at least this share of the largest one's people:
    # Hyderabad in Sindh (0.27) and Tripoli in Lebanon (0.18) pass, London in Ontario (0.04) does not.
    min_namesake_share: float = 0.1
    # Pairs of entities listed as perhaps the same, the most mentioned first: what a reader may go through.
    max_could_be_same: int = 200
    # The user's entities.toml: which names are the same, which are different, what to call them. None: there is no such file.
    entities_file: Path | None = None
    # Roles kept of an entity, the most frequent first: what fits a reader's eye.
    max_roles: int = 10
