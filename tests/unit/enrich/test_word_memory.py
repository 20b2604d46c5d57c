"""A word that was computed once is not computed again, and is the same in any company."""

from typing import Any

import numpy as np
import pytest

from tasks.enrich import word_memory
from tasks.enrich.language_model import LanguageModel
from tasks.enrich.word_memory import TILE, WordMemory


class Words:
    """A document of numbers: each is its word's hash, and its norm is the number before it."""

    vocab = None

    def __init__(self, *hashes: int) -> None:
        self.hashes = hashes

    def __len__(self) -> int:
        return len(self.hashes)

    def to_array(self, attributes: list[str]) -> Any:
        return np.array([[number, number - 1] for number in self.hashes], np.uint64)[:, : len(attributes)]


def memory_and_calls() -> tuple[WordMemory, list[list[int]]]:
    """Return a memory whose layer doubles the hash, and the list of what the layer was asked."""
    calls: list[list[int]] = []

    def compute(docs: list[Any]) -> list[Any]:
        calls.append(docs[0].to_array(["ORTH"])[:, 0].tolist())
        return [np.array([[2.0 * number] for number in calls[-1]], np.float32)]

    return WordMemory(compute), calls


def test_each_document_gets_a_row_a_word() -> None:
    memory, _ = memory_and_calls()
    assert [rows.tolist() for rows in memory.recall([Words(5, 7), Words(7)])] == [[[10.0], [14.0]], [[14.0]]]


def test_a_known_word_is_not_computed_again() -> None:
    memory, calls = memory_and_calls()
    memory.recall([Words(5, 7)])
    memory.recall([Words(7, 5, 5)])
    assert len(calls) == 1


def test_unknown_words_are_computed_in_whole_tiles() -> None:
    memory, calls = memory_and_calls()
    memory.recall([Words(*range(1, TILE + 2))])
    assert len(calls[0]) == 2 * TILE


def test_a_full_memory_starts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_memory, "MAX_WORDS", 3)
    memory, calls = memory_and_calls()
    memory.recall([Words(1, 2, 3)])
    (rows,) = memory.recall([Words(3, 4)])
    assert rows.tolist() == [[6.0], [8.0]]
    assert len(calls) == 2


def test_an_empty_document_has_no_rows(model: LanguageModel) -> None:
    assert next(model.spans(["", "Angela Merkel left."], 2)) == []


def test_a_model_that_remembers_names_what_it_named_before(model: LanguageModel) -> None:
    texts = ["Angela Merkel met the World Bank in Paris.", "They don't say that Shinzo Abe left Paris."]
    first, second = (list(model.spans(texts, 2)) for _ in range(2))
    assert first == second
