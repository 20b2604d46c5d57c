"""Pages that are no articles, and articles that only speak of such things."""

from datetime import date

import pytest

from schemas.document import Document, RowFields
from tasks.clean import CleanSettings, clean_document

TODAY = date(2024, 3, 1)
STORY = " ".join(
    ["The council of the town will repair the old bridge before the summer ends, its spokeswoman said on Monday."] * 1
)
LONG_STORY = "\n\n".join(
    f"Paragraph {number} tells how the council of the town will repair the old bridge before the summer ends, and who pays."
    for number in (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "last",
    )
)


def reason(text: str, title: str | None = None) -> str | None:
    document = Document("a.csv", 0, "row", b"")
    return clean_document(document, RowFields(text, title=title), TODAY, CleanSettings()).reason


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("", None, "empty"),
        ("   \n ", "Council to repair bridge", "empty"),
        ("NA", "Council to repair bridge", "placeholder"),
        ("Blah blah blah.", None, "placeholder"),
        ("The bridge is shut.", "Council to repair bridge", "too_short"),
        ("To go on, please confirm that you are not a robot by ticking the box below.", None, "bot_wall"),
        ("Checking your browser before you reach riverside.example. Ray ID follows.", None, "bot_wall"),
        ("Please enable cookies on your web browser in order to continue to the site you want.", None, "cookie_wall"),
        (
            "We use cookies and so do our partners. With your consent we show personalised ads. See our privacy policy and "
            "that of third parties under the data protection law.",
            None,
            "cookie_wall",
        ),
        ("You need to enable JavaScript to run this application in your browser.", None, "javascript_wall"),
        (
            "The mill was sold. Subscribe to continue reading. Already a subscriber? Log in.",
            "Mill sold",
            "paywall_stub",
        ),
        ("404 Not Found. The page you requested is not here, so go back to where you came from.", None, "error_page"),
        (
            "In this short film she walks along the river. Video by Jane Doe, who has walked it many times since then.",
            "A walk",
            "video_page",
        ),
        (
            "Gas works and mills photographed over five years by a photographer from the coast who loves them.",
            "Mills – in pictures",
            "gallery",
        ),
        (
            "All that happened on the third day of talks in the capital, and what comes next for the valley people.",
            "Talks live: day three",
            "live_blog",
        ),
        (
            "Bridge opens\nLorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore "
            "et dolore magna aliqua.",
            None,
            "placeholder",
        ),
        (
            "This is placeholder text that will be replaced when the reporter who covers the harbour has filed her story today.",
            "Harbour",
            "placeholder",
        ),
        (
            "451: Unavailable due to legal reasons\nWe see that you come from a country whose law on data we do not follow, so "
            "that the site stays shut to you.",
            None,
            "error_page",
        ),
        (
            "Cookies here\nThis website uses cookies to give you the best experience.\nAccept all cookies",
            None,
            "cookie_wall",
        ),
        (
            "Old mill opens its doors - in pictures\nA miller sweeps the yard. Photograph: Jane Doe/AFP\nChildren by the wheel. "
            "Photograph: Jane Doe/AFP",
            None,
            "gallery",
        ),
        ("Live: old mill opens\nFollow live updates as the mill opens.", None, "live_blog"),
        ("Old mill: live updates\nThis live blog has now closed. The mill opened in the morning.", None, "live_blog"),
        (
            "\n".join(
                f"{who} asks for a new {what}"
                for who in ("Mayor", "Council", "School")
                for what in ("road", "mill", "well")
            ),
            None,
            "navigation",
        ),
        ("More From The Author", "Council to repair bridge", "boilerplate_body"),
        ("© 2024 riverside.example All rights reserved.", "Council to repair bridge", "boilerplate_body"),
        ("The council said that ..Read more", "Bridges Archives", "teaser"),
        (" ".join(["News Politics Sport Weather Opinion Business Travel Culture"] * 8), None, "navigation"),
        ("\n".join(f"00:00:0{n},000 --> 00:00:0{n},900\nand then we went" for n in range(6)), None, "unsupported"),
        ("\n".join("1.0832, 1.0831, 07/19/2015" for _ in range(30)), None, "unsupported"),
        (
            "Riverside brings decision makers news and insight from around the world, every day and at any hour of it.",
            "市議会は月曜日に古い橋の修理を決めた",
            "boilerplate_body",
        ),
    ],
)
def test_a_page_that_is_no_article_is_refused_by_name(text: str, title: str | None, expected: str) -> None:
    assert reason(text, title) == expected


