"""What came of the run, said in a sentence and in numbers."""

import re

import pytest

from flows.report import render_report
from tests.unit.report.invented import check, checks_table, summary

OUTCOMES = [
    ({}, "Snapshot 000007 was published: of 12,345 documents read, 12,000 became new articles, 300 were copies"),
    ({"n_read": 1}, "of 1 document read"),
    ({"result": "no_news", "snapshot": None}, "No news: of 12,345 documents read none changes a table"),
    ({"result": "cancelled", "snapshot": None}, "The run was cancelled; the published tables are as they were"),
    ({"result": "rolled_back"}, "Snapshot 000007 was published and later rolled back."),
    ({"result": "broken", "snapshot": None}, "The run broke"),
]


@pytest.mark.parametrize(("values", "sentence"), OUTCOMES)
def test_each_result_has_its_sentence(values: dict[str, object], sentence: str) -> None:
    assert sentence in render_report(summary(**values), checks_table(), {})


def test_a_blocked_run_names_the_checks_that_blocked_it() -> None:
    checks = checks_table(
        check("ids_unique", passed=False, n_failed=3),
        check("volume", passed=False, severity="warning"),
        check("fine"),
    )
    page = render_report(summary(result="blocked", snapshot=None), checks, {})
    assert "1 critical check failed, so the published tables are as they were: ids_unique." in page


def test_the_account_adds_up_and_says_so() -> None:
    page = render_report(summary(n_skipped=7, stages=()), checks_table(), {})
    labels = ["read", "= kept", "+ duplicate", "+ rejected", "+ unchanged", "skipped"]
    assert [label for label in re.findall(r"<tr><td>(.*?)</td>", page) if label in labels] == labels
    assert "not placed" not in page


def test_documents_of_a_broken_run_that_were_not_decided_are_shown() -> None:
    page = render_report(
        summary(result="broken", n_kept=0, n_duplicate=0, n_rejected=0, n_unchanged=0), checks_table(), {}
    )
    assert '<td>not placed</td><td class="number">12,345</td>' in page


def test_tables_are_listed_with_rows_and_grain() -> None:
    page = render_report(summary(rows={"mentions": 1_234_567, "articles": 3}), checks_table(), {})
    assert '<td>articles</td><td class="number">3</td><td>one distinct article</td>' in page
    assert page.index("1,234,567") > page.index("one distinct article")
