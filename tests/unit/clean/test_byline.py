"""Lines that name authors."""

import pytest

from tasks.clean.byline import read_credits, read_line, read_prefix, read_with_outlet


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("By Jane Doe", ("Jane Doe",), ()),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe"), ()),
        ("BY JANE DOE, JOHN ROE", ("JANE DOE", "JOHN ROE"), ()),
        ("By Jane Doe, Reuters", ("Jane Doe",), ("Reuters",)),
        ("By Jane Doe, Staff Writer", ("Jane Doe",), ()),
        ("Written by: Jane Doe", ("Jane Doe",), ()),
        ("Our Correspondent", ("Our Correspondent",), ()),
        ("Staff Reporter", ("Staff Reporter",), ()),
        ("Web Desk", ("Web Desk",), ()),
        ("AP/AFP", (), ("AP", "AFP")),
        ("Reporter", (), ()),  # a role below the name that it belongs to
        ("By Jane Doe jane.doe@post.example (509) 555-0100", ("Jane Doe",), ()),
        ("By Jane Doe, Staff writer", ("Jane Doe",), ()),
        ("By Our Staff Reporter", ("Our Staff Reporter",), ()),
        ("Staff Reporter /Sharjah", ("Staff Reporter",), ()),
        ("By Özgür Çelik", ("Özgür Çelik",), ()),  # names begin with any capital letter
        ("By Jane Doe and Łukasz Öz", ("Jane Doe", "Łukasz Öz"), ()),
        ("By Jane Doe in Karachi and John Roe in New Delhi", ("Jane Doe", "John Roe"), ()),
        ("By Jane Doe, Karachi", ("Jane Doe",), ()),
        ("By JANE DOE Associated Press", ("JANE DOE",), ("AP",)),
        ("By Jane Doe, of The Associated Press", ("Jane Doe",), ("AP",)),
        ("By Jane Doe of The Harbour Post", ("Jane Doe",), ()),
        ("By Jordan Doe, Chelsea Roe", ("Jordan Doe", "Chelsea Roe"), ()),
    ],
)
def test_authors_are_read(line: str, names: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    found = read_line(line)
    assert found is not None
    assert (found.names, found.agencies) == (names, agencies)


@pytest.mark.parametrize(
    "line", ["By the end of the day it was over.", "By Monday, all roads were open again.", "Reporters ran.", ""]
)
def test_sentences_are_no_authors(line: str) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Jane Doe; editing by John Roe)",
        "Additional reporting by agencies",
        "Jane Doe and John Roe contributed to this report.",
        "- The Post's Jane Doe contributed to this report.",
        "With inputs from PTI",
    ],
)
def test_contributors_are_credits(line: str) -> None:
    assert read_credits(line) is not None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Doe and Sam Roe   USA TODAY", ("Jane Doe", "Sam Roe")),
        ("Jane Doe, Reuters", ("Jane Doe",)),
        ("Minarpur, Riverside", None),
        ("Jane Doe, who lives in the valley", None),
    ],
)
def test_authors_with_their_outlet_are_read(line: str, names: tuple[str, ...] | None) -> None:
    found = read_with_outlet(line)
    assert (found.names if found else None) == names


def test_authors_before_the_story_are_cut_from_it() -> None:
    text = "By Jane Doe and John Roe — The council met."
    found = read_prefix(text)
    assert found is not None
    assert text[found[0] :] == "The council met."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Reporting by Jane Doe; editing by John Roe)", ("Jane Doe",)),
        ("Reporting by Jane Doe in Karachi and Şule Öz; Writing by John Roe", ("Jane Doe", "Şule Öz")),
        ("Reporting and writing by Jane Doe, Editing by John Roe", ("Jane Doe",)),
        ("Reporting by: Jane Doe", ("Jane Doe",)),
        ("(Additional reporting by Jane Doe; editing by John Roe)", ()),  # helped those who are named elsewhere
        ("Editing by John Roe", ()),
    ],
)
def test_the_reporters_of_a_credit_are_its_authors(line: str, names: tuple[str, ...]) -> None:
    found = read_credits(line)
    assert found is not None
    assert found.names == names
