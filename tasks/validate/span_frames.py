"""Mentions, quotes and figures of one part, with the articles of that part -> their gate frames."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from schemas.figures import FIGURES
from schemas.mentions import MENTIONS
from schemas.quotes import QUOTES
from tasks.validate.narrow import narrow
from tasks.validate.reproduce import Span, spans_reproduce


@dataclass(frozen=True)
class Known:
    """The keys of all rows to be published, of every part: what foreign keys may name."""

    articles: pa.Array
    entities: pa.Array
    quotes: pa.Array
    figures: pa.Array


def mention_frame(mentions: pa.Table, articles: pa.Table, known: Known) -> pa.Table:
    """Return the gate frame of mentions; `articles` (article_id, headline, body, captions) holds those they name."""
    (surface,) = spans_reproduce(mentions, articles, [Span("start_char", "end_char", "surface")])
    has_entity = mentions["entity_id"].is_valid()
    is_norp = pc.fill_null(pc.equal(mentions["type"], "NORP"), False)
    resolves = pc.and_(has_entity, pc.invert(is_norp))
    rules = {
        "article_exists": is_known(mentions["article_id"], known.articles),
        "offsets_reproduce_surface": surface,
        "entity_exists": pc.if_else(
            resolves, is_known(mentions["entity_id"], known.entities), pc.xor(has_entity, is_norp)
        ),
        "quote_exists": is_known_or_null(mentions["quote_id"], known.quotes),
    }
    return narrow(mentions, MENTIONS, rules)


def quote_frame(quotes: pa.Table, articles: pa.Table, known: Known) -> pa.Table:
    """Return the gate frame of quotes; `articles` (article_id, headline, body, captions) holds those they name."""
    text, speaker = spans_reproduce(
        quotes,
        articles,
        [Span("start_char", "end_char", "text"), Span("speaker_start_char", "speaker_end_char", "speaker")],
    )
    rules = {
        "article_exists": is_known(quotes["article_id"], known.articles),
        "offsets_reproduce_text": text,
        "offsets_reproduce_speaker": speaker,
        "speaker_entity_exists": is_known_or_null(quotes["speaker_entity_id"], known.entities),
    }
    return narrow(quotes, QUOTES, rules)


def figure_frame(figures: pa.Table, articles: pa.Table, known: Known) -> pa.Table:
    """Return the gate frame of figures; `articles` (article_id, headline, body, captions) holds those they name."""
    text, source = spans_reproduce(
        figures,
        articles,
        [Span("start_char", "end_char", "text"), Span("attributed_start_char", "attributed_end_char", "attributed_to")],
    )
    rules = {
        "article_exists": is_known(figures["article_id"], known.articles),
        "offsets_reproduce_text": text,
        "offsets_reproduce_source": source,
        "vague_has_no_value": vague_has_no_value(figures),
        "entities_exist": pc.and_(
            is_known_or_null(figures["place_entity_id"], known.entities),
            is_known_or_null(figures["attributed_entity_id"], known.entities),
        ),
        "parts_exist": pc.and_(
            is_known_or_null(figures["subset_of"], known.figures),
            is_known_or_null(figures["quote_id"], known.quotes),
        ),
    }
    return narrow(figures, FIGURES, rules)


def vague_has_no_value(figures: pa.Table) -> pa.ChunkedArray:
    """Tell which figures have both values, or are vague and have neither."""
    low, high = figures["value_low"].is_valid(), figures["value_high"].is_valid()
    vague = pc.fill_null(figures["is_vague"], False)
    return pc.if_else(vague, pc.invert(pc.or_(low, high)), pc.and_(low, high))


def is_known(ids: pa.ChunkedArray, keys: pa.Array) -> pa.ChunkedArray:
    """Tell which ids are among the keys; a missing id is not."""
    return pc.and_(ids.is_valid(), pc.is_in(ids, value_set=keys))


def is_known_or_null(ids: pa.ChunkedArray, keys: pa.Array) -> pa.ChunkedArray:
    """Tell which ids are among the keys or missing."""
    return pc.or_(ids.is_null(), pc.is_in(ids, value_set=keys))
