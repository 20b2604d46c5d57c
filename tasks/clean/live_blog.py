"""Is this a live blog, and has it entries?"""

import re

_HEADLINE = re.compile(
    r"\b(?:live (?:updates?|blog|news|coverage|reporting|report)|as it happened|minute[- ]by[- ]minute)\b|"
    r"\blive\s?[:–—|]|[–—|:-]\s?live\b",
    re.I,
)
_ZONE = r"(?:GMT|BST|UTC|[ECMP][SD]?T|IST|PKT)"
_TIME = rf"(?:updated? |posted )?(?:at |@ ?)?(?:[01]?\d|2[0-3])[:.][0-5]\d\s?(?:[ap]\.?m\.?)?\s?{_ZONE}?"
_ENTRY = re.compile(_TIME + r"\b\s?(?:$|[:–—|-]|\s[A-Z])", re.I)
_TIME_MARK = re.compile(_TIME + r"[:.]?", re.I)
TIME_MARK_RULE = "live_time_mark"
_MIN_ENTRIES = 3  # time marks; one or two stand in other stories too


def is_announced(headline: str | None) -> bool:
    """Tell whether the headline calls the page a live blog."""
    return bool(headline and _HEADLINE.search(headline))


def is_time_mark(line: str) -> bool:
    """Tell whether a line is the time of an entry and nothing else; in other stories such a line may be a result."""
    return len(line) < 30 and _TIME_MARK.fullmatch(line) is not None


def n_entries(paragraphs: tuple[str, ...]) -> int:
    """Return how many paragraphs start with a time of day."""
    return sum(
        bool(_ENTRY.match(paragraph)) for paragraph in paragraphs if paragraph[0].isdigit() or paragraph[0] in "UuPp@"
    )


def is_live_blog(headline: str | None, paragraphs: tuple[str, ...]) -> bool:
    """Tell whether the document is a live blog, by its headline or its time marks."""
    return is_announced(headline) or n_entries(paragraphs) >= _MIN_ENTRIES
