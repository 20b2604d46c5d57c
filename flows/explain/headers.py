"""What an article is, with the evidence for each fact: as a full header, and as the short one other stories show."""

from collections.abc import Sequence
from typing import Any

from flows.explain.shelf import Row, printed_name
from flows.explain.story import Fact, Facts, facts

SHORT_COLUMNS = (
    "article_id",
    "headline",
    "published_on",
    "published_month",
    "publisher",
    "source_uri",
    "source_record",
)


def short_header(article: Row | None, article_id: str) -> Facts:
    """Return what a reader must know of the article that something stands in."""
    if article is None:
        return facts("The article", Fact("article_id", article_id))
    return facts(
        "The article",
        Fact("headline", article["headline"] or "(none)"),
        known("published", article["published_on"] or article["published_month"]),
        known("publisher", article["publisher"]),
        Fact("article_id", article_id),
        Fact("read from", printed_name(article)),
    )


def header(article: Row) -> Facts:
    """Return what is known of an article, with its evidence."""
    return facts(
        "What it is",
        headline(article),
        published(article),
        publisher(article),
        *outlets(article, "agency", "agencies"),
        *outlets(article, "credited", "credited outlets"),
        dateline(article),
        known("byline", ", ".join(article["byline"])),
        known("language", article["language"], score(article["language_score"])),
        Fact("length", f"{article['n_words']:,} words, {article['n_paragraphs']:,} paragraphs"),
        known("flags", ", ".join(article["flags"])),
        known("repairs", ", ".join(f"{repair['name']} {repair['count']:,}" for repair in article["repairs"])),
        known("address", article["url"]),
        Fact("read from", printed_name(article), f"first by run {article['run_id']}"),
        Fact("raw_sha256", article["raw_sha256"]),
    )


def known(name: str, value: Any, evidence: str | None = None) -> Fact | None:
    """Return a fact, None when there is no value."""
    return None if value is None or value == "" else Fact(name, str(value), evidence)


def score(value: float | None) -> str | None:
    """Return a confidence in words."""
    return None if value is None else f"score {value:.2f}"


def headline(article: Row) -> Fact:
    """Return the headline and how it was found."""
    if article["headline"] is None:
        return Fact("headline", "(none)", "the source has none")
    rules = sorted({r["rule"] for r in article["removed"] if r["kind"] in ("headline_line", "duplicate_headline")})
    by = f", by {', '.join(rules)}" if rules else ""
    times = {0: "does not stand in the source", 1: "stands in the source once"}
    n_copies = article["n_headline_copies"]
    said = times.get(n_copies, f"stands in the source {n_copies:,} times")
    return Fact("headline", article["headline"], f"{article['headline_source']}, {said}{by}")


def published(article: Row) -> Fact | None:
    """Return the date of publication and what shows it, also when it could not be used."""
    day = article["published_on"] or article["published_month"]
    at, zone = article["published_at"], article["published_zone"]
    clock = f"{at:%H:%M:%S} {zone or '(no zone given)'}" if at else ""
    said = (
        f"{article['published_source']}: {article['published_evidence']!r}" if article["published_evidence"] else None
    )
    if day is None and said is None:
        return None
    conflict = "another date of the document is more than a day away" if article["published_conflict"] else None
    precision = f"known to the {article['published_precision']}" if article["published_precision"] else None
    evidence = "; ".join(filter(None, (precision, said, conflict)))
    return Fact("published", " ".join(filter(None, (str(day or "unknown"), clock))), evidence)


def publisher(article: Row) -> Fact | None:
    """Return the publisher and the words that show it."""
    name = article["publisher"]
    return known("publisher", name, shown_by(article, "publisher", [name], article["publisher_source"]))


def outlets(article: Row, role: str, column: str) -> list[Fact]:
    """Return the outlets of one role and the words that show them."""
    names = article[column.replace(" ", "_")]
    return [Fact(column, ", ".join(names), shown_by(article, role, names))] if names else []


def shown_by(article: Row, role: str, names: Sequence[str], where: str | None = None) -> str | None:
    """Return the words that show outlets in a role."""
    words = [
        repr(e["text"]) for e in article["outlet_evidence"] if e["role"] == role and e["outlet"] in names and e["text"]
    ]
    return ": ".join(filter(None, (where, ", ".join(dict.fromkeys(words))))) or None


def dateline(article: Row) -> Fact | None:
    """Return the dateline as printed and the place it names."""
    if article["dateline"] is None:
        return None
    place = ", ".join(filter(None, (article["dateline_place"], article["dateline_country"])))
    return Fact("dateline", article["dateline"], place or "place unknown")
