"""Pages: their visible text, their headline, and which lines are the article."""

import re
from datetime import date

import pytest

from schemas.document import Document, RowFields
from tasks.clean import Cleaned, CleanSettings, clean_document, decoded_source
from tasks.clean.html_page import looks_like_html
from tasks.clean.page_head import bare_title, read_page_head
from tasks.clean.page_text import text_and_linked_lines, visible_text

STORY = [
    "The council of the town will repair the old bridge before the summer ends, its spokeswoman said on Monday morning.",
    "Work begins next week and will cost two million, most of it paid by the province and the rest by the owners of the mill.",
    "The road along the river stays open all the time for people on foot and on bicycles, as it did when it was last closed.",
]
PAGE = f"""<!DOCTYPE html><html><head><title>Council to repair old bridge | Riverside Post</title>
<meta property="og:title" content="Council to repair old bridge">
<meta property="article:published_time" content="2024-02-17T06:05:09+05:00">
<meta property="og:url" content="https://www.riverside.example/news/bridge"><meta name="author" content="Jane Doe">
<style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Council to repair old bridge</h1><p>By Jane Doe</p>{"".join(f"<p>{line}</p>" for line in STORY)}</article>
<script>var hidden = "not text";</script><footer><p>Contact us</p></footer></body></html>"""


def test_a_page_becomes_an_article() -> None:
    found = clean_document(Document("a.html", None, "html", PAGE.encode()), None, date(2024, 3, 1), CleanSettings())
    assert found.reason is None
    assert found.headline == "Council to repair old bridge"
    assert found.body == "\n\n".join(STORY)
    assert str(found.published_at) == "2024-02-17 06:05:09"
    assert found.published_zone == "+05:00"
    assert found.byline == ("Jane Doe",)
    assert found.domain == "riverside.example"
    assert found.ledger_covers_source
    assert {kind for kind, *_ in found.removed} >= {"navigation", "headline_line"}


def test_long_menus_do_not_make_a_page_mostly_boilerplate() -> None:
    menu = "".join(f"<li><a href='/{number}'>All news of district {number}</a></li>" for number in range(100))
    page = PAGE.replace("<ul>", f"<ul>{menu}")
    found = clean_document(Document("a.html", None, "html", page.encode()), None, date(2024, 3, 1), CleanSettings())
    assert found.body == "\n\n".join(STORY)
    assert "mostly_boilerplate" not in found.flags


def test_the_words_below_a_figure_are_its_caption() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>The old bridge at noon on Sunday.</figcaption></figure>"
    related = "<aside><figure><figcaption>Another bridge.</figcaption></figure></aside>"
    page = PAGE.replace("<p>By Jane Doe</p>", f"<p>By Jane Doe</p>{figure}").replace("<footer>", f"{related}<footer>")
    found = clean_document(Document("a.html", None, "html", page.encode()), None, date(2024, 3, 1), CleanSettings())
    assert [(caption.text, caption.credit) for caption in found.captions] == [
        ("The old bridge at noon on Sunday.", None)
    ]
    assert found.body == "\n\n".join(STORY)
    assert found.ledger_covers_source


def test_a_page_in_a_field_of_a_row_is_read_as_one() -> None:
    fields = RowFields("".join(f"<p>{line}</p>" for line in STORY), title="Council to repair old bridge")
    document = Document("a.csv", 0, "row", b"")
    assert decoded_source(document, fields).split("\n") == ["", STORY[0], "", STORY[1], "", STORY[2], ""]
    assert clean_document(document, fields, date(2024, 3, 1), CleanSettings()).body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One<b>two</b>three</p><p>four</p>", "Onetwothree four"),
        ("<div>One<br>two</div>", "One two"),
        ("a<script>x<y</script>b<style>c</style>d", "abd"),
        ("<!-- no -->yes", "yes"),
        ("<title>no</title>yes", "yes"),
        ("<p title='a > b'>yes</p>", "yes"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
        ("<noscript>no</noscript>yes", "yes"),
        ("<head><title>no</title><p>yes", "yes"),  # a head that is never closed
        ("\u0130\u0130\u0130<script>no</script>yes", "\u0130\u0130\u0130yes"),  # a letter that is two in lower case
        ("<frameset><noframes><p>yes</p></noframes></frameset>", "yes"),
    ],
)
def test_the_visible_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert " ".join(visible_text(markup).split()) == text


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!DOCTYPE html><html>", True),
        ("  <html lang='en'>", True),
        ("<p>One.</p><p>Two.</p>", True),
        ("A story with <b>one</b> tag.", False),
        ("Shares of <GLW> rose.", False),
        ("", False),
    ],
)
def test_a_page_is_told_from_text(text: str, is_page: bool) -> None:
    assert looks_like_html(text) is is_page


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Council to repair old bridge | Riverside Post", "Council to repair old bridge"),
        ("Council to repair old bridge - POST", "Council to repair old bridge"),
        ("Bridges - Riverside", "Bridges - Riverside"),
    ],
)
def test_a_site_name_is_cut_from_a_title(title: str, bare: str) -> None:
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Bridge | Post</title><h1>Council to repair old bridge</h1>", "Council to repair old bridge"),
        (
            '<meta property="og:title" content="Old bridge saved"><h1>Council to repair old bridge</h1>',
            "Council to repair old bridge",
        ),
        ('<meta property="og:title" content="Bridges - Riverside"><h1>Bridges</h1>', "Bridges"),
        ("<title>Riverside: Council to repair bridge</title><h1>Riverside</h1>", "Riverside: Council to repair bridge"),
        (
            '<meta property="og:title" content="Old bridge saved at last"><h1>Get our newsletter in your inbox.</h1>',
            "Old bridge saved at last",
        ),
        (
            '<meta property="og:site_name" content="The Riverside Post Daily"><title>Old bridge saved at last</title>'
            "<h1>The Riverside Post Daily</h1>",
            "Old bridge saved at last",
        ),
        ("<title>Old bridge saved at last — Riverside Post</title>", "Old bridge saved at last"),
        (
            '<meta property="og:title" content="Council to repair old bridge"><h1>Council to repair old bridge Add to ...</h1>',
            "Council to repair old bridge",
        ),
        ("<p>No title</p>", None),
    ],
)
def test_the_headline_is_the_one_that_the_page_prints(markup: str, title: str | None) -> None:
    assert read_page_head(markup).title == title


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("By Jane Doe in Markets on 1 June 2019 at 8:34 PM", "2019-06-01"),
        ("The fair opened on February 17, 2024", "None"),
    ],
)
def test_a_date_beside_the_headline_is_read(line: str, stamp: str) -> None:
    bare = re.sub("<meta[^<>]*published[^<>]*>", "", PAGE).replace("<article>", "").replace("</article>", "")
    page = bare.replace("<p>By Jane Doe</p>", f"<div><div>{line}</div></div>")
    found = clean_document(Document("a.html", None, "html", page.encode()), None, date(2024, 3, 1), CleanSettings())
    assert str(found.published_on) == stamp
    assert found.ledger_covers_source


