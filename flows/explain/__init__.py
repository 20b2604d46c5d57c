"""One id or file name becomes its whole story: what it is, where that was read, what was removed, what it belongs to."""

from flows.explain.errors import AmbiguousId, NothingPublished, UnknownId
from flows.explain.explaining import explain
from flows.explain.story import Story, as_json
from flows.explain.text import as_text

__all__ = ["AmbiguousId", "NothingPublished", "Story", "UnknownId", "as_json", "as_text", "explain"]
