"""What the reader may spend on one document, and the extra names it knows for the fields of a row."""

from dataclasses import dataclass

from tasks.read.errors import UnknownField

FIELDS = ("title", "text", "date", "url", "source", "author")


@dataclass(frozen=True)
class ReadSettings:
    """The reader's limits and names."""

    # Bytes. The longest of 22,331 real articles has 77 kB, the largest of 609 pages 1.9 MB: what is larger than this is
    # a dump or a bomb, and a document is held in memory whole (several times over while it is cleaned).
    max_document_bytes: int = 64 * 1024 * 1024
    # Bytes. A line of JSONL or CSV is one article with its page at most; above this a newline is missing.
    max_line_bytes: int = 16 * 1024 * 1024
    # Archives inside archives. Crawls pack days into months; more than that is a bomb that unpacks for ever.
    max_archive_depth: int = 3
    # Bytes. Formats that need to seek (zip, Parquet) are copied to a temporary file when they come from a stream; this
    # keeps a bomb from filling the disk.
    max_spooled_bytes: int = 8 * 1024 * 1024 * 1024
    # Rows. A batch of 128 articles with their pages stays at some megabytes; larger ones gained nothing in speed.
    parquet_batch_rows: int = 128
    # Pairs of field and column, as ("text", "Story Excerpt"): looked for before the usual names, in any case.
    field_map: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a field map that names a field we do not have."""
        for field, _ in self.field_map:
            if field not in FIELDS:
                raise UnknownField(field, FIELDS)
