"""duplicates: one document that is a copy of, or linked to, a kept article, and why."""

from schemas.table import Field, Rule, Table
from schemas.types import ARTICLE_ID, BIG, DAY, FLAG, INT, REAL, RUN_ID, TEXT, TEXTS

RELATIONS = ("identical", "same_text", "revision", "near", "contained", "same_headline")

DUPLICATES = Table(
    name="duplicates",
    grain="one document that is a copy of, or linked to, a kept article",
    key=("source_uri", "source_record", "article_id", "kept_article_id"),
    row_id="article_id",
    partitioned=True,
    fields=(
        Field("source_uri", TEXT, "Where the document was read from.", nullable=False),
        Field("source_record", BIG, "Row number (from 0) in the source; null for a whole file.", low=0),
        Field("article_id", TEXT, "Id of the document.", nullable=False, pattern=ARTICLE_ID),
        Field(
            "kept_article_id", TEXT, "Id of the article it copies or is linked to.", nullable=False, pattern=ARTICLE_ID
        ),
        Field("relation", TEXT, "How the two belong together.", nullable=False, values=RELATIONS),
        Field(
            "is_dropped",
            FLAG,
            "True when the document is not in articles because of this row; false for a link between two articles.",
            nullable=False,
        ),
        Field(
            "jaccard", REAL, "Jaccard similarity of the 5-word shingles of both folded bodies, 0 to 1.", low=0, high=1
        ),
        Field(
            "containment",
            REAL,
            "Share of the smaller body's 5-word shingles that the larger one holds, 0 to 1.",
            low=0,
            high=1,
        ),
        Field(
            "headline_similarity", REAL, "Similarity of both headlines, 0 to 1; null when one has none.", low=0, high=1
        ),
        Field("days_apart", INT, "Days between both dates of publication; null when one is unknown.", low=0),
        Field("shared_excerpt", TEXT, "Longest passage both have, at most 300 characters; null when they share none."),
        Field("only_here", TEXT, "Words only this document has, at most 300 characters; null when it has none."),
        Field("only_kept", TEXT, "Words only the kept article has, at most 300 characters; null when it has none."),
        Field("rule", TEXT, "Name of the rule that decided the relation.", nullable=False),
        Field("threshold", REAL, "The bound that the rule's measure met; null for rules without one."),
        Field("matched_run_id", TEXT, "The run that first read the kept article.", nullable=False, pattern=RUN_ID),
        Field("run_id", TEXT, "The run that first read this document.", nullable=False, pattern=RUN_ID),
        Field("headline", TEXT, "Headline of this document; null when it has none."),
        Field("published_on", DAY, "Day this document was published; null when unknown."),
        Field("publisher", TEXT, "Who published this document; null when unknown."),
        Field(
            "agencies", TEXTS, "News agencies this document is credited to; empty when none is named.", nullable=False
        ),
        Field("n_words", INT, "Words of this document's body, counted at white space.", nullable=False, low=0),
    ),
    rules=(
        Rule("kept_article_exists", "The kept article is in articles."),
        Rule("dropped_once", "A dropped document has exactly one row that drops it and is not in articles itself."),
        Rule("linked_article_exists", "A document that is linked, not dropped, is in articles."),
    ),
)
