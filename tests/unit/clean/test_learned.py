"""What learned facts do to a document: lines leave its body with their id, bodies reject it, dates are read."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.document import Document, RowFields
from tasks.clean import Cleaned, CleanSettings, clean_document
from tasks.clean.learned import NOTHING, Taught, digest, digest_of_body, sentences, style_of

FIRST = "The council of Minarpur repaired the old canal before the festival, its spokeswoman said on Monday."
SECOND = "Boats will run from the harbour to the market again, and fares will stay as they are until the autumn."
PROMO = "The Ledger comes with the bread every morning."


def clean(text: str, taught: Taught = NOTHING, **fields: Any) -> Cleaned:
    document = Document("a", 0, "row", b"")
    return clean_document(document, RowFields(text, **fields), date(2024, 3, 1), CleanSettings(), taught)


def knowing(*lines: str) -> Taught:
    return Taught({digest(line): f"{number:016d}" for number, line in enumerate(lines)})


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{SECOND}\n{PROMO}",
        f"{FIRST}\n{PROMO.upper()}\n{SECOND}",
        f"{FIRST}\n{SECOND} {PROMO}",
        f"{FIRST}\n{PROMO} {SECOND}",
        f"{PROMO}\n{FIRST}\n{SECOND}",
    ],
    ids=["foot", "inside, in capitals", "end of a paragraph", "start of a paragraph", "head"],
)
def test_a_learned_line_leaves_the_body_and_names_its_row(text: str) -> None:
    found = clean(text, knowing(PROMO))
    assert found.body == f"{FIRST}\n\n{SECOND}"
    ((kind, start, end, words, rule),) = found.removed
    assert (kind, words.lower(), rule) == ("boilerplate", PROMO.lower(), "line:0000000000000000")
    assert text[start:end] == words
    assert found.ledger_covers_source


def test_a_learned_sentence_in_the_middle_leaves_one_paragraph_of_two_pieces() -> None:
    found = clean(f"{FIRST} {PROMO} {SECOND}", knowing(PROMO))
    assert found.body == f"{FIRST} {SECOND}"
    assert [number for number, _, _ in found.paragraph_spans] == [0, 0]
    assert found.ledger_covers_source


def test_what_stood_before_a_learned_foot_is_a_foot_now() -> None:
    credit = "Published in The Minarpur Ledger, February 17th, 2024"
    found = clean(f"{FIRST}\n{SECOND}\n{credit}\n{PROMO}", knowing(PROMO))
    assert found.body == f"{FIRST}\n\n{SECOND}"
    again = clean(found.body or "", title=found.headline, date=found.published_evidence)
    assert (again.body, again.removed) == (found.body, ())


def test_a_document_of_learned_lines_is_rejected_for_them() -> None:
    found = clean(f"{PROMO}\n{SECOND}", knowing(PROMO, SECOND))
    assert (found.reason, found.body, found.ledger_covers_source) == ("boilerplate_body", None, True)


def test_a_learned_body_is_rejected_whole() -> None:
    taught = Taught(bodies={digest_of_body([digest(FIRST), digest(SECOND)]): "00000000000000bb"})
    assert clean(f"{FIRST}\n{SECOND}", taught).reason == "boilerplate_body"
    assert clean(f"{FIRST}\n{SECOND}\nBoats.", taught).reason is None


def test_the_article_that_a_stray_body_was_taken_from_stays() -> None:
    taught = Taught(bodies={digest_of_body([digest(FIRST), digest(SECOND)]): "00000000000000bb"})
    assert clean(f"{FIRST}\n{SECOND}", taught, title="Council repaired old canal").reason is None
    assert clean(f"{FIRST}\n{SECOND}", taught, title="Parliament votes on almond tax").reason == "boilerplate_body"


@pytest.mark.parametrize(
    ("printed", "orders", "day"),
    [
        ("03/04/2022", {"": "dmy"}, date(2022, 4, 3)),
        ("03/04/2022", {"": "mdy"}, date(2022, 3, 4)),
        ("03/04/2022", {}, None),
        ("3/4/22", {"9/9/9": "dmy"}, date(2022, 4, 3)),
        ("3/4/22", {"9-9-9": "dmy"}, None),
        ("25/04/2022", {"": "mdy"}, date(2022, 4, 25)),
        ("Sunday, 03/04/2022", {}, date(2022, 4, 3)),
        ("03/04/2022 Fri", {}, date(2022, 3, 4)),
        ("Tuesday, 03/04/2022", {}, None),
    ],
)
def test_a_date_is_read_in_the_order_of_its_source_or_by_its_weekday(
    printed: str, orders: dict[str, str], day: date | None
) -> None:
    for found in (
        clean(f"{FIRST}\n{SECOND}", Taught(orders=orders), date=printed),
        clean(f"{printed}\n{FIRST}\n{SECOND}", Taught(orders=orders)),
    ):
        assert found.published_on == day
        assert found.published_evidence is not None
        assert ("date_order_unknown" in found.flags) is (day is None)


def test_a_clock_stays_with_a_date_whose_order_was_learned() -> None:
    found = clean(f"Updated: 03/04/2022 18:05\n{FIRST}\n{SECOND}", Taught(orders={"": "dmy"}))
    assert (str(found.published_at), found.published_precision) == ("2022-04-03 18:05:00", "minute")


def test_orders_seen_are_told() -> None:
    found = clean(f"25/04/2022 10:00\n{FIRST}\n{SECOND}", date="03/04/2022")
    assert found.numeric_dates == (("9/9/9999 9:9", "dmy", date(2022, 4, 25)), ("9/9/9999", "either", None))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One ended. Two began.", ["One ended.", "Two began."]),
        ("Dr. Tariq of the U.S. House met Gov. Oko. So?", ["Dr. Tariq of the U.S. House met Gov. Oko.", "So?"]),
        ("“No.” She left.", ["“No.”", "She left."]),
        ("It cost 3.5 million", ["It cost 3.5 million"]),
    ],
)  # fmt: skip
def test_paragraphs_are_cut_into_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_the_style_of_a_style_is_itself() -> None:
    style = style_of("Updated: 3/04/2022 18:05")
    assert (style, style_of(style)) == ("updated: 9/9/9999 9:9", style)


PIECES = (
    FIRST,
    SECOND,
    PROMO,
    "LAHORE:",
    "Feb 17, 2024",
    "Read more:",
    "By Jane Doe",
    "What next?",
    "“No,” she said.",
    "\n",
    "\n\n",
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.sets(st.sampled_from((FIRST, SECOND, PROMO, "What next?", f"{PROMO} {FIRST}"))),
)
def test_with_learned_lines_the_ledger_covers_the_source_and_cleaning_again_changes_nothing(
    text: str, lines: set[str]
) -> None:
    found = clean(text, knowing(*sorted(lines)))
    assert found.ledger_covers_source
    again = clean(found.body or "", title=found.headline, date=found.published_evidence)
    assert (again.body, again.removed) == (found.body, ())
