"""articles: one distinct article, with the evidence for everything that was read off its text."""

from schemas.table import Field, Pair, Rule, Table, list_of
from schemas.types import (
    ARTICLE_ID,
    DAY,
    FLAG,
    INT,
    INTS,
    MONTH,
    REAL,
    RUN_ID,
    SHA256,
    TEXT,
    TEXTS,
    WALL_CLOCK,
)
from schemas.types import BIG

HEADLINE_SOURCES = ("repeated_line", "first_line", "metadata")
DATE_SOURCES = ("timestamp_line", "date_prefix", "date_line", "credit_line", "metadata", "dateline", "url")
PRECISIONS = ("month", "day", "minute", "second")
PUBLISHER_SOURCES = ("credit_line", "metadata", "domain")
REMOVED_KINDS = (
    "date_prefix",
    "timestamp_line",
    "date_line",
    "headline_line",
    "duplicate_headline",
    "kicker",
    "byline",
    "dateline",
    "caption_line",
    "credit_line",
    "repeated_block",
    "boilerplate",
    "promo_line",
    "embed",
    "share_bar",
    "player_text",
    "site_footer",
    "site_error",
    "navigation",
    "metadata_line",
)
FLAGS = (
    "headline_missing",
    "duplicate_headline",
    "date_missing",
    "date_conflict",
    "date_implausible",
    "date_order_unknown",
    "secondhand_source",
    "quote_speaker_missing",
    "text_truncated",
    "text_chopped_start",
    "single_paragraph",
    "encoding_damaged",
    "not_english",
    "not_enriched",
    "mostly_boilerplate",
    "live_blog",
    "editor_note",
    "correction",
    "in_doubt",
)

