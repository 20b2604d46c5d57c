"""Languages are told by words, or by the script alone."""

import pytest

from tasks.clean.language import detect, letters_unspaced


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council of the town said on Monday that it would repair the bridge over the river. " * 4, "en"),
        ("Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss zu reparieren. " * 4, "de"),
        ("市議会は月曜日に川にかかる古い橋を修理することを決めたと発表した。", "ja"),
        ("שר התחבורה הודיע ביום שני כי הגשר הישן יתוקן לפני סוף הקיץ.", "he"),
        ("قرر مجلس المدينة يوم الاثنين إصلاح الجسر القديم فوق النهر قبل نهاية الصيف.", "ar"),
    ],
)
def test_a_language_is_told(text: str, language: str) -> None:
    assert detect(text, 1500)[0] == language


def test_numbers_have_no_language() -> None:
    assert detect("12 34 56", 1500) == (None, None)


def test_unspaced_scripts_are_counted_by_letters() -> None:
    assert letters_unspaced("市議会は") == 4
    assert letters_unspaced("council") == 0
