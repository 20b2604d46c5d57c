"""Lines of a page -> those of the article, and labels for the rest: headline, dates, authors, captions, else navigation."""

from tasks.clean import byline, captions
from tasks.clean.facts import Caption, Headline
from tasks.clean.head_dates import date_line
from tasks.clean.headline import key, same
from tasks.clean.html_page import Page, is_article_line
from tasks.clean.lines import Label, Unit
from tasks.clean.rules import label, whole

_NEAR_HEADLINE = 12  # lines below the headline in which dates and authors of the article stand


def split_page(units: list[Unit], page: Page, title: str | None) -> tuple[list[Unit], list[Label]]:
    """Return the lines that the extractor takes for the article, and the labels of all others."""
    lines, flow = frozenset(page.article), f" {' '.join(page.article)} "
    taken = [is_article_line(unit.text, lines, flow) for unit in units]
    top = next((number for number, unit in enumerate(units) if title and same(unit.text, title)), None)
    last = max((number for number, is_taken in enumerate(taken) if is_taken), default=0)
    article: list[Unit] = []
    labels: list[Label] = []
    for number, unit in enumerate(units):
        if number <= last and key(unit.text) in page.captions:
            labels.append(_caption(unit))
        elif taken[number]:
            article.append(unit)
        elif top is not None and number == top:
            labels.append(Label("headline_line", "page_headline", unit.pieces, Headline(unit.text)))
        else:
            near = top is not None and top < number <= top + _NEAR_HEADLINE
            labels.append((near and _beside_headline(unit)) or Label("navigation", "not_the_article", unit.pieces))
    return article, labels


def _caption(unit: Unit) -> Label:
    """Label a line that the page marks as the words below a picture, whether or not it names a credit."""
    fact = captions.read_line(unit.text) or Caption(unit.text, None)
    return label(unit, whole(unit.text, "caption_line", "figure_caption", fact))


def _beside_headline(unit: Unit) -> Label | None:
    if taken := date_line(unit.text):
        return label(unit, taken)
    if len(unit.text) < 120 and (found := byline.read_line(unit.text)):
        return label(unit, whole(unit.text, "byline", "author_line", found))
    return None
