"""Pages of more traditions: heads with several lines between headline and story, feet with lists, and text taken from print."""

from dataclasses import dataclass
from datetime import date

import pytest

from schemas.document import Document, RowFields
from tasks.clean import Cleaned, CleanSettings, clean_document

DAY = date(2026, 11, 20)
HEADLINE = "Odobari begins repair of flooded road"
FIRST = (
    "The Odobari council on Monday began the repair of the road to the harbour, which has been closed to lorries since "
    "the floods of last year, officials said."
)
SECOND = (
    "The commissioner for works said that the contractor had been paid 40 per cent of the sum and would return in May."
)
THIRD = "Traders who met him on the bridge said that they had heard such promises before."
STORY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


@dataclass(frozen=True)
class Head:
    """What stands above the story, and what is read of it."""

    text: str
    day: date | None = None
    byline: tuple[str, ...] = ()
    place: str | None = None
    agencies: tuple[str, ...] = ()


HEADS = {
    "a Kenyan daily with a summary and its owner's name": Head(
        f"NATIONAL\n\n{HEADLINE}\n\nWhat you need to know:\n\n- The road was closed in April.\n- Traders lost millions.\n\n"
        "By Mercy Wanjiru\n\nHarbour Media Group\n\nTuesday, March 12, 2024\n\n",
        date(2024, 3, 12), ("Mercy Wanjiru",),
    ),
    "a Nigerian page that asks to share": Head(
        f"{HEADLINE}\n\nBy Chinedu Okafor\nPublished: 12th March 2024 4:15 am\n\nKindly share this post\n\n",
        date(2024, 3, 12), ("Chinedu Okafor",),
    ),
    "a Nigerian page with its path and section": Head(
        f"Home » News » {HEADLINE}\n\n{HEADLINE}\n\nOn March 12, 2024 4:15 am\nIn News\nBy Chinedu Okafor\n\n",
        date(2024, 3, 12), ("Chinedu Okafor",),
    ),
    "a Philippine daily with the reporter's role and account": Head(
        f"{HEADLINE}\nBy: Jose Santos - Reporter / @jsantosXYZ\nPhilippine Daily Inquirer / 05:30 AM March 12, 2024\n\n"
        "ILOILO CITY—",
        date(2024, 3, 12), ("Jose Santos",), "Iloilo City",
    ),
    "an Indonesian daily with the place beside the day": Head(
        f"{HEADLINE}\n\nThe Jakarta Post\nJakarta   ●   Tue, March 12, 2024\n\n", date(2024, 3, 12)
    ),
    "a Turkish agency with the day twice": Head(
        f"{HEADLINE}\n\nRoad was closed since floods\n\nBurak Yilmaz   |22.03.2024 - Update : 22.03.2024\n\nANKARA\n\n",
        date(2024, 3, 22), ("Burak Yilmaz",), "Ankara",
    ),
    "a Russian site with the day above and a deck below the headline": Head(
        f"12 Mar, 2024 10:14\n\n{HEADLINE}\n\nThe state will pay for it in full, the commissioner says\n\n"
        "© Vestnik / Ivan Petrov\n\n",
        date(2024, 3, 12),
    ),
    "a Russian agency without a year": Head(
        f"12 MAR, 10:14\n\n{HEADLINE}\n\nMOSCOW, March 12. /TASS/. ", place="Moscow", agencies=("TASS",)
    ),
    "an Israeli daily whose credit stands below its caption": Head(
        f"{HEADLINE}\n\nBy TOVAH LEVI\nPublished: MARCH 12, 2024 18:32\n\nWorkers clear mud from the road.\n"
        "(photo credit: YOSSI BENDAVID/PHOTO90)\n\n",
        date(2024, 3, 12), ("TOVAH LEVI",),
    ),
    "a blog": Head(f"{HEADLINE}\n\nPosted on March 12, 2024 by admin\n\n", date(2024, 3, 12)),
    "a blog with its name and its comments": Head(
        f"Skip to content\nThe Odobari Gazette\n{HEADLINE}\nMarch 12, 2024 / Jane Okoro / 4 Comments\n",
        date(2024, 3, 12), ("Jane Okoro",),
    ),
    "an Indian page with its agency beside the day": Head(
        f"{HEADLINE}\n\nPTI | Mar 12, 2024, 10:14 AM IST\n\nNEW DELHI: ", date(2024, 3, 12), (), "New Delhi", ("PTI",)
    ),
    "a British page with the author's role below the name": Head(
        f"{HEADLINE}\n\nPublished\n12 March 2024\n\nBy Jane Okoro\nOdobari Correspondent, City News\n\n",
        date(2024, 3, 12), ("Jane Okoro",),
    ),
    "a Spanish daily's English page with the author in capitals and a place": Head(
        f"{HEADLINE}\nJANE OKORO | Madrid\n12 MAR 2024 - 10:14 CET\n", date(2024, 3, 12), ("JANE OKORO",)
    ),
}  # fmt: skip
FEET = {
    "tags": "Topics mentioned in this article\nOdobari\nHarbour roads",
    "keywords": "KEYWORDS\nroads floods odobari",
    "other stories above the site's foot": "Further Reading\nTraders demand compensation\nTwo dead in ferry\n© 2024 The Gazette",
    "buttons of a blog": "Share this:\nClick to share on Twitter (Opens in new window)\nLike this:\nLike Loading...",
    "where a blog keeps the post": "Posted in News | Tagged floods, roads | Leave a comment",
    "an Indonesian agency's credits": "Reporter: Dewi, Budi\nEditor: Rahmad Nasution\nCopyright © ANTARA 2024",
    "whom to ask": "To contact the reporter on this story: Jane Okoro in Odobari at jokoro@gazette.example",
    "a company": "SOURCE Odobari Works Company",
    "a document": "Contract for the harbour road by Jane Okoro on Scribd",
    "thanks": "(H/T: Harbour Watch)",
    "an account": "Twitter: janeokoro",
    "another language": "Baca juga: Pemerintah perbaiki jalan rusak",
}


