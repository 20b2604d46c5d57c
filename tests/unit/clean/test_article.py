"""Whole documents: the layouts in which scraped news comes."""

from datetime import date

import pytest

from schemas.document import Document, RowFields
from tasks.clean import Cleaned, CleanSettings, clean_document

TODAY = date(2024, 3, 1)
HEADLINE = "Council to repair old bridge before summer ends"
FIRST = "The council of the town will repair the old bridge before the summer ends, its spokeswoman said on Monday."
SECOND = "Work begins next week and costs two million rupees, most of it paid by the province, she told reporters here."
BODY = f"{FIRST}\n\n{SECOND}"


def clean(text: str, fields: RowFields | None = None) -> Cleaned:
    document = Document("a", 0, "row", b"") if fields else Document("a", None, "text", text.encode())
    return clean_document(document, fields, TODAY, CleanSettings())


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n2024-02-17 06:05:09\n{HEADLINE}\n\n{BODY}",
        f"{HEADLINE}\n\n{HEADLINE}\n\n{BODY}",
        f"{HEADLINE}\n\n2024-02-17\n{HEADLINE}\n\nSat Feb 17 2024 {HEADLINE}. {BODY}",
        f"{HEADLINE}\n{HEADLINE} - The Riverside Post\n\n17 Feb 2024 | 6:05 AM PKT\n\n{BODY}",
        f"{HEADLINE}\nBy Jane Doe\n17 Feb 2024\n\n{BODY}",
        f"{HEADLINE}\n\nPublished: Feb 17, 2024 06:05am\n\n{HEADLINE.upper()}\n\n2 hours ago\n\n{BODY}",
        f"date 2024-02-17 {HEADLINE}\n\n{HEADLINE}\n\n{BODY}",
        f"{HEADLINE}\n\n{HEADLINE}\n\nLAHORE: {BODY}\n\nPublished in Dawn, February 17th, 2024",
        f"{HEADLINE}\n\n{HEADLINE}\n\nThe mayor and a guest at the opening. — AFP/File {BODY}\n\nRead more: Other news",
    ],
)
def test_headline_and_body_are_found_in_every_layout(text: str) -> None:
    found = clean(text)
    assert found.reason is None
    assert found.headline == HEADLINE
    assert found.body == BODY
    assert found.lead == FIRST
    assert found.ledger_covers_source
    assert "2024" not in text or str(found.published_on) == "2024-02-17"


DATED_COPIES = [
    ("date 2024-02-17 {0}\n{0}\n\n", HEADLINE, 2),
    (" date 2024-02-17 {0}\n{0}\n\n", HEADLINE, 2),
    ("date 2024-02-17{0}\n\n{0}\n\n", HEADLINE, 2),
    ("Date: 2024-02-17 {0}\n\n2024-02-17 06:05:09\n\n{0}\n\n", HEADLINE, 2),
    ("2024-02-17 {0}\n2024-02-17 06:05:09\n{0}\n\n{0}\n\n", HEADLINE, 3),
    ("date 2024-02-17 {0}\n\nBy Jane Doe\n\nPakistan\n\n{0}\n\n", HEADLINE, 2),
    ("date 2024-02-17 {0}\n\nThe mayor at the bridge. — AFP/File\n\n{0}\n\n", HEADLINE, 2),
    ("date 2024-02-17 {0}\n\n{0} ", HEADLINE, 2),
    ("date 2024-02-17 {0}\ndate 2024-02-17 {0}\n\n", HEADLINE, 2),
    ("date\n2024-02-17\n{0}\n{0}\n\n", HEADLINE, 2),
    ("date 2024-02-17 {0}\n{0}\n\n", "Bridge falls", 2),
    ("date 2024-02-17 {0}\n{0}\n\n", "Monday strike shuts bridge", 2),
    ("date 2024-02-17 {0}\n{0}\n\n", "Time to repair the bridge", 2),
    ("date 2024-02-17 {0}\n{0}\n\n", "Updated plan for the bridge", 2),
    ("date 2024-02-17 {0}\n{0}\n\n", "May 9 crowd at bridge: six freed", 2),
    ("date 2024-02-17 {0}\n{0}\n\n", "7pm curfew in river town", 2),
    ("date 2024-02-17 {0}\n{0}\n\n", "9/11/2001 remembered at bridge", 2),
    ("date 2024-02-17{0}\n{0}\n\n", "20 hurt as old bridge falls", 2),
    ("2024-02-17 {0}\n{0}\n\n", "mayor to repair old bridge", 2),
]


