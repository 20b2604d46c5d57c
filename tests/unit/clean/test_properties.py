"""What holds for every document, whatever is in it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.articles import FLAGS, REMOVED_KINDS
from schemas.document import Document, RowFields
from schemas.rejects import REASONS
from tasks.clean import Cleaned, CleanSettings, clean_document, decoded_source
from tasks.clean.user_rules import UserLine, UserPattern

TODAY = date(2024, 3, 1)
PIECES = (
    "Council to repair old bridge",
    "2024-02-17 06:05:09",
    "Feb 17, 2024",
    "LAHORE:",
    "(Reuters) -",
    "By Jane Doe",
    "— AFP/File",
    "The council of the town will repair the old bridge, its spokeswoman said on Monday.",
    "Read more:",
    "Published in Dawn, February 3rd, 2022",
    "© 2024 Post",
    "Advertisement",
    "Image caption The bridge",
    "https://example.org/2024/02/17/x",
    "Story highlights",
    "\n",
    "\n\n",
    " ",
    "&amp;",
    "“No,” she said.",
    "Facebook Twitter",
    "<p>",
    "</p>",
    "\ufffd",
    "\u00ad",
    "Editor's note: no.",
    "10:45",
    "... [+123 chars]",
    "- ",
    "ENDS",
    "strong>",
    "closed.Shops",
    "11:45",
    "12:05 GMT",
    "(Updated @ 1:11 pm ET)",
    "The desk wishes a pleasant evening",
    "No. 12 of 30",
)
OWN = CleanSettings(
    lines=(UserLine("the desk wishes a pleasant evening"),),
    patterns=(UserPattern(r"No\. \d{1,3} of .{1,9}", name="numbers"),),
)
documents = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map(" ".join)


def clean(text: str) -> Cleaned:
    return clean_document(Document("a", 0, "row", b""), RowFields(text), TODAY, CleanSettings())


@settings(max_examples=150, deadline=None)
@given(documents)
def test_paragraphs_and_ledger_cover_the_source_exactly_once(text: str) -> None:
    found = clean(text)
    source = decoded_source(Document("a", 0, "row", b""), RowFields(text))
    assert found.ledger_covers_source
    pieces = sorted(
        [span[1:] for span in found.paragraph_spans] + [(start, end) for _, start, end, _, _ in found.removed]
    )
    assert "".join("".join(source[start:end] for start, end in pieces).split()) == "".join(source.split())
    assert all(source[start:end] == words for _, start, end, words, _ in found.removed)


@settings(max_examples=150, deadline=None)
@given(documents)
def test_the_body_is_its_paragraphs(text: str) -> None:
    found = clean(text)
    source = decoded_source(Document("a", 0, "row", b""), RowFields(text))
    paragraphs: dict[int, list[str]] = {}
    for number, start, end in found.paragraph_spans:
        paragraphs.setdefault(number, []).append(source[start:end])
    assert (found.body or "") == "\n\n".join(" ".join(pieces) for pieces in paragraphs.values())
    assert found.n_paragraphs == len(paragraphs)
    assert set(found.flags) <= set(FLAGS)
    assert {kind for kind, *_ in found.removed} <= set(REMOVED_KINDS)
    assert found.reason is None or found.reason in REASONS


@settings(max_examples=150, deadline=None)
@given(documents, st.sampled_from((CleanSettings(), OWN)))
def test_cleaning_the_body_again_removes_nothing(text: str, chosen: CleanSettings) -> None:
    once = clean_document(Document("a", 0, "row", b""), RowFields(text), TODAY, chosen)
    assert once.ledger_covers_source
    fields = RowFields(once.body or "", title=once.headline, date=once.published_evidence)
    again = clean_document(Document("a", 0, "row", b""), fields, TODAY, chosen)
    assert again.body == once.body
    assert again.removed == ()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(("text", "html")))
def test_no_bytes_break_it(raw: bytes, kind: str) -> None:
    document = Document("a", None, "html" if kind == "html" else "text", raw)
    assert clean_document(document, None, TODAY, CleanSettings()).ledger_covers_source


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday. " * 40_000,
        "a " * 200_000,
        "a\n" * 20_000,
        "<html><body>" + "<div>" * 20_000 + "text",
        "&amp;" * 100_000,
        "2024-02-17 " * 60_000,
        "(" * 200_000,
        '<p a="' * 50_000,
        "told The Abc Def " * 20_000,
        "AB: " * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_text_is_read_to_its_end(text: str) -> None:
    assert clean(text).ledger_covers_source
