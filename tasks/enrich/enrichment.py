"""Enrich the articles of one shard: names, quotes and figures as tables, identities not yet joined across the corpus."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pyarrow as pa

from schemas.ids import span_id
from schemas.work import LOCAL_FIGURES, LOCAL_MENTIONS, LOCAL_QUOTES
from tasks.enrich.document_identity import Identity
from tasks.enrich.document_names import identities_of
from tasks.enrich.figures import Figure, passage_figures
from tasks.enrich.language_model import LanguageModel, Span
from tasks.enrich.mentions import article_names, is_read_by_model
from tasks.enrich.names import Name
from tasks.enrich.passages import Article, Passage, pieces_of, read_articles
from tasks.enrich.quote import Quote
from tasks.enrich.quote_referents import quotes_near
from tasks.enrich.quotes import passage_quotes
from tasks.enrich.settings import EnrichSettings

FLAGGED: Final = pa.schema([pa.field("article_id", pa.string(), False), pa.field("flag", pa.string(), False)])
Row = dict[str, Any]


@dataclass(frozen=True)
class Enriched:
    """The rows of one shard. `flagged`: what a reader of an article should know (article_id, flag)."""

    mentions: pa.Table
    quotes: pa.Table
    figures: pa.Table
    flagged: pa.Table


@dataclass(frozen=True)
class Rows:
    """Rows as they are collected, a list for each table."""

    mentions: list[Row] = field(default_factory=list)
    quotes: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    flagged: list[Row] = field(default_factory=list)


def enrich_articles(articles: pa.Table, model: LanguageModel, settings: EnrichSettings) -> Enriched:
    """Name, quote and count what the articles of one shard say; `articles` has the columns of cleaned articles."""
    rows = Rows()
    read = read_articles(articles)
    for article, spans in zip(read, model_spans(read, model, settings), strict=True):
        enrich_article(article, spans, settings, rows)
    return Enriched(
        mentions=LOCAL_MENTIONS.from_rows(rows.mentions),
        quotes=LOCAL_QUOTES.from_rows(rows.quotes),
        figures=LOCAL_FIGURES.from_rows(rows.figures),
        flagged=pa.Table.from_pylist(rows.flagged, schema=FLAGGED),
    )


def model_spans(
    articles: Sequence[Article], model: LanguageModel, settings: EnrichSettings
) -> Iterator[list[list[Span]]]:
    """Yield for each article the model's spans of each of its passages, in offsets of the passage."""
    pieces = [
        (number, index, offset, piece)
        for number, article in enumerate(articles)
        for index, passage in enumerate(article.passages)
        if is_read_by_model(passage)
        for offset, piece in pieces_of(passage.text, settings.max_chars_per_piece)
    ]
    spans: list[list[list[Span]]] = [[[] for _ in article.passages] for article in articles]
    found = model.spans([piece for *_, piece in pieces], settings.batch_size)
    for (number, index, offset, _), own in zip(pieces, found, strict=True):
        spans[number][index] += [Span(s.start + offset, s.end + offset, s.label) for s in own]
    yield from spans


def enrich_article(article: Article, spans: Sequence[list[Span]], settings: EnrichSettings, rows: Rows) -> None:
    """Add the rows of one article to `rows`."""
    names = article_names(article, spans)
    texts = [passage.text for passage in article.passages]
    meant = identities_of(article.article_id, names, article.dateline_country, settings, texts)
    identities = dict(zip(names, meant, strict=True))
    quotes: list[Quote] = []
    for number, passage in enumerate(article.passages):
        own = [name for name in names if name.passage == number]
        said = passage_quotes(number, passage, own)
        counted = passage_figures(number, passage, own, said, article.published_on)
        rows.mentions.extend(mention_row(article, passage, name, identities[name], said) for name in own)
        rows.quotes.extend(quote_row(article, passage, quote, identities) for quote in said)
        rows.figures.extend(figure_row(article, passage, figure, identities) for figure in counted)
        quotes += said
    if any(quote.is_lost and quote.kind == "direct" for quote in quotes):
        rows.flagged.append({"article_id": article.article_id, "flag": "quote_speaker_missing"})


def stands(kind: str, article: Article, passage: Passage, start: int, end: int, measure: str | None = None) -> Row:
    """Return the columns that say where a row stands, its id first."""
    return {
        f"{kind}_id": span_id(kind, article.article_id, passage.field, passage.index, start, end, measure),
        "article_id": article.article_id,
        "published_on": article.published_on,
        "field": passage.field,
        "field_index": passage.index,
        "start_char": start,
        "end_char": end,
    }


def mention_row(
    article: Article, passage: Passage, name: Name, identity: Identity | None, quotes: Sequence[Quote]
) -> Row:
    """Return the row of a name."""
    quote = next((q for q in quotes_near(quotes, name.start) if name.end <= q.end), None)
    return stands("mention", article, passage, name.start, name.end) | {
        "surface": name.surface,
        "type": name.type,
        "honorific": name.honorific,
        "role": name.role,
        "quote_id": quote_id(article, passage, quote),
        "extractor": name.extractor,
        "identity": identity.key if identity else None,
        "full_name": identity.full_name if identity else None,
        "link_method": identity.method if identity else None,
    }


def quote_id(article: Article, passage: Passage, quote: Quote | None) -> str | None:
    """Return the id of the quote that a name or figure stands in."""
    if quote is None:
        return None
    return span_id("quote", article.article_id, passage.field, passage.index, quote.start, quote.end)


def quote_row(article: Article, passage: Passage, quote: Quote, identities: dict[Name, Identity | None]) -> Row:
    """Return the row of a quote."""
    speaker = quote.speaker
    identity = identities[quote.meant] if quote.meant is not None else None
    return stands("quote", article, passage, quote.start, quote.end) | {
        "text": passage.text[quote.start : quote.end],
        "kind": quote.kind,
        "speaker": passage.text[speaker.start : speaker.end] if speaker else None,
        "speaker_start_char": speaker.start if speaker else None,
        "speaker_end_char": speaker.end if speaker else None,
        "attribution": speaker.attribution if speaker else "inferred" if identity else None,
        "cue": quote.cue,
        "rule": quote.rule,
        "speaker_identity": identity.key if identity else None,
    }


def figure_row(article: Article, passage: Passage, figure: Figure, identities: dict[Name, Identity | None]) -> Row:
    """Return the row of a figure."""
    source, whole = figure.source, figure.whole
    attributed = identities[source.name] if source is not None and source.name is not None else None
    place = identities[figure.place] if figure.place is not None else None
    return stands("figure", article, passage, figure.start, figure.end, figure.measure) | {
        "text": passage.text[figure.start : figure.end],
        "value_low": figure.number.low,
        "value_high": figure.number.high,
        "is_vague": figure.number.is_vague,
        "qualifier": figure.number.qualifier,
        "measure": figure.measure,
        "unit": figure.unit,
        "currency": figure.currency,
        "who": figure.who,
        "place": figure.place.surface if figure.place else None,
        "as_of": figure.as_of,
        "attributed_to": passage.text[source.start : source.end] if source else None,
        "attributed_start_char": source.start if source else None,
        "attributed_end_char": source.end if source else None,
        "hedge": figure.hedge,
        "subset_of": stands("figure", article, passage, whole.start, whole.end, whole.measure)["figure_id"]
        if whole
        else None,
        "quote_id": quote_id(article, passage, figure.quote),
        "rule": figure.rule,
        "place_identity": place.key if place else None,
        "attributed_identity": attributed.key if attributed else None,
    }
