"""Settings of the cleaning stage: what an article must have, and where a heuristic draws its line."""

from dataclasses import dataclass
from datetime import date

from tasks.clean.user_rules import UserLine, UserOutlet, UserPattern


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
    # Words that tell something, in a headline. Of those with so many, an article holds at least one ...
    min_doubtful_headline_words: int = 4
    # Words. ... unless it is a brief.
    min_doubtful_words: int = 60
    # Share of the visible characters. Above it the rest of a page is flagged mostly_boilerplate.
    max_removed_share: float = 0.5
    # Words. Newspapers print paragraphs of 20 to 60; a body of one paragraph from this length on has lost its breaks.
    single_paragraph_words: int = 100
    # A user's own rules: whole lines and patterns that are boilerplate, and outlets, each for one source or for all.
    lines: tuple[UserLine, ...] = ()
    patterns: tuple[UserPattern, ...] = ()
    outlets: tuple[UserOutlet, ...] = ()
    # Characters from the start that the language detector reads; more changes its answer on no article of dev.
    language_chars: int = 1500
    # Learn from the corpus which lines and bodies are boilerplate, and how a source orders day and month.
    learn: bool = True
    # Documents of one outlet with different headlines. A line about the page (sign up, opinions expressed, © …) in so many
    # is furniture; follow-ups and versions of one story that share such a line are fewer.
    learned_documents: int = 8
    # Documents of the whole input: chance and quotation grow with the number of outlets.
    learned_documents_of_input: int = 20
    # Documents. A paragraph that is no such line is learned only from so many stories that have no subject in common ...
    learned_prose_documents: int = 12
    # ... where "in common" is: more than this share of them name it in their headline or first paragraphs.
    learned_topic_share: float = 0.5
    # Share, for lines about the page. The box of a campaign stands in its stories; a sentence of a story that happens to have
    # a turn of such lines names what nearly all of its stories name.
    learned_notice_topic_share: float = 0.85
    # Share, for paragraphs that stand in every tenth article of an outlet: its readers' main interest ("president") is in most.
    learned_frequent_topic_share: float = 0.75
    # Words. Nobody is quoted at such length, word for word, in stories on different subjects.
    learned_quote_words: int = 60
    # Share of an outlet's articles. A paragraph in every tenth of them, on whatever subject, is part of the page.
    learned_prose_share: float = 0.1
    # Words. Shorter sentences are repeated by chance ("The police have opened an investigation into the incident.") ...
    learned_prose_words: int = 20
    # ... but not in this share of an outlet's articles; and crossheads have fewer words than this.
    learned_short_share: float = 0.25
    learned_short_words: int = 6
    # Different headlines. The same whole text below so many unlike ones, whose words it does not hold, is no article.
    learned_body_headlines: int = 4
    # Share of a headline's words. An article holds two thirds of its headline's words, a wall or a box nearly none.
    learned_body_coverage: float = 0.35
    # Jaccard of the words of two headlines. Reprints of an article keep most of its headline's words.
    learned_headline_likeness: float = 0.25
    # Different days. With so many dates that can only be read one way, a source that uses the other for a third of its
    # dates would be found out 9 times of 10.
    date_order_days: int = 6
    # Different days, for documents of unknown outlets, which only the style of the date keeps together.
    date_order_days_of_style: int = 20
