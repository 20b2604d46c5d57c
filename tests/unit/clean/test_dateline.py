"""Datelines as they are printed, and what only looks like one."""

import pytest

from tasks.clean.dateline import read


@pytest.mark.parametrize(
    ("printed", "place", "country", "agencies"),
    [
        ("LAHORE:", "Lahore", "PK", ()),
        ("Minarpur de la Sierra (Mexico) (AFP) -", "Minarpur de la Sierra", "MX", ("AFP",)),
        ("Madrid, Spain | AFP |", "Madrid", "ES", ("AFP",)),
        ("Tehran, IRNA –", "Tehran", "IR", ("IRNA",)),
        ("KAMPALA, UGANDA – May 13, 2020.", "Kampala", "UG", ()),
        ("CORSICANA (October 14, 2014)", "Corsicana", "US", ()),
        ("CAIRO, March 5, 2024 /PRNewswire/ --", "Cairo", "EG", ()),
        ("DUBAI, United Arab Emirates--(BUSINESS WIRE)--", "Dubai", "AE", ()),
        ("Muscat -", "Muscat", "OM", ()),
        ("QUETTA, Feb 17 (APP):", "Quetta", "PK", ("APP",)),
        ("LONDON (Reuters) —", "London", "GB", ("Reuters",)),
        ("LONDON (Reuters) -", "London", "GB", ("Reuters",)),
        ("KABUL/PESHAWAR, Feb 5 –", "Kabul", "AF", ()),
        ("KABUL, Afghanistan (AP) _", "Kabul", "AF", ("AP",)),
        ("BEIJING, Oct. 11 (Xinhua) --", "Beijing", "CN", ("Xinhua",)),
        ("DAKAR, Senegal, Jul 25 2022 (IPS) -", "Dakar", "SN", ("IPS",)),
        ("CAIRO - 21 July 2022:", "Cairo", "EG", ()),
        ("SAN MATEO, Calif., March 2 -", "San Mateo", "US", ()),
        ("VANCOUVER, British Columbia, March 2 -", "Vancouver", "CA", ()),
        ("RIYADH —", "Riyadh", "SA", ()),
        ("TEHRAN—", "Tehran", "IR", ()),
        ("Srinagar-", "Srinagar", "IN", ()),
        ("UNITED NATIONS (AP) —", "United Nations", None, ("AP",)),
        ("TORGHAR:", "Torghar", None, ()),
        ("ZURICH, March 3 -", "Zurich", "CH", ()),
        ("SÃO PAULO —", "Sao Paulo", "BR", ()),
        ("ISLAMABAD:", "Islamabad", "PK", ()),
        ("WASHINGTON, D.C. March 3 -", "Washington", "US", ()),
        ("BETHESDA, Md., - March 4 -", "Bethesda", "US", ()),
        ("CHICAGO, March 4, -", "Chicago", "US", ()),
        ("ROME, March 13, Reuter -", "Rome", "IT", ("Reuters",)),
        ("COPENHAGEN, MARCH  23 -", "Copenhagen", "DK", ()),
        ("NPR —", None, None, ("NPR",)),
        ("(CNN) --", None, None, ("CNN",)),
        ("(Reuters) -", None, None, ("Reuters",)),
    ],
)
def test_a_dateline_is_read(printed: str, place: str | None, country: str | None, agencies: tuple[str, ...]) -> None:
    found = read(f"{printed} The council met on Monday.", is_lower_case=False, others_have_labels=False)
    assert found is not None
    end, dateline = found
    assert dateline.text == printed
    assert (dateline.place, dateline.country, dateline.agencies) == (place, country, agencies)
    assert f"{printed} The council"[end:] == "The council"


def test_a_dateline_in_small_letters_must_be_a_known_place() -> None:
    assert read("new delhi: the council met on monday", is_lower_case=True, others_have_labels=False) is not None
    assert read("question: the council met on monday", is_lower_case=True, others_have_labels=False) is None


def test_a_day_with_its_year_in_a_dateline_is_a_date() -> None:
    found = read("DAKAR, Jul 25 2022 (IPS) - The", is_lower_case=False, others_have_labels=False)
    assert found is not None
    assert str(found[1].dates[0].day) == "2022-07-25"


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The council met on Monday.",
        "WATCH: The council met",
        "FACT CHECK: The council met",
        "Question: why did it meet?",
        "Smith: I was not there.",
        "Name: Ashley",
        "A well-known case - the third this year - was heard.",
        "Monday - the council met",
        "(c) the bill allows it - so they say",
        "Moore: It is time to go.",
        "Bush: The council should vote",
        "Obama: The council should vote",
        "AP: The council met",
        "KFC: No more chicken in town",
        "RIVERSIDE PORT AID TO END JULY 1 - MINISTER",
        "ECONOMIC REVIEW - A NEW BRIDGE IN THE NORTH",
        "The council met on Monday - for the first time.",
        "",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert not text or read(text, is_lower_case=False, others_have_labels=False) is None


@pytest.mark.parametrize("text", ["LOS ANGELES, March 18 -The council", "SAO PAULO, MARCH 9 - THE FOLLOWING RAIN FELL"])
def test_a_day_shows_that_a_dateline_ends_there(text: str) -> None:
    found = read(text, is_lower_case=False, others_have_labels=False)
    assert found is not None
    assert text[found[0] :].upper().startswith("THE ")


def test_a_text_without_capitals_may_lack_the_space_behind_its_place() -> None:
    assert read("shimla:the council met", is_lower_case=True, others_have_labels=False) is not None
    assert read("Shimla:the council met", is_lower_case=False, others_have_labels=False) is None


def test_speakers_of_a_transcript_are_no_places() -> None:
    assert read("SMITHERS: I was not there.", is_lower_case=False, others_have_labels=True) is None
