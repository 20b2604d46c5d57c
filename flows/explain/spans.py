"""The story of a mention, quote or figure: the sentence it stands in, who is behind it, and the article around it."""

from flows.explain.headers import known, short_header
from flows.explain.sentences import passage
from flows.explain.shelf import Row, Shelf
from flows.explain.story import Block, Fact, Facts, Remark, Story, facts, listing

MOST_STEPS = 20  # parts of parts; no article nests its figures deeper, and a circle must end


def mention_story(shelf: Shelf, row: Row) -> Story:
    """Return where a name stands and for whom."""
    what = facts(
        "What it is",
        Fact("name", row["surface"], f"found by {row['extractor']}"),
        Fact("type", row["type"]),
        known("honorific", row["honorific"]),
        known("role", row["role"]),
        place(row),
        entity(shelf, "entity", row["entity_id"]),
        known("inside quote", row["quote_id"]),
    )
    return story("mention", row["mention_id"], row["surface"], what, *around(shelf, row))


def quote_story(shelf: Shelf, row: Row) -> Story:
    """Return what was said and by whom."""
    what = facts(
        "What it is",
        Fact("quote", row["text"], f"{row['kind']}, found by {row['rule']}"),
        place(row),
        speaker(row),
        known("speaker known by", row["attribution"]),
        known("cue", row["cue"]),
        entity(shelf, "entity", row["speaker_entity_id"]),
    )
    return story("quote", row["quote_id"], row["speaker"] or "speaker unknown", what, *around(shelf, row, "speaker"))


def figure_story(shelf: Shelf, row: Row) -> Story:
    """Return what is counted, who says so, and of which figures it is a part."""
    what = facts(
        "What it is",
        Fact("figure", row["text"], f"found by {row['rule']}"),
        Fact("value", value(row)),
        Fact("measure", row["measure"]),
        known("unit", row["currency"] or row["unit"]),
        known("who", row["who"]),
        known("place", row["place"]),
        entity(shelf, "place's entity", row["place_entity_id"]),
        known("as of", row["as_of"]),
        place(row),
        stated_by(row),
        entity(shelf, "source's entity", row["attributed_entity_id"]),
        known("inside quote", row["quote_id"]),
    )
    return story("figure", row["figure_id"], row["text"], what, *wholes(shelf, row), *around(shelf, row, "attributed"))


def refused_story(row: Row) -> Story:
    """Return why a row of a table was set aside."""
    what = facts(
        "Why it was set aside",
        Fact("row", f"{row['row_id']} of {row['table_name']}"),
        known("check", row["check_name"]),
        Fact("message", row["message"]),
        known("headline", row["headline"]),
        known("article_id", row["article_id"]),
    )
    return Story("refused_row", row["row_id"], f"Set aside: row {row['row_id']} of {row['table_name']}", (what,))


def story(kind: str, identifier: str, name: str, *blocks: Block) -> Story:
    """Return the story of one span."""
    return Story(kind, identifier, f"{kind.capitalize()} {identifier}: {name}", blocks)


def place(row: Row) -> Fact:
    """Return where a span stands."""
    number = "" if row["field_index"] is None else f" {row['field_index']}"
    return Fact("stands in", f"{row['field']}{number}, characters {row['start_char']:,} to {row['end_char']:,}")


def speaker(row: Row) -> Fact | None:
    """Return the speaker as written, with its place."""
    if row["speaker"] is None:
        return None
    return Fact("speaker", row["speaker"], f"characters {row['speaker_start_char']:,} to {row['speaker_end_char']:,}")


def stated_by(row: Row) -> Fact | None:
    """Return the source of a figure as written, with its place; of one without source the word that hedges it."""
    if row["attributed_to"] is None:
        return Fact("stated by", f"nobody named ({row['hedge']})") if row["hedge"] else None
    start, end = row["attributed_start_char"], row["attributed_end_char"]
    where = None if start is None else f"characters {start:,} to {end:,}"
    return Fact(
        "stated by", " ".join(filter(None, (row["attributed_to"], row["hedge"] and f"({row['hedge']})"))), where
    )


def value(row: Row) -> str:
    """Return a figure's number with its qualifier."""
    if row["is_vague"]:
        return "vague: no number is stated"
    low, high = row["value_low"], row["value_high"]
    number = f"{low:,.12g}" if low == high else f"{low:,.12g} to {high:,.12g}"
    return f"{row['qualifier']} {number}"


def entity(shelf: Shelf, name: str, entity_id: str | None) -> Fact | None:
    """Return an identity by its name and id."""
    found = shelf.row("entities", "entity_id", entity_id)
    return Fact(name, f"{found['name']} ({found['type']})", found["entity_id"]) if found else None


def wholes(shelf: Shelf, row: Row) -> tuple[Block, ...]:
    """Return the figures this one is a part of, the next larger first."""
    chain: list[Row] = []
    seen = {row["figure_id"]}
    part = row
    while part["subset_of"] and part["subset_of"] not in seen and len(chain) < MOST_STEPS:
        whole = shelf.row("figures", "figure_id", part["subset_of"])
        if whole is None:
            break
        chain.append(whole)
        seen.add(whole["figure_id"])
        part = whole
    rows = [(w["text"], w["measure"], w["attributed_to"] or "–", w["figure_id"]) for w in chain]
    return listing("It is a part of", ("figure", "measure", "stated by", "figure_id"), rows, MOST_STEPS)


def around(shelf: Shelf, row: Row, source: str | None = None) -> tuple[Block, ...]:
    """Return the sentences around a span, with the span of its source marked too, and the article's header."""
    article = shelf.row("articles", "article_id", row["article_id"])
    short: Facts = short_header(article, row["article_id"])
    text = text_of(article, row) if article else None
    if text is None:
        return Remark("The text it stands in is not in articles any more."), short
    other = (row[f"{source}_start_char"], row[f"{source}_end_char"]) if source else (None, None)
    return *passage(text, (row["start_char"], row["end_char"]), other), short


def text_of(article: Row, row: Row) -> str | None:
    """Return the text the offsets of a row mean."""
    if row["field"] == "caption":
        captions = article["captions"]
        return captions[row["field_index"]]["text"] if row["field_index"] < len(captions) else None
    found: str | None = article[row["field"]]
    return found
