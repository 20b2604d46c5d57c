"""Lines wrapped at a width are joined; others are not."""

import textwrap

from tasks.clean.lines import read_lines
from tasks.clean.paragraphs import join_wrapped

FIRST = (
    "On Monday the council of the town will repair the old bridge before the summer ends, its "
    "spokeswoman said after a long meeting of the members who came."
)
SECOND = (
    "The spokeswoman added that work begins next week, and the road along the river stays open "
    "all the time for people on foot and on bicycles, as it did when the bridge was last closed."
)


def texts(source: str) -> list[str]:
    return [unit.text for unit in join_wrapped(read_lines(source))]


def test_wrapped_lines_become_paragraphs_again() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in (FIRST, SECOND))
    assert texts(wrapped) == [FIRST, SECOND]


def test_an_indent_starts_a_paragraph_in_wire_copy() -> None:
    wrapped = "COUNCIL REPAIRS BRIDGE\n" + "\n".join(
        textwrap.fill(paragraph, 60, initial_indent="    ") for paragraph in (FIRST, SECOND)
    )
    assert texts(wrapped) == ["COUNCIL REPAIRS BRIDGE", FIRST, SECOND]


def test_indents_tell_the_paragraphs_of_a_text_of_few_lines() -> None:
    lines = [
        "COUNCIL REPAIRS BRIDGE",
        "    KESTREL BAY, March 17 - The council said it had bought the",
        "timber for the bridge across the Ardle from three of the mills",
        "    The work is to begin before the first of the winter storms",
        "reaches the coast, the mayor said.",
    ]
    assert texts("\n".join(lines)) == [lines[0], f"{lines[1].strip()} {lines[2]}", f"{lines[3].strip()} {lines[4]}"]


def test_the_indent_of_a_first_line_is_part_of_its_width() -> None:
    wrapped = "\n".join(
        [
            "    KESTREL BAY, March 17 - A leaf blight on seven in ten",
            "old plantations of the isle may reduce its output this year and",
            "raise prices, officials of the planters and researchers told",
            "the paper, which had seen their report on the old plantations",
            "before it was printed.",
        ]
    )
    assert len(texts(wrapped)) == 1


def test_one_paragraph_a_line_stays_as_it_is() -> None:
    assert texts(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_a_table_is_not_joined() -> None:
    rows = [
        "Shr 79 cts vs 72 cts",
        "Net 581,915 vs 536,040",
        "Revs 13.9 mln vs 13.3 mln",
        "Year",
        "Shr 3.28 dlrs vs 3.21 dlrs",
    ]
    assert texts("\n".join(rows)) == rows


def test_pieces_of_a_joined_paragraph_point_into_the_source() -> None:
    wrapped = textwrap.fill(FIRST + " " + SECOND, 60)
    unit = join_wrapped(read_lines(wrapped))[0]
    assert " ".join(wrapped[start:end] for start, end in unit.pieces) == unit.text
