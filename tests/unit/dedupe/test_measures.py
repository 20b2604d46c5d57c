"""Folding, sketching and exact verification, against plain Python and at the ends of the scale."""

from collections import defaultdict
from datetime import date
from random import Random

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tasks.dedupe import Sketches, explain_rows, fold_and_sketch, verify_pairs
from tests.unit.dedupe.conftest import SETTINGS, Doc, articles, candidate_pairs, deduplicate, prose

SAME_FOLD = [
    ("Über die Brücke", "uber die brucke"),
    ("co\u00adop\u200ber\ufeffation", "cooperation"),
    ("“It’s over”, he said", "'IT'S OVER' he said"),
    ("Erdoğan’s İzmir", "erdogan s izmir"),
    ("cafe\u0301", "café"),
    ("ﬁne", "fine"),
    ("ＦＵＬＬ １２３", "full 123"),
    ("٤٥ قتيلاً", "45 قتيلا"),
    ("گفتگو\u200cها", "گفتگوها"),
    ("یہ نیا پل ہے ۱۲", "يه نيا پل هے 12"),
    ("कीमत ज़्यादा है", "कीमत \u095b्यादा है"),
    ("बाढ़", "बाढ"),
    ("北京，上海。", "北京 上海"),
    ("word—word\u2009word", "word word word"),
]
OTHER_FOLD = [
    ("co operation", "cooperation"),
    ("北京上海", "上海北京"),
    ("कि", "की"),
    ("1,000", "1000"),
    ("ab", "ba"),
    ("x" * 64 + "ab", "x" * 64 + "ba"),
]


def digests(*bodies: str) -> list[bytes | None]:
    table = articles([Doc(str(n), body) for n, body in enumerate(bodies)])
    return list(fold_and_sketch(table, SETTINGS).facts["text_digest"].to_pylist())


@pytest.mark.parametrize(("one", "other"), SAME_FOLD)
def test_what_a_reader_would_not_notice_vanishes_in_the_fold(one: str, other: str) -> None:
    first, second = digests(one, other)
    assert first == second


@pytest.mark.parametrize(("one", "other"), OTHER_FOLD)
def test_other_words_are_another_text(one: str, other: str) -> None:
    first, second = digests(one, other)
    assert first != second


def test_a_document_folds_alike_alone_and_between_others() -> None:
    bodies = [prose(50, 1), "Ende ü", "", "漢字", prose(3, 2), "\u00ad"]
    assert digests(*bodies) == [digest for body in bodies for digest in digests(body)]


def test_sliced_chunked_and_small_string_columns_sketch_alike() -> None:
    table = articles([Doc(str(n), prose(40, n) + " ü 漢") for n in range(6)])
    whole = fold_and_sketch(table, SETTINGS)
    large = table.set_column(1, "body", table["body"].cast(pa.large_string()))
    chunked = pa.concat_tables([large.slice(2, 1), large.slice(3, 2)])
    for some in (fold_and_sketch(table.slice(2, 3), SETTINGS), fold_and_sketch(chunked, SETTINGS)):
        assert some.facts.equals(whole.facts.slice(2, 3))
        assert all(hashes_by_name(some)[name] == hashes_by_name(whole)[name] for name in some.facts["name"].to_pylist())


def hashes_by_name(sketches: Sketches) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key in sketches.segment.keys.tolist():
        found[int(sketches.segment.texts[key & (1 << 28) - 1])].append(key >> 28)
    return found


def shingles(body: str) -> set[tuple[str, ...]]:
    words = body.split()
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}


@given(
    st.lists(
        st.lists(st.sampled_from(["ab", "cd", "ef", "é", "漢"]), max_size=40).map(" ".join), min_size=2, max_size=2
    )
)
@hypothesis_settings(max_examples=60, deadline=None)
def test_verification_is_exact(bodies: list[str]) -> None:
    table = articles([Doc("a", bodies[0]), Doc("b", bodies[1])])
    ids = table["article_id"]
    row = verify_pairs(table, pa.table({"left": ids.slice(0, 1), "right": ids.slice(1, 1)}), SETTINGS).to_pylist()[0]
    left, right = map(shingles, bodies)
    shared = len(left & right)
    assert row["jaccard"] == shared / max(1, len(left | right))
    assert row["containment_left"] == shared / max(1, len(left))
    assert row["containment_right"] == shared / max(1, len(right))


def test_own_words_and_numbers_lie_in_no_shared_passage() -> None:
    story = prose(60, 1)
    table = articles([Doc("a", f"Tuesday 14 people {story}"), Doc("b", story)])
    pairs = pa.table({"left": table["article_id"].slice(0, 1), "right": table["article_id"].slice(1, 1)})
    row = verify_pairs(table, pairs, SETTINGS).to_pylist()[0]
    assert [row[name] for name in ("own_words_left", "own_numbers_left", "own_words_right")] == [None, None, None]
    longer = articles([Doc("a", f"{prose(9, 3)} 14 people {story}"), Doc("b", f"{story} {prose(4, 4)}")])
    row = verify_pairs(longer, pairs, SETTINGS).to_pylist()[0]
    assert [row[name] for name in ("own_words_left", "own_numbers_left", "own_words_right")] == [11, 1, 4]


