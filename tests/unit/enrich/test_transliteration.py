"""Spellings of one name meet, names of two people do not."""

import pytest

from tasks.enrich.transliteration import skeleton, spelling_score

SAME = [
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Asif Ali Zardari", "Asif Ali Zerdari"),
    ("Zia ul Haq", "Ziaul Haq"),
    ("Fazlur Rehman", "Fazl-ur-Rahman"),
    ("Mohammed Javad Zarif", "Muhammad Jawad Zarif"),
    ("Abdel Fattah al-Sisi", "Abdul Fattah Sissi"),
    ("Hassan Rouhani", "Hasan Ruhani"),
    ("Nouri al-Maliki", "Nuri Maliki"),
]
DIFFERENT = [
    ("Ali Hasan", "Ali Husain"),
    ("Salman Khan", "Sulaiman Khan"),
    ("Karim Shah", "Karam Shah"),
    ("Martin Smith", "Martina Smith"),
    ("Jean Carter", "John Carter"),
    ("Shahbaz Sharif", "Nawaz Sharif"),
]


def joined(a: str, b: str) -> bool:
    return skeleton(a) == skeleton(b) and spelling_score(a, b, 0.8) > 0


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name_are_joined(a: str, b: str) -> None:
    assert joined(a, b)
    assert joined(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_names_of_two_people_are_not(a: str, b: str) -> None:
    assert not joined(a, b)
