"""Documents of our own invention, and rows about them whose offsets are looked up in their text."""

from datetime import date
from typing import Any

from schemas.ids import article_id, span_id

RUN = "0123456789ab"
DAY = date(2024, 3, 9)

HEADLINE = "Wendel bridge closed after flood"
DATE_LINE = "Published: March 9, 2024"
OPENING = "The bridge over the Wendel was closed on Saturday after the river rose by two metres overnight."
QUOTE = "Nobody should cross tonight,"
QUOTED = f"At least 12 people were killed, Mayor Ada Brook said. “{QUOTE}” she told reporters at the town hall."
PROMO = "Also read: Ferry timetable"
BODY = f"{OPENING}\n\n{QUOTED}"
TEXT = f"{HEADLINE}\n{DATE_LINE}\n\n{OPENING}\n\n{QUOTED}\n\n\n{PROMO}\n"
COPY = TEXT.replace("At least 12 people", "At least 15 people")
FOLLOW_UP = "Three days later the council said that the bridge may open again once divers have looked at its piers."
SHORT = "Ferry delayed.\n"

RAW, COPY_RAW, FOLLOW_UP_RAW, SHORT_RAW = (text.encode() for text in (TEXT, COPY, FOLLOW_UP, SHORT))
ROW_TEXT = "The harbour board of Lower Wendel will meet in May to vote on a new pier, its chair said."
ROW_RAW = f'{{"text":"{ROW_TEXT}","title":"Pier vote"}}'.encode()
KEPT, COPIED, LATER, REJECTED, ROW = map(article_id, (RAW, COPY_RAW, FOLLOW_UP_RAW, SHORT_RAW, ROW_RAW))
MAYOR, RIVER, OLD_MAYOR = "aa" * 8, "bb" * 8, "cc" * 8


def document(uri: str, raw: bytes | None, record: int | None = None, **values: Any) -> dict[str, Any]:
    """Return a row of the raw store."""
    return {
        "source_uri": uri,
        "source_record": record,
        "article_id": None if raw is None else article_id(raw),
        "n_bytes": raw and len(raw),
        "kind": "text" if record is None else "row",
        "raw": raw,
        "first_read_on": date(2024, 3, 12),
        "run_id": RUN,
        **values,
    }


def source(
    uri: str, raw: bytes | None, fate: str, kept: str | None = None, record: int | None = None
) -> dict[str, Any]:
    """Return a row of `sources`."""
    known = {"source_uri": uri, "source_record": record, "fate": fate, "kept_article_id": kept, "run_id": RUN}
    identity = {"article_id": None if raw is None else article_id(raw), "n_bytes": raw and len(raw)}
    return {**known, **identity, "first_read_on": date(2024, 3, 12)}


def article(uri: str, raw: bytes, body: str, record: int | None = None, **values: Any) -> dict[str, Any]:
    """Return a row of `articles` of which only `values` matter."""
    lists = ("byline", "agencies", "credited_outlets", "outlet_evidence", "captions", "crossheads", "repairs", "flags")
    return {
        **{name: [] for name in (*lists, "removed", "paragraph_spans")},
        "article_id": article_id(raw),
        "n_headline_copies": 0,
        "lead": body.split("\n\n")[0],
        "body": body,
        "n_words": len(body.split()),
        "n_paragraphs": body.count("\n\n") + 1,
        "published_conflict": False,
        "raw_sha256": "0" * 64,
        "source_uri": uri,
        "source_record": record,
        "run_id": RUN,
        **values,
    }


def removed(kind: str, words: str, rule: str) -> dict[str, Any]:
    """Return a span of TEXT that is not body."""
    start = TEXT.index(words)
    return {"kind": kind, "start_char": start, "end_char": start + len(words), "text": words, "rule": rule}


def paragraph(number: int, words: str) -> dict[str, Any]:
    """Return a paragraph of TEXT."""
    start = TEXT.index(words)
    return {"paragraph": number, "start_char": start, "end_char": start + len(words)}


def span(kind: str, words: str, measure: str | None = None) -> dict[str, Any]:
    """Return where some words of BODY stand, with the id of the row about them."""
    start = BODY.index(words)
    end = start + len(words)
    row_id = span_id(kind, KEPT, "body", None, start, end, measure)
    place = {"field": "body", "start_char": start, "end_char": end}
    return {f"{kind}_id": row_id, "article_id": KEPT, "published_on": DAY, **place}


def duplicate(uri: str, raw: bytes, relation: str, is_dropped: bool, **values: Any) -> dict[str, Any]:
    """Return a row of `duplicates` that names the first article."""
    return {
        "source_uri": uri,
        "article_id": article_id(raw),
        "kept_article_id": KEPT,
        "relation": relation,
        "is_dropped": is_dropped,
        "rule": f"rule_of_{relation}",
        "matched_run_id": RUN,
        "run_id": RUN,
        "agencies": [],
        "n_words": 30,
        **values,
    }


def reject(uri: str, raw: bytes | None, stage: str, reason: str, **values: Any) -> dict[str, Any]:
    """Return a row of `rejects`."""
    known = {"run_id": RUN, "source_uri": uri, "stage": stage, "reason": reason, "message": f"Found {reason} in it."}
    return {**known, "article_id": None if raw is None else article_id(raw), **values}


def alias(text: str, n: int, method: str, score: float) -> dict[str, Any]:
    """Return a spelling of an entity, shown by the first article."""
    return {"text": text, "n_mentions": n, "method": method, "score": score, "evidence_article_id": KEPT}


