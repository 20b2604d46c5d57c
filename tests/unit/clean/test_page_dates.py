"""When a page says that it was first published, and which lines beside its headline tell it."""

import pytest

from tasks.clean.facts import Dates
from tasks.clean.lines import Unit
from tasks.clean.page_beside import above_headline, below_headline, first_published
from tasks.clean.page_head import read_page_head

H1 = "<h1>Old bridge saved at last</h1>"


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('<meta value="2024-02-17T06:05:09Z" name="article:published_time">', "2024-02-17T06:05:09Z"),
        (
            '<meta property="article:published_time" content="2024-02-18"><script>{"datePublished": "2024-02-17"}</script>',
            "2024-02-17",
        ),
        ("<meta name=pubdate content=20240217>", "20240217"),
        ('<meta name="DC.Date.Issued" content="2024-02-17">', "2024-02-17"),
        ('<meta name="publish-date" content="17 Feb 2024">', "17 Feb 2024"),
        ('<meta name="pubdate" content="0001-01-01"><meta name="date" content="2024-02-17">', "2024-02-17"),
        ('<meta property="article:modified_time" content="2024-02-18">', None),
        ('<meta name="last-modified" content="2024-02-18">', None),
        (f'<time datetime="2024-01-01">old</time>{H1}<time datetime="2024-02-17">new</time>', "2024-02-17"),
        (f'<time datetime="2024-02-17">new</time>{H1}', "2024-02-17"),
        (f'<time datetime="2024-01-01">a</time><time datetime="2024-01-02">b</time>{H1}', None),
        (f'{H1}<abbr class="published" title="2024-02-17T06:05">today</abbr>', "2024-02-17T06:05"),
        (f'{H1}<span itemprop="datePublished" content="2024-02-17">17 Feb</span>', "2024-02-17"),
        (
            f'<head><meta itemprop="datePublished" content="2024-02-17"></head>{H1}<time datetime="2024-02-20">x</time>',
            "2024-02-17",
        ),
        (f'{H1}<script>{{"pub_date": "2024-02-17T06:05:09", "title": "Bridge"}}</script>', "2024-02-17T06:05:09"),
        (
            '<script>[{"publishDate": "2024-02-17"}, {"publishDate": "2024-02-18"}]</script>',  # a list of stories
            None,
        ),
    ],
)
def test_the_date_is_when_the_page_was_first_published(markup: str, day: str | None) -> None:
    assert read_page_head(markup).date == day


def _unit(text: str) -> Unit:
    return Unit(text, ((0, len(text)),), False, 0)


@pytest.mark.parametrize(
    ("line", "before", "day", "is_update"),
    [
        ("By Jane Doe in Markets on 1 June 2019 at 8:34 PM", "", "2019-06-01", False),
        ("Jane Doe February 17, 2024 at 6:05am", "", "2024-02-17", False),
        ("By Jane Doe2024-02-17 06:05:09 UTC", "", "2024-02-17", False),
        ("February 17, 2024", "", "2024-02-17", False),
        ("February 17, 2024 | by Jane Doe", "", "2024-02-17", False),
        ("Feb 17, 2024 at 6:05 pm ET • 2 min read", "", "2024-02-17", False),
        ("17 February 2024 Jane Doe", "", "2024-02-17", False),
        ("Riverside, Post Bureau | Updated : 17 February 2024, 06:05 AM", "", "2024-02-17", True),
        ("Feb 17, 2024", "Updated:", "2024-02-17", True),
        ("Feb 17, 2024", "Original:", "2024-02-17", False),
        ("Feb 19, 2024Feb 17, 2024 by Jane Doe", "", "2024-02-17", False),
        ("山田太郎2024年02月17日 06時05分", "", "2024-02-17", False),
        ("2024年02月17日発売", "", None, False),
        ("The fair opened on February 17, 2024", "", None, False),
        ("Source: Ministry of Works, February 17, 2024", "", None, False),
    ],
)
def test_a_date_below_the_headline_is_read(line: str, before: str, day: str | None, is_update: bool) -> None:
    label = below_headline(_unit(line), before, is_article=False)
    fact = label.fact if label else None
    found = fact.found[0] if isinstance(fact, Dates) else None
    assert (str(found.day) if found else None) == day
    assert (found.is_update if found else False) is is_update


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Doe - Nov 19, 2019, 8:15 pm CST", ("Jane Doe",)),
        ("Monday November 18, 2019 7:45 am PST by Jane Doe", ("Jane Doe",)),
        ("November 20, 2019 Jane Doe", ("Jane Doe",)),
        ("By  Jane Doe    Published in  Front    December 14, 2016   2:24 pm", ("Jane Doe",)),
        ("By Jane Doe@janedoe    Dec 6, 2016, 4:08pm EST", ("Jane Doe",)),
        ("Local News - Nov 19, 2019, 8:15 pm CST", ()),
    ],
)
def test_authors_beside_a_date_are_read(line: str, names: tuple[str, ...]) -> None:
    label = below_headline(_unit(line), "", is_article=False)
    assert label is not None
    assert isinstance(label.fact, Dates)
    assert label.fact.names == names


def test_a_sentence_of_the_article_is_no_line_of_dates() -> None:
    sentence = _unit("On 17 February 2024 the bridge was closed.")
    assert below_headline(sentence, "", is_article=True) is None
    assert below_headline(sentence, "", is_article=False) is not None


@pytest.mark.parametrize(
    ("line", "is_next", "url", "is_read"),
    [
        ("February 17, 2024", True, None, True),
        ("Saturday, February 17, 2024", True, None, False),  # with its weekday it is as often today's
        ("Saturday, February 17, 2024 10:15", True, None, True),
        ("Saturday, February 17, 2024", False, None, False),  # as often today's
        ("Saturday, February 17, 2024", False, "https://post.example/2024/02/bridge", True),
        ("Saturday, February 17, 2024", False, "https://post.example/2023/11/bridge", False),
        ("Jane Doe | Staff Writer | Saturday, 17 February 2024", False, None, True),
        ("Last updated: 17 February 2024 06:05", True, None, False),
        ("Home", True, None, False),
    ],
)
def test_a_date_above_the_headline_must_be_near_or_confirmed(
    line: str, is_next: bool, url: str | None, is_read: bool
) -> None:
    assert (above_headline(_unit(line), is_next, url) is not None) is is_read


def test_a_line_that_says_first_published_is_read_wherever_it_stands() -> None:
    assert first_published(_unit("First Published on Feb 17, 2024 01:38 pm")) is not None
    assert first_published(_unit("First published in 1931, the book is a classic.")) is None
