"""Settings of the cleaning stage: what an article must have, and where a heuristic draws its line."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CleanSettings:
    """Every threshold of the room with its unit and reason."""

    # Words. Shorter bodies are teasers, captions and alerts; real briefs of wire services start at about 20 words.
    min_words: int = 20
    # Words. A brief with a dateline was filed as a story of its own (earnings, dividends); shorter ones are alerts.
    min_brief_words: int = 8
    # Letters, for scripts that print no spaces: a Chinese or Japanese sentence of news has about 40.
    min_letters_unspaced: int = 60
    # Day. No newspaper text was scraped with an earlier true date than the first English newspapers online archives.
    earliest_date: date = date(1800, 1, 1)
    # ISO 639-1 codes to keep; empty keeps every language and flags what is not English.
    languages: tuple[str, ...] = ()
    # Confidence, 0 to 1. Below it a document is not rejected for its language: the detector is wrong on mixed texts.
    min_language_score: float = 0.5
    # Words. A wall (cookies, robots, subscription) is a short page; a longer one that speaks of these is an article.
    max_wall_words: int = 250
    # Words. Longest text that a page of a video, a gallery or a live blog without entries has.
    max_stub_words: int = 90
    # Words. The text below a video, or on the cover of a live blog, is two or three sentences.
    max_cover_words: int = 60
    # Words. A teaser that breaks off below this length tells too little to be counted as a report.
    min_teaser_words: int = 30
    # Days. Two dates of one document this far apart agree: web address and print differ by a time zone.
    date_tolerance_days: int = 1
    # Share of the visible characters. Above it the rest of a page is flagged mostly_boilerplate.
    max_removed_share: float = 0.5
    # Words. Newspapers print paragraphs of 20 to 60; a body of one paragraph from this length on has lost its breaks.
    single_paragraph_words: int = 100
    # Characters from the start that the language detector reads; more changes its answer on no article of dev.
    language_chars: int = 1500
