"""A place in a configuration -> the same with the line of its table in the file, where the file has many of that name."""

import re
from collections.abc import Sequence


def place_in_file(place: Sequence[str | int], text: str) -> str:
    """Return `place` as `clean.patterns.1 (line 10)`: the line of the table's header; without one where none is found."""
    name = ".".join(str(part) for part in place)
    number = next((at for at, part in enumerate(place) if isinstance(part, int)), None)
    if number is None:
        return name
    table = re.escape(".".join(str(part) for part in place[:number]))
    headers = list(re.finditer(rf"^[ \t]*\[\[[ \t]*{table}[ \t]*\]\]", text, re.MULTILINE))
    wanted = int(place[number])
    if wanted >= len(headers):
        return name
    line = text.count("\n", 0, headers[wanted].end()) + 1
    return f"{name} (line {line})"
