"""Authors and publishers that pages name in their data and on their elements."""

import pytest

from tasks.clean.page_head import read_page_head

DOE = '{"@type": "Person", "name": "Jane Doe"}'
ROE = '{"@type": "Person", "name": "John Roe"}'


def in_data(author: str, kind: str = "NewsArticle") -> str:
    publisher = '{"@type": "Organization", "name": "The Harbour Post"}'
    return f'{{"@type": "{kind}", "headline": "Bridge saved", "author": {author}, "publisher": {publisher}}}'


def page(data: str) -> str:
    return f'<html><head><script type="application/ld+json">{data}</script></head></html>'


@pytest.mark.parametrize(
    ("source", "author"),
    [
        (page(in_data(DOE)), "Jane Doe"),
        (page(in_data(f"[{DOE}, {ROE}]")), "Jane Doe, John Roe"),
        (page(in_data('"Jane Doe"')), "Jane Doe"),
        (page(f'{{"@graph": [{{"@type": "WebSite"}}, {in_data(DOE)}]}}'), "Jane Doe"),
        (page(f"[{in_data(DOE)}]"), "Jane Doe"),
        (page(in_data('"The Harbour Post"')), None),  # a paper is not its author
        (page(in_data(DOE, "WebPage")), None),
        (page('{"@type": "NewsArticle", "author": '), None),
        ('<h1>Bridge saved</h1><a rel="author" href="/jane">Jane Doe</a>', "Jane Doe"),
        ('<h1>Bridge saved</h1><span itemprop="author"><b itemprop="name">Jane Doe</b></span>', "Jane Doe"),
        ('<h1>Bridge saved</h1><p class="article-author">By Jane Doe</p>', "Jane Doe"),
        (
            '<h1>Bridge saved</h1><span class="author">Jane Doe</span><i class="author">John Roe</i>',
            None,
        ),  # other stories'
        ('<h1>Bridge saved</h1><span class="author">Follow us for more</span>', None),
    ],
)
def test_the_author_is_whom_the_page_names(source: str, author: str | None) -> None:
    assert read_page_head(source).author == author


def test_the_publisher_is_read_from_structured_data() -> None:
    assert read_page_head(page(in_data(DOE))).source == "The Harbour Post"


def test_a_day_of_change_is_known_apart() -> None:
    found = read_page_head('<meta property="article:modified_time" content="2024-02-19T06:05:09+05:00">')
    assert (found.date, found.changed) == (None, "2024-02-19T06:05:09+05:00")
