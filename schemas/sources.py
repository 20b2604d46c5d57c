"""sources: one document ever read, or tried, and what became of it."""

from schemas.table import Field, Rule, Table
from schemas.types import ARTICLE_ID, BIG, DAY, RUN_ID, SHA256, TEXT

FATES = ("kept", "duplicate", "rejected")

SOURCES = Table(
    name="sources",
    grain="one document ever read, or tried",
    key=("source_uri", "source_record", "article_id"),
    fields=(
        Field("source_uri", TEXT, "Where the document was read from.", nullable=False),
        Field("source_record", BIG, "Row number (from 0) in the source; null for a whole file.", low=0),
        Field("article_id", TEXT, "Id of the document; null when its bytes could not be read.", pattern=ARTICLE_ID),
        Field("raw_sha256", TEXT, "SHA-256 of the raw bytes; null when they could not be read.", pattern=SHA256),
        Field("n_bytes", BIG, "Size of the raw bytes; null when they could not be read.", low=0),
        Field("fate", TEXT, "What became of it, as of this snapshot.", nullable=False, values=FATES),
        Field(
            "kept_article_id",
            TEXT,
            "Itself, or the article kept for it; null when it was rejected.",
            pattern=ARTICLE_ID,
        ),
        Field("publisher", TEXT, "Publisher, as far as known."),
        Field("published_on", DAY, "Day of publication, as far as known."),
        Field("first_read_on", DAY, "Day the document was first read, UTC.", nullable=False),
        Field("run_id", TEXT, "The run that first read it.", nullable=False, pattern=RUN_ID),
    ),
    rules=(Rule("kept_article_exists", "The kept article is in articles; only a rejected document has none."),),
)
