"""What a user adds in `copydesk.toml` is obeyed for the source it names, and refused when it could do harm."""

from datetime import date

import pytest

from schemas.document import Document, RowFields
from tasks.clean import Cleaned, CleanSettings, clean_document
from tasks.clean.pattern_cost import compile_safely
from tasks.clean.user_rules import UserLine, UserOutlet, UserPattern

STORY = (
    "The council of the town will repair the old bridge before the summer ends, its spokeswoman said on Monday morning.",
    "Work begins next week and will cost two million, most of it paid by the province and the rest by the mill.",
)
EXTRA = "The weather desk of this paper wishes all readers a pleasant evening"


def clean(settings: CleanSettings, *paragraphs: str, source: str | None = None, uri: str = "a.txt") -> Cleaned:
    fields = RowFields("\n\n".join(paragraphs), source=source)
    return clean_document(Document(uri, 0, "row", b""), fields, date(2024, 3, 1), settings)


def removed_by(found: Cleaned) -> list[tuple[str, str]]:
    return [(rule, kind) for kind, _, _, _, rule in found.removed if rule.startswith("user:")]


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        (CleanSettings(lines=(UserLine(EXTRA),)), "user:line 1"),
        (CleanSettings(lines=(UserLine(f"  {EXTRA.upper()} ", name="weather"),)), "user:weather"),
        (CleanSettings(patterns=(UserPattern("The [a-z]+ desk of this paper .{1,80}"),)), "user:pattern 1"),
        (CleanSettings(patterns=(UserPattern("no"), UserPattern("(?i)the WEATHER.*", name="w"))), "user:w"),
    ],
)
def test_a_line_of_the_user_is_boilerplate(settings: CleanSettings, rule: str) -> None:
    found = clean(settings, STORY[0], EXTRA, STORY[1])
    assert found.body == "\n\n".join(STORY)
    assert removed_by(found) == [(rule, "boilerplate")]
    assert found.ledger_covers_source


@pytest.mark.parametrize("text", ["weather desk", "The weather desk of this paper wishes"])
def test_a_part_of_a_line_is_not_removed(text: str) -> None:
    found = clean(CleanSettings(lines=(UserLine(text),), patterns=(UserPattern(text),)), STORY[0], EXTRA, STORY[1])
    assert removed_by(found) == []


@pytest.mark.parametrize(
    ("source", "stated", "uri", "is_removed"),
    [
        ("Riverside Post", "riverside post", "a.txt", True),
        ("Riverside Post", "Hillside Post", "a.txt", False),
        ("Riverside Post", None, "a.txt", False),
        ("riverside", None, "feeds/Riverside/a.txt", True),
        ("river", None, "feeds/riverside/a.txt", False),
        ("", None, "a.txt", True),
    ],
)
def test_a_rule_holds_for_the_source_it_names(source: str, stated: str | None, uri: str, is_removed: bool) -> None:
    found = clean(CleanSettings(lines=(UserLine(EXTRA, source),)), STORY[0], EXTRA, STORY[1], source=stated, uri=uri)
    assert bool(removed_by(found)) is is_removed


def test_a_rule_for_a_domain_holds_for_what_is_published_on_it() -> None:
    settings = CleanSettings(lines=(UserLine(EXTRA, "riverside.example"),))
    fields = RowFields(f"{STORY[0]}\n\n{EXTRA}\n\n{STORY[1]}", url="https://news.riverside.example/1")
    found = clean_document(Document("a", 0, "row", b""), fields, date(2024, 3, 1), settings)
    assert removed_by(found) == [("user:line 1", "boilerplate")]


@pytest.mark.parametrize("pattern", ["(", "(?P<a>x)(?P<a>y)", "[z-a]", "*"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="is not a regular expression"):
        UserPattern(pattern)


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(a|aa)*b", ".*a.*a.*a.*", "(?:a?){60}b", "((a*)b?)*", "(.{1,40}x){5}", "(?=(a+)+)b"]
)
def test_a_pattern_that_could_take_for_ever_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="too many ways"):
        compile_safely(pattern)


@pytest.mark.parametrize(
    "pattern", [".*x.*", "(?:Sign|Join) .{0,60} today[.!]?", "[A-Z ]+: .*", r"\d{1,3} of \d{1,3}", "(ab){1,9}c"]
)
@pytest.mark.parametrize("line", ["a" * 500, "ab" * 250, "AB " * 160, "1 of " * 100, "Sign " * 100])
def test_a_pattern_that_is_let_in_comes_to_an_end_on_every_line(pattern: str, line: str) -> None:
    assert compile_safely(pattern).fullmatch(line) is None


@pytest.mark.parametrize("pattern", ["", ".*", "x?"])
def test_a_pattern_that_could_remove_every_line_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="matches an empty line"):
        UserPattern(pattern)


def test_an_empty_line_or_name_is_refused() -> None:
    with pytest.raises(ValueError, match="is empty"):
        UserLine("  ")
    with pytest.raises(ValueError, match="is empty"):
        UserOutlet("")


def test_an_outlet_of_the_user_has_one_name() -> None:
    own = (UserOutlet("Riverside Post", ("riverside.example",), ("RP Online",)), UserOutlet("HNA", is_agency=True))
    fields = RowFields(f"HILLTOWN (HNA) - {STORY[0]}\n\nHe told RP Online so.", url="https://www.riverside.example/1")
    document = Document("a", 0, "row", b"")
    found = clean_document(document, fields, date(2024, 3, 1), CleanSettings(outlets=own))
    assert (found.publisher, found.publisher_source) == ("Riverside Post", "domain")
    assert found.agencies == ("HNA",)
    without = clean_document(document, fields, date(2024, 3, 1), CleanSettings())
    assert (without.publisher, without.agencies) == ("riverside.example", ())
