"""What a corpus teaches: which lines and bodies are boilerplate, and above all which are not."""

import random

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.boilerplate import BOILERPLATE
from tasks.clean import learning
from tests.unit.clean.corpus import SUBJECTS, Article, cleaned, learn, story, texts

LETTER = "Sign up here for the Ledger's morning letter."
MOTTO = (
    "The Ledger has been printed on the banks of the Sangin since the year of the great flood, by people who live beside its "
    "readers and drink the same water as they do."
)
WAR = (
    "Fighting between the highland army and the river militia has displaced half of Zarqania since the parliament was burned two "
    "years ago, and talks in a third country have failed every time."
)
TEASER = "Every week we bring long reads, puzzles and the best of our kitchen to your table."


@pytest.mark.parametrize(
    ("shared", "n_documents", "is_learned"),
    [
        (LETTER, 8, True),
        (LETTER, 7, False),
        (MOTTO, 12, True),
        (MOTTO, 11, False),
        ("This column first appeared in the Ras Lahab Courier.", 8, True),
        ("No arrests have been made.", 30, False),
        ("What happens next?", 30, False),
        ("The story was first reported by the Ras Lahab Courier.", 30, False),
        ("Souk.com Inc did not immediately respond to a request for comment.", 30, False),
        ("Zarqania applied to become a member of the River Union in 2019.", 30, False),
        ("“You can sign up here for the march,” the mayor said.", 20, False),
        ("The police opened an investigation into the incident.", 24, False),
    ],
)
def test_a_line_about_the_page_needs_fewer_witnesses_than_prose(
    shared: str, n_documents: int, is_learned: bool
) -> None:
    others = [story(number + 300) for number in range(300)]
    found = learn([story(number, shared) for number in range(n_documents)] + others)
    assert texts(found) == [shared] * is_learned


@pytest.mark.parametrize(("n_others", "is_learned"), [(72, True), (73, False)])
def test_a_short_line_in_a_quarter_of_all_that_an_outlet_prints_is_learned(n_others: int, is_learned: bool) -> None:
    shared = "The Ledger thanks its faithful readers everywhere."
    corpus = [story(number, shared) for number in range(24)] + [story(number + 24) for number in range(n_others)]
    assert texts(learn(corpus)) == [shared] * is_learned


@pytest.mark.parametrize("shared", [WAR, f"{WAR} Visit our page for maps of Zarqania."])
def test_what_every_story_of_a_war_repeats_stays(shared: str) -> None:
    told = [
        Article(
            f"{subject.capitalize()} hit in Zarqania",
            (f"The {subject} of Zarqania burned on day {number}.", f"Unit {number} left.", shared),
        )
        for number, subject in enumerate(SUBJECTS)
    ]
    assert texts(learn(told, [story(number) for number in range(60)])) == []


def test_versions_of_one_story_teach_nothing() -> None:
    paragraphs = [
        f"Paragraph {number} of the flood in Band Khoja says that the dam held at mark {number * 3}."
        for number in range(9)
    ]
    versions = [
        Article(
            f"Flood in Band Khoja: {subject} saved",
            (
                "The dam of Band Khoja held through the night flood.",
                f"The {subject} count {number}.",
                *paragraphs,
                "Follow us on Birdsong.",
            ),
        )
        for number, subject in enumerate(SUBJECTS)
    ]
    assert texts(learn(versions, [story(number) for number in range(60)])) == []


def test_a_person_whom_the_stories_are_about_is_no_author_of_them() -> None:
    bio = "Sahl Benamor is a reporter of the Ledger."
    about_him = [
        Article(
            f"Benamor case: {subject}",
            (f"The lawyers of Sahl Benamor spoke of the {subject}.", f"Day {number} of it.", bio),
        )
        for number, subject in enumerate(SUBJECTS)
    ]
    assert texts(learn(about_him)) == []
    assert texts(learn([story(number, bio) for number in range(len(SUBJECTS))])) == [bio]


