"""quotes: one quotation, with the words that say who spoke."""

from schemas.mentions import TEXT_FIELDS
from schemas.table import Field, Pair, Rule, Table
from schemas.types import ARTICLE_ID, DAY, INT, ROW_ID, TEXT

QUOTE_KINDS = ("direct", "partial", "indirect")
ATTRIBUTIONS = ("named", "role", "pronoun", "document", "carried", "inferred")

QUOTES = Table(
    name="quotes",
    grain="one quotation in one article",
    key=("quote_id",),
    row_id="quote_id",
    partitioned=True,
    fields=(
        Field("quote_id", TEXT, "Id of the quote, a digest of where it stands.", nullable=False, pattern=ROW_ID),
        Field("article_id", TEXT, "The article that prints it.", nullable=False, pattern=ARTICLE_ID),
        Field("published_on", DAY, "Day the article was published; null when unknown."),
        Field("field", TEXT, "The text the offsets mean.", nullable=False, values=TEXT_FIELDS),
        Field("field_index", INT, "Number (from 0) of the caption; null in headline and body.", low=0),
        Field("start_char", INT, "First code point of the quoted words in the field.", nullable=False, low=0),
        Field("end_char", INT, "Code point after the quoted words.", nullable=False, low=1),
        Field("text", TEXT, "The quoted words between the outer marks, as printed.", nullable=False),
        Field("kind", TEXT, "A whole sentence, a part of one, or indirect speech.", nullable=False, values=QUOTE_KINDS),
        Field("speaker", TEXT, "The speaker as written; null when the text has none."),
        Field("speaker_start_char", INT, "First code point of the speaker in the same field; null without one.", low=0),
        Field("speaker_end_char", INT, "Code point after the speaker; null without one.", low=1),
        Field("speaker_entity_id", TEXT, "The identity that spoke; null when unknown.", pattern=ROW_ID),
        Field("attribution", TEXT, "How the speaker is named; null when no speaker is known.", values=ATTRIBUTIONS),
        Field("cue", TEXT, "The verb of saying, as printed; null without one."),
        Field("rule", TEXT, "Name of the rule that found the quote and its speaker.", nullable=False),
    ),
    pairs=(
        Pair("end_char", "start_char", "A quote ends after it starts."),
        Pair("speaker_end_char", "speaker_start_char", "A speaker ends after it starts."),
    ),
    rules=(
        Rule("article_exists", "The article is in articles."),
        Rule("offsets_reproduce_text", "The field's text from start_char to end_char is the quoted text."),
        Rule("offsets_reproduce_speaker", "The field's text at the speaker's offsets is the speaker."),
        Rule("speaker_entity_exists", "The speaker's identity is in entities."),
    ),
)
