"""clusters: one kept article with all that was dropped for it."""

from schemas.table import Field, Pair, Rule, Table
from schemas.types import ARTICLE_ID, DAY, INT, TEXT, TEXTS

CLUSTERS = Table(
    name="clusters",
    grain="one kept article with at least one dropped document",
    key=("kept_article_id",),
    row_id="kept_article_id",
    fields=(
        Field("kept_article_id", TEXT, "Id of the article that was kept.", nullable=False, pattern=ARTICLE_ID),
        Field("n_documents", INT, "Documents of the cluster, the kept one included.", nullable=False, low=2),
        Field("publishers", TEXTS, "Publishers of the cluster's documents, as far as known.", nullable=False),
        Field("first_published_on", DAY, "Earliest day of publication; null when no document is dated."),
        Field("last_published_on", DAY, "Latest day of publication; null when no document is dated."),
        Field("headline_variants", TEXTS, "The different headlines printed over this text.", nullable=False),
    ),
    pairs=(Pair("last_published_on", "first_published_on", "The last day is not before the first."),),
    rules=(Rule("kept_article_exists", "The kept article is in articles."),),
)
