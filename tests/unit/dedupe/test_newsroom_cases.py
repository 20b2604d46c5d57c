"""What newsrooms do to a text, on prose of our own: updates, other leads, series, lists, scripts without Latin letters."""

from datetime import date

import pytest

from tests.unit.dedupe.conftest import Doc, deduplicate

MONDAY, TUESDAY, NEXT_WEEK = date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 13)
REST = (
    "The bus was on its way from Rawal Ferry to the hill town of Sehri when it left the road at a sharp bend after dawn. "
    "Rescue workers said they had to use ropes to reach the wreck, which lay far below the road beside a stream in flood. "
    "Most of those on board were labourers who were returning home for a wedding, said a shopkeeper who saw the bus leave. "
    "The injured were taken to the hospital in Sehri, where an emergency was declared and doctors were called from leave. "
    "Accidents are common on the mountain roads of the district, where barriers are missing and buses are overloaded. "
    "Last autumn a jeep fell into the same gorge after its brakes failed."
)
MOURNING = (
    "Dozens of families were in mourning in the hills on Monday night after one of the worst accidents of the year. "
)
RESCUERS = (
    "Rescuers worked through Monday in driving rain to reach the victims of a bus crash near Sehri, officials and witnesses "
    "said, in an accident that has renewed calls for barriers along the mountain road. "
)
ITEMS = [
    "The rose garden behind the fort, where a guide will tell you of the queen who planted it.",
    "The book market by the river, open until midnight in summer and full of old maps.",
    "The tea house at the clock tower, where the cups are never empty and nobody hurries.",
    "The weavers street, where looms can be heard through every open window from early morning.",
    "The roof of the customs house, which has the best view of the harbour at sunset.",
    "The quiet courtyard of the old school of music, with its fountain and its orange trees.",
]
URDU = (
    "ضلعی انتظامیہ کے مطابق پیر کی صبح ایک مسافر بس گہری کھائی میں جا گری جس کے نتیجے میں کم از کم بارہ افراد زخمی ہو گئے۔ "
    "امدادی کارکنوں کا کہنا ہے کہ انہیں ملبے تک پہنچنے کے لیے رسیوں کا سہارا لینا پڑا۔ "
    "زخمیوں کو قریبی ہسپتال منتقل کر دیا گیا جہاں ہنگامی حالت نافذ کر دی گئی ہے۔"
)


def crash(killed: str, injured: str) -> str:
    """Return the report of one accident with its toll."""
    return (
        f"A bus plunged into a gorge on Monday, killing at least {killed} people and injuring {injured} others. {REST}"
    )


def listed(items: list[str]) -> str:
    """Return a list of places under a standing introduction."""
    places = " ".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    return f"Summer is here, and we asked our readers for the places they love best in the old city. {places}"


def forecast(figures: list[tuple[int, int, int]]) -> str:
    """Return a forecast in which no five words stand without a number."""
    towns = zip(["Sehri", "Rawal Ferry", "Band Mill", "Minarpur", "Port Sadaf"], figures, strict=True)
    lines = (
        f"In {town} the highest will be {h} degrees, the lowest {n}, humidity {u} percent." for town, (h, n, u) in towns
    )
    return (
        "The weather office has forecast partly cloudy skies over the province for the next day with light winds from the "
        f"south west. {' '.join(lines)} Farmers are advised to complete their spraying before noon and fishermen may go to "
        "sea as usual in all waters off the coast until the evening of the day after."
    )


DRY = forecast([(31, 19, 40), (28, 15, 51), (36, 24, 33), (39, 27, 22), (33, 28, 71)])
WET = forecast([(29, 17, 62), (25, 13, 77), (35, 22, 49), (37, 26, 38), (32, 26, 84)])
BUS = "Bus plunges into gorge near Sehri"
CASES = [
    (
        "an outlet's update with a higher toll displaces the first report",
        [
            Doc("a", crash("12", "20"), BUS, MONDAY, publisher="Gazette"),
            Doc("b", crash("17", "23"), BUS, TUESDAY, publisher="Gazette"),
        ],
        [("a", "b", "revision", True)],
    ),
    (
        "a toll in words and in digits",
        [Doc("a", crash("twelve", "twenty"), BUS, MONDAY), Doc("b", crash("12", "20"), "Bus falls", TUESDAY)],
        [("b", "a", "near", True)],
    ),
    (
        "agency copy of which one outlet cut the lead, and another wrote a lead of its own",
        [
            Doc("a", MOURNING + crash("12", "20"), "Twelve die in bus plunge", MONDAY, publisher="Gazette"),
            Doc("b", MOURNING + REST, "Hills in mourning after crash", TUESDAY, publisher="Herald"),
            Doc("c", RESCUERS + REST, "Calls for barriers after crash", TUESDAY, publisher="Courier"),
        ],
        [("b", "a", "near", True), ("c", "a", "near", False)],
    ),
    (
        "a list cut to its first places",
        [Doc("a", listed(ITEMS), "Six places", MONDAY), Doc("b", listed(ITEMS[:3]), "Three places", NEXT_WEEK)],
        [("b", "a", "contained", True)],
    ),
    (
        "two lists under one introduction",
        [Doc("a", listed(ITEMS[:3]), "Three places", MONDAY), Doc("b", listed(ITEMS[3:]), "More places", NEXT_WEEK)],
        [],
    ),
    (
        "a forecast of the next day under the same headline, its words between numbers all the same",
        [
            Doc("a", DRY, "Partly cloudy skies forecast", MONDAY, publisher="Gazette"),
            Doc("b", WET, "Partly cloudy skies forecast", TUESDAY, publisher="Gazette"),
        ],
        [("b", "a", "same_headline", False)],
    ),
    (
        "the day's developments and the next day's",
        [
            Doc("a", listed(ITEMS), "Flood in the Sehri valley: Monday's developments", MONDAY, publisher="Gazette"),
            Doc("b", REST, "Flood in the Sehri valley: Sunday's developments", TUESDAY, publisher="Gazette"),
        ],
        [],
    ),
    (
        "an Urdu copy with another ending",
        [Doc("a", URDU, None, MONDAY), Doc("b", URDU.replace("دی گئی ہے", "دی گئی"), None, TUESDAY)],
        [("b", "a", "near", True)],
    ),
]


@pytest.mark.parametrize(("docs", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_newsroom_cases(docs: list[Doc], expected: list[tuple[str, str, str, bool]]) -> None:
    assert deduplicate(docs).rows() == expected
