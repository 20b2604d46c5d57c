"""Which documents are copies of which, and what is only linked: a table of cases."""

from datetime import date, datetime

import pytest

from tests.unit.dedupe.conftest import Doc, deduplicate, prose

FIRST, SECOND, FOURTH, NINTH = date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 4), date(2024, 3, 9)
STORY = prose(300, seed=1)
OTHER = prose(300, seed=2)
HALF_OTHER = " ".join(STORY.split()[:220]) + " " + prose(80, seed=3)
FOOTER = " All rights reserved by the desk of the northern gazette."
FOUR_WORDS = "Printing resumes on Monday"
TRUNCATED = " ".join(STORY.split()[:90])
TRUNCATED_WITH_LINE = TRUNCATED + " Read the whole of it at our new reading room downtown tonight"
OLD_PART, NEW_PART = prose(160, seed=4), prose(40, seed=5)
LONG = prose(500, seed=9) + " "
PARTLY_OWN = OLD_PART + " " + " ".join(STORY.split()) + " " + prose(400, seed=7)
QUOTED = OLD_PART + " " + prose(30, seed=8)


def template(numbers: list[int]) -> str:
    """Return a market table in prose, filled in with numbers."""
    lines = [
        f"In the {word} hall {n} sacks of barley and as many of rye were sold before noon by the brokers of the town"
        for word, n in zip(["north", "south", "east", "west", "upper", "lower", "inner", "outer"], numbers, strict=True)
    ]
    return ". ".join(lines)


