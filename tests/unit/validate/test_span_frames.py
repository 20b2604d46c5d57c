from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.validate import reproduce
from tasks.validate.reproduce import reproduces
from tasks.validate.span_frames import Known, figure_frame, mention_frame, quote_frame
from tests.unit.validate.good_rows import (
    ABSENT,
    ARTICLE,
    ENTITY,
    FIGURE,
    OTHER_ARTICLE,
    QUOTE,
    articles,
    figure_row,
    mention_row,
    quote_row,
    rows_of,
)

KNOWN = Known(pa.array([ARTICLE, OTHER_ARTICLE]), pa.array([ENTITY]), pa.array([QUOTE]), pa.array([FIGURE]))
OTHER: Mapping[str, Any] = {"article_id": OTHER_ARTICLE, "headline": None, "body": "Ada Quill sleeps.", "captions": []}
TEXTS = articles({}, OTHER)
FRAMES = {
    "mentions": (mention_frame, mention_row),
    "quotes": (quote_frame, quote_row),
    "figures": (figure_frame, figure_row),
}
NOBODY = {"speaker": None, "speaker_start_char": None, "speaker_end_char": None}
CAPTION = {"field": "caption", "field_index": 0, "start_char": 0, "end_char": 9}
UNKNOWN = "0" * 16

# table, rule, what is changed in a good row, whether the rule still holds
CASES: list[tuple[str, str, Mapping[str, Any], bool]] = [
    ("mentions", "article_exists", {"article_id": ABSENT}, False),
    ("mentions", "offsets_reproduce_surface", {"article_id": ABSENT}, False),
    ("mentions", "offsets_reproduce_surface", {"start_char": 0, "end_char": 9}, False),
    ("mentions", "offsets_reproduce_surface", {"surface": "Ada  Quill"}, False),
    ("mentions", "offsets_reproduce_surface", {"article_id": OTHER_ARTICLE, "start_char": 0, "end_char": 9}, True),
    ("mentions", "offsets_reproduce_surface", {"article_id": OTHER_ARTICLE, "field": "headline"}, False),
    ("mentions", "offsets_reproduce_surface", CAPTION, True),
    ("mentions", "offsets_reproduce_surface", {**CAPTION, "field_index": 1}, False),
    ("mentions", "offsets_reproduce_surface", {**CAPTION, "field_index": None}, False),
    ("mentions", "entity_exists", {"entity_id": UNKNOWN}, False),
    ("mentions", "entity_exists", {"entity_id": None}, False),
    ("mentions", "entity_exists", {"entity_id": None, "type": "NORP"}, True),
    ("mentions", "entity_exists", {"type": "NORP"}, False),
    ("mentions", "quote_exists", {"quote_id": QUOTE}, True),
    ("mentions", "quote_exists", {"quote_id": UNKNOWN}, False),
    ("quotes", "article_exists", {"article_id": ABSENT}, False),
    ("quotes", "offsets_reproduce_text", {"text": "no more”"}, False),
    ("quotes", "offsets_reproduce_speaker", NOBODY, True),
    ("quotes", "offsets_reproduce_speaker", {"speaker": None}, False),
    ("quotes", "offsets_reproduce_speaker", {"speaker_start_char": None}, False),
    ("quotes", "offsets_reproduce_speaker", {"speaker": "the captain"}, False),
    ("quotes", "speaker_entity_exists", {"speaker_entity_id": UNKNOWN}, False),
    ("quotes", "speaker_entity_exists", {"speaker_entity_id": None}, True),
    ("figures", "article_exists", {"article_id": ABSENT}, False),
    ("figures", "offsets_reproduce_text", {"start_char": 15, "end_char": 22}, False),
    ("figures", "offsets_reproduce_source", {"attributed_to": "Ada"}, False),
    (
        "figures",
        "offsets_reproduce_source",
        {"attributed_to": "F", "attributed_start_char": 0, "attributed_end_char": 1},
        True,
    ),
    ("figures", "vague_has_no_value", {"is_vague": True}, False),
    ("figures", "vague_has_no_value", {"is_vague": True, "value_low": None, "value_high": None}, True),
    ("figures", "vague_has_no_value", {"value_high": None}, False),
    ("figures", "vague_has_no_value", {"value_low": None, "value_high": None}, False),
    ("figures", "entities_exist", {"place_entity_id": ENTITY, "attributed_entity_id": UNKNOWN}, False),
    ("figures", "entities_exist", {"place_entity_id": ENTITY, "attributed_entity_id": ENTITY}, True),
    ("figures", "parts_exist", {"subset_of": FIGURE, "quote_id": QUOTE}, True),
    ("figures", "parts_exist", {"subset_of": UNKNOWN}, False),
    ("figures", "parts_exist", {"quote_id": UNKNOWN}, False),
]


@pytest.mark.parametrize("table", FRAMES)
def test_a_good_row_keeps_every_rule(table: str) -> None:
    frame, row = FRAMES[table]
    answers = frame(rows_of(table, row, {}), TEXTS, KNOWN)
    assert [name for name in answers.column_names if answers[name].to_pylist() == [False] and name != "is_vague"] == []


@pytest.mark.parametrize(("table", "rule", "change", "holds"), CASES)
def test_a_rule_is_broken_by_its_own_row_alone(table: str, rule: str, change: Mapping[str, Any], holds: bool) -> None:
    frame, row = FRAMES[table]
    rows = rows_of(table, row, {}, {}, change, {}).slice(1)
    assert frame(rows, TEXTS, KNOWN)[rule].to_pylist() == [True, holds, True]


def test_texts_are_found_whatever_their_order_and_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reproduce, "ARTICLES_AT_ONCE", 2)
    ids = [f"{number:024x}" for number in (5, 3, 9, 1, 7)]
    texts = articles(*({"article_id": name, "body": f"text {number}"} for number, name in enumerate(ids)))
    surfaces = [
        {"article_id": name, "start_char": 0, "end_char": 6, "surface": f"text {n}"} for n, name in enumerate(ids)
    ]
    rows = rows_of("mentions", mention_row, *surfaces[::-1], {"article_id": ABSENT}, *surfaces)
    answers = mention_frame(rows, texts, KNOWN)["offsets_reproduce_surface"].to_pylist()
    assert answers == [True] * 5 + [False] + [True] * 5


@pytest.mark.parametrize("table", FRAMES)
def test_no_row_is_no_problem(table: str) -> None:
    frame, row = FRAMES[table]
    assert frame(rows_of(table, row), TEXTS.slice(0, 0), KNOWN).num_rows == 0


@given(st.text(max_size=30), st.integers(-5, 35), st.integers(-5, 35))
def test_only_offsets_inside_the_text_reproduce_what_stands_there(text: str, start: int, end: int) -> None:
    assert reproduces(text, start, end, text[start:end]) == (0 <= start < end <= len(text))
