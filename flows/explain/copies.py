"""What a document is a copy of or linked to, and what was dropped for it: relation, measures, rule, and a word diff."""

from flows.explain.comparing import compare
from flows.explain.headers import SHORT_COLUMNS, known
from flows.explain.raw_documents import clean_again, readable
from flows.explain.shelf import Row, Shelf, name_of, printed_name
from flows.explain.story import Block, Fact, Facts, Remark, facts, listing
from schemas.duplicates import RELATIONS

N_COMPARED = 5  # copies shown with a diff; ten copies of one agency text differ in the same lines
N_LISTED = 50
EXCERPTS = (("both have", "shared_excerpt"), ("only here", "only_here"), ("only kept", "only_kept"))
MEASURES = ("jaccard", "containment", "headline_similarity")
MEANING = "shares of five-word runs: of both texts together, of the shorter one"
WHY = {
    "same_raw_bytes": "both have the same bytes",
    "same_folded_text": "both bodies have the same words: the earlier one stays, then the longer",
    "later_version_of_same_outlet": "one outlet published it again under this headline: its latest full version stays",
    "jaccard": "nearly all words are common to both: the earlier one stays, then the longer",
    "containment": "the longer text, which stays, holds nearly all of the shorter one",
    "few_own_words": "the longer text, which stays, holds all of the shorter one but for fewer words than this",
    "issue_of_series": "alike, but two issues of a series or one form filled in twice: both stay",
    "containment_linked": "the longer text holds most of the shorter one, which has more of its own than a sentence",
    "jaccard_linked": "about half of the words are common to both",
    "equal_headline": "the same headline over other words within a few days",
    "similar_headline": "nearly the same headline over other words within a few days",
}


def why_dropped(shelf: Shelf, source: Row) -> tuple[Block, ...]:
    """Return of what a dropped document is a copy and why, with the diff."""
    rows = shelf.rows("duplicates", "article_id", [source["article_id"]])
    own = [row for row in rows if row["is_dropped"] and name_of(row) == name_of(source)]
    return tuple(
        block
        for row in own
        for block in compared(shelf, row, kept_of(shelf, row), f"A copy of {row['kept_article_id']}")
    )


def relatives(shelf: Shelf, article_id: str) -> tuple[Block, ...]:
    """Return the copies of a kept article and the articles it is linked to, the closest first."""
    copies = shelf.rows("duplicates", "kept_article_id", [article_id])
    links = [
        row for row in shelf.rows("duplicates", "article_id", [article_id]) if row["kept_article_id"] != article_id
    ]
    rows = sorted(copies, key=closeness)
    rows += sorted((row for row in links if not row["is_dropped"]), key=lambda row: str(row["kept_article_id"]))
    if not rows:
        return (Remark("It has no copies and is linked to no other article."),)
    listed = listing(
        "Copies and linked articles",
        ("relation", "fate", "article_id", "published", "read from"),
        [relative(row, partner(shelf, row, article_id)) for row in rows],
        N_LISTED,
    )
    differing = [row for row in rows if row["relation"] != "identical"]
    details = [
        block
        for row in differing[:N_COMPARED]
        for block in compared(shelf, row, partner(shelf, row, article_id), title_of(row, article_id))
    ]
    rest = len(differing) - N_COMPARED
    more = (Remark(f"{rest:,} more are not compared here. Of one: copydesk explain ID"),) if rest > 0 else ()
    return (*listed, *details, *more)


def closeness(row: Row) -> tuple[bool, int, str, int]:
    """Return the order of copies: dropped before linked, then by relation and name."""
    return not row["is_dropped"], RELATIONS.index(row["relation"]), row["source_uri"], row["source_record"] or 0


def partner(shelf: Shelf, row: Row, article_id: str) -> Row:
    """Return what is known of the other one of two that belong together, and which run brought it."""
    return row if row["kept_article_id"] == article_id else kept_of(shelf, row)


