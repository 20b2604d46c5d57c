"""The word diff: true to both texts, short, and readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.explain.comparing import MOST_CHARS, changes_of, compare

WORDS = st.lists(st.sampled_from(["the", "bridge", "river", "rose", "fell", "by", "two", "metres"]), max_size=30)
SAME = " ".join(f"word{n}" for n in range(60))

CASES = [
    ("the river rose", "the river rose", "the river rose"),
    ("the river rose", "the river fell", "the river [rose] {fell}"),
    ("the river rose", "", "[the river rose]"),
    ("", "the river rose", "{the river rose}"),
    ("“The river rose,” he said", "the river rose he said", "the river rose he said"),
    ("the river — rose", "the river – rose", "the river – rose"),
    ("the ferry’s crew", "The ferry's crew", "The ferry's crew"),
    ("one of the boats sank", "two of the ships sank", "[one of the boats] {two of the ships} sank"),
    (f"{SAME} rose", f"{SAME} fell", "(54 words the same) word54 word55 word56 word57 word58 word59 [rose] {fell}"),
]


@pytest.mark.parametrize(("first", "second", "shown"), CASES)
def test_changes_are_shown_with_some_words_around(first: str, second: str, shown: str) -> None:
    signs = {"same": "{}", "gone": "[{}]", "added": "{{{}}}", "skipped": "({})"}
    diff = compare("Changes", first, second)
    assert " ".join(signs[change.kind].format(change.text) for change in diff.changes) == shown


@given(WORDS, WORDS)
def test_short_texts_can_be_rebuilt_from_their_changes(ours: list[str], theirs: list[str]) -> None:
    changes = [change for change in changes_of(ours, theirs) if change.kind != "skipped"]
    if any(change.kind == "skipped" for change in changes_of(ours, theirs)):
        return
    assert " ".join(c.text for c in changes if c.kind in ("same", "gone")).split() == ours
    assert " ".join(c.text for c in changes if c.kind in ("same", "added")).split() == theirs


def test_a_diff_is_bounded_and_counts_what_it_leaves_out() -> None:
    first = " ".join(f"{SAME} old{n}" for n in range(100))
    second = " ".join(f"{SAME} new{n}" for n in range(100))
    diff = compare("Changes", first, second)
    assert sum(len(change.text) for change in diff.changes) < 2 * MOST_CHARS
    shown = sum(change.kind in ("gone", "added") for change in diff.changes)
    assert shown + diff.n_left_out == 200
