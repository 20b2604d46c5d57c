"""Languages are told by words, or by the script alone."""

import pytest

from tasks.clean.language import _identifier, detect, letters_unspaced


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


ENGLISH = "The council of the town said on Monday that it would repair the bridge over the river, and that the road stays open. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Council to repair bridge", "en"),
        ("The mayor resigned on Monday.", "en"),
        ("Der Bürgermeister ist am Montag zurückgetreten.", "de"),
        ("Le maire a démissionné lundi.", "fr"),
        ("El alcalde dimitió el lunes.", "es"),
        ("استقال رئيس البلدية يوم الاثنين.", "ar"),
        ("میئر نے پیر کے روز استعفیٰ دے دیا۔", "ur"),
        ("Мэр подал в отставку в понедельник.", "ru"),
        ("Мер подав у відставку в понеділок.", "uk"),
        ("महापौर ने सोमवार को इस्तीफा दे दिया।", "hi"),
        ("市长周一辞职。", "zh"),
        ("市長は月曜日に辞任した。", "ja"),
        ("Belediye başkanı pazartesi günü istifa etti.", "tr"),
    ],
)
def test_one_short_sentence_is_enough(text: str, language: str) -> None:
    assert detect(text, 1500)[0] == language


@pytest.mark.parametrize(
    "other", ["استقال رئيس البلدية يوم الاثنين.", "市长周一辞职。", "Le maire a démissionné lundi."]
)
def test_a_text_is_in_the_language_of_most_of_it(other: str) -> None:
    assert detect(ENGLISH + other, 1500)[0] == "en"
    assert detect(other + " " + ENGLISH, 1500)[0] == "en"
    assert detect(ENGLISH[:30] + other * 8, 1500)[0] != "en"


def test_every_language_has_two_letters() -> None:
    assert all(len(code) == 2 for code in _identifier().nb_classes)


def test_numbers_have_no_language() -> None:
    assert detect("12 34 56", 1500) == (None, None)


def test_unspaced_scripts_are_counted_by_letters() -> None:
    assert letters_unspaced("市議会は") == 4
    assert letters_unspaced("council") == 0