CASES = [
    (
        "the same bytes under two names",
        [Doc("a", STORY, uri="b.txt"), Doc("a", STORY, uri="a.txt")],
        [("a", "a", "identical", True)],
    ),
    (
        "the same text in other case, quotation marks and spacing",
        [Doc("a", f"“{STORY}”", day=FIRST), Doc("b", f'"{STORY.upper()}"'.replace(" ", "\n"), day=SECOND)],
        [("b", "a", "same_text", True)],
    ),
    (
        "the same four words",
        [Doc("a", FOUR_WORDS, day=FIRST), Doc("b", FOUR_WORDS + "!", day=SECOND)],
        [("b", "a", "same_text", True)],
    ),
    (
        "a later version of one outlet displaces the earlier one",
        [
            Doc("a", STORY, "Mill of Karsk burns down", FIRST, publisher="Northern Gazette"),
            Doc("b", STORY + " " + NEW_PART, "Mill of Karsk burns down", SECOND, publisher="northern gazette"),
        ],
        [("a", "b", "revision", True)],
    ),
    (
        "versions of one day are told apart by the hour",
        [
            Doc("a", STORY, "Mill of Karsk burns down", FIRST, datetime(2024, 3, 1, 9), "Gazette"),
            Doc("b", HALF_OTHER, "Mill of Karsk burns down", FIRST, datetime(2024, 3, 1, 7), "Gazette"),
        ],
        [("b", "a", "revision", True)],
    ),
    (
        "a later stump of one outlet is no version",
        [
            Doc("a", STORY, "Mill of Karsk burns down", FIRST, publisher="Gazette"),
            Doc("b", TRUNCATED, "Mill of Karsk burns down", SECOND, publisher="Gazette"),
        ],
        [("b", "a", "contained", True)],
    ),
    (
        "another outlet's near copy comes after the first",
        [Doc("a", STORY + FOOTER, day=SECOND), Doc("b", STORY, day=FIRST), Doc("c", STORY + FOOTER + " Cut.")],
        [("a", "b", "near", True), ("c", "b", "near", True)],
    ),
    (
        "a truncated copy is dropped though it came first",
        [Doc("a", TRUNCATED, day=FIRST), Doc("b", STORY, day=SECOND)],
        [("a", "b", "contained", True)],
    ),
    (
        "a truncated copy with a line of its own is dropped",
        [Doc("a", TRUNCATED_WITH_LINE, day=FIRST), Doc("b", STORY, day=SECOND)],
        [("a", "b", "contained", True)],
    ),
    (
        "a contained text with more than a sentence of its own is linked, the later one named first",
        [Doc("a", QUOTED, day=FIRST), Doc("b", PARTLY_OWN, day=SECOND)],
        [("b", "a", "contained", False)],
    ),
    (
        "half a text is linked",
        [Doc("a", STORY, day=FIRST), Doc("b", HALF_OTHER, day=SECOND)],
        [("b", "a", "near", False)],
    ),
    (
        "one headline over two texts",
        [Doc("a", STORY, "Mill of Karsk burns down", FIRST), Doc("b", OTHER, "Mill of Karsk burns down", FOURTH)],
        [("b", "a", "same_headline", False)],
    ),
    (
        "nearly one headline, and a desk's prefix and suffix",
        [
            Doc("a", STORY, "Breaking: Old mill of Karsk burns down", FIRST),
            Doc("b", OTHER, "Old mills of Karsk burn down | Gazette", SECOND, publisher="Gazette"),
        ],
        [("b", "a", "same_headline", False)],
    ),
    (
        "one headline after nine days",
        [Doc("a", STORY, "Mill of Karsk burns down", FIRST), Doc("b", OTHER, "Mill of Karsk burns down", NINTH)],
        [],
    ),
    (
        "one headline without dates",
        [Doc("a", STORY, "Mill of Karsk burns down"), Doc("b", OTHER, "Mill of Karsk burns down")],
        [],
    ),
    (
        "headlines that differ in a number",
        [
            Doc("a", STORY, "Harvest situation bulletin for Karsk 19", FIRST),
            Doc("b", OTHER, "Harvest situation bulletin for Karsk 20", SECOND),
        ],
        [],
    ),
    (
        "a column of two words",
        [Doc("a", STORY, "Morning briefing", FIRST), Doc("b", OTHER, "Morning briefing", SECOND)],
        [],
    ),
    (
        "two forecasts of one outlet whose headline tells no story",
        [
            Doc("a", STORY, "Today’s weather", FIRST, publisher="Gazette"),
            Doc("b", HALF_OTHER, "Today’s weather", SECOND, publisher="Gazette"),
        ],
        [("b", "a", "near", False)],
    ),
    (
        "a column known by its days",
        [Doc(f"{n}", prose(100, n), "What we read this morning", date(2024, 3, n)) for n in (11, 12, 13)],
        [],
    ),
    (
        "two newsrooms on one event",
        [
            Doc("a", STORY, "Mill burns in Karsk", FIRST, publisher="A"),
            Doc("b", OTHER, "Fire takes the old mill", FIRST, publisher="B"),
        ],
        [],
    ),
    (
        "a template filled in twice",
        [
            Doc("a", template([11, 22, 33, 44, 55, 66, 77, 88]), "Grain sold in Karsk", FIRST, publisher="Gazette"),
            Doc("b", template([12, 23, 33, 45, 55, 67, 77, 88]), "Grain sold in Karsk", SECOND, publisher="Gazette"),
        ],
        [("b", "a", "near", False)],
    ),
    (
        "two reports of a numbered series",
        [
            Doc("a", STORY, "Situation report 19 on the Karsk flood", FIRST, publisher="Relief office"),
            Doc("b", STORY + FOOTER, "Situation report 20 on the Karsk flood", SECOND, publisher="Relief office"),
        ],
        [("b", "a", "near", False)],
    ),
    (
        "a long template filled in twice by one outlet",
        [
            Doc(
                "a",
                LONG + template([11, 22, 33, 44, 55, 66, 77, 88]),
                "Grain sold in Karsk",
                FIRST,
                publisher="Gazette",
            ),
            Doc(
                "b",
                LONG + template([12, 23, 34, 45, 56, 67, 78, 89]),
                "Grain sold in Karsk",
                SECOND,
                publisher="Gazette",
            ),
        ],
        [("b", "a", "near", False)],
    ),
    (
        "a near copy with damaged digits",
        [
            Doc("a", LONG + template([11, 22, 33, 44, 55, 66, 77, 88]), "Grain sold", FIRST, publisher="Gazette"),
            Doc("b", LONG + template([12, 23, 34, 45, 56, 67, 78, 89]), "Grain dear", SECOND, publisher="Herald"),
        ],
        [("b", "a", "near", True)],
    ),
    (
        "identical documents without words",
        [Doc("a", "…", uri="1"), Doc("a", "…", uri="2")],
        [("a", "a", "identical", True)],
    ),
    (
        "one word",
        [Doc("a", "Correction", day=FIRST), Doc("b", "correction."), Doc("c", "Corrections")],
        [("b", "a", "same_text", True)],
    ),
    ("texts without words", [Doc("a", "!!! …"), Doc("b", "—"), Doc("c", "")], []),
]


