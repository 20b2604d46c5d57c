"""A document -> an article with its ledger, or the reason why it is none: decode, label, then read the fields off the labels."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from schemas.articles import FLAGS
from schemas.document import Document, RowFields
from tasks.clean import crossheads, dates, flags, language, ledger, outlets, quality
from tasks.clean.author_names import read_authors
from tasks.clean.facts import Address, Byline, Caption, Credit, Dateline, Dates, Headline
from tasks.clean.labelling import Labelled, label_learned, label_units
from tasks.clean.learned import NOTHING, Taught
from tasks.clean.lines import Label, read_lines
from tasks.clean.outlet_columns import Outlets, read_outlets
from tasks.clean.page_lines import split_page
from tasks.clean.paragraphs import join_wrapped
from tasks.clean.repairs import repair
from tasks.clean.settings import CleanSettings
from tasks.clean.source import Source, read_source
from tasks.clean.user_rules import rules_for

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
class _Record:
    """What a record or a page says about itself beside its text."""

    title: str | None
    date: str | None
    url: str | None
    source: str | None
    author: str | None


def clean_document(
    document: Document, fields: RowFields | None, first_read_on: date, settings: CleanSettings, taught: Taught = NOTHING
) -> Cleaned:
    """Return the article that `document` holds, or what is known of it and why it was set aside.

    `taught` is what the rest of the corpus taught about it.
    """
    with outlets.also_known(settings.outlets):
        return _clean(document, fields, first_read_on, settings, taught)


def _clean(
    document: Document, fields: RowFields | None, first_read_on: date, settings: CleanSettings, taught: Taught
) -> Cleaned:
    source = read_source(document, fields)
    record = _record(source, fields)
    units = read_lines(source.text)
    navigation: list[Label] = []
    if source.page:
        units, navigation = split_page(units, source.page, record.title)
    own = rules_for(
        settings.lines, settings.patterns, (record.source, outlets.domain_of(record.url), document.source_uri)
    )
    stated = read_authors(record.author).names if record.author else ()
    labelled = label_units(join_wrapped(units), record.title, own, stated)
    shared = taught.body(labelled.paragraphs, labelled.headline)
    if not shared:
        label_learned(labelled, taught)
    labelled.labels += navigation
    read = _read(source, record, labelled, first_read_on, settings, taught)
    return _columns(replace(read, verdict=_learned_verdict(shared, read)), record.author)


def _learned_verdict(shared: str | None, read: "_Reading") -> quality.Verdict | None:
    """Return why `read` is no article: its whole text stands under other headlines too, or what is left of it is too little."""
    if shared:
        return quality.Verdict("boilerplate_body", f"The text stands under many different headlines (body:{shared}).")
    n_learned = sum(rule.startswith("line:") for *_, rule in read.removed)
    if n_learned and read.verdict and read.verdict.reason in ("too_short", "empty"):
        shown = f"The text is {read.n_words} words and {n_learned} lines that the corpus taught to be boilerplate."
        return quality.Verdict("boilerplate_body", shown)
    return read.verdict


def _record(source: Source, fields: RowFields | None) -> _Record:
    head = source.page.head if source.page else None
    return _Record(
        title=_mended(_known(fields and fields.title) or _known(head and head.title)),
        date=_known(fields and fields.date) or _known(head and head.date),
        url=_known(fields and fields.url) or _known(head and head.url),
        source=_known(fields and fields.source) or _known(head and head.source),
        author=_mended(_known(fields and fields.author) or _known(head and head.author)),
    )


def _mended(text: str | None) -> str | None:
    """Return what a record says with the damage of its characters repaired as in its text; plain letters have none."""
    return text if text is None or (text.isascii() and "&" not in text) else repair(text)[0].strip() or None


def _known(value: object) -> str | None:
    """Return `value` on one line, None when it says nothing ("", "NaN")."""
    text = " ".join(str(value or "").split())
    return text if text and text.casefold() not in ("nan", "none", "null", "n/a", "[]", "nat") else None


@dataclass(frozen=True)
class _Reading:
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


def _read(
    source: Source, record: _Record, labelled: Labelled, first_read_on: date, settings: CleanSettings, taught: Taught
) -> _Reading:
    """Read the fields off the labels, raise the flags and judge the document."""
    paragraphs = tuple(unit.text for unit in labelled.paragraphs)
    n_words = sum(len(paragraph.split()) for paragraph in paragraphs)
    url = record.url or next((label.fact.url for label in labelled.labels if isinstance(label.fact, Address)), None)
    domain = outlets.domain_of(url)
    printed = _date_candidates(labelled.labels, record, url)
    published = dates.choose(dates.in_learned_order(printed, taught), first_read_on, settings)
    named = read_outlets(labelled.labels, record.source, domain, paragraphs)
    tongue, score = language.detect("\n\n".join(paragraphs[:20]) or source.text, settings.language_chars)
    removed = ledger.removed(source.text, labelled.labels)
    evidence = flags.Evidence(labelled, paragraphs, n_words, source, published.flags, named.reported, tongue, removed)
    raised = flags.raise_flags(evidence, settings)
    judged = quality.Cleaning(
        headline=labelled.headline,
        paragraphs=paragraphs,
        removed=removed,
        text=source.text,
        n_words=n_words,
        flags=frozenset(raised),
        is_page=source.page is not None,
        has_script=source.page is not None and source.page.has_script,
        has_guard=source.page is not None and source.page.has_guard,
        language=tongue,
        language_score=score,
        url=url,
    )
    verdict = quality.judge(judged, settings)
    if not verdict and quality.is_doubtful(judged, settings):
        raised.add("in_doubt")
    return _Reading(
        source, labelled, paragraphs, n_words, url, domain, published, dates.numeric_dates(printed), named, tongue, score,
        removed, frozenset(raised), verdict,
    )  # fmt: skip


def _columns(read: _Reading, stated_author: str | None) -> Cleaned:
    """Lay a reading out in the columns of `articles`; longer than a function should be, because the table is that wide."""
    labels, published, named = read.labelled.labels, read.published, read.named
    datelines = [label.fact for label in labels if isinstance(label.fact, Dateline)]
    dateline = next((one for one in datelines if one.place), datelines[0] if datelines else None)
    spans = ledger.paragraph_spans(read.labelled.paragraphs)
    return Cleaned(
        headline=read.labelled.headline,
        headline_source=read.labelled.headline_source,
        n_headline_copies=sum(isinstance(label.fact, Headline) for label in labels),
        lead=read.paragraphs[0] if read.paragraphs else None,
        body="\n\n".join(read.paragraphs) or None,
        paragraph_spans=spans,
        n_words=read.n_words,
        n_paragraphs=len(read.paragraphs),
        language=read.language,
        language_score=read.language_score,
        published_on=published.on,
        published_month=published.month,
        published_at=published.at,
        published_zone=published.zone,
        published_precision=published.precision,
        published_source=published.source,
        published_evidence=published.evidence,
        published_conflict=published.conflict,
        dateline=dateline.text if dateline else None,
        dateline_place=dateline.place if dateline else None,
        dateline_country=dateline.country if dateline else None,
        byline=_authors(labels, stated_author),
        publisher=named.publisher,
        publisher_source=named.publisher_source,
        agencies=named.agencies,
        credited_outlets=named.credited,
        outlet_evidence=named.evidence,
        captions=_captions(labels),
        crossheads=crossheads.numbers(list(read.paragraphs)),
        removed=read.removed,
        repairs=read.source.repairs,
        flags=tuple(flag for flag in FLAGS if flag in read.flags),
        url=read.url,
        domain=read.domain,
        numeric_dates=read.numeric_dates,
        ledger_covers_source=ledger.covers(read.source.text, spans, read.removed),
        reason=read.verdict.reason if read.verdict else None,
        message=read.verdict.message if read.verdict else None,
        raw_excerpt=(read.source.text.strip()[:_EXCERPT_CHARS] or None) if read.verdict else None,
    )


def _date_candidates(labels: list[Label], record: _Record, url: str | None) -> list[dates.Candidate]:
    found: list[dates.Candidate] = []
    for label in labels:
        if isinstance(label.fact, Dates):
            found += [dates.Candidate(label.kind, printed) for printed in label.fact.found]
        elif isinstance(label.fact, Credit):
            found += [dates.Candidate("credit_line", printed) for printed in label.fact.dates]
        elif isinstance(label.fact, Dateline):
            found += [dates.Candidate("dateline", printed) for printed in label.fact.dates]
    if stated := dates.from_metadata(record.date):
        found.append(dates.Candidate("metadata", stated))
    if in_url := dates.from_url(url):
        found.append(dates.Candidate("url", in_url))
    return found


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
