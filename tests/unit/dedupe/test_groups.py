"""Who stays when pairs chain, run in a circle, or lack a verified partner."""

from datetime import date
from itertools import permutations

import pyarrow as pa
import pytest

from tasks.dedupe import Decision, decide
from tasks.dedupe.verification import VERIFIED
from tests.unit.dedupe.conftest import SETTINGS, Doc, articles

DAYS = {"a": date(2024, 3, 1), "b": date(2024, 3, 2), "c": date(2024, 3, 3), "d": date(2024, 3, 4)}
WORDS = {"a": 100, "b": 110, "c": 130, "d": 50}


def decided(*measures: tuple[str, str, float, float, float]) -> tuple[Decision, dict[str, str]]:
    """Decide on documents a, b, ... of one day each from pairs of left, right, Jaccard and both containments."""
    docs = {
        name: Doc(name, "word " * WORDS[name], day=DAYS[name]) for name in sorted({n for m in measures for n in m[:2]})
    }
    table = articles(list(docs.values()))
    digests = pa.array([name.encode() * 16 for name in docs], pa.binary(16))
    rows = [
        {
            "left": docs[left].article_id,
            "right": docs[right].article_id,
            "jaccard": jaccard,
            "containment_left": in_right,
            "containment_right": in_left,
        }
        for left, right, jaccard, in_right, in_left in measures
    ]
    pairs = pa.Table.from_pylist(rows, schema=VERIFIED)
    names = {doc.article_id: name for name, doc in docs.items()}
    return decide(table.append_column("text_digest", digests), pairs, SETTINGS), names


def rows(*measures: tuple[str, str, float, float, float]) -> list[tuple[str, str, str, bool]]:
    decision, names = decided(*measures)
    return [
        (names[row["article_id"]], names[row["kept_article_id"]], row["relation"], row["is_dropped"])
        for row in sorted(decision.duplicates.to_pylist(), key=lambda row: row["source_uri"])
    ]


NEAR, HALF, APART = (0.85, 0.92, 0.92), (0.6, 0.75, 0.75), (0.1, 0.2, 0.2)
CHAINS = [
    (
        "the end of a chain stays",
        [("a", "b", *NEAR), ("b", "c", *NEAR), ("a", "c", *APART)],
        [("b", "a", "near", True)],
    ),
    (
        "the end of a chain is linked",
        [("a", "b", *NEAR), ("b", "c", *NEAR), ("a", "c", *HALF)],
        [("b", "a", "near", True), ("c", "a", "near", False)],
    ),
    (
        "a contained text is no bridge between two that hold it",
        [("d", "a", 0.4, 1.0, 0.4), ("d", "c", 0.3, 1.0, 0.3), ("a", "c", *APART)],
        [("d", "a", "contained", True)],
    ),
    (
        "what a dropped container held goes to the one kept for it",
        [("d", "b", 0.4, 1.0, 0.4), ("a", "b", *NEAR), ("d", "a", 0.3, 0.96, 0.3)],
        [("b", "a", "near", True), ("d", "a", "contained", True)],
    ),
    (
        "of preferences in a circle the longest text stays",
        [("b", "a", *NEAR), ("a", "c", 0.77, 0.96, 0.79), ("c", "b", *NEAR)],
        [("a", "c", "contained", True), ("b", "c", "near", True)],
    ),
]


@pytest.mark.parametrize(("measures", "expected"), [case[1:] for case in CHAINS], ids=[case[0] for case in CHAINS])
def test_every_dropped_article_has_a_pair_with_the_one_kept_for_it(
    measures: list[tuple[str, str, float, float, float]], expected: list[tuple[str, str, str, bool]]
) -> None:
    for order in permutations(measures):
        assert rows(*order) == expected


def test_a_pair_that_is_missing_is_asked_for_and_nothing_is_dropped_on_a_guess() -> None:
    decision, names = decided(("a", "b", *NEAR), ("b", "c", *NEAR))
    assert [names[row["article_id"]] for row in decision.duplicates.to_pylist()] == ["b"]
    wanted = [(names[pair["left"]], names[pair["right"]]) for pair in decision.wanted.to_pylist()]
    assert wanted == [("a", "c")]
