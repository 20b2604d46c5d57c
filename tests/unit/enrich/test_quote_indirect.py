"""Indirect speech is a verb of saying, its subject, and the clause that it tells."""

import pytest

from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.quotes import passage_quotes

PEOPLE = ("Orla Venn", "Piet Aldous")


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Return words, speaker and rule of each indirect quote."""
    names = [Name(0, text.index(p), text.index(p) + len(p), p, "PERSON", "model") for p in PEOPLE if p in text]
    quotes = passage_quotes(0, Passage("body", None, text), sorted(names, key=lambda name: name.start))
    return [
        (text[q.start : q.end], text[q.speaker.start : q.speaker.end] if q.speaker else None, q.rule)
        for q in quotes
        if q.kind == "indirect"
    ]


CASES = [
    ("Orla Venn said that the pier was gone.", ("the pier was gone", "Orla Venn", "told_that")),
    ("Orla Venn said the pier was gone.", ("the pier was gone", "Orla Venn", "told_clause")),
    ("Orla Venn told reporters on Monday that the pier was gone.", ("the pier was gone", "Orla Venn", "told_that")),
    ("Orla Venn said in a statement on Monday the pier was gone.", ("the pier was gone", "Orla Venn", "told_clause")),
    (
        "The harbour master announced the ferry would stop.",
        ("the ferry would stop", "The harbour master", "told_clause"),
    ),
    ("Officials said 12 boats were lost.", ("12 boats were lost", "Officials", "told_clause")),
    ("She vowed to build a new pier.", ("to build a new pier", "She", "told_will_do")),
    ("Orla Venn asked whether the pier was safe.", ("whether the pier was safe", "Orla Venn", "told_question")),
    ("The pier is gone, Orla Venn said on Monday.", ("The pier is gone", "Orla Venn", "speaker_after")),
    ("The pier is gone, said the harbour master.", ("The pier is gone", "the harbour master", "verb_first")),
    ("The pier, she said, was gone by noon.", ("The pier, she said, was gone by noon", "she", "speaker_between")),
    ("Orla Venn has long maintained that the pier was gone.", ("the pier was gone", "Orla Venn", "told_that")),
    ("Orla Venn told local media that the pier was gone.", ("the pier was gone", "Orla Venn", "told_that")),
    (
        "Since last May, according to Orla Venn, the pier has been gone.",
        ("Since last May, according to Orla Venn, the pier has been gone", "Orla Venn", "according_to"),
    ),
    ("The pier is gone, according to Orla Venn.", ("The pier is gone", "Orla Venn", "according_to")),
    ("According to Orla Venn, the pier is gone.", ("the pier is gone", "Orla Venn", "according_to")),
    (
        "According to Orla Venn, the harbour master, the pier is gone.",
        ("the pier is gone", "Orla Venn", "according_to"),
    ),
    ("In Kellan, the mayor said the pier was gone.", ("the pier was gone", "the mayor", "told_clause")),
    ("While she said the pier was gone, nobody came.", ("the pier was gone", "she", "told_clause")),
    ("Orla Venn urged the council to wait.", ("the council to wait", "Orla Venn", "told_to_do")),
    ("The tide rose, and aides say the pier is gone.", ("the pier is gone", "aides", "told_clause")),
    ("A survey of boats shows that the pier is gone.", ("the pier is gone", "A survey of boats", "told_that")),
    ("The pier is gone, Orla Venn said Thursday.", ("The pier is gone", "Orla Venn", "speaker_after")),
    (
        "Orla Venn said the pier was gone, and accused the mayor of sloth.",
        ("the pier was gone", "Orla Venn", "told_clause"),
    ),
    ("Orla Venn said the pier was gone, even as boats came.", ("the pier was gone", "Orla Venn", "told_clause")),
    ("Last week, when Orla Venn said the pier was gone, all fled.", ("the pier was gone", "Orla Venn", "told_clause")),
    ("When the tide came, Orla Venn said the pier was gone.", ("the pier was gone", "Orla Venn", "told_clause")),
    ("Orla Venn last month said the pier was gone.", ("the pier was gone", "Orla Venn", "told_clause")),
    ("Orla Venn, who said that the pier was gone, left.", ("the pier was gone", "who", "told_that")),
    ("Orla Venn urged both sides to wait.", ("both sides to wait", "Orla Venn", "told_to_do")),
    ("Aldous, for his part, said he would not resign.", ("he would not resign", "Aldous", "told_clause")),
    (
        "Sources inside the hall said the pier was gone.",
        ("the pier was gone", "Sources inside the hall", "told_clause"),
    ),
    ("In all, 42% of those asked said they were sad.", ("they were sad", "42% of those asked", "told_clause")),
    ("Orla Venn — who met Piet Aldous — said the pier was gone.", ("the pier was gone", "Orla Venn", "told_clause")),
    ("The pier was gone, she said, wiping her face.", ("The pier was gone", "she", "speaker_between")),
]

# Where told words end: the speaker does or says more, somebody else does, or the writer remarks.
ENDS = [
    "Orla Venn said the pier was gone, which is a reason to weep.",
    "Orla Venn said the pier was gone, a claim that the council denies.",
    "Orla Venn said the pier was gone, but Piet Aldous had seen it.",
    "Orla Venn said the pier was gone, reiterating her call for boats.",
    "While Orla Venn said the pier was gone, Piet Aldous rowed home.",
    "Orla Venn, who said the pier was gone, told nobody else.",
]


@pytest.mark.parametrize("text", ENDS)
def test_told_words_end_before_what_nobody_tells(text: str) -> None:
    assert told(text)[0][0] == "the pier was gone"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Orla Venn said the pier was gone and hoped that boats would come.",
            "the pier was gone and hoped that boats would come",
        ),
        ("Orla Venn said she would sit down and tell the truth.", "she would sit down and tell the truth"),
        (
            "Orla Venn said the pier, which had stood for ages, was gone.",
            "the pier, which had stood for ages, was gone",
        ),
        ("Orla Venn vowed to go home and thanked the crew.", "to go home"),
    ],
)
def test_told_words_go_on_with_what_the_speaker_thinks_or_will_do(text: str, words: str) -> None:
    assert [found for found, *_ in told(text)] == [words]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_a_subject_tells_is_an_indirect_quote(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_two_verbs_of_one_subject_make_two_statements() -> None:
    assert told("Orla Venn said the pier was gone and added that the boats were safe.") == [
        ("the pier was gone", "Orla Venn", "told_clause"),
        ("the boats were safe", "Orla Venn", "told_that"),
    ]


def test_a_participle_after_a_quote_tells_more_of_the_same_speaker() -> None:
    assert told("“The pier is gone,” said Orla Venn, adding that the boats were safe.") == [
        ("the boats were safe", "Orla Venn", "told_that")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn did not say that the pier was gone.",
        "Orla Venn was told that the pier was gone.",
        "It is fair to say that the pier was gone.",
        "Voters who say the pier is gone stayed home.",
        "The claims that the pier was gone were old.",
        "Asked if she believed the pier was gone, Orla Venn left.",
        "It goes without saying that the pier was gone.",
        "That was what Orla Venn said when she left.",
        "Those who said the pier was gone stayed home.",
        "Orla Venn made good on her oft-stated promise to build a pier.",
        "Piet Aldous found a much-needed friend.",
        "Orla Venn reiterated that approach in public.",
        "“It is gone,” Orla Venn said during a walk she had planned.",
        "The boats can encourage guests to stay.",
        "You can note that the pier was gone.",
        "Orla Venn said yes.",
        "Orla Venn said: “The pier is gone.”",
        "Orla Venn said the pier was “a sad old wreck” by then.",
        "Evidence suggests the pier was old.",
        "Piet Aldous added salt to the soup.",
        "Some 61 percent said the pier was gone.",
        "The council is investigating alleged theft of the boats that were gone.",
        "The guards could not give a day for the move nor say whether the pier was gone.",
        "The States of the coast met on Monday.",
    ],
)
def test_what_nobody_states_or_marks_already_hold_is_no_indirect_quote(text: str) -> None:
    assert told(text) == []