@pytest.mark.parametrize(("head", "headline", "n_copies"), DATED_COPIES)
def test_a_headline_behind_a_date_is_known_by_its_copy(head: str, headline: str, n_copies: int) -> None:
    found = clean(f"{head.format(headline)}LAHORE: {BODY}")
    assert (found.headline, found.headline_source) == (headline, "repeated_line")
    assert found.n_headline_copies == n_copies
    assert "duplicate_headline" in found.flags
    assert [kind for kind, *_ in found.removed if "headline" in kind] == ["headline_line"] + ["duplicate_headline"] * (
        n_copies - 1
    )
    assert str(found.published_on) == "2024-02-17"
    assert (found.dateline, found.body) == ("LAHORE:", BODY)


@pytest.mark.parametrize(
    ("line", "caption", "dateline"),
    [
        ("LAHORE: ", None, "LAHORE:"),
        ("QUETTA, Feb 17 (APP): ", None, "QUETTA, Feb 17 (APP):"),
        ("", None, None),
        ("The mayor opens the old bridge. — AFP/File\n\nLAHORE: ", "The mayor opens the old bridge.", "LAHORE:"),
        (
            "The mayor opens the bridge with a guest. — AFP/File LAHORE: ",
            "The mayor opens the bridge with a guest.",
            "LAHORE:",
        ),
    ],
)
def test_what_stands_behind_a_date_is_a_line_like_any_other(
    line: str, caption: str | None, dateline: str | None
) -> None:
    found = clean(f" date 2024-02-17 {line}{BODY}")
    assert (found.headline, found.dateline, found.body) == (None, dateline, BODY)
    assert [row.text for row in found.captions] == ([caption] if caption else [])
    assert (str(found.published_on), found.published_source) == ("2024-02-17", "date_prefix")


def test_a_dateline_of_an_unknown_place_shows_the_headline_above_it() -> None:
    found = clean(f"date 2024-02-17 Old bridge stands\n\nTORGHAR: {BODY}")
    assert (found.headline, found.headline_source, found.dateline) == ("Old bridge stands", "first_line", "TORGHAR:")


def test_a_headline_may_name_its_place_first() -> None:
    found = clean(f"date 2024-02-17 Lahore: Bridge to be Repaired\n\nLAHORE: {BODY}")
    assert (found.headline, found.dateline, found.body) == ("Lahore: Bridge to be Repaired", "LAHORE:", BODY)


@pytest.mark.parametrize(("n_sentences", "flagged"), [(6, True), (2, False)])
def test_a_long_body_without_paragraphs_is_flagged(n_sentences: int, flagged: bool) -> None:
    found = clean(
        f"{HEADLINE}\n\n2024-02-17\n{HEADLINE}\n\nLAHORE: " + f"{FIRST} ".replace(".", " again.") + SECOND * n_sentences
    )
    assert found.n_paragraphs == 1
    assert ("single_paragraph" in found.flags) is flagged


def test_every_copy_of_the_headline_is_counted_and_the_later_ones_are_duplicates() -> None:
    found = clean(f"{HEADLINE}\n\n2024-02-17\n{HEADLINE}\n\n{HEADLINE}\n\n{BODY}")
    assert found.n_headline_copies == 3
    assert [kind for kind, *_ in found.removed] == [
        "headline_line",
        "date_line",
        "duplicate_headline",
        "duplicate_headline",
    ]
    assert found.headline_source == "repeated_line"
    assert "duplicate_headline" in found.flags


def test_a_title_of_a_record_is_the_headline_and_its_copy_leaves_the_text() -> None:
    found = clean(
        "",
        RowFields(
            f"{HEADLINE}\n\n{BODY}",
            title=HEADLINE,
            date="2024-02-17",
            url="https://www.dawn.com/news/1",
            author="Jane Doe",
        ),
    )
    assert (found.headline, found.headline_source, found.body) == (HEADLINE, "metadata", BODY)
    assert (found.publisher, found.publisher_source, found.byline) == ("Dawn", "domain", ("Jane Doe",))
    assert [kind for kind, *_ in found.removed] == ["headline_line"]


def test_the_title_of_a_record_is_repaired_as_its_text_is() -> None:
    fields = RowFields(BODY, title="The mayorâ€™s bridge &amp; the mill", author="JosÃ© Doe")
    found = clean(BODY, fields)
    assert (found.headline, found.byline) == ("The mayor’s bridge & the mill", ("José Doe",))


