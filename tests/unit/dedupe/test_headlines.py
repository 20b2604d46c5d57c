"""Headlines: what is folded away, which are alike, which are columns, and that a common one costs little."""

from datetime import date, timedelta

import pytest

from tasks.dedupe.headline_form import learn_tails
from tasks.dedupe.headline_links import Dated, link_headlines
from tasks.dedupe.headlines import (
    Use,
    are_other_issues,
    find_recurring,
    fold_headline,
    issue_of,
    numbers_of,
    similarity,
)
from tests.unit.dedupe.conftest import SETTINGS

FIRST = date(2024, 3, 1)


def folded(text: str, *outlets: str) -> str:
    headline = fold_headline(text, outlets)
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
    ("Mill burns - two hurt - Gazette", ("Gazette",), "mill burns two hurt"),
    ("BREAKING NEWS | WATCH: Mill burns", (), "mill burns"),
    ("Mill burns · Gazette", ("Gazette",), "mill burns"),
    ("Watchman of the mill retires", (), "watchman of the mill retires"),
    ("Gazette", ("Gazette",), "gazette"),
    ("बाढ़ की खबर १२", (), "बाढ की खबर 12"),
    ("新桥通车", (), "新 桥 通 车"),
]


@pytest.mark.parametrize(("text", "outlets", "expected"), FOLDS)
def test_what_a_desk_puts_around_a_headline_is_folded_away(text: str, outlets: tuple[str, ...], expected: str) -> None:
    assert folded(text, *outlets) == expected


def test_a_tail_is_learned_from_ten_different_headlines_and_not_from_one_printed_often() -> None:
    outlet = [f"Story number {n} of the mill | Opinion | Valley Times" for n in range(10)]
    often = ["Mill burns - nobody hurt"] * 30
    few = [f"Story number {n} - Herald" for n in range(9)]
    tails = learn_tails([*outlet, *often, *few, None, "No tail"], SETTINGS)
    assert tails == {"valleytimes", "opinion"}
    for text, expected in (
        ("Bridge opens | Opinion | Valley Times", "bridge opens"),
        ("Bridge opens - nobody hurt", "bridge opens nobody hurt"),
    ):
        headline = fold_headline(text, (), tails)
        assert headline is not None
        assert headline == expected


def test_numbers_in_words_are_numbers() -> None:
    assert numbers_of(folded("Two hurt in mill fire")) == numbers_of(folded("2 hurt in mill fire"))
    assert numbers_of(folded("Two hurt in mill fire")) != numbers_of(folded("Ten hurt in mill fire"))


def test_a_weekday_tells_a_report_from_the_next_day_s() -> None:
    assert numbers_of(folded("Flood: Monday's report")) != numbers_of(folded("Flood: Sunday's report"))
    assert numbers_of(folded("Flood: Monday's report")) == numbers_of(folded("On Monday a flood report"))


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
    assert are_other_issues(issue_of(folded(one)), issue_of(folded(other))) is expected


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
    known = [Use(headline, None if day is None else FIRST + timedelta(day), number, "a") for day, number in uses]
    assert (headline in find_recurring(known, SETTINGS)) is expected


def test_a_wire_story_printed_by_several_outlets_for_days_is_no_column() -> None:
    headline = folded("Old mill of Karsk burns down")
    uses = [Use(headline, FIRST + timedelta(n), n, f"outlet {n}") for n in range(4)]
    assert not find_recurring(uses, SETTINGS)
    assert find_recurring([Use(use.headline, use.day, use.text, "one outlet") for use in uses], SETTINGS)


def test_a_headline_shared_by_thousands_gives_a_few_links_each() -> None:
    dated = [Dated(number, folded("Old mill of Karsk burns down"), 1) for number in range(3000)]
    assert len(link_headlines(dated, SETTINGS)) <= 3000 * SETTINGS.headline_links


def test_links_run_from_the_later_to_the_earlier_article() -> None:
    dated = [Dated(1, folded("Old mill of Karsk burns down"), 5), Dated(2, folded("Old mills of Karsk burn down"), 3)]
    links = link_headlines(dated, SETTINGS)
    assert [(link.later, link.earlier, link.verdict.rule) for link in links] == [(1, 2, "similar_headline")]
