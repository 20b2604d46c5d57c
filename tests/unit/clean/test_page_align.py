"""Lines of a page and an extractor's text: which lines it took."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.clean.page_align import align, words_of

FIRST = "The council of the town will repair the old bridge before the summer ends."
SECOND = "Work begins next week and will cost two million, most of it paid by the province."
THIRD = "The road along the river stays open all the time for people on foot."


def _taken(lines: list[str], extracted: str) -> list[int]:
    return [number for number, is_taken in enumerate(align(lines, extracted)) if is_taken]


def test_lines_of_the_text_are_taken_in_their_order() -> None:
    assert _taken(["Home", FIRST, "Advertisement", SECOND, THIRD, "Contact us"], "\n".join((FIRST, SECOND, THIRD))) == [
        1,
        3,
        4,
    ]


def test_a_line_that_the_page_prints_twice_is_taken_where_it_stands_beside_the_others() -> None:
    assert _taken([FIRST, "Home", "Sport", FIRST, SECOND], f"{FIRST}\n{SECOND}") == [3, 4]
    assert _taken([FIRST, SECOND, THIRD, "Most read", SECOND], "\n".join((FIRST, SECOND, THIRD))) == [0, 1, 2]


def test_a_line_that_the_text_holds_twice_is_taken_twice() -> None:
    assert _taken([FIRST, SECOND, FIRST], f"{FIRST}\n{SECOND}\n{FIRST}") == [0, 1, 2]


def test_a_line_is_found_inside_a_longer_one_and_with_a_word_missing() -> None:
    assert _taken([FIRST, SECOND], f"{FIRST} {SECOND}") == [0, 1]
    assert _taken([SECOND], SECOND.replace("million", "")) == [0]


def test_short_lines_are_taken_only_where_the_text_has_them() -> None:
    lines = ["Share", FIRST, "Share", SECOND, "Cost", THIRD]
    assert _taken(lines, "\n".join((FIRST, SECOND, "Cost", THIRD))) == [1, 3, 4, 5]
    assert _taken([FIRST, "Two", "million", SECOND], f"{FIRST}\n| Two | million |\n{SECOND}") == [0, 1, 2, 3]


def test_a_line_that_repeats_the_whole_article_is_not_the_article() -> None:
    story = [f"{FIRST} It was version {number}." for number in range(40)]
    assert _taken([" ".join(story), *story], "\n".join(story)) == list(range(1, 41))


def test_letters_of_scripts_without_spaces_are_words() -> None:
    assert words_of("Bridge 橋を渡る") == ["bridge", "橋", "を", "渡", "る"]


@given(st.lists(st.text("abc \n", max_size=12), max_size=12), st.text("abc \n", max_size=80))
def test_each_line_gets_an_answer(lines: list[str], extracted: str) -> None:
    assert len(align(lines, extracted)) == len(lines)


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD, "Share", "橋を渡る"]), min_size=1, max_size=8))
def test_a_page_that_is_nothing_but_the_article_is_taken_whole(lines: list[str]) -> None:
    assert all(align(lines, "\n".join(lines)))
