"""What an identifier may be, and what is said when it names nothing or too much."""

from pathlib import Path

import pytest

from flows.errors import WrongUsage
from flows.explain import AmbiguousId, NothingPublished, UnknownId, explain
from flows.explain.finding import only_entity
from tasks.publish import Warehouse
from tests.unit.explain.invented import FIGURE, KEPT, LATER, MAYOR, MENTION, QUOTE_ROW, REJECTED, ROW

NAMED = [
    (KEPT, "article", KEPT),
    (KEPT[:6], "article", KEPT),
    (KEPT.upper(), "article", KEPT),
    (f" {LATER} ", "article", LATER),
    ("bridge.txt", "article", KEPT),
    ("inbox/bridge.txt", "article", KEPT),
    ("ridge.txt", "article", KEPT),
    ("feed.jsonl#3", "article", ROW),
    ("inbox/feed.jsonl", "article", ROW),
    ("same.txt", "duplicate", "inbox/mirror/same.txt"),
    ("copy.txt", "duplicate", "inbox/copy.txt"),
    (REJECTED, "reject", "inbox/short.txt"),
    ("locked.txt", "reject", "inbox/locked.txt"),
    (MAYOR, "entity", MAYOR),
    ("Ada Brook", "entity", MAYOR),
    (MENTION["mention_id"], "mention", MENTION["mention_id"]),
    (QUOTE_ROW["quote_id"], "quote", QUOTE_ROW["quote_id"]),
    (FIGURE["figure_id"], "figure", FIGURE["figure_id"]),
    ("dd" * 8, "refused_row", "dd" * 8),
]


@pytest.mark.parametrize(("identifier", "kind", "named"), NAMED)
def test_an_identifier_names_one_thing(warehouse: Warehouse, identifier: str, kind: str, named: str) -> None:
    story = explain(warehouse, identifier)
    assert (story.kind, story.identifier) == (kind, named)


UNKNOWN = [
    ("brigde.txt", "bridge.txt"),
    (KEPT[:-1] + ("0" if KEPT[-1] != "0" else "1"), KEPT),
    (MAYOR[:-1] + "0", MAYOR),
]


@pytest.mark.parametrize(("identifier", "close"), UNKNOWN)
def test_an_unknown_id_is_answered_with_what_is_close_and_a_command(
    warehouse: Warehouse, identifier: str, close: str
) -> None:
    with pytest.raises(UnknownId) as caught:
        explain(warehouse, identifier)
    assert caught.value.close[0] == close
    assert str(caught.value).endswith(f"Next: copydesk explain {close}")
    assert isinstance(caught.value, WrongUsage)


@pytest.mark.parametrize("identifier", ["", " ", "zzz", KEPT[:5], "feed.jsonl#4", "f" * 16])
def test_what_is_like_nothing_still_has_a_next_command(warehouse: Warehouse, identifier: str) -> None:
    with pytest.raises(UnknownId, match="Next: copydesk"):
        explain(warehouse, identifier)


def test_a_name_of_several_documents_lists_them(warehouse: Warehouse) -> None:
    with pytest.raises(AmbiguousId) as caught:
        explain(warehouse, ".txt")
    assert caught.value.n_matches == 6
    assert caught.value.matches[0] == "inbox/bridge.txt"
    assert "and 1 more" in str(caught.value)


def test_a_name_of_several_entities_lists_the_most_named_first() -> None:
    rows = [{"entity_id": f"{n:016x}", "n_articles": n} for n in range(1, 8)]
    assert only_entity("Brook", rows[:1]) == rows[0]
    with pytest.raises(AmbiguousId, match=r"names 7 entities: 0000000000000007, .* and 2 more"):
        only_entity("Brook", rows)


def test_a_warehouse_without_a_snapshot_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingPublished, match="copydesk run SOURCE"):
        explain(Warehouse(tmp_path / "nothing"), KEPT)
