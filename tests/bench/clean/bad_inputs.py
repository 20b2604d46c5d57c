"""The odd inputs of `bad/` -> is each kept or rejected as its manifest says, for a reason that its category describes?"""

import json
from collections import defaultdict
from pathlib import Path

from tests.bench.clean.cleaning import Result, documents, examine_all
from tests.bench.clean.scores import Score, print_examples, print_heading, print_shares

# The reasons of the contract that say what a category of the manifest says; both stand where both are right.
_REASONS = {
    "ad_feedback_only": {"boilerplate_body", "empty"},
    "arabic_empty": {"empty", "too_short", "boilerplate_body", "placeholder"},
    "blank_or_cr_only": {"empty"},
    "bot_block": {"bot_wall"},
    "cookie_wall": {"cookie_wall"},
    "copyright_only": {"boilerplate_body", "empty", "placeholder"},
    "empty_body": {"empty", "too_short", "placeholder"},
    "encoding_utf-16": {"binary", "unsupported", "too_short", "navigation", "section_front", "empty"},
    "encoding_utf-16-le": {"binary", "unsupported", "too_short", "empty"},
    "faq_body_for_many_titles": {"boilerplate_body"},
    "footer_only": {"boilerplate_body", "empty", "too_short"},
    "gallery_stub": {"gallery"},
    "html_bot_wall": {"bot_wall"},
    "html_forbidden": {"error_page", "bot_wall"},
    "html_incapsula": {"bot_wall"},
    "html_js_app": {"javascript_wall"},
    "html_meta_refresh": {"javascript_wall", "empty", "error_page", "too_short"},
    "html_section_front": {"section_front", "navigation"},
    "japanese": {"empty", "boilerplate_body", "teaser", "too_short", "paywall_stub", "placeholder"},
    "json_damaged_record": {"bad_record", "missing_field"},
    "json_error_429": {"bad_record", "error_page", "missing_field", "bot_wall"},
    "json_failed_scrapes": {"bad_record", "missing_field", "error_page", "empty"},
    "live_blog": {"live_blog"},
    "navigation_only": {"navigation", "section_front", "boilerplate_body"},
    "paywall_stub": {"paywall_stub"},
    "pdf_as_txt": {"binary", "unsupported"},
    "picture_gallery": {"gallery"},
    "placeholder_body": {"placeholder", "too_short"},
    "repeated_wrong_body": {"boilerplate_body"},
    "search_box_only": {"navigation", "boilerplate_body", "error_page", "empty", "too_short"},
    "teaser_only": {"teaser", "too_short"},
    "teaser_truncated": {"teaser", "too_short"},
    "too_short": {"too_short", "placeholder"},
    "undefined_cp1252_byte": {
        "empty",
        "too_short",
        "boilerplate_body",
        "placeholder",
        "teaser",
        "video_page",
        "gallery",
    },
    "video_page": {"video_page"},
}


def measure(data: Path, workers: int, n_examples: int) -> None:
    """Print the share of right fates, and of right reasons among the rightly rejected."""
    found = list(documents(data / "bad" / "files"))
    by_file: dict[str, list[Result]] = defaultdict(list)
    for document, result in zip(found, examine_all(found, workers), strict=True):
        by_file[document.source_uri.partition("!")[0].rsplit("/", 1)[-1]].append(result)
    fates, ledger = Score(), Score()
    for entry in json.loads((data / "bad" / "manifest.json").read_text(encoding="utf-8")):
        results = by_file[entry["file"]]
        for result in results:
            ledger.count(entry["file"], "rebuilt" if result.is_rebuilt else "not rebuilt")
            ledger.count(entry["file"], "stable" if result.is_stable else "not stable")
        _score(fates, entry["file"], entry["category"], entry["expected"] == "quarantine", results)
    print_heading("bad/")
    print_shares("decoded source rebuilt", ledger, "rebuilt", ["not rebuilt"], "100 %")
    print_shares("cleaning again changes nothing", ledger, "stable", ["not stable"], "100 %")
    print_shares("right fate", fates, "right", ["wrong"], ">= 95 %")
    print_shares("right reason, of those rightly rejected", fates, "right reason", ["other reason"], "")
    print_examples(fates, ["wrong", "other reason"], n_examples)


def _score(fates: Score, name: str, category: str, should_be_rejected: bool, results: list[Result]) -> None:
    reasons = {result.reason for result in results if result.reason}
    is_rejected = all(result.reason for result in results)
    fates.count(name, "right" if is_rejected == should_be_rejected else "wrong")
    if is_rejected and should_be_rejected:
        fates.count(name, "right reason" if reasons <= _REASONS[category] else "other reason")