@pytest.mark.parametrize(
    "text",
    [
        LONG_STORY + "\n\nThe site asks readers to enable cookies on your browser, which the council calls a nuisance.",
        LONG_STORY + "\n\nHe had to prove that he was not a robot: “You are not a robot”, the page said at last.",
        LONG_STORY + "\n\nReaders must subscribe to continue reading the paper, the council heard.",
        LONG_STORY + "\n\nThe page was not found for a week, and then the archive was.",
        "LAHORE: The dividend is six rupees a share this year.",
        "市議会は月曜日に川にかかる古い橋を夏の終わりまでに修理することを決めたと発表した。工事は来週始まり、費用は州が負担する。住民は歓迎している。",
    ],
)
def test_an_article_about_such_things_is_kept(text: str) -> None:
    assert reason(text) is None


def test_a_language_is_refused_only_when_asked_for() -> None:
    text = "Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss bis zum Ende des Sommers zu reparieren. "
    text += "Die Arbeiten beginnen nächste Woche und kosten zwei Millionen, sagte die Sprecherin nach einer Sitzung."
    document = Document("a.csv", 0, "row", b"")
    kept = clean_document(document, RowFields(text), TODAY, CleanSettings())
    assert (kept.reason, "not_english" in kept.flags) == (None, True)
    assert clean_document(document, RowFields(text), TODAY, CleanSettings(languages=("en",))).reason == "language"


ENGLISH = (
    "The council will repair the old bridge before the summer ends, its spokeswoman said after a meeting on Monday, and the "
    "road along the river stays open for people on foot."
)
GERMAN = (
    "Der Stadtrat will die alte Brücke bis zum Ende des Sommers reparieren, sagte die Sprecherin nach einer Sitzung am Montag, "
    "und die Straße am Fluss bleibt für alle offen, die zu Fuß gehen."
)
ARABIC = (
    "قال المجلس إنه سيصلح الجسر القديم قبل نهاية الصيف بحسب المتحدثة باسمه في المدينة بعد اجتماع يوم الاثنين وسيبقى الطريق "
    "على النهر مفتوحا للمشاة طوال الوقت."
)


@pytest.mark.parametrize(
    ("text", "languages", "is_kept"),
    [
        (ENGLISH, ("en",), True),
        (ENGLISH, ("de", "fr"), False),
        (GERMAN, ("en", "de"), True),
        (ARABIC, ("en",), False),
        (ENGLISH + " " + ARABIC[:60], ("en",), True),
        (ARABIC, (), True),
    ],
)
def test_only_the_languages_of_the_setting_are_kept(text: str, languages: tuple[str, ...], is_kept: bool) -> None:
    found = clean_document(Document("a", 0, "row", b""), RowFields(text), TODAY, CleanSettings(languages=languages))
    assert found.reason == (None if is_kept else "language")


def test_a_refused_document_shows_its_start_and_what_is_known_of_it() -> None:
    found = clean_document(
        Document("a.csv", 0, "row", b""),
        RowFields("NA", title="Bridge shut", date="2024-02-17", url="https://www.dawn.com/news/1"),
        TODAY,
        CleanSettings(),
    )
    assert (found.headline, found.publisher, found.domain, str(found.published_on)) == (
        "Bridge shut",
        "Dawn",
        "dawn.com",
        "2024-02-17",
    )
    assert found.raw_excerpt == "NA"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('<iframe src="/_Incapsula_Resource?id=1"></iframe>', "bot_wall"),
        ('<script src="https://example.org/captcha.js"></script>', "bot_wall"),
        ('<script src="https://example.org/app.js"></script>', "javascript_wall"),
        ("<p> </p>", "empty"),
    ],
)
def test_a_page_without_text_is_told_by_what_it_loads(body: str, reason: str) -> None:
    page = f"<html><head></head><body>{body}</body></html>".encode()
    found = clean_document(Document("a.html", None, "html", page), None, date(2024, 3, 1), CleanSettings())
    assert found.reason == reason