def kept_of(shelf: Shelf, row: Row) -> Row:
    """Return what is known of the kept article of a row, and which run brought it."""
    found = shelf.rows("articles", "article_id", [row["kept_article_id"]], SHORT_COLUMNS)
    article = found[0] if found else {**dict.fromkeys(SHORT_COLUMNS), "article_id": row["kept_article_id"]}
    return {**article, "run_id": row["matched_run_id"]}


def relative(row: Row, other: Row) -> tuple[str, ...]:
    """Return one copy or link as cells."""
    place = printed_name(other) if other["source_uri"] else ""
    return row["relation"], fate(row), other["article_id"], str(other["published_on"] or ""), place


def fate(row: Row) -> str:
    """Return whether a row drops its document or links it."""
    return "dropped" if row["is_dropped"] else "linked"


def title_of(row: Row, article_id: str) -> str:
    """Return the heading over one copy or link; of two that are not days apart none is the earlier one."""
    earlier, later = ("earlier ", "later ") if row["days_apart"] else ("", "")
    if row["kept_article_id"] != article_id:
        return f"Linked to the {earlier}article {row['kept_article_id']}"
    return f"{'Its copy' if row['is_dropped'] else f'Linked to the {later}article'} {row['article_id']}"


def compared(shelf: Shelf, row: Row, other: Row, title: str) -> tuple[Block, ...]:
    """Return why two documents belong together, and what differs."""
    reason = reason_of(row, other, title)
    if row["relation"] == "identical":
        return reason, Remark("Both have the same bytes.")
    kept, copy = kept_body(shelf, row), own_body(shelf, row)
    if kept is None or copy is None:
        return reason, Remark("One of the two texts cannot be read any more, so they are not compared.")
    diff = compare(heading_of(row), kept, copy)
    if all(change.kind in ("same", "skipped") for change in diff.changes):
        return reason, Remark("Both bodies have the same words.")
    return reason, diff


def heading_of(row: Row) -> str:
    """Return the heading over a word diff."""
    if row["is_dropped"]:
        return "From the kept article to this document: [-only the kept article has it-] {+only this one has it+}"
    one, two = row["kept_article_id"], row["article_id"]
    return f"From {one} to {two}: [-only {one[:6]}… has it-] {{+only {two[:6]}… has it+}}"


def reason_of(row: Row, other: Row, title: str) -> Facts:
    """Return relation, rule and measures of a row of `duplicates`, and what `other`, the one of both told of, is."""
    threshold = "" if row["threshold"] is None else f", threshold {row['threshold']:g}"
    measures = [f"{name} {row[name]:.3f}" for name in MEASURES if row[name] is not None]
    return facts(
        title,
        known("headline", other["headline"]),
        known("published", other["published_on"]),
        known("publisher", other["publisher"]),
        known("read from", printed_name(other) if other["source_uri"] else None, f"first by run {other['run_id']}"),
        Fact("relation", f"{row['relation']}, {fate(row)}", f"rule {row['rule']}{threshold}"),
        known("why", WHY.get(row["rule"])),
        known("measures", ", ".join(measures), MEANING if row["jaccard"] is not None else None),
        known("days apart", row["days_apart"]),
        *(known(name, " ".join((row[column] or "").split())) for name, column in EXCERPTS),
    )


def kept_body(shelf: Shelf, row: Row) -> str | None:
    """Return the body of the kept article."""
    article = shelf.row("articles", "article_id", row["kept_article_id"])
    return article["body"] if article else None


def own_body(shelf: Shelf, row: Row) -> str | None:
    """Return the body of the document: as published when it is an article too, else cleaned again from the raw store."""
    if not row["is_dropped"]:
        article = shelf.row("articles", "article_id", row["article_id"])
        return article["body"] if article else None
    found = readable(shelf, row)
    return clean_again(found, shelf).body if found else None
