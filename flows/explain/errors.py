"""What can be wrong with an identifier.

WrongUsage                 (flows.errors)
├── NothingPublished       the warehouse has no snapshot to look into
├── UnknownId              no id or name of the current snapshot is like it
└── AmbiguousId            several documents, or entities, are
"""

from collections.abc import Sequence
from pathlib import Path

from flows.errors import WrongUsage


class NothingPublished(WrongUsage):
    """The warehouse has no snapshot yet."""

    def __init__(self, warehouse: Path) -> None:
        self.warehouse = warehouse
        super().__init__(
            f"{warehouse} has no snapshot yet, so there is nothing to explain. "
            f"Make one: copydesk run SOURCE --to {warehouse}"
        )


class UnknownId(WrongUsage):
    """Nothing in the current snapshot has this id or name."""

    def __init__(self, identifier: str, warehouse: Path, close: Sequence[str]) -> None:
        self.identifier, self.warehouse, self.close = identifier, warehouse, tuple(close)
        near = f"Close to it: {', '.join(self.close)}. " if close else ""
        again = f"copydesk explain {self.close[0]}" if close else "copydesk status"
        super().__init__(
            f"Nothing in {warehouse} has the id or name {identifier!r}. {near}"
            "An id is the first 6 or more digits of an article's, or all 16 of a mention, entity, quote or figure; "
            f"a name is a file's, or FILE#ROW, or an entity's. Next: {again}"
        )


class AmbiguousId(WrongUsage):
    """Several documents or entities have this name, or ids that begin like this."""

    def __init__(self, identifier: str, matches: Sequence[str], n_matches: int, what: str = "documents") -> None:
        self.identifier, self.matches, self.n_matches = identifier, tuple(matches), n_matches
        listed = ", ".join(self.matches)
        rest = f" and {n_matches - len(matches):,} more" if n_matches > len(matches) else ""
        super().__init__(
            f"{identifier!r} names {n_matches:,} {what}: {listed}{rest}. Next: copydesk explain {self.matches[0]}"
        )
