"""The story of a document: an article with all it holds, a copy with what it is a copy of, or a reject with its reason."""

from flows.explain.contained import contained
from flows.explain.copies import relatives, why_dropped
from flows.explain.headers import header, known
from flows.explain.labelling import labelled_source, labels_of_article, labels_of_cleaned
from flows.explain.raw_documents import clean_again, decode, readable
from flows.explain.shelf import Row, Shelf, name_of, printed_name
from flows.explain.story import Block, Fact, Facts, Remark, Story, facts

NO_SOURCE = "Its raw bytes cannot be shown as text."


def document_story(shelf: Shelf, source: Row) -> Story:
    """Return the story of a row of `sources`."""
    match source["fate"]:
        case "kept":
            return article_story(shelf, source)
        case "duplicate":
            return duplicate_story(shelf, source)
        case _:
            return reject_story(shelf, source)


def article_story(shelf: Shelf, source: Row) -> Story:
    """Return what an article is, its labelled source, its relatives and what it holds."""
    article = shelf.row("articles", "article_id", source["article_id"])
    if article is None:
        raise LookupError(f"{source['article_id']} is kept by sources but not in articles; run `copydesk check`.")
    found = readable(shelf, source)
    shown: Block = labelled_source(decode(found), labels_of_article(article)) if found else Remark(NO_SOURCE)
    blocks = (
        header(article),
        shown,
        *relatives(shelf, article["article_id"]),
        *contained(shelf, article["article_id"]),
    )
    return Story("article", article["article_id"], f"Article {article['article_id']}", blocks)


def duplicate_story(shelf: Shelf, source: Row) -> Story:
    """Return of what a dropped document is a copy, why, and how its own source was read."""
    blocks = (
        identity(source, "dropped as a copy"),
        *why_dropped(shelf, source),
        own_source(shelf, source),
    )
    return Story("duplicate", printed_name(source), f"Duplicate {printed_name(source)}", blocks)


def reject_story(shelf: Shelf, source: Row) -> Story:
    """Return why a document was set aside, and its source as far as it can be read."""
    rows = shelf.rows("rejects", "source_uri", [source["source_uri"]])
    own = [r for r in rows if name_of(r) == name_of(source) and r["article_id"] == source["article_id"]]
    reasons = [reason(row) for row in own if row["table_name"] in (None, "articles")]
    blocks = (identity(source, "rejected"), *reasons, own_source(shelf, source))
    return Story("reject", printed_name(source), f"Rejected {printed_name(source)}", blocks)


def identity(source: Row, fate: str) -> Facts:
    """Return what `sources` says of a document that is no article."""
    return facts(
        "What became of it",
        Fact("document", printed_name(source)),
        Fact("fate", fate),
        known("article_id", source["article_id"]),
        known("size", None if source["n_bytes"] is None else f"{source['n_bytes']:,} bytes"),
        known("publisher", source["publisher"]),
        known("published", source["published_on"]),
        Fact("first read", str(source["first_read_on"]), f"by run {source['run_id']}"),
    )


def reason(row: Row) -> Facts:
    """Return why a row of `rejects` was set aside."""
    released = row["released_run_id"]
    return facts(
        "Why it was set aside",
        Fact("reason", row["reason"], f"found by the stage {row['stage']}"),
        Fact("message", row["message"]),
        known("check", row["check_name"]),
        known("headline", row["headline"]),
        known("released", released and f"by run {released}"),
        known("begins", row["raw_excerpt"]),
    )


def own_source(shelf: Shelf, source: Row) -> Block:
    """Return the labelled source of a document that is no article, cleaned again by itself."""
    found = readable(shelf, source)
    if found is None:
        return Remark(NO_SOURCE)
    return labelled_source(decode(found), labels_of_cleaned(clean_again(found, shelf)))
