"""Spellings of one name meet, names of two people do not."""

import pytest

from tasks.enrich.transliteration import is_misprint, name_words, skeleton_of, spelling_score

SAME = [
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Asif Ali Zardari", "Asif Ali Zerdari"),
    ("Zia ul Haq", "Ziaul Haq"),
    ("Fazlur Rehman", "Fazl-ur-Rahman"),
    ("Mohammed Javad Zarif", "Muhammad Jawad Zarif"),
    ("Abdel Fattah al-Sisi", "Abdul Fattah Sissi"),
    ("Hassan Rouhani", "Hasan Ruhani"),
    ("Nouri al-Maliki", "Nuri Maliki"),
    ("Ismail Haniyeh", "Ismail Haniya"),
    ("Gamal Abdallah", "Jamal Abdulla"),
    ("Cyril Osman", "Syril Uthman"),
    ("Massoud Tarnol", "Masood Tarnol"),
    ("Ayman al-Zawahiri", "Aiman al-Zawahri"),
    ("Riyad Tarnol", "Riad Tarnol"),
    ("Aminul Haque", "Aminul Haq"),
    ("Hasan Nasrullar", "Hassan Nasrullar"),
    ("Saif Nasrallah", "Saif Nasrullah"),
    ("Walid Junblatt", "Waleed Jumblat"),
    ("Kemal Kılıç", "Kemal Kilic"),
    ("Shehzad Tarnol", "Shahzad Tarnol"),
    ("Tzila Prabhakar", "Tsila Prabakar"),
    ("Nikita Khruschev", "Nikita Khrushchev"),
    ("Oleksandr Tarnol", "Alexander Tarnol"),
    ("Ratko Tarnolić", "Ratko Tarnolich"),
    ("Abdelmadjid Tarnol", "Abdelmajid Tarnol"),
    ("Yulia Tarnol", "Julia Tarnol"),
    ("Md Tarnol Khan", "Mohammed Tarnol Khan"),
]
DIFFERENT = [
    ("Ali Hasan", "Ali Husain"),
    ("Salman Khan", "Sulaiman Khan"),
    ("Karim Shah", "Karam Shah"),
    ("Martin Smith", "Martina Smith"),
    ("Jean Carter", "John Carter"),
    ("Shahbaz Sharif", "Nawaz Sharif"),
    ("Luke Kellan", "Lucy Kellan"),
    ("Bashar Tarnol", "Bashir Tarnol"),
    ("Rashid Tarnol", "Rashad Tarnol"),
    ("Kate Tarnol", "Kathy Tarnol"),
    ("Jun Tarnol", "John Tarnol"),
    ("Chris Dixon", "Chris Dickson"),
    ("Ehsan Tarnol", "Ahsan Tarnol"),
]


def joined(a: str, b: str) -> bool:
    own, other = name_words(a), name_words(b)
    return skeleton_of(own) == skeleton_of(other) and spelling_score(own, other, 0.8) > 0


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name_are_joined(a: str, b: str) -> None:
    assert joined(a, b)
    assert joined(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_names_of_two_people_are_not(a: str, b: str) -> None:
    assert not joined(a, b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("abu bajr tarnol", "abu bakr tarnol", True),
        ("manoj tarnoll", "manoj tarmoll", True),
        ("rahim tarnol", "rahib tarnol", False),  # short words of two names may be two names
        ("abu bakr tarnol", "abu bakr tarnol", False),
        ("abu bajr tarnil", "abu bakr tarnol", False),
        ("omar bakr tarnol", "abu bajr tarnol", False),
    ],
)
def test_one_wrong_letter_in_a_long_word_is_a_misprint(a: str, b: str, *, expected: bool) -> None:
    assert is_misprint(tuple(a.split()), tuple(b.split())) == expected
