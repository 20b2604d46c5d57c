"""What a training run may be told: the recipe as it was handed to us, and ours."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class RecipeSettings:
    """One training run. Defaults are those of the recipe that the data came with."""

    name: str = "plain"
    # Classes to learn. Dates and money, which the product does not use, cost the parser a tenth of its time.
    labels: tuple[str, ...] = ("PERSON", "ORG", "LOC", "NORP", "FAC", "MISC", "DATE", "MONEY")
    # Rows of the hash tables for NORM, PREFIX, SUFFIX, SHAPE.
    rows: tuple[int, int, int, int] = (5_000, 1_000, 2_500, 2_500)
    # Words of training in all: about 10,000 a processor second.
    n_words: int = 2_400_000
    # Share of the words at the end that come from the main corpus alone (0 to 1).
    last_share: float = 0.35
    # Shares of the smaller corpora that are mixed into each pass over the main one (0 to 1).
    gmb_share: float = 0.1
    politics_share: float = 0.5
    wikigold_share: float = 0.3
    # Dropout and the highest learning rate with trained weights as the start, and without.
    dropout: float = 0.2
    dropout_from_nothing: float = 0.1
    learn_rate: float = 0.0008
    learn_rate_from_nothing: float = 0.001
    # Steps in which the rate climbs to its highest; it then falls in a straight line to almost 0.
    n_warmup_steps: int = 100
    # Words a batch.
    n_words_per_batch: int = 1_200
    # Whether the model sees, beside spelling, where a word stands in a large corpus.
    has_vectors: bool = False
    seed: int = 0


@dataclass(frozen=True)
class VectorSettings:
    """How words get their vectors: from the frequent words that stand around them."""

    # Numbers a vector has.
    width: int = 64
    # The most frequent words count as neighbours, each at each of the four places -2, -1, +1, +2.
    n_neighbours: int = 600
    # Words that occur less often get no vector: their neighbours say little.
    min_count: int = 6
    # Words with a row of their own; rarer ones share the row that is most like theirs.
    n_rows: int = 14_000
    # Neighbours are smoothed by this power, as in word2vec, or rare ones would count too much.
    smoothing: float = 0.75


PLAIN: Final = RecipeSettings()
OURS: Final = RecipeSettings(
    name="ours",
    labels=("PERSON", "ORG", "LOC", "NORP", "FAC", "MISC"),
    # A multiple of the start's 5,000, so that its table can be laid out four times.
    rows=(15_000, 1_000, 2_500, 2_500),
    has_vectors=True,
)
