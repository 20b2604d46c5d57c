"""The article decides what a name is: its signs are collected, weighed, and the weights can be learned."""

from pathlib import Path

import numpy as np
import pytest

from tasks.enrich.labels import CLASSES
from tasks.enrich.language_model import BUNDLED, Span
from tasks.enrich.name_evidence import evidence
from tasks.enrich.name_usage import key_of, read_usage, shipped_usage, usage_signs
from tasks.enrich.name_weights import N_ROWS, Learned, row_of, shipped, weighed
from tasks.enrich.names import Name
from tasks.enrich.recipe.corpora import AnnotatedText
from tasks.enrich.recipe.usage import MANY_ARTICLES, MIN_ARTICLES, counted_usage, write_usage
from tasks.enrich.recipe.weighing import Example, examples_of, learned_weights

TEXT = "Ms Orla Venn left Tarnol. Venn said nothing."


def names_in(text: str, *found: tuple[str, str]) -> list[Name]:
    starts = (text.index(surface) for surface, _ in found)
    return [
        Name(0, s, s + len(surface), surface, kind, "model") for s, (surface, kind) in zip(starts, found, strict=True)
    ]


def weights_for(sign: str, kind: str, weight: float = 4.0) -> Learned:
    table = np.zeros((N_ROWS, len(CLASSES)))
    table[row_of(sign), CLASSES.index(kind)] = weight
    return Learned(table, {})


def test_signs_are_the_models_votes_the_spelling_the_words_beside_the_title_and_the_kin() -> None:
    names = names_in(TEXT, ("Orla Venn", "PERSON"), ("Tarnol", "PERSON"))
    names.append(Name(0, 26, 30, "Venn", "ORG", "model"))
    signs = evidence(names, [TEXT], {})
    assert {"model: PERSON", "first: orla", "last: venn", "words: 2", "behind 1: left", "title"} <= set(
        signs["Orla Venn"]
    )
    assert {"model: ORG", "behind 1: said", "before 1: .", "is the last word: PERSON"} <= set(signs["Venn"])
    assert "title" not in signs["Tarnol"]


def test_a_sign_that_is_there_at_half_of_the_places_counts_half() -> None:
    text = "Kellan said it. They left Kellan."
    names = [Name(0, 0, 6, "Kellan", "PERSON", "model"), Name(0, 26, 32, "Kellan", "LOC", "model")]
    signs = evidence(names, [text], {})["Kellan"]
    assert signs["behind 1: said"] == signs["before 1: left"] == signs["model: LOC"] == 0.5


def test_names_that_a_list_settles_show_nothing() -> None:
    assert evidence(names_in("The Syrian envoy met the FBI.", ("Syrian", "PERSON"), ("FBI", "ORG")), ["..."], {}) == {}


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
        examples += examples_of(AnnotatedText(text, tuple(spans)), [(start, end, "ORG") for start, end, _ in spans], {})
    weights = learned_weights(examples, seed=0)
    assert (weights == learned_weights(examples, seed=0)).all()
    text = "They went to Quorl. Brask said so."
    named = weighed(names_in(text, ("Quorl", "ORG"), ("Brask", "ORG")), [text], Learned(weights.astype(np.float32), {}))
    assert [name.type for name in named] == ["LOC", "PERSON"]


def test_other_articles_tell_of_a_name_and_of_the_words_that_begin_and_end_names(tmp_path: Path) -> None:
    texts = (
        ["Orla Venn left Tarnol."] * MIN_ARTICLES + ["Edda Venn came. Venn spoke."] * MANY_ARTICLES + ["Ysmar burned."]
    )
    marks = {"Orla Venn": "PERSON", "Edda Venn": "PERSON", "Tarnol": "LOC", "Ysmar": "LOC"}
    spans = [[Span(t.index(n), t.index(n) + len(n), kind) for n, kind in marks.items() if n in t] for t in texts]
    write_usage(counted_usage(texts, spans), tmp_path / "usage.npy")
    usage = read_usage(tmp_path / "usage.npy")
    assert usage_signs("Orla Holm", usage) == {
        "usage of whole, words: unknown": 1.0,
        "usage of first, words: PERSON, all, few": 1.0,
        "usage of last, words: unknown": 1.0,
    }
    assert "usage of last, a word: PERSON, all, many" in usage_signs("Venn", usage)
    assert "usage of whole, a word: LOC, all, few" in usage_signs("Tarnol", usage)
    assert "usage of whole, a word: unknown" in usage_signs("Ysmar", usage)


@pytest.mark.parametrize(("n_persons", "agreement"), [(20, "all"), (16, "most"), (11, "half")])
def test_usage_says_how_many_articles_agree(n_persons: int, agreement: str) -> None:
    kinds = ["PERSON"] * n_persons + ["ORG"] * (20 - n_persons)
    usage = counted_usage(["Venn left."] * 20, [[Span(0, 4, kind)] for kind in kinds])
    assert usage == {key_of("whole", "Venn"): f"PERSON, {agreement}, many"}


def test_what_other_articles_made_of_a_name_can_decide() -> None:
    (name,) = names_in("Venn left.", ("Venn", "ORG"))
    table = weights_for("usage of whole, a word: PERSON, all, many", "PERSON")
    knowing = Learned(table.weights, {key_of("whole", "Venn"): "PERSON, all, many"})
    assert [weighed([name], ["Venn left."], learned)[0].type for learned in (table, knowing)] == ["ORG", "PERSON"]


def test_the_shipped_tables_are_numbers_without_any_word() -> None:
    assert shipped().weights.shape == (N_ROWS, len(CLASSES))
    assert np.isfinite(shipped().weights).all()
    assert np.load(BUNDLED / "name_weights.npy", allow_pickle=False).dtype == np.float16
    assert len(shipped_usage()) > 1_000
    assert np.load(BUNDLED / "name_usage.npy", allow_pickle=False).dtype.itemsize == 5
