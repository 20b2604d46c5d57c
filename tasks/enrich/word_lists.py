"""Word lists written as running text: easier to read, and to add to, than one quoted word a line."""


def words(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())


def in_order(text: str) -> tuple[str, ...]:
    """Return the words of `text` in their order."""
    return tuple(text.split())
