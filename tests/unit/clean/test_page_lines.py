"""Which lines of a page are the article when its extractors disagree."""

from tasks.clean.html_page import Page
from tasks.clean.lines import read_lines
from tasks.clean.page_head import PageHead
from tasks.clean.page_lines import split_page

FIRST = "The council of the town will repair the old bridge before the summer ends, she said."
SECOND = "Work begins next week and will cost two million, most of it paid by the province."
THIRD = "The road along the river stays open all the time for people on foot and on bicycles."
TEASER = "Rain is expected to fall on the valley until Sunday night, the weather service warned."


def _article(lines: list[str], *readings: list[str]) -> list[str]:
    page = Page(
        "\n".join(lines), PageHead(None, None, None, None, None, None), tuple("\n".join(some) for some in readings),
        frozenset(), frozenset(), has_script=False, has_guard=False,
    )  # fmt: skip
    return [unit.text for unit in split_page(read_lines(page.text), page, None)[0]]


def test_the_article_is_what_most_extractors_take() -> None:
    lines = ["Home", FIRST, SECOND, "Most read", TEASER]
    assert _article(lines, [FIRST, SECOND], [FIRST, SECOND, "Most read", TEASER], [FIRST, SECOND]) == [FIRST, SECOND]


def test_a_paragraph_between_two_of_the_article_needs_one_extractor() -> None:
    lines = [FIRST, SECOND, "Share", THIRD, TEASER]
    assert _article(lines, [FIRST, THIRD], [FIRST, "Share", THIRD], [FIRST, SECOND, THIRD, TEASER]) == [
        FIRST,
        SECOND,
        THIRD,
    ]
    assert _article(lines, [FIRST, THIRD], [FIRST, THIRD]) == [FIRST, THIRD]


def test_without_extractors_the_article_is_what_is_set_in_paragraphs() -> None:
    assert _article(["Home", FIRST, "Share", SECOND, "Contact us"]) == [FIRST, SECOND]


def test_extractors_that_find_nothing_leave_no_article() -> None:
    assert _article(["Home", FIRST], [], []) == []
