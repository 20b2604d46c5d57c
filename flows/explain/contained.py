"""What an article holds: the names it mentions, the quotes it prints, the figures it states."""

from collections import Counter

from flows.explain.shelf import Row, Shelf
from flows.explain.story import Block, listing, shortened

N_LISTED = 60
TEXT_CHARS = 90
FIELD_ORDER = ("headline", "body", "caption")


def contained(shelf: Shelf, article_id: str) -> tuple[Block, ...]:
    """Return names, quotes and figures of an article, as lists."""
    mentions, quotes, figures = (
        sorted(shelf.rows(table, "article_id", [article_id]), key=place) for table in ("mentions", "quotes", "figures")
    )
    ids = {row["entity_id"] for row in mentions} | {row["speaker_entity_id"] for row in quotes}
    ids.discard(None)
    names = {row["entity_id"]: row["name"] for row in shelf.rows("entities", "entity_id", ids, ("entity_id", "name"))}
    return (
        *listing("Names", ("name", "type", "times", "printed as", "entity_id"), named(mentions, names), N_LISTED),
        *listing(
            "Quotes", ("speaker", "known by", "quote", "quote_id"), [quote(row, names) for row in quotes], N_LISTED
        ),
        *listing(
            "Figures",
            ("figure", "measure", "who", "stated by", "figure_id"),
            [figure(row) for row in figures],
            N_LISTED,
        ),
    )


def place(row: Row) -> tuple[int, int, int]:
    """Return where a row stands in its article."""
    return FIELD_ORDER.index(row["field"]), row["field_index"] or 0, row["start_char"]


def named(mentions: list[Row], names: dict[str, str]) -> list[tuple[str, ...]]:
    """Return one line per identity, in the order in which they are first named."""
    groups: dict[tuple[str, str], list[Row]] = {}  # by entity, or by the words of a name that stands for none
    for row in mentions:
        groups.setdefault((row["entity_id"] or "", "" if row["entity_id"] else row["surface"]), []).append(row)
    return [
        (
            names.get(entity_id) or str(rows[0]["surface"]),
            rows[0]["type"],
            f"{len(rows):,}",
            ", ".join(surface for surface, _ in Counter(row["surface"] for row in rows).most_common()),
            entity_id or "–",
        )
        for (entity_id, _), rows in groups.items()
    ]


def quote(row: Row, names: dict[str, str]) -> tuple[str, ...]:
    """Return one quote as cells; a speaker by another word than the name is followed by the name."""
    name = names.get(row["speaker_entity_id"])
    printed = row["speaker"] or "–"
    speaker = f"{printed} = {name}" if name and name != printed else printed
    return speaker, row["attribution"] or "–", shortened(row["text"], TEXT_CHARS), row["quote_id"]


def figure(row: Row) -> tuple[str, ...]:
    """Return one figure as cells."""
    return row["text"], row["measure"], row["who"] or "–", row["attributed_to"] or "–", row["figure_id"]