def test_an_address_on_the_first_line_is_no_headline() -> None:
    found = clean(f"https://nation.com.pk/2024/02/17/bridge/\n\nLAHORE: {BODY}")
    assert (found.headline, found.url) == (None, "https://nation.com.pk/2024/02/17/bridge/")
    assert (found.publisher, str(found.published_on), found.published_source) == ("The Nation", "2024-02-17", "url")
    assert (found.dateline, found.dateline_place, found.dateline_country) == ("LAHORE:", "Lahore", "PK")
    assert found.body == BODY


def test_a_year_in_the_story_is_never_its_date() -> None:
    found = clean(f"{HEADLINE}\n\n{HEADLINE}\n\nIn March 2011 the bridge was built. {BODY}")
    assert (found.published_on, found.published_source) == (None, None)
    assert "date_missing" in found.flags


def test_notes_are_out_of_the_body_and_flagged() -> None:
    found = clean(f"Editor's note: The writer is a former mayor.\n\n{BODY}\n\nThis story has been updated.")
    assert found.body == BODY
    assert {"editor_note", "correction"} <= set(found.flags)


def test_agencies_publishers_and_cited_outlets_are_kept_apart() -> None:
    found = clean(
        f"LAHORE (Reuters) - {BODY}\n\nThe mayor told Geo News that it was late.\n\nPublished in Dawn, February 17th, 2024"
    )
    assert (found.publisher, found.publisher_source) == ("Dawn", "credit_line")
    assert found.agencies == ("Reuters",)
    assert found.credited_outlets == ("Geo News",)
    assert {role for _, role, _ in found.outlet_evidence} == {"publisher", "agency", "credited"}


def test_crossheads_stay_in_the_body_and_are_listed() -> None:
    found = clean("", RowFields(f"{FIRST}\n\nA long wait\n\n{SECOND}", title=HEADLINE))
    assert found.crossheads == (1,)
    assert found.n_paragraphs == 3


def test_captions_keep_their_place() -> None:
    text = f"{HEADLINE}\n\n{HEADLINE}\n\nImage copyright Reuters Image caption The old bridge at noon\n\n{BODY}"
    caption = clean(text).captions[0]
    assert (caption.text, caption.credit) == ("The old bridge at noon", "Reuters")
    assert text[caption.start_char : caption.end_char].startswith("Image copyright")


def test_a_caption_that_stands_twice_is_no_headline() -> None:
    caption = "The old bridge at Riverside, seen earlier this month. Photo: Jane Doe"
    found = clean(f"{caption}\n\n{caption}\n\n{BODY}")
    assert (found.headline, [caption.credit for caption in found.captions]) == (None, ["Jane Doe", "Jane Doe"])


def test_an_outlet_before_the_place_is_no_place() -> None:
    found = clean("", RowFields(f"BBC | Seoul – {BODY}", title=HEADLINE))
    assert (found.dateline_place, found.agencies, found.lead) == ("Seoul", ("BBC",), FIRST)


def test_a_gallery_in_the_middle_of_a_story_is_captions() -> None:
    gallery = "Photos: The flood A boat. Hide Caption 1 of 2 Photos: The flood Carts wait. Hide Caption 2 of 2"
    found = clean("", RowFields(f"{FIRST}\n\n{gallery} {SECOND}", title=HEADLINE))
    assert [caption.text for caption in found.captions] == ["A boat.", "Carts wait."]
    assert found.body == BODY


def test_a_text_of_which_the_headline_says_no_word_is_doubtful() -> None:
    other = f"{BODY}\n\n{FIRST.replace('bridge', 'mill')}\n\n{SECOND.replace('week', 'month')}"
    assert "in_doubt" in clean("", RowFields(other, title="Glacier survey finds hidden copper mines")).flags
    assert "in_doubt" not in clean("", RowFields(other, title=HEADLINE)).flags


def test_the_times_of_a_live_blog_are_no_paragraphs() -> None:
    found = clean(
        f"{HEADLINE}\n\n{HEADLINE}\n\n11:45\n{FIRST}\n\n12:05 GMT\n{SECOND}\n\n1.20pm\nThe bridge is shut now."
    )
    assert found.body == f"{FIRST}\n\n{SECOND}\n\nThe bridge is shut now."
    assert [text for kind, _, _, text, rule in found.removed if rule == "live_time_mark"] == [
        "11:45",
        "12:05 GMT",
        "1.20pm",
    ]
    assert "live_blog" in found.flags
    assert found.reason is None


def test_one_time_on_a_line_of_its_own_stays() -> None:
    assert "3:45" in (clean(f"{HEADLINE}\n\n{HEADLINE}\n\n{FIRST}\n\n3:45\n\n{SECOND}").body or "")
