"""Take out of the shipped lists, for a while, every line that names both sides of a pair."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tasks.enrich import aliases, gazetteer
from tasks.enrich.folding import fold
from tasks.enrich.place_spellings import by_sound
from tasks.enrich.places import place_list
from tests.bench.enrich.named_pairs import Pair

Sides = Sequence[tuple[str, str]]


@contextmanager
def without_lines_naming(pairs: Sequence[Pair], folder: Path) -> Iterator[int]:
    """Let the lists be read from shortened copies in `folder`; yield how many lines were left out.

    A line of the gazetteer says two things: that these are names, and that they are one. Only the second is taken out: the names
    stay, each with a line of its own.
    """
    sides = [(fold(pair.a), fold(pair.b)) for pair in pairs]
    whole = aliases.FILE, gazetteer.FILE
    lines = aliases.FILE.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not names_both(line, sides)]
    listed = gazetteer.FILE.read_text(encoding="utf-8").splitlines()
    parted = [one for line in listed for one in (one_a_name(line) if names_both(line, sides) else [line])]
    aliases.FILE, gazetteer.FILE = folder / "aliases.toml", folder / "gazetteer.toml"
    aliases.FILE.write_text("\n".join(kept), encoding="utf-8")
    gazetteer.FILE.write_text("\n".join(parted), encoding="utf-8")
    forget()
    yield len(lines) - len(kept) + sum(names_both(line, sides) for line in listed)
    aliases.FILE, gazetteer.FILE = whole
    forget()


def names_both(line: str, sides: Sides) -> bool:
    """Return whether one line lists both names of a pair."""
    if line.startswith("ambiguous"):  # a line that joins nothing
        return False
    names = {fold(name) for name in line.split('"')[1::2]}
    return any(a in names and b in names for a, b in sides)


def one_a_name(line: str) -> list[str]:
    """Return a line of the gazetteer as one line a name."""
    head, _, rest = line.partition("[")
    names, _, tail = rest.partition("]")
    return [f'{head}["{name}"]{tail}' for name in names.split('"')[1::2]]


def forget() -> None:
    """Let the lists be read again."""
    for cached in (aliases.aliases, gazetteer.gazetteer, place_list, by_sound):
        cached.cache_clear()
