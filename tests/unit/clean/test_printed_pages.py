"""Whole documents as people copy and programs scrape them from sites of many traditions: what is read, and what is left as body."""

from dataclasses import dataclass
from datetime import date

import pytest

from schemas.document import Document
from tasks.clean import Cleaned, CleanSettings, clean_document

DAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Case:
    """A text, and what has to be read of it; `lead` is how its first paragraph begins."""

    text: str
    headline: str | None
    day: date | None
    byline: tuple[str, ...]
    place: str | None
    lead: str
    n_paragraphs: int


CASES = {
    "an Indian city page with buttons between date and dateline": Case(
        """Bengaluru: Lake bund breaches, 40 families shifted
TNN | Mar 4, 2024, 06:12 IST
Share
Small
Medium
Large
Follow us

BENGALURU: At least 40 families living along the Hoskere lake bund were shifted to a school building on Sunday night.

The breach was noticed around 9.30pm by residents who had gathered for a temple festival.

Also Read: Rain brings the ring road to a halt

You can also read: How the city lost its lakes
End of Article""",
        "Bengaluru: Lake bund breaches, 40 families shifted", date(2024, 3, 4), (), "Bengaluru", "At least 40 families", 2,
    ),
    "a Gulf daily that names its desk with a place and lists other stories": Case(
        """UAE: New bus routes announced for Sharjah from April 1
Staff Reporter /Sharjah
Filed on March 14, 2024 | Last updated on March 14, 2024 at 09.55 pm

The Sharjah transport authority on Thursday announced four new bus routes to the university city.

The routes will operate from 5.30am till midnight, at a frequency of 15 minutes during peak hours.

ALSO READ:
Free parking hours announced for Ramadan
Dubai: Metro timings extended

Fares will remain at Dh8 for card holders and Dh10 for others, he added.""",
        "UAE: New bus routes announced for Sharjah from April 1", date(2024, 3, 14), ("Staff Reporter",), None,
        "The Sharjah transport authority", 3,
    ),
    "an Israeli site with a standfirst above its author": Case(
        """Police arrest two over arson at Haifa cafe
Suspects, both in their 20s, remanded until Sunday; owner says damage runs to NIS 400,000
By Dana Levi-Roth
Today, 3:47 pm

Listen to this article
2 min

Police said Wednesday they had arrested two men on suspicion of setting fire to a seafront cafe in Haifa last week.

Get The Daily Edition by email and never miss our top stories
By signing up, you agree to the terms

"I lost fifteen years of work in one night," the owner, Samir Khoury, told Army Radio.""",
        "Police arrest two over arson at Haifa cafe", None, ("Dana Levi-Roth",), None, "Police said Wednesday", 2,
    ),
    "a Turkish daily with its place alone above the headline": Case(
        """ANKARA
Ministers of two countries discuss water, trade in Ankara
DAILY NEWS WITH WIRES
Feb 29, 2024 - 4:23 pm GMT+3
The minister (R) shakes hands with his counterpart in Ankara, Feb. 29, 2024. (AA Photo)

The two countries agreed on Thursday to set up a joint committee on the sharing of the waters of the Tigris.

The committee will meet for the first time in Baghdad in May, they said, with engineers in attendance.""",
        "Ministers of two countries discuss water, trade in Ankara", date(2024, 2, 29), ("DAILY NEWS WITH WIRES",), "Ankara",
        "The two countries agreed", 2,
    ),
    "a Pakistani paper that prints its desk and two days on one line": Case(
        """Peshawar High Court grants bail to former MPA in land case
Bureau Report Published March 6, 2024 Updated March 6, 2024 10:11am

PESHAWAR: A bench of the Peshawar High Court on Tuesday granted bail to a former member of the provincial assembly.

The bench ordered the petitioner to furnish two sureties of Rs1 million each to the satisfaction of the trial court.

Published in Dawn, March 6th, 2024""",
        "Peshawar High Court grants bail to former MPA in land case", date(2024, 3, 6), ("Bureau Report",), "Peshawar",
        "A bench of the Peshawar", 2,
    ),
    "an opinion piece with its author above the day and a note below": Case(
        """Why the river pact will not hold
Farah Siddiqui
March 8, 2024
0 Comments
3 min read

The agreement signed last week between the four provinces has been called historic, and in one sense it is.

But a pact that has no referee is no more than a promise, and the record of such promises is poor.

Farah Siddiqui is a graduate student of water law in Lahore.
Twitter: @farahs_example""",
        "Why the river pact will not hold", date(2024, 3, 8), ("Farah Siddiqui",), None, "The agreement signed", 2,
    ),
    "a wire story with its slug and notes to editors": Case(
        """AM-HARBOUR-FIRE (TOP, GRAF NEW 3-5)
EDS: EMBARGOED until 1800 GMT
Blast at harbour depot kills six
BEIRUT, March 2 (Reuters) - An explosion at a fuel depot in the harbour of Tripoli killed at least six people on Saturday.

Firefighters were still battling the blaze three hours after the blast, a witness said.

(Reporting by Laila Haddad; Editing by Sam Roe)
((laila.haddad@post.example; +961 1 555 0100))""",
        "Blast at harbour depot kills six", None, ("Laila Haddad",), "Beirut", "An explosion at a fuel depot", 2,
    ),
    "a press release": Case(
        """FOR IMMEDIATE RELEASE
Acme Solar to build plant in Benban
CAIRO, March 5, 2024 /PRNewswire/ -- Acme Solar Holdings today announced that it has signed an agreement for a plant.

"This is our third project in Egypt and our largest," said chief executive Omar Farid.""",
        "Acme Solar to build plant in Benban", date(2024, 3, 5), (), "Cairo", "Acme Solar Holdings today", 2,
    ),
    "a page for mobile phones with its masthead above the headline": Case(
        """Skip to content
The Hilltown Gazette
Menu
Fire destroys timber yard on Quay Street
16 Feb 2024, 08:14
by Peter Hale Senior Reporter
Share on WhatsApp
View 3 Images
The yard on Friday morning (Image: Hilltown Gazette)

A fire destroyed a timber yard on Quay Street in the early hours of Friday, with sixty firefighters called to the scene.

Join our dedicated WhatsApp group for breaking news straight to your phone. Click here to join.

Police are treating the fire as unexplained.""",
        "Fire destroys timber yard on Quay Street", date(2024, 2, 16), ("Peter Hale",), None, "A fire destroyed", 2,
    ),
    "an article behind a box that asks for consent": Case(
        """We value your privacy
We and our partners store and/or access information on a device, such as cookies and process personal data for content.
Accept all
Manage options

Tribal elders broker ceasefire in Kurram
AFP
Published February 10, 2024

PARACHINAR: Elders of two rival tribes in the Kurram district agreed on Saturday to a ceasefire after four days of clashes.

The road was reopened under escort, and lorries with flour and medicine reached the town by the evening.""",
        "Tribal elders broker ceasefire in Kurram", date(2024, 2, 10), (), "Parachinar", "Elders of two rival tribes", 2,
    ),
    "a trade paper with clock, day and author on one line": Case(
        """Streaming Service Orders Second Season of 'Harbor Lights'
5:45 AM PST 11/19/2019 by Jane Doe

The streaming service has ordered a second season of the family drama, which will go into production next spring.

Created by Sam Roe, the series follows a shipping clerk who inherits a shipyard from an uncle she has never met.""",
        "Streaming Service Orders Second Season of 'Harbor Lights'", date(2019, 11, 19), ("Jane Doe",), None,
        "The streaming service", 2,
    ),
    "an interview that opens with words of its guest": Case(
        """‘We had two hours to leave’: a nurse on the last convoy out of the valley
Interview by Nadia Osman

Amna Idris, 34, worked in the surgical ward of the teaching hospital until December.

When did you understand that you had to go?

When the generator was taken. Without it we could not operate, and people knew that.""",
        "‘We had two hours to leave’: a nurse on the last convoy out of the valley", None, ("Nadia Osman",), None,
        "Amna Idris", 3,
    ),
    "a Chinese agency's page": Case(
        """Desert railway links old caravan towns
Source: Xinhua| 2024-03-05 14:22:31|Editor: huaxia

URUMQI, March 5 (Xinhua) -- A new railway along the southern rim of the desert carried its first freight train on Tuesday.

The line of 825 km took four years to build, and shrubs were planted along it to keep the tracks free of sand.

Enditem""",
        "Desert railway links old caravan towns", date(2024, 3, 5), (), "Urumqi", "A new railway", 2,
    ),
}  # fmt: skip


