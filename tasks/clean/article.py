"""A document -> an article with its ledger, or the reason why it is none: decode, label, then read the fields off the labels."""

from dataclasses import dataclass, replace
from datetime import date

from schemas.document import Document, RowFields
from tasks.clean import dates, flags, language, ledger, outlets, quality
from tasks.clean.article_columns import Cleaned, Reading, lay_out
from tasks.clean.author_names import read_authors
from tasks.clean.date_candidates import date_candidates
from tasks.clean.facts import Address
from tasks.clean.labelling import Labelled, label_learned, label_units
from tasks.clean.learned import NOTHING, Taught
from tasks.clean.lines import Label, read_lines
from tasks.clean.outlet_columns import read_outlets
from tasks.clean.page_lines import split_page
from tasks.clean.paragraphs import join_wrapped
from tasks.clean.repairs import repair
from tasks.clean.settings import CleanSettings
from tasks.clean.site_names import is_site, without_site
from tasks.clean.source import Source, read_source
from tasks.clean.user_rules import rules_for


@dataclass(frozen=True)
class _Record:
    """What a record or a page says about itself beside its text."""

    title: str | None
    date: str | None
    changed: str | None
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
    return lay_out(replace(read, verdict=_learned_verdict(shared, read)), record.author)


def _learned_verdict(shared: str | None, read: Reading) -> quality.Verdict | None:
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
    author = _mended(_known(fields and fields.author) or _known(head and head.author))
    title = _mended(_known(fields and fields.title) or _known(head and head.title))
    url = _known(fields and fields.url) or _known(head and head.url)
    publisher = _known(fields and fields.source) or _known(head and head.source)
    return _Record(
        title=title and without_site(title, publisher, outlets.domain_of(url)),
        date=_known(fields and fields.date) or _known(head and head.date),
        changed=_known(head and head.changed),
        url=url,
        source=publisher,
        author=None if author and is_site(author, publisher, outlets.domain_of(url)) else author,
    )


def _mended(text: str | None) -> str | None:
    """Return what a record says with the damage of its characters repaired as in its text; plain letters have none."""
    return text if text is None or (text.isascii() and "&" not in text) else repair(text)[0].strip() or None


def _known(value: object) -> str | None:
    """Return `value` on one line, None when it says nothing ("", "NaN")."""
    text = " ".join(str(value or "").split())
    return text if text and text.casefold() not in ("nan", "none", "null", "n/a", "[]", "nat") else None


def _read(
    source: Source, record: _Record, labelled: Labelled, first_read_on: date, settings: CleanSettings, taught: Taught
) -> Reading:
    """Read the fields off the labels, raise the flags and judge the document."""
    paragraphs = tuple(unit.text for unit in labelled.paragraphs)
    n_words = sum(len(paragraph.split()) for paragraph in paragraphs)
    url = record.url or next((label.fact.url for label in labelled.labels if isinstance(label.fact, Address)), None)
    domain = outlets.domain_of(url)
    printed = date_candidates(labelled.labels, labelled.paragraphs, record.date, record.changed, url)
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
    return Reading(
        source, labelled, paragraphs, n_words, url, domain, published, dates.numeric_dates(printed), named, tongue, score,
        removed, frozenset(raised), verdict,
    )  # fmt: skip
