"""Lines of a page -> those of the article, and labels for the rest: headline, dates, authors, captions, else navigation."""

from itertools import accumulate

from tasks.clean import captions
from tasks.clean.facts import Headline
from tasks.clean.headline import key, same
from tasks.clean.html_page import Page
from tasks.clean.lines import Label, Unit
from tasks.clean.page_align import align
from tasks.clean.page_beside import above_headline, below_headline, first_published, tells_day
from tasks.clean.rules import label, whole

_NEAR_HEADLINE = 12  # lines below the headline in which dates and authors stand; of 4 more dates within 20, 1 is wrong
_ENDS_OF_SENTENCES = (".", "!", "?", "”", '"')
_NEAR_ABOVE = 3  # lines above the headline in which its date stands when the head of the page tells none
_STANDFIRST = 1  # paragraphs that may stand between the headline and its date
_MIN_PROSE_WORDS = 12  # of a line that ends as a sentence does and is part of the story
_MIN_LINK_WORDS = (
    4  # of a line that is one link and names another story; shorter ones are names, addresses and entries of lists
)
_NEAR_STORY = 4  # lines above the first of the article in which they stand when a page prints no headline
_SHARE_BELOW = 0.8  # of the article's characters; a copy of the headline below it stands in a list of other stories


def split_page(units: list[Unit], page: Page, title: str | None) -> tuple[list[Unit], list[Label]]:
    """Return the lines that most extractors take for the article, and the labels of all others."""
    taken = _majority([align([unit.text for unit in units], reading) for reading in page.readings], units)
    copies = [number for number, unit in enumerate(units) if title and same(unit.text, title)]
    top = _headline_above(copies, units, taken)
    beside = _labels_beside(units, copies, top, taken, page)
    links = _links_to_others(units, taken, page) - set(copies)
    last = max((number for number, is_taken in enumerate(taken) if is_taken), default=0)
    article: list[Unit] = []
    labels: list[Label] = []
    for number, unit in enumerate(units):
        if number <= last and key(unit.text) in page.captions and number not in copies:
            labels.append(_caption(unit))
        elif number in beside:
            labels.append(beside[number])
        elif number in links:
            labels.append(Label("promo_line", "line_is_a_link", unit.pieces))
        elif taken[number] and (top is None or number >= top):
            article.append(unit)
        elif number == top:
            labels.append(Label("headline_line", "page_headline", unit.pieces, Headline(unit.text)))
        else:
            labels.append(Label("navigation", "not_the_article", unit.pieces))
    return article, labels


def _majority(readings: list[list[bool]], units: list[Unit]) -> list[bool]:
    """Return which lines more than half of the extractors took, and between those the paragraphs that any of them took.

    Without any reading, the article is what is set in paragraphs.
    """
    if not readings:
        return [_is_prose(unit) for unit in units]
    votes = [sum(of_line) for of_line in zip(*readings, strict=True)]
    taken = [2 * n_votes > len(readings) for n_votes in votes]
    if any(taken):
        first, end = taken.index(True), len(taken) - taken[::-1].index(True)
        for number in range(first, end):
            taken[number] = taken[number] or (votes[number] > 0 and _is_prose(units[number]))
    return taken


def _headline_above(copies: list[int], units: list[Unit], taken: list[bool]) -> int | None:
    """Return the number of the line that prints the headline above the story: the last copy that nearly all of it follows."""
    below = list(
        accumulate(len(unit.text) if is_taken else 0 for unit, is_taken in zip(units[::-1], taken[::-1], strict=True))
    )
    wanted = below[-1] * _SHARE_BELOW if below else 0
    return next((top for top in reversed(copies) if below[len(units) - 1 - top] >= wanted), None)


def _links_to_others(units: list[Unit], taken: list[bool], page: Page) -> set[int]:
    """Return the numbers of lines that are one link: they lead to other stories, as long as the article has more than such."""
    article = [(number, unit.text) for number, unit in enumerate(units) if taken[number]]
    links = {
        number: text
        for number, text in article
        if text.count(" ") + 1 >= _MIN_LINK_WORDS and not text.endswith(_ENDS_OF_SENTENCES) and key(text) in page.links
    }
    is_lesser_part = 2 * sum(map(len, links.values())) < sum(len(text) for _, text in article)
    return set(links) if is_lesser_part else set()


def _labels_beside(
    units: list[Unit], copies: list[int], top: int | None, taken: list[bool], page: Page
) -> dict[int, Label]:
    """Return the labels of the lines around the headline that tell the article's date and authors."""
    anchors = {copies[0], copies[0] if top is None else top} if copies else set()
    prose = [number for number, unit in enumerate(units) if taken[number] and _is_prose(unit)]
    if anchors:
        below = {number for anchor in anchors for number in _lines_below(anchor, prose)}
    else:
        first = next((number for number, is_taken in enumerate(taken) if is_taken), 0)
        below = set(range(first - _NEAR_STORY, first))
    found = {
        number: below_headline(units[number], units[number - 1].text if number else "", taken[number])
        for number in below
        if 0 <= number < len(units)
    }
    stamped = {number: label for number, unit in enumerate(units) if (label := first_published(unit))}
    if len(stamped) == 1:  # more of them belong to more stories
        found |= stamped
    if not page.head.date and not any(map(tells_day, found.values())):  # else today's, below the paper's name
        above = (
            {number for anchor in anchors for number in range(max(anchor - _NEAR_ABOVE, 0), anchor)} - below - anchors
        )
        found |= {number: above_headline(units[number], number + 1 in anchors, page.head.url) for number in above}
    return {number: label for number, label in found.items() if label}


def _lines_below(headline: int, prose: list[int]) -> range:
    """Return the lines below a headline down to the story, which begins behind a standfirst at the latest."""
    behind = [number for number in prose if number > headline][_STANDFIRST:]
    return range(headline + 1, min([headline + 1 + _NEAR_HEADLINE, *behind[:1]]))


def _is_prose(unit: Unit) -> bool:
    return unit.text.endswith(_ENDS_OF_SENTENCES) and unit.text.count(" ") >= _MIN_PROSE_WORDS


def _caption(unit: Unit) -> Label:
    """Label a line that the page marks as the words below a picture, whether or not it names a credit."""
    return label(unit, whole(unit.text, "caption_line", "figure_caption", captions.read_figure(unit.text)))
