"""Lines of a page -> those of the article, and labels for the rest: navigation, but for the headline, dates and authors."""

from tasks.clean import byline
from tasks.clean.facts import Headline
from tasks.clean.head import date_line
from tasks.clean.headline import same
from tasks.clean.html_page import Page, is_article_line
from tasks.clean.lines import Label, Unit
from tasks.clean.rules import label, whole

_NEAR_HEADLINE = 12  # lines below the headline in which dates and authors of the article stand


def split_page(units: list[Unit], page: Page, title: str | None) -> tuple[list[Unit], list[Label]]:
    """Return the lines that the extractor takes for the article, and the labels of all others."""
    lines, flow = frozenset(page.article), f" {' '.join(page.article)} "
    taken = [is_article_line(unit.text, lines, flow) for unit in units]
    top = next((number for number, unit in enumerate(units) if title and same(unit.text, title)), None)
    article: list[Unit] = []
    labels: list[Label] = []
    for number, unit in enumerate(units):
        if taken[number]:
            article.append(unit)
        elif top is not None and number == top:
            labels.append(Label("headline_line", "page_headline", unit.pieces, Headline(unit.text)))
        else:
            near = top is not None and top < number <= top + _NEAR_HEADLINE
            labels.append((near and _beside_headline(unit)) or Label("navigation", "not_the_article", unit.pieces))
    return article, labels


def _beside_headline(unit: Unit) -> Label | None:
    if taken := date_line(unit.text):
        return label(unit, taken)
    if len(unit.text) < 120 and (found := byline.read_line(unit.text)):
        return label(unit, whole(unit.text, "byline", "author_line", found))
    return None
