"""Quotes are found between their marks, and their speakers beside them."""

import pytest

from tasks.enrich.names import Name
from tasks.enrich.passages import Passage
from tasks.enrich.quote import Quote
from tasks.enrich.quote_marks import quoted_spans
from tasks.enrich.quotes import passage_quotes

PEOPLE = ("Orla Venn", "Piet Aldous", "Harbour Board")


def read(text: str) -> tuple[list[Quote], str]:
    names = [
        Name(0, at, at + len(name), name, "ORG" if name.endswith("Board") else "PERSON", "model")
        for name in PEOPLE
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return passage_quotes(0, Passage("body", None, text), sorted(names, key=lambda n: n.start)), text


def told(text: str) -> list[tuple[str, str | None, str | None, str]]:
    """Return words, speaker, attribution and kind of each quote."""
    quotes, _ = read(text)
    return [
        (
            text[q.start : q.end],
            text[q.speaker.start : q.speaker.end] if q.speaker else None,
            q.speaker.attribution if q.speaker else None,
            q.kind,
        )
        for q in quotes
    ]


SPEAKERS = [
    ("“The pier is gone,” said Orla Venn.", "Orla Venn", "named"),
    ('"The pier is gone," Orla Venn said on Monday.', "Orla Venn", "named"),
    ("'The pier is gone,' said Orla Venn, who lives there.", "Orla Venn", "named"),
    ("‘The pier is gone and won’t come back,’ Orla Venn told reporters.", "Orla Venn", "named"),
    ("Orla Venn said: “The pier is gone.”", "Orla Venn", "named"),
    ("Orla Venn, the harbour master, said, “The pier is gone.”", "Orla Venn", "named"),
    ("“The pier is gone,” harbour master Orla Venn said.", "Orla Venn", "named"),
    ("“The pier is gone,” said the spokesman for the port.", "the spokesman for the port", "role"),
    ("“The pier is gone,” the spokesman said.", "the spokesman", "role"),
    ("“The pier is gone,” Orla Venn (D-Fla.) said on Monday.", "Orla Venn", "named"),
    ("“The pier is gone for good,” Orla Venn charged in a letter.", "Orla Venn", "named"),
    ("Orla Venn put it like this: “The pier is gone.”", "Orla Venn", "named"),
    ("“The pier is gone,” she added.", "she", "pronoun"),
    ("She added: “The pier is gone.”", "She", "pronoun"),
    ("“The pier is gone,” the statement said.", "the statement", "document"),
    ("“The pier is gone,” according to Orla Venn.", "Orla Venn", "named"),
    ("According to Orla Venn, “the pier is gone for good”.", "Orla Venn", "named"),
    ("Orla Venn left the hall early, saying: “The pier is gone.”", "Orla Venn", "named"),
    ("Orla Venn had this to say:\n\n“The pier is gone for good.”", "Orla Venn", "named"),
    ("Of Piet Aldous, Orla Venn said: “He built the pier.”", "Orla Venn", "named"),
    ("Orla Venn, for her part, said: “The pier is gone.”", "Orla Venn", "named"),
    ("“The pier is gone for good,” according to one Piet Aldous aide.", "one Piet Aldous aide", "role"),
    ("Asked why the boats were late, Orla Venn shrugged: “The pier is gone.”", "Orla Venn", "named"),
    ("Orla Venn wrote that the mayor’s tweets “sank the pier for good”.", "Orla Venn", "named"),
    ("He answered Orla Venn, calling the comments “very nice indeed, all of them”.", "He", "pronoun"),
    ("“It will go,” said Orla Venn campaign spokesman Piet Aldous.", "Piet Aldous", "named"),
    ("“It will go,” said an aide close to the talks who met Orla Venn.", "an aide close to the talks", "role"),
    ("“It will go,” according to people familiar with the matter.", "people familiar with the matter", "role"),
    ("“It will go,” according to a statement from the port.", "a statement from the port", "document"),
    ("Norland officials said “the pier is gone for good”.", "Norland officials", "role"),
    ("A guard who asked not to be named said “the pier is gone for good”.", "A guard", "role"),
    ("Orla Venn spoke of the plan to be rejected, saying it “would sink the pier for good”.", "Orla Venn", "named"),
    ("“It would seal the deal” because she would win, Orla Venn said.", "Orla Venn", "named"),
    ("Orla Venn met an aide to Piet Aldous’s board. “The pier is gone,” Orla Venn said.", "Orla Venn", "named"),
]


@pytest.mark.parametrize(("text", "speaker", "attribution"), SPEAKERS)
def test_the_speaker_beside_a_quote_is_found(text: str, speaker: str, attribution: str) -> None:
    assert [(s, a) for _, s, a, _ in told(text)] == [(speaker, attribution)]


def test_a_quote_goes_on_after_its_speaker() -> None:
    found = told("“The pier is gone,” said Orla Venn. “We will build another one.”")
    assert [(speaker, attribution) for _, speaker, attribution, _ in found] == [
        ("Orla Venn", "named"),
        ("Orla Venn", "carried"),
    ]


def test_paragraphs_that_reopen_the_marks_are_one_quote() -> None:
    text = "“The pier is gone.\n\n“We will build another,” said Orla Venn."
    assert told(text) == [("The pier is gone.\n\n“We will build another,", "Orla Venn", "named", "direct")]


def test_a_lost_closing_mark_ends_with_its_paragraph() -> None:
    assert told("“The pier is gone for good.\n\nNobody came.")[0][0] == "The pier is gone for good."


def test_a_quote_without_a_speaker_is_still_a_quote() -> None:
    assert told("“The pier is gone and we are sad.” Nobody came.") == [
        ("The pier is gone and we are sad.", None, None, "direct")
    ]


def test_a_colon_alone_gives_the_quote_to_the_subject_before_it() -> None:
    assert told("Orla Venn shook her head: “The pier is gone.”")[0][1:3] == ("Orla Venn", "named")


def test_a_quote_goes_on_from_what_was_told_before_it() -> None:
    found = told("The pier is gone, Orla Venn said. “We will build another one.”")
    assert [(speaker, attribution, kind) for _, speaker, attribution, kind in found] == [
        ("Orla Venn", "named", "indirect"),
        ("Orla Venn", "carried", "direct"),
    ]


def test_a_cue_without_its_subject_is_a_lost_speaker() -> None:
    quotes, _ = read("“The pier is gone for good,” said on Monday.")
    assert (quotes[0].speaker, quotes[0].is_lost) == (None, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orla Venn called the plan “a farce” and left.", "a farce"),
        ("Orla Venn promised “months” of strikes.", "months"),
        ("In what Orla Venn called “a farce” of a vote, nobody won.", "a farce"),
        ("Orla Venn promised the crowd “months” of strikes.", "months"),
        ("Orla Venn said the pier was “a critical part of the plan” for years.", "a critical part of the plan"),
    ],
)
def test_a_few_quoted_words_are_partial_when_a_subject_says_them(text: str, words: str) -> None:
    assert told(text) == [(words, "Orla Venn", "named", "partial")]


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Last Pier” opened.",
        "The so-called “pier tax” rose.",
        "The “pier” was a plank.",
        "It was the sailors' day and the traders' night.",
        "Rock 'n' roll of the '90s came to Kellan.",
        "The boat, known as “the swan”, sank.",
        "The navy began an operation called “Quiet Swan” and went home.",
        "Orla Venn joined a drill called “the swan” and left.",
        "The term “pier tax” is old, said Orla Venn.",
        "Orla Venn said the law “Swan” was old.",
        "Orla Venn said on Monday, in the hall by the sea, that “swans” were seen.",
        "The calls “for peace” went on.",
        "Workers deemed “essential” went home.",
        "Boats crossed the Gulf states with “swans” on them.",
        "The gain came when Piet Aldous fell from a “swan” when he asked the crew for help.",
        "It holds talk of sails and jokes about the “swan”.",
        "Some 46 percent say “swan”.",
        "No marks at all here.",
    ],
)
def test_titles_terms_and_apostrophes_are_no_quotes(text: str) -> None:
    assert [quote for quote in told(text) if quote[-1] != "indirect"] == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    text = "‘The sailors’ boats are gone,’ said Orla Venn."
    assert told(text)[0][0] == "The sailors’ boats are gone,"


@pytest.mark.parametrize("text", ["“A “B” C”", '"A" and "B"', "‘’", '""', "“", "''Gone,'' he said.", "«Gone.»"])
def test_spans_never_leave_their_text(text: str) -> None:
    for one in quoted_spans(Passage("body", None, text)):
        assert 0 <= one.outer_start <= one.start < one.end <= one.outer_end <= len(text)
