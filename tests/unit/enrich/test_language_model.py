"""The bundled model loads once, names what it names, and says what it is."""

import pytest

from tasks.enrich.language_model import LanguageModel, UnknownModel, load_model, model_identity


def test_a_model_is_loaded_once() -> None:
    assert load_model("bundled") is load_model("bundled")


def test_the_bundled_model_marks_names(model: LanguageModel) -> None:
    (spans,) = model.spans(["Prime Minister Jacinda Ardern visited London."], 8)
    assert [(s.start, s.end, s.label) for s in spans] == [(15, 29, "PERSON"), (38, 44, "LOC")]


def test_batches_give_the_same_names_as_single_texts(model: LanguageModel) -> None:
    texts = ["Angela Merkel was in Paris.", "No names.", "Shinzo Abe met the World Bank."]
    assert list(model.spans(texts, 2)) == [next(iter(model.spans([text], 1))) for text in texts]


def test_no_model_names_nothing() -> None:
    assert list(load_model("none").spans(["Angela Merkel"], 8)) == [[]]


def test_an_unknown_model_is_an_error_that_lists_the_others() -> None:
    with pytest.raises(UnknownModel, match="bundled, none") as error:
        load_model("en_core_web_imaginary")
    assert error.value.name == "en_core_web_imaginary"


def test_identity_is_name_version_and_digest() -> None:
    name, sha256 = model_identity("bundled")
    assert name.startswith("en_")
    assert sha256 is not None
    assert len(sha256) == 64
    assert model_identity("none").sha256 is None
