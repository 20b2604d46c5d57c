"""The story of an entity: every spelling, how it was joined, and an article that shows it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from flows.explain.headers import known
from flows.explain.shelf import Row, Shelf
from flows.explain.story import Block, Fact, Remark, Story, facts, listing, shortened

HEADLINE_CHARS = 60
N_MERGED = 20
N_BESIDE = 40  # articles of a spelling whose other names are looked at: as many as the linker looks at
N_SHARED = 5  # names that two spellings have beside them: the rarest say most

NAMED = ("entity_id", "name", "n_articles")


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
    blocks = (
        what,
        *merged_into(entity),
        *spellings(shelf, entity),
        *company(shelf, entity),
        *merged_ids(shelf, entity),
    )
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


def company(shelf: Shelf, entity: Row) -> tuple[Block, ...]:
    """Return for every spelling but the usual one who and what is named beside it, and beside the others too."""
    own = shelf.rows("mentions", "entity_id", [entity["entity_id"]], ("article_id", "surface"))
    printed: dict[str, set[str]] = defaultdict(set)
    for row in own:
        printed[row["surface"]].add(row["article_id"])
    usual = printed.pop(entity["name"], set())
    looked_at = {article for articles in (usual, *printed.values()) for article in first_of(articles)}
    beside: dict[str, set[str]] = defaultdict(set)
    for row in shelf.rows("mentions", "article_id", looked_at, ("article_id", "entity_id")):
        if row["entity_id"] not in (None, entity["entity_id"]):
            beside[row["article_id"]].add(row["entity_id"])
    shared = {
        spelling: named_in(articles - usual, beside) & named_in(usual, beside) for spelling, articles in printed.items()
    }
    ids = set().union(*shared.values())
    known = {row["entity_id"]: row for row in shelf.rows("entities", "entity_id", ids, NAMED)}
    rows = [(spelling, rarest(found, known)) for spelling, found in sorted(shared.items()) if found]
    return listing(
        "What stands beside a spelling and beside its name", ("spelling", "named with both"), rows, len(rows)
    )


def first_of(articles: Iterable[str]) -> list[str]:
    """Return the articles of one spelling that are looked at."""
    return sorted(articles)[:N_BESIDE]


def named_in(articles: Iterable[str], beside: Mapping[str, set[str]]) -> set[str]:
    """Return the entities named in any of the articles that are looked at."""
    return set().union(*(beside.get(article, set()) for article in first_of(articles)))


def rarest(ids: Iterable[str], known: Mapping[str, Row]) -> str:
    """Return the names of the entities, those of few articles first."""
    rows = sorted((known[one] for one in ids), key=lambda row: (row["n_articles"], row["name"]))
    more = len(rows) - N_SHARED
    return ", ".join(row["name"] for row in rows[:N_SHARED]) + (f" and {more} more" if more > 0 else "")


def merged_ids(shelf: Shelf, entity: Row) -> tuple[Block, ...]:
    """Return the ids that were merged into this one."""
    rows = shelf.rows("entities", "same_as", [entity["entity_id"]], ("entity_id", "name"))
    return listing("Ids that now mean it", ("entity_id", "name"), [(r["entity_id"], r["name"]) for r in rows], N_MERGED)