def clean(text: str) -> Cleaned:
    return clean_document(Document("page.txt", None, "text", text.encode()), None, DAY, CleanSettings())


@pytest.mark.parametrize("name", CASES)
def test_the_story_is_found_on_a_printed_page(name: str) -> None:
    case = CASES[name]
    found = clean(case.text)
    assert (found.headline, found.published_on, found.byline) == (case.headline, case.day, case.byline)
    assert found.dateline_place == case.place
    assert (found.lead or "").startswith(case.lead)
    assert found.n_paragraphs == case.n_paragraphs
    assert found.ledger_covers_source


STORY = "\n".join(f"The council met for the {count} time and spoke about the old bridge at length." for count in "abc")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The mayor is said to have promised a new bridge within the year", "kicker"),  # a standfirst
        ("The mayor is said to have promised a new bridge within the year.", None),
        ("Bridge to be repaired", None),  # too short: a crosshead
    ],
)
def test_a_first_line_without_an_end_mark_is_no_lead(line: str, kind: str | None) -> None:
    found = clean(f"{line}\n{STORY}")
    assert next((kind for kind, *_ in found.removed), None) == kind


def test_the_lines_of_a_transcript_above_a_speaker_named_like_a_town_stay() -> None:
    text = (
        "Old bridge at the heart of a debate\nIn an interview on Monday the mayor was asked about the bridge.\n"
        "MATTHEWS: Do you believe that the bridge should be closed to all of the lorries of the mill from now on?\n"
        "MAYOR: I believe that there has to be some form of a limit, and that the council has to set it this year."
    )
    assert "In an interview on Monday the mayor was asked about the bridge." in (clean(text).body or "")


