"""The recipe reads corpora as text with names, splits them by outlet, and counts what is right."""

import random

import pytest

from tasks.enrich.recipe.article_pass import recipe_pass, surfaces_of
from tasks.enrich.recipe.corpora import AnnotatedText, folds_of, joined
from tasks.enrich.recipe.mixture import Mixture, with_labels
from tasks.enrich.recipe.scores import Tally
from tasks.enrich.recipe.settings import RecipeSettings


def sentence(tokens: str, tags: str) -> dict[str, list[str]]:
    return {"tokens": tokens.split(), "tags": tags.split()}


def test_sentences_become_plain_text_and_their_names_spans() -> None:
    rows = [
        sentence("Orla Venn 's boat ( red ) sank .", "B-PERSON I-PERSON O O O O O O O"),
        sentence("Kellan won !", "B-LOC O O"),
    ]
    text = joined(rows, "wikigold", frozenset())
    assert text.text == "Orla Venn's boat (red) sank. Kellan won!"
    assert [text.text[start:end] for start, end, _ in text.names] == ["Orla Venn", "Kellan"]


def test_two_names_side_by_side_stay_two() -> None:
    text = joined([sentence("Orla Edda left", "B-PERSON B-PERSON O")], "gmb", frozenset())
    assert len(text.names) == 2


@pytest.mark.parametrize(
    ("corpus", "word", "is_unknown"),
    [
        ("gmb", "Norlander", True),
        ("gmb", "dollars", True),
        ("gmb", "boat", False),
        ("wikigold", "Monday", True),
        ("wikigold", "1987", True),
        ("wikigold", "Norlander", False),
    ],
)
def test_what_a_corpus_does_not_mark_is_unknown(corpus: str, word: str, is_unknown: bool) -> None:
    text = joined([sentence(f"the {word} left", "O O O")], corpus, frozenset({"Norlander"}))
    assert [text.text[start:end] for start, end in text.unknown] == ([word] if is_unknown else [])


def test_an_outlet_is_in_one_part_only_and_parts_are_about_equal() -> None:
    outlets = ["a"] * 5 + ["b"] * 4 + ["c"] * 3 + ["d"] * 2
    folds = folds_of([AnnotatedText("", (), outlet=outlet) for outlet in outlets], 3)
    assert sorted(at for fold in folds for at in fold) == list(range(14))
    assert sorted(len(fold) for fold in folds) == [4, 5, 5]
    for outlet in "abcd":
        assert sum(any(outlets[at] == outlet for at in fold) for fold in folds) == 1


def test_the_end_of_a_run_sees_the_main_corpus_alone() -> None:
    main, other = [AnnotatedText("main", ())], [AnnotatedText("other", ())] * 4
    mixture = Mixture(main, [(other, 0.5)], RecipeSettings(n_words=100, last_share=0.3))
    assert [t.text for t in mixture.next_pass(random.Random(1))].count("other") == 2
    mixture.n_words_seen = 80
    assert [t.text for t in mixture.next_pass(random.Random(1))] == ["main"]


def test_a_class_that_is_not_learned_is_left_out() -> None:
    (text,) = with_labels([AnnotatedText("Orla 1987", ((0, 4, "PERSON"), (5, 9, "DATE")))], ["PERSON"])
    assert text.names == ((0, 4, "PERSON"),)


def test_a_score_counts_span_and_class_and_the_groups_of_places_and_works() -> None:
    tally = Tally()
    tally.add(
        [(0, 4, "LOC"), (5, 9, "MISC"), (10, 14, "ORG"), (15, 19, "DATE")],
        [(0, 4, "GPE"), (5, 9, "EVENT"), (10, 14, "PERSON")],
    )
    assert tally.f1() == pytest.approx(100 * 4 / 6)
    assert (tally.f1("LOC"), tally.f1("ORG"), tally.span_f1()) == (100, 0, 100)


def test_the_recipes_pass_gives_a_surface_one_class() -> None:
    text = "Venn Harbour met. Venn Harbour left. Venn Harbour slept."
    names = [(at, at + 12, label) for at, label in ((0, "ORG"), (18, "LOC"), (37, "ORG"))]
    assert {label for *_, label in recipe_pass(text, names, {})} == {"ORG"}


def test_the_recipes_pass_knows_what_training_nearly_always_said() -> None:
    seen = AnnotatedText("Kellan", ((0, 6, "ORG"),))
    assert surfaces_of([seen] * 8) == {"Kellan": "ORG"}
    assert surfaces_of([seen] * 7) == {}
    assert recipe_pass("Kellan", [(0, 6, "PERSON")], {"Kellan": "ORG"}) == [(0, 6, "ORG")]