def entity(entity_id: str, kind: str, name: str, *aliases: dict[str, Any], **values: Any) -> dict[str, Any]:
    """Return a row of `entities`."""
    known = {"entity_id": entity_id, "type": kind, "name": name, "aliases": list(aliases), "roles": []}
    return {**known, "n_articles": 1, "n_mentions": 2, **values}


MENTION = {
    **span("mention", "Ada Brook"),
    "surface": "Ada Brook",
    "type": "PERSON",
    "entity_id": MAYOR,
    "extractor": "model",
}
SPEAKER = span("mention", "she")
QUOTE_ROW = {
    **span("quote", QUOTE),
    "text": QUOTE,
    "kind": "direct",
    "speaker": "she",
    "speaker_start_char": SPEAKER["start_char"],
    "speaker_end_char": SPEAKER["end_char"],
    "speaker_entity_id": MAYOR,
    "attribution": "pronoun",
    "cue": "told",
    "rule": "quote_then_pronoun",
}
FIGURE = {
    **span("figure", "At least 12 people", "killed"),
    "text": "At least 12 people",
    "value_low": 12.0,
    "value_high": 12.0,
    "is_vague": False,
    "qualifier": "at_least",
    "measure": "killed",
    "unit": "people",
    "attributed_to": "Mayor Ada Brook",
    "hedge": "said",
    "rule": "were_killed",
    "attributed_start_char": BODY.index("Mayor"),
    "attributed_end_char": BODY.index("Mayor") + len("Mayor Ada Brook"),
    "attributed_entity_id": MAYOR,
}
PART = {
    **span("figure", "two metres", "other"),
    "text": "two metres",
    "value_low": 2.0,
    "value_high": 2.0,
    "is_vague": False,
    "qualifier": "exact",
    "measure": "other",
    "rule": "number_unit",
    "subset_of": FIGURE["figure_id"],
}

SOURCES = [
    source("inbox/bridge.txt", RAW, "kept", KEPT),
    source("inbox/mirror/same.txt", RAW, "duplicate", KEPT),
    source("inbox/copy.txt", COPY_RAW, "duplicate", KEPT),
    source("inbox/later.txt", FOLLOW_UP_RAW, "kept", LATER),
    source("inbox/short.txt", SHORT_RAW, "rejected"),
    source("inbox/locked.txt", None, "rejected"),
    source("inbox/feed.jsonl", ROW_RAW, "kept", ROW, record=3),
]
ARTICLE = article(
    "inbox/bridge.txt",
    RAW,
    BODY,
    headline=HEADLINE,
    headline_source="first_line",
    n_headline_copies=1,
    paragraph_spans=[paragraph(0, OPENING), paragraph(1, QUOTED)],
    removed=[
        removed("headline_line", HEADLINE, "first_line"),
        removed("date_line", DATE_LINE, "published_label"),
        removed("promo_line", PROMO, "read_more"),
    ],
    published_on=DAY,
    published_month="2024-03",
    published_precision="day",
    published_source="date_line",
    published_evidence="March 9, 2024",
    publisher="Wendel Post",
    publisher_source="metadata",
    outlet_evidence=[{"outlet": "Wendel Post", "role": "publisher", "text": "wendelpost.example"}],
    flags=["in_doubt"],
    repairs=[{"name": "html_entity", "count": 2}],
)
TABLES: dict[str, list[dict[str, Any]]] = {
    "sources": SOURCES,
    "articles": [
        ARTICLE,
        article("inbox/later.txt", FOLLOW_UP_RAW, FOLLOW_UP, headline=HEADLINE),
        article("inbox/feed.jsonl", ROW_RAW, "The harbour board will meet.", record=3, headline="Pier vote"),
    ],
    "duplicates": [
        duplicate("inbox/mirror/same.txt", RAW, "identical", True),
        duplicate(
            "inbox/copy.txt", COPY_RAW, "near", True, jaccard=0.91, threshold=0.8, days_apart=0, only_here="15\n\n…"
        ),
        duplicate("inbox/later.txt", FOLLOW_UP_RAW, "same_headline", False, headline_similarity=1.0, days_apart=3),
    ],
    "rejects": [
        reject("inbox/short.txt", SHORT_RAW, "clean", "too_short", raw_excerpt="Ferry delayed."),
        reject("inbox/locked.txt", None, "read", "no_permission"),
        reject(
            "inbox/bridge.txt",
            RAW,
            "validate",
            "check_failed",
            table_name="quotes",
            row_id="dd" * 8,
            check_name="offsets",
        ),
    ],
    "mentions": [
        MENTION,
        {**SPEAKER, "mention_id": "ee" * 8, "surface": "Wendelers", "type": "NORP", "extractor": "model"},
    ],
    "quotes": [QUOTE_ROW],
    "figures": [FIGURE, PART],
    "entities": [
        entity(MAYOR, "PERSON", "Ada Brook", alias("Ada Brook", 1, "printed", 1.0), alias("Brook", 1, "surname", 0.9)),
        entity(RIVER, "PLACE", "Wendel", country="DE", latitude=50.5, longitude=9.25),
        entity(OLD_MAYOR, "PERSON", "A. Brook", same_as=MAYOR, n_articles=0, n_mentions=0),
    ],
}
DOCUMENTS = [
    document("inbox/bridge.txt", RAW),
    document("inbox/copy.txt", COPY_RAW),
    document("inbox/later.txt", FOLLOW_UP_RAW),
    document("inbox/short.txt", SHORT_RAW),
    document("inbox/locked.txt", None, reason="no_permission"),
    document("inbox/feed.jsonl", ROW_RAW, record=3),
]
