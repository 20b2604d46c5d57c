"""Headlines: what is folded away, which are alike, which are columns, and that a common one costs little."""

from datetime import date, timedelta

import pytest

from tasks.dedupe.headline_links import Dated, link_headlines
from tasks.dedupe.headlines import Headline, find_recurring, fold_headline, is_other_issue, similarity
from tests.unit.dedupe.conftest import SETTINGS

FIRST = date(2024, 3, 1)


def folded(text: str, *outlets: str | None) -> Headline:
    headline = fold_headline(text, *outlets)
    assert headline is not None
    return headline


FOLDS = [
    ("Mill burns in Kársk", (), "mill burns in karsk"),
    ("WATCH: Mill burns", (), "mill burns"),
    ("UPDATE 3-Mill burns", (), "mill burns"),
    ("Breaking: Mill burns", (), "mill burns"),
    ("Mill burns - Gazette", ("Gazette",), "mill burns"),
    ("Mill burns | The Gazette | Gazette", ("The Gazette", "gazette.example"), "mill burns"),
    ("Mill burns - and so does the barn", ("Gazette",), "mill burns and so does the barn"),
    ("Gazette", ("Gazette",), "gazette"),
]


@pytest.mark.parametrize(("text", "outlets", "expected"), FOLDS)
def test_what_a_desk_puts_around_a_headline_is_folded_away(text: str, outlets: tuple[str, ...], expected: str) -> None:
    assert folded(text, *outlets).text == expected


def test_a_headline_without_words_is_unknown() -> None:
    assert fold_headline("— !") is None
    assert fold_headline(None) is None
    assert similarity(None, folded("Mill burns")) is None


ISSUES = [
    ("Situation report 19", "Situation report 20", True),
    ("Siege of the mill: day 4", "Siege of the mill: day 5", True),
    ("Prices on 12 March", "Prices on 13 March", True),
    ("12 hurt in mill fire", "15 hurt in mill fire", False),
    ("Situation report 19", "Situation report 19", False),
    ("Situation report", "Situation report 20", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), ISSUES)
def test_issues_of_a_series_number_themselves(one: str, other: str, expected: bool) -> None:
    assert is_other_issue(folded(one), folded(other)) is expected


COLUMNS = [
    ("two words", "Letters today", [(0, 1)], True),
    ("three days, several texts", "What we read today", [(0, 1), (1, 2), (2, 3)], True),
    ("three days, one text", "What we read today", [(0, 1), (1, 1), (2, 1)], False),
    ("two days", "What we read today", [(0, 1), (1, 2)], False),
    ("over two weeks", "What we read today", [(0, 1), (15, 2)], True),
    ("undated", "What we read today", [(None, 1), (None, 2)], False),
]


@pytest.mark.parametrize(
    ("text", "uses", "expected"), [case[1:] for case in COLUMNS], ids=[case[0] for case in COLUMNS]
)
def test_columns_are_told_by_days_and_texts(text: str, uses: list[tuple[int | None, int]], expected: bool) -> None:
    headline = folded(text)
    known = [(headline, None if day is None else FIRST + timedelta(day), number) for day, number in uses]
    assert (headline.text in find_recurring(known, SETTINGS)) is expected


def test_a_headline_shared_by_thousands_gives_a_few_links_each() -> None:
    dated = [Dated(number, folded("Old mill of Karsk burns down"), 1) for number in range(3000)]
    assert len(link_headlines(dated, SETTINGS)) <= 3000 * SETTINGS.headline_links


def test_links_run_from_the_later_to_the_earlier_article() -> None:
    dated = [Dated(1, folded("Old mill of Karsk burns down"), 5), Dated(2, folded("Old mills of Karsk burn down"), 3)]
    links = link_headlines(dated, SETTINGS)
    assert [(link.later, link.earlier, link.verdict.rule) for link in links] == [(1, 2, "similar_headline")]
