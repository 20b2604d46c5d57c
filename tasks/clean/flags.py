"""What was found while cleaning -> the flags that a reader should know before using the row."""

from dataclasses import dataclass

from tasks.clean.facts import Note
from tasks.clean.labelling import Labelled
from tasks.clean.ledger import Removed
from tasks.clean.live_blog import is_live_blog
from tasks.clean.settings import CleanSettings
from tasks.clean.source import Source

_NOT_BOILERPLATE = frozenset(
    {
        "headline_line",
        "duplicate_headline",
        "date_prefix",
        "timestamp_line",
        "date_line",
        "dateline",
        "byline",
        "caption_line",
        "repeated_block",
    }
)
_CUT_ENDINGS = ("...", "…", ",", ";")
_MAX_CAPITAL_SHARE = 0.005  # of a paragraph printed without capitals: damaged characters may read as such
_MIN_CUT_WORDS = 12  # a last paragraph of fewer words without a full stop is a list item or a heading


@dataclass(frozen=True)
class Evidence:
    """What the flags are raised from."""

    labelled: Labelled
    paragraphs: tuple[str, ...]
    n_words: int
    source: Source
    date_flags: tuple[str, ...]
    tells_another_report: bool
    language: str | None
    removed: tuple[Removed, ...]


def raise_flags(found: Evidence, settings: CleanSettings) -> set[str]:
    """Return the flags of a document."""
    raised = set(found.date_flags)
    for label in found.labelled.labels:
        if isinstance(label.fact, Note):
            raised |= set(label.fact.flags)
    checks = {
        "headline_missing": found.labelled.headline is None,
        "duplicate_headline": any(label.kind == "duplicate_headline" for label in found.labelled.labels),
        "live_blog": is_live_blog(found.labelled.headline, found.paragraphs),
        "secondhand_source": found.tells_another_report,
        "text_truncated": _is_cut(found.paragraphs),
        "text_chopped_start": _starts_inside(found.paragraphs),
        "single_paragraph": len(found.paragraphs) == 1 and found.n_words >= settings.single_paragraph_words,
        "encoding_damaged": any(name == "replacement_character" for name, _ in found.source.repairs),
        "not_english": found.language not in ("en", None),
        "mostly_boilerplate": _removed_share(found) > settings.max_removed_share,
    }
    return raised | {flag for flag, holds in checks.items() if holds}


def _is_cut(paragraphs: tuple[str, ...]) -> bool:
    if not paragraphs:
        return False
    last = paragraphs[-1][-400:]
    words = last.split()
    is_address = "." in words[-1] or "@" in words[-1]
    return last.endswith(_CUT_ENDINGS) or (
        len(words) >= _MIN_CUT_WORDS and last[-1].isalpha() and last.isascii() and not is_address
    )


def _starts_inside(paragraphs: tuple[str, ...]) -> bool:
    """Tell whether the first paragraph starts with a small letter in a text that otherwise has capitals."""
    if not paragraphs or not paragraphs[0][0].islower():
        return False
    return sum(map(str.isupper, paragraphs[0])) > len(paragraphs[0]) * _MAX_CAPITAL_SHARE


def _removed_share(found: Evidence) -> float:
    # The menus of a page outweigh its article nearly always, and say nothing about it.
    passed_over = _NOT_BOILERPLATE | {"navigation"} if found.source.page else _NOT_BOILERPLATE
    n_removed = sum(end - start for kind, start, end, _, _ in found.removed if kind not in passed_over)
    n_kept = sum(map(len, found.paragraphs))
    return n_removed / (n_removed + n_kept) if n_removed else 0.0
