"""mentions: one name in one article, with the place where it stands."""

from schemas.table import Field, Pair, Rule, Table
from schemas.types import ARTICLE_ID, DAY, INT, ROW_ID, TEXT

NAME_TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "OTHER")
TEXT_FIELDS = ("headline", "body", "caption")

MENTIONS = Table(
    name="mentions",
    grain="one name in one article",
    key=("mention_id",),
    row_id="mention_id",
    partitioned=True,
    fields=(
        Field("mention_id", TEXT, "Id of the mention, a digest of where it stands.", nullable=False, pattern=ROW_ID),
        Field("article_id", TEXT, "The article that names it.", nullable=False, pattern=ARTICLE_ID),
        Field("published_on", DAY, "Day the article was published; null when unknown."),
        Field("field", TEXT, "The text the offsets mean.", nullable=False, values=TEXT_FIELDS),
        Field("field_index", INT, "Number (from 0) of the caption; null in headline and body.", low=0),
        Field("start_char", INT, "First code point of the name in the field.", nullable=False, low=0),
        Field("end_char", INT, "Code point after the name.", nullable=False, low=1),
        Field("surface", TEXT, "The name as printed, without honorific and possessive.", nullable=False),
        Field("type", TEXT, "What kind of name it is.", nullable=False, values=NAME_TYPES),
        Field("entity_id", TEXT, "The identity it stands for; null for NORP.", pattern=ROW_ID),
        Field("honorific", TEXT, "Title printed before the name, like 'Maulana'; null without one."),
        Field("role", TEXT, "Office or role printed beside the name; null without one."),
        Field("quote_id", TEXT, "The quote inside which it is named; null outside quotes.", pattern=ROW_ID),
        Field("extractor", TEXT, "'model', or the name of the rule that found it.", nullable=False),
    ),
    pairs=(Pair("end_char", "start_char", "A name ends after it starts."),),
    rules=(
        Rule("article_exists", "The article is in articles."),
        Rule("offsets_reproduce_surface", "The field's text from start_char to end_char is the surface."),
        Rule("entity_exists", "The entity is in entities; only NORP has none."),
        Rule("quote_exists", "The quote is in quotes."),
    ),
)
