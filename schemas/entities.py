"""entities: one person, organisation or place of the corpus, however spelled."""

from schemas.table import Field, Pair, Rule, Table, list_of
from schemas.types import DAY, INT, REAL, ROW_ID, TEXT, TEXTS

ENTITY_TYPES = ("PERSON", "ORG", "PLACE", "OTHER")

ENTITIES = Table(
    name="entities",
    grain="one person, organisation or place of the corpus",
    key=("entity_id",),
    row_id="entity_id",
    fields=(
        Field(
            "entity_id", TEXT, "Id of the identity, a digest of its type and full name.", nullable=False, pattern=ROW_ID
        ),
        Field("name", TEXT, "The spelling printed most often.", nullable=False),
        Field("type", TEXT, "What kind of identity it is.", nullable=False, values=ENTITY_TYPES),
        Field(
            "aliases",
            list_of(text=TEXT, n_mentions=INT, method=TEXT, score=REAL, evidence_article_id=TEXT),
            "Every spelling with its mentions, how it was joined, the score (0 to 1) and an article that shows it.",
            nullable=False,
        ),
        Field(
            "country",
            TEXT,
            "Country of a place, or of a body that its articles say is that country's, ISO 3166-1 alpha-2; null when unknown.",
            pattern=r"^[A-Z]{2}$",
        ),
        Field("latitude", REAL, "Latitude of a place in degrees; null when unknown.", low=-90, high=90),
        Field("longitude", REAL, "Longitude of a place in degrees; null when unknown.", low=-180, high=180),
        Field("roles", TEXTS, "Roles printed beside its mentions, the most frequent first.", nullable=False),
        Field("n_articles", INT, "Articles that mention it.", nullable=False, low=0),
        Field("n_mentions", INT, "Mentions of it.", nullable=False, low=0),
        Field("first_on", DAY, "Earliest day of publication of its articles; null when none is dated."),
        Field("last_on", DAY, "Latest day of publication of its articles; null when none is dated."),
        Field("same_as", TEXT, "The identity this one was merged into; null for one that stands.", pattern=ROW_ID),
    ),
    pairs=(
        Pair("n_mentions", "n_articles", "An identity has at least one mention in each of its articles."),
        Pair("last_on", "first_on", "The last day is not before the first."),
    ),
    rules=(Rule("mentions_add_up", "n_mentions is the number of rows of mentions that name it."),),
)