@pytest.mark.parametrize(("docs", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_first_rule_that_holds_names_the_relation(
    docs: list[Doc], expected: list[tuple[str, str, str, bool]]
) -> None:
    assert deduplicate(docs).rows() == expected


def test_identical_copies_of_a_dropped_article_name_the_one_kept_for_it() -> None:
    docs = [
        Doc("a", STORY, day=FIRST),
        Doc("b", STORY + FOOTER, day=SECOND, uri="1"),
        Doc("b", STORY + FOOTER, day=SECOND, uri="2"),
    ]
    outcome = deduplicate(docs)
    assert outcome.rows() == [("b", "a", "near", True), ("b", "a", "near", True)]
    assert outcome.kept() == {"a"}
    assert outcome.clusters.column("n_documents").to_pylist() == [3]


def test_of_identical_documents_the_one_with_the_smallest_name_stays() -> None:
    rows = deduplicate([Doc("a", STORY, uri="2.txt"), Doc("a", STORY, uri="1.txt")]).duplicates.to_pylist()
    assert [row["source_uri"] for row in rows] == ["2.txt"]


def test_a_copy_of_a_version_that_left_stays_when_nothing_ties_it_to_the_new_version() -> None:
    old = Doc("old", STORY, "Mill of Karsk burns down", FIRST, publisher="Gazette")
    outcome = deduplicate(
        [
            old,
            old.copy("new", body=HALF_OTHER, day=FOURTH),
            old.copy("reprint", day=SECOND, publisher="Herald", headline="A fire"),
            old.copy("second reprint", day=FOURTH, publisher="Courier", headline="Another fire"),
        ]
    )
    assert outcome.rows() == [
        ("new", "reprint", "near", False),
        ("old", "new", "revision", True),
        ("second reprint", "reprint", "same_text", True),
    ]


def test_a_new_text_under_a_document_s_name_is_a_version_but_another_row_of_the_file_is_not() -> None:
    old = Doc("old", STORY, "Mill of Karsk burns down", FIRST, uri="mill.txt")
    new = old.copy("new", body=HALF_OTHER, day=SECOND)
    assert deduplicate([old, new]).rows() == [("old", "new", "revision", True)]
    assert deduplicate([old.copy("old", record=0), new.copy("new", record=1)]).rows() == [("new", "old", "near", False)]


def test_every_row_says_why() -> None:
    docs = [
        Doc("a", STORY, "Mill of Karsk burns down", FIRST),
        Doc("b", STORY + FOOTER, "Mill of Karsk burned down", FOURTH, publisher="Gazette"),
    ]
    row = deduplicate(docs).duplicates.to_pylist()[0]
    assert row["rule"] == "jaccard"
    assert row["threshold"] == 0.8
    assert row["jaccard"] > 0.9
    assert row["containment"] == 1
    assert row["days_apart"] == 3
    assert 0.9 < row["headline_similarity"] < 1
    assert row["shared_excerpt"].startswith(STORY[:200])
    assert row["only_here"] == FOOTER.strip(" .")
    assert row["only_kept"] is None
    assert row["publisher"] == "Gazette"


def test_a_cluster_names_its_publishers_days_and_headlines() -> None:
    docs = [
        Doc("a", STORY, "Mill burns", FIRST, publisher="Gazette"),
        Doc("b", STORY + FOOTER, "Mill gone", NINTH, publisher="Herald"),
        Doc("c", STORY.lower(), None, None),
    ]
    assert deduplicate(docs).clusters.to_pylist() == [
        {
            "kept_article_id": docs[0].article_id,
            "n_documents": 3,
            "publishers": ["Gazette", "Herald"],
            "first_published_on": FIRST,
            "last_published_on": NINTH,
            "headline_variants": ["Mill burns", "Mill gone"],
        }
    ]
