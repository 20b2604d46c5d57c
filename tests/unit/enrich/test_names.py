"""A span of the model becomes a name and nothing but the name."""

import pytest

from tasks.enrich.language_model import Span
from tasks.enrich.names import names_of

CASES = [
    # text, what the model marks, its label, the name, honorific, role
    ("the Harbour Board met", "the Harbour Board", "ORG", "Harbour Board", None, None),
    ("Norland’s envoy left", "Norland’s", "LOC", "Norland", None, None),
    ("the traders' union of Tessaly'", "Tessaly'", "LOC", "Tessaly", None, None),
    ("a London-based firm", "London-based", "LOC", "London", None, None),
    ("the Modi-led cabinet", "Modi-led", "PERSON", "Modi", None, None),
    ("anti-Norlander feeling", "anti-Norlander", "NORP", "Norlander", None, None),
    ("Maulana Idris Qasmi spoke", "Maulana Idris Qasmi", "PERSON", "Idris Qasmi", "Maulana", None),
    ("Lt Gen (retd) Tariq Barlas came", "Lt Gen (retd) Tariq Barlas", "PERSON", "Tariq Barlas", "Lt Gen (retd)", None),
    ("Prime Minister Orla Venn said", "Prime Minister Orla Venn", "PERSON", "Orla Venn", None, "Prime Minister"),
    ("in northern Norland today", "northern Norland", "LOC", "Norland", None, None),
    ("in Kellan province today", "Kellan province", "LOC", "Kellan", None, None),
    ("(Harbour Board) said", "(Harbour Board)", "ORG", "Harbour Board", None, None),
    ("“Orla Venn”, he said", "“Orla Venn”", "PERSON", "Orla Venn", None, None),
    ("the U.S. said", "the U.S.", "LOC", "U.S.", None, None),
    ("Orla Venn. Then", "Orla Venn.", "PERSON", "Orla Venn", None, None),
    ("Orla Venn\n\nMeanwhile", "Orla Venn\n\nMeanwhile", "PERSON", "Orla Venn", None, None),
    ("the VPP-M. Then", "the VPP-M.", "ORG", "VPP-M", None, None),
    ("Orla Venn 21 percent", "Orla Venn 21 percent", "PERSON", "Orla Venn", None, None),
    ("in Norland 51%-45% and", "Norland 51%-45", "LOC", "Norland", None, None),
    ("in Pier Hall March 2, 2015", "Pier Hall March 2, 2015", "FAC", "Pier Hall", None, None),
    ("Orla Venn - could win", "Orla Venn - could", "PERSON", "Orla Venn", None, None),
    ("SSP Tariq Barlas said", "SSP Tariq Barlas", "PERSON", "Tariq Barlas", None, "SSP"),
    (
        "Air Chief Marshal Tariq Barlas came",
        "Air Chief Marshal Tariq Barlas",
        "PERSON",
        "Tariq Barlas",
        "Air Chief Marshal",
        None,
    ),
    ("Rear Admiral Tariq Barlas came", "Rear Admiral Tariq Barlas", "PERSON", "Tariq Barlas", "Rear Admiral", None),
    ("Hujjat al-Islam Idris Qasmi", "Hujjat al-Islam Idris Qasmi", "PERSON", "Idris Qasmi", "Hujjat al-Islam", None),
    ("Air Force chief Tariq Barlas", "chief Tariq Barlas", "PERSON", "Tariq Barlas", None, "chief"),
    ("at 9,619.12.Taiwan Chips rose", "9,619.12.Taiwan Chips", "ORG", "Taiwan Chips", None, None),
]


@pytest.mark.parametrize(("text", "marked", "label", "name", "honorific", "role"), CASES)
def test_only_the_name_is_left_of_a_span(
    text: str, marked: str, label: str, name: str, honorific: str | None, role: str | None
) -> None:
    start = text.index(marked)
    found = names_of(0, text, [Span(start, start + len(marked), label)])
    assert [(n.surface, n.honorific, n.role) for n in found] == [(name, honorific, role)]
    assert text[found[0].start : found[0].end] == name


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("Monday", "PERSON"),
        ("two years", "DATE"),
        ("$3", "MONEY"),
        ("x", "ORG"),
        ("P.", "PERSON"),
        ("@OrlaVenn", "ORG"),
        ("they", "ORG"),
    ],
)
def test_what_is_no_name_is_left_out(marked: str, label: str) -> None:
    assert names_of(0, marked, [Span(0, len(marked), label)]) == []


@pytest.mark.parametrize(
    ("text", "n_names"), [("Then the Imam spoke", 0), ("It was his Lecturer", 0), ("Then Imam spoke", 1)]
)
def test_a_title_behind_a_determiner_is_no_name(text: str, n_names: int) -> None:
    start = next(text.index(word) for word in ("Imam", "Lecturer") if word in text)
    assert len(names_of(0, text, [Span(start, start + len(text[start:].split()[0]), "ORG")])) == n_names


@pytest.mark.parametrize(
    ("marked", "label", "surface"),
    [
        ("The New Norland Times", "ORG", "New Norland Times"),
        ("New Harbour", "GPE", "New Harbour"),
        ("Old Sangin", "GPE", "Old Sangin"),
        ("Norland Today", "ORG", "Norland Today"),
        ("Read also: - FBI", "ORG", "FBI"),
        ("Harbour Guard +", "ORG", "Harbour Guard"),
        ("<Harbour Data Inc>", "ORG", "Harbour Data Inc"),
        ("Karim Shah ✓ ✓", "PERSON", "Karim Shah"),
    ],
)
def test_a_border_of_a_name_is_kept_and_what_is_none_is_cut(marked: str, label: str, surface: str) -> None:
    (name,) = names_of(0, f"{marked} was there.", [Span(0, len(marked), label)])
    assert name.surface == surface
