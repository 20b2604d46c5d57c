"""Remember what the model's first layer makes of a word: it sees the word alone, so the second time the answer is the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

# Words kept; at 96 numbers each this is 13 MB. A corpus's words past it start a new memory.
MAX_WORDS: Final = 32_768
# Unknown words are computed in whole tiles of this many: the matrix product then gives a word the same bits in any company.
TILE: Final = 64
MIX: Final = np.uint64(0x9E3779B97F4A7C15)  # an odd number with bits everywhere: spreads the second hash over the first
IDENTIFYING: Final = ("ORTH", "NORM")  # the tokenizer's exceptions give a word another norm than its own ("n't": "not")


@dataclass(frozen=True)
class WordsAlone:
    """Some words of a few documents, for layers that ask a document for attributes of its words and for nothing else."""

    docs: Sequence[Any]
    chosen: Any
    vocab: Any

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.chosen)

    def to_array(self, attributes: Any) -> Any:
        """Return the attributes of the chosen words, as a document does for all of its words."""
        return np.concatenate([doc.to_array(attributes) for doc in self.docs])[self.chosen]


@dataclass
class WordMemory:
    """The vectors of the words seen so far. `compute` is the layer: documents in, one matrix a document out."""

    compute: Callable[[list[Any]], list[Any]]
    known: dict[int, int] = field(default_factory=dict)
    vectors: Any = None

    def recall(self, docs: Sequence[Any]) -> list[Any]:
        """Return one matrix a document, a row a word; words that are not known yet are computed, all at once."""
        pairs = np.concatenate([doc.to_array(list(IDENTIFYING)) for doc in docs])
        keys, first, word_of = np.unique(pairs[:, 0] ^ (pairs[:, 1] * MIX), return_index=True, return_inverse=True)
        if len(self.known) + len(keys) > MAX_WORDS:
            self.known.clear()
        hashes = keys.tolist()
        missing = [at for at, key in enumerate(hashes) if key not in self.known]
        if missing:
            self.learn([hashes[at] for at in missing], docs, first[missing])
        rows = np.fromiter((self.known[key] for key in hashes), np.int64, len(hashes))[word_of.ravel()]
        return np.split(self.vectors[rows], np.cumsum([len(doc) for doc in docs])[:-1])

    def learn(self, hashes: Sequence[int], docs: Sequence[Any], places: Any) -> None:
        """Compute the words at these places of the documents and keep them."""
        filled = np.resize(places, -(-len(places) // TILE) * TILE)
        (computed,) = self.compute([WordsAlone(docs, filled, docs[0].vocab)])
        if self.vectors is None:
            self.vectors = np.empty((MAX_WORDS, computed.shape[1]), computed.dtype)
        start = len(self.known)
        self.vectors[start : start + len(hashes)] = computed[: len(hashes)]
        self.known.update(zip(hashes, range(start, start + len(hashes)), strict=True))
