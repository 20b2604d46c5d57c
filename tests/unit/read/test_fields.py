"""The field map: which column is the text, the title, the date, and what a row without a text is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.document import RowFields
from schemas.rejects import REASONS
from tasks.read import Problem, ReadSettings, UnknownField, map_fields


def mapped(row: object, **settings: object) -> RowFields | Problem:
    return map_fields(json.dumps(row).encode(), ReadSettings(**settings))


ROWS = [
    ({"text": "T"}, RowFields("T")),
    ({"Body": "T", "Headline": "H"}, RowFields("T", "H")),
    ({"article_text": "T", "ARTICLE-TITLE": "H"}, RowFields("T", "H")),
    ({"articleBody": "T", "datePublished": "2024-05-01"}, RowFields("T", date="2024-05-01")),
    (
        {"content": "<p>T</p>", "link": "u", "publisher": "p", "byline": "b"},
        RowFields("<p>T</p>", None, None, "u", "p", "b"),
    ),
    ({"text": "", "content": "T"}, RowFields("T")),
    ({"raw": "R", "text": "T"}, RowFields("T")),
    ({"raw": "R", "id": 3}, RowFields("R")),
    ({"excerpt": "E", "body": "T"}, RowFields("T")),
    ({"text": "T", "published": "2024-04-03", "published_raw": "3/4/2024"}, RowFields("T", date="2024-04-03")),
    ({"text": "T", "published_raw": "3/4/2024"}, RowFields("T", date="3/4/2024")),
    ({"text": "T", "date": 1714521600}, RowFields("T", date="1714521600")),
    ({"text": "T", "date_download": "2024-05-01", "timestamp": "2024"}, RowFields("T")),
    ({"text": "T", "authors": ["Ann Reed", "Bo Lind"]}, RowFields("T", author="Ann Reed, Bo Lind")),
    ({"text": "T", "author": {"name": "Ann Reed"}}, RowFields("T", author="Ann Reed")),
    ({"text": "T", "authors": [{"name": "Ann Reed"}, {"name": "Bo Lind"}]}, RowFields("T", author="Ann Reed, Bo Lind")),
    ({"text": "T", "source": {"id": None, "name": "The Harbour Post"}}, RowFields("T", source="The Harbour Post")),
    ({"title": {"rendered": "H"}, "content": {"rendered": "T"}}, RowFields("T", "H")),
    ({"paragraphs": ["One.", "Two."]}, RowFields("One.\n\nTwo.")),
    ({"text": "cut \ud83d off"}, RowFields("cut \ufffd off")),
    ({"text": " T ", "title": "  "}, RowFields(" T ")),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_fields_are_found_by_their_usual_names(row, expected) -> None:
    assert mapped(row) == expected


PROBLEMS = [
    ({}, "empty"),
    ({"text": ""}, "empty"),
    ({"text": " \n", "title": "H"}, "empty"),
    ({"title": "H", "url": "u"}, "missing_field"),
    ({"title": "H", "description": "a teaser"}, "missing_field"),
    ({"url": "u", "reason": "blocked"}, "bad_record"),
    ({"error": "429", "title": "H"}, "bad_record"),
    ([1], "bad_record"),
    ("words", "bad_record"),
    (None, "bad_record"),
]


@pytest.mark.parametrize(("row", "reason"), PROBLEMS)
def test_a_row_without_a_text_is_a_problem_with_a_sentence(row, reason) -> None:
    problem = mapped(row)

    assert isinstance(problem, Problem)
    assert problem.reason == reason
    assert problem.message.endswith(".")


def test_the_users_field_map_comes_first() -> None:
    row = {"text": "T", "Lede Text": "L", "stand": "2024-05-01", "date": "2023-01-01"}

    assert mapped(row, field_map=(("text", "lede_text"), ("date", "Stand"))) == RowFields("L", date="2024-05-01")


def test_the_usual_names_serve_rows_without_the_users_columns() -> None:
    assert mapped({"text": "T"}, field_map=(("text", "lede"),)) == RowFields("T")


def test_a_field_map_for_no_field_is_wrong_usage() -> None:
    with pytest.raises(UnknownField, match="'headline'") as caught:
        ReadSettings(field_map=(("headline", "Story Heading"),))

    assert caught.value.fields == ("title", "text", "date", "url", "source", "author")


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_give_fields_or_a_problem_that_has_a_name(raw) -> None:
    found = map_fields(raw, ReadSettings())

    assert isinstance(found, RowFields) or found.reason in REASONS
