"""Files between stages: what a shard of read documents, of cleaned documents and of enriched articles holds.

They live under `_staging/` (and, for documents, in `_state/raw/`); no user reads them, so no promise is made beyond the types.
"""

import pyarrow as pa

from schemas.articles import ARTICLES
from schemas.figures import FIGURES
from schemas.mentions import MENTIONS
from schemas.quotes import QUOTES
from schemas.table import Field, Table, list_of
from schemas.types import BIG, DAY, FLAG, TEXT

DOCUMENTS = Table(
    name="documents",
    grain="one document as read, or one that could not be",
    key=("source_uri", "source_record", "article_id"),
    fields=(
        Field("source_uri", TEXT, "Where it was read from.", nullable=False),
        Field("source_record", BIG, "Row number (from 0); null for a whole file."),
        Field("article_id", TEXT, "Id; null when the bytes could not be read."),
        Field("raw_sha256", TEXT, "SHA-256 of the raw bytes; null when they could not be read."),
        Field("n_bytes", BIG, "Size of the raw bytes; null when they could not be read."),
        Field("kind", TEXT, "How the bytes are to be understood.", nullable=False, values=("text", "html", "row")),
        Field("raw", pa.large_binary(), "The raw bytes; null when they could not be read."),
        Field("reason", TEXT, "Why the reader set it aside; null when it did not."),
        Field("message", TEXT, "That reason in a sentence."),
        Field("first_read_on", DAY, "Day it was first read.", nullable=False),
        Field("run_id", TEXT, "The run that first read it.", nullable=False),
    ),
)

CLEANED = Table(
    name="cleaned",
    grain="one document after cleaning: an article, or one set aside with its reason",
    key=DOCUMENTS.key,
    fields=(
        *(Field(f.name, f.type, f.description) for f in ARTICLES.fields),
        Field("n_bytes", BIG, "Size of the raw bytes."),
        Field("first_read_on", DAY, "Day it was first read."),
        Field("ledger_covers_source", FLAG, "Whether spans and ledger cover every visible character exactly once."),
        Field(
            "numeric_dates",
            list_of(style=TEXT, order=TEXT, day=DAY),
            "Its dates like 03/04/2022: how they are set, the order of day and month (dmy, mdy, either), and the day if known.",
        ),
        Field("stage", TEXT, "The stage that set it aside; null for an article."),
        Field("reason", TEXT, "Why it was set aside; null for an article."),
        Field("message", TEXT, "That reason in a sentence."),
        Field("raw_excerpt", TEXT, "Start of a document that was set aside, at most 300 characters."),
    ),
)


def with_identities(table: Table, **columns: str) -> Table:
    """Return `table` with text columns that name identities not yet joined across the corpus."""
    added = tuple(Field(name, TEXT, description) for name, description in columns.items())
    return Table(table.name, table.grain, table.key, table.fields + added, table.row_id)


LOCAL_MENTIONS = with_identities(
    MENTIONS,
    identity="Key of the identity within its document; null for NORP.",
    full_name="The fullest name the document gives this identity.",
    link_method="How surface and full name were joined: printed, or by the rule of that name (surname, given_name, acronym, …).",
)
LOCAL_QUOTES = with_identities(QUOTES, speaker_identity="Key of the speaker's identity; null when unknown.")
LOCAL_FIGURES = with_identities(
    FIGURES,
    place_identity="Key of the place's identity; null when unknown.",
    attributed_identity="Key of the source's identity; null when unknown.",
)
