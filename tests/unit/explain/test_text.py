"""How a story is set: within the width, coloured only when asked, and unable to steer the terminal."""

import pytest

from flows.explain import Story, as_text, explain
from flows.explain.story import Change, Diff, Fact, Facts, Listing, Remark
from tasks.publish import Warehouse
from tests.unit.explain.invented import COPIED, KEPT, MAYOR, QUOTE_ROW

ESCAPE = "\x1b"


@pytest.mark.parametrize("width", [40, 80, 110, 200])
def test_no_line_is_wider_than_asked(warehouse: Warehouse, width: int) -> None:
    for identifier in (KEPT, COPIED, MAYOR, QUOTE_ROW["quote_id"]):
        lines = as_text(explain(warehouse, identifier), width).split("\n")
        assert max(map(len, lines)) <= width


def test_colour_comes_only_when_asked(warehouse: Warehouse) -> None:
    story = explain(warehouse, COPIED)
    assert ESCAPE not in as_text(story, 80)
    assert ESCAPE in as_text(story, 80, colour=True)


def test_an_article_cannot_steer_the_terminal() -> None:
    nasty = f"a{ESCAPE}[2Jb\u202ec\x9bd"
    blocks = (
        Facts(nasty, (Fact(nasty, nasty, nasty),)),
        Listing(nasty, (nasty,), ((nasty,),)),
        Diff(nasty, (Change("gone", nasty),)),
        Remark(nasty),
    )
    text = as_text(Story("article", "1", nasty, blocks), 80)
    assert not {ESCAPE, "\u202e", "\x9b"} & set(text)


def test_markup_of_the_terminal_library_is_text() -> None:
    story = Story("article", "1", "[bold]a[/bold] :smile:", (Remark("[red]b[/red]"),))
    assert as_text(story) == "[bold]a[/bold] :smile:\n\n[red]b[/red]\n"


def test_what_is_left_out_is_counted() -> None:
    blocks = (Listing("Names", ("name",), (("Ada",),), 1_200), Diff("Changes", (Change("added", "now"),), 3))
    text = as_text(Story("article", "1", "One", blocks))
    assert "1,200 more rows are not shown." in text
    assert "3 more changes are not shown." in text