def test_the_address_that_a_scraper_glued_before_the_text_is_read() -> None:
    found = clean(
        f"https://www.taipeitimes.com/News/taiwan/archives/2022/07/17/2003781903Police searched the house.\n{STORY}"
    )
    assert (found.lead, found.publisher) == ("Police searched the house.", "Taipei Times")
    assert found.published_on == date(2022, 7, 17)


def test_a_post_is_removed_with_the_words_above_its_signature() -> None:
    post = "The bridge is open again! https://t.co/abcd123\n— Town of Minarpur (@minarpur) May 13, 2019\n"
    assert "open again" not in (clean(f"{STORY}\n{post}{STORY.replace('bridge', 'mill')}").body or "")


def test_a_note_on_a_known_author_is_no_paragraph() -> None:
    found = clean(
        f"Council to repair the old bridge\nBy Jane Doe\n{STORY}\nJane Doe is a graduate student in Minarpur."
    )
    assert "graduate" not in (found.body or "")
    found = clean(f"Council to repair the old bridge\nBy Jane Doe\n{STORY}\nSam Roe is a graduate student in Minarpur.")
    assert "graduate" in (found.body or "")


def test_an_author_whom_only_a_disclaimer_names_is_read() -> None:
    note = "Clara Example is a radio host. The opinions expressed in this commentary are hers."
    found = clean(f"Council to repair the old bridge\n{note}\nClara Example\n{STORY}")
    assert found.byline == ("Clara Example",)
    assert "Clara Example" not in (found.body or "")
