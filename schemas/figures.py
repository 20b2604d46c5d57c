"""figures: one quantity that an article claims, with its source and what it is a part of."""

from schemas.mentions import TEXT_FIELDS
from schemas.table import Field, Pair, Rule, Table
from schemas.types import ARTICLE_ID, DAY, FLAG, INT, REAL, ROW_ID, TEXT

MEASURES = (
    "killed",
    "injured",
    "casualties",
    "displaced",
    "detained",
    "kidnapped",
    "missing",
    "crowd",
    "aid",
    "money",
    "share",
    "weapons",
    "other",
)
QUALIFIERS = ("exact", "at_least", "over", "about", "up_to", "under")
HEDGES = ("said", "claimed", "estimated")

FIGURES = Table(
    name="figures",
    grain="one quantity that is claimed in one article",
    key=("figure_id",),
    row_id="figure_id",
    partitioned=True,
    fields=(
        Field(
            "figure_id",
            TEXT,
            "Id of the figure, a digest of where it stands and its measure.",
            nullable=False,
            pattern=ROW_ID,
        ),
        Field("article_id", TEXT, "The article that states it.", nullable=False, pattern=ARTICLE_ID),
        Field("published_on", DAY, "Day the article was published; null when unknown."),
        Field("field", TEXT, "The text the offsets mean.", nullable=False, values=TEXT_FIELDS),
        Field("field_index", INT, "Number (from 0) of the caption; null in headline and body.", low=0),
        Field("start_char", INT, "First code point of the figure in the field.", nullable=False, low=0),
        Field("end_char", INT, "Code point after the figure.", nullable=False, low=1),
        Field("text", TEXT, "The number with its qualifier and unit noun, as printed.", nullable=False),
        Field(
            "value_low",
            REAL,
            "The stated number, or the lower end of a stated range; of a fraction in words its percent to one decimal; "
            "null when vague.",
        ),
        Field("value_high", REAL, "The stated number, or the upper end of a stated range; null when vague."),
        Field("is_vague", FLAG, "True for words without a number, like 'dozens'.", nullable=False),
        Field(
            "qualifier", TEXT, "How the number is qualified; 'exact' when it is not.", nullable=False, values=QUALIFIERS
        ),
        Field("measure", TEXT, "What is counted or measured.", nullable=False, values=MEASURES),
        Field("unit", TEXT, "The unit noun as written; null without one."),
        Field("currency", TEXT, "Currency of money, ISO 4217; null for other measures.", pattern=r"^[A-Z]{3}$"),
        Field("who", TEXT, "Who is counted, as written; null when the text does not say."),
        Field("place", TEXT, "Where, as written; null when the text does not say."),
        Field("place_entity_id", TEXT, "The identity of the place; null when unknown.", pattern=ROW_ID),
        Field("as_of", DAY, "The day the figure holds for; null when the text gives none."),
        Field("attributed_to", TEXT, "Who states the figure, as written; null when nobody is named."),
        Field(
            "attributed_start_char", INT, "First code point of the source in the same field; null without one.", low=0
        ),
        Field("attributed_end_char", INT, "Code point after the source; null without one.", low=1),
        Field("attributed_entity_id", TEXT, "The identity of the source; null when unknown.", pattern=ROW_ID),
        Field(
            "hedge",
            TEXT,
            "How firmly it is stated; null when nobody states it and no word such as 'reportedly' says.",
            values=HEDGES,
        ),
        Field("subset_of", TEXT, "The figure this one is a part of; null when it is none.", pattern=ROW_ID),
        Field("quote_id", TEXT, "The quote inside which it stands; null outside quotes.", pattern=ROW_ID),
        Field(
            "rule",
            TEXT,
            "Name of the rule that found it; 'fraction' where the percent is reckoned from words.",
            nullable=False,
        ),
    ),
    pairs=(
        Pair("end_char", "start_char", "A figure ends after it starts."),
        Pair("value_high", "value_low", "A range's upper end is not below its lower end."),
    ),
    rules=(
        Rule("article_exists", "The article is in articles."),
        Rule("offsets_reproduce_text", "The field's text from start_char to end_char is the figure's text."),
        Rule("offsets_reproduce_source", "The field's text at the source's offsets is attributed_to."),
        Rule("vague_has_no_value", "A vague figure has no value, any other has both."),
        Rule("entities_exist", "The identities of place and source are in entities."),
        Rule("parts_exist", "The whole and the quote it names are in figures and quotes."),
    ),
)
