"""An article becomes rows whose offsets give back what they say."""

from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.ids import span_id
from schemas.work import LOCAL_FIGURES, LOCAL_MENTIONS, LOCAL_QUOTES
from tasks.enrich.enrichment import Enriched, enrich_articles
from tasks.enrich.language_model import LanguageModel
from tasks.enrich.passages import pieces_of
from tasks.enrich.settings import EnrichSettings

BODY = (
    "Prime Minister Jacinda Ardern said 14 people were killed in Wellington on Monday.\n\n"
    "“The harbour is closed,” Ardern told reporters. “At least 20 people were injured.”\n\n"
    "The World Health Organization (WHO) sent $3 million in aid, said on Tuesday."
)
Writer = Callable[..., pa.Table]


def spans(enriched: Enriched, texts: dict[str, str]) -> Iterator[tuple[str, str, Any]]:
    """Yield for every offset pair what stands there and what the row says stands there."""
    for table, pairs in (
        (enriched.mentions, (("start_char", "end_char", "surface"),)),
        (enriched.quotes, (("start_char", "end_char", "text"), ("speaker_start_char", "speaker_end_char", "speaker"))),
        (
            enriched.figures,
            (("start_char", "end_char", "text"), ("attributed_start_char", "attributed_end_char", "attributed_to")),
        ),
    ):
        for row in table.to_pylist():
            for start, end, said in pairs:
                if row[start] is not None:
                    yield texts[row["field"]][row[start] : row[end]], row[said], row


def test_rows_have_the_columns_of_their_schemas(article: Writer, model: LanguageModel) -> None:
    enriched = enrich_articles(article(BODY), model, EnrichSettings())
    assert enriched.mentions.schema.equals(LOCAL_MENTIONS.arrow_schema())
    assert enriched.quotes.schema.equals(LOCAL_QUOTES.arrow_schema())
    assert enriched.figures.schema.equals(LOCAL_FIGURES.arrow_schema())
    assert min(enriched.mentions.num_rows, enriched.quotes.num_rows, enriched.figures.num_rows) > 0


def test_offsets_reproduce_their_words_in_every_field(article: Writer, model: LanguageModel) -> None:
    texts = {
        "headline": "Ardern closes harbour after storm in Wellington",
        "body": BODY,
        "caption": "Jacinda Ardern in Wellington",
    }
    enriched = enrich_articles(article(texts["body"], texts["headline"], texts["caption"]), model, EnrichSettings())
    assert {row["field"] for _, _, row in spans(enriched, texts)} == {"headline", "body", "caption"}
    for there, said, _ in spans(enriched, texts):
        assert there == said


def test_ids_follow_the_contract(article: Writer, model: LanguageModel) -> None:
    row = enrich_articles(article(BODY, caption="Jacinda Ardern"), model, EnrichSettings()).mentions.to_pylist()[-1]
    assert row["field_index"] == 0
    assert row["mention_id"] == span_id("mention", row["article_id"], "caption", 0, row["start_char"], row["end_char"])


def test_a_speaker_and_a_source_carry_their_identity(article: Writer, model: LanguageModel) -> None:
    enriched = enrich_articles(article(BODY), model, EnrichSettings())
    assert enriched.quotes.to_pylist()[0]["speaker_identity"] == "PERSON|jacinda ardern"
    assert enriched.figures.to_pylist()[0]["attributed_identity"] == "PERSON|jacinda ardern"


def test_what_stands_in_a_quote_names_the_quote(article: Writer, model: LanguageModel) -> None:
    enriched = enrich_articles(article(BODY), model, EnrichSettings())
    injured = next(row for row in enriched.figures.to_pylist() if row["measure"] == "injured")
    assert injured["quote_id"] in {row["quote_id"] for row in enriched.quotes.to_pylist()}


def test_a_lost_speaker_flags_its_article(article: Writer, model: LanguageModel) -> None:
    enriched = enrich_articles(article("“The harbour is closed for good,” said on Monday."), model, EnrichSettings())
    assert enriched.flagged.to_pylist() == [{"article_id": f"{1:024x}", "flag": "quote_speaker_missing"}]


def test_without_a_model_quotes_and_figures_are_still_read(article: Writer) -> None:
    enriched = enrich_articles(article(BODY), LanguageModel("none", None), EnrichSettings(model="none"))
    assert sorted(enriched.quotes["kind"].to_pylist()) == ["direct", "direct", "indirect"]
    assert enriched.figures.num_rows == 3


def test_long_texts_are_named_in_pieces_with_the_offsets_of_the_whole(article: Writer, model: LanguageModel) -> None:
    body = "\n\n".join(["Angela Merkel went to Paris by train."] * 40)
    whole = enrich_articles(article(body), model, EnrichSettings())
    pieces = enrich_articles(article(body), model, EnrichSettings(max_chars_per_piece=200))
    assert pieces.mentions.equals(whole.mentions)


def test_no_articles_make_empty_tables(article: Writer, model: LanguageModel) -> None:
    assert enrich_articles(article(BODY).slice(0, 0), model, EnrichSettings()).mentions.num_rows == 0


@given(st.text(alphabet=st.sampled_from('ab .\n“"é'), max_size=300), st.integers(min_value=2, max_value=60))
def test_pieces_put_together_are_the_text(text: str, limit: int) -> None:
    pieces = pieces_of(text, limit)
    assert "".join(piece for _, piece in pieces) == text
    assert all(text.startswith(piece, offset) and len(piece) <= limit for offset, piece in pieces)


WORDS = [
    "Dr Orla Venn",
    "PML-N",
    "“",
    "”",
    '"',
    "'",
    "said",
    "14 people",
    "were killed",
    "in Lahore",
    ".",
    ",",
    "\n\n",
    "é’s",
    "$3bn",
    "dozens",
    "(HWF)",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_any_text_gives_rows_that_reproduce_it(article: Writer, words: list[str]) -> None:
    body = " ".join(words)
    enriched = enrich_articles(article(body, headline=body), LanguageModel("none", None), EnrichSettings(model="none"))
    for there, said, _ in spans(enriched, {"headline": body, "body": body}):
        assert there == said
        assert there
