import re
from dataclasses import replace

import pytest

from schemas.catalog import TABLES, table_named
from schemas.table import Table
from tasks.validate.narrow import gate_columns
from tasks.validate.settings import ValidateSettings
from tasks.validate.suite import Promise, expectations, suite_of
from tasks.validate.suites import gate_suites


def promise(table: str, check: str, column: str | None) -> Promise:
    (found,) = (p for p in expectations(table_named(table)) if (p.check_name, p.column_name) == (check, column))
    return found


@pytest.mark.parametrize(
    ("table", "check", "column", "sentence"),
    [
        ("articles", "unique", "article_id", "No two rows have the same article_id."),
        ("articles", "not_null", "body", "body is never null."),
        (
            "articles",
            "in_set",
            "published_precision",
            "Every published_precision is one of month, day, minute, second.",
        ),
        ("articles", "between", "language_score", "Every language_score is between 0 and 1."),
        ("articles", "between", "n_words", "Every n_words is at least 0."),
        ("articles", "matches", "dateline_country", "Every dateline_country has the form ^[A-Z]{2}$."),
        ("articles", "flags_are_known", None, "Every flag is one of the contract's."),
        ("mentions", "end_char_not_below_start_char", "end_char", "A name ends after it starts."),
        ("sources", "compound_unique", None, "No two rows have the same source_uri, source_record and article_id."),
        ("sources", "not_empty", None, "The table has rows."),
    ],
)
def test_a_promise_has_a_name_and_a_sentence(table: str, check: str, column: str | None, sentence: str) -> None:
    assert promise(table, check, column).sentence == sentence


def test_severities_are_those_of_the_schema() -> None:
    assert promise("articles", "n_words_not_below_n_paragraphs", "n_words").severity == "warning"
    assert promise("articles", "flags_are_known", None).severity == "critical"
    assert promise("articles", "not_empty", None).severity == "warning"


def test_keys_are_promises_on_the_table_and_values_on_rows() -> None:
    assert not promise("articles", "unique", "article_id").of_rows
    assert promise("articles", "matches", "article_id").of_rows


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_promise_can_be_told_apart_and_checked(table: Table) -> None:
    promises = expectations(table)
    frame = {*gate_columns(table), *(rule.name for rule in table.rules)}
    assert len({(p.column_name, p.check_name) for p in promises}) == len(promises)
    assert all(p.sentence.endswith(".") and re.fullmatch(r"[a-z_]+", p.check_name) for p in promises)
    assert {column for p in promises for column in p.columns} <= frame
    assert set(suite_of(table).id_columns) <= frame


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_patterns_have_no_capturing_group(table: Table) -> None:
    """The gate's library warns about each of them."""
    assert [f.name for f in table.fields if f.pattern and re.compile(f.pattern).groups] == []


def test_text_that_no_check_compares_stays_out_of_the_gate() -> None:
    rows_only = {"headline", "lead", "dateline", "published_evidence", "url"}
    assert rows_only.isdisjoint(set(gate_columns(table_named("articles"))) - {"lead"})


def test_a_new_promise_of_a_schema_needs_no_code() -> None:
    quotes = table_named("quotes")
    changed = replace(
        quotes, fields=(replace(quotes.field("cue"), nullable=False, values=("said",)), *quotes.fields[:1])
    )
    assert [(p.check_name, p.values) for p in expectations(changed) if p.column_name == "cue"] == [
        ("not_null", ("said",)),
        ("in_set", ("said",)),
    ]


def test_the_gate_has_a_suite_for_every_table_but_its_own_results() -> None:
    assert set(gate_suites(ValidateSettings())) == {t.name for t in TABLES} - {"checks"} | {"ledger", "drift"}
