"""The order of documents and the size of shards change nothing, and no one is dropped for a document that is not kept."""

from datetime import date

import pyarrow as pa
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tasks.dedupe import decide, fold_and_sketch, verify_pairs
from tests.unit.dedupe.conftest import SETTINGS, Doc, articles, candidate_pairs, deduplicate, prose

STORIES = [prose(120, seed) for seed in range(3)]


@st.composite
def corpora(draw: st.DrawFn) -> list[Doc]:
    """Return documents cut and patched together from three stories, in any order."""
    n = draw(st.integers(2, 12))
    docs = []
    for number in range(n):
        words = draw(st.sampled_from(STORIES)).split()
        start, length = draw(st.sampled_from([0, 0, 20, 60])), draw(st.sampled_from([30, 60, 100, 120]))
        tail = draw(st.sampled_from(["", prose(10, 50), prose(30, 51), prose(60, 52)]))
        docs.append(
            Doc(
                f"{number}",
                " ".join([*words[start : start + length], tail]),
                draw(
                    st.sampled_from(
                        [None, "Mill of Karsk burns down", "Mill of Karsk burnt down", "Bridge opens at last"]
                    )
                ),
                draw(st.sampled_from([None, date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 20)])),
                publisher=draw(st.sampled_from([None, "Gazette", "Herald"])),
            )
        )
    if draw(st.booleans()):
        docs.append(docs[0].copy(docs[0].name, uri="again.txt"))
    return docs


@given(corpora(), st.randoms(use_true_random=False), st.integers(1, 5))
@hypothesis_settings(max_examples=60, deadline=None)
def test_order_and_shards_change_nothing(docs: list[Doc], random: object, shard: int) -> None:
    shuffled = list(docs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = deduplicate(docs), deduplicate(shuffled, shard)
    assert one.duplicates.equals(other.duplicates)
    assert one.clusters.equals(other.clusters)
    assert one.decision.kept.equals(other.decision.kept)


@given(corpora())
@hypothesis_settings(max_examples=60, deadline=None)
def test_every_document_is_kept_or_dropped_once_for_a_kept_one_it_is_like(docs: list[Doc]) -> None:
    outcome = deduplicate(docs)
    kept, rows = outcome.kept(), outcome.duplicates.to_pylist()
    dropped = [(row["source_uri"], row["source_record"]) for row in rows if row["is_dropped"]]
    assert len(dropped) == len(set(dropped)) == len(docs) - len(kept)
    table = articles(docs)
    for row in rows:
        assert outcome.names[row["kept_article_id"]] in kept
        assert row["is_dropped"] or outcome.names[row["article_id"]] in kept
        if row["relation"] not in ("same_text", "identical", "same_headline"):
            pair = verify_pairs(table, as_pair(row["article_id"], row["kept_article_id"]), SETTINGS).to_pylist()[0]
            assert row["jaccard"] == pair["jaccard"]
            assert max(row["jaccard"], row["containment"]) >= 0.5


def as_pair(left: str, right: str) -> pa.Table:
    return pa.table({"left": [left], "right": [right]})


def test_equal_texts_have_equal_digests_in_any_shard() -> None:
    docs = [Doc("a", STORIES[0]), Doc("b", STORIES[1]), Doc("c", STORIES[0].upper())]
    digests = fold_and_sketch(articles(docs), SETTINGS).facts["text_digest"].to_pylist()
    assert digests[0] == digests[2] != digests[1]


@given(corpora(), st.data())
@hypothesis_settings(max_examples=60, deadline=None)
def test_pairs_that_come_later_lead_to_the_decision_of_all_at_once(docs: list[Doc], data: st.DataObject) -> None:
    table = articles(docs)
    sketches = fold_and_sketch(table, SETTINGS)
    documents = table.drop_columns("body").append_column("text_digest", sketches.facts["text_digest"])
    pairs = verify_pairs(table, candidate_pairs([sketches]), SETTINGS)
    n_first = data.draw(st.integers(0, len(pairs)))
    at_once, one, then = (decide(documents, some, SETTINGS) for some in (pairs, pairs[:n_first], pairs[:0]))
    for later in (one.with_pairs(pairs[n_first:]), then.with_pairs(pairs[:n_first]).with_pairs(pairs[n_first:])):
        assert later.duplicates.equals(at_once.duplicates)
        assert later.kept.equals(at_once.kept)
        assert later.wanted.equals(at_once.wanted)
