"""Names of authors, as pages and records state them."""

import pytest

from tasks.clean.author_names import read_authors


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Jane Doe, John Roe & Max Moe", ("Jane Doe", "John Roe", "Max Moe")),
        ("Analysis Jane Doe", ("Jane Doe",)),
        ("Jane Doe, Written Jane Doe", ("Jane Doe",)),
        ("Jane Doe, CNN Political Producer", ("Jane Doe",)),
        ("Jane Doe CNN", ("Jane Doe",)),
        ("Jane DoeStaff Writer", ("Jane Doe",)),
        ("Jane AllgoodTHEPost", ("Jane Allgood",)),
        ("Jane MacDONALD", ("Jane MacDONALD",)),
        ("Jane Doe, Wednesday", ("Jane Doe",)),
        ("Jane Doe, CNN Business", ("Jane Doe",)),
        ("Jane Doe (@janedoe)", ("Jane Doe",)),
        ("Jane Doe jane.doe@post.example", ("Jane Doe",)),
        ("Jane Doe, Jane Doe is the author of a book, Follow her on", ("Jane Doe",)),
        ("Nicolas Moree, Nicolas More", ("Nicolas Moree",)),
        ('"Jane O\'Doe"', ("Jane O'Doe",)),
        ("https, post.example.com author jane_doe", ()),
        ("View All Posts", ()),
        ("Staff Reporter", ("Staff Reporter",)),
        ("The Independent", ("The Independent",)),
        ("An Nguyen, Jane A Doe", ("An Nguyen", "Jane A Doe")),
        ("Opinion", ("Opinion",)),
        ("Von Jana Doe", ("Jana Doe",)),
        ("Von Doe", ("Von Doe",)),
        ("Jane Doe, Karachi", ("Jane Doe",)),
        ("Jane Doe in New Delhi", ("Jane Doe",)),
    ],
)
def test_a_name_is_left_without_what_stands_around_it(printed: str, names: tuple[str, ...]) -> None:
    assert read_authors(printed).names == names


@pytest.mark.parametrize("printed", ["Jane Doe, Reuters", "Jane Doe of Reuters, Reuters", "Jane Doe Reuters"])
def test_agencies_are_no_authors(printed: str) -> None:
    found = read_authors(printed)
    assert (found.names, found.agencies) == (("Jane Doe",), ("Reuters",))
