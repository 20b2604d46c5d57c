"""One training run after the other, each kept in the working folder, so that a run that was cut off is taken up where it ended."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow.parquet as pq

from tasks.enrich.language_model import LanguageModel, load_model
from tasks.enrich.name_usage import FILE as USAGE
from tasks.enrich.name_usage import Usage, read_usage
from tasks.enrich.name_weights import FILE as WEIGHTS
from tasks.enrich.recipe.corpora import AnnotatedText, Marked, folds_of, sentences, worldwide
from tasks.enrich.recipe.mixture import Mixture, with_labels
from tasks.enrich.recipe.network import new_pipeline, start_from, write_model
from tasks.enrich.recipe.settings import OURS, RecipeSettings, VectorSettings
from tasks.enrich.recipe.training import named, train
from tasks.enrich.recipe.usage import counted_usage, write_usage
from tasks.enrich.recipe.weighing import Matrix, examples_of, learned_weights
from tasks.enrich.recipe.word_vectors import WordVectors, learn_vectors

N_FOLDS: Final = 3
# Every fourth article without annotation tells the usage of names (5,000 of them, to 6,000 characters): three minutes of
# a processor.
USAGE_STEP: Final = 4
USAGE_CHARS: Final = 6_000
USAGE_BATCH: Final = 8
# What the vectors are learned from leaves out every article that a score is taken on.
SCORED_CORPORA: Final = frozenset({"worldwide_newswire", "re3d"})
META: Final = {
    "name": "copydesk_ner",
    "version": "1.0.0",
    "description": "Names in English news. See MODEL_CARD.md for data, licences and scores.",
    "license": "see the model card",
}
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Workshop:
    """The corpora, a folder for what is made of them, and the pipeline whose weights are the start, if any."""

    data: Path
    work: Path
    start: Path | None

    @cached_property
    def main(self) -> list[AnnotatedText]:
        """Return the articles of the main corpus."""
        return worldwide(self.data)

    @cached_property
    def vectors(self) -> WordVectors:
        """Return the word vectors: from the working folder, or learned from the plain articles and GMB."""
        kept = self.work / "vectors.npz"
        if not kept.is_file():
            log.info("learning word vectors")
            learned = learn_vectors(self.plain_texts(), VectorSettings())
            np.savez(kept, words=np.array(learned.words), row_of=learned.row_of, rows=learned.rows)
        with np.load(kept) as arrays:
            return WordVectors(arrays["words"].tolist(), arrays["row_of"], arrays["rows"])

    def plain_texts(self) -> list[str]:
        """Return the texts that nobody annotated, and GMB's."""
        return self.plain_articles() + [text.text for text in sentences(self.data, "gmb")]

    def plain_articles(self) -> list[str]:
        """Return the articles that nobody annotated."""
        rows = pq.read_table(self.data / "dev.parquet", columns=["corpus", "lang", "text"]).to_pylist()
        return [r["text"] for r in rows if r["text"] and r["lang"] == "en" and r["corpus"] not in SCORED_CORPORA]

    def trained(self, settings: RecipeSettings, texts: Sequence[AnnotatedText]) -> Any:
        """Return a pipeline trained on these articles of the main corpus and on the smaller corpora."""
        nlp = new_pipeline(settings, self.vectors if settings.has_vectors else None)
        if self.start is not None:
            start_from(nlp, self.start)
        others = [
            (with_labels(sentences(self.data, name), settings.labels), share)
            for name, share in (
                ("gmb", settings.gmb_share),
                ("crossner_politics", settings.politics_share),
                ("wikigold", settings.wikigold_share),
            )
        ]
        train(nlp, Mixture(with_labels(texts, settings.labels), others, settings), settings, self.start is not None)
        return nlp

    def names_of_fold(
        self, settings: RecipeSettings, number: int, folds: Sequence[Sequence[int]]
    ) -> list[list[Marked]]:
        """Return the names that a run without one part finds in the articles of that part."""
        kept = self.work / f"{settings.name}-{number}.json"
        if not kept.is_file():
            self.run_without_part(settings, number, folds)
        read = json.loads(kept.read_text(encoding="utf-8"))
        return [[(start, end, label) for start, end, label in article] for article in read]

    def usage_of_fold(self, settings: RecipeSettings, number: int, folds: Sequence[Sequence[int]]) -> Usage:
        """Return what a run without one part makes of the words of names in articles that nobody annotated."""
        kept = self.work / f"{settings.name}-{number}-usage.npy"
        if not kept.is_file():
            self.run_without_part(settings, number, folds)
        return read_usage(kept)

    def run_without_part(self, settings: RecipeSettings, number: int, folds: Sequence[Sequence[int]]) -> None:
        """Train without one part; keep the names found in it and, for what is shipped, the usage of names elsewhere."""
        others = [self.main[at] for other, fold in enumerate(folds) if other != number for at in fold]
        nlp = self.trained(settings, others)
        found = list(named(nlp, [self.main[at].text for at in folds[number]]))
        if settings == OURS:
            self.write_usage(LanguageModel(settings.name, nlp), self.work / f"{settings.name}-{number}-usage.npy")
        (self.work / f"{settings.name}-{number}.json").write_text(json.dumps(found), encoding="utf-8")

    def write_usage(self, model: LanguageModel, path: Path) -> None:
        """Write what a model makes of the words of names in articles that nobody annotated."""
        texts = [text[:USAGE_CHARS] for text in self.plain_articles()[::USAGE_STEP]]
        write_usage(counted_usage(texts, model.spans(texts, USAGE_BATCH)), path)

    def weights(self, settings: RecipeSettings, folds: Sequence[Sequence[int]], left_out: int | None = None) -> Matrix:
        """Return the weights of signs, learned from the articles of every part but one as runs without their part named them."""
        usages = [self.usage_of_fold(settings, number, folds) for number in range(len(folds))]
        examples = [
            example
            for number, fold in enumerate(folds)
            if number != left_out
            for at, names in zip(fold, self.names_of_fold(settings, number, folds), strict=True)
            for example in examples_of(self.main[at], names, usages[number])
        ]
        return learned_weights(examples, settings.seed)

    def write_shipped(self, folder: Path) -> None:
        """Train on every article and write the model to `folder`, with the tables that it and the runs by part teach."""
        write_model(self.trained(OURS, self.main), OURS, self.vectors, folder, META)
        self.write_tables(folder)

    def write_tables(self, folder: Path) -> None:
        """Write the usage of names and the weights of signs beside the model in `folder`."""
        self.write_usage(load_model(str(folder)), folder / USAGE.name)
        np.save(folder / WEIGHTS.name, self.weights(OURS, folds_of(self.main, N_FOLDS)))
