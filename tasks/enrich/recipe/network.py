"""Build the pipeline that is trained: a transition parser over its own encoder, begun with trained weights where there are some.

This module and `training` know spaCy; no other one of the recipe does.
"""

from pathlib import Path
from typing import Any, Final

import numpy as np
import spacy
from spacy.strings import get_string_id
from spacy.vectors import Vectors
from thinc.api import Model, NumpyOps, fix_random_seed, set_current_ops

from tasks.enrich.recipe.settings import RecipeSettings
from tasks.enrich.recipe.word_vectors import WordVectors

# Which classes of the start (OntoNotes) a class of ours is made of: its weights begin as the mean of theirs.
MADE_OF: Final[dict[str, tuple[str, ...]]] = {
    "LOC": ("GPE", "LOC"),
    "MISC": ("EVENT", "WORK_OF_ART", "PRODUCT", "LAW"),
}
WIDTH: Final = 96


def new_pipeline(settings: RecipeSettings, vectors: WordVectors | None) -> Any:
    """Return an English pipeline whose one component `ner` has random weights, the same for the same seed."""
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(settings.seed)
    nlp = spacy.blank("en")
    if vectors is not None:
        give_vectors(nlp, vectors)
    ner: Any = nlp.add_pipe("ner", config={"model": network(settings)})
    for label in settings.labels:
        ner.add_label(label)
    nlp.initialize()
    return nlp


def give_vectors(nlp: Any, vectors: WordVectors) -> None:
    """Give the vocabulary vectors by the hash of the word: no word itself is kept."""
    table = Vectors(strings=nlp.vocab.strings, data=vectors.rows, name="copydesk")
    for word, row in zip(vectors.words, vectors.row_of, strict=True):
        table.key2row[get_string_id(word)] = int(row)
    nlp.vocab.vectors = table


def network(settings: RecipeSettings) -> dict[str, Any]:
    """Return the configuration of the network: the shape of `ner` in spaCy's small English pipeline."""
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": list(settings.rows),
        "include_static_vectors": settings.has_vectors,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode},
    }


def start_from(nlp: Any, folder: Path) -> None:
    """Copy the weights of the `ner` of an installed pipeline into `nlp`; what only one of them has is left as it is."""
    config = spacy.util.load_config(folder / "config.cfg")
    start = spacy.load(folder, exclude=[part for part in config["nlp"]["pipeline"] if part != "ner"])
    source: Any = start.get_pipe("ner")
    target: Any = nlp.get_pipe("ner")
    mine, theirs = (part.model.get_ref("tok2vec") for part in (target, source))
    pairs = zip(with_weights(mine), with_weights(theirs), strict=True)
    for layer, trained in [*pairs, (target.model.get_ref("lower"), source.model.get_ref("lower"))]:
        for name in layer.param_names:
            layer.set_param(name, fitted(trained.get_param(name), layer.get_param(name)))
    copy_actions(source, target)


def with_weights(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    """Return the layers that have weights, without the one for word vectors, which the start does not have.

    Depth first: a network with word vectors nests its layers deeper, which changes the order of breadth.
    """
    layers = model.walk(order="dfs_pre")
    return [layer for layer in layers if layer.param_names and layer.name != "static_vectors"]


def fitted(trained: Any, own: Any) -> Any:
    """Return trained weights in the shape of `own`.

    A hash table with a multiple of the rows repeats the old one: a word's row, modulo the old size, is its old row. Columns for an
    input that the start lacks begin near zero, so that the network behaves as before.
    """
    if own.shape == trained.shape:
        return trained
    if own.ndim == 2:
        return np.tile(trained, (own.shape[0] // trained.shape[0], 1))
    wider = own * 0.1
    wider[..., : trained.shape[-1]] = trained
    return wider


def actions(ner: Any) -> list[str]:
    """Return the name of each row of the last layer; `move_names` leaves one out."""
    return [ner.moves.get_class_name(row) for row in range(ner.moves.n_moves)]


def copy_actions(source: Any, target: Any) -> None:
    """Begin each action of `target` as the mean of the actions of `source` that its class is made of."""
    upper, trained = target.model.get_ref("upper"), source.model.get_ref("upper")
    weights, bias = upper.get_param("W").copy(), upper.get_param("b").copy()
    rows = {name: row for row, name in enumerate(actions(source))}
    for row, name in enumerate(actions(target)):
        action, _, label = name.partition("-")
        known = [f"{action}-{part}" if label else action for part in MADE_OF.get(label, (label,))]
        if used := [rows[part] for part in known if part in rows]:
            weights[row] = trained.get_param("W")[used].mean(axis=0)
            bias[row] = trained.get_param("b")[used].mean(axis=0)
    upper.set_param("W", weights)
    upper.set_param("b", bias)


def write_model(
    nlp: Any, settings: RecipeSettings, vectors: WordVectors | None, folder: Path, meta: dict[str, str]
) -> None:
    """Write a trained pipeline as it is shipped: its weights in a new one, whose vocabulary has seen no text."""
    clean = new_pipeline(settings, vectors)
    clean.get_pipe("ner").model.from_bytes(nlp.get_pipe("ner").model.to_bytes())
    clean.meta.update(meta)
    clean.to_disk(folder)