def test_a_pair_whose_body_is_missing_is_an_error() -> None:
    table = articles([Doc("a", "text")])
    with pytest.raises(KeyError, match="its body was not given"):
        verify_pairs(table, pa.table({"left": ["0" * 24], "right": ["1" * 24]}), SETTINGS)


def test_no_documents_make_empty_tables() -> None:
    outcome = deduplicate([])
    assert outcome.duplicates.num_rows == outcome.clusters.num_rows == len(outcome.decision.kept) == 0


@pytest.mark.parametrize(
    "letters",
    [
        "记者报道市政府周二宣布新桥将于明年春季通车",
        "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผ",
        "あいうえおかきくけこさしすせそ",
        "កខគឃងចឆជឈញដឋឌឍណតថទ",
        "ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒ",
    ],
)
def test_scripts_without_spaces_are_compared_by_characters(letters: str) -> None:
    random = Random(1)
    story = "".join(random.choices(letters, k=300))
    outcome = deduplicate(
        [Doc("story", story), Doc("cut", story[:120]), Doc("other", "".join(random.choices(letters, k=300)))]
    )
    assert outcome.rows() == [("cut", "story", "contained", True)]
    assert outcome.duplicates["shared_excerpt"].to_pylist() == [story[:120]]


WORDS_WITH_SPACES = {
    "arabic": "قال وزير المدينة اليوم إن الجسر الجديد سيفتح أمام الناس في الربيع القادم",
    "urdu": "شہر کے وزیر نے آج کہا کہ نیا پل اگلی بہار میں لوگوں کے لیے کھول دیا جائے گا",
    "hindi": "शहर के मंत्री ने आज कहा कि नया पुल अगले वसंत में लोगों के लिए खोल दिया जाएगा",
}


@pytest.mark.parametrize("script", WORDS_WITH_SPACES)
def test_scripts_with_spaces_are_compared_by_words(script: str) -> None:
    random, words = Random(2), WORDS_WITH_SPACES[script].split()
    story, other = (" ".join(random.choices(words, k=200)) for _ in range(2))
    longer = Doc("b", "۔ ".join([story, *words]), day=date(2024, 3, 2))
    docs = [Doc("a", story, day=date(2024, 3, 1)), longer, Doc("c", other)]
    assert deduplicate(docs).rows() == [("b", "a", "near", True)]


def test_arabic_copies_are_found_with_and_without_vowel_marks() -> None:
    story = " ".join(Random(2).choices(WORDS_WITH_SPACES["arabic"].split(), k=200))
    outcome = deduplicate([Doc("a", story), Doc("b", story.replace("ال", "اَلْ"))])
    assert [row[2] for row in outcome.rows()] == ["same_text"]


def test_a_book_in_a_script_without_spaces_is_compared_in_time() -> None:
    book = "".join(Random(3).choices("记者报道市政府周二宣布新桥将于明年春季通车", k=200_000))
    again = Doc("again", book + "完", day=date(2024, 3, 2))
    outcome = deduplicate([Doc("book", book, day=date(2024, 3, 1)), again, Doc("passage", book[5000:5400])])
    assert outcome.rows() == [("again", "book", "near", True), ("passage", "book", "contained", True)]


def test_a_book_and_a_passage_of_it_are_compared_in_time() -> None:
    book = prose(700_000, 5)
    passage = " ".join(book.split()[1000:1200])
    line = "the same line again and again and again. " * 100_000
    outcome = deduplicate(
        [Doc("book", book), Doc("passage", passage), Doc("line", line), Doc("lines", line + "End of it all.")]
    )
    assert outcome.rows() == [("line", "lines", "contained", True), ("passage", "book", "contained", True)]


def test_excerpts_are_printed_text_of_bounded_length() -> None:
    docs = [Doc("a", f"Él dijo: “{prose(80, 1)}” Ça va"), Doc("b", f"{prose(80, 1)} {prose(90, 2)}")]
    table = articles(docs)
    rows = deduplicate(docs).duplicates
    row = explain_rows(rows, table, SETTINGS).to_pylist()[0]
    assert row["only_here"] == "Él dijo … Ça va"
    assert row["shared_excerpt"].rstrip("…") in docs[0].body
    assert all(len(row[name]) <= 300 for name in ("shared_excerpt", "only_here", "only_kept"))


def test_a_wall_shared_by_thousands_joins_them_all_in_a_bounded_number_of_pairs() -> None:
    wall = prose(60, 9)
    docs = [Doc(str(n), f"{wall} {prose(3, 100 + n)}") for n in range(2000)]
    pairs = candidate_pairs([fold_and_sketch(articles(docs), SETTINGS)])
    assert pairs.num_rows < 3 * 2000
    outcome = deduplicate(docs)
    assert len(outcome.kept()) == 1
