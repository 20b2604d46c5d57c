"""Which texts a pass over the corpora takes: all of the main one, shares of the others, and at the end the main one alone."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tasks.enrich.recipe.corpora import AnnotatedText
from tasks.enrich.recipe.settings import RecipeSettings


@dataclass
class Mixture:
    """The corpora of one run. `others`: each with the share of it that a pass takes. `n_words_seen` is told by the trainer."""

    main: Sequence[AnnotatedText]
    others: Sequence[tuple[Sequence[AnnotatedText], float]]
    settings: RecipeSettings
    n_words_seen: int = field(default=0)

    def next_pass(self, chance: random.Random) -> list[AnnotatedText]:
        """Return the texts of the next pass in a new order; whether it is a late one is decided when it begins."""
        texts = list(self.main)
        if self.n_words_seen < (1 - self.settings.last_share) * self.settings.n_words:
            for corpus, share in self.others:
                texts += chance.sample(corpus, round(share * len(corpus)))
        chance.shuffle(texts)
        return texts


def with_labels(texts: Sequence[AnnotatedText], labels: Sequence[str]) -> list[AnnotatedText]:
    """Return the texts with the names of these classes only."""
    kept = frozenset(labels)
    return [replace(text, names=tuple(name for name in text.names if name[2] in kept)) for text in texts]
