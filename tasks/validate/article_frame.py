"""Articles of one part -> their gate frame: what is promised across the columns of one article, as one boolean each."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schemas.articles import ARTICLES, FLAGS, REMOVED_KINDS
from tasks.validate.narrow import narrow


def article_frame(articles: pa.Table, first_read: pa.Table, ledger_covers_source: pa.Array) -> pa.Table:
    """Return the gate frame of articles.

    `first_read` (article_id, first_read_on) comes from `first_read_days`; `ledger_covers_source` has one boolean an
    article, in its order: only the cleaner sees the decoded source, so only it can tell.
    """
    rules = {
        "ledger_covers_source": pc.fill_null(ledger_covers_source, False),
        "flags_are_known": all_known(articles["flags"], FLAGS),
        "removed_kinds_are_known": all_known(articles["removed"], REMOVED_KINDS, "kind"),
        "body_matches_paragraphs": body_matches_paragraphs(articles),
        "published_on_is_possible": published_on_is_possible(articles, first_read),
        "month_matches_day": month_matches_day(articles),
        "evidence_accompanies_date": evidence_accompanies_date(articles),
    }
    return narrow(articles, ARTICLES, rules)


def first_read_days(sources: pa.Table) -> pa.Table:
    """Return article_id and first_read_on: the day the first document with these bytes was read."""
    days = sources.select(["article_id", "first_read_on"]).filter(sources["article_id"].is_valid())
    earliest = days.group_by("article_id").aggregate([("first_read_on", "min")])
    return earliest.select(["article_id", "first_read_on_min"]).rename_columns(["article_id", "first_read_on"])


def all_known(lists: pa.ChunkedArray, values: tuple[str, ...], part: str | None = None) -> pa.Array:
    """Tell which lists hold nothing but `values`, in the field `part` where the items are structs."""
    whole = lists.combine_chunks()
    items = whole.flatten()
    named = pc.struct_field(items, part) if part else items
    unknown = pc.invert(pc.is_in(named, value_set=pa.array(values)))
    broken = np.zeros(len(whole), dtype=bool)
    broken[pc.list_parent_indices(whole).filter(unknown).to_numpy()] = True
    return pa.array(~broken)


def body_matches_paragraphs(articles: pa.Table) -> pa.ChunkedArray:
    """Tell which bodies have n_paragraphs paragraphs, of which the lead is the first."""
    n_paragraphs = pc.add(pc.count_substring(articles["body"], "\n\n"), 1)
    first = pc.list_element(pc.split_pattern(articles["body"], "\n\n", max_splits=1), 0)
    matches = pc.and_(pc.equal(n_paragraphs, articles["n_paragraphs"]), pc.equal(first, articles["lead"]))
    return pc.fill_null(matches, False)


def published_on_is_possible(articles: pa.Table, first_read: pa.Table) -> pa.ChunkedArray:
    """Tell which articles are undated, or dated at most a day after they were first read.

    A day of grace: a newsroom east of UTC prints a date that has not begun there.
    """
    place = pc.index_in(articles["article_id"], first_read["article_id"].combine_chunks())
    read_on = pc.cast(first_read["first_read_on"].take(place), pa.int32())
    possible = pc.less_equal(pc.cast(articles["published_on"], pa.int32()), pc.add(read_on, 1))
    return pc.or_(articles["published_on"].is_null(), pc.fill_null(possible, False))


def month_matches_day(articles: pa.Table) -> pa.ChunkedArray:
    """Tell which months are the month of the day, where both are known."""
    month = pc.strftime(articles["published_on"], format="%Y-%m")
    return pc.fill_null(pc.equal(month, articles["published_month"]), True)


def evidence_accompanies_date(articles: pa.Table) -> pa.ChunkedArray:
    """Tell which articles are undated, or say where their date was found, how exact it is and how it was printed."""
    dated = pc.or_(articles["published_on"].is_valid(), articles["published_month"].is_valid())
    evidence = pc.and_(
        pc.and_(articles["published_source"].is_valid(), articles["published_precision"].is_valid()),
        articles["published_evidence"].is_valid(),
    )
    return pc.or_(pc.invert(dated), evidence)
