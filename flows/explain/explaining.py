"""An identifier becomes its story: found in the current snapshot, then told by what it is."""

from flows.explain.documents import document_story
from flows.explain.entities import entity_story
from flows.explain.errors import NothingPublished
from flows.explain.finding import find
from flows.explain.shelf import Shelf
from flows.explain.spans import figure_story, mention_story, quote_story, refused_story
from flows.explain.story import Story
from tasks.clean import CleanSettings
from tasks.publish import Warehouse
from tasks.read import ReadSettings


def explain(
    warehouse: Warehouse, identifier: str, read: ReadSettings | None = None, clean: CleanSettings | None = None
) -> Story:
    """Return the story of an id or file name; the settings are those its documents were read and cleaned with.

    Raises UnknownId or AmbiguousId when it does not name one thing, NothingPublished when there is no snapshot.
    """
    snapshot = warehouse.current_snapshot()
    if snapshot is None:
        raise NothingPublished(warehouse.path)
    shelf = Shelf(snapshot, read or ReadSettings(), clean or CleanSettings())
    found = find(shelf, identifier)
    match found.table:
        case "sources":
            return document_story(shelf, found.row)
        case "entities":
            return entity_story(shelf, found.row)
        case "mentions":
            return mention_story(shelf, found.row)
        case "quotes":
            return quote_story(shelf, found.row)
        case "figures":
            return figure_story(shelf, found.row)
        case _:
            return refused_story(found.row)
