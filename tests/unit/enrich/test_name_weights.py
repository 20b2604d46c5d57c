"""The article decides what a name is: its signs are collected, weighed, and the weights can be learned."""

import numpy as np

from tasks.enrich.language_model import BUNDLED
from tasks.enrich.name_evidence import evidence
from tasks.enrich.name_weights import CLASSES, N_ROWS, Matrix, row_of, shipped_weights, weighed
from tasks.enrich.names import Name
from tasks.enrich.recipe.corpora import AnnotatedText
from tasks.enrich.recipe.weighing import Example, examples_of, learned_weights

TEXT = "Ms Orla Venn left Tarnol. Venn said nothing."


def names_in(text: str, *found: tuple[str, str]) -> list[Name]:
    starts = (text.index(surface) for surface, _ in found)
    return [
        Name(0, s, s + len(surface), surface, kind, "model") for s, (surface, kind) in zip(starts, found, strict=True)
    ]


def weights_for(sign: str, kind: str, weight: float = 4.0) -> Matrix:
    table = np.zeros((N_ROWS, len(CLASSES)))
    table[row_of(sign), CLASSES.index(kind)] = weight
    return table


def test_signs_are_the_models_votes_the_spelling_the_words_beside_the_title_and_the_kin() -> None:
    names = names_in(TEXT, ("Orla Venn", "PERSON"), ("Tarnol", "PERSON"))
    names.append(Name(0, 26, 30, "Venn", "ORG", "model"))
    signs = evidence(names, [TEXT])
    assert {"model: PERSON", "first: orla", "last: venn", "words: 2", "behind 1: left", "title"} <= set(
        signs["Orla Venn"]
    )
    assert {"model: ORG", "behind 1: said", "before 1: .", "is the last word: PERSON"} <= set(signs["Venn"])
    assert "title" not in signs["Tarnol"]


def test_a_sign_that_is_there_at_half_of_the_places_counts_half() -> None:
    text = "Kellan said it. They left Kellan."
    names = [Name(0, 0, 6, "Kellan", "PERSON", "model"), Name(0, 26, 32, "Kellan", "LOC", "model")]
    signs = evidence(names, [text])["Kellan"]
    assert signs["behind 1: said"] == signs["before 1: left"] == signs["model: LOC"] == 0.5


def test_names_that_a_list_settles_show_nothing() -> None:
    assert evidence(names_in("The Syrian envoy met the FBI.", ("Syrian", "PERSON"), ("FBI", "ORG")), ["..."]) == {}


def test_the_likeliest_class_is_taken_wherever_the_name_stands() -> None:
    text = "Kellan said it. They left Kellan."
    names = [Name(0, 0, 6, "Kellan", "ORG", "model"), Name(0, 26, 32, "Kellan", "LOC", "model")]
    assert {name.type for name in weighed(names, [text], weights_for("behind 1: said", "PERSON"))} == {"PERSON"}


def test_peoples_and_works_change_only_with_a_clear_lead() -> None:
    (name,) = names_in("The Tarnols left.", ("Tarnols", "NORP"))
    for weight, kind in ((0.3, "NORP"), (4.0, "ORG")):
        table = weights_for("behind 1: left", "ORG", weight)
        assert weighed([name], ["The Tarnols left."], table)[0].type == kind


def test_a_facility_that_is_called_a_place_stays_one() -> None:
    (name,) = names_in("They left Tarnol.", ("Tarnol", "FAC"))
    assert weighed([name], ["They left Tarnol."], weights_for("before 1: left", "LOC")) == [name]


def test_weights_learned_from_marked_articles_class_a_name_that_they_did_not_have() -> None:
    texts = [f"They went to {place}. {who} said so." for place, who in (("Tarnol", "Venn"), ("Ysmar", "Holm"))] * 4
    examples: list[Example] = []
    for text in texts:
        place, who = text[13 : text.index(".")], text.split(". ")[1].split()[0]
        spans = [(13, 13 + len(place), "LOC"), (text.index(who), text.index(who) + len(who), "PERSON")]
        examples += examples_of(AnnotatedText(text, tuple(spans)), [(start, end, "ORG") for start, end, _ in spans])
    weights = learned_weights(examples, seed=0)
    assert (weights == learned_weights(examples, seed=0)).all()
    text = "They went to Quorl. Brask said so."
    named = weighed(names_in(text, ("Quorl", "ORG"), ("Brask", "ORG")), [text], weights.astype(np.float32))
    assert [name.type for name in named] == ["LOC", "PERSON"]


def test_the_shipped_weights_are_numbers_without_any_word() -> None:
    assert shipped_weights().shape == (N_ROWS, len(CLASSES))
    assert np.isfinite(shipped_weights()).all()
    assert np.load(BUNDLED / "name_weights.npy", allow_pickle=False).dtype == np.float16
