"""The sample corpus becomes what its gold says, aspect by aspect and document by document."""

from pathlib import Path
from typing import Any

import pytest

from tests.data.gold import DOCUMENTS, GOLD, SampleTables, having, name_class, same_outlet, same_source

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def sample(sample_warehouse: Path) -> SampleTables:
    """Read the tables that a run over the sample corpus published."""
    return SampleTables(sample_warehouse)


def differences(gold: dict[str, Any], found: dict[str, Any], *names: str) -> list[str]:
    """Name every column of `names` that gold knows and that says something else."""
    return [
        f"{name}: expected {gold[name]!r}, found {found[name]!r}"
        for name in names
        if name in gold and gold[name] != found[name]
    ]


def report(key: str, problems: list[str]) -> str:
    return "\n".join([f"{key}:", *problems])


def test_every_sample_document_is_accounted_for(sample: SampleTables) -> None:
    assert sorted(sample.sources) == sorted(DOCUMENTS)


@pytest.mark.parametrize("key", DOCUMENTS)
def test_a_document_meets_the_fate_it_deserves(key: str, sample: SampleTables) -> None:
    gold = DOCUMENTS[key]
    found = {"fate": sample.sources[key]["fate"], "reason": sample.reasons.get(key)}
    problems = differences(gold, found, "fate", "reason")
    assert not problems, report(key, [*problems, f"reason: {found['reason']}"])


@pytest.mark.parametrize("key", having("headline", "headline_source", "n_headline_copies"))
def test_the_headline_is_the_one_printed(key: str, sample: SampleTables) -> None:
    problems = differences(DOCUMENTS[key], sample.article(key), "headline", "headline_source", "n_headline_copies")
    assert not problems, report(key, problems)


@pytest.mark.parametrize("key", having("published_on", "published_at", "published_source"))
def test_the_date_is_the_one_stated_and_no_other(key: str, sample: SampleTables) -> None:
    article = sample.article(key)
    day = (article["published_on"] or "")[:10] or None
    problems = differences(
        DOCUMENTS[key], {**article, "published_on": day}, "published_on", "published_source", "published_at"
    )
    assert not problems, report(key, [*problems, f"evidence: {article['published_evidence']!r}"])


@pytest.mark.parametrize("key", having("dateline", "dateline_place", "dateline_country"))
def test_the_dateline_is_cut_off_and_understood(key: str, sample: SampleTables) -> None:
    problems = differences(DOCUMENTS[key], sample.article(key), "dateline", "dateline_place", "dateline_country")
    assert not problems, report(key, problems)


@pytest.mark.parametrize("key", having("publisher", "agencies", "byline"))
def test_publisher_agencies_and_authors_are_kept_apart(key: str, sample: SampleTables) -> None:
    gold, article = DOCUMENTS[key], sample.article(key)
    problems = differences(gold, article, "agencies", "byline")
    if "publisher" in gold and not same_outlet(gold["publisher"], article["publisher"]):
        problems.append(f"publisher: expected {gold['publisher']!r}, found {article['publisher']!r}")
    assert not problems, report(key, problems)


@pytest.mark.parametrize("key", having("captions"))
def test_captions_leave_the_body_with_their_credit(key: str, sample: SampleTables) -> None:
    found = [caption["text"].rstrip(" —–-") for caption in sample.article(key)["captions"]]
    assert found == DOCUMENTS[key]["captions"], f"{key}: expected {DOCUMENTS[key]['captions']}, found {found}"


@pytest.mark.parametrize("key", having("body_starts", "body_ends", "n_paragraphs", "absent", "crossheads"))
def test_the_body_holds_the_story_and_nothing_else(key: str, sample: SampleTables) -> None:
    gold, article = DOCUMENTS[key], sample.article(key)
    body = article["body"]
    problems = differences(gold, article, "n_paragraphs", "language")
    if not body.startswith(gold["body_starts"]):
        problems.append(f"starts with {body[:80]!r}, expected {gold['body_starts']!r}")
    if not body.endswith(gold["body_ends"]):
        problems.append(f"ends with {body[-80:]!r}, expected {gold['body_ends']!r}")
    problems += [f"holds {text!r}" for text in gold.get("absent", []) if text in body]
    crossheads = [body.split("\n\n")[number] for number in article["crossheads"]]
    problems += differences(gold, {"crossheads": crossheads}, "crossheads")
    assert not problems, report(key, problems)


@pytest.mark.parametrize("key", having("removed_kinds"))
def test_what_was_removed_is_listed_under_its_kind(key: str, sample: SampleTables) -> None:
    found = {span["kind"] for span in sample.article(key)["removed"]}
    missing = sorted(set(DOCUMENTS[key]["removed_kinds"]) - found)
    assert not missing, f"{key}: expected {missing} too, found {sorted(found)}"


@pytest.mark.parametrize("key", having("flags", "flags_absent"))
def test_flags_warn_of_what_is_there_and_of_nothing_else(key: str, sample: SampleTables) -> None:
    gold, found = DOCUMENTS[key], set(sample.article(key)["flags"])
    missing = sorted(set(gold.get("flags", [])) - found)
    wrong = sorted(set(gold.get("flags_absent", [])) & found)
    assert not missing + wrong, f"{key}: expected {missing} too, not {wrong}; found {sorted(found)}"