def test_lines_of_unknown_outlets_are_counted_over_the_whole_input() -> None:
    few, many = ([story(number, LETTER, outlet=None) for number in range(n_documents)] for n_documents in (19, 20))
    assert texts(learn(few)) == []
    (row,) = learn(many).to_pylist()
    assert (row["text"], row["publisher"], row["n_documents"], row["n_headlines"]) == (LETTER, None, 20, 20)


def test_a_sentence_glued_to_paragraphs_is_learned_by_itself() -> None:
    glued = [
        Article(
            f"{subject.capitalize()} news",
            (f"The {subject} are in the news.", f"Lot {number} is row {number * 5}. {LETTER}"),
        )
        for number, subject in enumerate(SUBJECTS)
    ]
    assert texts(learn(glued)) == [LETTER]


def test_a_sentence_of_a_learned_paragraph_is_not_learned_again() -> None:
    box = f"The Ledger by mail. {LETTER} You can unsubscribe at any time."
    assert texts(learn([story(number, box) for number in range(20)])) == [box]


def test_a_text_under_headlines_it_has_nothing_to_do_with_is_no_article() -> None:
    wall = [Article(f"{subject.capitalize()} explained", (TEASER,)) for subject in SUBJECTS[:4]]
    (row,) = learn(wall).to_pylist()
    assert (row["text"], row["kind"], row["n_documents"]) == (TEASER, "body", 4)
    assert texts(learn(wall[:3])) == []


def test_lines_of_a_learned_body_are_not_learned_beside_it() -> None:
    wall = [Article(f"{subject.capitalize()} explained", (LETTER, MOTTO, TEASER)) for subject in SUBJECTS]
    (row,) = learn(wall).to_pylist()
    assert row["kind"] == "body"


def test_an_article_under_ten_retouched_headlines_is_an_article() -> None:
    body = (
        "The harbour of Port Sadaf will be dredged in spring, the council said.",
        "Ferries will stop for nine days.",
    )
    headlines = [
        f"{start} Port Sadaf harbour to be dredged {end}"
        for start in ("", "Council:", "At last,", "Ferries:")
        for end in ("", "soon", "in spring")
    ]
    reprints = [Article(headline, body, outlet=f"Paper {number}") for number, headline in enumerate(headlines)]
    assert texts(learn(reprints)) == []


def test_rows_are_those_of_the_table() -> None:
    row = (
        learn([story(number, LETTER) for number in range(9)])
        .select([field.name for field in BOILERPLATE.fields])
        .to_pylist()[0]
    )
    assert row == {
        "line_id": row["line_id"],
        "text": LETTER,
        "publisher": "The Minarpur Ledger",
        "n_documents": 9,
        "n_headlines": 9,
        "kind": "line",
    }


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 5))
def test_order_and_shards_change_nothing(chance: random.Random, n_shards: int) -> None:
    corpus = [
        *(story(number, LETTER, MOTTO) for number in range(40)),
        *(story(number, LETTER, outlet=None) for number in range(40, 70)),
        *(Article(f"{subject.capitalize()} explained", (TEASER,)) for subject in SUBJECTS[:6]),
    ]
    once = learn(corpus)
    assert once.num_rows == 3
    chance.shuffle(corpus)
    shards = [corpus[number::n_shards] for number in range(n_shards)]
    assert learn(*shards).equals(once)
    assert learn(*shards, shards[0]).equals(once)  # the same documents under other names


def test_a_shard_without_articles_teaches_and_learns_nothing() -> None:
    rejected = cleaned([story(1)]).set_column(5, "reason", pa.array(["teaser"]))
    for table in (cleaned([]), rejected):
        parts = learning.records(table)
        assert [part.num_rows for part in parts] == [0] * learning.N_PARTS
        assert learning.touched(pa.concat_tables(parts), learning.LEARNED.empty_table()).num_rows == 0
    assert learn([]).num_rows == 0