def test_a_page_that_holds_its_story_once_more_in_one_line_has_it_once() -> None:
    story = [f"{line} Version {number} of it was read out in the hall." for number in range(10) for line in STORY]
    paragraphs = "".join(f"<p>{line}</p>" for line in story)
    page = PAGE.replace("".join(f"<p>{line}</p>" for line in STORY), paragraphs)
    page = page.replace("<footer>", f"<footer><div>{' '.join(story)}</div>")
    found = clean_document(Document("a.html", None, "html", page.encode()), None, date(2024, 3, 1), CleanSettings())
    assert found.body == "\n\n".join(story)


def _cleaned(page: str) -> Cleaned:
    found = clean_document(Document("a.html", None, "html", page.encode()), None, date(2024, 3, 1), CleanSettings())
    assert found.ledger_covers_source
    return found


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<a href='x'>", "<ul><li>", "<main><header>"])
def test_a_page_nested_too_deep_for_the_extractors_keeps_its_paragraphs(tag: str) -> None:
    assert _cleaned(PAGE.replace("<article>", tag * 20_000)).body == "\n\n".join(STORY)


def test_links_to_other_stories_are_no_part_of_the_article() -> None:
    link = "<p><a href='/other'>Mayor opens new library in the old mill</a></p>"
    found = _cleaned(PAGE.replace(f"<p>{STORY[1]}</p>", f"{link}<p>{STORY[1]}</p>"))
    assert found.body == "\n\n".join(STORY)


def test_a_headline_that_is_a_link_is_the_headline() -> None:
    page = PAGE.replace(
        "<h1>Council to repair old bridge</h1>", "<h1><a href='/x'>Council to repair old bridge</a></h1>"
    )
    assert _cleaned(page).headline == "Council to repair old bridge"


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p><a href='/x'>One two</a></p><p>Three <a href='/y'>four</a></p>", {"One two"}),
        ("<a href='/x'><div>One &amp; two</div></a>", {"One & two"}),
        ("<table><tr><td><a href='/x'>One</a></td></tr></table>", set()),
        ("<p><a name='x'>One</a></p>", set()),
    ],
)
def test_lines_that_are_one_link_are_known(markup: str, lines: set[str]) -> None:
    assert text_and_linked_lines(markup) == (visible_text(markup), lines)


def test_lines_above_the_headline_are_no_part_of_the_article() -> None:
    teaser = "<div><h2>Flood warning for the valley</h2><p>Rain is expected to fall until Sunday night, forecasters say.</p></div>"
    assert _cleaned(PAGE.replace("<h1>", f"{teaser}<h1>")).body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("top", "below", "day", "is_conflict"),
    [
        ("Friday, March 1, 2024", "February 17, 2024", date(2024, 2, 17), False),  # today, below the paper's name
        ("March 1, 2024", "February 17, 2024", date(2024, 2, 17), False),
        ("Friday, March 1, 2024", "", None, False),
        ("17 February 2024", "", date(2024, 2, 17), False),
        ("Saturday, 17 February 2024 10:15", "", date(2024, 2, 17), False),
    ],
)
def test_today_in_the_top_of_a_page_is_not_the_day_of_its_story(
    top: str, below: str, day: date | None, is_conflict: bool
) -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY)
    article = f"<article><h1>Council to repair old bridge</h1><i>{below}</i>{story}</article>"
    page = f"<html><body><div>{top}</div>{article}</body></html>"
    found = clean_document(Document("a.html", None, "html", page.encode()), None, date(2024, 3, 1), CleanSettings())
    assert (found.published_on, found.published_conflict) == (day, is_conflict)
