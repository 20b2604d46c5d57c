"""What was read of a document -> the columns of `articles` that its text gives, and the reason when it was set aside."""

from dataclasses import dataclass
from datetime import date, datetime

from schemas.articles import FLAGS
from tasks.clean import crossheads, dates, ledger, quality
from tasks.clean.author_names import read_authors
from tasks.clean.facts import Byline, Caption, Dateline, Dates, Headline
from tasks.clean.labelling import Labelled
from tasks.clean.lines import Label
from tasks.clean.outlet_columns import Outlets
from tasks.clean.source import Source

_EXCERPT_CHARS = 300  # the contract's bound for raw_excerpt


@dataclass(frozen=True)
class CaptionRow:
    """A caption: its words, its credit, and the place of the whole in the decoded source."""

    text: str
    credit: str | None
    start_char: int
    end_char: int


@dataclass(frozen=True)
class Cleaned:
    """One cleaned document: the columns of `articles` that its text gives, and the reason when it was set aside.

    Lists of structs are tuples in the order of their columns: `paragraph_spans` paragraph, start, end; `removed` kind,
    start, end, text, rule; `repairs` name, count; `outlet_evidence` outlet, role, text; `numeric_dates` style, order, day.
    """

    headline: str | None
    headline_source: str | None
    n_headline_copies: int
    lead: str | None
    body: str | None
    paragraph_spans: tuple[ledger.Span, ...]
    n_words: int
    n_paragraphs: int
    language: str | None
    language_score: float | None
    published_on: date | None
    published_month: str | None
    published_at: datetime | None
    published_zone: str | None
    published_precision: str | None
    published_source: str | None
    published_evidence: str | None
    published_conflict: bool
    dateline: str | None
    dateline_place: str | None
    dateline_country: str | None
    byline: tuple[str, ...]
    publisher: str | None
    publisher_source: str | None
    agencies: tuple[str, ...]
    credited_outlets: tuple[str, ...]
    outlet_evidence: tuple[tuple[str, str, str], ...]
    captions: tuple[CaptionRow, ...]
    crossheads: tuple[int, ...]
    removed: tuple[ledger.Removed, ...]
    repairs: tuple[tuple[str, int], ...]
    flags: tuple[str, ...]
    url: str | None
    domain: str | None
    numeric_dates: tuple[dates.NumericDate, ...]
    ledger_covers_source: bool
    reason: str | None
    message: str | None
    raw_excerpt: str | None


@dataclass(frozen=True)
class Reading:
    """All that was read off the labels of one document, before it is laid out in columns."""

    source: Source
    labelled: Labelled
    paragraphs: tuple[str, ...]
    n_words: int
    url: str | None
    domain: str | None
    published: dates.Published
    numeric_dates: tuple[dates.NumericDate, ...]
    named: Outlets
    language: str | None
    language_score: float | None
    removed: tuple[ledger.Removed, ...]
    flags: frozenset[str]
    verdict: quality.Verdict | None


def lay_out(read: Reading, stated_author: str | None) -> Cleaned:
    """Lay a reading out in the columns of `articles`, in their order."""
    labels, published, named = read.labelled.labels, read.published, read.named
    datelines = [label.fact for label in labels if isinstance(label.fact, Dateline)]
    dateline = next((one for one in datelines if one.place), datelines[0] if datelines else None)
    spans = ledger.paragraph_spans(read.labelled.paragraphs)
    return Cleaned(
        headline=read.labelled.headline, headline_source=read.labelled.headline_source,
        n_headline_copies=sum(isinstance(label.fact, Headline) for label in labels),
        lead=read.paragraphs[0] if read.paragraphs else None, body="\n\n".join(read.paragraphs) or None,
        paragraph_spans=spans, n_words=read.n_words, n_paragraphs=len(read.paragraphs),
        language=read.language, language_score=read.language_score,
        published_on=published.on, published_month=published.month, published_at=published.at,
        published_zone=published.zone, published_precision=published.precision, published_source=published.source,
        published_evidence=published.evidence, published_conflict=published.conflict,
        dateline=dateline.text if dateline else None, dateline_place=dateline.place if dateline else None,
        dateline_country=dateline.country if dateline else None,
        byline=_authors(labels, stated_author), publisher=named.publisher, publisher_source=named.publisher_source,
        agencies=named.agencies, credited_outlets=named.credited, outlet_evidence=named.evidence,
        captions=_captions(labels), crossheads=crossheads.numbers(list(read.paragraphs)),
        removed=read.removed, repairs=read.source.repairs, flags=tuple(flag for flag in FLAGS if flag in read.flags),
        url=read.url, domain=read.domain, numeric_dates=read.numeric_dates,
        ledger_covers_source=ledger.covers(read.source.text, spans, read.removed),
        reason=read.verdict.reason if read.verdict else None, message=read.verdict.message if read.verdict else None,
        raw_excerpt=(read.source.text.strip()[:_EXCERPT_CHARS] or None) if read.verdict else None,
    )  # fmt: skip


def _authors(labels: list[Label], stated: str | None) -> tuple[str, ...]:
    printed = [name for label in labels if isinstance(label.fact, Byline) for name in label.fact.names]
    if not printed and stated:
        printed = list(read_authors(stated).names)
    beside_dates = [name for label in labels if isinstance(label.fact, Dates) for name in label.fact.names]
    return tuple(dict.fromkeys(printed or beside_dates))


def _captions(labels: list[Label]) -> tuple[CaptionRow, ...]:
    rows = [
        CaptionRow(label.fact.text, label.fact.credit, label.pieces[0][0], label.pieces[-1][1])
        for label in labels
        if isinstance(label.fact, Caption) and label.fact.text
    ]
    return tuple(sorted(rows, key=lambda row: row.start_char))
