"""The story of an entity: every spelling, how it was joined, and an article that shows it."""

from flows.explain.headers import known
from flows.explain.shelf import Row, Shelf
from flows.explain.story import Block, Fact, Remark, Story, facts, listing, shortened

HEADLINE_CHARS = 60
N_MERGED = 20


def entity_story(shelf: Shelf, entity: Row) -> Story:
    """Return who or what it is, all its spellings, and the ids that now stand for it."""
    place = None if entity["latitude"] is None else f"{entity['latitude']:.4f}, {entity['longitude']:.4f}"
    what = facts(
        "Who or what it is",
        Fact("name", entity["name"], "the spelling printed most often"),
        Fact("type", entity["type"]),
        known("country", entity["country"], place),
        known("roles", ", ".join(entity["roles"])),
        Fact("named in", f"{entity['n_articles']:,} articles, {entity['n_mentions']:,} times"),
        known("first day", entity["first_on"]),
        known("last day", entity["last_on"]),
    )
    blocks = (what, *merged_into(entity), *spellings(shelf, entity), *merged_ids(shelf, entity))
    return Story("entity", entity["entity_id"], f"Entity {entity['entity_id']}: {entity['name']}", blocks)


def merged_into(entity: Row) -> tuple[Block, ...]:
    """Return where an id that no longer stands leads."""
    if entity["same_as"] is None:
        return ()
    return (Remark(f"This id no longer stands; it is now {entity['same_as']}: copydesk explain {entity['same_as']}"),)


def spellings(shelf: Shelf, entity: Row) -> tuple[Block, ...]:
    """Return every alias with how it was joined and the headline of an article that shows it."""
    aliases = entity["aliases"]
    ids = {alias["evidence_article_id"] for alias in aliases}
    articles = shelf.rows("articles", "article_id", ids, ("article_id", "headline"))
    headlines = {row["article_id"]: row["headline"] for row in articles}
    rows = [
        (
            alias["text"],
            f"{alias['n_mentions']:,}",
            alias["method"],
            f"{alias['score']:.2f}",
            alias["evidence_article_id"],
            shortened(headlines.get(alias["evidence_article_id"]), HEADLINE_CHARS),
        )
        for alias in aliases
    ]
    headers = ("spelling", "mentions", "joined by", "score", "for example in", "headline")
    return listing("Every spelling, and how it was joined", headers, rows, len(rows))


def merged_ids(shelf: Shelf, entity: Row) -> tuple[Block, ...]:
    """Return the ids that were merged into this one."""
    rows = shelf.rows("entities", "same_as", [entity["entity_id"]], ("entity_id", "name"))
    return listing("Ids that now mean it", ("entity_id", "name"), [(r["entity_id"], r["name"]) for r in rows], N_MERGED)