def clean(text: str, fields: RowFields | None = None) -> Cleaned:
    document = Document("page.txt", None, "row" if fields else "text", text.encode())
    return clean_document(document, fields, DAY, CleanSettings())


@pytest.mark.parametrize("name", HEADS)
def test_the_headline_is_found_above_several_lines_of_credits(name: str) -> None:
    head = HEADS[name]
    found = clean(head.text + STORY)
    assert (found.headline, found.published_on, found.byline) == (HEADLINE, head.day, head.byline)
    assert (found.dateline_place, found.agencies) == (head.place, head.agencies)
    assert found.body == STORY


@pytest.mark.parametrize("name", FEET)
def test_nothing_below_the_story_is_left(name: str) -> None:
    assert clean(f"{HEADLINE}\nBy Jane Okoro\n{STORY}\n{FEET[name]}").body == STORY


def test_an_authors_name_behind_the_last_sentence_is_no_part_of_it() -> None:
    found = clean("", RowFields(f"{FIRST}\n\n{SECOND}\n\n{THIRD} Jane Okoro", title=HEADLINE, author="Jane Okoro"))
    assert found.body == STORY
    assert "text_truncated" not in found.flags


def test_a_word_that_print_breaks_at_the_end_of_a_line_is_read_without_a_space() -> None:
    text = (
        "The Odobari council on Monday began the repair of the road to\nthe old harbour. All the work will be done by a con-\n"
        "tractor from the capital, and the lorries of the large mill\nmay use it from the first of May at the latest, as the\n"
        "commissioner for works told the traders of the town when he\nmet them on the bridge."
    )
    body = clean(f"{HEADLINE}\n\nBy Jane Okoro\n\n{text}").body or ""
    assert "by a con-tractor from the capital" in body
    assert "mill may use it" in body


def test_the_running_head_of_a_printed_page_is_no_headline() -> None:
    found = clean(f"THE ODOBARI GAZETTE                  Page 3\n\n{HEADLINE}\n\nBy Jane Okoro\n\n{STORY}")
    assert found.headline == HEADLINE


@pytest.mark.parametrize(
    ("title", "source", "url", "headline"),
    [
        (f"{HEADLINE} - Harbour Post", "harbourpost.example", None, HEADLINE),
        (f"{HEADLINE} | Harbour Post – all the news of the coast", None, "https://www.harbourpost.example/a", HEADLINE),
        (f"{HEADLINE} : HPR", "HPR", None, HEADLINE),
        (f"{HEADLINE} - mayor", "Harbour Post", None, f"{HEADLINE} - mayor"),
        ("Opinion - Harbour Post", "Harbour Post", None, "Opinion - Harbour Post"),  # a section's name is left as it is
    ],
)
def test_the_sites_name_behind_a_title_is_no_part_of_the_headline(
    title: str, source: str | None, url: str | None, headline: str
) -> None:
    assert clean("", RowFields(STORY, title=title, source=source, url=url)).headline == headline


def test_a_site_that_names_itself_as_the_author_is_none() -> None:
    assert clean("", RowFields(STORY, title=HEADLINE, source="Harbour Post", author="Harbour Post")).byline == ()
    assert clean("", RowFields(STORY, title=HEADLINE, author="Condé Nast, Jane Okoro")).byline == ("Jane Okoro",)


def test_a_line_above_the_button_read_more_is_another_story() -> None:
    found = clean(f"{HEADLINE}\nBy Jane Okoro\n{FIRST}\nTwo dead in ferry fire\nRead more\n{SECOND}\n{THIRD}")
    assert found.body == STORY


def test_a_page_that_says_it_was_not_found_is_an_error() -> None:
    head = "<head><title>Page Not Found - Harbour Post</title></head>"
    page = f"<html>{head}<body><p>404 Errors</p><p>Use the search.</p></body></html>"
    found = clean_document(Document("page.html", None, "html", page.encode()), None, DAY, CleanSettings())
    assert found.reason == "error_page"


def test_a_day_that_opens_a_sentence_is_no_date_of_publication() -> None:
    found = clean(f"{HEADLINE}\n2024-03-12\n{HEADLINE}\nOn Dec. 3, 1986, Mayor Jane Okoro opened the road.\n{STORY}")
    assert found.published_on == date(2024, 3, 12)
    assert (found.lead or "").startswith("On Dec. 3, 1986, Mayor")
