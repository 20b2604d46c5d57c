"""The recipe trains a small pipeline, the same for the same seed, from nothing or from another one's weights."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy

from tasks.enrich.language_model import load_model
from tasks.enrich.recipe.corpora import AnnotatedText
from tasks.enrich.recipe.mixture import Mixture
from tasks.enrich.recipe.network import new_pipeline, start_from, write_model
from tasks.enrich.recipe.settings import RecipeSettings, VectorSettings
from tasks.enrich.recipe.training import example_of, named, train
from tasks.enrich.recipe.word_vectors import WordVectors, learn_vectors

SMALL = RecipeSettings(
    labels=("PERSON", "LOC"), rows=(200, 100, 100, 100), n_words=800, n_words_per_batch=60, n_warmup_steps=2,
    learn_rate_from_nothing=0.01, has_vectors=True,
)  # fmt: skip
TEXT = AnnotatedText(
    "Orla Venn sailed to Kellan. Edda Holm stayed.", ((0, 9, "PERSON"), (20, 26, "LOC"), (28, 37, "PERSON"))
)
SENTENCES = [
    f"{who} sailed to {where} at noon." for who in ("Orla", "Edda") for where in ("Kellan", "Tarnol", "Ysmar")
] * 8


@pytest.fixture(scope="module")
def vectors() -> WordVectors:
    return learn_vectors(SENTENCES, VectorSettings(width=4, n_neighbours=8, min_count=5, n_rows=6))


def trained(vectors: WordVectors) -> Any:
    nlp = new_pipeline(SMALL, vectors)
    train(nlp, Mixture([TEXT], [], SMALL), SMALL, has_start=False)
    return nlp


@pytest.fixture(scope="module")
def pipeline(vectors: WordVectors) -> Any:
    return trained(vectors)


def test_a_run_learns_its_text_and_is_the_same_for_the_same_seed(pipeline: Any, vectors: WordVectors) -> None:
    first, second = pipeline, trained(vectors)
    assert list(named(first, [TEXT.text])) == [list(TEXT.names)]
    for one, other in zip(*(nlp.get_pipe("ner").model.walk() for nlp in (first, second)), strict=True):
        assert all((one.get_param(name) == other.get_param(name)).all() for name in one.param_names)


def test_words_in_the_same_company_have_like_vectors(vectors: WordVectors) -> None:
    rows = {word: vectors.rows[row] for word, row in zip(vectors.words, vectors.row_of, strict=True)}
    assert rows["Orla"] @ rows["Edda"] > 0.9
    assert rows["Orla"] @ rows["Edda"] > rows["Orla"] @ rows["Kellan"]
    assert len(vectors.rows) == 6 < len(vectors.words)


def test_a_written_model_has_no_words_of_its_training_and_names_as_before(
    pipeline: Any, vectors: WordVectors, tmp_path: Path
) -> None:
    write_model(pipeline, SMALL, vectors, tmp_path, {"name": "small", "version": "1.0.0"})
    strings = (tmp_path / "vocab" / "strings.json").read_text(encoding="utf-8")
    assert not any(word in strings for word in ("Orla", "Venn", "Kellan", "Tarnol", "sailed"))
    (spans,) = load_model(str(tmp_path)).spans([TEXT.text], 1)
    assert [tuple(span) for span in spans] == list(TEXT.names)


def test_a_start_gives_a_new_network_its_weights(tmp_path: Path) -> None:
    plain = replace(SMALL, has_vectors=False)
    start = new_pipeline(plain, None)
    start.to_disk(tmp_path)
    wider = new_pipeline(replace(plain, rows=(400, 100, 100, 100), seed=1), None)
    start_from(wider, tmp_path)
    ours, theirs = (nlp.get_pipe("ner").model.get_ref("tok2vec").predict([nlp(TEXT.text)]) for nlp in (wider, start))
    assert (ours == theirs).all()


def test_a_part_of_a_word_is_unknown_and_not_learned() -> None:
    nlp = spacy.blank("en")
    text = AnnotatedText("Venn-harbourmasters left Kellan", ((25, 31, "LOC"), (0, 4, "PERSON")), unknown=((20, 24),))
    reference = example_of(nlp, text).reference
    assert [(e.text, e.label_) for e in reference.ents][-1] == ("Kellan", "LOC")
    assert [token.text for token in reference if not token.ent_iob] == ["left"]
