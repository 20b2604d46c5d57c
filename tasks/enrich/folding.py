"""Fold a name to the letters and digits that two printings of it share."""

import re
import unicodedata
from functools import lru_cache

NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Return `name` by NFKD, without marks, case-folded, letters and digits with single spaces."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return NOT_ALPHANUMERIC.sub(" ", name.casefold()).strip()
