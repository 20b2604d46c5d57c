"""Dates like 17/02/2024 of many documents -> the order of day and month of each source that agrees with itself.

A source is an outlet; documents of no known outlet are kept together by how the date is set. One date that can only be read
the other way, and the order of the source is unknown: null is better than a guess.
"""

import pyarrow as pa
import pyarrow.compute as pc

from tasks.clean.learning.records import outlet_of
from tasks.clean.settings import CleanSettings

COLUMNS = ["publisher", "domain", "reason", "numeric_dates"]
SEEN = pa.schema([("outlet", pa.string()), ("style", pa.string()), ("order", pa.string()), ("day", pa.date32())])
ORDERS = pa.schema([("outlet", pa.string()), ("style", pa.string()), ("order", pa.string()), ("n_days", pa.int64())])


def dates_seen(cleaned: pa.Table) -> pa.Table:
    """Return the dates of the articles of `cleaned` (COLUMNS) whose order is known, with their source."""
    listed = pc.greater(pc.list_value_length(cleaned.column("numeric_dates")), 0)
    rows = cleaned.filter(pc.and_(pc.is_null(cleaned.column("reason")), listed)).select(COLUMNS).to_pylist()
    seen = [
        {"outlet": outlet, "style": "" if outlet else date["style"], "order": date["order"], "day": date["day"]}
        for row in rows
        for outlet in [outlet_of(row["publisher"], row["domain"])]
        for date in row["numeric_dates"]
        if date["day"]
    ]
    return pa.Table.from_pylist(seen, schema=SEEN)


def learn_orders(seen: pa.Table, settings: CleanSettings) -> pa.Table:
    """Return the sources (an outlet, or a style) of known order: all their dates agree, and they are enough."""
    found = seen.group_by(["outlet", "style"]).aggregate(
        [("order", "min"), ("order", "count_distinct"), ("day", "count_distinct")]
    )
    of_style = pc.is_null(found.column("outlet"))
    bound = pc.if_else(of_style, settings.date_order_days_of_style, settings.date_order_days)
    agree = pc.equal(found.column("order_count_distinct"), 1)
    known = found.filter(pc.and_(agree, pc.greater_equal(found.column("day_count_distinct"), bound)))
    columns = {"order_min": "order", "day_count_distinct": "n_days"}
    named = known.rename_columns([columns.get(name, name) for name in known.column_names])
    return named.select(ORDERS.names).cast(ORDERS).sort_by([("outlet", "ascending"), ("style", "ascending")])
