"""A user's entities.toml is read whole or refused with its line."""

from pathlib import Path

import pytest

from tasks.enrich.user_entities import BadEntitiesFile, parse_user_entities, read_user_entities


def test_a_file_says_what_is_the_same_what_is_different_and_what_to_print() -> None:
    text = """
        same = [["Orla Venn", "O. Venn"]]
        different = [["Harbour Front", "Harbour League"]]
        [name]
        "Orla Venn" = "Orla K. Venn"
    """
    user = parse_user_entities(text, "entities.toml")
    assert user.same == (("orla venn", "o venn"),)
    assert user.different == (frozenset({"harbour front", "harbour league"}),)
    assert user.names == {"orla venn": "Orla K. Venn"}


def test_without_a_file_nothing_is_said() -> None:
    assert read_user_entities(None).same == ()


REFUSED = [
    ('same = [\n  ["Orla Venn", "O. Venn"', None, "no TOML"),
    ('same = []\nsames = [["Orla Venn", "O. Venn"]]', 2, "there is no 'sames'"),
    ('same = ["Orla Venn", "O. Venn"]', 1, "list of lists"),
    ('same = [\n  ["Orla Venn", "O. Venn"],\n  ["Piet Aldous"],\n]', 3, "two different names"),
    ('different = [\n  ["Orla Venn", "orla venn"],\n]', 2, "two different names"),
    ('same = [\n  ["Orla Venn", "..."],\n]', 2, "is no name"),
    ('same = [\n  ["Orla Venn", 7],\n]', 2, "is no name"),
    ('[name]\n"Orla Venn" = 3', 2, "wants a name"),
    ('name = "Orla Venn"', 1, "is a table"),
    (
        'same = [["A. Venn", "B. Venn"], ["B. Venn", "C. Venn"]]\ndifferent = [["A. Venn", "C. Venn"]]',
        2,
        "the same and to be",
    ),
]


@pytest.mark.parametrize(("text", "line", "words"), REFUSED)
def test_a_bad_file_is_refused_in_a_sentence_with_its_line(text: str, line: int | None, words: str) -> None:
    with pytest.raises(BadEntitiesFile, match=words) as refused:
        parse_user_entities(text, "entities.toml")
    assert refused.value.line == line
    assert str(refused.value).startswith("entities.toml")
    assert str(refused.value).endswith("Nothing was run.")


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadEntitiesFile, match="cannot be read"):
        read_user_entities(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadEntitiesFile, match="not UTF-8"):
        read_user_entities(tmp_path / "bytes.toml")
