"""Captions, feet, notes and site texts around a story of three paragraphs: what is printed there, and what stays."""

import textwrap
from datetime import date

import pytest

from schemas.document import Document
from tasks.clean import CleanSettings, clean_document
from tasks.clean.article_columns import Cleaned

HEADLINE = "Council approves new bridge over Ravel river"
STAMP = "2024-02-17 06:05:09"
FIRST = "The provincial council approved a new bridge over the Ravel river on Tuesday after a debate that lasted nearly six hours."
SECOND = (
    "Councillor Amina Dar told members that the old crossing had been closed to lorries since the floods and that traders "
    "were losing money every week."
)
THIRD = (
    "Work is expected to begin in the spring and should take about two years, according to the engineering department."
)
STORY = (FIRST, SECOND, THIRD)
CAPTION = "The chief minister cuts the ribbon at the new bridge on Monday"


def _clean(*lines: str) -> Cleaned:
    text = "\n".join(lines)
    document = Document("in/a.txt", None, "text", text.encode())
    return clean_document(document, None, date(2024, 11, 24), CleanSettings())


def _body(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize("last", [THIRD, "“We have waited for this bridge,” he said.", "Prices stand at 20 rupees."])
@pytest.mark.parametrize(
    ("credit", "agency"),
    [("(AFP)", "AFP"), ("(APP)", "APP"), ("[Reuters]", "Reuters"), ("— AFP", "AFP"), ("(Reuters Staff)", "Reuters")],
)
def test_the_last_paragraph_of_an_agency_s_story_stays_without_its_credit(last: str, credit: str, agency: str) -> None:
    article = _clean(HEADLINE, STAMP, FIRST, SECOND, f"{last} {credit}")
    assert (article.body, article.agencies, article.captions) == (_body(FIRST, SECOND, last), (agency,), ())


def test_a_paragraph_that_tells_stays_inside_the_story_with_its_credit() -> None:
    assert _clean(HEADLINE, STAMP, FIRST, f"{THIRD} (AFP)", SECOND).body == _body(FIRST, f"{THIRD} (AFP)", SECOND)


@pytest.mark.parametrize("end", ["", "."])
@pytest.mark.parametrize("space", [" ", ""])
@pytest.mark.parametrize(
    "credit",
    [
        "— X/@muraddar",
        "— @muraddar/X",
        "—Facebook/Murad Dar",
        "— Photo by Bilal Shah",
        "—Bilal Shah",
        "— Photo: Reuters",
        "PHOTO: AFP",
        "— AFP",
        "— AFP/File",
        "REUTERS/Bilal Shah",
        "— Dawn",
        "— Online",
        "- KT Photo",
        "— Courtesy Ministry of Works",
        "(Photo by Bilal Shah / AFP)",
        "[Bilal Shah/Al Jazeera]",
        "(AFP)",
    ],
)
def test_a_caption_that_runs_into_the_story_is_cut_from_it(credit: str, space: str, end: str) -> None:
    article = _clean(HEADLINE, STAMP, f"{CAPTION}{end} {credit}{space}{FIRST}", SECOND, THIRD)
    bare = credit.strip("—- ()[]").removeprefix("Photo: ").removeprefix("PHOTO: ")
    assert article.body == _body(*STORY)
    assert [(one.text, one.credit) for one in article.captions] == [(f"{CAPTION}{end}", bare)]


@pytest.mark.parametrize(
    "first",
    [
        "The mayor said on Monday that the bridge is closed. — AFP The council will meet again in the spring of next year.",
        "The council met the refugee agency (UNHCR) The report that it read there is long and was printed in three languages.",
        "The record of the firm—Essential Bridges LLC, which no one in the town had heard of before—was read to the council.",
        "The council met on Monday - Bilal Shah was there - and spoke of the bridge for hours before it went home at last.",
    ],
)
def test_a_first_paragraph_with_a_name_in_it_stays(first: str) -> None:
    assert _clean(HEADLINE, STAMP, first, SECOND, THIRD).body == _body(first, SECOND, THIRD)


def test_captions_above_the_story_are_captions_when_an_agency_signs_them() -> None:
    lines = (
        "The minister cuts the ribbon. — AFP",
        "Workers wave at the minister. (AFP)",
        "A boat passes below. — Reuters",
    )
    article = _clean(HEADLINE, STAMP, *lines, *STORY)
    assert article.body == _body(*STORY)
    assert [one.credit for one in article.captions] == ["AFP", "AFP", "Reuters"]


def test_a_caption_inside_the_story_is_none_of_its_paragraphs() -> None:
    article = _clean(HEADLINE, STAMP, FIRST, "The minister cuts the ribbon at the bridge. (AP)", SECOND, THIRD)
    assert (article.body, len(article.captions)) == (_body(*STORY), 1)


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("(Reporting by Amina Khan; editing by Chris Doe)", "byline"),
        ("With inputs from agencies", "byline"),
        ("(Edited by: Chris Doe)", "byline"),
        ("Amina D. Khan contributed to this report.", "byline"),
        ("The Daily Post, February 4th, 2022.", "credit_line"),
        ("(Published in The Daily Post on 17 February 2024)", "credit_line"),
        ("[Published in Dawn, February 17th, 2024]", "credit_line"),
        ("Something went wrong!", "site_error"),
        ("12 Comments", "site_footer"),
    ],
)
@pytest.mark.parametrize("space", [" ", "\n"])
def test_credits_behind_the_last_sentence_go(tail: str, kind: str, space: str) -> None:
    article = _clean(HEADLINE, STAMP, FIRST, SECOND, f"{THIRD}{space}{tail}")
    assert article.body == _body(*STORY)
    assert article.removed[-1][0] == kind


