"""What stands beside a spelling shows whether it is the same person's."""

from typing import Any, cast

from flows.explain.entities import company
from flows.explain.shelf import Shelf
from flows.explain.story import Listing

BESIDE = {"a1": ("kellan", "salt", "union"), "a2": ("kellan", "salt"), "a3": ("salt",), "a4": ("pier",)}
PRINTED = {"a1": "Orla Venn", "a2": "Orla Ven", "a3": "Orla Ven", "a4": "O. Venn"}
N_ARTICLES = {"kellan": 2, "salt": 3, "union": 1, "pier": 1}


class Written:
    """A shelf with the rows that are written here."""

    def __init__(self) -> None:
        named = [(article, one, one) for article, ids in BESIDE.items() for one in ids]
        named += [(article, "venn", surface) for article, surface in PRINTED.items()]
        mentions = [dict(zip(("article_id", "entity_id", "surface"), row, strict=True)) for row in named]
        entities = [{"entity_id": one, "name": one.title(), "n_articles": n} for one, n in N_ARTICLES.items()]
        self.tables: dict[str, list[dict[str, Any]]] = {"mentions": mentions, "entities": entities}

    def rows(self, table: str, column: str, values: Any, columns: Any = None) -> list[dict[str, Any]]:
        return [row for row in self.tables[table] if row[column] in values]


def test_what_is_named_beside_both_spellings_is_shown_the_rarest_first() -> None:
    (shown,) = company(cast(Shelf, Written()), {"entity_id": "venn", "name": "Orla Venn"})
    assert isinstance(shown, Listing)
    assert shown.rows == (("Orla Ven", "Kellan, Salt"),)


def test_one_spelling_has_nothing_to_be_compared_with() -> None:
    assert company(cast(Shelf, Written()), {"entity_id": "pier", "name": "pier"}) == ()
