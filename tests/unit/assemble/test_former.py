"""An id of an entity that no longer stands says what it is now."""

import pyarrow as pa
import pytest

from tasks.assemble import FORMER_COLUMNS, NAMED_COLUMNS, former_entities, not_standing

STANDING = pa.array(["venn", "brook"])


def rows(columns: tuple[str, ...], *values: tuple[str | None, ...]) -> pa.Table:
    return pa.table([pa.array(column, pa.string()) for column in zip(*values, strict=True)], names=columns)


NOW = rows(
    NAMED_COLUMNS, ("a1", "Venn", "venn"), ("a1", "Venn", "venn"), ("a2", "Brook", "brook"), ("a2", "Ada", "ada")
)


@pytest.mark.parametrize(
    ("told", "heir"),
    [
        ([("a1", "Venn", "old")], "venn"),
        ([("a1", "Venn", "old"), ("a1", "Venn", "old"), ("a2", "Brook", "old")], "venn"),  # split: most of its names
        ([("a1", "Venn", "old"), ("a2", "Brook", "old")], "brook"),  # as many: the smaller id
        ([("a3", "Venn", "old")], None),  # its article is gone
        ([("a1", "Vann", "old")], None),  # nothing there is called so any more
    ],
)
def test_a_lost_id_is_now_the_one_that_has_most_of_its_names(told: list[tuple[str, ...]], heir: str | None) -> None:
    lost = rows(FORMER_COLUMNS, ("old", "Old Venn", "PERSON", None))
    found = former_entities(lost, rows(NAMED_COLUMNS, *told), NOW, STANDING).to_pylist()
    assert [row["same_as"] for row in found] == ([heir] if heir else [])
    assert all((row["name"], row["n_mentions"], row["aliases"]) == ("Old Venn", 0, []) for row in found)


def test_an_id_that_was_lost_before_leads_in_one_hop_to_what_stands_now() -> None:
    before = rows(
        FORMER_COLUMNS,
        ("venn", "Venn", "PERSON", None),
        ("kept", "K. Venn", "PERSON", "venn"),  # what it became still stands
        ("moved", "M. Venn", "PERSON", "old"),  # what it became is itself lost now
        ("old", "Old Venn", "PERSON", None),
        ("brook", "Brook", "PERSON", "venn"),  # stands again
    )
    lost = not_standing(before, STANDING)
    found = former_entities(lost, rows(NAMED_COLUMNS, ("a1", "Venn", "old")), NOW, STANDING).to_pylist()
    assert {row["entity_id"]: row["same_as"] for row in found} == {"kept": "venn", "moved": "venn", "old": "venn"}
