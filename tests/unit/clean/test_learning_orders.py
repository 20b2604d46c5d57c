"""From which dates the order of day and month of a source is learned."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from tasks.clean import CleanSettings
from tasks.clean.learning import DATE_COLUMNS, Learned, concerned, dates_seen, learn_orders
from tasks.clean.learning.facts import PAIRS
from tasks.clean.learning.lines import LEARNED

STYLE = "9/9/9999"
DATES = pa.list_(pa.struct([("style", pa.string()), ("order", pa.string()), ("day", pa.date32())]))
SCHEMA = pa.schema(
    [("article_id", pa.string()), *((name, DATES if name == "numeric_dates" else pa.string()) for name in DATE_COLUMNS)]
)


def document(
    order: str, day: int | None, publisher: str | None = "Ledger", style: str = STYLE, **more: Any
) -> dict[str, Any]:
    printed = {"style": style, "order": order, "day": day and date(2022, 4, day)}
    return {"article_id": f"{day or 0:024x}", "publisher": publisher, "numeric_dates": [printed], **more}


def learned(*documents: dict[str, Any]) -> Learned:
    seen = dates_seen(pa.Table.from_pylist(list(documents), schema=SCHEMA))
    return Learned.of(LEARNED.empty_table(), learn_orders(seen, CleanSettings()))


SIX = [document("dmy", 13 + number) for number in range(6)]


@pytest.mark.parametrize(
    ("documents", "order"),
    [
        (SIX, "dmy"),
        (SIX[:5], None),
        (SIX[:5] * 4, None),
        ([*SIX, document("mdy", 30)], None),
        ([*SIX, document("mdy", 30, publisher="Courier")], "dmy"),
        ([*SIX, document("either", None)], "dmy"),
        ([document("mdy", 13 + number, publisher=None, domain="Ledger") for number in range(6)], "mdy"),
        ([*SIX[:5], document("dmy", 29, reason="teaser")], None),
    ],
    ids=["six days", "five days", "five days again", "contradicted", "another outlet", "ambiguous", "by domain", "rejected"],
)  # fmt: skip
def test_an_outlet_that_agrees_with_itself_has_an_order(documents: list[dict[str, Any]], order: str | None) -> None:
    assert learned(*documents).about("Ledger", None).order("03/04/2022") == order


def test_documents_of_no_outlet_are_kept_together_by_style() -> None:
    nameless = [document("dmy", 1 + number, publisher=None) for number in range(20)]
    known = learned(*nameless)
    assert known.about(None, None).order("3/4/2022") == "dmy"
    assert known.about(None, None).order("3-4-2022") is None
    assert known.about("Ledger", None).order("3/4/2022") is None
    assert learned(*nameless[:19]).about(None, None).order("3/4/2022") is None


def test_only_documents_with_an_ambiguous_date_of_a_known_source_are_cleaned_again() -> None:
    rows = [
        document("dmy", 25),
        document("either", None),
        document("either", None, publisher="Courier"),
        {"article_id": None},
    ]
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    assert concerned(table, PAIRS.empty_table(), learned(*SIX)) == {1: " dmy"}
