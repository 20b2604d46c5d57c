"""rejects: one document, or one row of a table, that was set aside, and why."""

from schemas.table import Field, Table
from schemas.types import ARTICLE_ID, BIG, DAY, RUN_ID, TEXT

REASONS = (
    "no_permission",
    "vanished",
    "unreadable",
    "too_large",
    "unsafe_path",
    "not_a_file",
    "unsupported",
    "binary",
    "bad_record",
    "missing_field",
    "empty",
    "too_short",
    "language",
    "boilerplate_body",
    "navigation",
    "section_front",
    "bot_wall",
    "cookie_wall",
    "paywall_stub",
    "javascript_wall",
    "error_page",
    "video_page",
    "gallery",
    "live_blog",
    "teaser",
    "placeholder",
    "check_failed",
)

REJECTS = Table(
    name="rejects",
    grain="one document, or one row of a table, that was set aside",
    key=("run_id", "source_uri", "source_record", "article_id", "table_name", "row_id"),
    fields=(
        Field("run_id", TEXT, "The run that first read the document.", nullable=False, pattern=RUN_ID),
        Field("source_uri", TEXT, "Where the document was read from.", nullable=False),
        Field("source_record", BIG, "Row number (from 0) in the source; null for a whole file.", low=0),
        Field("article_id", TEXT, "Id of the document; null when its bytes could not be read.", pattern=ARTICLE_ID),
        Field("table_name", TEXT, "Table of the row that was set aside; null for a whole document."),
        Field("row_id", TEXT, "Id of the row that was set aside; null for a whole document."),
        Field("check_name", TEXT, "The check that the row failed; null for a whole document."),
        Field("stage", TEXT, "The stage that set it aside.", nullable=False, values=("read", "clean", "validate")),
        Field("reason", TEXT, "Why it was set aside.", nullable=False, values=REASONS),
        Field("message", TEXT, "The reason in a sentence, with its values.", nullable=False),
        Field("raw_excerpt", TEXT, "Start of the document, at most 300 characters; null when it could not be read."),
        Field("headline", TEXT, "Headline, as far as known."),
        Field("publisher", TEXT, "Publisher, as far as known."),
        Field("domain", TEXT, "Host of the page's address, as far as known."),
        Field("published_on", DAY, "Day of publication, as far as known."),
        Field("released_run_id", TEXT, "The run that released it; null while it is set aside.", pattern=RUN_ID),
    ),
)