@pytest.mark.parametrize("key", having("mentions"))
def test_names_that_nobody_could_miss_are_found(key: str, sample: SampleTables) -> None:
    found = {(row["surface"], name_class(row["type"])) for row in sample.rows("mentions", key)}
    missing = [[name, kind] for name, kind in DOCUMENTS[key]["mentions"] if (name, name_class(kind)) not in found]
    assert not missing, f"{key}: expected {missing} too, found {sorted(found)}"


@pytest.mark.parametrize("key", having("quotes"))
def test_quotes_have_their_words_and_their_speaker(key: str, sample: SampleTables) -> None:
    found = {row["text"]: row["speaker"] for row in sample.rows("quotes", key)}
    problems = [
        f"expected {text!r} by {speaker!r}, found {found.get(text, 'no such quote')!r}"
        for text, speaker in DOCUMENTS[key]["quotes"]
        if text not in found or not same_source(speaker, found[text])
    ]
    assert not problems, report(key, [*problems, f"found {found}"])


def states(row: dict[str, Any], text: str, low: float | None, high: float | None, measure: str, *source: str) -> bool:
    """Tell whether a row of figures says what gold says; without a `source` gold leaves it open."""
    said = (row["text"], row["value_low"], row["value_high"], row["measure"]) == (text, low, high, measure)
    return said and row["is_vague"] == (low is None) and all(same_source(name, row["attributed_to"]) for name in source)


@pytest.mark.parametrize("key", having("figures"))
def test_figures_have_value_measure_and_source(key: str, sample: SampleTables) -> None:
    rows = sample.rows("figures", key)
    missing = [figure for figure in DOCUMENTS[key]["figures"] if not any(states(row, *figure) for row in rows)]
    names = ("text", "value_low", "value_high", "measure", "attributed_to")
    assert not missing, f"{key}: expected {missing} too, found {[[row[name] for name in names] for row in rows]}"


@pytest.mark.parametrize("key", having("subsets"))
def test_a_part_of_a_toll_names_its_whole(key: str, sample: SampleTables) -> None:
    rows = sample.rows("figures", key)
    texts = {row["figure_id"]: row["text"] for row in rows}
    found = [[row["text"], texts.get(row["subset_of"])] for row in rows]
    missing = [pair for pair in DOCUMENTS[key]["subsets"] if pair not in found]
    assert not missing, f"{key}: expected {missing} too, found {found}"


@pytest.mark.parametrize("key", having("relation", fate="duplicate"))
def test_a_copy_is_dropped_for_the_article_it_copies(key: str, sample: SampleTables) -> None:
    gold = DOCUMENTS[key]
    rows = [row for row in sample.duplicates if row["key"] == key and row["is_dropped"]]
    assert len(rows) == 1, f"{key}: expected one row that drops it, found {rows}"
    row = rows[0] | {"published_on": (rows[0]["published_on"] or "")[:10] or None}
    problems = differences(gold, row, "relation", "headline", "published_on", "agencies")
    kept = sample.article(gold["kept"])["article_id"]
    if row["kept_article_id"] != kept:
        problems.append(f"kept: expected {kept} ({gold['kept']}), found {row['kept_article_id']}")
    if "publisher" in gold and not same_outlet(gold["publisher"], row["publisher"]):
        problems.append(f"publisher: expected {gold['publisher']!r}, found {row['publisher']!r}")
    assert not problems, report(key, [*problems, f"jaccard {row['jaccard']}, containment {row['containment']}"])


@pytest.mark.parametrize("key", having("fate"))
def test_kept_articles_are_linked_only_to_what_they_resemble(key: str, sample: SampleTables) -> None:
    expected = sorted(
        (link["relation"], sample.article(link["with"])["article_id"]) for link in DOCUMENTS[key].get("links", [])
    )
    rows = [row for row in sample.duplicates if row["key"] == key and not row["is_dropped"]]
    found = sorted((row["relation"], row["kept_article_id"]) for row in rows)
    assert found == expected, f"{key}: expected links {expected}, found {found}"


@pytest.mark.parametrize("names", GOLD["entities"]["same"], ids=lambda names: names[0])
def test_spellings_of_one_name_are_one_identity(names: list[str], sample: SampleTables) -> None:
    found = sample.identities(names)
    assert all(found.values()), f"never mentioned: {[name for name in names if not found[name]]}"
    assert len({identity for ids in found.values() for identity in ids}) == 1, f"expected one identity, found {found}"


@pytest.mark.parametrize("names", GOLD["entities"]["different"], ids=" and ".join)
def test_names_that_are_alike_stay_apart(names: list[str], sample: SampleTables) -> None:
    found = sample.identities(names)
    assert all(found.values()), f"never mentioned: {[name for name in names if not found[name]]}"
    assert not set(found[names[0]]) & set(found[names[1]]), f"expected two identities, found {found}"
