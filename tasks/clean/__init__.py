"""Documents -> articles: decoded, labelled line by line, with a ledger of everything that is not body."""

from tasks.clean.article import clean_document
from tasks.clean.article_columns import CaptionRow, Cleaned
from tasks.clean.settings import CleanSettings
from tasks.clean.source import decoded_source

__all__ = ["CaptionRow", "CleanSettings", "Cleaned", "clean_document", "decoded_source"]
