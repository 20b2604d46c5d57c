"""What each kind of story tells."""

import json
import re
from importlib.resources import files

from flows.explain import as_json, as_text, explain
from flows.explain.copies import WHY, title_of
from flows.explain.spans import stated_by
from flows.explain.story import Fact
from tasks.publish import Warehouse
from tests.unit.explain.invented import (
    COPIED,
    FIGURE,
    HEADLINE,
    KEPT,
    LATER,
    MAYOR,
    MENTION,
    OLD_MAYOR,
    PART,
    PROMO,
    QUOTE_ROW,
    RIVER,
    RUN,
)

WIDE = 160


def told(warehouse: Warehouse, identifier: str, width: int = WIDE) -> str:
    """Return the story as plain text, every run of spaces as one."""
    lines = as_text(explain(warehouse, identifier), width).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


def test_an_article_shows_its_facts_with_evidence(warehouse: Warehouse) -> None:
    text = told(warehouse, KEPT)
    assert f"headline {HEADLINE} (first_line, stands in the source once, by first_line)" in text
    assert "published 2024-03-09 (known to the day; date_line: 'March 9, 2024')" in text
    assert "publisher Wendel Post (metadata: 'wendelpost.example')" in text
    assert "flags in_doubt" in text
    assert "repairs html_entity 2" in text


def test_an_article_shows_its_source_with_every_label_in_place(warehouse: Warehouse) -> None:
    lines = told(warehouse, KEPT).split("\n")
    labels = ["headline_line first_line", "date_line published_label", "body ¶0", "body ¶1", "promo_line read_more"]
    found = [line for line in lines if line.startswith(("headline_line", "date_line p", "body ¶", "promo_line"))]
    assert [line.split(" │ ")[0].split(" ┆ ")[0] for line in found] == labels
    assert found[-1].endswith(PROMO)


def test_an_article_shows_its_copies_and_links_with_reasons(warehouse: Warehouse) -> None:
    text = told(warehouse, KEPT)
    assert "relation near, dropped (rule rule_of_near, threshold 0.8)" in text
    assert "measures jaccard 0.910" in text
    assert "only here 15 …" in text
    assert "At least [-12-] {+15+} people were killed," in text
    assert f"identical dropped {KEPT} inbox/mirror/same.txt" in text
    assert "relation same_headline, linked" in text


def test_an_article_shows_the_names_quotes_and_figures_it_holds(warehouse: Warehouse) -> None:
    text = told(warehouse, KEPT)
    assert f"Ada Brook PERSON 1 Ada Brook {MAYOR}" in text
    assert "Wendelers NORP 1 Wendelers –" in text
    assert f"she = Ada Brook pronoun Nobody should cross tonight, {QUOTE_ROW['quote_id']}" in text
    assert f"At least 12 people killed – Mayor Ada Brook {FIGURE['figure_id']}" in text


def test_a_linked_article_names_the_earlier_one(warehouse: Warehouse) -> None:
    text = told(warehouse, LATER)
    assert f"Linked to the earlier article {KEPT}\nheadline {HEADLINE}\npublished 2024-03-09" in text
    assert f"From {KEPT} to {LATER}: [-only {KEPT[:6]}… has it-]" in text


def test_of_two_without_days_between_them_none_is_called_the_earlier_one() -> None:
    row = {"kept_article_id": KEPT, "article_id": LATER, "is_dropped": False}
    assert [title_of({**row, "days_apart": days}, LATER) for days in (3, 0, None)] == [
        f"Linked to the earlier article {KEPT}",
        f"Linked to the article {KEPT}",
        f"Linked to the article {KEPT}",
    ]
    assert title_of({**row, "days_apart": 3}, KEPT) == f"Linked to the later article {LATER}"


def test_every_rule_has_its_sentence() -> None:
    room = "".join(
        file.read_text(encoding="utf-8") for file in files("tasks.dedupe").iterdir() if file.name[-3:] == ".py"
    )
    assert set(re.findall(r'Verdict\(\s*"\w+", "(\w+)"', room)) == WHY.keys()


def test_a_row_is_decoded_by_its_field_map(warehouse: Warehouse) -> None:
    assert "The harbour board of Lower Wendel will meet in May" in told(warehouse, "feed.jsonl#3")