ARTICLES = Table(
    name="articles",
    grain="one distinct article",
    key=("article_id",),
    row_id="article_id",
    partitioned=True,
    fields=(
        Field(
            "article_id", TEXT, "First 24 hex digits of the SHA-256 of the raw bytes.", nullable=False, pattern=ARTICLE_ID
        ),
        Field("headline", TEXT, "Headline as printed; null when the source has none."),
        Field(
            "headline_source",
            TEXT,
            "Where the headline was found: a line printed twice, the first line, or the record's own field; null without one.",
            values=HEADLINE_SOURCES,
        ),
        Field(
            "n_headline_copies",
            INT,
            "How often the headline stands in the source, the first time included; 0 when it does not stand there.",
            nullable=False,
            low=0,
        ),
        Field("lead", TEXT, "First paragraph of the body.", nullable=False),
        Field(
            "body",
            TEXT,
            "Paragraphs separated by one empty line, without dateline, captions and all that is listed in removed.",
            nullable=False,
        ),
        Field(
            "paragraph_spans",
            list_of(paragraph=INT, start_char=INT, end_char=INT),
            "Where each paragraph (from 0) stands in the decoded source, in code points; one or more pieces a paragraph.",
            nullable=False,
        ),
        Field("n_words", INT, "Words of the body, counted at white space.", nullable=False, low=0),
        Field("n_paragraphs", INT, "Paragraphs of the body.", nullable=False, low=1),
        Field("language", TEXT, "Language of the body, ISO 639-1; null when it could not be told.", pattern=r"^[a-z]{2,3}$"),
        Field("language_score", REAL, "Confidence of the language, 0 to 1; null when it could not be told.", low=0, high=1),
        Field("published_on", DAY, "Day of publication; null when unknown, implausible or known to the month only."),
        Field("published_month", TEXT, "Month of publication, like 2023-11; null when unknown.", pattern=MONTH),
        Field(
            "published_at",
            WALL_CLOCK,
            "Wall clock of publication as printed, without zone; null when the source gives no time of day.",
        ),
        Field("published_zone", TEXT, "Time zone as stated by the source; null when it states none."),
        Field("published_precision", TEXT, "How exact the date is; null without a date.", values=PRECISIONS),
        Field(
            "published_source",
            TEXT,
            "Which part of the document gave the date; kept when the date was found implausible; null without one.",
            values=DATE_SOURCES,
        ),
        Field("published_evidence", TEXT, "The date verbatim as it stands in the source; null without one."),
        Field(
            "published_conflict",
            FLAG,
            "True when another date of the document is more than a day away from the one taken.",
            nullable=False,
        ),
        Field("dateline", TEXT, "Dateline as printed, like 'LAHORE:'; null without one."),
        Field("dateline_place", TEXT, "Place named by the dateline, in usual spelling; null when there is none."),
        Field(
            "dateline_country",
            TEXT,
            "Country of the dateline's place, ISO 3166-1 alpha-2; null when the place is unknown or ambiguous.",
            pattern=r"^[A-Z]{2}$",
        ),
        Field("byline", TEXTS, "Authors as printed or as given by the record; empty when unknown.", nullable=False),
        Field("publisher", TEXT, "Who published it; null when unknown."),
        Field(
            "publisher_source", TEXT, "Where the publisher was found; null when it is unknown.", values=PUBLISHER_SOURCES
        ),
        Field("agencies", TEXTS, "News agencies the text is credited to; empty when none is named.", nullable=False),
        Field(
            "credited_outlets", TEXTS, "Outlets the text cites as its source; empty when none is cited.", nullable=False
        ),
        Field(
            "outlet_evidence",
            list_of(outlet=TEXT, role=TEXT, text=TEXT),
            "For each outlet its role (publisher, agency, credited) and the words that show it.",
            nullable=False,
        ),
        Field(
            "captions",
            list_of(text=TEXT, credit=TEXT, start_char=INT, end_char=INT),
            "Picture captions with their credit and the place of the whole caption in the decoded source, in code points.",
            nullable=False,
        ),
        Field(
            "crossheads",
            INTS,
            "Numbers (from 0) of the paragraphs that are crossheads; they stay in the body.",
            nullable=False,
        ),
        Field(
            "removed",
            list_of(kind=TEXT, start_char=INT, end_char=INT, text=TEXT, rule=TEXT),
            "Every span of the decoded source that is not body: its kind, place in code points, text and the rule that took it.",
            nullable=False,
        ),
        Field(
            "repairs",
            list_of(name=TEXT, count=INT),
            "Repairs made while decoding, by name and count; empty when none was needed.",
            nullable=False,
        ),
        Field("flags", TEXTS, "What a reader should know before using the row; empty when nothing.", nullable=False),
        Field("raw_sha256", TEXT, "SHA-256 of the raw bytes.", nullable=False, pattern=SHA256),
        Field("url", TEXT, "Address of the page, as given by the record or the text; null when unknown."),
        Field("domain", TEXT, "Host of the address without 'www.'; null when the address is unknown."),
        Field("source_uri", TEXT, "Where the document was read from.", nullable=False),
        Field("source_record", BIG, "Row number (from 0) in the source; null for a whole file.", low=0),
        Field("run_id", TEXT, "The run that first read the document.", nullable=False, pattern=RUN_ID),
    ),
    pairs=(
        Pair("n_words", "n_paragraphs", "A body has at least as many words as paragraphs.", severity="warning"),
    ),
    rules=(
        Rule("ledger_covers_source", "Paragraph spans and removed cover every visible character of the source exactly once."),
        Rule("flags_are_known", "Every flag is one of the contract's."),
        Rule("removed_kinds_are_known", "Every removed span has a kind of the contract."),
        Rule("body_matches_paragraphs", "The body has as many paragraphs as n_paragraphs and starts with the lead."),
        Rule("published_on_is_possible", "The date of publication is not after the day the document was first read, plus one."),
        Rule("month_matches_day", "published_month is the month of published_on where both are known."),
        Rule("evidence_accompanies_date", "A known date has a source, a precision and its evidence."),
    ),
)
