"""Every document has one fate, and what was set aside says why."""

from datetime import date
from typing import Any

import pyarrow as pa

from schemas.duplicates import DUPLICATES
from schemas.failed_row import FailedRow
from schemas.work import CLEANED
from tasks.assemble import INDEX_COLUMNS, one_row_per_document, rejects_table, set_aside, sources_table

RUN = "0123456789ab"
CHILDREN = pa.schema([(name, pa.string()) for name in ("table_name", "row_id", "article_id")])


def index(*rows: dict[str, Any]) -> pa.Table:
    filled = [
        {"first_read_on": date(2024, 5, 1), "run_id": RUN, "raw_sha256": None, "n_bytes": None, **row} for row in rows
    ]
    return CLEANED.from_rows(filled).select(list(INDEX_COLUMNS))


def document(uri: str, article: str | None, **rest: Any) -> dict[str, Any]:
    return {"source_uri": uri, "article_id": article and article * 24, **rest}


def dropped(uri: str, article: str, kept: str) -> dict[str, Any]:
    return {
        "source_uri": uri,
        "article_id": article * 24,
        "kept_article_id": kept * 24,
        "relation": "near",
        "is_dropped": True,
        "rule": "jaccard",
        "matched_run_id": RUN,
        "run_id": RUN,
        "agencies": [],
        "n_words": 50,
    }


def test_a_document_is_kept_dropped_or_rejected() -> None:
    documents = index(
        document("a.txt", "a"),
        document("b.txt", "b"),
        document("c.txt", "c", reason="empty", stage="read", message="It is empty."),
    )
    sources = sources_table(set_aside(documents, ()), DUPLICATES.from_rows([dropped("b.txt", "b", "a")])).to_pylist()
    assert [(s["fate"], s["kept_article_id"]) for s in sources] == [
        ("kept", "a" * 24),
        ("duplicate", "a" * 24),
        ("rejected", None),
    ]


def test_the_same_bytes_under_two_names_are_one_kept_and_one_duplicate() -> None:
    documents = set_aside(index(document("a.txt", "a"), document("z.txt", "a")), ())
    sources = sources_table(documents, DUPLICATES.from_rows([dropped("z.txt", "a", "a")])).to_pylist()
    assert [s["fate"] for s in sources] == ["kept", "duplicate"]


def test_a_try_gives_way_to_the_document_that_was_read_under_its_name() -> None:
    unread = {"reason": "no_permission", "stage": "read", "message": "It may not be read."}
    documents = index(document("a.txt", None, **unread), document("a.txt", "a"), document("b.txt", None, **unread))
    assert one_row_per_document(documents).column("source_uri").to_pylist() == ["a.txt", "b.txt"]
    assert one_row_per_document(documents).column("article_id").to_pylist() == ["a" * 24, None]


def test_a_name_that_was_tried_twice_in_vain_is_one_row() -> None:
    unread = {"reason": "no_permission", "stage": "read", "message": "It may not be read."}
    assert (
        one_row_per_document(index(document("a.txt", None, **unread), document("a.txt", None, **unread))).num_rows == 1
    )


def test_an_article_that_failed_a_check_is_a_reject_with_the_checks_name() -> None:
    failed = (FailedRow("articles", "a" * 24, "flags_are_known", "Every flag is known."),)
    documents = set_aside(index(document("a.txt", "a"), document("b.txt", "b")), failed)
    (reject,) = rejects_table(documents, failed, CHILDREN.empty_table()).to_pylist()
    assert (reject["table_name"], reject["row_id"], reject["check_name"]) == ("articles", "a" * 24, "flags_are_known")
    assert (reject["stage"], reject["reason"], reject["message"]) == (
        "validate",
        "check_failed",
        "Every flag is known.",
    )


def test_a_row_of_a_child_table_is_a_reject_beside_its_kept_article() -> None:
    failed = (FailedRow("quotes", "f" * 16, "offsets_reproduce_text", "The offsets show the text."),)
    children = pa.Table.from_pylist(
        [{"table_name": "quotes", "row_id": "f" * 16, "article_id": "a" * 24}], schema=CHILDREN
    )
    documents = set_aside(index(document("a.txt", "a", headline="Rain")), failed)
    (reject,) = rejects_table(documents, failed, children).to_pylist()
    assert (reject["table_name"], reject["row_id"], reject["headline"]) == ("quotes", "f" * 16, "Rain")
    assert sources_table(documents, DUPLICATES.from_rows([])).to_pylist()[0]["fate"] == "kept"


def test_a_document_set_aside_as_a_whole_names_no_table() -> None:
    documents = set_aside(
        index(document("a.txt", "a", reason="too_short", stage="clean", message="It has 3 words.")), ()
    )
    (reject,) = rejects_table(documents, (), CHILDREN.empty_table()).to_pylist()
    assert (reject["table_name"], reject["row_id"], reject["check_name"]) == (None, None, None)