def test_a_duplicate_says_of_what_it_is_a_copy_and_why(warehouse: Warehouse) -> None:
    text = told(warehouse, COPIED)
    assert "fate dropped as a copy" in text
    assert f"A copy of {KEPT}" in text
    assert f"read from inbox/bridge.txt (first by run {RUN})" in text
    assert "rule rule_of_near" in text
    assert "[-12-] {+15+}" in text
    assert "body ¶" in text


def test_copies_of_the_same_bytes_are_not_compared(warehouse: Warehouse) -> None:
    text = told(warehouse, "same.txt")
    assert "relation identical, dropped" in text
    assert "Both have the same bytes." in text
    assert "{+" not in text.replace("{+only this one has it+}", "")


def test_a_reject_says_why_and_shows_its_source(warehouse: Warehouse) -> None:
    text = told(warehouse, "short.txt")
    assert "reason too_short (found by the stage clean)" in text
    assert "message Found too_short in it." in text
    assert "Ferry delayed." in text.split("The source with its labels")[1]


def test_a_document_that_could_not_be_read_has_a_story_too(warehouse: Warehouse) -> None:
    text = told(warehouse, "locked.txt")
    assert "reason no_permission" in text
    assert "Its raw bytes cannot be shown as text." in text


def test_an_entity_shows_every_spelling_with_its_evidence(warehouse: Warehouse) -> None:
    text = told(warehouse, MAYOR)
    assert f"Brook 1 surname 0.90 {KEPT} {HEADLINE}" in text
    assert f"{OLD_MAYOR} A. Brook" in text
    assert "country DE (50.5000, 9.2500)" in told(warehouse, RIVER)
    assert f"it is now {MAYOR}: copydesk explain {MAYOR}" in told(warehouse, OLD_MAYOR)


def test_a_mention_is_marked_in_its_sentence(warehouse: Warehouse) -> None:
    text = told(warehouse, MENTION["mention_id"])
    assert "At least 12 people were killed, Mayor [[Ada Brook]] said." in text
    assert "river rose" not in text
    assert f"entity Ada Brook (PERSON) ({MAYOR})" in text
    assert f"headline {HEADLINE}" in text


def test_a_quote_shows_its_speaker_with_offsets(warehouse: Warehouse) -> None:
    text = told(warehouse, QUOTE_ROW["quote_id"])
    assert "“[[Nobody should cross tonight,]]” ((she)) told reporters" in text
    assert f"speaker she (characters {QUOTE_ROW['speaker_start_char']} to {QUOTE_ROW['speaker_end_char']})" in text
    assert "found by quote_then_pronoun" in text


def test_a_figure_shows_its_source_and_what_it_is_a_part_of(warehouse: Warehouse) -> None:
    text = told(warehouse, FIGURE["figure_id"])
    assert "[[At least 12 people]] were killed, ((Mayor Ada Brook)) said." in text
    assert "value at_least 12" in text
    assert "stated by Mayor Ada Brook (said)" in text
    part = told(warehouse, PART["figure_id"])
    assert f"At least 12 people killed Mayor Ada Brook {FIGURE['figure_id']}" in part


def test_a_figure_that_is_hedged_by_nobody_says_so() -> None:
    assert stated_by({"attributed_to": None, "hedge": "estimated"}) == Fact("stated by", "nobody named (estimated)")
    assert stated_by({"attributed_to": None, "hedge": None}) is None


def test_a_row_that_was_set_aside_names_its_check(warehouse: Warehouse) -> None:
    text = told(warehouse, "dd" * 8)
    assert "check offsets" in text
    assert f"article_id {KEPT}" in text


def test_a_story_is_json(warehouse: Warehouse) -> None:
    for identifier in (KEPT, COPIED, "short.txt", MAYOR, QUOTE_ROW["quote_id"], FIGURE["figure_id"]):
        story = json.loads(json.dumps(as_json(explain(warehouse, identifier))))
        assert {block["block"] for block in story["blocks"]} <= {
            *("facts", "listing", "labelled_source", "diff", "passage", "remark")
        }
