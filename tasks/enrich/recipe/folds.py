"""Score two ways of training on outlets that neither has seen: the recipe as it was handed to us, and ours."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from tasks.enrich.language_model import Span
from tasks.enrich.mentions import article_names
from tasks.enrich.name_weights import Learned
from tasks.enrich.passages import Article, Passage
from tasks.enrich.recipe.article_pass import recipe_pass, surfaces_of
from tasks.enrich.recipe.corpora import Marked, folds_of
from tasks.enrich.recipe.runs import N_FOLDS, Workshop
from tasks.enrich.recipe.scores import Tally
from tasks.enrich.recipe.settings import OURS, PLAIN

# Gold whose id begins so is scored and never looked at.
HELD_DIGITS: Final = "01234"


def score_folds(shop: Workshop) -> dict[str, dict[str, Any]]:
    """Return for each way of naming the counts over all parts, each part (from 1), and the articles never looked at."""
    folds = folds_of(shop.main, N_FOLDS)
    tallies: dict[str, Tally] = {}
    for number, fold in enumerate(folds):
        surfaces = surfaces_of(shop.main[at] for other, part in enumerate(folds) if other != number for at in part)
        plain = shop.names_of_fold(PLAIN, number, folds)
        ours = shop.names_of_fold(OURS, number, folds)
        learned = Learned(shop.weights(OURS, folds, number), shop.usage_of_fold(OURS, number, folds))
        for at, recipe_names, own_names in zip(fold, plain, ours, strict=True):
            article = shop.main[at]
            ways = {
                "recipe, model alone": recipe_names,
                "recipe as written": recipe_pass(article.text, recipe_names, surfaces),
                "our model alone": own_names,
                "our model, our rules": product_names(article.text, own_names, learned),
            }
            part = "held" if hashlib.sha256(article.key.encode()).hexdigest()[0] in HELD_DIGITS else "seen"
            for way, names in ways.items():
                for group in (way, f"{way} ({part})", f"{way} (part {number + 1})"):
                    tallies.setdefault(group, Tally()).add(article.names, names)
    return {way: tally.counts() for way, tally in tallies.items()}


def product_names(text: str, names: Sequence[Marked], learned: Learned) -> list[Marked]:
    """Return the names that the tables would show, given the model's, and what was learned from other outlets."""
    spans = [Span(*name) for name in names]
    article = Article("", None, (Passage("body", None, text),))
    return [(name.start, name.end, name.type) for name in article_names(article, [spans], learned)]