@pytest.mark.parametrize(
    "last",
    [
        "He wrote a report with inputs from agencies.",
        "With reports from the field, the council decided to wait.",
        "It received 12 comments.",
        "She knew that something went wrong!",
        "The programme is edited by Chris Doe.",
    ],
)
def test_a_last_sentence_like_a_credit_stays(last: str) -> None:
    assert _clean(HEADLINE, STAMP, FIRST, SECOND, f"{THIRD} {last}").body == _body(FIRST, SECOND, f"{THIRD} {last}")


@pytest.mark.parametrize(
    ("note", "flag"),
    [
        ("(Corrects name of river in paragraph 3)", "correction"),
        ("(Refiles to correct spelling in paragraph 2)", "correction"),
        ("Correction, Feb. 17, 2024: An earlier version misspelled the name of the river.", "correction"),
        ("Corrected on Feb 17, 2024: The river is Ravel.", "correction"),
        ("Note: This story has been updated.", "correction"),
        ("Update: This story has been updated with a statement of the mayor.", "correction"),
        ("Note from the editor: the names were changed.", "editor_note"),
        ("This is a developing story and will be updated.", "editor_note"),
        ("More details to follow.", "editor_note"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_notes_and_corrections_are_flagged_and_no_part_of_the_story(note: str, flag: str, place: int) -> None:
    article = _clean(HEADLINE, STAMP, *STORY[:place], note, *STORY[place:])
    assert (article.body, article.lead) == (_body(*STORY), FIRST)
    assert flag in article.flags


@pytest.mark.parametrize(
    "line",
    [
        "Note: prices are in rupees and do not include tax.",
        "Correction of the river bed will begin in the spring, the council said.",
        "Update: The bridge company has issued a statement.",  # news, whatever stands before it
        "This is a developing country and will be visited by the minister.",
    ],
)
def test_a_paragraph_like_a_note_stays(line: str) -> None:
    assert _clean(HEADLINE, STAMP, FIRST, line, SECOND, THIRD).body == _body(FIRST, line, SECOND, THIRD)


@pytest.mark.parametrize("sign", ["•", "*", "●", "▪", "-", "–"])
def test_a_summary_in_bullets_is_no_lead(sign: str) -> None:
    summary = (f"{sign} Bridge to link both banks by 2026", f"{sign} Traders lose money every week")
    assert _clean(HEADLINE, "Feb 17, 2024", *summary, *STORY).body == _body(*STORY)


def test_a_list_inside_the_story_stays() -> None:
    items = ("The plan has two parts:", "• a bridge over the river", "• a road to the town")
    assert _clean(HEADLINE, "Feb 17, 2024", FIRST, *items, THIRD).body == _body(FIRST, *items, THIRD)


def test_a_sentence_set_in_large_type_stays_where_it_was_said() -> None:
    assert _clean(HEADLINE, STAMP, FIRST, SECOND, f"{THIRD} {SECOND}").body == _body(FIRST, f"{THIRD} {SECOND}")


@pytest.mark.parametrize("width", [60, 80, 90, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_that_break_off_in_sentences_are_joined(width: int, between: str) -> None:
    wrapped = between.join([HEADLINE, STAMP, *(textwrap.fill(one, width) for one in (FIRST, SECOND))])
    assert _clean(wrapped).body == _body(FIRST, SECOND)


@pytest.mark.parametrize(
    "line",
    [
        "0:00 / 2:31",
        "Mute",
        "Current Time 0:00",
        "Loaded: 0%",
        "This is a modal window.",
        "Share Tweet Pin",
        "Advertisement - Scroll to continue",
        "Advertisement Continue reading the main story",
        "Enter your email address",
        "View on Threads",
        "Embed from Getty Images",
        "ALSO READ Council to repair road",
        "TAGS bridge river council",
        "404 Not Found",
        "Next Story",
        "MENAFN17022024000045011876ID1107868686",
    ],
)
def test_a_site_s_own_line_goes(line: str) -> None:
    assert _clean(HEADLINE, STAMP, FIRST, line, SECOND, THIRD).body == _body(*STORY)


@pytest.mark.parametrize(
    ("sentence", "credited"),
    [
        ("Officials told Dawn that the bridge will open.", ("Dawn",)),
        ("Sources told The News that the bridge will open.", ("The News International",)),
        ("Haaretz newspaper said the bridge was late.", ("Haaretz",)),
        ("The state news agency SANA said the bridge was hit.", ("SANA",)),
        ("Speaking to Express News, the mayor said it was late.", ("Express News",)),
        ("He told Dawn that he loved her.", ()),
        ("The BBC said that it would cut jobs.", ()),
    ],
)
def test_an_outlet_is_credited_with_what_it_was_told(sentence: str, credited: tuple[str, ...]) -> None:
    assert _clean(HEADLINE, STAMP, FIRST, sentence, SECOND).credited_outlets == credited


@pytest.mark.parametrize(
    ("dateline", "place", "agencies"),
    [
        ("LAHORE, (APP):", "Lahore", ("APP",)),
        ("ISLAMABAD: (Online)", "Islamabad", ("Online",)),
        ("NEW YORK, Feb. 17, 2024 (GLOBE NEWSWIRE) --", "New York", ()),
        ("Feb 17 (Reuters) -", None, ("Reuters",)),
    ],
)
def test_a_dateline_is_read(dateline: str, place: str | None, agencies: tuple[str, ...]) -> None:
    article = _clean(HEADLINE, STAMP, f"{dateline} {FIRST}", SECOND, THIRD)
    assert (article.body, article.dateline_place, article.agencies) == (_body(*STORY), place, agencies)
