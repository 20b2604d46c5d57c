"""Bytes -> documents: walks the sources, opens archives, and reads every format into one stream of documents."""

from tasks.read.documents import read_documents
from tasks.read.errors import ReadError, SourceNotFound, UnknownField, UnsupportedSource
from tasks.read.fields import Problem, map_fields
from tasks.read.settings import ReadSettings
from tasks.read.sources import find_starts

__all__ = [
    "Problem",
    "ReadError",
    "ReadSettings",
    "SourceNotFound",
    "UnknownField",
    "UnsupportedSource",
    "find_starts",
    "map_fields",
    "read_documents",
]
